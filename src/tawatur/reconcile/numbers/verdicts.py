"""What comparing the figures of a slot says: a conflict, another window, the parts of a sum, bounds, or the same."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from ...lang.phrasing import listed_ar, listed_en
from ...model import Comparison, Said
from ..say import reports
from .comparable import comparable, equal, most, narrowed, overlapping
from .evidence import Known
from .figure import Figure, words_of
from .outcomes import subject
from .periods import same_elsewhen, told_window, until_now, window_words, windows_differ
from .population import relation
from .tallies import Tally


def compared(tally: Tally) -> Comparison:
    """What the slot's figures say of each other: the gravest of a conflict, another window, bounds, a sum, the same."""
    values = tuple(value_of(figure) for figure in tally.figures)
    pairs = list(combinations(tally.faces, 2))
    for verdict in (_conflict, _scope, _reach, _parts, _bounds):
        if (said := verdict(pairs, tally)) is not None:
            aspect, kind, score, detail = said
            if verdict is _scope:
                values = tuple(value | {"window": told_window(f)} for value, f in zip(values, tally.figures))
            if verdict is _reach:
                values = tuple(value | {"reach": _narrowing(f)} for value, f in zip(values, tally.figures))
            return Comparison(aspect, kind, score, detail, values)  # type: ignore[arg-type]
    first = tally.faces[0]
    detail = Said(
        f"تتفق التقارير على {subject(first, 'ar')}: {_with_word(first)}.",
        f"The reports agree on the {subject(first, 'en')}: {_with_word(first)}.",
    )
    return Comparison("value", "same", 1.0, detail, values)


Said4 = tuple[str, str, float, Said]


def _conflict(pairs: list[tuple[Figure, Figure]], tally: Tally) -> Said4 | None:
    for left, right in pairs:
        stands = comparable(left, right)
        if stands is None or overlapping(left, right):
            continue
        if windows_differ(left, right) and not until_now(left, right):
            continue
        if left.fact.report == right.fact.report:
            # A headline and its text are compared by themselves.
            continue
        if not _whole(left, right, tally):
            if stands == "part" and _at_most(left, right):
                continue
            if stands == "whole" and _at_most(right, left):
                continue
        faces = _voices([left, right]) if len(tally.reports()) < 3 else _spread(tally)
        later = _later(left, right)
        detail = Said(
            f"تختلف التقارير في {subject(left, 'ar')}: {faces.ar}.{later.ar}",
            f"The reports differ on the {subject(left, 'en')}: {faces.en}.{later.en}",
        )
        return "value", "differ", 0.0, detail
    return None


# Classes whose members news counts apart from the rest of those hurt; other nouns tell who all of them were.
_COUNTED_APART = frozenset(("child", "woman", "press", "medic", "leader"))


def _whole(left: Figure, right: Figure, tally: Tally) -> bool:
    """Whether both are all of them, though one says «خمسة جنود» and the other «سبعة شهداء»."""
    kinds = {left.population.kind, right.population.kind}
    return not kinds & _COUNTED_APART and all(_all_told(figure, tally.known) for figure in (left, right))


def _all_told(figure: Figure, known: Known) -> bool:
    """Whether a figure's report counts nobody of another group whom the same befell, and no larger group."""
    others = (other for other in known.told.get(figure.fact.report, ()) if other.fate == figure.fate and not other.past)
    stands = ((relation(figure.population, other.population), other) for other in others)
    return not any(
        how == "disjoint" or (how == "part" and (other.low or 0) > (figure.low or 0)) for how, other in stands
    )


def _spread(tally: Tally) -> Said:
    """Each number with how many reports give it, most often given first."""
    given: dict[object, list[Figure]] = {}
    for figure in tally.figures:
        given.setdefault((figure.low, figure.high), []).append(figure)
    told = sorted(given.values(), key=lambda several: -len({f.fact.report for f in several}))
    ar, en = [], []
    for several in told:
        outlets = list(dict.fromkeys(f.fact.outlet for f in several))
        shown = several[0]
        least = shown.bound in ("at_least", "more_than") and shown.text[0].isdigit()
        note = Said(" (حدا أدنى)", " (at least)") if least else Said("", "")
        who = reports(len(outlets))
        if len(outlets) <= 2:
            who = Said(listed_ar([f"«{name}»" for name in outlets]), listed_en(outlets))
        ar.append(f"{_with_word(shown)}{note.ar} في {who.ar}")
        en.append(f"{_with_word(shown)}{note.en} in {who.en}")
    return Said("، و".join(ar), ", ".join(en))


def _at_most(part: Figure, whole: Figure) -> bool:
    """Whether a part is no larger than its whole can be."""
    return whole.high is None or part.low is None or part.low <= whole.high


def _later(left: Figure, right: Figure) -> Said:
    """Whether the figures belong to reports of different times, as a toll that grows through the day does."""
    times = [figure.fact.reading.article.published for figure in (left, right)]
    if times[0] and times[1] and times[0] != times[1] and times[0][: len(times[1])] != times[1][: len(times[0])]:
        later = (left if times[0] > times[1] else right).fact.outlet
        return Said(
            f" تقرير «{later}» أحدث نشرا، فقد يكون رقمه محدثا.",
            f" {later} was published later, so it may be an update.",
        )
    return Said("", "")


