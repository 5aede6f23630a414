"""Arabic, English or another language, told by letters and the commonest words."""

from __future__ import annotations

from collections import Counter

from ..lang.normalise import fold
from ..lang.tables import table

_SAMPLE = 20_000


def language_of(text: str) -> str:
    """``ar``, ``en``, or the name of what it looks like where it is neither.

    Letters decide the script; Persian, Urdu and the Latin languages are told apart by their commonest words.
    """
    sample = text[:_SAMPLE]
    arabic = sum("\u0600" <= char <= "\u06ff" or "\ufb50" <= char <= "\ufeff" for char in sample)
    latin = sum(char.isalpha() and char < "\u0250" for char in sample)
    letters = sum(char.isalpha() for char in sample)
    if arabic * 2 < letters and latin * 2 < letters:
        return "unknown script"
    scores = _scores(sample, "arabic" if arabic >= latin else "latin")
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] else ("ar" if arabic >= latin else "en")


def _scores(sample: str, script: str) -> Counter[str]:
    words = Counter(fold(word) for word in sample.split())
    scores: Counter[str] = Counter()
    for row in table("en", "languages").rows:
        if row["script"] == script:
            scores[row["language"]] += sum(words[fold(word)] for word in row["words"].split("|"))
    # The language of the reports wins a tie: a short text may hold one word that both have.
    scores["ar" if script == "arabic" else "en"] += 0
    return Counter(dict(sorted(scores.items(), key=lambda item: item[0] not in ("ar", "en"))))
