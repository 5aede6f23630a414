"""A headline, or a deck, against the text below it: another number, another actor, more certainty."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations, pairwise

from ..lang.normalise import fold
from ..lang.tables import table
from ..model import Comparison, Said
from .actors import actors, doers
from .asides import aside
from .book import Book, Fact
from .comparable import by_words, overlapping
from .figures import Figure, figures
from .naming import Named
from .outcomes import subject
from .say import outlet, value, words
from .similarity import likeness, same_event
from .tallies import value_of

# The text must tell of the headline's event in words about this like.
_SAME = 0.5
# A headline's number is its text's where the claims are at all alike, and the same where they differ by less than this.
_NEAR = 0.2
_ROUND = 0.005
# Words that a headline and a claim of its text must share to tell of one thing.
_TOLD = 2
# «قد» before an imperfect tells a possibility; before a perfect it tells what has been.
_MAY = frozenset(("قد", "وقد"))
_STEM = 3
_STANDING = frozenset(("actual", "planned"))
_NONE_OF = frozenset(("لا", "بلا", "دون", "بدون", "no", "without"))
# Words that suspect somebody, unless what follows says that it is the thing («يشتبه بأنها فاسدة»).
_SUSPECTS = frozenset(("يشتبه", "suspected", "alleged"))
_OF_IT = frozenset(("بان", "بانه", "بانها", "انها", "انه", "ان", "to"))
_IMPERFECT = frozenset("يتن")
# Sums of more figures of one text than this are not tried.
_SUMMED = 6


def headlines(book: Book) -> Iterator[Named]:
    """What each report's headline says that its own text says otherwise."""
    all_figures = figures(book)
    for number in range(len(book.readings)):
        facts = [fact for fact in book.facts if fact.report == number]
        heads = [fact for fact in facts if fact.head]
        body = [fact for fact in facts if not fact.head]
        mine = [figure for figure in all_figures if figure.fact.report == number]
        yield from _numbers(book, [f for f in mine if f.fact.head], [f for f in mine if not f.fact.head])
        for head in heads:
            found = list(_against(book, head, body))
            yield from found or _hedged(head, body)


def _numbers(book: Book, heads: list[Figure], body: list[Figure]) -> Iterator[Named]:
    """A headline's number that no number of the text, and no sum of them, bears out."""
    for head in heads:
        if head.lone:
            continue
        own = [figure for figure in body if by_words(head, figure) is not None and _one_noun(head, figure)]
        if (
            not own
            or any(overlapping(head, figure) or _rounded(head, figure) for figure in own)
            or _added_up(head, own)
        ):
            continue
        near = max(own, key=lambda figure: likeness(book, head.fact, figure.fact).score)
        if aside(near.fact) or likeness(book, head.fact, near.fact).score < _NEAR:
            continue
        detail = Said(
            f"عنوان {outlet(head.fact)} يقول «{head.text}»، ومتنه يقول «{near.text}» ({subject(head, 'ar')}).",
            f"The headline of {head.fact.outlet} says «{head.text}», its text «{near.text}» "
            f"(the {subject(head, 'en')}).",
        )
        comparison = Comparison("headline_vs_body", "differ", 0.0, detail, (value_of(head), value_of(near)))
        yield Named(comparison, (head.fact, near.fact))


def _rounded(head: Figure, figure: Figure) -> bool:
    """«104 ملايين برميل» over a text with 104.2."""
    low, high = (f.low or 0.0 for f in (head, figure))
    return head.low == head.high and figure.low == figure.high and 0 < abs(low - high) < _ROUND * high


def _one_noun(head: Figure, figure: Figure) -> bool:
    """Whether numbers whose fate is not told count the same; «حالة» may be a case where «شخصا» is one of the dead."""
    return head.fate != "other" or bool(head.measure) or bool(head.what & figure.what)


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
    with_actor = [fact for fact in close if doers(book, fact)]
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
    unsure = [fact for fact in close if fact.doubt not in _STANDING or fact.denied]
    if close and unsure == close and head.doubt == "actual" and not head.denied and not _negates(head):
        yield _uncertain(head, close[0])


def _hedged(head: Fact, body: list[Fact]) -> Iterator[Named]:
    """What a headline states as fact and the text tells only as possible: words that no surer claim of it has."""
    if head.doubt != "actual" or head.denied or head.origin.known or _possible(head) or not _asserts(head):
        return
    sure = frozenset(term for fact in body if not _possible(fact) for term in fact.terms)
    for fact in body:
        common = {term for term in head.terms & fact.terms if not term.startswith("#")}
        if _possible(fact) and len(common) >= _TOLD and common - sure:
            yield _uncertain(head, fact)
            return


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
    said = fold(fact.text).split()
    doubts = possible("ar" if fact.reading.article.language == "ar" else "en")
    return any(
        (word.removeprefix("و") in doubts and not _of_somebody(word, after))
        or (word in _MAY and after[:1] in _IMPERFECT)
        for word, after in pairwise([*said, " "])
    )


def _of_somebody(word: str, after: str) -> bool:
    """«أوقفت رجلا يشتبه في ضلوعه»، "suspected gunmen": who is suspected, and not whether it happened."""
    return word in _SUSPECTS and after not in _OF_IT


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
