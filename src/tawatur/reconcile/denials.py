"""What is denied in words, answered by whatever claim of another report affirms it, however the two are told.

A denial need not stand beside the claim that it answers: «نافيا أن يكون الطقس وراء سقوطها» shares two words with «سوء
الأحوال الجوية كان السبب الأرجح», and they are the two that count. So each denial is reduced to the terms inside its
negation, and a claim of another report that holds them is what it answers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import islice, pairwise
from typing import NamedTuple, TypeVar

from ..annotate.clauses import finite
from ..annotate.poles import Pole
from ..lang.tables import Phrases, listed
from ..model import Comparison, Said, Token
from ..story.terms import common_tongue
from .book import Book, Fact, denying, inside, leaves_out, rejection
from .opposites import poles_in
from .order import Draft
from .say import outlet, speaker, value, voice, words
from .similarity import likeness, same_event

T = TypeVar("T")
# Denials, and claims, of the same words that are looked at; and claims told for one denial.
_EACH = 3
# Claims of fewer terms («haste») affirm nothing.
_LEAST = 2
# A negation reaches this many words.
_REACH = 12
# Whom it is denied of is named in so many words.
_SUBJECT = 6
# How much of what is denied another claim must hold: where a speaker denies it, where the report does, and where the
# two tell of other events.
_HELD, _HELD_OWN, _HELD_WHOLE = 0.4, 0.6, 0.7
# A term that is all that a denial of so few terms and a claim share stands in so many claims of that report at most.
_RARE, _FEW = 2, 3
# How a thing is said that a denial may answer.
_AFFIRMED = frozenset(("actual", "doubted", "warned", "planned"))
_ENDS = frozenset('،,؛;:.؟?!«»"')


class Denial(NamedTuple):
    """A claim with the terms that it denies, in ``parts`` where it denies one or the other.

    ``spoken``: somebody denies them in words of denial; ``any``: it says that there was none of them; ``own``: it is the
    denier's own doing («نفت أن تكون قد …»). ``further``: it denies another such thing than there was. ``acts`` are those
    of the terms that name an act, with its kind: «غارة» is what «قصفت» affirms.
    """

    fact: Fact
    parts: tuple[frozenset[str], ...]
    acts: tuple[tuple[str, str], ...]
    spoken: bool
    any: bool
    own: bool
    further: bool

    @property
    def core(self) -> frozenset[str]:
        """All the terms denied."""
        return frozenset().union(*self.parts)

    def same_thing(self, yes: Fact) -> bool:
        """Whether what a claim affirms is not the one that was there, where another such thing is denied."""
        return not self.further or yes.doubt == "planned" or bool(_norms(yes) & denying("further"))

    def held(self, book: Book, yes: Fact) -> tuple[frozenset[str], float, int]:
        """The denied terms that another claim has, their part of the weight, and how many terms are denied; of the part
        that the claim holds most of."""
        told = yes.terms - _in_passing(book, yes) if len(yes.terms) >= _LEAST else frozenset()
        foreign = self.fact.reading.article.language != yes.reading.article.language
        done = affirmed_acts(book, yes)
        acted = {term for term, kind in self.acts if kind in done}
        found = []
        for part in self.parts:
            core = common_tongue(part) if foreign else part
            common = core & told | part & acted
            found.append((book.mass(common) / book.mass(core) if common else 0.0, len(common), common, len(core)))
        held, _, common, size = max(found, key=lambda one: one[:2])
        return common, held, size


# Frames of one kind of act, of which news uses one word for another.
_ACTS = {
    frame: kinds[0]
    for kinds in (
        ("strike", "bomb", "fire", "attack", "raid", "shoot", "explode"),
        ("kill", "massacre", "execute"),
        ("arrest", "detain"),
    )
    for frame in kinds
}


def kind_of_act(frame: str) -> str:
    """An event's frame, or that of its kind."""
    return _ACTS.get(frame, frame)


def affirmed_acts(book: Book, fact: Fact) -> frozenset[str]:
    """The kinds of acts that a claim tells as done, and the ends of scales at which it stands."""
    if fact.order not in book.acts:
        acts = {kind_of_act(event.frame) for event in fact.told if event.frame and event.polarity == "positive"}
        ends = poles_in(_tokens(fact), fact.reading.article.language)
        book.acts[fact.order] = frozenset(acts | {_end(pole) for _, _, pole in ends})
    return book.acts[fact.order]


