"""Where a claim comes from: the first speaker of its chain, or the agency, or nobody that the words name."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from ..lang.matching import words
from ..lang.nations import nation
from ..lang.normalise import fold
from ..lang.tables import table
from ..model import Claim, Entity, Reading
from ..story.speakers import naming, one_name, refers_back

OriginKind = Literal["named", "anonymous", "agency", "own", "document"]


class Origin(NamedTuple):
    """``key`` is equal for claims of one origin; ``name`` is what the report calls it; ``party`` the force it
    belongs to, where it speaks for one."""

    kind: OriginKind
    key: str
    name: str
    entity: str | None = None
    party: str | None = None

    @property
    def known(self) -> bool:
        return self.kind in ("named", "document", "agency")


def origin_of(claim: Claim, reading: Reading, entity_of: dict[str, str], previous: Origin | None) -> Origin:
    """The origin of one claim. ``previous`` is the named origin before it in the same report.

    A person who speaks in a body's statement speaks for the body. «البيان» with nobody named is the statement of the
    one who spoke before. A claim in the report's own voice with an agency behind it is the agency's.
    """
    source = claim.source
    if source is None:
        agency = next((step for step in claim.chain if step.step == "agency"), None)
        if agency is not None:
            return Origin("agency", f"agency:{fold(agency.text)}", agency.text)
        return Origin("own", f"own:{reading.article.id}", reading.article.outlet.name)
    if source.kind == "anonymous" and previous is not None and set(fold(source.text).split()) & _same():
        return previous
    if source.kind == "anonymous":
        return Origin("anonymous", f"anonymous:{claim.quote or claim.id}", source.text)
    entity = source.body or source.entity
    if entity is None and fold(source.text) in _pronouns():
        # "It said", «قال إنه»: the one who spoke before.
        return previous or Origin("own", f"own:{reading.article.id}", reading.article.outlet.name)
    if previous is not None and previous.known and refers_back(source, reading, previous.name):
        return previous
    called = naming(source, reading)[0]
    if entity is None and source.kind == "document" and _nobodys(source.text):
        # «بيان لها», «نص البلاغ»: the statement of the one who spoke before, or of nobody that the words name.
        known = previous is not None and previous.known
        return (
            previous if previous and known else Origin("own", f"own:{reading.article.id}", reading.article.outlet.name)
        )
    if source.kind == "agency":
        return Origin("agency", f"agency:{fold(source.text)}", source.text)
    if entity is not None:
        joined = entity_of.get(entity, entity)
        named = {e.id: e for e in reading.entities}.get(entity)
        party = _party(named) if named else None
        if named is not None and len(words(named.name)) == 1 and not named.identifiers and _common(reading, named):
            # «الحكومة»، «القاضي» of two reports may be two, but never count as two origins for the word alone.
            return Origin("named", f"said:{words(named.name)[0]}", source.text, joined)
        # «القيادة» alone is told by the name that the report gives it elsewhere.
        name = named.name if named and len(words(source.text)) == 1 else called
        return Origin("named", party or joined, name, joined, party)
    kind: OriginKind = "document" if source.kind == "document" else "named"
    return Origin(kind, f"said:{' '.join(words(called))}", called)


@cache
def _pronouns() -> frozenset[str]:
    return frozenset(fold(row["word"]) for language in ("ar", "en") for row in table(language, "function_words").rows)


def _common(reading: Reading, entity: Entity) -> bool:
    """A body or an office told by a common noun, which its own report alone resolves."""
    forms = {mention.form for mention in reading.mentions if mention.entity == entity.id}
    return entity.kind == "ORG" or "name" not in forms


@cache
def _same() -> frozenset[str]:
    """«المصدر نفسه», "the same source": the one before."""
    return frozenset(map(fold, ("نفسه", "نفسها", "ذاته", "ذاتها", "same")))


def _nobodys(text: str) -> bool:
    """Whether a document is told without whose it is: «البيان», «بيان لها», "the statement"."""
    return all(word in _documents() or len(word) < 4 for word in words(text))


@cache
def _documents() -> frozenset[str]:
    found = {fold(row["word"]) for language in ("ar", "en") for row in table(language, "channels").rows}
    return frozenset(found | {fold(row["word"]) for row in table("ar", "documents").rows})


def _party(entity: Entity) -> str | None:
    """The armed forces that a body belongs to: one country's army and its commands speak as one party."""
    if entity.kind != "ORG":
        return None
    for variant in (entity.name, *(v.text for v in entity.variants)):
        said = words(variant)
        country = next((code for word in said if (code := nation(word))), None)
        if said and said[0] in _forces() and country:
            return f"forces:{country}"
    return None


@cache
def _forces() -> frozenset[str]:
    return frozenset(fold(row["head"]) for row in table("ar", "forces").rows)


def one_origin(left: Origin, right: Origin) -> bool:
    """Whether two named origins are one: the same, a body and who speaks for it, or one name in two scripts."""
    if left.key == right.key:
        return True
    ours, theirs = words(left.name), words(right.name)
    if not ours or not theirs:
        return False
    if all(word.isascii() for word in ours) != all(word.isascii() for word in theirs):
        return one_name(ours, theirs)
    short, long = sorted((ours, theirs), key=len)
    if len(short) > 1 and bool(set(long) & _for()) and set(short) <= set(long):
        return True
    return _leads(ours, theirs) or _leads(theirs, ours)


def _leads(person: tuple[str, ...], body: tuple[str, ...]) -> bool:
    """Whether who is named by an office heads the body: «مدير عام صحة نينوى» and «دائرة صحة نينوى»."""
    return len(body) > 2 and person[0] in _titles() and body[0] in _heads() and set(body[1:]) <= set(person)


@cache
def _titles() -> frozenset[str]:
    return frozenset(fold(row["title"]) for row in table("ar", "titles").rows)


@cache
def _heads() -> frozenset[str]:
    """Nouns that bodies are named by («دائرة», «مديرية»)."""
    nouns = (("org_heads", "head"), ("speaking_nouns", "word"))
    return frozenset(word for name, key in nouns for row in table("ar", name).rows for word in words(row[key]))


@cache
def _for() -> frozenset[str]:
    """«الناطق باسم الوزارة»: words that make who speaks the voice of a body."""
    return frozenset(
        map(fold, ("باسم", "الناطق", "ناطق", "متحدث", "المتحدث", "spokesman", "spokeswoman", "spokesperson"))
    )
