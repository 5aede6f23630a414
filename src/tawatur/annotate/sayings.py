"""Words of saying: verbs in their forms, participles that go on, phrases that attribute, channels, documents."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from ..lang.normalise import fold
from ..lang.tables import Phrases, table


class Saying(NamedTuple):
    """What a word of saying implies and how its content follows."""

    stance: str
    factuality: str
    takes: frozenset[str]
    gender: str
    participle: bool = False


@cache
def verbs() -> dict[str, Saying]:
    """Arabic verbs of saying by folded form: the third persons of perfect and imperfect."""
    found: dict[str, Saying] = {}
    for row in table("ar", "reporting_verbs").rows:
        takes = frozenset(row["takes"].split("|"))
        # «بيّن» is written like «بين» (between), so a row may leave its perfect out.
        for form, gender in _forms(fold(row["perfect"]), fold(row["imperfect"])):
            found.setdefault(form, Saying(row["stance"], row["factuality"], takes, gender))
    for row in table("ar", "reporting_participles").rows:
        gender = "f" if fold(row["word"]).endswith(("ه", "ها")) and not fold(row["word"]).endswith("وله") else "m"
        found[fold(row["word"])] = Saying(
            row["stance"], row["factuality"], frozenset(("that", "to", "noun")), gender, True
        )
    return found


def _forms(perfect: str, imperfect: str) -> list[tuple[str, str]]:
    """Masculine, feminine, plural. A final weak letter falls before the feminine and changes in the plural."""
    weak = perfect.endswith(("ي", "ا"))
    base = perfect[:-1] if weak else perfect
    found = [(perfect, "m"), (base + "ت", "f"), (base + "وا", "m"), (base + "تا", "f")] if perfect else []
    if imperfect:
        stem = imperfect[:-1] if imperfect.endswith(("ي", "و", "ا")) else imperfect
        found += [(imperfect, "m"), ("ت" + imperfect[1:], "f"), (stem + "ون", "m")]
    return found


@cache
def english() -> dict[str, Saying]:
    rows = table("en", "reporting_verbs").rows
    return {r["word"]: Saying(r["stance"], r["factuality"], frozenset(("that",)), "") for r in rows}


class Attribution(NamedTuple):
    takes: str


@cache
def phrases() -> Phrases[Attribution]:
    """Attributing phrases by their folded words."""
    return Phrases((row["phrase"], Attribution(row["takes"])) for row in table("ar", "attribution_phrases").rows)


@cache
def channels(language: str) -> Phrases[str]:
    """Kinds of channel by stem in Arabic, by folded word in English."""
    return Phrases((row["word"], row["kind"]) for row in table(language, "channels").rows)


@cache
def documents() -> dict[str, str]:
    return {fold(row["word"]): row["channel"] for row in table("ar", "documents").rows}


@cache
def anonymous() -> frozenset[str]:
    return frozenset(fold(row["word"]) for row in table("ar", "anonymous").rows)


@cache
def numbers() -> frozenset[str]:
    """Number words, which may stand before the noun of a source («ثلاثة صيادين»)."""
    kinds = ("unit", "tens", "vague", "few")
    rows = (row for row in table("ar", "numbers").rows if row["kind"] in kinds)
    return frozenset(fold(word) for row in rows for word in row["words"].split("|"))


@cache
def media() -> frozenset[str]:
    """Outlets named by one word, and nouns that outlets' names begin with («لرويترز»، «لوكالة …»)."""
    names = (name for row in table("ar", "outlets").rows for name in row["names"].split("|"))
    return frozenset(fold(name).removeprefix("ال") for name in names if " " not in name) | {fold("وكالة"), fold("موقع")}


@cache
def function_words() -> frozenset[str]:
    return frozenset(fold(row["word"]) for row in table("ar", "function_words").rows)


@cache
def english_sources() -> dict[str, str]:
    return {row["word"]: row["kind"] for row in table("en", "source_nouns").rows}


@cache
def day_words() -> frozenset[str]:
    """Weekdays and words like أمس, which stand where a subject could and are none."""
    return frozenset(
        word
        for name in ("weekdays", "relative_days")
        for row in table("ar", name).rows
        for form in row[table("ar", name).columns[0]].split("|")
        for word in (fold(form), fold(form).removeprefix("ال"))
    )
