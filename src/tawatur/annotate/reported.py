"""Whether a sentence reports an assault or a protest, or only names one in passing.

Frames find the words of an act; a comment on «violence», a lesson in history or a figure of speech has them too.
A linear model over the sentence's stems, their pairs and what the frames found rejects those. It can only reject:
what no frame found, it cannot add. The weights come from ``tools/train_event_reports.py``, for Arabic alone.

It was trained on sentences that stand alone, most of which report nothing, and knows no context: it judges texts of
at most ``LONE`` sentences. In a whole report the neighbours say what a sentence is about, and nothing is rejected.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from math import sqrt
from typing import NamedTuple

from ..lang.tables import ROOT, table
from ..model import Event, Sentence, Token

TYPES = ("ASSAULT", "PROTEST")
BIAS = "#"
LONE = 2


class Model(NamedTuple):
    """``shape``: weights of what frames found. ``words``: weight and inverse document frequency of a stem or pair."""

    shape: dict[str, float]
    words: dict[str, tuple[float, float]]


def words(tokens: tuple[Token, ...], sentence: Sentence) -> set[str]:
    """The stems of a sentence and each two that follow one another."""
    stems = [token.stem for token in tokens[sentence.first : sentence.last] if token.kind == "word" and token.stem]
    return {*stems, *map(" ".join, pairwise(stems))}


def shape(kind: str, tokens: tuple[Token, ...], sentence: Sentence, found: Iterable[Event]) -> set[str]:
    """What the frames found of this type, each feature marked by #."""
    seen = {"#number" for token in tokens[sentence.first : sentence.last] if token.kind == "number"}
    seen.update("#asked" for token in tokens[sentence.first : sentence.last] if token.surface in "؟?!…")
    size = sentence.last - sentence.first
    seen.add("#short" if size < 15 else "#middling" if size < 35 else "#long")
    count = 0
    for event in found:
        if event.type != kind:
            continue
        count += 1
        roles = {argument.role for argument in event.arguments}
        actors = "+".join(role for role in ("agent", "target") if role in roles) or "nobody"
        seen.update((f"#{event.frame}", f"#{actors}", f"#{event.modality}", f"#{event.frame} {actors}"))
        seen.update(f"#{role}" for role in roles & {"time", "place"})
        if event.quantities:
            seen.add("#figures")
        done = event.modality == "actual" and {"agent", "target"} <= roles
        if done or (event.quantities and event.frame in ("kill", "wound")):
            seen.add("#told")
        if event.mode:
            seen.add(f"#{event.mode}")
        seen.update(f"#{auxiliary}" for auxiliary in event.auxiliary)
    seen.add(f"#events {min(count, 3)}")
    return seen


def score(model: Model, shaped: set[str], worded: set[str]) -> float:
    """Above zero: reported. The words' part is a cosine, so that long sentences do not outweigh short ones."""
    known = [model.words[word] for word in worded if word in model.words]
    norm = sqrt(sum(idf * idf for _, idf in known)) or 1.0
    told = sum(weight * idf for weight, idf in known) / norm
    return model.shape[BIAS] + sum(model.shape.get(feature, 0.0) for feature in shaped) + told


@cache
def _models(language: str) -> dict[str, Model]:
    if not (ROOT / language / "event_reports.tsv").exists():
        return {}
    found = {kind: Model({}, {}) for kind in TYPES}
    for row in table(language, "event_reports").rows:
        model = found[row["type"]]
        if row["idf"]:
            model.words[row["feature"]] = (float(row["weight"]), float(row["idf"]))
        else:
            model.shape[row["feature"]] = float(row["weight"])
    return found


def reports(kind: str, language: str, tokens: tuple[Token, ...], sentence: Sentence, found: Iterable[Event]) -> bool:
    """Whether the sentence reports its events of this type; True where there is no model."""
    model = _models(language).get(kind)
    return model is None or score(model, shape(kind, tokens, sentence, found), words(tokens, sentence)) > 0
