"""The tolls of a story: figures of killed and wounded gathered by happening, for the casualty policies.

``reconcile`` joins figures of one outcome across the reports; here those of one happening stand together, parts told
from wholes, with who is said to have acted, when and where. No figure is changed or merged here.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from ..model import Dossier, Place, Span, TimeExpression
from ..reconcile.book import Book
from ..reconcile.fact import Fact
from ..reconcile.independence import Ledger
from ..reconcile.negation import negations
from ..reconcile.numbers.figure import Figure
from ..reconcile.numbers.figures import figures
from ..reconcile.numbers.periods import period
from ..reconcile.numbers.population import above, relation
from ..reconcile.numbers.tallies import tallies
from .responsibility import Acceptance, own_doing, rivals, taken_on
from .wholes import part_of, sentence_of, whole

_OUTCOMES = ("killed", "wounded")
_LEVELS = ("point", "town", "area", "province", "region", "country")
# A party takes an attack upon itself in the sentences after the toll; farther down it may be another attack.
_REACH = 4


@dataclass(frozen=True, eq=False)
class Toll:
    """The dead and wounded of one happening as reported. ``window`` is the EDTF period that the figures cover, if any.

    ``denied`` holds figures that stand in a denial: they count for nothing. ``accepted`` are claims by which a party
    takes the attack upon itself; ``disputed`` the claims that name different actors. ``modes`` are PLOVER's.
    """

    id: str
    ledger: Ledger
    killed: tuple[Figure, ...]
    wounded: tuple[Figure, ...]
    denied: tuple[Figure, ...]
    window: str | None
    accepted: tuple[Acceptance, ...]
    disputed: tuple[str, ...]
    times: tuple[TimeExpression, ...]
    place: Place | None
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    modes: tuple[str, ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        return (*self.killed, *self.wounded, *self.denied)

    @property
    def facts(self) -> list[Fact]:
        return facts_of(self.figures)


def facts_of(several: Iterable[Figure]) -> list[Fact]:
    """The claims behind figures, each once."""
    return list({figure.fact.id: figure.fact for figure in several}.values())


def tolls(dossier: Dossier) -> list[Toll]:
    """Every toll of the story, in the order of the reports. A toll that one report alone gives is one too.

    Tolls of accidents, disasters and illness are left out: none of the policies records them.
    """
    book = Book(dossier.readings, dossier.entity_of)
    groups = [g for g in _groups(_pieces(book, dossier)) if not all(map(_denied, g))]
    _join_lone(groups, figures(book))
    sentences = _sentences(book)
    after = _after(sentences, _owners(groups))
    story = _Story(book, Ledger(book, dossier.lineages), sentences, after, _rival_actors(dossier), _types(book))
    found = (_toll(story, number, group) for number, group in enumerate(groups))
    return [replace(toll, id=f"t{n}") for n, toll in enumerate((toll for toll in found if toll), 1)]


class _Story(NamedTuple):
    """Look-ups that all tolls share: claims by sentence in the order of the reports, claims in the sentences after a
    toll by its number, claims that name different actors, and how many events of each type there are."""

    book: Book
    ledger: Ledger
    sentences: dict[Span, list[Fact]]
    after: dict[int, list[Fact]]
    rivals: list[tuple[str, ...]]
    told: Counter[str]


def _types(book: Book) -> Counter[str]:
    return Counter(fact.event.type for fact in book.facts if fact.event)


def _rival_actors(dossier: Dossier) -> list[tuple[str, ...]]:
    return [f.claims for f in dossier.findings if f.kind == "discrepancy" and f.aspect == "actor"]


def _denied(figure: Figure) -> bool:
    """Whether the figure is said not to be so: by a denial, in a negated clause, or as «ستة لا ثمانية» says eight."""
    fact = figure.fact
    if fact.disowned:
        return True
    words = fact.reading.tokens
    at = bisect_left(words, figure.first.span.start, key=lambda token: token.span.start)
    first = bisect_left(words, fact.claim.span.start, key=lambda token: token.span.start)
    near = words[at - 1 : at] if fact.claim.polarity == "positive" else words[first:at]
    return any(token.stem in negations() or token.norm in negations() for token in near)


def _pieces(book: Book, dossier: Dossier) -> list[list[Figure]]:
    """Slots of figures of people killed or wounded, figures of one period together; the killed first, what is only
    denied last."""
    found: list[list[Figure]] = []
    for tally in tallies(book, dossier.alignments):
        if tally.figures[0].outcome not in _OUTCOMES or tally.figures[0].first.unit != "count":
            continue
        by_period: dict[str | None, list[Figure]] = {}
        for figure in tally.figures:
            if figure.population.kind and above(figure.population.kind)[-1] == "person":
                by_period.setdefault(period(figure.window), []).append(figure)
        found.extend(by_period.values())
    return sorted(found, key=lambda piece: (all(map(_denied, piece)), _OUTCOMES.index(piece[0].outcome)))


def _groups(pieces: list[list[Figure]]) -> list[list[Figure]]:
    """Slots that stand in one sentence and do not count the same people twice are of one happening."""
    groups: list[list[Figure]] = []
    standing: dict[Span, list[int]] = {}
    for piece in pieces:
        spans = sorted(_places(piece))
        shared = Counter(number for span in spans for number in standing.get(span, ()))
        number = next((n for n, _ in shared.most_common() if _fits(piece, groups[n])), len(groups))
        if number == len(groups):
            groups.append([])
        groups[number].extend(piece)
        for span in spans:
            if number not in standing.setdefault(span, []):
                standing[span].append(number)
    return sorted(groups, key=lambda group: min(figure.fact.order for figure in group))


def _join_lone(groups: list[list[Figure]], every: list[Figure]) -> None:
    """«عشرة بينهم جندي»: one of something is no number to compare, but a part of the number it stands with."""
    lone: dict[str, list[Figure]] = {}
    for figure in every:
        if figure.lone:
            lone.setdefault(figure.fact.id, []).append(figure)
    for group in groups:
        summed = {q.id for figure in group for q in figure.quantities}
        told: dict[str, list[Figure]] = {}
        for figure in group:
            told.setdefault(figure.fact.id, []).append(figure)
        for key, several in told.items():
            for one in lone.get(key, ()):
                part = any(f.outcome == one.outcome and part_of(one, f) for f in several)
                if part and one.first.id not in summed:
                    group.append(one)


def _places(several: Iterable[Figure]) -> set[Span]:
    return {sentence_of(figure.fact) for figure in several}


def _fits(piece: list[Figure], group: list[Figure]) -> bool:
    """A slot joins a happening that has no other count of just these people, over the same period. What is denied
    counts nobody."""
    if period(piece[0].window) != period(group[0].window):
        return False
    if all(map(_denied, piece)):
        return True
    mine, theirs = whole(piece), whole([figure for figure in group if figure.outcome == piece[0].outcome])
    return not any(relation(a.population, b.population) == "same" for a in mine for b in theirs)


def _sentences(book: Book) -> dict[Span, list[Fact]]:
    found: dict[Span, list[Fact]] = {}
    for fact in book.facts:
        found.setdefault(sentence_of(fact), []).append(fact)
    return {span: found[span] for span in sorted(found, key=lambda span: (found[span][0].report, span.start))}


def _owners(groups: list[list[Figure]]) -> dict[Span, int]:
    """The happening that a sentence with figures belongs to."""
    return {span: number for number, group in enumerate(groups) for span in _places(group)}


def _toll(story: _Story, number: int, group: list[Figure]) -> Toll | None:
    """The toll of a group of figures; None where what happened is told as an accident."""
    # Claims of the figures first: what they say of place and time goes before what stands beside them.
    own = facts_of(group)
    ids = {fact.id for fact in own}
    beside = [fact for span in _places(group) for fact in story.sentences[span] if fact.id not in ids]
    near = [*own, *sorted(beside, key=lambda fact: fact.order)]
    if _accident(near, story.told):
        return None
    ids |= {fact.id for fact in beside}
    stated = [figure for figure in group if not _denied(figure)]
    accepted = (*own_doing(story.book, stated, near), *taken_on(story.book, [*near, *story.after.get(number, ())]))
    return Toll(
        id="",
        ledger=story.ledger,
        killed=tuple(figure for figure in stated if figure.outcome == "killed"),
        wounded=tuple(figure for figure in stated if figure.outcome == "wounded"),
        denied=tuple(figure for figure in group if _denied(figure)),
        window=group[0].window,
        accepted=tuple(dict.fromkeys(accepted)),
        disputed=tuple(dict.fromkeys((*_found_rivals(story, ids), *rivals(story.book, near)))),
        times=tuple(_times(own) or _times(near)),
        place=_place(own) or _place(near),
        actors=tuple(_fillers(near, "agent")),
        targets=tuple(_fillers(near, "target")),
        modes=tuple(_modes(near)),
    )


def _found_rivals(story: _Story, ids: set[str]) -> Iterator[str]:
    """Claims that a finding sets against the toll's for their actor."""
    yield from (claim for claims in story.rivals if ids & set(claims) for claim in claims)


