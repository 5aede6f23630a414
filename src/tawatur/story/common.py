"""How likely two reports, each in words of its own, relay one statement.

A statement is quoted by both, or retold: put into other words, into indirect speech, or into another language, so that
no words need be shared. Nothing but a likelihood can tell: it weighs the quotations in common, who speaks and what the
two have of his words. The weights are in ``default.toml`` (``[common_source]``), fitted by tools/train_lineage.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..lang.phrasing import quoted, words_ar, words_en
from ..likelihood import Sign, likely
from ..model import Passage, Reading, Said, Source, Span
from ..settings import settings
from .speakers import one_speaker, place_words, speaker, two_speakers
from .speech import Speech, Talk, rarity, talk
from .statements import Statement, statements, telling, told_in_both
from .terms import common_tongue
from .words import Text, marked, quotations

# Of one speaker's words so much is weighed and no more: rarity, figures, words of a passage.
_RARE, _FIGURES, _LONG = 6.0, 3, 10


class Relayed(NamedTuple):
    """What one report relays of others: who speaks, sentences that relay, and quotations with their places."""

    text: Text
    talk: Talk
    statements: tuple[Statement, ...]
    quotations: dict[tuple[str, ...], Span]


class _Sense(NamedTuple):
    """Signs of one kind, and what a reader is told where they decide."""

    signs: tuple[Sign, ...]
    evidence: Said | None = None


def relayed(text: Text, terms: tuple[tuple[str, ...], ...]) -> Relayed:
    """Read off what a report relays; ``terms`` are the keys of its tokens."""
    reading = text.reading
    return Relayed(text, talk(reading, terms), statements(reading, terms), quotations(reading))


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
    longest = max((passage.words for passage in passages), default=0)
    yield _Sense((Sign("languages", _across(left, right)), Sign("run", min(longest, _LONG) / _LONG)))
    yield from _passage(left, right, passages)
    alike = told_in_both(left.statements, right.statements) if _across(left, right) else None
    yield from _speech(left, right, alike is not None)
    if alike is not None:
        yield _two_languages(*alike)
    yield from _quotation(left, right)


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


def _quotation(left: Relayed, right: Relayed) -> Iterator[_Sense]:
    """A whole quotation that both give; one of few words only where no two persons say it («إصلاح طال انتظاره»)."""
    shared = left.quotations.keys() & right.quotations.keys()
    for stems in sorted(shared, key=lambda said: (-len(said), said)):
        long = len(stems) >= settings("reuse")["quotation_words"]
        if long or not _of_two(left, right, left.quotations[stems], right.quotations[stems]):
            words = f"«{' '.join(stems)}»"
            yield _Sense(
                (Sign("same_quotation", 1.0),),
                Said(
                    f"يضع التقريران الكلمات نفسها بين علامتي اقتباس: {words}.",
                    f"Both reports give the same words in quotation marks: {words}.",
                ),
            )
            return


def _of_two(left: Relayed, right: Relayed, ours: Span, theirs: Span) -> bool:
    """Whether two persons by other names say the words at two places."""
    sides = ((left.text.reading, ours), (right.text.reading, theirs))
    sources = [(_source(reading, span), reading) for reading, span in sides]
    said = [speaker(source, reading, place_words(reading)) for source, reading in sources if source is not None]
    return len(said) == len(sides) and all(one.person for one in said) and two_speakers(said[0], said[1])


def _source(reading: Reading, span: Span) -> Source | None:
    said = (claim.source for claim in reading.claims if claim.source is not None and claim.span.overlaps(span))
    return next((source for source in said if source.kind == "named"), None)


def _two_languages(one: Statement, other: Statement) -> _Sense:
    """Sentences that relay one name or one office in two languages."""
    ours, theirs = quoted(one.text), quoted(other.text)
    return _Sense(
        (Sign("told_in_both", 1.0),),
        Said(
            f"ينقل التقريران كلاما واحدا بلغتين: {ours} و{theirs}.",
            f"Both reports relay one statement in two languages: {ours} and {theirs}.",
        ),
    )


class _Rendered(NamedTuple):
    """Two speeches that one speaker may have made: what they share, and how surely he is ``one``."""

    ours: Speech
    theirs: Speech
    kin: str | None
    rare: float
    figures: int

    @property
    def much(self) -> float:
        """How much speaks for the two being one, to choose among all speeches of two reports."""
        return self.rare + self.figures + _KIN[self.kin]


# How surely two speakers are one: two names of a person, two of a body, one of each; or they may be.
_KIN = {"person": 1.5, None: 1.0, "body": 0.7, "unsure": -0.5}


def _speech(left: Relayed, right: Relayed, alike: bool) -> Iterator[_Sense]:
    """The two renderings that share most, of one speaker as far as is known; ``alike`` sentences tell it too."""
    best = max(_rendered(left.talk, right.talk), key=lambda rendered: rendered.much, default=None)
    if best is None:
        return
    one, other = best.ours, best.theirs
    numbers = [{term for term in speech.terms if term.startswith("#")} for speech in (one, other)]
    same = numbers[0] & numbers[1]
    yield _Sense(
        (
            *((Sign(best.kin, 1.0),) if best.kin in ("person", "body") else ()),
            Sign("rare", min(best.rare, _RARE)),
            Sign("rare_unsure", min(best.rare, _RARE) if best.kin == "unsure" and not alike else 0.0),
            Sign("figures", min(best.figures, _FIGURES)),
            Sign("number", bool(same)),
            Sign("numbers_apart", all(numbers) and not same),
            Sign("later", one.published != other.published and all(numbers) and 2 * len(same) < min(map(len, numbers))),
            Sign("lead_of_one", one.leads != other.leads),
        ),
        _renderings(best),
    )


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
            if kin == "":
                continue
            common = (one.terms & (other.terms | other.acts)) | (one.acts & other.terms)
            common = common_tongue(common) if across else common
            rare = sum(rarity(term, left, right) for term in common)
            yield _Rendered(one, other, kin, rare, sum(map(telling, common)))


def _kin(one: Speech, other: Speech, across: bool) -> str | None:
    """How surely two speakers are one, as in ``_KIN``; "" where they are two."""
    if one_speaker(one.speaker, other.speaker) or (across and one.names & other.names):
        persons = [bool(speech.speaker.person) for speech in (one, other)]
        return "person" if all(persons) else None if any(persons) else "body"
    return "" if two_speakers(one.speaker, other.speaker) else "unsure"
