"""The commands. No logic of their own: they read, call the pipeline, and write."""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO

import typer

from . import __version__
from .errors import InputError

if TYPE_CHECKING:
    from .ingest.judgements import Judged
    from .model import Article, Dossier, Judgement, Said

# Work that is over sooner needs no bar; one that flashes by only distracts.
_PATIENCE = 1.5
_GARBAGE = 200_000

app = typer.Typer(
    name="tawatur",
    help="Read several outlets' reports of the same happenings and rebuild one sourced record.",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


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
    from .ingest.article import day

    try:
        return day(value, "--published")
    except InputError:
        raise typer.BadParameter(f"{value!r} is not a date such as 2026-03-14") from None


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"tawatur {__version__}")
        raise typer.Exit


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
        _ready(engine)
    told, unread = _judgements(judgements)
    judged = [entry.judgement for entry in told]
    if jsonl:
        _lines(reports, output, lambda record, name: _compare_record(record, name, published, engine, judged))
        if unread:
            raise typer.Exit(1)
        return
    if not reports:
        raise typer.BadParameter("name at least one report, or use --jsonl", param_hint="REPORT")
    articles, failed, skipped = _read_all(reports, published)
    if not articles:
        raise typer.Exit(1)
    from . import pipeline

    settled: dict[str, Any] = {"skipped": skipped + unread, "progress": _progress, "engine": engine.value}
    settled["judgements"] = judged
    if since is None:
        dossier = pipeline.compare(articles, **settled)
    else:
        dossier = pipeline.update(_earlier(since), articles, **settled)
    _tell_unused(told, dossier)
    _write(_render(dossier, format, lang.value, color=output is None and sys.stdout.isatty()), output)
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
        _lines([report] if report else None, output, lambda record, name: _annotate_record(record, name, published))
        return
    if report is None:
        raise typer.BadParameter("name a report, or use --jsonl", param_hint="REPORT")
    articles, _, _ = _read_all([report], published)
    if not articles:
        raise typer.Exit(1)
    from . import pipeline

    reading = pipeline.read(articles[0])
    if format is ReadingFormat.json:
        from .dossier.render.json import dumps, reading_json

        _write(dumps(reading_json(reading), indent=1) + "\n", output)
    else:
        from .dossier.render.terminal import render_reading

        _write(render_reading(reading, lang.value, color=output is None and sys.stdout.isatty()), output)


@app.command()
def export(
    story: Annotated[Path, typer.Argument(metavar="STORY", help="The record as compare --format json writes it.")],
    to: Annotated[ExportFormat, typer.Option("--to", help="The format.", show_default=False)],
    table: Annotated[Table | None, typer.Option("--table", help="Which table csv and parquet hold.")] = None,
    output: Output = None,
) -> None:
    """Write a record in a format that other tools read."""
    from .dossier.export import SHEETS, TABULAR, write
    from .dossier.load import loads
    from .errors import MissingExtra

    if table and to.value not in TABULAR:
        raise typer.BadParameter(f"--to {to.value} has no tables", param_hint="--table")
    try:
        text = write(loads(_read(story), str(story)), to.value, (table or Table.claims).value)
    except (InputError, MissingExtra) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    if isinstance(text, str):
        # Excel needs the mark to read Arabic; a pipe's next program does not want it.
        text = ("\ufeff" if output is not None and to.value in SHEETS else "") + text
    _write(text, output)


def _read(path: Path) -> bytes:
    """A file's bytes, or those of standard input."""
    from .errors import UnreadableReport

    try:
        return sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    except OSError as error:
        raise UnreadableReport(str(path), error.strerror or "cannot be read") from None


@app.command()
def bench(
    data: Annotated[Path, typer.Option("--data", metavar="FOLDER", help="The folder of public data sets.")],
) -> None:
    """Print every quality and speed figure of the README."""
    from .bench.run import run

    if not data.is_dir():
        typer.echo(f"{data}: no such folder", err=True)
        raise typer.Exit(1)
    if not run(data, typer.echo):
        raise typer.Exit(1)


def _read_all(paths: list[Path], published: str | None) -> tuple[list[Article], bool, list[Said]]:
    """The articles that could be read, whether any could not, and what the record must say of those left out."""
    from .ingest import names_of, read_report

    articles: dict[str, Article] = {}
    skipped: list[Said] = []
    failed = False
    for path, name in zip(paths, names_of(paths)):
        try:
            article = read_report(path, published, name)
        except InputError as error:
            failed = True
            typer.echo(str(error), err=True)
            skipped.append(_unread(error))
            continue
        if articles.setdefault(article.id, article) is not article:
            skipped.append(_twice(str(path)))
    return list(articles.values()), failed, skipped


def _unread(error: InputError) -> Said:
    from .model import Said

    return Said(f"{error.source}: لم يُقرأ ({error.reason})", f"{error.source}: not read ({error.reason})")


def _twice(name: str) -> Said:
    from .model import Said

    return Said(f"{name}: التقرير نفسه أُعطي مرتين فعُدّ مرة واحدة", f"{name}: given twice; counted once")


def _judgements(path: Path | None) -> tuple[list[Judged], list[Said]]:
    """The judgements of the file, and what the record must say of the lines that hold none."""
    if path is None:
        return [], []
    from .ingest import read_judgements

    try:
        found, wrong = read_judgements(path)
    except InputError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    for bad in wrong:
        typer.echo(str(bad), err=True)
    return found, [_unread(bad) for bad in wrong]


