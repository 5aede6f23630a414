"""The tolls of a story: figures of killed and wounded gathered by happening, for the casualty policies.

``reconcile`` joins figures of one outcome across the reports; here those of one happening stand together, parts told
from wholes, with who is said to have acted, when and where. Nothing is added up that a report did not add up or
break down itself.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations
from typing import NamedTuple

from ..lang.normalise import fold
from ..lang.tables import table
from ..model import Dossier, Place, Span, TimeExpression, Token
from ..reconcile.book import HEADS, Book, Fact
from ..reconcile.compare import actors
from ..reconcile.figures import Figure, figures
from ..reconcile.independence import Ledger, acts
from ..reconcile.population import Population, above, population, relation
from ..reconcile.tallies import period, tallies

_OUTCOMES = ("killed", "wounded")
_LEVELS = ("point", "town", "area", "province", "region", "country")
# A party takes an attack upon itself in the sentences after the toll; farther down it may be another attack.
_REACH = 4
# «و» or "and": what may stand between two claims of one actor.
_AND = 3
# Different actors of one attack compared with each other; more are hardly told.
_FACES = 8


class Acceptance(NamedTuple):
    """A claim by which a party takes an attack upon itself. ``key`` is equal for the forces of one country."""

    key: str
    name: str
    fact: Fact


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
    story = _Story(book, Ledger(book, dossier.lineages), sentences, after, _rival_actors(dossier))
    found = (_toll(story, number, group) for number, group in enumerate(groups))
    return [replace(toll, id=f"t{n}") for n, toll in enumerate((toll for toll in found if toll), 1)]


class _Story(NamedTuple):
    """Look-ups that all tolls share: claims by sentence in the order of the reports, claims in the sentences after a
    toll by its number, and claims that name different actors."""

    book: Book
    ledger: Ledger
    sentences: dict[Span, list[Fact]]
    after: dict[int, list[Fact]]
    rivals: list[tuple[str, ...]]


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
    return any(token.stem in _negations() or token.norm in _negations() for token in near)


@cache
def _negations() -> frozenset[str]:
    return frozenset(fold(row["word"]) for language in ("ar", "en") for row in table(language, "negations").rows)


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
        spans = _places(piece)
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
                part = any(f.outcome == one.outcome and _part(one, f) for f in several)
                if part and one.first.id not in summed:
                    group.append(one)


def _places(several: Iterable[Figure]) -> set[Span]:
    return {_sentence(figure.fact) for figure in several}


def _sentence(fact: Fact) -> Span:
    return fact.sentence.span if fact.sentence else fact.claim.span


def _fits(piece: list[Figure], group: list[Figure]) -> bool:
    """A slot joins a happening that has no other count of just these people, over the same period. What is denied
    counts nobody."""
    if period(piece[0].window) != period(group[0].window):
        return False
    if all(map(_denied, piece)):
        return True
    mine, theirs = whole(piece), whole([figure for figure in group if figure.outcome == piece[0].outcome])
    return not any(relation(a.population, b.population) == "same" for a in mine for b in theirs)


def whole(several: Sequence[Figure]) -> list[Figure]:
    """The figures that count everybody meant, without those that count a part of what another counts.

    «10 قتلى بينهم 4 أطفال»: the four are a part. So are the Americans among the dead, a smaller class that another
    report counts fewer of, and a headline's number where its own report has another below. A smaller class that is
    just as many («شخصان» here, "two protesters" there) is the whole in other words.
    """
    below = {figure.fact.report for figure in several if figure.fact.claim.role not in HEADS}
    told = [f for f in several if f.fact.claim.role not in HEADS or f.fact.report not in below]
    beside: dict[int, list[Figure]] = {}
    for figure in told:
        beside.setdefault(figure.fact.report, []).append(figure)
    faces = list({(f.population, f.low, f.high): f for f in told}.values())
    tops = [
        f
        for f in told
        if not any(_part(f, g) and (f.low, f.high) != (g.low, g.high) for g in beside[f.fact.report])
        and not any(_part(f, g) and _least_of(f) < _least_of(g) for g in faces)
    ]
    if len({f.population.nation for f in tops} - {None}) > 1 and any(f.population.nation is None for f in tops):
        return [f for f in tops if f.population.nation is None]
    return [f for f in tops if not any(_of_a_nation(f, g) for g in beside[f.fact.report])]


def _part(figure: Figure, other: Figure) -> bool:
    return relation(figure.population, other.population) == "part"


def _least_of(figure: Figure) -> float:
    """Its lower end, or where it has none its upper: one of them is there."""
    return figure.low if figure.low is not None else figure.high or 0


def _of_a_nation(part: Figure, figure: Figure) -> bool:
    """«عشرة بينهم ثلاثة أميركيين» in one sentence."""
    return bool(
        part.population.nation
        and not figure.population.nation
        and _sentence(part.fact) == _sentence(figure.fact)
        and (part.low, part.high) != (figure.low, figure.high)
    )


def strata(several: Sequence[Figure]) -> list[list[Figure]]:
    """Groups of people with no member in common (soldiers, civilians), where no figure counts them together."""
    found: list[tuple[set[Population], list[Figure]]] = []
    for figure in whole(several):
        mine = [s for s in found if any(relation(figure.population, p) != "disjoint" for p in s[0])]
        if mine:
            mine[0][0].add(figure.population)
            mine[0][1].append(figure)
        else:
            found.append(({figure.population}, [figure]))
    return [figures for _, figures in found]


def under(several: Sequence[Figure], *kinds: str) -> list[Figure]:
    """Figures that count members of the given classes; what a sum adds up is looked at part by part.

    A smaller class told of out of a whole («عشرة بينهم أربعة أطفال») is a lower bound of the class asked for: not all
    civilians are children.
    """
    wholes = {q.id for one in whole(several) for q in one.quantities}
    found = []
    for figure in (part for one in several for part in _parts(one)):
        if figure.population.kind and set(kinds) & set(above(figure.population.kind)):
            open_ended = figure.population.kind not in kinds and figure.first.id not in wholes
            found.append(replace(figure, high=None, bound="at_least") if open_ended else figure)
    return found


def _parts(figure: Figure) -> Iterator[Figure]:
    if not figure.sum:
        yield figure
        return
    for q in figure.quantities:
        yield replace(figure, quantities=(q,), low=q.low, high=q.high, bound=q.bound, population=population(q))


def _sentences(book: Book) -> dict[Span, list[Fact]]:
    found: dict[Span, list[Fact]] = {}
    for fact in book.facts:
        found.setdefault(_sentence(fact), []).append(fact)
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
    if _accident(near):
        return None
    ids |= {fact.id for fact in beside}
    stated = [figure for figure in group if not _denied(figure)]
    accepted = (*_own_doing(story.book, stated, near), *_taken_on(story.book, [*near, *story.after.get(number, ())]))
    return Toll(
        id="",
        ledger=story.ledger,
        killed=tuple(figure for figure in stated if figure.outcome == "killed"),
        wounded=tuple(figure for figure in stated if figure.outcome == "wounded"),
        denied=tuple(figure for figure in group if _denied(figure)),
        window=group[0].window,
        accepted=tuple(dict.fromkeys(accepted)),
        disputed=tuple(dict.fromkeys((*_found_rivals(story, ids), *_rivals(story.book, near)))),
        times=tuple(_times(own) or _times(near)),
        place=_place(own) or _place(near),
        actors=tuple(_fillers(near, "agent")),
        targets=tuple(_fillers(near, "target")),
        modes=tuple(_modes(near)),
    )


def _found_rivals(story: _Story, ids: set[str]) -> Iterator[str]:
    """Claims that a finding sets against the toll's for their actor."""
    yield from (claim for claims in story.rivals if ids & set(claims) for claim in claims)


