"""What every rendering shows of a dossier, worked out once: excerpts, spellings, word choices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from ..model import Article, Claim, Dossier, Entity, Finding, Quote, Reading, Span
from ..reconcile.choices import is_choice

if TYPE_CHECKING:
    from ..reconcile.book import Book

# Characters shown on either side of an excerpt: enough to recognise the sentence, short enough for one line.
_CONTEXT = 60


class Excerpt(NamedTuple):
    """The exact words of a claim in its report, with a little of what stands around them."""

    report: int
    article: Article
    claim: str
    span: Span
    before: str
    text: str
    after: str
    speaker: str | None


class Carrier(NamedTuple):
    """A report that carries a claim: its number in the record, the claim's id and whom it names as the speaker.

    ``origin`` is equal for two carriers that name the same speaker in other words.
    """

    report: int
    outlet: str
    claim: str
    speaker: str | None
    origin: str


class Wording(NamedTuple):
    """The same words in one report or more. ``told`` are the parts of the words that the finding turns on."""

    excerpt: Excerpt
    told: tuple[Span, ...]
    carriers: tuple[Carrier, ...]


class Choice(NamedTuple):
    """A word chosen for a concept: in whose voice, by which outlets, how often each."""

    concept: str
    term: str
    language: str
    voice: str
    outlets: tuple[tuple[str, int], ...]


class View:
    """Look-ups over one dossier. Holds no state of its own beyond indexes."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self._report = {reading.article.id: number for number, reading in enumerate(dossier.readings)}
        self._claims = {claim.id: claim for reading in dossier.readings for claim in reading.claims}
        self._quotes = {quote.id: quote for reading in dossier.readings for quote in reading.quotes}

    @cached_property
    def book(self) -> Book:
        """The claims as they were compared: with their origins under one name, their events and joined entities."""
        from ..reconcile.book import Book

        return Book(self.dossier.readings, self.dossier.entity_of)

    @cached_property
    def _worded(self) -> dict[object, list[str]]:
        found: dict[object, list[str]] = {}
        for fact in self.book.facts:
            if fact.terms:
                found.setdefault((fact.terms, fact.disowned, fact.claim.polarity, fact.doubt), []).append(fact.id)
        return found

    def same(self, claim_id: str) -> list[str]:
        """The claim and those of the same telling words and standing: findings name a pair, copies carry it too."""
        fact = self.book.by_id.get(claim_id)
        key = (fact.terms, fact.disowned, fact.claim.polarity, fact.doubt) if fact is not None else None
        return self._worded.get(key, [claim_id])

    def reading(self, article_id: str) -> Reading:
        return self.dossier.readings[self._report[article_id]]

    def number(self, article_id: str) -> int:
        """The report's place in the record, from 0."""
        return self._report[article_id]

    def claim(self, claim_id: str) -> Claim:
        return self._claims[claim_id]

    def carrier(self, claim_id: str) -> Carrier:
        """Who carries a claim; the speaker by the fullest name that the report gives."""
        claim = self._claims[claim_id]
        fact = self.book.by_id.get(claim_id)
        speaker = claim.source.text if claim.source else None
        if fact is not None and fact.origin.kind != "own":
            speaker = fact.origin.name
        report = self._report[claim.span.article_id]
        outlet = self.dossier.readings[report].article.outlet.name
        return Carrier(report, outlet, claim_id, speaker, fact.origin.key if fact else speaker or "")

    def denied(self, claim_id: str) -> bool:
        """Whether the report has the claim from somebody who denies it."""
        fact = self.book.by_id.get(claim_id)
        return fact is not None and fact.disowned

    def carriers(self, claims: Iterable[str]) -> tuple[Carrier, ...]:
        """One carrier for each report and speaker, in the order of the reports."""
        found = sorted((self.carrier(claim) for claim in claims), key=lambda c: c.report)
        return tuple({(c.report, c.speaker): c for c in reversed(found)}.values())[::-1]

    def excerpt(self, claim_id: str) -> Excerpt:
        """The words of one claim."""
        claim = self._claims[claim_id]
        number = self._report[claim.span.article_id]
        article = self.dossier.readings[number].article
        span = self.shown(claim)
        before, after = _around(article.text, span)
        speaker = claim.source.text if claim.source else None
        return Excerpt(number, article, claim_id, span, before, span.of(article.text), after, speaker)

    def shown(self, claim: Claim) -> Span:
        """The claim's words; with the word of saying where it changes their standing («نفت الحركة أن تكون …»)."""
        quote = self._quotes.get(claim.quote or "")
        if quote is None or quote.cue is None or claim.factuality == "stated" or quote.cue.start > claim.span.start:
            return claim.span
        return Span(claim.span.article_id, quote.cue.start, claim.span.end)

    def excerpts(self, finding: Finding) -> list[Excerpt]:
        """The words behind a finding, in the order of the reports."""
        return sorted((self.excerpt(claim) for claim in finding.claims), key=lambda e: (e.report, e.span))

    def wordings(self, finding: Finding) -> list[Wording]:
        """The words behind a finding, each wording once with the reports that have it."""
        told = [span for value in finding.values if isinstance(span := value.get("span"), Span)]
        return self.worded(finding.claims, told)

    def worded(self, claims: Iterable[str], told: Iterable[Span] = ()) -> list[Wording]:
        """The words of claims in the order of the reports, each wording once. ``told`` are the spans that matter."""
        told = list(told)
        same: dict[str, list[Excerpt]] = {}
        for excerpt in sorted(map(self.excerpt, claims), key=lambda e: (e.report, e.span)):
            same.setdefault(" ".join(excerpt.text.split()), []).append(excerpt)
        return [
            Wording(
                first := several[0],
                tuple(sorted({span for span in told if first.span.contains(span)})),
                self.carriers(excerpt.claim for excerpt in several),
            )
            for several in same.values()
        ]

    def named(self) -> list[Entity]:
        """Entities worth a line, most often named first; a body named once by one report is left to the JSON."""
        counted = [(sum(v.count for v in entity.variants), entity) for entity in self.dossier.entities]
        return [e for n, e in sorted(counted, key=lambda item: (-item[0], item[1].name)) if n > 1 or e.roles]

    def quotes(self) -> Iterator[tuple[Reading, Quote]]:
        """Quotations with words of the speaker's own, in the order of the reports."""
        for reading in self.dossier.readings:
            for quote in reading.quotes:
                if quote.mode != "indirect":
                    yield reading, quote

    def choices(self) -> list[list[Choice]]:
        """Words chosen, by concept, for the concepts that one language's reports have at least two words for."""
        counted: dict[tuple[str, str, str, str], Counter[str]] = {}
        for reading in self.dossier.readings:
            for label in reading.labels:
                key = label.concept, label.term, reading.article.language, str(label.voice)
                counted.setdefault(key, Counter())[reading.article.outlet.name] += 1
        terms: dict[tuple[str, str], set[str]] = {}
        for concept, term, language, _ in counted:
            terms.setdefault((concept, language), set()).add(term)
        chosen = {concept for (concept, language), several in terms.items() if is_choice(language, concept, several)}
        found: dict[str, list[Choice]] = {concept: [] for concept in sorted(chosen)}
        for key, outlets in counted.items():
            if key[0] in chosen:
                found[key[0]].append(Choice(*key, tuple(outlets.most_common())))
        return list(found.values())


def _around(text: str, span: Span) -> tuple[str, str]:
    """What stands before and after on the same line, cut between words and marked where it is cut."""
    start, end = max(0, span.start - _CONTEXT), min(len(text), span.end + _CONTEXT)
    before = text[start : span.start]
    after = text[span.end : end]
    if "\n" in before:
        before = before.rpartition("\n")[2]
    elif start:
        before = f"… {before.partition(' ')[2]}"
    if "\n" in after:
        after = after.partition("\n")[0]
    elif end < len(text):
        after = f"{after.rpartition(' ')[0]} …"
    return before, after


def direction(language: str) -> str:
    """``rtl`` or ``ltr`` for a language code."""
    return "ltr" if language == "en" else "rtl"