def _end(pole: Pole) -> str:
    return f"{pole.scale}: {pole.end}"


def denials(book: Book) -> list[Denial]:
    """Every claim of a text that denies something, in order."""
    return [denial for fact in book.facts if not fact.head and (denial := denial_of(book, fact)) is not None]


def denial_of(book: Book, fact: Fact) -> Denial | None:
    """What a claim denies, or None where it denies nothing that it names."""
    tokens = _tokens(fact)
    said = [token.norm for token in tokens]
    if _untrue(said):
        return _denial(book, fact, tokens, True) or _denial(book, fact, _before(fact), True)
    if fact.disowned:
        charge = rejection(tokens)
        denying_ = (i for i, t in enumerate(tokens) if "deny" in book.terms(fact.reading, t.span))
        opening = max(denying_, default=-1 if charge is None else charge)
        return _denial(book, fact, _said(_clause(tokens[opening + 1 :]), opening >= 0), True)
    scopes = list(_negated(fact, tokens))
    if fact.denied and not scopes:
        return _denial(book, fact, tokens, False)
    return next((_denial(book, fact, scope, False) for scope, opens in scopes if not opens), None)


def _tokens(fact: Fact) -> list[Token]:
    return inside(fact.reading, fact.claim.span)


def _norms(fact: Fact) -> set[str]:
    return {token.norm for token in _tokens(fact)}


def _negated(fact: Fact, tokens: list[Token]) -> Iterator[tuple[list[Token], bool]]:
    """The words that each negation of a claim reaches, itself among them, and whether it leaves them open («لم يحدد»);
    that of a bound («لم يتجاوز 38») is the number's."""
    for index, token in enumerate(tokens):
        if index and tokens[index - 1].norm in denying("if"):
            continue
        if token.norm in denying("no") and not any(q.span.overlaps(token.span) for q in fact.figures):
            behind = tokens[index + 1 : index + 1 + _REACH]
            if leaves_out([other.norm for other in behind]):
                continue
            scope = _clause(behind)
            # «لم يشهد اللقاء، بحسب المراقب، أي حالة طرد»: that of which there was none stands behind an aside.
            none = next((at for at, other in enumerate(behind) if other.norm in denying("any") and at), len(behind))
            if len(scope) <= none < len(behind):
                scope = _clause(behind[none:])
            if scope:
                opens = not {token.norm for token in scope[:3]}.isdisjoint(denying("open"))
                yield [*_subject(tokens[: index + 1]), token, *scope], opens


def _subject(tokens: list[Token]) -> list[Token]:
    """«قافلة المساعدات لم تصل»: of whom the last of the words, a negation, denies it, where he stands before it."""
    *before, no = tokens
    breaks = (at for at, t in enumerate(before) if t.surface in _ENDS or t.norm in denying("opens") | denying("end"))
    said = before[max(breaks, default=-1) + 1 :]
    if no.norm not in denying("verbal"):
        return []
    joined = no.proclitics[:1] in (("و",), ("ف",)) or any(map(finite, said))
    return [] if joined or len(said) > _SUBJECT else said


def _in_passing(book: Book, fact: Fact) -> frozenset[str]:
    """The terms of what a claim only names: «قتلت قياديا على صلة بالهجوم» tells of no attack."""
    tokens = _tokens(fact)
    first = next((at for at, token in enumerate(tokens) if token.norm in denying("passing")), len(tokens))
    return frozenset(term for token in tokens[first:] for term in book.terms(fact.reading, token.span))


def _affirmed(book: Book, fact: Fact) -> frozenset[str]:
    """What a claim tells, names and times aside, and does not negate."""
    tokens = _tokens(fact)
    gone = (book.terms(fact.reading, token.span) for scope, _ in _negated(fact, tokens) for token in scope)
    return book.told(fact).difference(*gone)


