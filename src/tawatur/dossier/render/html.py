"""The dossier as one self-contained HTML file that asks nothing of the network.

Everything taken from reports goes through Jinja2's escaping; the content-security policy allows only this
page's own style and script, by their hashes, so markup inside a report could not run even if it got through.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...model import Dossier
from ..view import View, direction
from ..words import LANGUAGES, words
from .marks import blocks, pieces, runs_of_direction

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

TEMPLATES = Path(__file__).parent / "templates"


def render(dossier: Dossier, lang: str = "ar") -> str:
    """The page, its interface first shown in ``lang``; the other language is one click away."""
    style, script = (_asset(name) for name in ("dossier.css", "dossier.js"))
    view = View(dossier)
    shown = {claim for finding in dossier.findings for claim in finding.claims}
    claims = [(claim.id, claim.span) for r in dossier.readings for claim in r.claims if claim.id in shown]
    return _template().render(
        view=view,
        dossier=dossier,
        lang=lang,
        style=style,
        script=script,
        policy=f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; "
        "form-action 'none'",
        blocks={r.article.id: list(blocks(r.article, claims)) for r in dossier.readings},
        article_names={r.article.id: r.article.outlet.name for r in dossier.readings},
    )


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
    environment.filters.update(shown=_shown, dir=direction)
    environment.globals.update(t=_both, say=_said)
    return environment.get_template("dossier.html.j2")


@cache
def _asset(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


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


def _said(said: Any) -> Markup:
    return _spans({"ar": said.ar, "en": said.en})


def _spans(texts: dict[str, str]) -> Markup:
    from markupsafe import Markup

    span = Markup('<span lang="{}" dir="{}">{}</span>')
    return Markup("").join(span.format(lang, direction(lang), _isolated(text, lang)) for lang, text in texts.items())


def _isolated(text: str, lang: str) -> Markup:
    """One of our sentences with the words of the other direction kept from steering it."""
    from markupsafe import Markup

    run = Markup("<bdi>{}</bdi>")
    parts = runs_of_direction(text, lang)
    return Markup("").join(run.format(_shown(part)) if other else _shown(part) for part, other in parts)