def _scope(pairs: list[tuple[Figure, Figure]], tally: Tally) -> Said4 | None:
    for left, right in pairs:
        if left.fact.report == right.fact.report or comparable(left, right) is None:
            continue
        if not (same_elsewhen(left, right) or (windows_differ(left, right) and not _dated_alone(left, right))):
            continue
        one, other = window_words(left), window_words(right)
        same = equal(left, right)
        if same:
            ar = f"يتفق التقريران على {subject(left, 'ar')} ({_with_word(left)}) لكن لمدتين مختلفتين"
            en = f"Both give the same {subject(left, 'en')} ({_with_word(left)}), but not for the same period"
        else:
            ar = f"رقمان عن {subject(left, 'ar')} لا يقارنان لاختلاف المدة: {_with_word(left)} و{_with_word(right)}"
            en = (
                f"Two figures for the {subject(left, 'en')} that cover different periods: {_with_word(left)} and "
                f"{_with_word(right)}"
            )
        detail = Said(
            f"{ar}: تقرير «{left.fact.outlet}» {one.ar}، وتقرير «{right.fact.outlet}» {other.ar}.",
            f"{en}: {left.fact.outlet} {one.en}, {right.fact.outlet} {other.en}.",
        )
        return "scope", "differ", 0.5, detail
    return None


def _reach(pairs: list[tuple[Figure, Figure]], tally: Tally) -> Said4 | None:
    for left, right in pairs:
        if left.fact.report == right.fact.report or not narrowed(left, right):
            continue
        one = left if left.alone else right
        words = _narrowing(one)
        detail = Said(
            f"يتفق التقريران على {subject(left, 'ar')} ({_with_word(left)}) لكن تقرير «{one.fact.outlet}» يقصره: «{words}».",
            f"Both give the same {subject(left, 'en')} ({_with_word(left)}), but {one.fact.outlet} gives it for a part "
            f"alone: «{words}».",
        )
        return "scope", "differ", 0.5, detail
    return None


def _narrowing(figure: Figure) -> str | None:
    """The words that tell a number for a part alone."""
    return figure.fact.at(figure.alone) if figure.alone else None


def _dated_alone(left: Figure, right: Figure) -> bool:
    """«1200 وحدة» and «1200 وحدة سنة 2021»: one more says when, of what befell nobody."""
    given = left.window or right.window or ""
    return None in (left.window, right.window) and left.fate == "other" and not given.endswith("/..")


def _parts(pairs: list[tuple[Figure, Figure]], tally: Tally) -> Said4 | None:
    for left, right in pairs:
        whole, parts = (left, right) if right.sum else (right, left)
        if not parts.sum or whole.sum or not overlapping(whole, parts):
            continue
        listed = [_part_words(parts, quantity.id) for quantity in parts.quantities]
        total = f"{parts.low:g}" if parts.low is not None else "?"
        detail = Said(
            f"لا تعارض: ما يفصله تقرير «{parts.fact.outlet}» ({listed_ar(listed)}) مجموعه {total}، "
            f"وهو ما يجمله تقرير «{whole.fact.outlet}» بقوله {_with_word(whole)}.",
            f"No conflict: what {parts.fact.outlet} breaks down ({listed_en(listed)}) adds up to {total}, which "
            f"{whole.fact.outlet} gives as {_with_word(whole)}.",
        )
        return "value", "compatible", 0.9, detail
    return None


def _part_words(figure: Figure, quantity_id: str) -> str:
    return next(f"«{words_of(figure.fact, q)}»" for q in figure.quantities if q.id == quantity_id)


def _bounds(pairs: list[tuple[Figure, Figure]], tally: Tally) -> Said4 | None:
    for left, right in pairs:
        if equal(left, right) and left.population.kind == right.population.kind:
            continue
        if not overlapping(left, right):
            detail = Said(
                f"أحد العددين جزء من الآخر: {_voices([left, right]).ar}.",
                f"One number is a part of the other: {_voices([left, right]).en}.",
            )
        elif equal(left, right):
            continue
        else:
            detail = Said(
                f"لا تعارض في {subject(left, 'ar')}، وأحد القولين أدق: {_voices([left, right]).ar}.",
                f"The figures for the {subject(left, 'en')} do not conflict; one is more exact: "
                f"{_voices([left, right]).en}.",
            )
        return "value", "compatible", 0.8, detail
    return None


def _with_word(figure: Figure) -> str:
    return f"«{figure.text}»"


def _voices(figures_: list[Figure]) -> Said:
    """«أ» يقول «5 جرحى»، و«ب» …: each number with who gives it, in words of the report."""
    ar = "، و".join(f"تقرير «{f.fact.outlet}»{_speaker(f).ar} {_with_word(f)}" for f in figures_)
    en = ", ".join(f"{f.fact.outlet}{_speaker(f).en} {_with_word(f)}" for f in figures_)
    return Said(ar, en)


def _speaker(figure: Figure) -> Said:
    origin = figure.fact.origin
    if origin.kind in ("named", "document", "anonymous", "agency"):
        name = " ".join(origin.name.split())
        return Said(f" عن «{name}»:", f" (after «{name}»)")
    return Said(":", "")


def value_of(figure: Figure) -> dict[str, Any]:
    """The figure as a finding's value."""
    first = figure.first
    return {
        "claim": figure.fact.id,
        "outlet": figure.fact.outlet,
        ("time" if figure.length else "quantity"): first.id,
        "low": figure.low,
        "high": most(figure),
        "bound": figure.bound,
        "outcome": figure.outcome,
        "counted": first.counted,
        "window": figure.window,
        "parts": [q.id for q in figure.quantities] if figure.sum else [],
        "text": figure.text,
        "span": first.span,
    }
