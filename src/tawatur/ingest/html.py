"""A saved page to text and metadata, through trafilatura."""

from __future__ import annotations

import json
import re

from ..errors import UnreadableReport
from .article import Metadata

# Where pages say when they were published. trafilatura's own date may be guessed (with no date in a page it gave a
# first of January that the page did not say), so only what these tags hold is taken.
_DATE_TAGS = (
    ("property", "article:published_time"),
    ("property", "og:published_time"),
    ("itemprop", "datePublished"),
    ("name", "date"),
    ("name", "pubdate"),
    ("name", "publishdate"),
    ("name", "DC.date.issued"),
    ("name", "dcterms.created"),
)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*>")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_html(page: str, source: str) -> tuple[str, Metadata]:
    """The report's text, its title as the first line, and what the page's tags say. Raises UnreadableReport."""
    import trafilatura
    from lxml import html
    from trafilatura.settings import Document

    try:
        tree = html.fromstring(_DECLARATION.sub("", page.replace("\x00", "")))
    except (ValueError, html.etree.ParserError) as error:
        raise UnreadableReport(source, f"the HTML cannot be parsed ({error})") from None
    found = trafilatura.bare_extraction(tree, favor_precision=True, include_comments=False, with_metadata=True)
    text = (found.text or "") if isinstance(found, Document) else ""
    if not isinstance(found, Document) or not text.strip():
        raise UnreadableReport(
            source, "no report was found in the page: save the article's own page, or paste its text"
        )
    title = (found.title or "").strip() or None
    if title and not text.startswith(title):
        text = f"{title}\n\n{text}"
    metadata = Metadata(
        outlet=found.sitename or None,
        url=found.url or None,
        title=title,
        byline=found.author or None,
        published=_published(tree),
        language=(tree.get("lang") or "").split("-")[0].lower() or None,
    )
    return text, metadata._replace(language=metadata.language if metadata.language in ("ar", "en") else None)


def _published(tree: object) -> str | None:
    for attribute, name in _DATE_TAGS:
        for value in tree.xpath(f"//meta[@{attribute}='{name}']/@content"):  # type: ignore[attr-defined]
            if day := _DAY.match(value.strip()):
                return day.group()
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):  # type: ignore[attr-defined]
        try:
            day = _DAY.match(str(_find(json.loads(script), "datePublished") or ""))
        except ValueError:
            continue
        if day:
            return day.group()
    return None


def _find(value: object, key: str) -> object:
    """The first value of ``key`` anywhere in a JSON structure."""
    if isinstance(value, dict):
        if key in value:
            return value[key]
        value = list(value.values())
    if isinstance(value, list):
        return next((found for item in value if (found := _find(item, key))), None)
    return None
