"""What the forms of an Arabic word share, for pairing words of texts about one thing.

Unlike words share a skeleton now and then, so it is never a reason by itself.
"""

from __future__ import annotations

# What regular inflection and derivation add to a word, longest first.
ENDINGS = ("يتين", "يين", "يون", "يات", "تين", "ات", "ون", "ين", "ان", "يه", "وا", "ه", "ت", "ي", "ا")
_BEGINNINGS = ("است", "ا", "ي", "ت", "ن", "م")
_WEAK = str.maketrans("", "", "اويئؤ")
_LEFT = 3


def skeleton(stem: str, least: int = 2) -> str:
    """A folded stem less one ending, one beginning and its long vowels, where ``least`` letters stay."""
    for ending in ENDINGS:
        if stem.endswith(ending) and len(stem) - len(ending) >= _LEFT:
            stem = stem[: -len(ending)]
            break
    for beginning in _BEGINNINGS:
        if stem.startswith(beginning) and len(stem) - len(beginning) >= _LEFT:
            stem = stem[len(beginning) :]
            break
    bare = stem[:1] + stem[1:].translate(_WEAK)
    return bare if len(bare) >= least else stem
