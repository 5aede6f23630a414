"""Stages declare what they need and assign; a list that cannot run is refused before it runs."""

from __future__ import annotations

import pytest

from tawatur import pipeline
from tawatur.errors import PipelineError
from tawatur.stages import Stage, check, run


def double(x):
    return x * 2


def both(x, y):
    return x + y, x - y


def test_values_flow_by_name():
    stages = [Stage(double, ("a",), ("b",)), Stage(both, ("a", "b"), ("sum", "difference"))]
    check(stages, given=("a",))
    given = {"a": 2}
    assert run(stages, given) == {"a": 2, "b": 4, "sum": 6, "difference": -2}
    assert given == {"a": 2}


def test_a_missing_value_is_named():
    with pytest.raises(PipelineError, match="requires b"):
        check([Stage(both, ("a", "b"), ("sum", "difference"))], given=("a",))


def test_a_value_is_assigned_once():
    with pytest.raises(PipelineError, match="again"):
        check([Stage(double, ("a",), ("a",))], given=("a",))


def test_the_shipped_order_is_the_only_one_that_fits():
    with pytest.raises(PipelineError):
        check(tuple(reversed(pipeline.ANNOTATE)), given=("article",))
