"""Thresholds, each with its reason beside it in ``default.toml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any


def settings(section: str) -> dict[str, Any]:
    """One section of ``default.toml``."""
    found: dict[str, Any] = _all()[section]
    return found


@cache
def _all() -> dict[str, Any]:
    import tomllib

    with (Path(__file__).parent / "default.toml").open("rb") as file:
        return tomllib.load(file)
