"""A record of JSON lines to an article. Its text is left untouched: spans are offsets into what was given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..errors import BadRecord, InputError
from ..model import Article
from ..settings import settings
from .article import Metadata, make_article


def article_of_record(record: Any, name: str, published: str | None = None) -> Article:
    """The article of ``{"id", "text", "title"?, "outlet"?, "published"?, "language"?}``. Raises BadRecord."""
    if not isinstance(record, Mapping):
        raise BadRecord(name, 'a report is an object with "id" and "text"')
    source = str(record.get("id", name))
    text = record.get("text")
    if not isinstance(text, str) or not text.strip():
        raise BadRecord(source, '"text" is missing or empty')
    if len(text) > (limit := settings("ingest")["largest_bytes"]):
        raise BadRecord(source, f'"text" is longer than {limit:,} characters: one record holds one report')
    try:
        return make_article(text, Metadata.of(record, source), source, source, published)
    except InputError as error:
        raise BadRecord(error.source, error.reason) from None
