"""The options that commands share, and what may stand behind them."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ..errors import InputError


class Format(StrEnum):
    text = "text"
    json = "json"
    html = "html"
    markdown = "markdown"


class ReadingFormat(StrEnum):
    text = "text"
    json = "json"


class ExportFormat(StrEnum):
    ftm = "ftm"
    webannotation = "webannotation"
    geojson = "geojson"
    acled = "acled"
    ucdp = "ucdp"
    airwars = "airwars"
    schemaorg = "schemaorg"
    csv = "csv"
    parquet = "parquet"


class Table(StrEnum):
    claims = "claims"
    quotes = "quotes"
    quantities = "quantities"


class Language(StrEnum):
    ar = "ar"
    en = "en"


class Engine(StrEnum):
    words = "words"
    meaning = "meaning"


def _published(value: str | None) -> str | None:
    if value is None:
        return None
    from ..ingest.article import day

    try:
        return day(value, "--published")
    except InputError:
        raise typer.BadParameter(f"{value!r} is not a date such as 2026-03-14") from None


Published = Annotated[
    str | None,
    typer.Option(
        "--published",
        metavar="DATE",
        callback=_published,
        help="When the reports came out (ISO 8601): for those that do not say it themselves.",
    ),
]
Output = Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write here.")]
Lang = Annotated[Language, typer.Option("--lang", help="Language of the program's own words.")]
Since = Annotated[
    Path | None,
    typer.Option(
        "--since",
        metavar="RECORD",
        help="The story's earlier record, as --format json wrote it: its reports are kept, what changed is told.",
    ),
]
Engines = Annotated[
    Engine,
    typer.Option("--engine", help="What proposes claims to compare: shared words, or meaning too (extra [semantic])."),
]
Judgements = Annotated[
    Path | None,
    typer.Option(
        "--judgements",
        metavar="FILE",
        help="JSON lines of people's word on names: which are of one, which of two. It overrides the program's.",
    ),
]
Lines = Annotated[bool, typer.Option("--jsonl", help="Read JSON lines, write one JSON line for each.")]
