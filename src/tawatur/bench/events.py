"""Figures for events: sentences and spans of the Arabic event gold standard, on the part kept out of building.

The gold standard (openeventdata/arabic_event_gsr, MIT) has several annotators' spans for a sentence and several
events in it. An annotator's reading is one of several right ones, so for each sentence the pair of our event and
their reading that agrees best over the three slots is scored; both slots empty count as agreement. Spans are
compared as words: every word that a span touches, punctuation left out.
"""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from ..annotate import dates, events, names, numbers, places
from ..annotate.tokens import sentences, tokenise
from ..model import Article, Event, Outlet, Section, Sentence, Span, Token
from .report import Figure

EVENT_FILES = {"ASSAULT": "assault_gsr.csv", "PROTEST": "protest_gsr.csv"}
SPAN_FILES = {"ASSAULT": "assault_spans.json", "PROTEST": "protest_spans.json"}
TRAINED_SHARE = 0.8
_WORD = re.compile(r"\w+")
_SLOTS = ("source_actor", "verb", "target_actor")


def plain(text: str) -> Article:
    """A text as one body paragraph of an article without a date."""
    span = Span("bench", 0, len(text))
    return Article("bench", Outlet("bench", "bench"), text, (Section("body", span),))


def annotated(
    text: str, judged: bool = True
) -> tuple[Article, tuple[Token, ...], tuple[Sentence, ...], tuple[Event, ...]]:
    """A text with its events, by the stages that events need; ``judged`` False leaves out the model that rejects."""
    article = plain(text)
    tokens = tokenise(article)
    found = sentences(article, tokens)
    anchor = dates.anchor(article, tokens, found)
    times = dates.times(article, tokens, found, anchor)
    figures = numbers.quantities(article, tokens, found, times)
    mentions, entities = names.names(article, tokens, found)
    where = places.places(article, tokens, mentions, entities)
    given = (article, tokens, found, mentions, figures, times, where)
    return article, tokens, found, events.events(*given) if judged else events.told(*given)


def figures(data: Path) -> Iterable[Figure]:
    """Precision, recall and F1 of sentences, and word-overlap F1 of the three slots, on the last fifth."""
    folder = data / "arabic-event-gsr"
    sums: dict[str, Counter[str]] = {}
    sizes: dict[str, int] = {}
    for kind in EVENT_FILES:
        with (folder / EVENT_FILES[kind]).open(encoding="utf-8") as lines:
            cases = list(csv.DictReader(lines))
        kept_out = cases[int(len(cases) * TRAINED_SHARE) :]
        yield from _sentence_figures(kind, kept_out)
        texts = {case["text"].strip() for case in kept_out}
        gold = json.loads((folder / SPAN_FILES[kind]).read_text(encoding="utf-8"))
        sums[kind], sizes[kind] = _span_sums(kind, [item for item in gold if item["text"].strip() in texts])
        yield from _span_figures(kind, sums[kind], sizes[kind])
    yield from _span_figures("both types", sum(sums.values(), Counter()), sum(sizes.values()))


def _sentence_figures(kind: str, cases: Sequence[dict[str, str]]) -> Iterable[Figure]:
    outcomes = Counter[tuple[bool, bool]]()
    for case in cases:
        wanted = int(case["accept"]) > int(case["reject"])
        outcomes[wanted, any(event.type == kind for event in annotated(case["text"])[3])] += 1
    hits = outcomes[True, True]
    precision = hits / max(1, hits + outcomes[False, True])
    recall = hits / max(1, hits + outcomes[True, False])
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    for name, value in (("precision", precision), ("recall", recall), ("F1", f1)):
        yield Figure(f"events: {kind} sentences, {name}", value, "", len(cases), "last 20 %, majority of votes")


def _span_sums(kind: str, gold: Sequence[dict[str, object]]) -> tuple[Counter[str], int]:
    """The word F1 of each slot summed over the sentences, and how many they are."""
    sums = Counter[str]()
    for item in gold:
        text = str(item["text"])
        found = annotated(text)[3]
        ours = [e for e in found if e.type == kind] or list(found)
        slots = [_slots(text, event) for event in ours] or [{slot: Counter[str]() for slot in _SLOTS}]
        readings: list[dict[str, list[str]]] = item["spans"]  # type: ignore[assignment]
        pairs = [
            {slot: _overlap(mine[slot], Counter(_WORD.findall(" ".join(theirs[slot])))) for slot in _SLOTS}
            for mine in slots
            for theirs in readings
        ]
        best = max(pairs, key=lambda pair: sum(pair.values()), default=dict.fromkeys(_SLOTS, 0.0))
        for slot in _SLOTS:
            sums[slot] += best[slot]  # type: ignore[assignment]
    return sums, len(gold)


def _span_figures(kind: str, sums: Counter[str], size: int) -> Iterable[Figure]:
    for slot in _SLOTS:
        note = "last 20 %, best-matching reading"
        yield Figure(f"events: {kind} {slot}, word F1", sums[slot] / max(1, size), "", size, note)


def _slots(text: str, event: Event) -> dict[str, Counter[str]]:
    agent, target = event.argument("agent"), event.argument("target")
    spans = {"source_actor": agent and agent.span, "verb": event.trigger, "target_actor": target and target.span}
    return {slot: Counter(_touched(text, span)) if span else Counter() for slot, span in spans.items()}


def _touched(text: str, span: Span) -> list[str]:
    return [word[0] for word in _WORD.finditer(text) if word.start() < span.end and span.start < word.end()]


def _overlap(mine: Counter[str], theirs: Counter[str]) -> float:
    if not mine and not theirs:
        return 1.0
    shared = sum((mine & theirs).values())
    return 2 * shared / (sum(mine.values()) + sum(theirs.values()))
