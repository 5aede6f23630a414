"""What the commands write: a record in one of its formats, and a bar while it is made."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from .options import Format

if TYPE_CHECKING:
    from ..model import Article, Dossier

# Work that is over sooner needs no bar; one that flashes by only distracts.
_PATIENCE = 1.5


def rendered(dossier: Dossier, format: Format, lang: str, color: bool) -> str:
    """The record as one text of a format."""
    if format is Format.json:
        from ..dossier.render.json import dossier_json, dumps

        return dumps(dossier_json(dossier), indent=1) + "\n"
    if format is Format.html:
        from ..dossier.render import html

        return html.render(dossier, lang)
    if format is Format.markdown:
        from ..dossier.render import markdown

        return markdown.render(dossier, lang)
    from ..dossier.render import terminal

    return terminal.render(dossier, lang, color)


def emit(text: str | bytes, output: Path | None) -> None:
    """Write to the file, or to standard output as UTF-8 whatever the terminal is set to."""
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


def progress(articles: Iterable[Article]) -> Iterator[Article]:
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
