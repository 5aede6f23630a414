"""What the commands read: reports, judgements, an earlier record. What cannot be read is told, and the rest goes on."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from ..errors import InputError
from .options import Engine

if TYPE_CHECKING:
    from ..ingest.judgements import Judged
    from ..model import Article, Dossier, Said


def read_bytes(path: Path) -> bytes:
    """A file's bytes, or those of standard input."""
    from ..errors import UnreadableReport

    try:
        return sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    except OSError as error:
        raise UnreadableReport(str(path), error.strerror or "cannot be read") from None


def read_all(paths: list[Path], published: str | None) -> tuple[list[Article], bool, list[Said]]:
    """The articles that could be read, whether any could not, and what the record must say of those left out."""
    from ..ingest import names_of, read_report

    articles: dict[str, Article] = {}
    skipped: list[Said] = []
    failed = False
    for path, name in zip(paths, names_of(paths)):
        try:
            article = read_report(path, published, name)
        except InputError as error:
            failed = True
            typer.echo(str(error), err=True)
            skipped.append(unread(error))
            continue
        if articles.setdefault(article.id, article) is not article:
            skipped.append(twice(str(path)))
    return list(articles.values()), failed, skipped


def unread(error: InputError) -> Said:
    """What the record says of a report that was not read."""
    from ..model import Said

    return Said(f"{error.source}: لم يُقرأ ({error.reason})", f"{error.source}: not read ({error.reason})")


def twice(name: str) -> Said:
    """What the record says of a report that was given twice."""
    from ..model import Said

    return Said(f"{name}: التقرير نفسه أُعطي مرتين فعُدّ مرة واحدة", f"{name}: given twice; counted once")


def read_judged(path: Path | None) -> tuple[list[Judged], list[Said]]:
    """The judgements of the file, and what the record must say of the lines that hold none."""
    if path is None:
        return [], []
    from ..ingest import read_judgements

    try:
        found, wrong = read_judgements(path)
    except InputError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    for bad in wrong:
        typer.echo(str(bad), err=True)
    return found, [unread(bad) for bad in wrong]


def tell_unused(told: list[Judged], dossier: Dossier) -> None:
    """Say which judgements came to nothing: a name may be mistyped, or stand in none of these reports."""
    if not told:
        return
    from ..reconcile.judged import in_force

    holding = in_force(entry.judgement for entry in told)
    for source, judgement in told:
        if judgement in holding and judgement not in dossier.judged:
            names = f"«{judgement.left}» and «{judgement.right}»"
            why = "in no two reports, or judged otherwise too; write each as the reports do"
            typer.echo(f"{source}: nothing came of it: {names}: {why}", err=True)


def earlier(record: Path) -> Dossier:
    """The story's record of before; where it is none, the command ends."""
    from ..dossier.load import loads

    try:
        return loads(read_bytes(record), str(record))
    except InputError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None


def check_engine(engine: Engine) -> None:
    """Stop before anything is read where the engine's package is missing."""
    from ..errors import MissingExtra
    from ..reconcile.meaning import near

    try:
        near(("", " "), engine.value)
    except MissingExtra as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
