"""Numbers and quoted words inside the program's own sentences, in Arabic and in English."""

from __future__ import annotations

# Longer quotations are cut in the middle: a reader needs the beginning and the end to find them.
_LONGEST = 160


def words_ar(count: int) -> str:
    """«كلمة واحدة»، «كلمتان»، «5 كلمات»، «11 كلمة»."""
    return counted_ar(count, "كلمة واحدة", "كلمتان", "كلمات", "كلمة")


def words_en(count: int) -> str:
    return counted_en(count, "word")


def counted_ar(count: int, one: str, two: str, few: str, many: str) -> str:
    """A number with its noun: 3 to 10 take the plural, 11 and more the singular (102 as 2)."""
    if count == 1:
        return one
    if count == 2:
        return two
    return f"{count} {few if 3 <= count % 100 <= 10 else many}"


def counted_en(count: int, noun: str, plural: str | None = None) -> str:
    return f"{count} {noun if count == 1 else plural or noun + 's'}"


def quoted(text: str, longest: int = _LONGEST) -> str:
    """Words of a report in quotation marks, on one line, cut in the middle where they are long."""
    line = " ".join(text.split())
    if len(line) > longest:
        half = longest // 2
        head, tail = line[:half].rpartition(" ")[0] or line[:half], line[-half:].partition(" ")[2] or line[-half:]
        line = f"{head} … {tail}"
    return f"«{line}»"


def listed_ar(items: list[str]) -> str:
    """«أ»، «أ وب»، «أ وب وج»."""
    return " و".join(items)


def listed_en(items: list[str]) -> str:
    """a; a and b; a, b and c."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"
