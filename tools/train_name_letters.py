"""Train how name-like letters are: ``python tools/train_name_letters.py DATA`` writes ``name_letters.tsv``.

Needs scikit-learn, for training only.

Names are those of ``name-pairs``; other words are the words that ``newsfane`` (first nine tenths), ``ud-pud-ar``,
``ans-stance`` and ``arabic-event-gsr`` use and ``name-pairs`` does not hold. Logistic regression on letter n-grams.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path

from newsfane import sentences
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_score

from tawatur.annotate.naming.letters import grams
from tawatur.lang.normalise import fold

OUT = Path(__file__).parents[1] / "src/tawatur/lang/ar/name_letters.tsv"
HEADER = """\
# How letters of a word speak for a name (above zero) or a common word (below): weights of annotate/naming/letters.py.
# letters: one to four letters of the folded word without its article; ^ begins and $ ends the word; * is the bias.
# weight: of a logistic regression, in tenths
# Trained by tools/train_name_letters.py on the name pairs of Merhav & Ash 2018 (CC0), and on words of NewsFANE Gold
# (CC BY-SA 3.0), Arabic-PUD (CC BY-SA 3.0), Arabic News Stance (Apache-2.0) and arabic_event_gsr (MIT).
letters\tweight
"""
# More weights than this add nothing to the accuracy in cross-validation.
KEPT = 8000
_WORD = re.compile(r"[\u0621-\u064a]{3,}")


def names(data: Path) -> set[str]:
    lines = (data / "name-pairs" / "train.tsv").read_text(encoding="utf-8").splitlines()
    return {word for line in lines if _WORD.fullmatch(word := fold(line.split("\t")[1].replace(" ", "")))}


def words(data: Path) -> Counter[str]:
    """Words of news, without their article, that no name list holds."""
    corpus = sentences(data / "newsfane" / "train.tsv")
    found = Counter(fold(w.token) for s in corpus[: round(len(corpus) * 0.9)] for w in s if w.label == "O")
    for folder in ("ud-pud-ar", "ans-stance", "arabic-event-gsr"):
        for path in sorted((data / folder).glob("*.c*")):
            if "dev" not in path.name:
                found.update(map(fold, _WORD.findall(path.read_text(encoding="utf-8"))))
    return Counter({word.removeprefix("ال"): n for word, n in found.items() if _WORD.fullmatch(word)})


def main(data: Path) -> None:
    positive = sorted(names(data))
    negative = sorted(set(words(data)) - set(positive))
    vectors = DictVectorizer()
    matrix = vectors.fit_transform([dict.fromkeys(grams(word), 1) for word in [*positive, *negative]])
    labels = [1] * len(positive) + [0] * len(negative)
    model = LogisticRegression(C=0.3, max_iter=300, class_weight="balanced")
    folds = StratifiedKFold(3, shuffle=True, random_state=0)
    print(
        f"{len(positive)} names, {len(negative)} words, accuracy in 3 folds:",
        cross_val_score(model, matrix, labels, cv=folds),
    )
    model.fit(matrix, labels)
    weights = dict(zip(vectors.get_feature_names_out(), model.coef_[0]))
    best = sorted(weights, key=lambda gram: -abs(weights[gram]))[:KEPT]
    rows = [f"{gram}\t{round(10 * weights[gram])}" for gram in sorted(best) if round(10 * weights[gram])]
    rows.insert(0, f"*\t{round(10 * model.intercept_[0])}")
    OUT.write_text(HEADER + "\n".join(rows) + "\n", encoding="utf-8")
    print(len(rows), "weights")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    main(parser.parse_args().data)
