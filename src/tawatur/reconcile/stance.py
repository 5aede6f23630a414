"""Whether one headline agrees with another, disagrees, or speaks of something else.

Values come first: numbers, countries, negations and words at opposite ends of a scale are compared and named to the
reader (``edits.py``). What they leave open is weighed by learned weights, which cannot be explained word by word; the
detail says how much they changed, and ``by_values`` is the verdict without them. Arabic alone.

The weights come from ``tools/train_stance.py``. They were learned from pairs of headlines, the second written by
people as a paraphrase or a contradiction of the first: the two sides are not alike, and on longer texts or whole
sentences of a report the figures of ``bench/stance.py`` do not hold. Findings of a story do not use them.
"""

from __future__ import annotations

from functools import cache
from math import exp
from typing import Literal, NamedTuple

from rapidfuzz import fuzz

from ..lang.normalise import fold
from ..lang.phrasing import words_ar, words_en
from ..lang.tables import table
from ..model import Said
from .contraries.poles import opposed
from .edits import COUNTS, Difference, Edits, by_clause, differences, edits, negations, numbers
from .short import Word

Verdict = Literal["agree", "disagree", "other"]
Features = dict[str, float]
# The models of lang/ar/stance_weights.tsv: whether the texts are about one thing at all, and if they are, whether
# they disagree, by values, by words, and by both.
MODELS = ("other", "values", "words", "both")
BIAS = "#"
# Word features are many: scaled down, the few values keep their say in the fit.
WORDS = 0.6
_FEW, _NEAR = 4, 3


class Stance(NamedTuple):
    """The right text's stance towards the left.

    ``score``: the model's probability of the verdict, 0 to 1; ``by_values``: the verdict of values and overlap without
    word weights; ``differences``: the values that differ, for a reader.
    """

    verdict: Verdict
    score: float
    by_values: Verdict
    differences: tuple[Difference, ...]
    detail: Said


def stance(left: str, right: str) -> Stance:
    """Compare two short Arabic texts, such as headlines; texts without words have the stance ``other``."""
    found = edits(left, right)
    differ = differences(found)
    values = value_features(left, right, found)
    apart, plain = probability(_weights("other"), values), probability(_weights("values"), values)
    both = probability(_weights("both"), values | word_features(found))
    verdict, score = judge(apart, both)
    by_values, sure = judge(apart, plain)
    return Stance(verdict, score, by_values, differ, _detail(found, differ, (verdict, score), (by_values, sure)))


def by_rule(left: str, right: str) -> Verdict:
    """The verdict without any learned weight: a value that differs disagrees, no word in common is another matter."""
    found = edits(left, right)
    if not _content_pairs(found):
        return "other"
    return "disagree" if differences(found) else "agree"


def by_model(model: str, left: str, right: str) -> Verdict:
    """The verdict of one of ``MODELS`` after ``other``; for measuring what each adds."""
    found = edits(left, right)
    values = value_features(left, right, found)
    features = {"values": values, "words": word_features(found), "both": values | word_features(found)}[model]
    return judge(probability(_weights("other"), values), probability(_weights(model), features))[0]


def judge(apart: float, disagree: float) -> tuple[Verdict, float]:
    """The likeliest of the three, from the probability of two matters and that of disagreeing on one."""
    score, verdict = max(
        ((1 - apart) * disagree, "disagree"), ((1 - apart) * (1 - disagree), "agree"), (apart, "other")
    )
    return verdict, score  # type: ignore[return-value]


