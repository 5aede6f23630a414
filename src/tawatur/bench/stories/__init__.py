"""Comparison of accounts, on the project's own gold: invented stories, half of them never read while building.

The gold ships with the package, so these figures need no data folder. What is annotated and how it is matched is told
in the gold's README. ``python -m tawatur.bench.stories dev --misses`` lists what went wrong in the half for building;
the unseen half has no such list.
"""

from .gold import GOLD, HALVES, Pair, Place, Story, record_of, stories, story_of
from .judge import Judged, judge
from .sums import LONG, figures, judged, main, totals

__all__ = [
    "GOLD",
    "HALVES",
    "LONG",
    "Judged",
    "Pair",
    "Place",
    "Story",
    "figures",
    "judge",
    "judged",
    "main",
    "record_of",
    "stories",
    "story_of",
    "totals",
]
