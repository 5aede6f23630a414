"""The shape of a figure: what every bench module yields."""

from __future__ import annotations

from typing import NamedTuple


class Figure(NamedTuple):
    """One measured value: its name, value and unit, how many cases it is over, and what to know of it."""

    name: str
    value: float
    unit: str
    n: int
    note: str = ""
