"""JSON lines: one record in, one out, in order; a line that cannot be used answers with its error."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import typer

from ..errors import InputError
from .options import Engine
from .sources import twice, unread

if TYPE_CHECKING:
    from ..model import Article, Judgement, Said


def answer_lines(paths: list[Path] | None, output: Path | None, answer: Callable[[Any, str], dict[str, Any]]) -> None:
    """One JSON line out for each line in, in order; a line that cannot be used answers with its error."""
    from ..dossier.render.json import dumps

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


def annotate_record(record: Any, name: str, published: str | None) -> dict[str, Any]:
    """The reading of one report given as an object."""
    from .. import pipeline
    from ..dossier.render.json import reading_json
    from ..ingest import article_of_record

    reading = pipeline.read(article_of_record(record, name, published))
    return {"id": record.get("id"), **reading_json(reading)}


def compare_record(
    record: Any, name: str, published: str | None, engine: Engine, judged: list[Judgement]
) -> dict[str, Any]:
    """The record of one story given as an object; a report that cannot be read is left out and told."""
    from .. import pipeline
    from ..dossier.render.json import dossier_json
    from ..errors import BadRecord
    from ..ingest import article_of_record

    reports = record.get("reports") if isinstance(record, dict) else None
    if not isinstance(reports, list) or not reports:
        raise BadRecord(name, 'a story is an object with "id" and a list "reports"')
    articles: dict[str, Article] = {}
    skipped: list[Said] = []
    for number, report in enumerate(reports, 1):
        try:
            article = article_of_record(report, f"{name}/{number}", published)
        except InputError as error:
            skipped.append(unread(error))
            continue
        if articles.setdefault(article.id, article) is not article:
            skipped.append(twice(article.source or f"{name}/{number}"))
    if not articles:
        raise BadRecord(name, "; ".join(note.en for note in skipped))
    dossier = pipeline.compare(articles.values(), judged, skipped, engine=engine.value)
    return {"id": record.get("id"), **dossier_json(dossier)}
