"""``airwars``: tolls under Airwars' policy, named as the fields of its incident pages.

Airwars publishes no file format; the columns carry the names of its pages' fields in snake case.
"""

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
)
from .sheet import Column, joined, sheet


def write(dossier: Dossier) -> str:
    """One row for every toll with civilians, or with people of whom nothing says whether they fought."""
    return sheet(COLUMNS, (i for i in incidents(dossier) if i.policies.airwars))


def _number(name: str, comes: str, field: str) -> Column:
    return Column(name, comes, lambda i: value(getattr(i.policies.airwars, field)))


def _belligerent(incident: Incident) -> str | None:
    return joined(" ".join(accepted.name.split()) for accepted in incident.toll.accepted)


_LOCATION, _LATITUDE, _LONGITUDE = location_columns("location")

COLUMNS = (
    Column("assessment_code", "the toll's number in the record", lambda i: i.policies.id),
    day_column("incident_date"),
    Column("incident_date_end", "last day of these", lambda i: i.end),
    _LOCATION,
    COUNTRY,
    _LATITUDE,
    _LONGITUDE,
    Column("geolocation_accuracy", "`precision` of that place", lambda i: i.place.precision if i.place else None),
    _number("civilians_reported_killed_min", "the policy's `killed_min`", "killed_min"),
    _number("civilians_reported_killed_max", "the policy's `killed_max`; empty where it is open", "killed_max"),
    _number("civilians_reported_injured_min", "the policy's `injured_min`", "injured_min"),
    _number("civilians_reported_injured_max", "the policy's `injured_max`", "injured_max"),
    Column("civilian_status", "the policy's `counted`: `civilians` or `people`", lambda i: i.policies.airwars.counted),
    Column("civilian_harm_grading", "the policy's `grade`", lambda i: i.policies.airwars.grade),
    Column("civilian_harm_grading_reason", "why, in one sentence", lambda i: i.policies.airwars.reason.en),
    Column("known_belligerent", "who takes the attack upon itself", _belligerent),
    actors_column("suspected_belligerent"),
    Column("strike_type", "PLOVER `mode`s of the attack's events", lambda i: joined(i.toll.modes)),
    outlets_column("sources"),
    *OURS,
)