def _tell_unused(told: list[Judged], dossier: Dossier) -> None:
    """Say which judgements came to nothing: a name may be mistyped, or stand in none of these reports."""
    if not told:
        return
    from .reconcile.judged import in_force

    holding = in_force(entry.judgement for entry in told)
    for source, judgement in told:
        if judgement in holding and judgement not in dossier.judged:
            names = f"«{judgement.left}» and «{judgement.right}»"
            why = "in no two reports, or judged otherwise too; write each as the reports do"
            typer.echo(f"{source}: nothing came of it: {names}: {why}", err=True)


def _ready(engine: Engine) -> None:
    """Stop before anything is read where the engine's package is missing."""
    from .errors import MissingExtra
    from .reconcile.meaning import near

    try:
        near(("", " "), engine.value)
    except MissingExtra as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None


def _earlier(record: Path) -> Dossier:
    from .dossier.load import loads

    try:
        return loads(_read(record), str(record))
    except InputError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None


def _render(dossier: Dossier, format: Format, lang: str, color: bool) -> str:
    if format is Format.json:
        from .dossier.render.json import dossier_json, dumps

        return dumps(dossier_json(dossier), indent=1) + "\n"
    if format is Format.html:
        from .dossier.render import html

        return html.render(dossier, lang)
    if format is Format.markdown:
        from .dossier.render import markdown

        return markdown.render(dossier, lang)
    from .dossier.render import terminal

    return terminal.render(dossier, lang, color)


def _write(text: str | bytes, output: Path | None) -> None:
    data = text.encode("utf-8", "replace") if isinstance(text, str) else text
    if output is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        output.write_bytes(data)
    except OSError as error:
        typer.echo(f"{output}: {error.strerror}", err=True)
        raise typer.Exit(1) from None


def _progress(articles: Iterable[Article]) -> Iterator[Article]:
    """The articles as they are; a bar appears on a terminal once the work has taken a while."""
    several = list(articles)
    started, bar, task = time.monotonic(), None, None
    try:
        for number, article in enumerate(several):
            if bar is None and sys.stderr.isatty() and time.monotonic() - started > _PATIENCE:
                from rich.console import Console
                from rich.progress import Progress

                bar = Progress(console=Console(stderr=True), transient=True)
                task = bar.add_task("", total=len(several))
                bar.start()
            if bar is not None and task is not None:
                bar.update(task, completed=number, description=article.outlet.name)
            yield article
    finally:
        if bar is not None:
            bar.stop()


def _lines(paths: list[Path] | None, output: Path | None, answer: Callable[[Any, str], dict[str, Any]]) -> None:
    """One JSON line out for each line in, in order; a line that cannot be used answers with its error."""
    from .dossier.render.json import dumps

    with _target(output) as target:
        for number, line in enumerate(_input_lines(paths), 1):
            if line.strip():
                target.write((dumps(_answer(line, f"line {number}", answer)) + "\n").encode("utf-8"))
                target.flush()


@contextmanager
def _target(output: Path | None) -> Iterator[BinaryIO]:
    """Where the lines go. Bytes, so that they are UTF-8 whatever the terminal is set to."""
    if output is None:
        yield sys.stdout.buffer
        return
    try:
        with output.open("wb") as file:
            yield file
    except OSError as error:
        typer.echo(f"{output}: {error.strerror}", err=True)
        raise typer.Exit(1) from None


def _answer(line: str, name: str, answer: Callable[[Any, str], dict[str, Any]]) -> dict[str, Any]:
    key: Any = name
    try:
        record = json.loads(line, parse_constant=_no_number)
        key = record.get("id", name) if isinstance(record, dict) else name
        return answer(record, str(key))
    except InputError as error:
        return {"id": key, "error": str(error)}
    except (ValueError, RecursionError) as error:
        return {"id": key, "error": f"not JSON: {error}"}
    except Exception as error:  # One line of a million must not end the run; its error says what to report.
        return {"id": key, "error": f"{type(error).__name__}: {error}"}


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no value of JSON")


def _input_lines(paths: list[Path] | None) -> Iterator[str]:
    """The lines of the files, or of standard input; a byte-order mark is not part of the first."""
    for path in paths or [Path("-")]:
        try:
            with nullcontext(sys.stdin.buffer) if str(path) == "-" else path.open("rb") as file:
                yield from (line.decode("utf-8", "replace").removeprefix("\ufeff") for line in file)
        except OSError as error:
            typer.echo(f"{path}: {error.strerror}", err=True)
            raise typer.Exit(1) from None


def _annotate_record(record: Any, name: str, published: str | None) -> dict[str, Any]:
    from . import pipeline
    from .dossier.render.json import reading_json
    from .ingest import article_of_record

    reading = pipeline.read(article_of_record(record, name, published))
    return {"id": record.get("id"), **reading_json(reading)}


def _compare_record(
    record: Any, name: str, published: str | None, engine: Engine, judged: list[Judgement]
) -> dict[str, Any]:
    from . import pipeline
    from .dossier.render.json import dossier_json
    from .errors import BadRecord
    from .ingest import article_of_record

    reports = record.get("reports") if isinstance(record, dict) else None
    if not isinstance(reports, list) or not reports:
        raise BadRecord(name, 'a story is an object with "id" and a list "reports"')
    articles: dict[str, Article] = {}
    skipped: list[Said] = []
    for number, report in enumerate(reports, 1):
        try:
            article = article_of_record(report, f"{name}/{number}", published)
        except InputError as error:
            skipped.append(_unread(error))
            continue
        if articles.setdefault(article.id, article) is not article:
            skipped.append(_twice(article.source or f"{name}/{number}"))
    if not articles:
        raise BadRecord(name, "; ".join(note.en for note in skipped))
    dossier = pipeline.compare(articles.values(), judged, skipped, engine=engine.value)
    return {"id": record.get("id"), **dossier_json(dossier)}


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


if __name__ == "__main__":
    main()