def _accident(facts: Iterable[Fact], told: Counter[str]) -> bool:
    """Whether the claims tell of an accident more than of an assault; where no claim says who did it, or how, the whole
    story decides («حادث مماثل أودى بحياة تسعة»). ``told`` counts the types of its events."""
    events = [fact.event for fact in facts if fact.event]
    types = Counter(event.type for event in events)
    if not any(event.type == "ASSAULT" and (event.mode or event.argument("agent")) for event in events):
        types = told
    return types["ACCIDENT"] > types["ASSAULT"]


def _after(sentences: dict[Span, list[Fact]], owners: dict[Span, int]) -> dict[int, list[Fact]]:
    """For each toll the claims of the few sentences that follow it in its reports, up to the next toll's."""
    found: dict[int, list[Fact]] = {}
    owner, left, article = 0, 0, ""
    for span, facts in sentences.items():
        if span in owners:
            owner, left, article = owners[span], _REACH, span.article_id
        elif left and span.article_id == article:
            left -= 1
            found.setdefault(owner, []).extend(facts)
    return found


def _times(facts: Iterable[Fact]) -> list[TimeExpression]:
    """Dates of the attacks told in these claims."""
    found = {}
    for fact in facts:
        if fact.event and fact.event.type == "ASSAULT" and fact.event.time:
            found.update({t.id: t for t in fact.reading.times if t.id == fact.event.time})
    return [t for t in found.values() if t.type in ("DATE", "TIME") and t.earliest and t.latest]


