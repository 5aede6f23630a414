"""What a function finds of claims is found once in a book, however many ask: the book keeps it under the function."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, TypeVar, TypeVarTuple

if TYPE_CHECKING:
    from .book import Book

K = TypeVar("K")
V = TypeVar("V")
Ks = TypeVarTuple("Ks")


def kept(derive: Callable[[Book, *Ks], V]) -> Callable[[Book, *Ks], V]:
    """The same function, asked of each claim, of each report or of the whole book once."""

    @wraps(derive)
    def once(book: Book, *asked: *Ks) -> V:
        known = book.kept[derive]
        if asked not in known:
            known[asked] = derive(book, *asked)
        return known[asked]  # type: ignore[no-any-return]

    return once


def kept_of_pair(derive: Callable[[Book, K, K], V]) -> Callable[[Book, K, K], V]:
    """The same for what is said of two claims: one answer, whichever of the two is named first."""

    @wraps(derive)
    def once(book: Book, left: K, right: K) -> V:
        known = book.kept[derive]
        if (left, right) not in known:
            known[left, right] = known[right, left] = derive(book, left, right)
        return known[left, right]  # type: ignore[no-any-return]

    return once
