"""The rows of the conflict-event formats: a toll with its policies, its day, its place and its reports."""

from __future__ import annotations

import datetime
from functools import cache
from typing import NamedTuple

from ...model import Dossier, Place, Reading
from ...reconcile.fact import Fact
from ..casualties import Number, Policies, of_toll
from ..tolls import Toll, tolls
from .sheet import Column, joined


class Incident(NamedTuple):
    """One row. ``start`` and ``end`` are ISO days, None where no date is told or the reports' dates cannot be one."""

    toll: Toll
    policies: Policies
    start: str | None
    end: str | None

    @property
    def place(self) -> Place | None:
        return self.toll.place

    @property
    def days(self) -> int | None:
        """How many days the date may be; one for a day."""
        if self.start is None or self.end is None:
            return None
        return (datetime.date.fromisoformat(self.end) - datetime.date.fromisoformat(self.start)).days + 1

    @property
    def facts(self) -> list[Fact]:
        return sorted(self.toll.facts, key=lambda fact: fact.order)

    @property
    def readings(self) -> list[Reading]:
        return list({fact.report: fact.reading for fact in self.facts}.values())


def incidents(dossier: Dossier) -> list[Incident]:
    """Every toll of the story, in the order of the reports."""
    return [Incident(toll, of_toll(toll), *_days(toll)) for toll in tolls(dossier)]


def _days(toll: Toll) -> tuple[str | None, str | None]:
    """The days that all reported dates allow; no date is chosen where they exclude each other."""
    starts = [time.earliest for time in toll.times if time.earliest]
    ends = [time.latest for time in toll.times if time.latest]
    if not starts or not ends or max(starts) > min(ends):
        return None, None
    return max(starts), min(ends)


def country(incident: Incident) -> str | None:
    """The country's English name (CLDR)."""
    code = incident.place.country if incident.place else None
    return _countries().get(code) if code else None


@cache
def _countries() -> dict[str, str]:
    from babel import Locale

    return dict(Locale("en").territories)


def value(number: Number | None) -> int | None:
    return number.value if number else None


def words(incident: Incident) -> str | None:
    """The exact words of every claim behind the row."""
    return joined((f"«{' '.join(fact.text.split())}» ({fact.outlet})" for fact in incident.facts), " | ")


def origins(incident: Incident) -> str | None:
    """Whom the reports have it from, where they say so."""
    return joined(" ".join(fact.origin.name.split()) for fact in incident.facts if fact.origin.kind != "own")


def day_column(name: str) -> Column:
    comes = "first day of the attack's `times`; empty where the reports' dates exclude each other"
    return Column(name, comes, lambda i: i.start)


def year_column(name: str, day: str) -> Column:
    return Column(name, f"of `{day}`", lambda i: int(i.start[:4]) if i.start else None)


def location_columns(name: str) -> tuple[Column, ...]:
    """The place's name, latitude and longitude."""
    comes = "`name` of the narrowest resolved place of the attack"
    return (
        Column(name, comes, lambda i: i.place.name if i.place else None),
        Column("latitude", "`lat` of that place", lambda i: i.place.lat if i.place else None),
        Column("longitude", "`lon` of that place", lambda i: i.place.lon if i.place else None),
    )


COUNTRY = Column("country", "`country` of the place, its English name in CLDR", country)


def outlets_column(name: str) -> Column:
    comes = "`outlet.name` of the reports"
    return Column(name, comes, lambda i: joined(r.article.outlet.name for r in i.readings))


def actors_column(name: str) -> Column:
    return Column(name, "`agent`s of the attack's events, in the reports' words", lambda i: joined(i.toll.actors))


def _urls(incident: Incident) -> str | None:
    return joined(reading.article.url for reading in incident.readings)


OURS = (
    Column("tawatur_claims", "ours: `id`s of the claims behind the row", lambda i: joined(i.policies.claims)),
    Column("tawatur_urls", "ours: `articles[].url` of their reports", _urls),
    Column("tawatur_words", "ours: the exact words of each claim and its outlet", words),
    Column("tawatur_window", "ours: the EDTF period the figures cover; empty for one event", lambda i: i.toll.window),
)
