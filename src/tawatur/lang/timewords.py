"""The words that times are told with, as the grammar of dates reads them.

``items(language, keys)`` turns a sentence's folded words into items: None where a word has nothing to do with
time, else its readings by kind. Clitics are cut here against this closed vocabulary alone, so a wrong cut
elsewhere costs nothing; a phrase of several words («كانون الأول», «بعد غد») is one item.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from .normalise import fold
from .tables import table

Readings = Mapping[str, Any]


class Item(NamedTuple):
    """One word or phrase: token offsets ``[first, last)``, what it may mean, and what was written onto it.

    ``cut`` counts folded letters of conjunction and preposition before the word; the article stays with it.
    """

    first: int
    last: int
    read: Readings
    cut: int = 0
    definite: bool = False
    joined: bool = False
    preposition: str = ""


class Part(NamedTuple):
    """A part of the day: its usual hours, what it makes of a clock time, and the hour it names by itself."""

    name: str
    hours: tuple[int, int]
    half: str
    point: str
    alone: bool


class Month(NamedTuple):
    """A month's name: ``needs`` says what must stand near for it to be one."""

    calendar: str
    number: int
    needs: str


class Bare(NamedTuple):
    """A folded word read without its clitics."""

    key: str
    read: Readings
    cut: int = 0
    definite: bool = False
    joined: bool = False
    preposition: str = ""


_PUNCT = {",": ",", "،": ",", "/": "/", "(": "(", ")": ")", "-": "-", "–": "-", "—": "-", ".": ".", "ـ": "-"}
_DIGITS = re.compile(r"\d+")
_SPLIT = re.compile(r"[./\-:,]")


def _year(text: str) -> int:
    """A year as written; two digits stand in the century around 2000."""
    value = int(text)
    return value if len(text) > 2 else value + (2000 if value < 50 else 1900)


def _valid(year: int | None, month: int, day: int) -> bool:
    try:
        date(year or 2000, month, day)
    except ValueError:
        return False
    return True


def _number(text: str) -> Readings:
    """What digits may be: a count, a clock time, a date in figures, a pair of days or years."""
    if text.isdigit():
        return {"int": int(text), "digits": len(text)} if len(text) <= 9 else {}
    parts = _SPLIT.split(text)
    if not all(p.isdigit() and p.isascii() and len(p) <= 4 for p in parts):
        return {}
    signs = set(_SPLIT.findall(text))
    sign = signs.pop() if len(signs) == 1 else ""
    values = [int(p) for p in parts]
    if sign == ":" and len(values) in (2, 3) and values[0] <= 24 and max(values[1:]) < 60:
        return {"clock": tuple(values)}
    if len(parts) == 3 and sign in {"/", "-", "."}:
        return _three(parts)
    if len(parts) == 2 and sign in {"/", "-", "."}:
        found: dict[str, Any] = {}
        left, right = values
        if len(parts[0]) == 4 and len(parts[1]) <= 2 and 1 <= right <= 12 and 1000 <= left <= 2999:
            found["numeric"] = [(left, right, None)]
        elif len(parts[1]) == 4 and len(parts[0]) <= 2 and 1 <= left <= 12 and 1000 <= right <= 2999:
            found["numeric"] = [(right, left, None)]
        elif max(len(p) for p in parts) <= 2:
            options = [(None, m, d) for d, m in ((left, right), (right, left)) if m <= 12 and _valid(None, m, d)]
            if options:
                found["daymonth"] = list(dict.fromkeys(options))
        if sign in "-/" and left < right:
            found["pair"] = (left, right)
        elif sign in "-/" and len(parts[0]) == 4 and right > 12 and right == (left + 1) % 100:
            found["pair"] = (left, left + 1)  # «موسم 2024/25»
        elif sign == "-" and left - right < 12:
            found["score"] = True  # «2-1» is no date where nothing says so
        if sign == ".":
            found["decimal"] = float(text)
        return found
    if sign == "," and len(parts) > 1 and all(len(p) == 3 for p in parts[1:]):
        return {"int": int("".join(parts)), "digits": 9}
    return {}


