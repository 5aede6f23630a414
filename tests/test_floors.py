"""Quality does not fall unseen: figures that need no data folder stay above their floors."""

from __future__ import annotations

from pathlib import Path

import pytest

from tawatur.bench import attribution

FLOORS = Path(attribution.__file__).parent / "floors.tsv"


def floors():
    rows = [line.split("\t") for line in FLOORS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {name: float(floor) for name, floor in rows[1:]}


@pytest.fixture(scope="module")
def measured():
    return {f"{figure.name} @ {figure.note}": figure.value for figure in attribution.figures(Path())}


@pytest.mark.parametrize(("name", "floor"), floors().items())
def test_figure_is_above_its_floor(measured, name, floor):
    assert measured[name] >= floor
