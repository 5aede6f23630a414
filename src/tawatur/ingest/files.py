"""A file or standard input to an article: text, front matter, Markdown or HTML."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from ..errors import UnreadableReport
from ..model import Article
from ..settings import settings
from .article import Metadata, make_article
from .decode import decode

STDIN = "-"
_FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*\r?$\n?", re.DOTALL | re.MULTILINE)
_HTML = re.compile(
    r"\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)


def read_report(path: str | Path, published: str | None = None, name: str | None = None) -> Article:
    """Read one report. ``published`` (ISO day) stands in where the report does not say its own.

    ``name`` stands in for an outlet that the report does not say; without it, the file's name does.

    Raises UnreadableReport, which names the file and the reason.
    """
    source = str(path)
    decoded = decode(_bytes(source), source)
    name = name or ("stdin" if source == STDIN else Path(source).stem)
    if Path(source).suffix.lower() in (".html", ".htm", ".xhtml") or _HTML.match(decoded.text[:2000]):
        from .html import read_html

        text, metadata = read_html(decoded.text, source)
        return make_article(text, metadata, name, source, published, decoded.notes)
    front = _FRONT.match(decoded.text)
    given = _front_matter(front.group(1), source) if front else None
    text = decoded.text[front.end() :] if front and given else decoded.text
    return make_article(text, given or Metadata(), name, source, published, decoded.notes)


def names_of(paths: Sequence[Path]) -> list[str]:
    """What each file is called beside the others: its stem, or as much of its path as no other file shares."""
    parts = {path: path.absolute().parts for path in paths}
    left, names = set(parts.values()), dict[tuple[str, ...], str]()
    depth = 0
    while left:
        tails = {whole: "/".join(whole[-depth:]) if depth else Path(whole[-1]).stem for whole in left}
        counts = Counter(tails.values())
        names.update((whole, tail) for whole, tail in tails.items() if counts[tail] == 1 or depth >= len(whole))
        left -= names.keys()
        depth += 1
    return ["stdin" if str(path) == STDIN else names[parts[path]] for path in paths]


def _bytes(source: str) -> bytes:
    limit = settings("ingest")["largest_bytes"]
    try:
        if source == STDIN:
            data = sys.stdin.buffer.read(limit + 1)
        else:
            with Path(source).open("rb") as file:
                data = file.read(limit + 1)
    except OSError as error:
        raise UnreadableReport(source, error.strerror or str(error)) from None
    except ValueError as error:
        raise UnreadableReport(source, str(error)) from None
    if len(data) > limit:
        size = f"larger than {limit / 1e6:.0f} MB"
        raise UnreadableReport(source, f"{size}: one file holds one report; split it, or use --jsonl for many")
    return data


def _front_matter(block: str, source: str) -> Metadata | None:
    """What the front matter says; None where the text between the two rules is prose, and so the report's own."""
    import yaml

    try:
        found = yaml.safe_load(block)
    except (ValueError, RecursionError) as error:
        raise UnreadableReport(source, f"the front matter: {error}") from None
    except yaml.YAMLError as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0) + 2
        raise UnreadableReport(source, f"the front matter is not YAML (line {line})") from None
    return Metadata.of(found, source) if isinstance(found, dict) else None
