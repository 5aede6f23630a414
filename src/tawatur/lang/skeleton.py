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
    if stem.endswith(ENDINGS):
        stem = next((stem[: -len(e)] for e in ENDINGS if stem.endswith(e) and len(stem) - len(e) >= _LEFT), stem)
    if stem.startswith(_BEGINNINGS):
        stem = next((stem[len(b) :] for b in _BEGINNINGS if stem.startswith(b) and len(stem) - len(b) >= _LEFT), stem)
    bare = stem[:1] + stem[1:].translate(_WEAK)
    return bare if len(bare) >= least else stem
