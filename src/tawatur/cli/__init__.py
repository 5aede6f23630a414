"""The commands. No logic of their own: they read, call the pipeline, and write."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from .. import __version__
from ..errors import InputError
from .lines import annotate_record, answer_lines, compare_record
from .options import (
    Engine,
    Engines,
    ExportFormat,
    Format,
    Judgements,
    Lang,
    Language,
    Lines,
    Output,
    Published,
    ReadingFormat,
    Since,
    Table,
)
from .output import emit, progress, rendered
from .sources import check_engine, earlier, read_all, read_bytes, read_judged, tell_unused

_GARBAGE = 200_000

app = typer.Typer(
    name="tawatur",
    help="Read several outlets' reports of the same happenings and rebuild one sourced record.",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"tawatur {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and leave.")
    ] = False,
) -> None:
    """Tawatur weighs reports; it never declares what is true."""


@app.command()
def compare(
    reports: Annotated[list[Path] | None, typer.Argument(metavar="REPORT...", show_default=False)] = None,
    published: Published = None,
    format: Annotated[Format, typer.Option("--format", help="How the record is written.")] = Format.text,
    output: Output = None,
    lang: Lang = Language.ar,
    since: Since = None,
    engine: Engines = Engine.words,
    judgements: Judgements = None,
    jsonl: Lines = False,
) -> None:
    """Set reports of one story side by side."""
    if jsonl and since:
        raise typer.BadParameter("--since goes with one story, not with --jsonl", param_hint="--since")
    if engine is not Engine.words:
        check_engine(engine)
    told, unread = read_judged(judgements)
    judged = [entry.judgement for entry in told]
    if jsonl:
        answer_lines(reports, output, lambda record, name: compare_record(record, name, published, engine, judged))
        if unread:
            raise typer.Exit(1)
        return
    if not reports:
        raise typer.BadParameter("name at least one report, or use --jsonl", param_hint="REPORT")
    articles, failed, skipped = read_all(reports, published)
    if not articles:
        raise typer.Exit(1)
    from .. import pipeline

    settled: dict[str, Any] = {"skipped": skipped + unread, "progress": progress, "engine": engine.value}
    settled["judgements"] = judged
    if since is None:
        dossier = pipeline.compare(articles, **settled)
    else:
        dossier = pipeline.update(earlier(since), articles, **settled)
    tell_unused(told, dossier)
    emit(rendered(dossier, format, lang.value, color=output is None and sys.stdout.isatty()), output)
    if failed or unread:
        raise typer.Exit(1)


@app.command()
def annotate(
    report: Annotated[Path | None, typer.Argument(metavar="REPORT", show_default=False)] = None,
    published: Published = None,
    format: Annotated[ReadingFormat, typer.Option("--format", help="How it is written.")] = ReadingFormat.text,
    output: Output = None,
    lang: Lang = Language.ar,
    jsonl: Lines = False,
) -> None:
    """Read one report: names, numbers, dates, quotations, events and claims, each with its exact words."""
    if jsonl:
        answer_lines(
            [report] if report else None, output, lambda record, name: annotate_record(record, name, published)
        )
        return
    if report is None:
        raise typer.BadParameter("name a report, or use --jsonl", param_hint="REPORT")
    articles, _, _ = read_all([report], published)
    if not articles:
        raise typer.Exit(1)
    from .. import pipeline

    reading = pipeline.read(articles[0])
    if format is ReadingFormat.json:
        from ..dossier.render.json import dumps, reading_json

        emit(dumps(reading_json(reading), indent=1) + "\n", output)
    else:
        from ..dossier.render.terminal import render_reading

        emit(render_reading(reading, lang.value, color=output is None and sys.stdout.isatty()), output)


@app.command()
def export(
    story: Annotated[Path, typer.Argument(metavar="STORY", help="The record as compare --format json writes it.")],
    to: Annotated[ExportFormat, typer.Option("--to", help="The format.", show_default=False)],
    table: Annotated[Table | None, typer.Option("--table", help="Which table csv and parquet hold.")] = None,
    output: Output = None,
) -> None:
    """Write a record in a format that other tools read."""
    from ..dossier.export import SHEETS, TABULAR, write
    from ..dossier.load import loads
    from ..errors import MissingExtra

    if table and to.value not in TABULAR:
        raise typer.BadParameter(f"--to {to.value} has no tables", param_hint="--table")
    try:
        text = write(loads(read_bytes(story), str(story)), to.value, (table or Table.claims).value)
    except (InputError, MissingExtra) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    if isinstance(text, str):
        # Excel needs the mark to read Arabic; a pipe's next program does not want it.
        text = ("\ufeff" if output is not None and to.value in SHEETS else "") + text
    emit(text, output)


@app.command()
def bench(
    data: Annotated[Path, typer.Option("--data", metavar="FOLDER", help="The folder of public data sets.")],
) -> None:
    """Print every quality and speed figure of the README."""
    from ..bench.run import run

    if not data.is_dir():
        typer.echo(f"{data}: no such folder", err=True)
        raise typer.Exit(1)
    if not run(data, typer.echo):
        raise typer.Exit(1)


def main() -> None:
    """The console script: ends quietly when a reader of its output goes away or the user stops it."""
    # Tables and tokens are many small objects that last; looking for garbage while they are made only costs time.
    gc.set_threshold(_GARBAGE)
    try:
        app()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        # The process ends: what lasts is not gone through once more on the way out.
        gc.freeze()
