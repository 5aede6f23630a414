"""A headline, or a deck, against the text below it: another number, another actor, more certainty."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations

from ..lang.normalise import fold
from ..lang.tables import listed, table
from ..model import Comparison, Said, Span
from .asides import aside
from .book import Book
from .doers.actors import actors, doers
from .fact import Fact
from .names.naming import Named
from .numbers.comparable import by_words, overlapping
from .numbers.figure import Figure
from .numbers.figures import figures
from .numbers.outcomes import subject
from .numbers.verdicts import value_of
from .overstated import overstated
from .say import outlet, value, words
from .similarity import about_one, likeness, same_event

# The text must tell of the headline's event in words about this like.
_SAME = 0.5
# A headline's number is its text's where the claims are at all alike, and the same where they differ by less than this.
_NEAR = 0.2
_SURE = 0.7
_ROUND = 0.005
# From here on a headline may give a number in as many digits as it likes.
_LARGE = 1000
# «قد» before an imperfect tells a possibility; before a perfect it tells what has been.
_MAY = listed("headline_words", "may")
# «كانت الشركة قد تلقت»
_HAD, _NEAR_HAD = listed("headline_words", "had"), 5
_STEM = 3
_STANDING = frozenset(("actual", "planned"))
_HARM = frozenset(("kill", "wound"))
_NONE_OF = listed("headline_words", "none")
# Words that suspect somebody, unless what follows says that it is the thing («يشتبه بأنها فاسدة»).
_SUSPECTS, _OF_IT = listed("headline_words", "suspects"), listed("headline_words", "of_it")
# Words of belief tell of people by a pronoun of theirs («مسلحون يعتقد أنهم من التنظيم», "believed to be members").
_BELIEFS, _THEM = listed("headline_words", "believes"), listed("headline_words", "them")
# Words behind one that tells a possibility, that one included.
_BEHIND = 5
_IMPERFECT = frozenset("يتن")
# Sums of more figures of one text than this are not tried.
_SUMMED = 6


def headlines(book: Book) -> Iterator[Named]:
    """What each report's headline says that its own text says otherwise."""
    all_figures = figures(book)
    for number in range(len(book.readings)):
        facts = book.by_report[number]
        heads = [fact for fact in facts if fact.head]
        body = [fact for fact in facts if not fact.head]
        mine = [figure for figure in all_figures if figure.fact.report == number]
        yield from _numbers(book, [f for f in mine if f.fact.head], [f for f in mine if not f.fact.head])
        yield from _dead_or_hurt(mine)
        for head in heads:
            yield from overstated(book, head, body)
            found = list(_against(book, head, body))
            yield from found or _hedged(book, head, body)


def _numbers(book: Book, heads: list[Figure], body: list[Figure]) -> Iterator[Named]:
    """A headline's number that no number of the text, and no sum of them, bears out."""
    for head in heads:
        if head.lone or any(_bears_out(head, figure) for figure in body):
            continue
        own = [figure for figure in body if _of_one_thing(head, figure)]
        if _added_up(head, own):
            continue
        near = max(own or _sole(head, body), key=lambda one: likeness(book, head.fact, one.fact).score, default=None)
        if near is None or aside(near.fact) or (not near.fact.lead and near.past):
            continue
        likely = likeness(book, head.fact, near.fact).score
        if likely < (_SURE if head.length or not own else 0.0 if len(own) == 1 else _NEAR):
            continue
        yield _other_number(head, near)


def _other_number(head: Figure, near: Figure) -> Named:
    detail = Said(
        f"عنوان {outlet(head.fact)} يقول «{head.text}»، ومتنه يقول «{near.text}» ({subject(head, 'ar')}).",
        f"The headline of {head.fact.outlet} says «{head.text}», its text «{near.text}» (the {subject(head, 'en')}).",
    )
    comparison = Comparison("headline_vs_body", "differ", 0.0, detail, (value_of(head), value_of(near)))
    return Named(comparison, (head.fact, near.fact))


def _dead_or_hurt(figures: list[Figure]) -> Iterator[Named]:
    """«وتقتل 20 مقاتلا» over a text that has as many killed or wounded."""
    dead = [figure for figure in figures if figure.fact.head and figure.fate == "killed" and figure.low]
    for head in dead:
        for figure in figures:
            if not figure.fact.head and figure.low == head.low and _holds(figure.fact, "hurt"):
                yield _other_number(head, figure)
                return