def probability(weights: dict[str, float], features: Features) -> float:
    """The logistic of the weighted sum; features that were not met in training weigh nothing."""
    total = weights.get(BIAS, 0.0) + sum(weights.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


@cache
def _weights(model: str) -> dict[str, float]:
    return {row["feature"]: float(row[model]) for row in table("ar", "stance_weights").rows if row[model]}


# Features: values, polarity and overlap. Every one has a name that a reader understands.


def value_features(left: str, right: str, found: Edits) -> Features:
    """What the texts share and in which values they differ, about seventy named features."""
    return {**_numbers(found), **_nations(found), **_polarity(found), **_overlap(left, right, found)}


def _numbers(found: Edits) -> Features:
    gone, new = bool(numbers(found.gone, COUNTS)), bool(numbers(found.new, COUNTS))
    features = {"number differs": gone and new, "number gone": gone and not new, "number new": new and not gone}
    features["number same"] = any(found.left[i].number for i in found.pairs)
    return _true(features)


def _nations(found: Edits) -> Features:
    ours, theirs = ({word.nation for word in side if word.nation} for side in (found.left, found.right))
    gone, new = bool(ours - theirs), bool(theirs - ours)
    features = {"nation differs": gone and new, "nation gone": gone and not new, "nation new": new and not gone}
    features |= {"nation same": bool(ours & theirs), "nation where none was": bool(theirs) and not ours}
    return _true(features)


def _polarity(found: Edits) -> Features:
    kinds = [d.kind for d in differences(found)]
    ours, theirs = map(len, negations(found))
    both = [(a.poles, b.poles) for a in found.gone for b in found.new]
    opposite, same = sum(bool(opposed(a, b)) for a, b in both), any(a & b for a, b in both)
    features = _true({
        "negation new": "negation" in kinds and theirs > ours,
        "negation gone": "negation" in kinds and ours > theirs,
        "opposites": opposite > 0,
        "opposites alone": opposite > 0 and not same,
        "synonyms": same,
        "synonyms alone": same and not opposite,
        "both ends": same and opposite > 0,
        "opposite of a shared word": _crossed(found),
        "two of a kind": "kind" in kinds,
        "parts traded": "parts" in kinds,
        **_clauses(found),
    })  # fmt: skip
    return features | {"opposites, how many": min(opposite, 3) / 3, "poles beside shared words": _beside(found)}


def _clauses(found: Edits) -> dict[str, bool]:
    same, opposing = by_clause(found)
    opposite = len(opposing)
    return {
        "clause opposite": opposite > same,
        "clause same": same > opposite,
        "clause mixed": bool(same and opposite),
        "clauses opposite": opposite > 1 and not same,
    }


def _crossed(found: Edits) -> bool:
    """Whether a word over is the opposite of one that both have («يرتفع» moved to another subject)."""
    shared = [(found.left[i], found.right[j]) for i, j in found.pairs.items()]
    over = [(a, pair[1]) for a in found.gone for pair in shared] + [(pair[0], b) for b in found.new for pair in shared]
    return any(opposed(a.poles, b.poles) for a, b in over)


def _beside(found: Edits) -> float:
    """For shared words, whether the poles nearest to them on both sides are the same (+) or opposite (-)."""
    balance = 0
    for i, j in found.pairs.items():
        word = found.left[i]
        if word.small or word.number or word.poles:
            continue
        a, b = _near(found.left, i), _near(found.right, j)
        if a and b:
            balance += 1 if a.poles & b.poles else -1 if opposed(a.poles, b.poles) else 0
    return max(-2, min(2, balance)) / 2


def _near(side: tuple[Word, ...], index: int) -> Word | None:
    for distance in range(1, _NEAR + 1):
        for at in (index - distance, index + distance):
            if 0 <= at < len(side) and side[at].poles:
                return side[at]
    return None


def _overlap(left: str, right: str, found: Edits) -> Features:
    ours, theirs, shared = (*(_content(side) for side in (found.left, found.right)), _content_pairs(found))
    gone, new = _content(found.gone), _content(found.new)
    order = [found.pairs[i] for i in sorted(found.pairs)]
    pairs = [(a, b) for n, b in enumerate(order) for a in order[:n]]
    turned = sum(a > b for a, b in pairs)
    covers = shared / max(1, ours), shared / max(1, theirs)
    features = _true({
        "nothing shared": not shared,
        "one word for one": gone == new == 1,
        "nothing gone or nothing new": not gone or not new,
        "in order": len(pairs) >= _NEAR and not turned,
        "left asks": left.rstrip().endswith(("؟", "?")),
        "right asks": right.rstrip().endswith(("؟", "?")),
        f"gone {gone}" if gone <= _FEW else "gone many": True,
        f"new {new}" if new <= _FEW else "new many": True,
    })  # fmt: skip
    return features | {
        "share of left": covers[0],
        "share of right": covers[1],
        "smaller share": min(covers),
        "larger share": max(covers),
        "length": theirs / max(1, ours),
        "turned": turned / max(1, len(pairs)),
        "share in order": 0.0 if turned else covers[0],
        "letters": fuzz.ratio(fold(left), fold(right)) / 100,
        "letters of shared words": fuzz.token_set_ratio(fold(left), fold(right)) / 100,
    }


def _content(side: tuple[Word, ...]) -> int:
    return sum(not word.small for word in side)


def _content_pairs(found: Edits) -> int:
    return sum(not found.left[i].small for i in found.pairs)


def _true(features: dict[str, bool]) -> Features:
    return {name: 1.0 for name, holds in features.items() if holds}


# Features: words.


def word_features(found: Edits) -> Features:
    """The words gone and new, the poles of the new ones, and which pole came in another's place."""
    features: Features = {f"-{_label(word)}": WORDS for word in found.gone}
    for word in found.new:
        features[f"+{_label(word)}"] = WORDS
        features |= {f"+{pole.scale}.{pole.end}": WORDS for pole in word.poles}
    for a in found.gone:
        for b in found.new:
            features |= {f"{p.scale}.{p.end}>{q.scale}.{q.end}": WORDS / 2 for p in a.poles for q in b.poles}
    return features


def _label(word: Word) -> str:
    """The stem; numbers and countries are one word each, since which one it is says nothing."""
    return "number" if word.number else "nation" if word.nation else word.stem


# What the reader is told.

_SAID = {"agree": Said("متفقان", "agree"), "disagree": Said("مختلفان", "disagree"), "other": Said("في أمرين", "other")}
_KINDS = {
    "number": Said("العدد", "number"),
    "nation": Said("البلد", "country"),
    "parts": Said("تبادل الأدوار", "parts traded"),
    "kind": Said("من نوع واحد", "two of a kind"),
    "negation": Said("النفي", "negation"),
    "opposite": Said("الضد", "opposites"),
}


def _detail(
    found: Edits, differ: tuple[Difference, ...], final: tuple[Verdict, float], plain: tuple[Verdict, float]
) -> Said:
    shared = _content_pairs(found)
    ar = [f"{words_ar(shared)} مشتركة" if shared else "لا كلمات مشتركة"]
    en = [f"{words_en(shared)} in common" if shared else "no words in common"]
    for one in differ:
        sides = " / ".join(f"«{side}»" if side else "—" for side in (one.left, one.right))
        ar.append(f"{_KINDS[one.kind].ar}: {sides}")
        en.append(f"{_KINDS[one.kind].en}: {sides}")
    values, verdict = _SAID[plain[0]], _SAID[final[0]]
    ar.append(
        f"بالقيم والقطبية وحدها: {values.ar} ({plain[1]:.2f})؛ وبأوزان متعلمة للكلمات: {verdict.ar} ({final[1]:.2f})."
    )
    en.append(
        f"by values and polarity alone: {values.en} ({plain[1]:.2f}); with learned word weights: {verdict.en} ({final[1]:.2f})."
    )
    return Said("؛ ".join(ar), "; ".join(en))
