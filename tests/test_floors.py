"""Quality does not fall unseen: figures that need no data folder stay above their floors and below their ceilings."""

from __future__ import annotations

from pathlib import Path

import pytest

from tawatur.bench import attribution, stories

FLOORS = Path(attribution.__file__).parent / "floors.tsv"
BUILT = "half used for building"


def limits():
    rows = [line.split("\t") for line in FLOORS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [(name, float(floor or 0), float(ceiling or "inf")) for name, floor, ceiling in rows[1:]]


@pytest.fixture(scope="module")
def measured():
    found = [*attribution.figures(Path()), *stories.totals(stories.judged("dev"), BUILT)]
    return {f"{figure.name} @ {figure.note}": figure.value for figure in found}


@pytest.mark.parametrize(("name", "floor", "ceiling"), limits())
def test_figure_is_within_its_limits(measured, name, floor, ceiling):
    assert floor <= measured[name] <= ceiling
