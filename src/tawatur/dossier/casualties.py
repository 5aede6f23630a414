"""Casualty figures under three named policies, side by side and never blended: ACLED, UCDP and Airwars.

Each policy is the rule of a codebook, applied to the figures of one happening. A number always carries the claims it
comes from; where the words give none it is None. A lower bound is never copied into a maximum.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from ..lang.phrasing import listed_ar, listed_en
from ..model import Dossier, Said
from ..reconcile.numbers.comparable import overlapping
from ..reconcile.numbers.figure import Figure
from .tolls import Toll, facts_of, tolls
from .wholes import strata, under

AirwarsGrade = Literal["Confirmed", "Fair", "Weak", "Contested"]


@dataclass(frozen=True, slots=True)
class Number:
    """A count of people, None where no report gives one, and the ids of the claims behind it."""

    value: int | None
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Acled:
    """``fatalities`` and ``notes`` are ACLED's columns of these names."""

    fatalities: Number
    notes: Said


@dataclass(frozen=True, slots=True)
class Ucdp:
    """UCDP GED's columns. A group that no report counts is None, not nought; the groups add up to ``best``."""

    low: Number
    best: Number
    high: Number
    deaths_a: Number
    deaths_b: Number
    deaths_civilians: Number
    deaths_unknown: Number


@dataclass(frozen=True, slots=True)
class Airwars:
    """Civilians killed and injured, least and most, and the grade with its reason.

    ``counted`` is ``civilians`` where the reports say so and ``people`` where they do not tell civilians apart.
    """

    killed_min: Number
    killed_max: Number
    injured_min: Number
    injured_max: Number
    counted: Literal["civilians", "people"]
    grade: AirwarsGrade
    reason: Said


@dataclass(frozen=True, slots=True)
class Policies:
    """One happening's toll under each policy; None where the policy has nothing to count (no deaths, no civilians).

    ``claims`` are all claims with its figures, in the order of the reports; ``window`` is the EDTF period that the
    figures cover, None for a toll of one happening.
    """

    id: str
    claims: tuple[str, ...]
    window: str | None
    acled: Acled | None
    ucdp: Ucdp | None
    airwars: Airwars | None


def policies(dossier: Dossier) -> tuple[Policies, ...]:
    """Every toll of the dossier under the three policies, in the order of the reports."""
    return tuple(of_toll(toll) for toll in tolls(dossier))


def of_toll(toll: Toll) -> Policies:
    """One toll under the three policies."""
    claims = tuple(fact.id for fact in sorted(toll.facts, key=lambda fact: fact.order))
    return Policies(toll.id, claims, toll.window, acled(toll), ucdp(toll), airwars(toll))


def acled(toll: Toll) -> Acled | None:
    """The most conservative reported figure, the dispute in the notes.

    ACLED Codebook, "Reported fatalities": where reports differ or are vague, the most conservative estimate is coded
    and the notes say that there is a dispute. Of a bound this is its lower end; a report that gives only an upper
    bound ("fewer than ten") has none. Figures of a part («بينهم أطفال») are not the total and are not its minimum.
    """
    if not toll.killed:
        return None
    low = _low(toll.killed)
    return Acled(low, _notes(toll, low))


def ucdp(toll: Toll) -> Ucdp | None:
    """Low, best and high, and the best estimate by side.

    UCDP GED Codebook, "best, high, low" and "deaths_a … deaths_unknown": best is the most reliable number, low and
    high the lowest and highest estimates; UCDP Battle-Related Deaths Codebook: where no source can be told to be more
    reliable, the lower figure is taken. Here only the number of separate origins in separate texts tells (the smaller
    of the two), never a judgement of who is trustworthy. Soldiers and police are side A (the state), fighters side B;
    everybody not told apart is unknown.
    """
    if not toll.killed:
        return None
    best = _best(toll, toll.killed)
    state, fighters, civilians = (_of_side(toll, under(toll.killed, *kinds)) for kinds in _SIDES)
    unknown = _rest(best, (state, fighters, civilians))
    if unknown.value is None:
        state = fighters = civilians = Number(None)
    return Ucdp(_low(toll.killed), best, _high(toll.killed), state, fighters, civilians, unknown)


_STATE, _FIGHTERS = ("service", "police"), ("fighter",)
_COMBATANTS = (*_STATE, *_FIGHTERS)
_SIDES = (_STATE, _FIGHTERS, ("civilian",))


def _of_side(toll: Toll, figures: Sequence[Figure]) -> Number:
    """The best estimate of one side; none where soldiers of two countries are counted, which are two sides."""
    nations = {figure.population.nation for figure in under(figures, *_STATE)} - {None}
    return Number(None) if len(nations) > 1 else _best(toll, figures)


def airwars(toll: Toll) -> Airwars | None:
    """The least and most civilians killed and injured, and the grade.

    Airwars, "Methodology": an incident's minimum and maximum, and its grading. Confirmed: a belligerent accepts
    responsibility; Fair: two or more credible sources; Weak: a single source; Contested: competing claims of
    responsibility. Two sources are two where the texts and the origins are separate; nobody is called credible here.
    Where the reports count people without telling civilians from others, all are taken and ``counted`` says so;
    soldiers and fighters never are.
    """
    killed, injured = (under(figures, "civilian") for figures in (toll.killed, toll.wounded))
    counted: Literal["civilians", "people"] = "civilians"
    if not killed and not injured:
        killed, injured = (_unsorted(figures) for figures in (toll.killed, toll.wounded))
        counted = "people"
    if not killed and not injured:
        return None
    grade, reason = _grade(toll, [*killed, *injured])
    return Airwars(_low(killed), _high(killed), _low(injured), _high(injured), counted, grade, reason)


