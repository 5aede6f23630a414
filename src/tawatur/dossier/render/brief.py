"""The record in short, once for every plain rendering: lines of parts, each part with whose words it holds.

Markdown and the terminal write the same lines, so neither can carry a finding that the other lacks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from ...model import Dossier, Finding, Independence, Said
from .. import casualties, summary
from ..view import Carrier, View, Wording
from ..words import words

# Whose words a part is: the interface's, a sentence of the program's that may hold names from reports, a name or a
# value from a report, its address, or the exact words of a report.
Voice = Literal["interface", "sentence", "name", "address", "words"]
Kind = Literal["title", "heading", "plain", "item"]

_COUNTS = ("reports", "outlets", "families", "lineages")


class Part(NamedTuple):
    voice: Voice
    text: str


class Line(NamedTuple):
    """One line. ``number`` is that of a numbered item, ``level`` how deep it stands, ``tone`` the finding's kind."""

    kind: Kind
    parts: tuple[Part, ...]
    number: int | None = None
    level: int = 0
    tone: str = ""


def lines(dossier: Dossier, lang: str) -> Iterator[Line]:
    """The whole record in short: reports, what happened, findings, casualties, timeline, who copied whom, what was
    left out."""
    view, say = View(dossier), words(lang)
    yield Line("title", (_headline(dossier),))
    yield Line("plain", (_counted(dossier.coverage, _COUNTS, say),))
    yield from _reports(dossier, say)
    yield Line("plain", (Part("interface", say["weighs"]),), tone="note")
    yield from _changes(dossier, lang, say)
    yield from _points(view, lang, say)
    yield from _findings(view, lang, say)
    yield from _casualties(view, lang, say)
    yield from _timeline(view, say)
    yield from _lineages(dossier, lang, say)
    for name in ("skipped", "notes"):
        if notes := getattr(dossier.coverage, name):
            yield _heading(say[name])
            yield from (Line("item", (_sentence(note, lang),)) for note in notes)


def _headline(dossier: Dossier) -> Part:
    first = dossier.readings[0].article
    return Part("name", first.title or first.outlet.name)


def _heading(text: str) -> Line:
    return Line("heading", (Part("interface", text),))


def _sentence(said: Said, lang: str) -> Part:
    return Part("sentence", said.ar if lang == "ar" else said.en)


def _counted(counts: object, names: Iterable[str], say: dict[str, str]) -> Part:
    told = (say[f"{name}_count"].format(n=getattr(counts, name)) for name in names)
    return Part("interface", " · ".join(told))


def _reports(dossier: Dossier, say: dict[str, str]) -> Iterator[Line]:
    yield _heading(say["reports"])
    for number, reading in enumerate(dossier.readings, 1):
        article, anchor = reading.article, reading.anchor
        if anchor.edtf is None:
            when = [Part("interface", f" · {say['published_unknown']}")]
        else:
            key = "published" if anchor.basis in ("given", "metadata") else "published_inferred"
            when = [Part("interface", f" · {say[key]} "), Part("name", anchor.edtf)]
        url = [Part("interface", " · "), Part("address", article.url)] if article.url else []
        yield Line("item", (Part("name", article.outlet.name), *when, *url), number)


def _changes(dossier: Dossier, lang: str, say: dict[str, str]) -> Iterator[Line]:
    """What the record says otherwise than the earlier one it was held against, with the number of the finding."""
    if dossier.changes is None:
        return
    numbers = {finding.id: number for number, finding in enumerate(dossier.findings, 1)}
    yield _heading(f"{say['changes']} ({len(dossier.changes)})")
    if not dossier.changes:
        yield Line("plain", (Part("interface", say["no_changes"]),))
    for change in dossier.changes:
        pointer = f" ({say['finding_number'].format(n=numbers[change.finding])})" if change.finding else ""
        head = Part("interface", f"{say[f'change_{change.kind}']}{pointer}: ")
        yield Line("item", (head, _sentence(change.detail, lang)))


def _points(view: View, lang: str, say: dict[str, str]) -> Iterator[Line]:
    points = summary.points(view, (lang,))
    if not points:
        return
    yield _heading(say["happened"])
    for point in points:
        span = point.words[lang]
        text = span.of(view.reading(span.article_id).article.text)
        yield Line("item", (Part("words", text),))
        yield Line("item", (Part("interface", f"{say['told_by']}: "), *_carriers(point.carriers, say)), level=1)
        if point.against:
            yield Line("item", (Part("interface", f"{say['denied_by']}: "), *_carriers(point.against, say)), level=1)


