"""Names on NewsFANE Gold: entity F1 over PERSON, LOC+GPE and ORG, on the last tenth of its sentences.

Twice: the trained tagger by itself, and the whole stage as reports go through it. The stage names bodies that the
corpus leaves unnamed («الحكومة الأمريكية»), since they act and speak in reports; the corpus counts them as wrong.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise
from pathlib import Path

from ..annotate.names import names
from ..annotate.naming.tagger import Unit, tag, units
from ..annotate.tokens import sentences as split_sentences
from ..annotate.tokens import tokenise
from ..model import Article, Outlet, Section, Span
from .report import Figure

_HELD_OUT = 0.1
_ARTICLE = 30
# The data set's own grouping of its fifty classes (Alotaibi & Lee 2014).
_CLASSES = {
    "PERSON": "Politician Athlete Businessperson Artist Scientist Police Religious_PER Engineer Group Lawyer Other_PER",
    "ORG": "Government Non-Governmental Commercial Educational Media Religious_ORG Sports Medical-Science "
    "Entertainment",
    "PLACE": "Continent Nation State-or-Province County-or-District Population-Center GPE-Cluster "
    "Water-Body Celestial Land-Region-Natural",
}
_KIND_OF = {name: kind for kind, names in _CLASSES.items() for name in names.split()}
_COLLAPSED = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "PLACE", "LOC": "PLACE"}
Entity = tuple[int, int, str]


def figures(data: Path) -> Iterable[Figure]:
    """Precision, recall and F1 over all three, and F1 for each. An entity counts with its exact words and kind."""
    sentences = list(_sentences(data / "newsfane" / "train.tsv"))
    held_out = sentences[round(len(sentences) * (1 - _HELD_OUT)) :]
    gold = [entities([label for _, label in sentence], _KIND_OF) for sentence in held_out]
    mine = [entities(labels, _COLLAPSED) for labels in _predicted(held_out)]
    note = "NewsFANE, last tenth"
    for kind in ("all", "PERSON", "PLACE", "ORG"):
        wanted = [{e for e in found if kind in ("all", e[2])} for found in gold]
        found = [{e for e in found if kind in ("all", e[2])} for found in mine]
        hits = sum(len(left & right) for left, right in zip(wanted, found))
        total, guessed = sum(map(len, wanted)), sum(map(len, found))
        if kind == "all":
            yield Figure("names: precision", hits / guessed, "share", guessed, note)
            yield Figure("names: recall", hits / total, "share", total, note)
        yield Figure(f"names: {kind}", 2 * hits / (total + guessed), "F1", total, note)
    whole = list(_staged(held_out))
    hits = sum(len(left & right) for left, right in zip(gold, whole))
    total, guessed = sum(map(len, gold)), sum(map(len, whole))
    yield Figure("names: all, through the whole stage", 2 * hits / (total + guessed), "F1", total, note)


def _predicted(sentences: list[list[tuple[str, str]]]) -> Iterator[list[str]]:
    """Labels of all sentences, read as articles of thirty (the corpus does not say where its articles end)."""
    for start in range(0, len(sentences), _ARTICLE):
        tokens = [[token for token, _ in sentence] for sentence in sentences[start : start + _ARTICLE]]
        split = [units(sentence) for sentence in tokens]
        tagged = tag([[unit.form for unit in sentence] for sentence in split])
        for words, parts, labels in zip(tokens, split, tagged):
            yield _of_words(len(words), parts, labels)


def _staged(sentences: list[list[tuple[str, str]]]) -> Iterator[set[Entity]]:
    """Entities of all sentences as the names stage finds them, in token positions."""
    for start in range(0, len(sentences), _ARTICLE):
        part = [[token for token, _ in sentence] for sentence in sentences[start : start + _ARTICLE]]
        text = "\n".join(map(" ".join, part))
        ends = list(accumulate((len(" ".join(tokens)) + 1 for tokens in part), initial=0))
        spans = [Span("x", a, b - 1) for a, b in pairwise(ends)]
        article = Article("x", Outlet("x", "x"), text, tuple(Section("body", span) for span in spans))
        tokens = tokenise(article)
        mentions, _ = names(article, tokens, split_sentences(article, tokens))
        for span, words in zip(spans, part):
            borders = list(accumulate((len(word) + 1 for word in words), initial=span.start))
            yield {
                (bisect_right(borders, m.span.start) - 1, bisect_left(borders, m.span.end), _COLLAPSED[m.kind])
                for m in mentions
                if m.form == "name" and m.kind in _COLLAPSED and span.contains(m.span)
            }


def _of_words(size: int, parts: list[Unit], labels: list[str]) -> list[str]:
    """A label for each token: that of the unit a name begins at, else of any."""
    found = ["O"] * size
    for unit, label in zip(parts, labels):
        if found[unit.token] == "O" or label.startswith("B-"):
            found[unit.token] = label
    return found


def entities(labels: list[str], kinds: dict[str, str]) -> set[Entity]:
    """Entities of the kinds measured as (first, last, kind), ``last`` excluded."""
    found: set[Entity] = set()
    start, name = 0, ""
    for number, label in enumerate([*labels, "O"]):
        prefix, _, new = label.partition("-")
        if name and (prefix != "I" or new != name):
            if name in kinds:
                found.add((start, number, kinds[name]))
            name = ""
        if new and not name:
            start, name = number, new
    return found


def _sentences(path: Path) -> Iterator[list[tuple[str, str]]]:
    sentence: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        token, _, label = line.partition("\t")
        if token:
            sentence.append((token, label or "O"))
        elif sentence:
            yield sentence
            sentence = []
