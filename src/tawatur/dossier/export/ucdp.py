"""``ucdp``: tolls under UCDP's policy, in the columns of the Georeferenced Event Dataset (GED Codebook 23.1 onward)."""

from __future__ import annotations

from ...model import Dossier
from .incidents import (
    COUNTRY,
    OURS,
    Incident,
    day_column,
    incidents,
    location_columns,
    origins,
    outlets_column,
    value,
    year_column,
)
from .sheet import Column, empty, joined, sheet


def write(dossier: Dossier) -> str:
    """One row for every toll with deaths."""
    return sheet(COLUMNS, (i for i in incidents(dossier) if i.policies.ucdp))


def _number(name: str) -> Column:
    comes = {
        "deaths_a": "the policy's `deaths_a`: soldiers and police",
        "deaths_b": "the policy's `deaths_b`: fighters",
        "deaths_civilians": "the policy's `deaths_civilians`",
        "deaths_unknown": "the policy's `deaths_unknown`: what remains of `best`",
        "best": "the policy's `best`",
        "high": "the policy's `high`; empty where a lower bound lies above every number",
        "low": "the policy's `low`",
    }
    return Column(name, comes[name], lambda i: value(getattr(i.policies.ucdp, name)))


def _where_prec(incident: Incident) -> int | None:
    """1 exact place, 3 a part of a province, 4 province, 5 a vague region, 6 country (codebook, "where_prec")."""
    precision = incident.place.precision if incident.place else None
    return {"point": 1, "town": 1, "area": 3, "province": 4, "region": 5, "country": 6}.get(precision or "")


def _date_prec(incident: Incident) -> int | None:
    """1 the day, 2 up to six days, 3 the week, 4 the month, 5 longer (codebook, "date_prec")."""
    days = incident.days
    if days is None:
        return None
    return next((code for code, most in ((1, 1), (2, 6), (3, 7), (4, 31)) if days <= most), 5)


def _article(incident: Incident) -> str | None:
    parts = ((r.article.outlet.name, r.anchor.edtf, r.article.title) for r in incident.readings)
    return joined(",".join(f'"{part}"' for part in three if part) for three in parts)


def _point(incident: Incident) -> str | None:
    place = incident.place
    return f"POINT ({place.lon} {place.lat})" if place else None


def _described(incident: Incident) -> str | None:
    place = incident.place
    if place is None:
        return None
    reading = next(r for r in incident.readings if r.article.id == place.span.article_id)
    return " ".join(place.span.of(reading.article.text).split())


_NOT_SAID = "empty: UCDP's own coding"

_NAME, _LATITUDE, _LONGITUDE = location_columns("where_coordinates")

COLUMNS = (
    Column("id", "the toll's number in the record", lambda i: i.policies.id),
    Column("relid", _NOT_SAID, empty),
    year_column("year", "date_start"),
    Column("active_year", _NOT_SAID, empty),
    Column("code_status", _NOT_SAID, empty),
    Column("type_of_violence", _NOT_SAID, empty),
    Column("conflict_dset_id", _NOT_SAID, empty),
    Column("conflict_new_id", _NOT_SAID, empty),
    Column("conflict_name", _NOT_SAID, empty),
    Column("dyad_dset_id", _NOT_SAID, empty),
    Column("dyad_new_id", _NOT_SAID, empty),
    Column("dyad_name", _NOT_SAID, empty),
    Column("side_a_dset_id", _NOT_SAID, empty),
    Column("side_a_new_id", _NOT_SAID, empty),
    Column("side_a", _NOT_SAID, empty),
    Column("side_b_dset_id", _NOT_SAID, empty),
    Column("side_b_new_id", _NOT_SAID, empty),
    Column("side_b", _NOT_SAID, empty),
    Column("number_of_sources", "reports behind the row", lambda i: len(i.readings)),
    Column("source_article", "outlet, date and headline of each report", _article),
    outlets_column("source_office"),
    Column("source_date", "`published` of the reports", lambda i: joined(r.anchor.edtf for r in i.readings)),
    Column("source_headline", "`title` of the reports", lambda i: joined(r.article.title for r in i.readings)),
    Column("source_original", "whom the reports have the figures from", origins),
    Column("where_prec", "1 town, 3 area, 4 province, 5 region, 6 country; from the place's `precision`", _where_prec),
    _NAME,
    Column("where_description", "that place in the report's words", _described),
    Column("adm_1", _NOT_SAID, empty),
    Column("adm_2", _NOT_SAID, empty),
    _LATITUDE,
    _LONGITUDE,
    Column("geom_wkt", "both as a point", _point),
    Column("priogrid_gid", _NOT_SAID, empty),
    COUNTRY,
    Column("country_id", _NOT_SAID, empty),
    Column("region", _NOT_SAID, empty),
    Column("event_clarity", "1 one event; 2 a toll over a period", lambda i: 2 if i.toll.window else 1),
    Column("date_prec", "1 day, 2 two to six days, 3 week, 4 month, 5 longer", _date_prec),
    day_column("date_start"),
    Column("date_end", "last day of these", lambda i: i.end),
    *(_number(name) for name in ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low")),
    Column("gwnoa", _NOT_SAID, empty),
    Column("gwnob", _NOT_SAID, empty),
    *OURS,
)
