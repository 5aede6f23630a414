"""The findings in short, as Markdown to paste into a note or a ticket."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Dossier, Finding
from ..view import View
from ..words import words
from .marks import plain

# What Markdown or inline HTML would act on, wherever it stands in a report's words.
_ACTIVE = re.compile(r"([\\`*_{}\[\]<>#|~!&])")


def render(dossier: Dossier, lang: str = "ar") -> str:
    """The record as Markdown; words taken from reports are escaped."""
    return "\n".join(_lines(dossier, lang)) + "\n"


def _lines(dossier: Dossier, lang: str) -> Iterator[str]:
    view, say = View(dossier), words(lang)
    first = dossier.readings[0].article
    yield f"# {_safe(first.title or first.outlet.name)}"
    yield ""
    counts = ("reports", "outlets", "families", "lineages")
    yield " · ".join(say[f"{name}_count"].format(n=getattr(dossier.coverage, name)) for name in counts)
    yield ""
    yield f"*{say['weighs']}*"
    yield ""
    yield f"## {say['findings']}"
    for number, finding in enumerate(dossier.findings, 1):
        yield ""
        yield from _finding(view, number, finding, say, lang)
    yield ""
    yield f"## {say['lineage']}"
    yield ""
    names = {reading.article.id: reading.article.outlet.name for reading in dossier.readings}
    for lineage in dossier.lineages:
        left, right = (_safe(names[article]) for article in lineage.articles)
        yield f"- {left} ↔ {right}: **{say[lineage.relation]}**. {_safe(getattr(lineage.evidence, lang))}"
    for name in ("skipped", "notes"):
        if notes := getattr(dossier.coverage, name):
            yield ""
            yield f"## {say[name]}"
            yield ""
            yield from (f"- {_safe(getattr(note, lang))}" for note in notes)


def _finding(view: View, number: int, finding: Finding, say: dict[str, str], lang: str) -> Iterator[str]:
    aspect = f" {say[f'aspect_{finding.aspect}']}" if finding.aspect else ""
    independence = finding.independence
    yield f"{number}. **{say[finding.kind]}{aspect}**: {_safe(getattr(finding.detail, lang))}"
    for excerpt in view.excerpts(finding):
        yield f"   - {_safe(excerpt.article.outlet.name)}: «{_safe(excerpt.text)}»"
    yield f"   - {say[independence.grade]}: {_safe(getattr(independence.reason, lang))}"


def _safe(text: str) -> str:
    return _ACTIVE.sub(r"\\\1", " ".join(plain(text).split()))
