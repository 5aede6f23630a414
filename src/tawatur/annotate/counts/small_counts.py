"""Counts with no number word: duals (جنديان), single persons under a casualty word, one more of those counted."""

from __future__ import annotations

from collections.abc import Sequence

from ...lang.numerals import Numeral, adds
from .bounds import Amount, bounded, letters, words
from .counted import Count, Found, Page, phrase_end, units
from .outcomes import Cue


def small(
    page: Page, index: int, known: Found, counts: Sequence[Count], found: Sequence[Cue], last: int
) -> Count | None:
    """A dual as 2; a single person under a cue, or joined to a counted group, as 1."""
    token = page.tokens[index]
    many = known.noun.many
    dual = many == "two" or (many == "two_or_many" and dual_by_vowels(token.surface))
    unit = units(known.noun.kind)
    if not (dual and "ال" not in known.prefix) and not (
        many == "one" and unit == "count" and _single(page, index, known, counts, found, last)
    ):
        return None
    value = 2 if dual else 1
    start = token.span.start + (letters(token.surface, known.prefix) if known.prefix else 0)
    core = Numeral(index, index + 1, value, value, "cardinal")
    amount = Amount(index, index + 1, start, token.span.end, value, value, "exact", core, known.prefix)
    phrase = end = phrase_end(page, index, last)
    if end < last and (late := words(page.language).after_noun.at(page.norms, end)):
        amount, end = bounded(amount, late.value, core), late.last  # «شخصين على الأقل»
    return Count(amount, index, end, known, unit, phrase)


def another(page: Page, counts: Sequence[Count], found: Sequence[Cue]) -> list[Count]:
    """«وإصابة آخر», «وجرح ثالث»: one more of those counted before; replaces the ordinal."""
    made = list(counts)
    for cue in found:
        index = cue.last
        one_of_many = cue.meanings[0].kind in ("masdar", "verb") and any(c.first < cue.first for c in counts)
        if not one_of_many or index >= len(page.norms) or cue.meanings[0].outcome == "struck":
            continue
        ordinal = next((c for c in made if c.unit == "ordinal" and c.first == index and not c.amount.prefix), None)
        if ordinal is None and not page.set("another", index):
            continue
        span = page.tokens[index].span
        core = Numeral(index, index + 1, 1, 1, "cardinal")
        if ordinal is not None:
            made.remove(ordinal)
        amount = Amount(index, index + 1, span.start, span.end, 1, 1, "exact", core)
        made.append(Count(amount, None, index + 1, None, "count"))
    return made


def dual_by_vowels(surface: str) -> bool:
    """Whether the vowels of «‑ين» say that it is the dual: a fatha before the ya (جنديَيْن)."""
    return "\u064eي" in surface[-5:] or surface.endswith(("يْن", "يْنِ"))


def _single(page: Page, index: int, known: Found, counts: Sequence[Count], found: Sequence[Cue], last: int) -> bool:
    """Whether one person is counted here: the object of a casualty word, or joined to those counted."""
    if known.noun.kind not in ("person", "body") or known.prefix not in ("", "و"):
        return False
    if page.language == "en":
        return _single_en(page, index, counts, found)
    if known.prefix == "و":
        joined = next((c for c in counts if c.end == index and c.kind in ("person", "body")), None)
        if joined is None or joined.noun is None or not joined.noun.noun.outcome:
            return joined is not None
        # «12 قتيلا وجريحا» is one figure for both; «قتيلان وجريح» two figures.
        return joined.amount.core.first == joined.head or not known.noun.outcome
    if any(page.set("breakdown", at) == index - at for at in range(max(0, index - 3), index)):
        return any(c.first < index for c in counts)
    if known.noun.outcome and _tolled(page, index, last):
        return True
    cue = next((c for c in reversed(found) if c.last <= index), None)
    if cue is None or cue.meanings[0].kind == "noun" or cue.first < index - 14:
        return False
    kinds = {meaning.kind for meaning in cue.meanings}
    if known.noun.case == "object":
        between = any(page.set("boundary", at) for at in range(cue.last, index))
        return not between and not page.set("blocker", index - 1) and bool(kinds & {"verb", "alone", "phrase"})
    if cue.last != index or all(meaning.outcome == "struck" for meaning in cue.meanings):
        return False
    if kinds == {"use"}:
        return bool(known.noun.outcome)
    return "verb" not in kinds or not _acts(page, phrase_end(page, index, last), last)


def _tolled(page: Page, index: int, last: int) -> bool:
    """«قتيل و4 جرحى», «جريح وقتيلان»: a single person beside a figure for another outcome."""
    if index + 1 >= last or not page.norms[index + 1].startswith("و"):
        return False
    after = next((known for at in (index + 1, index + 2) if at < last and (known := page.noun(at))), None)
    numbered = page.cells[index + 1] is not None and after is not None and after.noun.many != "one"
    few = after is not None and after.prefix == "و" and after.noun.many in ("two", "two_or_many")
    return after is not None and bool(after.noun.outcome) and (numbered or few)


def _acts(page: Page, after: int, last: int) -> bool:
    """«قتل مسلح 3 أشخاص»: a number or an object after the person says that the person did it."""
    if after >= last:
        return False
    if page.cells[after] is not None and not page.norms[after].startswith("و"):
        return True
    following = page.noun(after)
    return (
        following is not None
        and not following.prefix
        and (following.noun.case == "object" or following.noun.many != "one")
    )


def _single_en(page: Page, index: int, counts: Sequence[Count], found: Sequence[Cue]) -> bool:
    """«killed a soldier», «a soldier was killed», «two soldiers and a civilian»."""
    article = next((i for i in range(index - 1, max(-1, index - 4), -1) if page.norms[i] in ("a", "an")), None)
    if article is None:
        return False
    if any(c.end == article - 1 and c.kind in ("person", "body") for c in counts) and adds(page.cells[article - 1]):
        return True
    if any(cue.last == article and cue.meanings[0].kind in ("verb", "alone", "masdar") for cue in found):
        return True
    passive = any(cue.first == index + 2 and cue.meanings[0].kind in ("verb", "alone") for cue in found)
    return passive and page.norms[index + 1] in ("was", "were")
