"""What a claim denies in words, reduced to the terms inside its negation, and what a claim affirms."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import chain, pairwise
from typing import NamedTuple

from ...annotate.phrases.clauses import finite
from ...lang.tables import Phrases, listed
from ...model import Token
from ...story.terms import common_tongue
from ..book import Book
from ..fact import Fact, inside
from ..kept import kept
from ..negation import denying, leaves_out, rejection
from .opposites import negated, negates, poles_in
from .poles import Pole

# Claims of fewer terms («haste») affirm nothing.
_LEAST = 2
# A negation reaches this many words.
_REACH = 12
# A word behind which nothing is denied stands this near to the negation.
_OPEN = 2
# Whom it is denied of is named in so many words.
_SUBJECT = 6
# «لا يعمل»: letters that a verb in the imperfect begins with.
_IMPERFECT = frozenset("يتنا")
_ENDS = frozenset('،,؛;:.؟?!«»"')


class Denial(NamedTuple):
    """A claim with the terms that it denies, in ``parts`` where it denies one or the other.

    ``spoken``: somebody denies them in words of denial; ``any``: it says that there was none of them; ``own``: it is the
    denier's own doing («نفت أن تكون قد …»), ``tie`` that one thing had to do with another («لا علاقة لهم ب…»).
    ``further``: it denies another such thing than there was. ``acts`` are those of the terms that name an act, with its
    kind: «غارة» is what «قصفت» affirms.
    """

    fact: Fact
    parts: tuple[frozenset[str], ...]
    acts: tuple[tuple[str, str], ...]
    spoken: bool
    any: bool
    tie: bool
    own: bool
    further: bool

    @property
    def core(self) -> frozenset[str]:
        """All the terms denied."""
        return frozenset().union(*self.parts)

    def same_thing(self, yes: Fact) -> bool:
        """Whether what a claim affirms is not the one that was there, where another such thing is denied."""
        return not self.further or yes.doubt == "planned" or bool(_norms(yes) & denying("further"))

    def told(self, book: Book, yes: Fact) -> frozenset[str]:
        """The terms that a claim affirms: where a tie is denied, those too that it only names in passing."""
        return affirmed_terms(book, yes) | (_in_passing(book, yes) if self.tie else frozenset())

    def held(self, book: Book, yes: Fact) -> tuple[frozenset[str], float]:
        """The denied terms that another claim has, and their part of the weight; of the part that it holds most of."""
        told = self.told(book, yes) if len(yes.terms) >= _LEAST else frozenset()
        foreign = self.fact.reading.article.language != yes.reading.article.language
        done = affirmed_acts(book, yes)
        acted = {term for term, kind in self.acts if kind in done}
        found = []
        for part in self.parts:
            core = common_tongue(part) if foreign else part
            common = core & told | part & acted
            found.append((book.mass(common) / book.mass(core) if common else 0.0, len(common), common))
        held, _, common = max(found, key=lambda one: one[:2])
        return common, held


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


@kept
def affirmed_acts(book: Book, fact: Fact) -> frozenset[str]:
    """The kinds of acts that a claim tells as done, and the ends of scales at which it stands."""
    acts = {kind_of_act(event.frame) for event in fact.told if event.frame and event.polarity == "positive"}
    ends = poles_in(fact.tokens, fact.reading.article.language)
    first = _passing(fact.tokens)
    told = (pole for at, _, pole in ends if at < first and not negated(fact.tokens, at))
    return frozenset(acts | set(map(_end, told)))


def _end(pole: Pole) -> str:
    return f"{pole.scale}: {pole.end}"


def denials(book: Book) -> list[Denial]:
    """Every claim of a text that denies something, in order."""
    return [denial for fact in book.facts if not fact.head for denial in denials_of(book, fact)]


@kept
def denials_of(book: Book, fact: Fact) -> tuple[Denial, ...]:
    """What a claim denies that it names: one thing where somebody denies it, else what each of its negations reaches
    («باتت بلا سقف، … السد الذي لم تجر له أي صيانة»)."""
    found: list[Denial] = []
    for denial in _denied(book, fact):
        if denial is not None and all(denial.core.isdisjoint(other.core) for other in found):
            found.append(denial)
    return tuple(found)


def _denied(book: Book, fact: Fact) -> Iterator[Denial | None]:
    tokens = fact.tokens
    said = [token.norm for token in tokens]
    if _untrue(said):
        yield _denial(book, fact, tokens, True) or _denial(book, fact, _before(fact), True)
        return
    if fact.disowned:
        charge = rejection(tokens)
        denying_ = (i for i, t in enumerate(tokens) if "deny" in book.terms(fact.reading, t.span))
        opening = max(denying_, default=-1 if charge is None else charge)
        yield _denial(book, fact, _content(tokens[opening + 1 :], opening >= 0), True)
        return
    scopes = list(_negated(fact, tokens))
    if fact.denied and not scopes and not any(negates(tokens, at) for at in range(len(tokens))):
        yield _denial(book, fact, tokens, False)
    yield from (_denial(book, fact, scope, False) for scope, opens in scopes if not opens)


def _norms(fact: Fact) -> set[str]:
    return {token.norm for token in fact.tokens}


def _negated(fact: Fact, tokens: list[Token]) -> Iterator[tuple[list[Token], bool]]:
    """The words that each negation of a claim reaches, itself among them, and whether it leaves them open («لم يحدد»);
    that of a bound («لم يتجاوز 38») is the number's."""
    for index, token in enumerate(tokens):
        if index and tokens[index - 1].norm in denying("if"):
            continue
        no = negates(tokens, index)
        if no and not any(q.span.overlaps(token.span) for q in fact.figures):
            behind = tokens[no : no + _REACH]
            scope = _clause(behind)
            if leaves_out([other.norm for other in behind]) or _bounds(fact, scope):
                continue
            # «لم يشهد اللقاء، بحسب المراقب، أي حالة طرد»: that of which there was none stands behind an aside.
            none = next((at for at, other in enumerate(behind) if other.norm in denying("any") and at), len(behind))
            if len(scope) <= none < len(behind):
                scope = _clause(behind[none:])
            if scope:
                opens = not {form for token in scope[:_OPEN] for form in (token.norm, token.stem)}.isdisjoint(
                    denying("open")
                )
                yield [*_subject(tokens[: index + 1]), token, *scope], opens


