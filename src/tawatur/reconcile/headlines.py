"""A headline, or a deck, against the text below it: another number, another actor, more certainty."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from ..model import Comparison, Said
from .book import Book, Fact
from .comparable import by_words, overlapping
from .compare import actors, doers
from .figures import Figure, figures
from .naming import Named
from .outcomes import subject
from .say import outlet, value, words
from .similarity import likeness, same_event
from .tallies import value_of

# The text must tell of the headline's event in words about this like.
_SAME = 0.5
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
        yield from _numbers([f for f in mine if f.fact.head], [f for f in mine if not f.fact.head])
        for head in heads:
            yield from _against(book, head, body)


def _numbers(heads: list[Figure], body: list[Figure]) -> Iterator[Named]:
    """A headline's number that no number of the text, and no sum of them, bears out."""
    for head in heads:
        if head.lone:
            continue
        own = [figure for figure in body if by_words(head, figure) is not None and _one_noun(head, figure)]
        if not own or any(overlapping(head, figure) for figure in own) or _added_up(head, own):
            continue
        near = max(own, key=lambda figure: len(head.context & figure.context) + len(head.names & figure.names))
        detail = Said(
            f"عنوان {outlet(head.fact)} يقول «{head.text}»، ومتنه يقول «{near.text}» ({subject(head, 'ar')}).",
            f"The headline of {head.fact.outlet} says «{head.text}», its text «{near.text}» "
            f"(the {subject(head, 'en')}).",
        )
        comparison = Comparison("headline_vs_body", "differ", 0.0, detail, (value_of(head), value_of(near)))
        yield Named(comparison, (head.fact, near.fact))


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
    unsure = [fact for fact in close if fact.doubt != "actual" or fact.denied]
    if close and unsure == close and head.doubt == "actual" and not head.denied:
        fact = close[0]
        detail = Said(
            f"عنوان {outlet(head)} يقطع بما لا يقطع به متنه: {words(head)}، وفي المتن: {words(fact)}.",
            f"The headline of {head.outlet} states as fact what its text does not: {words(head)}; the text: {words(fact)}.",
        )
        values = (value(head, text=head.text, modality="actual"), value(fact, text=fact.text, modality=fact.doubt))
        yield Named(Comparison("headline_vs_body", "differ", 0.3, detail, values), (head, fact))
