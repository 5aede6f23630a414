"""Train the clitic model: ``python tools/train_clitics.py DATA`` writes two tables under ``lang/ar``.

DATA holds ``ud-pud-ar`` (segmentation; its last tenth is kept out), ``newsfane`` (how often forms stand alone: its
tokens come with و and pronouns apart) and ``name-pairs``. An averaged perceptron ranks the readings.
"""

from __future__ import annotations

import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from tawatur.bench.clitics import pud_words, same_cut
from tawatur.lang.clitics import ARTICLE, PRONOUNS, Cut, Model, cuts, families, keyed
from tawatur.lang.normalise import fold
from tawatur.lang.tables import table

OUT = Path(__file__).parents[1] / "src" / "tawatur" / "lang" / "ar"
EPOCHS = 10
# Words taken from NewsFANE, beside the ten thousand of PUD.
MORE = 20_000
# Forms met once are as often misspellings as words; leaving them out halves the table.
RAREST = 2
# Weights below this never turned a decision on the development part.
SMALLEST = 0.02
# How often a name of the lists is held to be met, and how big a town must be to be one of them.
MET, BIG_TOWN = 30, 20_000
# Rounds of counting and training; a third adds nothing on the cross-validated part.
ROUNDS = 2
_CLITIC_LETTERS = frozenset("وفبلكس")


