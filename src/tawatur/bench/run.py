"""Run every bench module over a folder of public data and print what it measured."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from pathlib import Path

from . import __path__ as _rooms

_NOT_BENCHES = {"report", "run"}


def run(data: Path, write: Callable[[str], None]) -> bool:
    """Print the figures; a set that is not in the folder is named and left out. True if anything was measured."""
    measured = False
    for module in sorted(found.name for found in pkgutil.iter_modules(_rooms) if found.name not in _NOT_BENCHES):
        try:
            for figure in importlib.import_module(f"{__package__}.{module}").figures(data):
                measured = True
                write(f"{figure.name:<58} {figure.value:>10.3f} {figure.unit:<10} n={figure.n:<6} {figure.note}")
        except FileNotFoundError as error:
            write(f"{module}: left out, {error.filename} is not there")
    return measured
