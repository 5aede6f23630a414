"""A stage: a plain function that declares what it requires and what it assigns; and the runner of a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from .errors import PipelineError


class Stage(NamedTuple):
    """``run`` takes the values named in ``requires``, in that order, and returns those in ``assigns``."""

    run: Callable[..., Any]
    requires: tuple[str, ...]
    assigns: tuple[str, ...]


def check(stages: Sequence[Stage], given: Iterable[str]) -> None:
    """Raise PipelineError where a stage requires what nothing before it assigns, or assigns a name again."""
    known = set(given)
    for stage in stages:
        if missing := [name for name in stage.requires if name not in known]:
            raise PipelineError(f"{stage.run.__module__}.{stage.run.__name__} requires {', '.join(missing)}")
        if twice := known.intersection(stage.assigns):
            raise PipelineError(f"{stage.run.__name__} assigns {', '.join(sorted(twice))} again")
        known.update(stage.assigns)


def run(stages: Sequence[Stage], given: Mapping[str, Any]) -> dict[str, Any]:
    """Run the stages in order. Nothing given or assigned is changed after it is set."""
    values = dict(given)
    for stage in stages:
        result = stage.run(*(values[name] for name in stage.requires))
        values.update(zip(stage.assigns, (result,) if len(stage.assigns) == 1 else result))
    return values