def _place(facts: Iterable[Fact]) -> Place | None:
    """The narrowest resolved place of the attacks, the most often named of these."""
    found: list[Place] = []
    for fact in facts:
        if fact.event and fact.event.type == "ASSAULT":
            wanted = {fact.event.place, *(fact.claim.places if fact.event.place is None else ())}
            found += [p for p in fact.reading.places if p.id in wanted and p.lat is not None]
    counts = Counter(place.gazetteer_id for place in found)
    return min(found, key=lambda p: (_LEVELS.index(p.precision), -counts[p.gazetteer_id]), default=None)


def _modes(facts: Iterable[Fact]) -> list[str]:
    """How the attack was carried out, as PLOVER names it."""
    told = (fact.event for fact in facts if fact.event and fact.event.type == "ASSAULT" and not fact.denied)
    return list(dict.fromkeys(event.mode for event in told if event.mode))


def _fillers(facts: Iterable[Fact], role: str) -> list[str]:
    """Who is said to have acted or to have been hit, in the reports' words."""
    several = (
        argument.text
        for fact in facts
        if fact.event and fact.event.type == "ASSAULT" and not fact.denied and not fact.head
        for argument in fact.event.arguments
        if argument.role == role
    )
    return list(dict.fromkeys(" ".join(text.split()) for text in several))