def _unsorted(figures: Sequence[Figure]) -> list[Figure]:
    """Figures of people of whom nothing tells whether they fought; none where some of them did."""
    return [] if under(figures, *_COMBATANTS) else under(figures, "person")


def _low(figures: Sequence[Figure]) -> Number:
    """The lowest lower end; over groups of people with no member in common, their sum."""
    return _added([_least(stratum) for stratum in strata(figures)])


def _least(stratum: Sequence[Figure]) -> Number:
    known = [figure for figure in stratum if figure.low is not None]
    least = min((figure.low for figure in known), default=None)  # type: ignore[type-var]
    return _number(least, (figure for figure in known if figure.low == least))


def _high(figures: Sequence[Figure]) -> Number:
    return _added([_most(stratum) for stratum in strata(figures)])


def _most(stratum: Sequence[Figure]) -> Number:
    """The highest upper end; None where a report's lower bound lies above it, since how far up it goes is not said."""
    closed = [figure for figure in stratum if figure.high is not None]
    most = max((figure.high for figure in closed), default=None)  # type: ignore[type-var]
    if most is None or any(figure.high is None and (figure.low or 0) > most for figure in stratum):
        return Number(None)
    return _number(most, (figure for figure in closed if figure.high == most))


def _best(toll: Toll, figures: Sequence[Figure]) -> Number:
    return _added([_likeliest(toll, stratum) for stratum in strata(figures)])


def _likeliest(toll: Toll, stratum: Sequence[Figure]) -> Number:
    """The number that most separate origins in separate texts carry or allow; the lower one of two equal."""
    allowing = {
        value: [f for f in stratum if (f.low is None or f.low <= value) and (f.high is None or value <= f.high)]
        for value in sorted({figure.low for figure in stratum if figure.low is not None})
    }
    if not allowing:
        return Number(None)
    weights = {value: _separate(toll, several) for value, several in allowing.items()}
    best = max(allowing, key=lambda value: weights[value])
    return _number(best, allowing[best])


def _separate(toll: Toll, figures: Sequence[Figure]) -> int:
    weighed = toll.ledger.weigh(facts_of(figures))
    return min(weighed.lineages, weighed.origins)


def _added(numbers: Sequence[Number]) -> Number:
    if not numbers or any(number.value is None for number in numbers):
        return Number(None)
    claims = tuple(dict.fromkeys(claim for number in numbers for claim in number.claims))
    return Number(sum(number.value or 0 for number in numbers), claims)


def _number(value: float | None, figures: Iterable[Figure]) -> Number:
    if value is None:
        return Number(None)
    return Number(int(value), tuple(fact.id for fact in facts_of(figures)))


def _rest(best: Number, groups: Sequence[Number]) -> Number:
    """Those of the best estimate whom no group counts; None where the groups count more than there are."""
    known = sum(number.value or 0 for number in groups)
    if best.value is None or known > best.value:
        return Number(None)
    return Number(best.value - known, best.claims)


def _notes(toll: Toll, chosen: Number) -> Said:
    """Every reported figure with who gives it, and whether they differ."""
    tops = [figure for stratum in strata(toll.killed) for figure in stratum]
    given = _listed(tops)
    apart = any(not overlapping(a, b) for several in strata(toll.killed) for a, b in combinations(several, 2))
    if not apart and chosen.value is not None:
        said = Said(f"عدد القتلى كما ورد: {given.ar}.", f"Fatalities as reported: {given.en}.")
    elif chosen.value is None:
        said = Said(f"لا يذكر حد أدنى للقتلى: {given.ar}.", f"No lower figure of fatalities is reported: {given.en}.")
    else:
        said = Said(
            f"عدد القتلى مختلف فيه: {given.ar}؛ والمعتمد أدنى ما ورد ({chosen.value}).",
            f"Fatalities are disputed: {given.en}; the most conservative is coded ({chosen.value}).",
        )
    if toll.denied:
        told = _listed(toll.denied)
        said = Said(f"{said.ar} ومما نفي: {told.ar}.", f"{said.en} Denied: {told.en}.")
    return said


def _listed(figures: Sequence[Figure]) -> Said:
    """Each figure in its report's words, with whom the report has it from."""
    given = list(dict.fromkeys((f.fact.outlet, _speaker(f), f.text, f.fact.head) for f in figures))
    ar = (
        f"«{text}» في {'عنوان ' * head}تقرير «{outlet}»" + f" عن «{who}»" * bool(who)
        for outlet, who, text, head in given
    )
    en = (
        outlet + ", headline" * head + f" (after «{who}»)" * bool(who) + f": «{text}»"
        for outlet, who, text, head in given
    )
    return Said("؛ ".join(ar), "; ".join(en))


def _speaker(figure: Figure) -> str:
    origin = figure.fact.origin
    return "" if origin.kind == "own" else " ".join(origin.name.split())


def _grade(toll: Toll, figures: Sequence[Figure]) -> tuple[AirwarsGrade, Said]:
    parties = list({accepted.key: " ".join(accepted.name.split()) for accepted in toll.accepted}.values())
    if len(parties) > 1 or toll.disputed:
        names = [f"«{party}»" for party in (parties if len(parties) > 1 else toll.actors)]
        ar = f": {listed_ar(names)}" if names else ""
        en = f": {listed_en(names)}" if names else ""
        return "Contested", Said(f"تتعارض الأقوال في المسؤول{ar}.", f"Who is responsible is in dispute{en}.")
    if parties:
        return "Confirmed", Said(
            f"«{parties[0]}» يقر بالهجوم.", f"«{parties[0]}» accepts responsibility for the attack."
        )
    weighed = toll.ledger.weigh(facts_of(figures))
    return ("Fair" if weighed.grade == "independent" else "Weak"), weighed.reason