def newsfane(data: Path) -> list[str]:
    """NewsFANE's tokens without the tenth that names are measured on; a blank one ends a sentence."""
    lines = (data / "newsfane" / "train.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[0] for line in lines[: round(len(lines) * 0.9)]]


def joined(tokens: list[str]) -> Iterator[tuple[str, Cut]]:
    """Words as they are written, from NewsFANE's parts: only cuts that it makes throughout (و and pronouns)."""
    index = 0
    while index < len(tokens) - 2:
        front = ("و",) if tokens[index] == "و" else ()
        stem = tokens[index + len(front)]
        back = tokens[index + len(front) + 1]
        behind = (back,) if (back in PRONOUNS and len(back) > 1) or back == "ه" else ()
        if len(stem) > 1 and stem.isalpha() and stem[0] not in "بلكسف" and stem not in PRONOUNS:
            yield keyed("".join((*front, stem, *behind))), Cut(front, fold(stem), behind)
        index += max(1, len(front) + len(behind) + 1)


def names(data: Path) -> Counter[str]:
    """Personal names whose first letter could be a clitic, so that وينستون is not read as و and ينستون."""
    found: Counter[str] = Counter()
    for line in (data / "name-pairs" / "train.tsv").read_text(encoding="utf-8").splitlines():
        _, letters, count = line.split("\t")
        form = fold(letters.replace(" ", ""))
        if form[:1] in _CLITIC_LETTERS and len(form) > 3:
            found[form] += int(count)
    return Counter({form: n for form, n in found.items() if n >= RAREST})


def named() -> Counter[str]:
    """Towns and regions of our own lists, as if met now and then: the news counted is twenty years old."""
    big = (r["names"].split("|") for r in table("ar", "gazetteer").rows if int(r["population"]) >= BIG_TOWN)
    towns = (name for names in big for name in names)
    regions = (row["name"] for row in table("ar", "places_more").rows)
    found = (fold(name) for name in (*towns, *regions))
    return Counter(dict.fromkeys((name for name in found if name.isalpha() and len(name) > 2), MET))


def alone(tokens: list[str], words: list[tuple[str, Cut]]) -> Counter[str]:
    """How often each folded form stands alone: NewsFANE's tokens, and PUD's stems from the training part."""
    counts = Counter(map(fold, tokens))
    counts.update(fold(cut.stem) for _, cut in words if cut.stem)
    return Counter({form: n for form, n in counts.items() if n >= RAREST and form.isalpha() and len(form) > 1})


def train(words: list[tuple[str, Cut]], counts: Counter[str]) -> dict[str, float]:
    model = Model(counts, families(counts), {})
    weights: dict[str, float] = defaultdict(float)
    totals: dict[str, float] = defaultdict(float)
    examples = []
    for word, gold in words:
        readings = list(cuts(word))
        right = [n for n, reading in enumerate(readings) if same_cut(reading, gold)]
        if len(readings) > 1 and right:
            examples.append(([model.features(word, reading) for reading in readings], set(right)))
    rng = random.Random(7)
    step = 0
    for _ in range(EPOCHS):
        rng.shuffle(examples)
        for readings, right in examples:
            step += 1
            scores = [sum(weights[f] for f in found) for found in readings]
            guess = max(range(len(readings)), key=scores.__getitem__)
            if guess in right:
                continue
            best = max(right, key=scores.__getitem__)
            for sign, found in ((1.0, readings[best]), (-1.0, readings[guess])):
                for feature in found:
                    weights[feature] += sign
                    totals[feature] += sign * step
    return {f: w - totals[f] / step for f, w in weights.items() if abs(w - totals[f] / step) >= SMALLEST}


def recounted(tokens: list[str], words: list[tuple[str, Cut]], first: Model) -> Counter[str]:
    """The counts again, with ب ل ك ف س taken off NewsFANE's tokens too, where the first model cuts them."""
    counts: Counter[str] = Counter(fold(cut.stem) for _, cut in words if cut.stem)
    for form, n in Counter(tokens).items():
        word = fold(form)
        if word[:1] in _CLITIC_LETTERS and len(word) > 3 and word.isalpha():
            cut = first.choose(keyed(form))
            if set(cut.proclitics) - {ARTICLE}:
                word = word[len(word) - len(cut.stem) - sum(map(len, cut.enclitics)) :]
                word = ARTICLE + word if ARTICLE in cut.proclitics else word
        counts[word] += n
    return Counter({form: n for form, n in counts.items() if n >= RAREST and form.isalpha() and len(form) > 1})


def trained(words: list[tuple[str, Cut]], more: list[tuple[str, Cut]], tokens: list[str], known: Counter[str]) -> Model:
    """Two rounds: the first tells which of NewsFANE's tokens still carry clitics, the second counts without those."""
    counts = alone(tokens, words) | known
    for _ in range(ROUNDS):
        weights = train(words + more, counts)
        model = Model(dict(counts), families(counts), weights)
        counts = recounted(tokens, words, model) | known
    return model


def main(data: Path) -> None:
    words, tokens = pud_words(data, held_out=False), newsfane(data)
    more = random.Random(3).sample(list(joined(tokens)), k=MORE)
    counts, _, weights = trained(words, more, tokens, names(data) | named())
    source = (
        "# Made by tools/train_clitics.py from NewsFANE Gold (CC BY-SA 3.0), UD Arabic-PUD (CC BY-SA 3.0) and the\n"
        "# name pairs of Merhav & Ash 2018 (CC0).\n"
    )
    write(
        "clitic_counts",
        "# How often folded word forms stand alone in news, clitics apart.\n# form: the folded form\n"
        "# count: how often it was met\n" + source,
        ("form", "count"),
        sorted(counts.items(), key=lambda item: (-item[1], item[0])),
    )
    write(
        "clitic_families",
        "# How often the forms of one family of words stand alone in news: sums of clitic_counts, ready to read.\n"
        "# family: what lang/clitics.py makes of its forms\n# count: how often they were met\n" + source,
        ("family", "count"),
        sorted(families(counts).items(), key=lambda item: (-item[1], item[0])),
    )
    write(
        "clitic_weights",
        "# Weights of the model that chooses where a word is cut; see lang/clitics.py for what each feature is.\n"
        "# feature: its name\n# weight: what it adds to a reading's score\n" + source,
        ("feature", "weight"),
        [(feature, f"{weight:.2f}") for feature, weight in sorted(weights.items())],
    )
    print(f"{len(counts)} forms, {len(weights)} weights")


def write(name: str, header: str, columns: tuple[str, str], rows: list[tuple[str, object]]) -> None:
    lines = ["\t".join(columns), *("\t".join(map(str, row)) for row in rows)]
    (OUT / f"{name}.tsv").write_text(header + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