def _bounds(fact: Fact, scope: list[Token]) -> bool:
    """«لن يصل إلى 2%»، «لم تتجاوز»: whether all that is denied is that a number is so high or so low."""
    verb = {scope[0].stem, scope[0].norm} if scope else set()
    counts = any(q.span.overlaps(token.span) for q in fact.figures for token in scope)
    return bool(verb & denying("bounds")) or (counts and bool(verb & denying("reach")))


def _subject(tokens: list[Token]) -> list[Token]:
    """«قافلة المساعدات لم تصل»: of whom the last of the words, a negation, denies it, where he stands before it or before
    an aside («السد، وهو أقدم سدود البلاد، لم يتضرر»)."""
    *before, no = tokens
    if no.norm not in denying("verbal") | denying("fails") or no.proclitics[:1] in (("و",), ("ف",)):
        return []
    said = _last_part(before)
    if not said and len(before) > 1 and (aside := _last_part(before[:-1])) and _joins(aside[0]):
        said = _last_part(before[: -len(aside) - 2])
    return [] if any(map(finite, said)) or len(said) > _SUBJECT else said


def _last_part(tokens: list[Token]) -> list[Token]:
    """The words behind the last break among some."""
    breaks = (at for at, t in enumerate(tokens) if t.surface in _ENDS or t.norm in denying("opens") | denying("end"))
    return tokens[max(breaks, default=-1) + 1 :]


def _joins(token: Token) -> bool:
    """Whether an aside may begin with a word: «وهو»، «وطاقتها»، «التي»."""
    return token.norm.startswith("و") or token.norm in denying("aside")


def _in_passing(book: Book, fact: Fact) -> frozenset[str]:
    """The terms of what a claim only names: «قتلت قياديا على صلة بالهجوم» tells of no attack."""
    tokens = fact.tokens
    return frozenset(term for token in tokens[_passing(tokens) :] for term in book.terms(fact.reading, token.span))


def _passing(tokens: list[Token]) -> int:
    """Where what is only named begins."""
    return next((at for at, token in enumerate(tokens) if at and token.norm in denying("passing")), len(tokens))


@kept
def affirmed_terms(book: Book, fact: Fact) -> frozenset[str]:
    """The terms of what a claim tells, and neither negates nor only names in passing."""
    tokens = fact.tokens
    # «لا تزال تعمل» affirms all of it.
    scopes = (scope for scope, _ in _negated(fact, tokens) if not any(t.norm in denying("still") for t in scope))
    # «غياب طرف محايد» tells of none.
    absent = (tokens[at + 1 : at + 3] for at, t in enumerate(tokens) if {t.norm, t.stem} & denying("absent"))
    gone = (book.terms(fact.reading, token.span) for scope in chain(scopes, absent) for token in scope)
    return (fact.terms - _in_passing(book, fact)).difference(*gone)