def _holds(fact: Fact, kind: str) -> bool:
    """Whether words of a kind stand in a claim."""
    said = f" {' '.join(fold(fact.text).split())} "
    return any(f" {words} " in said for words in listed("headline_words", kind))


def _of_one_thing(head: Figure, figure: Figure) -> bool:
    """Whether two numbers count one thing by their words: those of one fate by the noun, wherever they were («قتلوا تحت
    الأنقاض»)."""
    fated = head.fate == figure.fate != "other" and bool(head.what & figure.what)
    return fated or (by_words(head, figure) is not None and _one_noun(head, figure))


def _bears_out(head: Figure, figure: Figure) -> bool:
    """Whether a number of the text is the headline's: of the same thing within its bounds, rounded, or the very number
    of what nobody's fate is told of («سبعة أشخاص»)."""
    if not _of_one_thing(head, figure):
        fates = {head.fate, figure.fate}
        alike = head.first.unit == figure.first.unit and (len(fates) == 1 or "other" in fates)
        return alike and head.low == figure.low and head.low is not None
    return overlapping(head, figure) or _rounded(head, figure)


def _sole(head: Figure, body: list[Figure]) -> list[Figure]:
    """What a bare number of the headline can be in the text: the only number of its claim («310 ألواح»، «301 لوح»)."""
    if head.what or head.measure or head.fate != "other" or head.low != head.high:
        return []
    claims = [figure.fact.id for figure in body]
    return [f for f in body if claims.count(f.fact.id) == 1 and f.fate == "other" and not f.measure and not f.length]


def _rounded(head: Figure, figure: Figure) -> bool:
    """«104 ملايين برميل» over a text with 104.2, «نصف مليون طفل» over one with 512,000."""
    low, high = (f.low or 0.0 for f in (head, figure))
    if head.low != head.high or figure.low != figure.high or not low:
        return False
    digits = len(f"{low:.0f}".rstrip("0"))
    return 0 < abs(low - high) < _ROUND * high or (low >= _LARGE and float(f"{high:.{digits}g}") == low)


def _one_noun(head: Figure, figure: Figure) -> bool:
    """Whether numbers whose fate is not told count the same; «حالة» may be a case where «شخصا» is one of the dead."""
    shares = head.first.unit == figure.first.unit == "percent" and not head.what
    return head.fate != "other" or shares or bool(head.measure) or bool(head.what & figure.what)


def _added_up(head: Figure, own: list[Figure]) -> bool:
    """Whether some of the text's numbers add up to the headline's."""
    parts = list({(f.low, f.population.kind, f.fact.id): f for f in own if f.low is not None and not f.sum}.values())
    for size in range(2, min(len(parts), _SUMMED) + 1):
        for several in combinations(parts[:_SUMMED], size):
            total = sum(part.low or 0 for part in several)
            if (head.low is None or total >= head.low) and (head.high is None or total <= head.high):
                return True
    return False


def _against(book: Book, head: Fact, body: list[Fact]) -> Iterator[Named]:
    """The headline beside the claims of the text about its event: who did it, and whether it is certain."""
    own = sorted(
        ((likeness(book, head, fact).score, -fact.order, fact) for fact in body if same_event(head, fact)),
        key=lambda item: (-item[0], -item[1]),
    )
    close = [fact for score, _, fact in own if score >= _SAME]
    with_actor = [fact for fact in close if doers(book, fact) and about_one(book, head, fact)]
    if head.agents and with_actor and not any(head.agents & doers(book, fact) for fact in with_actor):
        for fact in with_actor:
            found = actors(book, head, fact)
            if found is not None:
                names = [v["text"] for v in found.values]
                note = found.detail.ar.partition("».")[2], found.detail.en.partition("».")[2]
                detail = Said(
                    f"عنوان {outlet(head)} يجعل الفاعل «{names[0]}»، ومتنه يقول «{names[1]}».{note[0]}",
                    f"The headline of {head.outlet} names «{names[0]}» as the actor, its text «{names[1]}».{note[1]}",
                )
                yield Named(Comparison("headline_vs_body", "differ", 0.2, detail, found.values), (head, fact))
                break
    # What is to come stands in headlines as it is («جولة ثالثة في مسقط»).
    unsure = [fact for fact in close if (fact.doubt not in _STANDING or fact.denied) and not _sought(fact)]
    sure = max((likeness(book, head, fact).score for fact in body if fact.doubt == "actual"), default=0.0)
    plain = head.doubt == "actual" and not head.denied and not _negates(head)
    if plain and close and unsure == close and likeness(book, head, close[0]).score > sure:
        yield _uncertain(head, close[0])