def _findings(view: View, lang: str, say: dict[str, str]) -> Iterator[Line]:
    yield _heading(f"{say['findings']} ({len(view.dossier.findings)})")
    told: dict[Said, int] = {}
    for number, finding in enumerate(view.dossier.findings, 1):
        aspect = f" {say[f'aspect_{finding.aspect}']}" if finding.aspect else ""
        head = Part("interface", f"{say[finding.kind]}{aspect}")
        yield Line("item", (head,), number, tone=finding.kind)
        yield Line("plain", (_sentence(finding.detail, lang),), level=1)
        for wording in view.wordings(finding):
            yield Line("item", _wording(wording, say), level=1)
        first = told.setdefault(finding.independence.reason, number)
        yield from _why(finding, None if first == number else first, lang, say)


def _wording(wording: Wording, say: dict[str, str]) -> tuple[Part, ...]:
    return (*_carriers(wording.carriers, say), Part("interface", ": "), Part("words", wording.excerpt.text))


def _why(finding: Finding, first: int | None, lang: str, say: dict[str, str]) -> Iterator[Line]:
    """The grade with its counts and its reason; one passage stands behind many findings, so it is told once."""
    independence: Independence = finding.independence
    counts = _counted(independence, (*_COUNTS, "origins"), say).text
    pointer = f" ({say['as_in'].format(n=first)})" if first else ""
    head = Part("interface", f"{say[independence.grade]} · {counts}{pointer}")
    yield Line("item", (head,), level=1, tone="note")
    if first is None:
        yield Line("plain", (_sentence(independence.reason, lang),), level=2, tone="note")


def _carriers(carriers: Iterable[Carrier], say: dict[str, str]) -> Iterator[Part]:
    """«الصحيفة» نقلا عن «الوزارة» · …"""
    for number, carrier in enumerate(carriers):
        if number:
            yield Part("interface", " · ")
        yield Part("name", carrier.outlet)
        if carrier.speaker:
            yield Part("interface", f" {say['after']} ")
            yield Part("words", carrier.speaker)


def _casualties(view: View, lang: str, say: dict[str, str]) -> Iterator[Line]:
    """Every toll under the three policies, by the names that their columns have; unknown numbers stay dashes."""
    tolls = casualties.policies(view.dossier)
    if not tolls:
        return
    yield _heading(say["nav_casualties"])
    for number, toll in enumerate(tolls, 1):
        excerpt = view.excerpt(toll.claims[0])
        window = [Part("interface", " · "), Part("name", toll.window)] if toll.window else []
        what = (Part("name", excerpt.article.outlet.name), Part("interface", ": "), Part("words", excerpt.text))
        yield Line("item", (*what, *window), number)
        for name, numbers, said in _policies(toll):
            told = (Part("interface", ". "), _sentence(said, lang)) if said else ()
            yield Line("item", (Part("name", f"{name}: {numbers}"), *told), level=1)


def _policies(toll: casualties.Policies) -> Iterator[tuple[str, str, Said | None]]:
    if toll.acled:
        yield "ACLED", _numbers(toll.acled, ("fatalities",)), toll.acled.notes
    if toll.ucdp:
        sides = ("low", "best", "high", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
        yield "UCDP", _numbers(toll.ucdp, sides), None
    if toll.airwars:
        ends = ("killed_min", "killed_max", "injured_min", "injured_max")
        numbers = f"{_numbers(toll.airwars, ends)} ({toll.airwars.counted}) · {toll.airwars.grade}"
        yield "Airwars", numbers, toll.airwars.reason


def _numbers(policy: object, names: Iterable[str]) -> str:
    values = ((name, getattr(policy, name).value) for name in names)
    return ", ".join(f"{name} {'–' if value is None else value}" for name, value in values)


def _timeline(view: View, say: dict[str, str]) -> Iterator[Line]:
    if not view.dossier.timeline:
        return
    yield _heading(say["timeline"])
    for entry in view.dossier.timeline:
        head = (Part("name", entry.edtf), Part("interface", f" · {say[f'entry_{entry.kind}']}: "))
        outlets = dict.fromkeys(carrier.outlet for carrier in view.carriers(entry.claims))
        who = (Part("interface", " · "), Part("name", " · ".join(outlets))) if outlets else ()
        # A denial is shown with its word of denying: bare, it would read as what happened.
        denied = entry.claims and view.claim(entry.claims[0]).factuality != "stated"
        text = view.excerpt(entry.claims[0]).text if denied else entry.text
        yield Line("item", (*head, Part("words" if entry.claims else "name", text), *who))


def _lineages(dossier: Dossier, lang: str, say: dict[str, str]) -> Iterator[Line]:
    if not dossier.lineages:
        return
    yield _heading(say["lineage"])
    names = {reading.article.id: reading.article.outlet.name for reading in dossier.readings}
    for lineage in dossier.lineages:
        left, right = (Part("name", names[article]) for article in lineage.articles)
        relation = say.get(f"text_{lineage.relation}", say[lineage.relation])
        yield Line("item", (left, Part("interface", " ↔ "), right, Part("interface", f": {relation}")))
        yield Line("plain", (_sentence(lineage.evidence, lang),), level=1)
