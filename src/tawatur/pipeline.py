"""The whole flow on one screen: reports → annotate → story → reconcile → dossier.

Each stage is a plain function; its ``requires`` and ``assigns`` are checked when this module is imported.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, replace

from .annotate import claims, dates, events, labels, names, numbers, places, quotes, tokens
from .dossier import build
from .dossier.changes import changes
from .model import Article, Dossier, Judgement, Reading, Said
from .reconcile import align, corroborate, entities
from .reconcile.meaning import Engine
from .stages import Stage, check, run
from .story import reuse

TEXT = ("article", "tokens", "sentences")
NAMED = (*TEXT, "mentions")
FIGURES = ("quantities", "times", "places")

ANNOTATE = (
    Stage(tokens.tokenise, requires=("article",), assigns=("tokens",)),
    Stage(tokens.sentences, requires=("article", "tokens"), assigns=("sentences",)),
    Stage(dates.anchor, requires=TEXT, assigns=("anchor",)),
    Stage(dates.times, requires=(*TEXT, "anchor"), assigns=("times",)),
    Stage(numbers.quantities, requires=(*TEXT, "times"), assigns=("quantities",)),
    Stage(names.names, requires=TEXT, assigns=("mentions", "entities")),
    Stage(places.places, requires=("article", "tokens", "mentions", "entities"), assigns=("places",)),
    Stage(quotes.quotes, requires=(*NAMED, "entities"), assigns=("quotes",)),
    Stage(events.events, requires=(*NAMED, *FIGURES), assigns=("events",)),
    Stage(claims.claims, requires=(*NAMED, *FIGURES, "quotes", "events"), assigns=("claims",)),
    Stage(labels.labels, requires=(*NAMED, "quotes"), assigns=("labels",)),
)

RECONCILE = (
    Stage(reuse.lineages, requires=("readings",), assigns=("lineages",)),
    Stage(entities.resolve, requires=("readings", "judgements"), assigns=("entities", "entity_of", "judged")),
    Stage(align.align, requires=("readings", "entity_of", "engine"), assigns=("alignments",)),
    Stage(
        corroborate.findings,
        requires=("readings", "entity_of", "alignments", "lineages", "engine"),
        assigns=("findings",),
    ),
    Stage(build.timeline, requires=("readings", "alignments"), assigns=("timeline",)),
    Stage(build.coverage, requires=("readings", "lineages", "skipped", "judged"), assigns=("coverage",)),
)

check(ANNOTATE, given=("article",))
check(RECONCILE, given=("readings", "judgements", "skipped", "engine"))


def read(article: Article) -> Reading:
    """Annotate one report."""
    values = run(ANNOTATE, {"article": article})
    return Reading(**{field.name: values[field.name] for field in fields(Reading)})


def compare(
    articles: Iterable[Article],
    judgements: Iterable[Judgement] = (),
    skipped: Iterable[Said] = (),
    progress: Callable[[Iterable[Article]], Iterable[Article]] = iter,
    engine: Engine = "words",
) -> Dossier:
    """Set the reports of one story side by side. ``progress`` may wrap the articles to show the way.

    ``engine`` proposes what to compare: shared words, or also alikeness in meaning (the extra [semantic]).
    """
    readings = tuple(read(article) for article in progress(articles))
    return reconcile(readings, judgements, skipped, engine)


def update(
    before: Dossier,
    articles: Iterable[Article],
    judgements: Iterable[Judgement] = (),
    skipped: Iterable[Said] = (),
    progress: Callable[[Iterable[Article]], Iterable[Article]] = iter,
    engine: Engine = "words",
) -> Dossier:
    """The record of a story with late reports added, and what changed. ``before`` stays as it is.

    Its judgements hold on until ``judgements`` takes them back.
    """
    every = {reading.article.id: reading.article for reading in before.readings}
    for article in articles:
        every.setdefault(article.id, article)
    after = compare(tuple(every.values()), (*before.judged, *judgements), skipped, progress, engine)
    return replace(after, changes=changes(before, after))


def reconcile(
    readings: tuple[Reading, ...],
    judgements: Iterable[Judgement] = (),
    skipped: Iterable[Said] = (),
    engine: Engine = "words",
) -> Dossier:
    """The record of readings already made, so that a late report costs one annotation only."""
    given = {"readings": readings, "judgements": tuple(judgements), "skipped": tuple(skipped), "engine": engine}
    values = run(RECONCILE, given)
    return Dossier(**{field.name: values[field.name] for field in fields(Dossier) if field.name in values})