def _rivals(book: Book, facts: Iterable[Fact]) -> Iterator[str]:
    """Claims of two reports that tell this toll's attack of different actors."""
    told = {fact.agents: fact for fact in facts if fact.agents and not fact.denied and not fact.head}
    for left, right in combinations(list(told.values())[:_FACES], 2):
        if left.report != right.report and actors(book, left, right) is not None:
            yield from (left.id, right.id)


def _accident(facts: Iterable[Fact]) -> bool:
    """Whether the claims tell of an accident more than of an assault."""
    types = Counter(fact.event.type for fact in facts if fact.event)
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


def _own_doing(book: Book, stated: Sequence[Figure], near: Sequence[Fact]) -> Iterator[Acceptance]:
    """The speaker says that itself killed or wounded those counted: it is the actor of the very word that tells so.

    Nearness is not enough: who says that it killed the planner of an attack did not carry that attack out.
    """
    for figure in stated:
        fact, cue = figure.fact, figure.first.cue
        event = next((e for e in fact.reading.events if cue and e.trigger.overlaps(cue)), None)
        if event is None or fact.doubt != "actual":
            continue
        agents = book.fillers([event], "agent")
        doer = replace(fact, agents=agents) if agents else _before(fact, near)
        if doer is not None and acts(book, doer):
            yield Acceptance(doer.origin.party or doer.origin.key, doer.origin.name, fact)


