"""The dossier as one self-contained HTML file that asks nothing of the network.

Everything taken from reports goes through Jinja2's escaping; the content-security policy allows only this
page's own style and script, by their hashes, so markup inside a report could not run even if it got through.
Words of the other direction are isolated, and characters that steer direction are shown and not obeyed.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...model import Dossier, Finding, Span
from .. import casualties, matrix, people, places, summary
from ..view import View, Wording, direction
from ..words import LANGUAGES, words
from . import atlas, descent, layers, timeline
from .marks import Block, blocks, pieces, plain, runs, runs_of_direction, unbroken

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

TEMPLATES = Path(__file__).parent / "templates"
# In this order: later rules win, and later scripts may use what earlier ones define.
STYLE = ("base", "lead", "findings", "reports", "tables", "pictures", "print")
SCRIPT = ("language", "highlight", "filters", "layers", "matrix", "print")


def render(dossier: Dossier, lang: str = "ar") -> str:
    """The page, its interface first shown in ``lang``; the other language is one click away."""
    style, script = _assets("style", STYLE, "css"), _assets("script", SCRIPT, "js")
    view = View(dossier)
    tree = descent.descent(view)
    return _template().render(
        view=view,
        dossier=dossier,
        lang=lang,
        style=style,
        script=script,
        policy=f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; "
        "form-action 'none'",
        outlets=[reading.article.outlet.name for reading in dossier.readings],
        numbers_by_id={reading.article.id: number for number, reading in enumerate(dossier.readings)},
        blocks=_blocks(view, tree),
        layer_names=layers.LAYERS,
        points=summary.points(view, LANGUAGES),
        contested=summary.contested(dossier.findings),
        origins=summary.origins(view),
        rows=matrix.rows(view),
        tolls=casualties.policies(dossier),
        named=_named_in_findings(view),
        moments=timeline.moments(view),
        map=atlas.draw(sites := places.sites(view)),
        sites=sites,
        people=people.people(view),
        speakers=people.speakers(view),
        descent=tree,
    )


def _blocks(view: View, tree: descent.Descent) -> dict[str, list[Block]]:
    """Every report as lines, its claims, shared passages and annotations marked."""
    marked: dict[str, list[tuple[str, Span]]] = {r.article.id: [] for r in view.dossier.readings}
    for reading in view.dossier.readings:
        marked[reading.article.id].extend((claim.id, view.shown(claim)) for claim in reading.claims)
    for arc in tree.arcs:
        for number, passage in enumerate(arc.lineage.passages):
            for side, span in (("a", passage.left), ("b", passage.right)):
                marked[span.article_id].append((passage_key(arc.lineage.id, number, side), span))
    return {
        r.article.id: list(blocks(r.article, marked[r.article.id], layers.layers(r))) for r in view.dossier.readings
    }


def passage_key(lineage: str, number: int, side: str) -> str:
    """The id of one side of a shared passage, as claims have theirs."""
    return f"{lineage}-{number}{side}"


def _named_in_findings(view: View) -> dict[str, Any]:
    """Entities that findings speak of: their ids by finding, and those to choose from, the most frequent first."""
    facts = view.book.by_id
    of_finding = {
        finding.id: frozenset().union(*(facts[c].entities for c in finding.claims if c in facts))
        for finding in view.dossier.findings
    }
    counted = Counter(key for own in of_finding.values() for key in own)
    chosen = (entity for entity in view.dossier.entities if entity.id in counted)
    return {"of": of_finding, "entities": sorted(chosen, key=lambda entity: -counted[entity.id])}


def _reports(view: View, finding: Finding) -> list[int]:
    return sorted({view.number(view.claim(claim).span.article_id) for claim in finding.claims})


def _told(wording: Wording) -> Iterator[tuple[str, bool]]:
    """The words of an excerpt in parts, each with whether the finding turns on it."""
    excerpt = wording.excerpt
    text = excerpt.article.text
    for run in runs(text, excerpt.span, [("told", unbroken(text, span)) for span in wording.told]):
        yield run.text, bool(run.claims)


@cache
def _template() -> Template:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        shown=_shown, plain=plain, dir=direction, told=_told, spoken=timeline.spoken, field=getattr
    )
    environment.globals.update(
        t=_both,
        words=words,
        say=_said,
        attr=_attribute,
        reports_of=_reports,
        passage_key=passage_key,
        LANGUAGES=LANGUAGES,
    )
    return environment.get_template("page.html.j2")


@cache
def _assets(folder: str, names: Iterable[str], kind: str) -> str:
    return "\n".join((TEMPLATES / folder / f"{name}.{kind}").read_text(encoding="utf-8") for name in names)


def _hash(source: str) -> str:
    digest = hashlib.sha256(source.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _shown(text: str) -> Markup:
    """Report text, escaped, with controls made visible."""
    from markupsafe import Markup

    marked = Markup('<abbr class="control" title="{}">{}</abbr>')
    return Markup("").join(marked.format(code, part) if code else part for part, code in pieces(text))


def _both(key: str, **values: Any) -> Markup:
    """The program's own words in both languages; the page's style shows one."""
    return _spans({language: words(language)[key].format(**values) for language in LANGUAGES})


def _attribute(name: str, key: str, lang: str) -> Markup:
    """An attribute with the program's own words; the script changes it with the language."""
    from markupsafe import Markup

    told = Markup(" ").join(Markup('data-{}-{}="{}"').format(name, code, words(code)[key]) for code in LANGUAGES)
    return Markup('{}="{}" {}').format(name, words(lang)[key], told)


def _said(said: Any) -> Markup:
    return _spans({"ar": said.ar, "en": said.en})


def _spans(texts: dict[str, str]) -> Markup:
    from markupsafe import Markup

    span = Markup('<span class="t" lang="{}" dir="{}">{}</span>')
    return Markup("").join(span.format(lang, direction(lang), _isolated(text, lang)) for lang, text in texts.items())


def _isolated(text: str, lang: str) -> Markup:
    """One of our sentences with the words of the other direction kept from steering it."""
    from markupsafe import Markup

    run = Markup("<bdi>{}</bdi>")
    parts = runs_of_direction(text, lang)
    return Markup("").join(run.format(_shown(part)) if other else _shown(part) for part, other in parts)
