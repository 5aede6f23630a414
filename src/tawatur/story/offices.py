"""What an office or a body is told by in any language: countries, fields, kinds of bodies; whether two are one."""

from __future__ import annotations

from functools import cache

from ..lang.matching import words
from ..lang.nations import nation
from ..lang.tables import table
from .concepts import concept


def one_office(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two offices or bodies told in two languages are one."""
    return kinship(left, right) is True


def kinship(left: frozenset[str], right: frozenset[str]) -> bool | None:
    """Whether two offices or bodies told in two languages are one (True), are two (False), or may be either.

    Two countries and two fields are two bodies; one field of one kind of body is one. Who speaks for a body tells
    nothing. Without fields the same kind is one («الوزارة», "the ministry").
    """
    nations = [{term for term in terms if term.isupper()} for terms in (left, right)]
    if all(nations) and not nations[0] & nations[1]:
        return False
    kinds = [terms & of_kind("body") for terms in (left, right)]
    fields = [fields_of(terms) for terms in (left, right)]
    alike = kinds[0] & kinds[1]
    if all(kinds) and not alike and not _SHARP.isdisjoint(kinds[0] | kinds[1]):
        return False
    if not all(fields):
        return True if alike and (not any(fields) or alike & _SHARP) else None
    common, fewer = fields[0] & fields[1], min(map(len, fields))
    if not common:
        return False
    if all(kinds) and not alike:
        return None
    return True if len(common) >= 0.6 * fewer and (len(common) > 1 or fields[0] == fields[1] or alike) else None


def fields_of(terms: frozenset[str]) -> frozenset[str]:
    """What an office or body is about: fields that the tables know, else whatever else is told of it."""
    found = frozenset(term for term in terms if not term.isupper()) - of_kind("body") - of_kind("role")
    return found & known_fields() or found


# Kinds of bodies of which one is never called by another's name.
_SHARP = frozenset(("company", "union", "ministry", "movement", "organisation", "government", "council"))


def office(said: tuple[str, ...], language: str) -> frozenset[str]:
    """What an office or body is told by: countries (their codes), fields of government, concepts of its words."""
    known = body_words(language)
    return frozenset(
        filter(None, (nation(w) or known.get(w) or known.get(after_letter(w)) or concept(language, w) for w in said))
    )


def after_letter(word: str) -> str:
    """«للموانئ», «بالدفاع», «بأكاديمية»: the word behind a preposition, and behind the article."""
    if word.startswith("لل"):
        return word[2:]
    return word[1:].removeprefix("ال") if word[:1] in "بلكوف" and len(word) > 3 else word


@cache
def body_words(language: str) -> dict[str, str]:
    """What each word that names bodies tells, ministries' fields among it."""
    rows = (*table(language, "portfolios").rows, *table(language, "body_words").rows)
    return {one: row["key"] for row in rows for several in row["words"].split("|") for one in words(several)}


@cache
def known_fields() -> frozenset[str]:
    """Keys of the fields that the tables know."""
    return of_kind("field").union(row["key"] for row in table("ar", "portfolios").rows)


@cache
def of_kind(kind: str) -> frozenset[str]:
    """Keys of words that tell a field, a body or a role."""
    return frozenset(row["key"] for row in table("ar", "body_words").rows if row["kind"] == kind)