def _three(parts: list[str]) -> Readings:
    """A date in three figures: every reading that the calendar allows, day before month first."""
    a, b, c = parts
    if len(a) > 2:
        options = [(_year(a), int(b), int(c))]
    elif len(c) > 2:
        options = [(_year(c), int(b), int(a)), (_year(c), int(a), int(b))]
    else:
        options = [(_year(c), int(b), int(a)), (_year(c), int(a), int(b)), (_year(a), int(b), int(c))]
    valid = [o for o in options if _valid(*o)]
    # Two figures all round: a reading whose year is the likely one of today's writing is kept before the rest.
    return {"numeric": list(dict.fromkeys(valid[:2]))} if valid else {}


class Lexicon:
    """The vocabulary of one language. Obtain it from ``lexicon``, which keeps it."""

    def __init__(self, language: str) -> None:
        self.words: dict[str, dict[str, Any]] = {}
        self.phrases: dict[str, list[tuple[tuple[str, ...], dict[str, Any]]]] = {}
        self.proclitics: list[tuple[str, tuple[str, ...]]] = []
        self.blocked: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
        self.named: dict[tuple[int, int], list[tuple[frozenset[str], int]]] = {}
        # The proclitics by their first letter: of a word only those that it begins with are tried.
        self._fronts: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        self._cache: dict[str, Bare | None] = {}
        self._load(language)

    def _add(self, names: str, kind: str, value: Any) -> None:
        for name in names.split("|"):
            words = tuple(fold(name).split())
            if len(words) == 1:
                self.words.setdefault(words[0], {}).setdefault(kind, value)
            else:
                entries = self.phrases.setdefault(words[0], [])
                known = next((readings for phrase, readings in entries if phrase == words), None)
                if known is None:
                    entries.append((words, {kind: value}))
                else:
                    known.setdefault(kind, value)

    def _load(self, language: str) -> None:
        for row in table(language, "months").rows:
            self._add(row["name"], "month", Month(row["calendar"], int(row["number"]), row["needs"]))
        for row in table(language, "weekdays").rows:
            self._add(row["name"], "weekday", int(row["number"]))
        for row in table(language, "time_units").rows:
            self._add(row["name"], "unit", (row["unit"], 0 if row["count"] == "many" else int(row["count"])))
        for row in table(language, "day_parts").rows:
            hours = (int(row["from"]), int(row["to"]))
            part = Part(row["part"], hours, row["half"], row["point"], row["alone"] == "yes")
            self._add(row["name"], "part", part)
        for row in table(language, "relative_days").rows:
            self._add(row["name"], "relday", (int(row["days"]), row["part"]))
        for row in table(language, "time_numbers").rows:
            value = row["value"]
            if row["kind"] == "part":
                top, bottom = value.split("/")
                self._add(row["word"], "fraction", int(top) / int(bottom))
            elif row["kind"] == "ord":
                self._add(row["word"], "ord", (int(value), row["gender"] == "f"))
            else:
                self._add(row["word"], "article_one" if row["gender"] == "a" else "card", int(value))
        for row in table(language, "holidays").rows:
            self._add(row["name"], "holiday", (row["rule"], int(row["days"])))
        for row in table(language, "ages").rows:
            self._add(row["name"], "epoch", (int(row["from"]), int(row["to"])))
        for row in table(language, "time_zones").rows:
            self._add(row["name"], "zone_name", int(row["offset"]) if row["offset"] else None)
        for row in table(language, "time_words").rows:
            if row["kind"] == "proclitic":
                self.proclitics.append((fold(row["word"]), tuple(row["value"].split("+"))))
            else:
                self._add(row["word"], row["kind"], row["value"])
        for entries in self.phrases.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        self.proclitics.sort(key=lambda entry: -len(entry[0]))
        for letters, parts in self.proclitics:
            self._fronts.setdefault(letters[0], []).append((letters, parts))
        for row in table(language, "not_dates").rows:
            sides = tuple(frozenset(fold(w) for w in row[side].split("|") if w) for side in ("before", "after"))
            for word in row["word"].split("|"):
                self.blocked[fold(word)] = (sides[0], sides[1])
        for row in table(language, "named_dates").rows:
            cues = frozenset(fold(word) for word in row["cues"].split("|"))
            self.named.setdefault((int(row["month"]), int(row["day"])), []).append((cues, int(row["year"])))

    def bare(self, norm: str) -> Bare | None:
        """A folded word's readings: whole if the vocabulary has it whole, else without its proclitics."""
        try:
            return self._cache[norm]
        except KeyError:
            pass
        found = self._bare(norm)
        if len(self._cache) < 100_000:
            self._cache[norm] = found
        return found

    def _bare(self, norm: str) -> Bare | None:
        if norm[:1].isdigit():
            read = _number(norm)
            return Bare(norm, read) if read else None
        if norm in _PUNCT:
            return Bare(norm, {"punct": _PUNCT[norm]})
        if norm in self.words:
            return Bare(norm, self.words[norm])
        for letters, parts in self._fronts.get(norm[:1], ()):
            rest = norm[len(letters) :]
            if rest and norm.startswith(letters) and (rest in self.words or rest in self.phrases):
                definite = parts[-1] in {"ال", "لل"}
                before = parts[:-1] if definite else parts
                cut = sum(map(len, before))
                preposition = "ل" if parts[-1] == "لل" else (before[-1] if before and before[-1] not in "وف" else "")
                return Bare(rest, self.words.get(rest, {}), cut, definite, parts[0] in "وف", preposition)
        if norm in self.phrases:
            return Bare(norm, {})
        return self._figures(norm)

    def _figures(self, norm: str) -> Bare | None:
        """A number in figures with letters written onto it: «و20», «الـ27»."""
        for letters, parts in self._fronts.get(norm[:1], ()):
            rest = norm[len(letters) :]
            if rest[:1].isdigit() and norm.startswith(letters) and (read := _number(rest)):
                joined, last = parts[0] in "وف", parts[-1]
                cut = len(letters) if last not in {"ال", "لل"} else len(letters) - 2
                return Bare(rest, read, cut, last in {"ال", "لل"}, joined, last if last in {"ب", "ل"} else "")
        return None

    def items(self, norms: Sequence[str]) -> list[Item | None]:
        """The sentence as items; a word that tells no time is None, and a phrase is one item."""
        found: list[Item | None] = []
        index, size = 0, len(norms)
        cache_get, phrases = self._cache.get, self.phrases
        while index < size:
            norm = norms[index]
            bare = cache_get(norm, _MISSING)
            if bare is _MISSING:
                bare = self.bare(norm)
            if bare is None:
                found.append(None)
                index += 1
                continue
            assert isinstance(bare, Bare)
            width, read = 1, bare.read
            for key in (norm, bare.key) if bare.key != norm else (norm,):
                for words, readings in phrases.get(key, ()):
                    if width == 1 and tuple(norms[index + 1 : index + len(words)]) == words[1:]:
                        width, read = len(words), readings
            if not read or (read is bare.read and self._blocked(bare.key, norms, index)):
                found.append(None)
                index += 1
                continue
            found.append(Item(index, index + width, read, *bare[2:]))
            index += width
        return found

    def _blocked(self, key: str, norms: Sequence[str], index: int) -> bool:
        sides = self.blocked.get(key)
        if sides is None:
            return False
        before, after = sides
        # «قوى 14 آذار»: a day may stand between the name and what it names.
        at = index - 2 if index > 1 and norms[index - 1].isdigit() else index - 1
        if at >= 0 and norms[at] in before:
            return True
        return index + 1 < len(norms) and norms[index + 1] in after


_MISSING: Any = object()


@cache
def lexicon(language: str) -> Lexicon:
    """The vocabulary of ``ar`` or ``en``, loaded at the first call."""
    return Lexicon(language)