def _before(fact: Fact) -> list[Token]:
    """«وصفت الوزارة الأنباء عن فرار سجناء بأنها «عارية عن الصحة»»: what is called untrue stands before the words that do."""
    if fact.sentence is None:
        return []
    tokens = inside(fact.reading, fact.sentence.span)
    before = [token for token in tokens if token.span.end <= fact.claim.span.start]
    charges = [at for at, token in enumerate(before) if token.norm in denying("charges")]
    return before[charges[0] :] if charges else []


def _untrue(said: list[str]) -> bool:
    return any(_phrases().at(said, index) for index in range(len(said)))


def _said(tokens: list[Token], named: bool) -> list[Token]:
    """What a denial's verb denies, without who denies it: what stands behind «أن», «ما», "that", or else, where the
    claim has the verb and who denies, from the first word on that only says that there was such a thing («نفى المدير
    فلان صدور أي قرار»)."""
    opens = (at + 1 for at, token in enumerate(tokens[:_REACH]) if token.norm in denying("opens"))
    empty = denying("light") | denying("any") if named else frozenset()
    bare = (at for at, token in enumerate(tokens[:_REACH]) if {token.norm, token.stem} & empty)
    return tokens[next(opens, next(bare, 0)) :]


def _clause(tokens: list[Token]) -> list[Token]:
    """The words up to the end of their clause: what follows «بعد» tells when, and is not denied."""
    ends = (i for i, token in enumerate(tokens) if i and (token.surface in _ENDS or token.norm in denying("end")))
    return tokens[: next(ends, len(tokens))]


def _denial(book: Book, fact: Fact, tokens: list[Token], spoken: bool) -> Denial | None:
    said = [token.norm for token in tokens]
    part = spoken and _own_part(tokens, said)
    empty = (
        denying("light")
        | denying("no")
        | denying("untrue")
        | denying("charges")
        | (denying("part") if part else frozenset())
    )
    parts: list[set[str]] = [set()]
    for token in tokens:
        if token.norm in denying("or") and parts[-1]:
            parts.append(set())
        elif not {token.norm, token.stem} & empty:
            parts[-1] |= {t for t in book.terms(fact.reading, token.span) if not t.startswith("#") and t != "deny"}
    any_ = any({token.norm, token.stem} & denying("any") for token in tokens)
    own = part or any(one in denying("be") and other in denying("done") for one, other in pairwise(said))
    further = not denying("further").isdisjoint(said)
    told = tuple(frozenset(part) for part in parts if part)
    return Denial(fact, told, tuple(_acts(book, fact, tokens)), spoken, any_, own, further) if told else None


def _own_part(tokens: list[Token], said: list[str]) -> bool:
    """«أي ضلوع في التفجير»: that the denier had to do with it, where no clause says of whom it is denied."""
    clause = any(map(finite, tokens)) or not denying("be").isdisjoint(said)
    return not clause and not denying("part").isdisjoint(said)


def _acts(book: Book, fact: Fact, tokens: list[Token]) -> Iterator[tuple[str, str]]:
    """The terms of the words for acts and states among some tokens, each with its kind of act or its end of a scale."""
    first, last = tokens[0].span.start, tokens[-1].span.end
    for event in fact.told:
        if first <= event.trigger.start < last and event.frame:
            for term in book.terms(fact.reading, event.trigger):
                yield term, kind_of_act(event.frame)
    for at, _, pole in poles_in(tokens, fact.reading.article.language):
        for term in book.terms(fact.reading, tokens[at].span):
            yield term, _end(pole)


@cache
def _phrases() -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in listed("denials", "untrue"))


def answered(book: Book, told: list[Draft]) -> Iterator[Draft]:
    """Each denial with the claims of other reports that affirm most of what it denies. ``told`` are contradictions
    already found, which are not told again; of claims in the same words the first few stand for all."""
    found = denials(book)
    denying = {denial.fact.id for denial in found}
    done = {(fact.id, other.report) for draft in told for fact in draft.facts for other in draft.facts}
    counts = Counter((fact.report, term) for fact in book.facts for term in fact.terms if not fact.head)
    open_ = [f for f in book.facts if f.id not in denying and not f.head and f.doubt in _AFFIRMED]
    affirming = [(fact, _affirmed(book, fact)) for fact in _few(open_, lambda fact: (fact.terms, fact.doubt))]
    for denial in _few(found, lambda denial: denial.core):
        acts = {kind for _, kind in denial.acts}
        best: dict[int, tuple[tuple[float, float], Fact]] = {}
        for yes, affirmed in affirming:
            if (
                yes.report == denial.fact.report
                or (denial.fact.id, yes.report) in done
                or not (denial.core & affirmed or acts & affirmed_acts(book, yes))
            ):
                continue
            held = None if one_voice(denial.fact, yes) else _held(book, denial, yes, counts)
            if held and (yes.report not in best or held > best[yes.report][0]):
                best[yes.report] = held, yes
        for _, yes in islice(best.values(), _EACH):
            yield Draft("contradiction", against(denial, yes), (denial.fact, yes), "Contradiction", 0.9)


