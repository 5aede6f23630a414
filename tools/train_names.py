"""Train the name tagger: ``python tools/train_names.py DATA`` writes the models and their recipe.

DATA holds ``newsfane``. The model that ships is trained on the first nine tenths of its sentences; the last tenth
is what ``tawatur bench`` measures on. The features to which the models give a weight are listed beside them.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pycrfsuite
from newsfane import Word, coarse, sentences

from tawatur.annotate.naming.tagger import FIRST, MODELS, SECOND, WEIGHED, document_features, elsewhere, features, units

SETTINGS = {"c1": 0.06, "c2": 0.02, "max_iterations": 120, "feature.minfreq": 2, "feature.possible_transitions": True}
HELD_OUT = 0.1
# The corpus does not say where articles end; this many sentences in a row stand in for one.
ARTICLE = 30
RECIPE = MODELS / "names-ar.json"
FOLDS = 5


class Example(NamedTuple):
    forms: list[str]
    features: list[list[str]]
    labels: list[str]


def example(sentence: list[Word]) -> Example:
    """Features and labels of a sentence's units; a name begins at the word, not at its proclitic."""
    found = units([word.token for word in sentence])
    labels = []
    begun: set[int] = set()
    for unit in found:
        label = coarse(sentence[unit.token].label)
        main = max((u for u in found if u.token == unit.token), key=lambda u: u.end - u.start)
        if label.startswith("B-") and unit is not main and unit.start < main.start:
            label = "O"
        elif label.startswith("B-") and unit.token in begun:
            label = f"I-{label[2:]}"
        if label.startswith("B-"):
            begun.add(unit.token)
        labels.append(label)
    forms = [unit.form for unit in found]
    return Example(forms, features(forms), labels)


def train(features: Iterable[list[list[str]]], labels: Iterable[list[str]], path: Path) -> None:
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(SETTINGS)
    for found, wanted in zip(features, labels):
        trainer.append(found, wanted)
    trainer.train(str(path))


def write_weighed() -> None:
    """The features that either model gives a weight, so that tagging makes no others."""
    found: set[str] = set()
    for path in (FIRST, SECOND):
        tagger = pycrfsuite.Tagger()
        tagger.open(str(path))
        found.update(tagger.info().attributes)
    WEIGHED.write_text("".join(f"{name}\n" for name in sorted(found)), encoding="utf-8")


def unseen_labels(examples: list[Example]) -> list[list[str]]:
    """What a first pass says of each sentence when it was trained without it and its neighbours."""
    found: list[list[str]] = []
    size = -(-len(examples) // FOLDS)
    with tempfile.TemporaryDirectory() as folder:
        for fold in range(FOLDS):
            path = Path(folder) / f"{fold}.crfsuite"
            rest = examples[: fold * size] + examples[(fold + 1) * size :]
            train((e.features for e in rest), (e.labels for e in rest), path)
            tagger = pycrfsuite.Tagger()
            tagger.open(str(path))
            found += [tagger.tag(e.features) for e in examples[fold * size : (fold + 1) * size]]
    return found


def second_features(examples: list[Example], first: list[list[str]]) -> Iterator[list[list[str]]]:
    for start in range(0, len(examples), ARTICLE):
        part = examples[start : start + ARTICLE]
        told = elsewhere([e.forms for e in part], first[start : start + ARTICLE])
        for e in part:
            yield [[*unit, *document_features(next(told))] for unit in e.features]


def main(data: Path) -> None:
    source = data / "newsfane" / "train.tsv"
    corpus = sentences(source)
    border = round(len(corpus) * (1 - HELD_OUT))
    examples = [example(sentence) for sentence in corpus[:border]]
    train((e.features for e in examples), (e.labels for e in examples), FIRST)
    first = unseen_labels(examples)
    train(second_features(examples, first), (e.labels for e in examples), SECOND)
    write_weighed()
    recipe = {
        "trained_on": "NewsFANE Gold, Alotaibi & Lee, COLING 2014, CC BY-SA 3.0",
        "sentences": border,
        "corpus_sha256": hashlib.sha256(source.read_bytes()).hexdigest(),
        "settings": SETTINGS,
        "script": "tools/train_names.py",
        "licence": "CC BY-SA 3.0",
    }
    RECIPE.write_text(json.dumps(recipe, indent=1) + "\n", encoding="utf-8")
    print(f"{border} sentences, {(FIRST.stat().st_size + SECOND.stat().st_size) / 1e6:.1f} MB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
