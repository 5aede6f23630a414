"""Headlines that tell the whole where the text leaves something out, or as done what it says did not come to be."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ..lang.tables import Phrases, listed
from ..model import Comparison, Said, Span, Token
from .book import Book
from .fact import Fact
from .names.naming import Named
from .say import outlet, value, words
from .similarity import same_event

# What did not come to be stands within this many words behind the words that say so.
_SCOPE = 5
# Words that a headline shares with a claim that tells «معظم» of the thing.
_MOST = 2
# An imperfect verb opens with one of these and is longer than this.
_IMPERFECT, _STEM = frozenset("يت"), 3
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
    whole = _found(head, "all") and not told_whole
    for before, fact in zip((None, *body), body) if whole else ():
        if _less(head, fact, before):
            yield _named(head, fact, "الكل", "بعضه", "all of it", "some")
            return
    for fact in body:
        if not _found(head, "undone") and _undone(book, head, fact, body):
            yield _named(head, fact, "ما كان", "ما لم يقع", "what was done", "what did not come about")
            return


def _less(head: Fact, fact: Fact, before: Fact | None) -> bool:
    """Whether a claim tells what is left of the headline's whole, itself or by a number behind what tells of it, or most
    of it."""
    own, around = _words(head.terms & fact.terms), _words(head.terms & fact.around)
    if before is not None and fact.figures:
        around |= _words(head.terms & before.terms)
    if fact.doubt == "actual" and _found(fact, "left") and (own or (around and fact.figures)):
        return True
    return bool(_found(fact, "most")) and (same_event(head, fact) or len(own) >= _MOST)


def _words(terms: frozenset[str]) -> frozenset[str]:
    return frozenset(term for term in terms if not term.startswith("#"))


def _undone(book: Book, head: Fact, fact: Fact, body: list[Fact]) -> bool:
    """Whether a claim says of the headline's act that it was tried, failed, or left undone, and none that it was done."""
    tokens = fact.tokens
    acts = _acts(book, head)
    for last in _found(fact, "undone"):
        scope = tokens[last : last + _SCOPE]
        act = acts & book.terms(fact.reading, _over(scope)) if scope else frozenset()
        if act:
            sure = (
                other for other in body if not _found(other, "undone") and other.affirms and other.doubt == "actual"
            )
            return not any(act & other.terms for other in sure)
    return False


def _acts(book: Book, head: Fact) -> frozenset[str]:
    """What a headline tells as done: its event, or its first verb or noun of an act, and what is the same act."""
    tokens = head.tokens
    verbs = [t for t in tokens if t.norm[:1] in _IMPERFECT and not t.proclitics and len(t.norm) > _STEM]
    spans = [token.span for token in verbs[:1] or tokens[:1]]
    spans += [head.event.trigger] if head.event else []
    acts = frozenset(term for span in spans for term in book.terms(head.reading, span))
    return acts | {_KIN[term] for term in acts if term in _KIN}


def _over(tokens: list[Token]) -> Span:
    return Span(tokens[0].span.article_id, tokens[0].span.start, tokens[-1].span.end)


def _found(fact: Fact, kind: str) -> list[int]:
    """Behind which words of a claim phrases of one kind of ``headline_words.tsv`` end."""
    tokens = fact.tokens
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
