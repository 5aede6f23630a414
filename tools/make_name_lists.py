"""Make the word lists of the name tagger: ``python tools/make_name_lists.py DATA`` writes ``name_lists.tsv``.

From ``name-pairs`` (personal names), ``geonames-ar`` and CLDR (places), ``universal-petrarch-ar`` (actors).
A word on a list is no name by that alone: the tagger weighs the letters together with everything else.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

from babel import Locale

from tawatur.lang.normalise import fold
from tawatur.lang.tables import ROOT

HEADER = """\
# Words met in lists of names, for the name tagger.
# form: the folded word, without the article unless the list has it so
# lists: a letter a list: n rare and N common personal name, l town or province, L country, a actor in news
# Made by tools/make_name_lists.py from the name pairs of Merhav & Ash 2018 (CC0), GeoNames (CC BY 4.0), Unicode
# CLDR and the actors of UniversalPetrarch (MIT).
"""
COMMON, RAREST = 20, 3


def people(path: Path) -> dict[str, str]:
    counts: Counter[str] = Counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        _, letters, count = line.split("\t")
        counts[fold(letters.replace(" ", ""))] += int(count)
    return {form: "N" if n >= COMMON else "n" for form, n in counts.items() if n >= RAREST and len(form) > 2}


def places(path: Path) -> set[str]:
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {word for row in rows for name in row["ar_names"] for word in fold(name).split() if len(word) > 2}


def countries() -> set[str]:
    names = Locale("ar").territories
    return {w for code, name in names.items() if len(code) == 2 for w in fold(name).split() if len(w) > 3}


def actors(path: Path) -> set[str]:
    words = re.findall(r"^([^\s\[#]+?)_?\s*(?:\[|$)", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {word for entry in words for word in fold(entry).split("_") if len(word) > 2}


def main(data: Path) -> None:
    lists: dict[str, set[str]] = defaultdict(set)
    for form, letter in people(data / "name-pairs" / "train.tsv").items():
        lists[form].add(letter)
    for letter, words in (
        ("l", places(data / "geonames-ar" / "mena_cities500_ar.jsonl")),
        ("L", countries()),
        ("a", actors(data / "universal-petrarch-ar" / "actor_dict_ar_v4.txt")),
    ):
        for word in words:
            lists[word].add(letter)
    rows = [f"{form}\t{''.join(sorted(letters))}" for form, letters in sorted(lists.items()) if form.isalpha()]
    text = HEADER + "form\tlists\n" + "\n".join(rows) + "\n"
    (ROOT / "ar" / "name_lists.tsv").write_text(text, encoding="utf-8")
    print(len(rows), "words")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