def _before(fact: Fact) -> list[Token]:
    """«وصفت الوزارة الأنباء عن فرار سجناء بأنها «عارية عن الصحة»»: what is called untrue stands before the words that do."""
    if fact.sentence is None:
        return []
    tokens = inside(fact.reading, fact.sentence.span)
    before = [token for token in tokens if token.span.end <= fact.claim.span.start]
    charges = [at for at, token in enumerate(before) if token.norm in denying("charges")]
    return before[charges[0] :] if charges else []


def _untrue(said: list[str]) -> bool:
    """Whether folded words call something untrue; «شركات وهمية» only says what companies there were."""
    found = (match for at in range(len(said)) if (match := _phrases().at(said, at)))
    return any(said[match.first] not in denying("sham") or _predicate(said[: match.first]) for match in found)


def _predicate(before: list[str]) -> bool:
    """Whether a word behind these says what something is («بأنها كاذبة»، «أخبار كاذبة») and not of what kind."""
    return not before or before[-1] in denying("is") | denying("charges")


def _content(tokens: list[Token], named: bool) -> list[Token]:
    """What is denied behind a denial's verb: its clause; where who denies is told between commas («نفى المتحدث، رمزي
    التومي، أن …»), the one that «أن» opens behind them."""
    first = _clause(tokens)
    behind = tokens[len(first) : _REACH]
    opens = next((at for at, token in enumerate(behind) if token.norm in denying("opens")), None)
    if opens is None or opens + 1 == len(behind) or behind[opens].norm == "ما":
        return _said(first, named)
    between = {token.norm for token in (*first, *behind[:opens])}
    if between & (denying("opens") | denying("end") | denying("asserts")):
        return _said(first, named)
    return _clause(tokens[len(first) + opens + 1 :])


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
    ends = (
        i
        for i, token in enumerate(tokens)
        if i and (token.surface in _ENDS or token.norm in denying("end") or _joined_on(token))
    )
    return tokens[: next(ends, len(tokens))]


def _denial(book: Book, fact: Fact, tokens: list[Token], spoken: bool) -> Denial | None:
    said = [token.norm for token in tokens]
    part = spoken and _own_part(tokens, said)
    empty = (
        denying("light")
        | denying("no")
        | denying("fails")
        | denying("untrue")
        | denying("charges")
        | (denying("part") if part else frozenset())
        # «نفى أن تكون له أي علاقة بشركات»: what it would have to do with is denied.
        | (denying("part") & denying("passing") if spoken else frozenset())
    )
    parts: list[set[str]] = [set()]
    for token in tokens:
        if token.norm in denying("or") and parts[-1]:
            parts.append(set())
        elif not {token.norm, token.stem} & empty:
            parts[-1] |= {t for t in book.terms(fact.reading, token.span) if not t.startswith("#") and t != "deny"}
    tie = not denying("passing").isdisjoint(said)
    any_ = any({token.norm, token.stem} & denying("any") for token in tokens) or _none_of(tokens)
    own = part or any(one in denying("be") and other in denying("done") for one, other in pairwise(said))
    further = _further(said)
    told = tuple(frozenset(part) for part in parts if part)
    if not told:
        return None
    return Denial(fact, told, tuple(_acts(book, fact, tokens)), spoken, any_, tie, own, further)


def _further(said: list[str]) -> bool:
    """Whether it is another such thing that is denied; «مفاوضات مع أي مشغل آخر» are with whomever else."""
    others = [at for at, word in enumerate(said) if word in denying("further")]
    return any(denying("with").isdisjoint(said[max(0, at - 3) : at]) for at in others)


def _none_of(tokens: list[Token]) -> bool:
    """«لا شركات وهمية»: «لا» right before a noun says that there is none; «لا علاقة له بعمرها» only of a tie."""
    return any(
        no.norm in denying("none")
        and noun.kind == "word"
        and not (noun.proclitics or noun.norm in denying("passing") or _of_verb(noun))
        for no, noun in pairwise(tokens)
    )


def _of_verb(token: Token) -> bool:
    return finite(token) or token.norm[:1] in _IMPERFECT


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


def _joined_on(token: Token) -> bool:
    """«لا نملك قطعا وننتظر وصولها»: a verb that «و» joins on is not denied with the first."""
    return token.proclitics[:1] in (("و",), ("ف",)) and finite(token)


@cache
def _phrases() -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in listed("denials", "untrue"))
