"""Thresholds, each with its reason beside it in ``default.toml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any


@cache
def settings(section: str) -> dict[str, Any]:
    """One section of ``default.toml``."""
    import tomllib

    with (Path(__file__).parent / "default.toml").open("rb") as file:
        found: dict[str, Any] = tomllib.load(file)[section]
    return found
