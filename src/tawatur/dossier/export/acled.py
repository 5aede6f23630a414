"""``acled``: tolls under ACLED's policy, in the columns of its data export (ACLED Codebook, 2023 columns onward)."""

from __future__ import annotations

from ...model import Dossier
from .incidents import (
    COUNTRY,
    OURS,
    Incident,
    actors_column,
    day_column,
    incidents,
    location_columns,
    outlets_column,
    value,
    year_column,
)
from .sheet import Column, empty, joined, sheet

# PLOVER's modes where ACLED's codebook has the very same thing; the others could be several of its types.
_TYPES = {
    "aerial": ("Explosions/Remote violence", "Air/drone strike"),
    "drone": ("Explosions/Remote violence", "Air/drone strike"),
    "suicide-attack": ("Explosions/Remote violence", "Suicide bomb"),
    "heavy-weapons": ("Explosions/Remote violence", "Shelling/artillery/missile attack"),
    "sexual": ("Violence against civilians", "Sexual violence"),
    "abduct": ("Violence against civilians", "Abduction/forced disappearance"),
}


def write(dossier: Dossier) -> str:
    """One row for every toll with deaths."""
    return sheet(COLUMNS, (i for i in incidents(dossier) if i.policies.acled))


def _type(incident: Incident, part: int) -> str | None:
    found = {_TYPES[mode] for mode in incident.toll.modes if mode in _TYPES}
    return found.pop()[part] if len(found) == 1 else None


def _disorder(incident: Incident) -> str | None:
    return "Political violence" if _type(incident, 0) else None


def _time_precision(incident: Incident) -> int | None:
    """1 the day, 2 the week, 3 the month (codebook, "Time precision codes")."""
    days = incident.days
    return None if days is None or days > 31 else 1 if days == 1 else 2 if days <= 7 else 3


def _geo_precision(incident: Incident) -> int | None:
    """1 the town, 2 a part of a region, 3 a region (codebook, "Spatial precision codes"); a country is none."""
    precision = incident.place.precision if incident.place else None
    return {"point": 1, "town": 1, "area": 2, "province": 3, "region": 3}.get(precision or "")


def _notes(incident: Incident) -> str | None:
    return incident.policies.acled.notes.en if incident.policies.acled else None


def _fatalities(incident: Incident) -> int | None:
    return value(incident.policies.acled.fatalities) if incident.policies.acled else None


_NOT_SAID = "empty: ACLED's own coding"

COLUMNS = (
    Column("event_id_cnty", "the toll's number in the record", lambda i: i.policies.id),
    day_column("event_date"),
    year_column("year", "event_date"),
    Column("time_precision", "1 the day is told, 2 a week, 3 a month", _time_precision),
    Column("disorder_type", "`Political violence` where the type is known", _disorder),
    Column("event_type", "from the PLOVER `mode`, where one ACLED type answers to it", lambda i: _type(i, 0)),
    Column("sub_event_type", "as `event_type`", lambda i: _type(i, 1)),
    actors_column("actor1"),
    Column("assoc_actor_1", _NOT_SAID, empty),
    Column("inter1", _NOT_SAID, empty),
    Column("actor2", "`target`s of these events, in the reports' words", lambda i: joined(i.toll.targets)),
    Column("assoc_actor_2", _NOT_SAID, empty),
    Column("inter2", _NOT_SAID, empty),
    Column("interaction", _NOT_SAID, empty),
    Column("civilian_targeting", _NOT_SAID, empty),
    Column("iso", _NOT_SAID, empty),
    Column("region", _NOT_SAID, empty),
    COUNTRY,
    Column("admin1", _NOT_SAID, empty),
    Column("admin2", _NOT_SAID, empty),
    Column("admin3", _NOT_SAID, empty),
    *location_columns("location"),
    Column("geo_precision", "1 town, 2 part of a region, 3 region; from the place's `precision`", _geo_precision),
    outlets_column("source"),
    Column("source_scale", _NOT_SAID, empty),
    Column("notes", "the policy's `notes`: every figure, who gives it, whether they are in dispute", _notes),
    Column("fatalities", "the policy's `fatalities`: the most conservative reported figure", _fatalities),
    Column("tags", _NOT_SAID, empty),
    Column("timestamp", _NOT_SAID, empty),
    *OURS,
)
