"""What every rendering shows of a dossier, worked out once: excerpts, spellings, word choices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from ..model import Article, Claim, Dossier, Entity, Finding, Quote, Reading, Span

# Words around an excerpt, in characters: enough to recognise the sentence, short enough for one line.
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


class Choice(NamedTuple):
    """A word chosen for a concept by one outlet, how often, and in whose voice."""

    concept: str
    outlet: str
    term: str
    voice: str
    count: int


class View:
    """Look-ups over one dossier. Holds no state of its own beyond indexes."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self._report = {reading.article.id: number for number, reading in enumerate(dossier.readings)}
        self._claims = {claim.id: claim for reading in dossier.readings for claim in reading.claims}
        self._quotes = {quote.id: quote for reading in dossier.readings for quote in reading.quotes}

    def reading(self, article_id: str) -> Reading:
        return self.dossier.readings[self._report[article_id]]

    def claim(self, claim_id: str) -> Claim:
        return self._claims[claim_id]

    def excerpt(self, claim_id: str) -> Excerpt:
        """The words of one claim."""
        claim = self._claims[claim_id]
        number = self._report[claim.span.article_id]
        article = self.dossier.readings[number].article
        span = self._shown(claim)
        start, end = span.start, span.end
        before = article.text[max(0, start - _CONTEXT) : start].rpartition("\n")[2]
        after = article.text[end : end + _CONTEXT].partition("\n")[0]
        speaker = claim.source.text if claim.source else None
        return Excerpt(number, article, claim_id, span, before, span.of(article.text), after, speaker)

    def _shown(self, claim: Claim) -> Span:
        """The claim's words; with the word of saying where it changes their standing («نفت الحركة أن تكون …»)."""
        quote = self._quotes.get(claim.quote or "")
        if quote is None or quote.cue is None or claim.factuality == "stated" or quote.cue.start > claim.span.start:
            return claim.span
        return Span(claim.span.article_id, quote.cue.start, claim.span.end)

    def excerpts(self, finding: Finding) -> list[Excerpt]:
        """The words behind a finding, in the order of the reports."""
        return sorted((self.excerpt(claim) for claim in finding.claims), key=lambda e: (e.report, e.span))

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

    def choices(self) -> list[Choice]:
        """Words chosen, for the concepts that at least two different words were used for."""
        counted: Counter[tuple[str, str, str, str]] = Counter()
        for reading in self.dossier.readings:
            for label in reading.labels:
                words = label.span.of(reading.article.text)
                counted[label.concept, reading.article.outlet.name, words, label.voice] += 1
        terms: dict[str, set[str]] = {}
        for concept, _, term, _ in counted:
            terms.setdefault(concept, set()).add(term)
        return [Choice(*key, n) for key, n in sorted(counted.items()) if len(terms[key[0]]) > 1]


def direction(language: str) -> str:
    """``rtl`` or ``ltr`` for a language code."""
    return "ltr" if language == "en" else "rtl"
