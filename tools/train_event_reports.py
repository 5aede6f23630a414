"""Train the model of ``annotate/happenings/reported.py``: which sentences report an assault or a protest.

    python tools/train_event_reports.py DATA          needs scikit-learn, for training only

DATA is the folder that holds ``arabic-event-gsr/`` (openeventdata, MIT). Only the first 80 % of each file is read;
the last 20 % is the bench's. Logistic regression on every annotator's vote; the threshold is the one with the best
F1 in five-fold cross-validation and is folded into the bias.
"""

from __future__ import annotations

import argparse
import csv
import math
import random
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from tawatur.annotate.happenings import reported
from tawatur.bench.events import EVENT_FILES, TRAINED_SHARE, annotated

OUT = Path(__file__).parents[1] / "src/tawatur/lang/ar/event_reports.tsv"
HEADER = """# Weights of annotate/happenings/reported.py: whether a sentence reports the assault or protest it names.
# type: PLOVER type; feature: a stem, two stems, or # and a property of the sentence (# alone: the bias, threshold
# included); weight; idf: inverse document frequency of stems and pairs.
# Trained by tools/train_event_reports.py on the first 80 % of openeventdata/arabic_event_gsr (MIT).
type\tfeature\tweight\tidf
"""
# A word met in fewer sentences is noise; the shape's features are weighed down against the words' cosine.
# The threshold is taken over several shuffles: that of one is chance.
TURNS = 4
MET, SHAPE, WORDS = 3, 0.3, 2.0


class Case(NamedTuple):
    shape: set[str]
    words: set[str]
    accept: int
    reject: int

    @property
    def label(self) -> bool:
        return self.accept > self.reject


def cases(data: Path, kind: str) -> tuple[list[Case], int]:
    """Sentences in which frames find the type, and how many accepted ones they miss."""
    with (data / "arabic-event-gsr" / EVENT_FILES[kind]).open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    found, missed = [], 0
    for row in rows[: int(len(rows) * TRAINED_SHARE)]:
        case = Case(set(), set(), int(row["accept"]), int(row["reject"]))
        _, tokens, sentences, events = annotated(row["text"], judged=False)
        for sentence in sentences:
            inside = [e for e in events if sentence.span.overlaps(e.trigger)]
            if any(event.type == kind for event in inside):
                case.shape.update(reported.shape(kind, "ar", tokens, sentence, inside))
                case.words.update(reported.words(tokens, sentence))
        if case.shape:
            found.append(case)
        else:
            missed += case.label
    return found, missed


def fit(train: list[Case]) -> reported.Model:
    """A model of the cases; each vote is one example."""
    counts = Counter(word for case in train for word in case.words)
    idf = {word: math.log(len(train) / count) + 1 for word, count in counts.items() if count >= MET}
    rows, labels, weights = [], [], []
    for case in train:
        norm = math.sqrt(sum(idf[w] ** 2 for w in case.words if w in idf)) or 1.0
        row = {w: WORDS * idf[w] / norm for w in case.words if w in idf} | dict.fromkeys(case.shape, SHAPE)
        for label, votes in ((1, case.accept), (0, case.reject)):
            if votes:
                rows.append(row)
                labels.append(label)
                weights.append(votes / (case.accept + case.reject))
    vectors = DictVectorizer()
    model = LogisticRegression(C=1.0, max_iter=3000).fit(vectors.fit_transform(rows), labels, weights)
    learned = dict(zip(vectors.get_feature_names_out(), map(float, model.coef_[0])))
    shape = {f: w * SHAPE for f, w in learned.items() if f.startswith("#")}
    words = {f: (w * WORDS, idf[f]) for f, w in learned.items() if not f.startswith("#")}
    return reported.Model(shape | {reported.BIAS: float(model.intercept_[0])}, words)


def _score(model: reported.Model, case: Case) -> float:
    """The model's score; what is told plainly is never rejected, so no threshold may depend on it."""
    return math.inf if reported.PLAIN in case.shape else reported.score(model, case.shape, case.words)


def best(scored: list[tuple[float, bool]], missed: int) -> tuple[float, float, float, float]:
    """The threshold with the best F1, and precision, recall and F1 there."""
    positives = sum(label for _, label in scored) + missed
    right, top = 0, (0.0, 0.0, 0.0, 0.0)
    for taken, (value, label) in enumerate(sorted(scored, reverse=True), 1):
        right += label
        f1 = 2 * right / (taken + positives)
        if f1 > top[3]:
            top = (value - 1e-6, right / taken, right / positives, f1)
    return top


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", type=Path)
    lines = []
    data = parser.parse_args().data
    for kind in reported.TYPES:
        found, missed = cases(data, kind)
        scored = []
        for turn in range(TURNS):
            random.Random(turn).shuffle(found)
            for fold in range(5):
                model = fit([case for i, case in enumerate(found) if i % 5 != fold])
                scored += [(_score(model, case), case.label) for case in found[fold::5]]
        threshold, precision, recall, f1 = best(scored, TURNS * missed)
        print(f"{kind}: cross-validated P {precision:.3f} R {recall:.3f} F1 {f1:.3f} of {len(found)}, {missed} missed")
        model = fit(found)
        model.shape[reported.BIAS] -= threshold
        lines += [f"{kind}\t{f}\t{w:.3f}\t" for f, w in sorted(model.shape.items())]
        lines += [f"{kind}\t{f}\t{w:.2f}\t{idf:.2f}" for f, (w, idf) in sorted(model.words.items())]
    OUT.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
