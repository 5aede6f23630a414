"""Train the weights of ``reconcile/stance.py``: whether one headline agrees with another or disagrees.

    python tools/train_stance.py DATA          needs scikit-learn, for training only

DATA is the folder that holds ``ans-stance/train.csv`` (latynt/ans, Khouja 2020, Apache-2.0); ``dev.csv`` is the
bench's and is not read. Logistic regression. Every choice was made by cross-validation in five folds, pairs that have
a headline in common, directly or through others, in one fold; its figures are printed before the weights are written.
"""

from __future__ import annotations

import argparse
import csv
import random
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from tawatur.bench.stance import LABELS, scores
from tawatur.lang.normalise import fold
from tawatur.reconcile.edits import edits
from tawatur.reconcile.stance import BIAS, MODELS, Features, judge, probability, value_features, word_features

OUT = Path(__file__).parents[1] / "src/tawatur/lang/ar/stance_weights.tsv"
HEADER = """\
# Weights of reconcile/stance.py: whether a headline agrees with another, disagrees or is about another matter.
# feature: a named feature of values and overlap; or a word gone (-) or new (+); or a pole of antonyms.tsv that is new,
# or one that took another's place (>). # is the bias.
# other: weight for the texts being about different things. values, words, both: weight for their disagreeing, by
# values and overlap alone, by words alone, by both. Empty: not used by the model.
# Trained by tools/train_stance.py on the training part of Arabic News Stance (latynt/ans, Khouja 2020, Apache-2.0).
feature\tother\tvalues\twords\tboth
"""
FOLDS, SHUFFLES = 5, 2
# A word met in fewer pairs is noise.
MET = 3


class Pair(NamedTuple):
    values: Features
    words: Features
    label: str
    group: str

    def features(self, model: str) -> Features:
        if model == "both":
            return self.values | self.words
        return self.words if model == "words" else self.values


def pairs(path: Path) -> list[Pair]:
    """The pairs with their features; those that share headlines are one group."""
    with path.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    above: dict[str, str] = {}

    def top(text: str) -> str:
        while above.setdefault(text, text) != text:
            text = above[text]
        return text

    for row in rows:
        above[top(fold(row["s1"]))] = top(fold(row["s2"]))
    found = []
    for row in rows:
        left, right = row["s1"], row["s2"]
        change = edits(left, right)
        values, words = value_features(left, right, change), word_features(change)
        found.append(Pair(values, words, row["stance"], top(fold(left))))
    return found


def fit(model: str, train: list[Pair]) -> dict[str, float]:
    """Weights of one model; all but ``other`` learn from the pairs that are about one thing."""
    used = [pair for pair in train if model == "other" or pair.label != "other"]
    wanted = "other" if model == "other" else "disagree"
    met = Counter(name for pair in used for name in pair.features(model))
    named = {name for pair in used for name in pair.values}
    rows = [{n: v for n, v in p.features(model).items() if met[n] >= MET or n in named} for p in used]
    vectors = DictVectorizer()
    learned = LogisticRegression(C=1.0, max_iter=3000)
    learned.fit(vectors.fit_transform(rows), [pair.label == wanted for pair in used])
    weights = dict(zip(vectors.get_feature_names_out(), map(float, learned.coef_[0])))
    return weights | {BIAS: float(learned.intercept_[0])}


def verdict(models: dict[str, dict[str, float]], model: str, pair: Pair) -> str:
    """The verdict of models that are not written yet, as ``reconcile/stance.py`` gives it."""
    return judge(*(probability(models[name], pair.features(name)) for name in ("other", model)))[0]


def validate(found: list[Pair]) -> None:
    """Print every model's F1 in cross-validation, the mean over shuffles of the groups."""
    groups = sorted({pair.group for pair in found})
    sums: Counter[tuple[str, str]] = Counter()
    for seed in range(SHUFFLES):
        order = list(range(len(groups)))
        random.Random(seed).shuffle(order)
        fold_of = {group: place % FOLDS for group, place in zip(groups, order)}
        told: dict[str, list[tuple[str, str]]] = {model: [] for model in MODELS[1:]}
        for number in range(FOLDS):
            train = [pair for pair in found if fold_of[pair.group] != number]
            models = {model: fit(model, train) for model in MODELS}
            for model, said in told.items():
                said += [(p.label, verdict(models, model, p)) for p in found if fold_of[p.group] == number]
        for model, said in told.items():
            for label, score in scores(said).items():
                sums[model, label] += score.f1 / SHUFFLES  # type: ignore[assignment]
    for model in MODELS[1:]:
        print(f"{model}: cross-validated F1", *(f"{label} {sums[model, label]:.3f}" for label in LABELS))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", type=Path)
    found = pairs(parser.parse_args().data / "ans-stance" / "train.csv")
    validate(found)
    models = {model: fit(model, found) for model in MODELS}
    lines = []
    for name in sorted({name for weights in models.values() for name in weights}):
        cells = [f"{models[model][name]:.2f}" if name in models[model] else "" for model in MODELS]
        if any(cell.strip("-0.") for cell in cells):
            lines.append("\t".join((name, *cells)))
    OUT.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
