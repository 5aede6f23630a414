"""Names of a record's items for formats that want IRIs."""

from __future__ import annotations

from ...model import Article


def iri(key: str) -> str:
    """An item of the record: ``urn:tawatur:<id>``."""
    return f"urn:tawatur:{key}"


def page(article: Article) -> str:
    """Where the report stands: its address, or its id where none is known."""
    return article.url or iri(article.id)