def _sought(fact: Fact) -> bool:
    """«أمر بملاحقة المتورطين في قتل القاضي»: what is asked for is no killing, which is told as done."""
    harm = fact.event is not None and (fact.event.type == "ASSAULT" or fact.event.frame in _HARM)
    return fact.doubt == "demanded" and harm


def _hedged(book: Book, head: Fact, body: list[Fact]) -> Iterator[Named]:
    """What a headline states as fact and the text tells only as possible: words under its doubt that no surer claim has."""
    if head.doubt != "actual" or head.denied or head.origin.known or _possible(head) or not _asserts(head):
        return
    sure = frozenset(term for fact in body if not _possible(fact) for term in fact.terms)
    for fact in body:
        if _possible(fact) and (_words(_doubted(book, fact)) & head.terms) - sure:
            yield _uncertain(head, fact)
            return


def _words(terms: frozenset[str]) -> frozenset[str]:
    return frozenset(term for term in terms if not term.startswith("#"))


def _doubted(book: Book, fact: Fact) -> frozenset[str]:
    """What stands right behind the words that tell a thing as possible («يشتبه في أنها فاسدة»)."""
    doubts = possible("ar" if fact.reading.article.language == "ar" else "en") | _MAY
    tokens = fact.tokens
    at = next((index for index, token in enumerate(tokens) if token.norm.removeprefix("و") in doubts), None)
    if at is None:
        return frozenset()
    behind = tokens[at : at + _BEHIND]
    return book.terms(fact.reading, Span(fact.claim.span.article_id, behind[0].span.start, behind[-1].span.end))


def _negates(head: Fact) -> bool:
    return not _NONE_OF.isdisjoint(fold(head.text).split())


def _asserts(head: Fact) -> bool:
    """Whether a headline tells that something happens; «نتائج أولية للقاح» only names what the text is about."""
    tokens = (token for token in head.reading.tokens if head.claim.span.contains(token.span))
    return head.event is not None or any(
        token.norm[:1] in "يت" and not token.proclitics and len(token.norm) > _STEM for token in tokens
    )


def _possible(fact: Fact) -> bool:
    """Whether a claim is told as possible only: «قد يخفض», «يشتبه في أنها»."""
    # The month of May is no doubt.
    said = [*("" if word.strip(",.") == "May" else fold(word) for word in fact.text.split()), "", ""]
    doubts = possible("ar" if fact.reading.article.language == "ar" else "en")
    return any(
        (word.removeprefix("و") in doubts and not _of_somebody(word, *said[at + 1 : at + 3]))
        or (word in _MAY and said[at + 1][:1] in _IMPERFECT and not _HAD & set(said[max(0, at - _NEAR_HAD) : at]))
        for at, word in enumerate(said[:-2])
    )


def _of_somebody(word: str, after: str, then: str) -> bool:
    """«أوقفت رجلا يشتبه في ضلوعه»، "suspected gunmen": who is suspected, and not whether it happened («يشتبه في تلوثها»)."""
    if word in _BELIEFS:
        return after in _THEM or (after, then) == ("to", "be")
    if word not in _SUSPECTS or after in _OF_IT:
        return False
    return after != "في" or then in _THEM or then.startswith(_parts_in())


@cache
def _parts_in() -> tuple[str, ...]:
    """Beginnings of what somebody is suspected of («في ضلوعه»)."""
    return tuple(fold(row["word"]) for row in table("ar", "firmness_words").rows if row["sign"] == "part")


@cache
def possible(language: str) -> frozenset[str]:
    """Words that tell a thing as possible, suspected or expected, folded."""
    return frozenset(fold(row["word"]) for row in table(language, "firmness_words").rows if row["sign"] == "maybe")


def _uncertain(head: Fact, fact: Fact) -> Named:
    detail = Said(
        f"عنوان {outlet(head)} يقطع بما لا يقطع به متنه: {words(head)}، وفي المتن: {words(fact)}.",
        f"The headline of {head.outlet} states as fact what its text does not: {words(head)}; the text: {words(fact)}.",
    )
    values = (value(head, text=head.text, modality="actual"), value(fact, text=fact.text, modality=fact.doubt))
    return Named(Comparison("headline_vs_body", "differ", 0.3, detail, values), (head, fact))