def _before(fact: Fact, near: Sequence[Fact]) -> Fact | None:
    """The claim that this one continues with a bare "and" («إنه قصف الموقع وقتل أربعة»): its actor acts here too."""
    for other in near:
        if other.claim.quote == fact.claim.quote and other.reading is fact.reading and other.doubt == "actual":
            between = fact.reading.article.text[other.claim.span.end : fact.claim.span.start].strip()
            if other.claim.span.end <= fact.claim.span.start and between and len(between) <= _AND:
                return other
    return None


def _taken_on(book: Book, facts: Iterable[Fact]) -> Iterator[Acceptance]:
    """A party takes the attack upon itself in the words for that, which stand before the attack's own word."""
    for fact in facts:
        # To "claim" responsibility is no doubtful saying: the claim is what counts.
        if fact.denied or fact.doubt not in ("actual", "doubted"):
            continue
        if fact.event is None or fact.event.type != "ASSAULT":
            continue
        at = _taking(fact, fact.event.trigger.start)
        key = None if at is None else _claimant(book, fact, at)
        if key is not None:
            yield Acceptance(key, book.entity[key].name, fact)


def _taking(fact: Fact, end: int) -> int | None:
    """Where in the text the verb stands by which an attack is taken on, in the sentence before ``end``.

    Of verbs the nearest decides: «نفت مسؤوليتها» and "blamed … for" take nothing on, nor does a negated verb.
    """
    kinds = _responsibility()
    said = [(_bare(token), token.span.start) for token in _before_in_sentence(fact, end)]
    words = [word for word, _ in said]
    for index in range(len(words) - 1, -1, -1):
        if _begins(words, index, kinds["taking"]):
            verb = index
        elif _begins(words, index, kinds["noun"]):
            told = [j for j in range(index) if words[j] in kinds["admits"] or words[j] in kinds["refuses"]]
            if not told or words[told[-1]] in kinds["refuses"]:
                return None
            verb = told[-1]
        else:
            continue
        return None if _negations() & set(words[max(0, verb - 2) : verb]) else said[verb][1]
    return None


def _before_in_sentence(fact: Fact, end: int) -> tuple[Token, ...]:
    tokens = fact.reading.tokens
    first = bisect_left(tokens, _sentence(fact).start, key=lambda token: token.span.start)
    return tuple(token for token in tokens[first : bisect_left(tokens, end, key=lambda token: token.span.start)])


def _bare(token: Token) -> str:
    """The word without the "and" or "so" that is written onto it."""
    return token.norm[1:] if token.proclitics[:1] in (("و",), ("ف",)) else token.norm


def _begins(words: list[str], index: int, phrases: frozenset[str]) -> bool:
    return any(" ".join(words[index : index + size]) in phrases for size in range(1, 5))


def _claimant(book: Book, fact: Fact, at: int) -> str | None:
    """The body or country named nearest to the verb, or the speaker where the words are its own."""
    sentence = _sentence(fact)
    if fact.origin.entity in book.entity and at < fact.claim.span.start:
        return fact.origin.entity
    named = [
        (abs(m.span.start - at), book.entity_of.get(m.entity, m.entity))
        for m in fact.reading.mentions
        if m.entity and m.kind in ("ORG", "GPE", "PERSON") and sentence.contains(m.span)
    ]
    return next((key for _, key in sorted(named) if key in book.entity), None)


@cache
def _responsibility() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for language in ("ar", "en"):
        for row in table(language, "responsibility").rows:
            found.setdefault(row["kind"], set()).update(fold(words) for words in row["words"].split("|"))
    return {kind: frozenset(words) for kind, words in found.items()}


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
