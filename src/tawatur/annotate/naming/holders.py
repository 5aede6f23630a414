"""Persons with their titles and offices, and offices that stand for their holder."""

from __future__ import annotations

from functools import cache

from ...lang.surface import definite
from ...lang.tables import table
from ...model import Sentence, Token
from .bodies import Body
from .found import Found, plain
from .persons import name_after, office, office_between_commas, title_before, titles


def persons(tokens: tuple[Token, ...], sentence: Sentence, found: list[Found], heads: dict[int, Body]) -> list[Found]:
    """Persons with their titles; ranks with a name the tagger missed; offices that stand for their holder; what else
    was found."""
    by_first = {item.first: item for item in found}
    named = frozenset(n for item in found for n in range(item.first, item.last))
    result, taken = _titled(tokens, sentence, found, named)
    index = sentence.first
    while index < sentence.last:
        end = None if index in taken or index in by_first else office(tokens, index, sentence.last, heads)
        if end is None:
            index += 1
            continue
        person = by_first.get(end)
        if person is not None and person.kind == "PERSON":
            index = end
            continue
        if (holder := _holder(result, index)) is not None:
            result[holder] = result[holder]._replace(office=(index, end))
            taken.update(range(index, end))
            index = end
            continue
        after = (
            name_after(tokens, end, sentence.last, plain()) if end not in named and _names(tokens, index, end) else end
        )
        if after > end:
            result = [item for item in result if not end <= item.first < after]  # «المحامي سامح | عبد الوارث»
            result.append(Found(end, after, "PERSON", title=(index, end)))
        elif end > index + 1 or (definite(tokens[index]) and tokens[index].stem not in _callings()):
            result.append(Found(index, end, "PERSON", "nominal"))
        taken.update(range(index, max(after, end)))
        index = max(after, end)
    return sorted(result + [item for item in found if item.kind != "PERSON" and _stands(item, result)])


def _titled(
    tokens: tuple[Token, ...], sentence: Sentence, found: list[Found], named: frozenset[int]
) -> tuple[list[Found], set[int]]:
    """The persons found, each with the title before the name or the office behind it, and all these tokens."""
    people = frozenset(n for item in found if item.kind == "PERSON" for n in range(item.first, item.last))
    result: list[Found] = []
    taken: set[int] = set()
    for item in found:
        if item.kind == "PERSON":
            begin = title_before(tokens, item.first, sentence.first, named)
            behind = None if begin is not None else _behind(tokens, item.last, sentence.last, people)
            title = (begin, item.first) if begin is not None else None
            result.append(item._replace(title=title, office=behind))
            taken.update(range(begin if begin is not None else item.first, behind[1] if behind else item.last))
    return result, taken


def _names(tokens: tuple[Token, ...], index: int, end: int) -> bool:
    """Whether a name may follow the words of an office: its last is a rank, or no title and not alone."""
    stem = tokens[end - 1].stem
    return titles()[stem] if stem in titles() else end > index + 1


@cache
def _callings() -> frozenset[str]:
    """Callings that alone are people in general or other things (العالم، الرجل)."""
    return frozenset(row["title"] for row in table("ar", "titles").rows if row["alone"] == "no")


def _behind(tokens: tuple[Token, ...], end: int, last: int, people: frozenset[int]) -> tuple[int, int] | None:
    """The office that a comma puts behind a name («منى الجارحي، محللة الاقتصاد الكلي ببنك الدلتا، …»), with nobody
    else's name in it."""
    if end + 1 >= last or tokens[end].surface not in "،,":
        return None
    close = office_between_commas(tokens, end + 1, last)
    return (end + 1, close) if close is not None and people.isdisjoint(range(end + 1, close)) else None


def _holder(persons: list[Found], index: int) -> int | None:
    """The person whose name ends right where this office begins («براد كوبر قائد القيادة المركزية»)."""
    return next((n for n, p in enumerate(persons) if p.last == index and p.form == "name"), None)


def _stands(item: Found, persons: list[Found]) -> bool:
    """A body inside an office is still named; what a rank's new name covers is not."""
    return not any(p.form == "name" and p.first < item.last and item.first < p.last for p in persons)