def _few(items: Iterable[T], key: Callable[[T], object]) -> Iterator[T]:
    """The first few of each kind."""
    seen: Counter[object] = Counter()
    for item in items:
        seen[key(item)] += 1
        if seen[key(item)] <= _EACH:
            yield item


def one_voice(no: Fact, yes: Fact) -> bool:
    """Nobody denies what he says himself; two who speak for one body may."""
    named = no.origin.entity is not None and no.origin.entity == yes.origin.entity
    return no.origin.known and (named or no.origin.name == yes.origin.name)


def names_denier(book: Book, no: Fact, yes: Fact) -> bool:
    """Whether the affirming sentence names the one who denies: else the denial answers nobody."""
    denier = no.origin.entity
    if denier is None or yes.sentence is None:
        return False
    inside = (m.entity for m in yes.reading.mentions if m.entity and yes.sentence.span.contains(m.span))
    return denier in {book.entity_of.get(entity, entity) for entity in inside} | no_agents(no, yes)


def no_agents(no: Fact, yes: Fact) -> frozenset[str]:
    """Actors that the denial and the claim have in common."""
    return no.agents & yes.agents


def _two_events(denial: Denial, yes: Fact) -> bool:
    """A claim may name what is denied in passing («قتل قياديا على صلة بالهجوم») and tell of something else."""
    no = denial.fact
    if not (no.event and yes.event) or same_event(no, yes):
        return False
    return not yes.event.frame or kind_of_act(yes.event.frame) not in {kind for _, kind in denial.acts}


def _held(book: Book, denial: Denial, yes: Fact, counts: Counter[tuple[int, str]]) -> tuple[float, float] | None:
    """How much of what is denied a claim affirms, and how alike the two are; None where it is too little.

    One term is enough only where it is all that is denied, or where it is most of it and that report hardly speaks of it
    otherwise.
    """
    common, held, size = denial.held(book, yes)
    if not denial.same_thing(yes):
        return None
    if not common or held < (_HELD if denial.spoken or denial.any else _HELD_OWN):
        return None
    if _two_events(denial, yes) and held < _HELD_WHOLE:
        return None
    if denial.own and denial.fact.origin.entity and not names_denier(book, denial.fact, yes):
        return None
    named = denial.any or denial.spoken or {term for term, _ in denial.acts} >= common
    if len(common) == 1 and (size > 1 or not named):
        rare = common <= yes.terms and all(counts[yes.report, term] <= _RARE for term in common)
        if not (rare and (denial.any or denial.spoken) and size <= _FEW):
            return None
    return held, likeness(book, denial.fact, yes).odds


def against(denial: Denial, yes: Fact) -> Comparison:
    """What a denial and the claim that it answers say of each other."""
    no, said = denial.fact, voice(yes)
    if denial.spoken and no.origin.kind != "own":
        ar = f"في {outlet(no)} نفي على لسان {speaker(no)}: {words(no)}؛ ويقابله ما جاء في {said.ar}: {words(yes)}."
        en = f"{no.outlet} carries a denial by {speaker(no)}: {words(no)}; against it {said.en} says: {words(yes)}."
    else:
        ar = f"ينفي {outlet(no)} ما يثبته غيره: {words(no)}؛ وجاء في {said.ar}: {words(yes)}."
        en = f"{no.outlet} denies what another affirms: {words(no)}; {said.en} says: {words(yes)}."
    values = (value(no, text=no.text, polarity="negative"), value(yes, text=yes.text, polarity="positive"))
    return Comparison("value", "contradict", 0.0, Said(ar, en), values)
