"""How likely two reports, each in words of its own, relay one statement.

A statement is quoted by both, or retold: put into other words, into indirect speech, or into another language, so that
no words need be shared. Nothing but a likelihood can tell: it weighs the quotations in common, who speaks and what the
two have of his words. The weights are in ``default.toml`` (``[common_source]``), fitted by tools/train_lineage.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import fsum
from typing import NamedTuple

from ..lang.phrasing import quoted, words_ar, words_en
from ..likelihood import Sign, likely
from ..model import Passage, Said
from ..settings import settings
from .speakers import one_speaker, two_speakers
from .speech import Speech, Talk, rarity, talk
from .terms import common_tongue
from .words import Text, marked

# So much is weighed and no more: of the rarity of one speaker's words, of the words of a passage.
_RARE, _LONG = 6.0, 10


class Relayed(NamedTuple):
    """What one report relays of others, beside its text."""

    text: Text
    talk: Talk


class _Sense(NamedTuple):
    """Signs of one kind, and what a reader is told where they decide."""

    signs: tuple[Sign, ...]
    evidence: Said | None = None


def relayed(text: Text, terms: tuple[tuple[str, ...], ...]) -> Relayed:
    """Read off what a report relays; ``terms`` are the keys of its tokens."""
    return Relayed(text, talk(text.reading, terms))


def common_source(left: Relayed, right: Relayed, passages: tuple[Passage, ...]) -> Said | None:
    """The statement that two reports relay, as the sign that speaks most for it shows it; None where they hardly do."""
    senses = tuple(_senses(left, right, passages))
    weights = settings("common_source")
    if likely("common_source", (sign for sense in senses for sign in sense.signs)) < weights["common_score"]:
        return None
    shown = [sense for sense in senses if sense.evidence is not None]
    verbatim = [sense for sense in shown if any(sign.name == "quotation" for sign in sense.signs)]
    best = max(verbatim or shown, key=lambda sense: sum(weights[s.name] * s.amount for s in sense.signs), default=None)
    return best.evidence if best else None


def signs(left: Relayed, right: Relayed, passages: tuple[Passage, ...]) -> tuple[Sign, ...]:
    """What speaks for or against two reports relaying one statement."""
    return tuple(sign for sense in _senses(left, right, passages) for sign in sense.signs)


def _senses(left: Relayed, right: Relayed, passages: tuple[Passage, ...]) -> Iterator[_Sense]:
    yield _Sense((Sign("languages", _across(left, right)), Sign("share", _share(left.talk, right.talk))))
    yield from _passage(left, right, passages)
    yield from _speech(left, right)


def _across(left: Relayed, right: Relayed) -> bool:
    return left.text.reading.article.language != right.text.reading.article.language


def _passage(left: Relayed, right: Relayed, passages: tuple[Passage, ...]) -> Iterator[_Sense]:
    """The longest words in common that stand in quotation marks in both."""
    spoken = [p for p in passages if p.quoted and marked(left.text, p.left) and marked(right.text, p.right)]
    best = max(spoken, key=lambda passage: passage.words, default=None)
    if best is not None:
        words = quoted(best.left.of(left.text.reading.article.text))
        yield _Sense(
            (Sign("quotation", 1.0), Sign("quotation_words", min(best.words, _LONG) / _LONG)),
            Said(
                f"لا يجمع التقريرين إلا اقتباس واحد من {words_ar(best.words)}: {words}.",
                f"What the two reports share is one quotation of {words_en(best.words)}: {words}.",
            ),
        )


def _share(left: Talk, right: Talk) -> float:
    """How much of what two reports have in common is what both have of the same speakers."""
    every = left.having.keys() & right.having.keys()
    theirs: set[str] = set()
    for rendered in _rendered(left, right):
        if rendered.kin not in ("unsure", "two"):
            theirs |= rendered.common
    rare = {term: rarity(term, left, right) for term in every | theirs}
    return fsum(rare[t] for t in theirs) / (fsum(rare.values()) or 1.0)


class _Rendered(NamedTuple):
    """Two speeches that one speaker may have made: what they share, and how surely he is ``one``."""

    ours: Speech
    theirs: Speech
    kin: str | None
    rare: float
    common: frozenset[str]

    @property
    def much(self) -> float:
        """How much speaks for the two being one, to choose among all speeches of two reports."""
        return self.rare + _KIN[self.kin]


# How surely two speakers are one: two names of a person, two of a body, one of each; or they may be.
_KIN = {"person": 1.5, None: 1.0, "body": 0.7, "unsure": -0.5, "two": -2.0}


def _speech(left: Relayed, right: Relayed) -> Iterator[_Sense]:
    """The two renderings that share most, of one speaker as far as is known."""
    best = max(_rendered(left.talk, right.talk), key=lambda rendered: rendered.much, default=None)
    if best is None:
        return
    one, other = best.ours, best.theirs
    rare = min(best.rare, _RARE)
    yield _Sense(
        (
            *((Sign(best.kin, 1.0),) if best.kin in ("person", "body") else ()),
            Sign("rare", rare),
            Sign("rare_unsure", rare if best.kin == "unsure" else 0.0),
            Sign("rare_two", rare if best.kin == "two" else 0.0),
            Sign("counts", _counts_apart(one, other)),
            Sign("later", one.published != other.published and _numbers_apart(one, other)),
        ),
        _renderings(best),
    )


def _numbers_apart(one: Speech, other: Speech) -> bool:
    """Whether both tell numbers, and fewer than half of them in common."""
    numbers = [{term for term in speech.terms if term.startswith("#")} for speech in (one, other)]
    return all(numbers) and 2 * len(numbers[0] & numbers[1]) < min(map(len, numbers))


def _counts_apart(one: Speech, other: Speech) -> bool:
    """Whether both count one thing or those of one fate, and never the same number of them."""
    both = {what for what, _ in one.counts} & {what for what, _ in other.counts}
    return bool(both) and not any(what in both for what, _ in one.counts & other.counts)


def _renderings(best: _Rendered) -> Said:
    one, other = best.ours, best.theirs
    who, else_ = one.speaker.called, other.speaker.called
    both_ar, both_en = f"{quoted(one.text)} و{quoted(other.text)}", f"{quoted(one.text)} and {quoted(other.text)}"
    if best.kin == "unsure":
        return Said(
            f"يبدو أن التقريرين ينقلان كلاما واحدا، عن «{who}» وعن «{else_}»: {both_ar}.",
            f"Both reports seem to relay one statement, by «{who}» and by «{else_}»: {both_en}.",
        )
    return Said(
        f"ينقل التقريران كلاما واحدا عن «{who}» بصياغتين: {both_ar}.",
        f"Both reports relay one statement by «{who}» in different words: {both_en}.",
    )


def _rendered(left: Talk, right: Talk) -> Iterator[_Rendered]:
    """Speeches of two reports that are not surely two speakers', with what they share.

    What a body does in the report's own words («خفض البنك توقعاته») may be what it says in the other.
    """
    for one in left.speeches:
        for other in right.speeches:
            across = one.speaker.language != other.speaker.language
            kin = _kin(one, other, across)
            common = (one.terms & (other.terms | other.acts)) | (one.acts & other.terms)
            common = common_tongue(common) if across else common
            rare = fsum(rarity(term, left, right) for term in common)
            yield _Rendered(one, other, kin, rare, common)


def _kin(one: Speech, other: Speech, across: bool) -> str | None:
    """How surely two speakers are one, as in ``_KIN``; "" where they are two."""
    if one_speaker(one.speaker, other.speaker) or (across and one.names & other.names):
        persons = [bool(speech.speaker.person) for speech in (one, other)]
        return "person" if all(persons) else None if any(persons) else "body"
    return "two" if two_speakers(one.speaker, other.speaker) else "unsure"
