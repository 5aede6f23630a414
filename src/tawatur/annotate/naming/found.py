"""A name as found in a report's tokens, before it is told of whom it is."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from ...lang.clitics import counts, name_lists
from ...lang.surface import definite
from ...model import Token
from .known import is_known

# A form met this often in a hundred thousand words of news is a word of the language.
_COMMON = 12


class Found(NamedTuple):
    """Tokens ``[first, last)`` and what they name."""

    first: int
    last: int
    kind: str
    form: str = "name"
    key: str = ""
    title: tuple[int, int] | None = None
    office: tuple[int, int] | None = None


def with_article(token: Token) -> str:
    return f"ال{token.stem}" if definite(token) else token.stem


@cache
def plain() -> frozenset[str]:
    """Common words of the language, which end a name that a rank began."""
    lists = name_lists()
    common = (form for form, count in counts().items() if count >= _COMMON)
    return frozenset(form for form in common if lists.get(form, "a") == "a" and not is_known(form))
