"""Headlines that tell the whole where the text leaves something out, or as done what it says did not come to be."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ..lang.tables import Phrases, listed
from ..model import Comparison, Said, Span, Token
from .book import Book, Fact, inside
from .naming import Named
from .say import outlet, value, words
from .similarity import same_event

# What did not come to be stands within this many words behind the words that say so.
_SCOPE = 5
# Words that a headline shares with a claim that tells «معظم» of the thing.
_MOST = 2
# A word of so many letters keeps its first.
_SHORT = 2
# Acts of which one cannot be done where the other is not, by their concepts.
_KIN = {"raid": "enter", "enter": "raid", "burn": "fire", "fire": "burn", "release": "free", "arrive": "enter"}


def overstated(book: Book, head: Fact, body: list[Fact]) -> Iterator[Named]:
    """The first claim of the text that leaves out some of what its headline has as the whole, or says that it was not
    done."""
    if head.doubt != "actual" or head.denied:
        return
    told_whole = any(_found(fact, "all") and _words(head.terms & fact.terms) for fact in body)
    for fact in body if _found(head, "all") and not told_whole else ():
        if _less(head, fact):
            yield _named(head, fact, "الكل", "بعضه", "all of it", "some")
            return
    for fact in body:
        if not _found(head, "undone") and _undone(book, head, fact, body):
            yield _named(head, fact, "ما كان", "ما لم يقع", "what was done", "what did not come about")
            return


def _less(head: Fact, fact: Fact) -> bool:
    """Whether a claim tells what is left of the headline's whole, itself or by a number in its sentence, or most of it."""
    own, around = _words(head.terms & fact.terms), _words(head.terms & fact.around)
    if fact.doubt == "actual" and _found(fact, "left") and (own or (around and fact.figures)):
        return True
    return bool(_found(fact, "most")) and (same_event(head, fact) or len(own) >= _MOST)


def _words(terms: frozenset[str]) -> frozenset[str]:
    return frozenset(term for term in terms if not term.startswith("#"))


def _undone(book: Book, head: Fact, fact: Fact, body: list[Fact]) -> bool:
    """Whether a claim says of the headline's act that it was tried, failed, or left undone, and none that it was done."""
    act = book.terms(head.reading, head.event.trigger) if head.event else frozenset()
    act |= {_KIN[term] for term in act if term in _KIN}
    tokens = inside(fact.reading, fact.claim.span)
    for last in _found(fact, "undone"):
        scope = tokens[last : last + _SCOPE]
        if scope and act & book.terms(fact.reading, _over(scope)):
            return not any(act & other.terms and not _found(other, "undone") and not other.denied for other in body)
    return False


def _over(tokens: list[Token]) -> Span:
    return Span(tokens[0].span.article_id, tokens[0].span.start, tokens[-1].span.end)


def _found(fact: Fact, kind: str) -> list[int]:
    """Behind which words of a claim phrases of one kind of ``headline_words.tsv`` end."""
    tokens = inside(fact.reading, fact.claim.span)
    said = [token.norm if token.kind == "word" else "" for token in tokens]
    phrases = _phrases(_language(fact), kind)
    # «ولا تزال», «فيما ظل»: what joins the claim to the one before.
    bare = [word[1:] if word[:1] in ("و", "ف") and len(word) > _SHORT else word for word in said]
    return [match.last for words in (said, bare) for match in phrases.all(words)]


def _language(fact: Fact) -> str:
    return "ar" if fact.reading.article.language == "ar" else "en"


@cache
def _phrases(language: str, kind: str) -> Phrases[bool]:
    return Phrases(dict.fromkeys(listed("headline_words", kind, language), True), folded=True)


def _named(head: Fact, fact: Fact, ar: str, but_ar: str, en: str, but_en: str) -> Named:
    detail = Said(
        f"عنوان {outlet(head)} يقول {ar}: {words(head)}، ومتنه يقول {but_ar}: {words(fact)}.",
        f"The headline of {head.outlet} tells {en}: {words(head)}; its text {but_en}: {words(fact)}.",
    )
    values = (value(head, text=head.text), value(fact, text=fact.text))
    return Named(Comparison("headline_vs_body", "differ", 0.3, detail, values), (head, fact))
