"""Who says what, on the project's own gold: a hundred and fourteen invented reports, thirty of them never read while
building.

The gold ships with the package, so these figures need no data folder. How a statement is matched is told in the
gold's README.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from .. import pipeline
from ..ingest.jsonl import article_of_record
from ..lang.normalise import fold
from ..model import Reading, Span
from .report import Figure

GOLD = Path(__file__).parent / "gold" / "attribution"
_DIRECT = frozenset(("direct", "mixed"))
_LEAST_OVERLAP = 0.5


class Pair(NamedTuple):
    """A gold report and what was read in it."""

    gold: dict[str, Any]
    reading: Reading


def figures(data: Path) -> Iterable[Figure]:
    """F1 of statements with the right speaker, by class; channels, firmness, casualties and events; both halves."""
    for half, name in (("test", "unseen half"), ("dev", "half used for building")):
        yield from _half(list(pairs(half)), name)


def pairs(half: str) -> Iterator[Pair]:
    """Every report of one half, read."""
    import yaml

    for gold in yaml.safe_load((GOLD / f"{half}.yaml").read_text(encoding="utf-8")):
        record = {"id": gold["id"], "text": gold["text"], "published": str(gold["published"])}
        yield Pair(gold, pipeline.read(article_of_record(record, gold["id"])))


def _half(found: list[Pair], note: str) -> Iterator[Figure]:
    for label, modes in (("direct and mixed quotations", _DIRECT), ("indirect statements", frozenset(("indirect",)))):
        counts: Counter[str] = Counter()
        for pair in found:
            counts += _statements(pair, modes)
        for what in ("found", "speaker"):
            f1 = 2 * counts[what] / max(1, counts["gold"] + counts["mine"])
            yield Figure(f"attribution: {label}, {what} right", f1, "F1", counts["gold"], note)
        for what in ("channel", "firmness", "kind"):
            share = counts[what] / max(1, counts[f"{what} asked"])
            yield Figure(f"attribution: {label}, {what} of those found", share, "share", counts[f"{what} asked"], note)
    casualties = sum((_casualties(pair) for pair in found), Counter())
    share = casualties["right"] / max(1, casualties["gold"])
    yield Figure("casualties: outcome, low, high, bound all right", share, "share", casualties["gold"], note)
    events = sum((_events(pair) for pair in found), Counter())
    yield Figure("events: type at the trigger", events["right"] / max(1, events["gold"]), "share", events["gold"], note)


def _statements(pair: Pair, modes: frozenset[str]) -> Counter[str]:
    """Gold statements of these modes against all found; a found one of these modes that matches none is wrong."""
    counts: Counter[str] = Counter()
    text = pair.reading.article.text
    used: set[str] = set()
    for gold in pair.gold["statements"]:
        if gold["mode"] not in modes:
            continue
        counts["gold"] += 1
        span = place(text, gold["content"])
        match = max(
            (quote for quote in pair.reading.quotes if quote.id not in used and _matches(quote.content, span, text)),
            key=lambda quote: _overlap(quote.content, span),
            default=None,
        )
        if match is None:
            continue
        used.add(match.id)
        counts["found"] += 1
        counts["speaker"] += _same_speaker(gold.get("speaker"), match.source.text if match.source else None)
        counts["firmness asked"] += 1
        counts["firmness"] += gold["firmness"] == match.factuality
        counts["kind asked"] += match.source is not None
        counts["kind"] += match.source is not None and match.source.kind == gold["kind"]
        if gold.get("channel"):
            counts["channel asked"] += 1
            counts["channel"] += match.channel is not None and match.channel.kind == gold["channel"]
    others = [place(text, gold["content"]) for gold in pair.gold["statements"] if gold["mode"] not in modes]
    for quote in pair.reading.quotes:
        same_class = (quote.mode in _DIRECT) == (modes == _DIRECT)
        counts["mine"] += quote.id in used or (
            same_class and not any(_matches(quote.content, span, text) for span in others)
        )
    return counts


def place(text: str, words: str, nth: int = 1) -> tuple[int, int]:
    """Where the ``nth`` occurrence of the words stands."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return start, start + len(words)


def _overlap(span: Span, other: tuple[int, int]) -> int:
    return max(0, min(span.end, other[1]) - max(span.start, other[0]))


def _matches(span: Span, gold: tuple[int, int], text: str) -> bool:
    """Half of the gold's words covered, and half of its own inside the gold or the rest of the gold's line."""
    line_end = text.find("\n", gold[1])
    line = (gold[0], line_end if line_end >= 0 else len(text))
    covered = _overlap(span, gold) >= _LEAST_OVERLAP * (gold[1] - gold[0])
    return covered and _overlap(span, line) >= _LEAST_OVERLAP * (span.end - span.start)


def _same_speaker(gold: str | None, mine: str | None) -> bool:
    """The same words, one inside the other, or the same last word (the name's head)."""
    if gold is None or mine is None:
        return gold is mine
    a, b = (re.sub(r"[^\w\s]", " ", fold(text)).split() for text in (gold, mine))
    return bool(a and b) and (a[-1] == b[-1] or set(a) <= set(b) or set(b) <= set(a))


def _casualties(pair: Pair) -> Counter[str]:
    counts: Counter[str] = Counter()
    text = pair.reading.article.text
    for gold in pair.gold["casualties"]:
        counts["gold"] += 1
        span = place(text, str(gold["words"]), gold.get("nth", 1))
        counts["right"] += any(
            _overlap(q.span, span)
            and (q.outcome, q.low, q.high, q.bound) == (gold["outcome"], gold["low"], gold["high"], gold["bound"])
            for q in pair.reading.quantities
        )
    return counts


def _events(pair: Pair) -> Counter[str]:
    counts: Counter[str] = Counter()
    text = pair.reading.article.text
    for gold in pair.gold["events"]:
        counts["gold"] += 1
        span = place(text, gold["trigger"], gold.get("nth", 1))
        counts["right"] += any(_overlap(e.trigger, span) and e.type == gold["type"] for e in pair.reading.events)
    return counts
