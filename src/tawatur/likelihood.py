"""Likelihoods by logistic regression: signs with their amounts, their weights in ``default.toml``."""

from __future__ import annotations

from collections.abc import Iterable
from math import exp
from typing import NamedTuple

from .settings import settings


class Sign(NamedTuple):
    """One thing that speaks for or against: its weight's name, how much of it there is, and why, in words."""

    name: str
    amount: float
    why: str = ""


def likely(section: str, found: Iterable[Sign]) -> float:
    """The likelihood, 0..1, that signs make by the weights of a section of ``default.toml``."""
    weights = settings(section)
    return 1 / (1 + exp(-(weights["start"] + sum(weights[sign.name] * sign.amount for sign in found))))
