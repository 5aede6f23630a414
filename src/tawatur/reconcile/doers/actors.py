"""Who did it: two doers of one deed, by the bodies, the people and the arguments of events that two claims name."""

from __future__ import annotations

from functools import cache, lru_cache

from ...lang.matching import match_names
from ...lang.matching import words as name_words
from ...lang.nations import nation
from ...lang.normalise import fold
from ...lang.tables import listed, table
from ...model import Comparison, Mention, Said, Span
from ...story.roots import root
from ..book import Book
from ..fact import Fact
from ..facts import fillers
from ..links import heads
from ..names.roles import akin, office
from ..say import outlet, value
from ..similarity import likeness, overlap, same_event
from .agencies import BY, agency, kind_of
from .agencies import apart as of_two_kinds

# Likely enough claims of one act by two bodies: the bodies themselves are words that they do not share.
_ONE_ACT = 0.3
# What two sides do together: naming one of them is no other actor.
_MUTUAL = frozenset(("AGREE", "CONSULT", "COOPERATE"))
# How likely two claims tell of one thing for their subjects to be compared by name, and how many words may stand
# before a subject: a verb, and «زوارق» or «عناصر».
_SURELY, _LIKELY = 0.8, 0.5
_BEFORE_SUBJECT = 2
# Letters before a name in which its preposition stands, and those that tell where a thing was.
_LEADS = 12
_WHERE = listed("doer_words", "where")
# The class of all bodies that keep order, for which one of them may be named.
_FORCES = "security"
_LED = listed("doer_words", "led")


def actors(book: Book, left: Fact, right: Fact) -> Comparison | None:
    """Who did it. A country is its forces and a ministry its minister; an alliance is more than its member."""
    found = (
        _bodies(book, left, right)
        or _people(book, left, right)
        or _named_bodies(book, left, right)
        or _countries(left, right)
    )
    if found is not None:
        return found
    ours, theirs = doers(book, left), doers(book, right)
    if not same_event(left, right) or not ours or not theirs or ours & theirs:
        return None
    if not (left.targets & right.targets or overlap(book, left, right) >= 0.3):
        return None
    if left.event is None or left.event.type in _MUTUAL:
        return None
    names = tuple(_actor_words(book, fact) for fact in (left, right))
    if not all(names) or one_name(*names) or one_force(*names):
        return None
    values = (value(left, text=names[0]), value(right, text=names[1]))
    nations = tuple(_nations(book, agents) for agents in (ours, theirs))
    alliance = [_alliance(name) for name in names]
    if alliance[0] == alliance[1]:
        if nations[0] & nations[1]:
            return None
        if any(key.startswith("nation:") for key in ours | theirs) and not (nations[0] and nations[1]):
            return None
    note = Said("", "")
    if alliance[0] != alliance[1]:
        whole, member = (names[0], names[1]) if alliance[0] else (names[1], names[0])
        note = Said(
            f" «{whole}» تحالف من أطراف عدة، و«{member}» طرف بعينه.",
            f" «{whole}» is an alliance of several, «{member}» one party.",
        )
    said = two_actors(left, right, *names)
    detail = Said(f"{said.ar}{note.ar}", f"{said.en}{note.en}")
    return Comparison("actor", "differ", 0.2, detail, values)


def one_force(left: str, right: str) -> bool:
    """«الجيش السوداني»، «القوات المسلحة السودانية»: one kind of body, or «القوات الأمنية» and «شرطة
    ديالى», of one country where both say which."""
    kinds = [kind_of(name) for name in (left, right)]
    countries = [{code for word in name.split() if (code := nation(word))} for name in (left, right)]
    several = kinds[0] is not None and kinds[1] is not None and not of_two_kinds(kinds[0], kinds[1])
    one_kind = several and (kinds[0] == kinds[1] or _FORCES in kinds)
    return one_kind and (not all(countries) or bool(countries[0] & countries[1]))


def _bodies(book: Book, left: Fact, right: Fact) -> Comparison | None:
    """Two kinds of bodies for one act: «الشرطة» and «الجيش»."""
    one, other = agency(book, left), agency(book, right)
    if one is None or other is None or not of_two_kinds(one.kind, other.kind) or left.doubt != right.doubt:
        return None
    if not (left.frames & right.frames or overlap(book, left, right) >= _ONE_ACT or _translated(book, left, right)):
        return None
    names = [left.at(one.span), right.at(other.span)]
    values = (value(left, text=names[0], span=one.span), value(right, text=names[1], span=other.span))
    return Comparison("actor", "differ", 0.2, two_actors(left, right, names[0], names[1]), values)


def _people(book: Book, left: Fact, right: Fact) -> Comparison | None:
    """The one person that either claim names, and of whom the other's report does not speak: two of one kind of office
    («وزير الكهرباء فلان»، «وكيل وزارة الكهرباء فلان»)."""
    one, other = _only_person(book, left, right), _only_person(book, right, left)
    if one is None or other is None or left.doubt != right.doubt:
        return None
    names = [left.at(one.span), right.at(other.span)]
    if match_names(names[0], names[1], "PERSON"):
        return None
    values = (value(left, text=names[0], span=one.span), value(right, text=names[1], span=other.span))
    if words_shared(*names):
        return None  # two names of one person, which people.py tells
    kin = akin(one.role_title or "", other.role_title or "")
    if not kin and not (_surely_one(book, left, right) and opens(left, one) and opens(right, other)):
        return None
    countries = [office(m.role_title or "").countries for m in (one, other)]
    if all(countries) and not countries[0] & countries[1]:
        return None  # what two countries' ministers sign, both have signed
    return Comparison("actor", "differ", 0.2, two_actors(left, right, names[0], names[1]), values)


def _named_bodies(book: Book, left: Fact, right: Fact) -> Comparison | None:
    """«ضبطت هيئة المنافذ»، «أحبط جهاز الأمن الوطني»: a body that either claim opens with, of which the other's report
    does not speak."""
    if left.doubt != right.doubt or left.denied or right.denied or not _surely_one(book, left, right):
        return None
    if any(fact.event is not None and fact.event.type in _MUTUAL for fact in (left, right)):
        return None
    one, other = _only_body(book, left, right), _only_body(book, right, left)
    if one is None or other is None:
        return None
    names = [left.at(one.span), right.at(other.span)]
    kinds = [kind_of(name) for name in names]
    if one_name(*names) or (kinds[0] and kinds[1] and not of_two_kinds(kinds[0], kinds[1])):
        return None
    # «هيئة المنافذ»، «مديرية المنافذ»: what they are over is one; only the noun may be another.
    over = [{root(word) for word in name_words(name) if not nation(word)} - _body_nouns() for name in names]
    if over[0] & over[1]:
        return None
    if any(word in listed("doer_words", "ministry") for name in names for word in name_words(name)[:1]):
        # A ministry has directorates and forces of its own.
        return None
    values = (value(left, text=names[0], span=one.span), value(right, text=names[1], span=other.span))
    return Comparison("actor", "differ", 0.2, two_actors(left, right, names[0], names[1]), values)


def _countries(left: Fact, right: Fact) -> Comparison | None:
    """«توسطت عمان»، "after mediation by Djibouti": the one country that either claim names as anything but where it was,
    of which the other's report does not speak."""
    if left.doubt != right.doubt or left.denied or right.denied:
        return None
    ours, theirs = _only_country(left, right), _only_country(right, left)
    if ours is None or theirs is None:
        return None
    names = [left.at(ours.span), right.at(theirs.span)]
    values = (value(left, text=names[0], span=ours.span), value(right, text=names[1], span=theirs.span))
    return Comparison("actor", "differ", 0.2, two_actors(left, right, names[0], names[1]), values)


def _only_country(fact: Fact, other: Fact) -> Mention | None:
    text = fact.reading.article.text
    found: dict[str, Mention] = {}
    for mention in fact.reading.mentions:
        if mention.kind == "GPE" and mention.form == "name" and fact.claim.span.contains(mention.span):
            code = next((code for word in name_words(mention.span.of(text)) if (code := nation(word))), None)
            before = fold(text[: mention.span.start][-_LEADS:]).split()[-1:]
            if code and not set(before) & _WHERE:
                found.setdefault(code, mention)
    # Most claims name none, and need not be asked what else the other's report speaks of.
    tokens = other.reading.tokens if found else ()
    elsewhere = {code for token in tokens if (code := nation(token.norm) or nation(token.stem))}
    alone = [mention for code, mention in found.items() if code not in elsewhere]
    return alone[0] if len(alone) == 1 else None


@cache
def _body_nouns() -> frozenset[str]:
    return frozenset(map(root, heads()))


def _surely_one(book: Book, left: Fact, right: Fact) -> bool:
    """Whether two claims of one language tell of one thing surely enough for who is named in their subjects."""
    one_language = left.reading.article.language == right.reading.article.language
    return one_language and likeness(book, left, right).score >= _SURELY


def _translated(book: Book, left: Fact, right: Fact) -> bool:
    """Whether claims of two languages, which share few words, tell of one thing."""
    foreign = left.reading.article.language != right.reading.article.language
    return foreign and likeness(book, left, right).score >= _LIKELY


def _only_body(book: Book, fact: Fact, other: Fact) -> Mention | None:
    """The body in a claim's subject that the other's report does not name."""
    elsewhere = {book.entity_of.get(m.entity or "", m.entity) for m in other.reading.mentions}
    named = (m for m in fact.reading.mentions if m.kind == "ORG" and m.form == "name")
    # «وزير الخارجية المصري» names the minister.
    offices = [m.span for m in fact.reading.mentions if m.kind == "PERSON" and m.form == "nominal"]
    named = (m for m in named if not any(span.overlaps(m.span) for span in offices))
    own = next((m for m in named if fact.claim.span.contains(m.span) and opens(fact, m)), None)
    known = own is None or book.entity_of.get(own.entity or "", own.entity) in elsewhere
    return None if known or own is None or len(name_words(own.span.of(fact.reading.article.text))) < 2 else own


def opens(fact: Fact, mention: Mention) -> bool:
    """Whether a name, or the title before it, stands right behind the word that a claim opens with, or opens it."""
    text, start = fact.reading.article.text, fact.claim.span.start
    title = text.rfind(mention.role_title, start, mention.span.start) if mention.role_title else -1
    before = text[start : title if title >= 0 else mention.span.start].split()
    return len(before) <= _BEFORE_SUBJECT and not set(map(fold, before)) & _LED


def by_preposition(fact: Fact, span: Span) -> bool:
    """«على يد فلان»، «من قبل الشرطة»، "by the fund": whether the words right before tell by whom a thing was done."""
    before = [token for token in fact.tokens if token.span.end <= span.start][-_BY_WORDS:]
    norms = [token.norm for token in before]
    if norms[-1:] and (norms[-1] in BY or norms[-2:] == ["by", "the"]):
        return True
    given = [token.stem in _GIVEN for token in before]
    if given[-1:] == [True] and before[-1].proclitics == ("ب",):
        return True  # «بوساطة الأمم المتحدة»
    return any(told and "من" in norms[at:] for at, told in enumerate(given))


# «بتمويل من قطر», «بمنحة من دولة قطر»
_GIVEN = listed("doer_words", "given")
_BY_WORDS = 3


def words_shared(left: str, right: str) -> int:
    """How many words of a name stand in another in some spelling; «عبد» is no name alone."""
    alone = listed("name_company", "compound", "ar")
    a, b = ([word for word in name_words(name) if word not in alone] for name in (left, right))
    return sum(any(match_names(word, x, "PERSON") for x in b) for word in a)


def _only_person(book: Book, fact: Fact, other: Fact) -> Mention | None:
    """The one person with an office and a full name in a claim whom the other's report names nowhere."""
    elsewhere = {book.entity_of.get(m.entity or "", m.entity) for m in other.reading.mentions}
    own = [
        mention
        for mention in fact.reading.mentions
        if mention.kind == "PERSON"
        and mention.form == "name"
        and fact.claim.span.contains(mention.span)
        and book.entity_of.get(mention.entity or "", mention.entity) not in elsewhere
        and len(name_words(mention.span.of(fact.reading.article.text))) > 1
    ]
    return own[0] if len(own) == 1 else None


def two_actors(left: Fact, right: Fact, one: str, other: str) -> Said:
    """The sentence that two reports tell a deed of two doers."""
    return Said(
        f"يختلف الفاعل: {outlet(left)} يقول «{one}»، و{outlet(right)} يقول «{other}».",
        f"The actor differs: {left.outlet} says «{one}», {right.outlet} says «{other}».",
    )


@lru_cache(maxsize=16384)
def one_name(left: str, right: str) -> bool:
    """Whether one name may be the other cut short: «المعارضة»، «تحالف الأمل المعارض»."""
    ours, theirs = (
        {root(word.removeprefix("لل")) for word in name_words(name) if word not in _voices()} for name in (left, right)
    )
    return (ours <= theirs or theirs <= ours) or _voice_of(left, right, ours, theirs)


def _voice_of(left: str, right: str, ours: set[str], theirs: set[str]) -> bool:
    """«الحكومة اليمنية»، «المتحدث باسم الحكومة»: a body and who speaks for it, the country left out."""
    if not {*name_words(left), *name_words(right)} & _voices():
        return False
    plain = [{word for word in name if not nation(word)} for name in (ours, theirs)]
    return plain[0] <= plain[1] or plain[1] <= plain[0]


@cache
def _voices() -> frozenset[str]:
    """Words for who speaks for a body."""
    rows = (row for language in ("ar", "en") for row in table(language, "offices").rows if row["group"] == "voice")
    return listed("doer_words", "voice").union(fold(word) for row in rows for word in row["words"].split("|"))


def doers(book: Book, fact: Fact) -> frozenset[str]:
    """Who does the main thing a claim tells: who it names, or the speaker who tells of himself («أعلن الجيش أنه شن …»)."""
    named = fillers([fact.event], "agent", book.entity_of) if fact.event else frozenset()
    if named or fact.origin.entity is None or not fact.claim.quote:
        return named
    own, name = fold(fact.text).split()[:1], fold(fact.origin.name).split()
    of_her = bool(name) and name[0].endswith("ه")
    return frozenset((fact.origin.entity,)) if set(own) & (_HERSELF if of_her else _HIMSELF) else named


# «وأفادت القيادة أنه قتل» is of somebody else; «أعلن الجيش أنها …» may be of his forces.
_HERSELF, _HIMSELF = listed("doer_words", "herself"), listed("doer_words", "himself")


def _actor_words(book: Book, fact: Fact) -> str:
    argument = fact.event.argument("agent") if fact.event else None
    if argument is None and doers(book, fact):
        return " ".join(fact.origin.name.split())
    return " ".join(argument.text.split()) if argument else ""


def _nations(book: Book, agents: frozenset[str]) -> set[str]:
    found = {key.partition(":")[2] for key in agents if key.startswith("nation:")}
    for key in agents & book.entity.keys():
        entity = book.entity[key]
        names = (entity.name, *(variant.text for variant in entity.variants))
        found |= {code for name in names for word in (name, *name.split()) if (code := nation(word))}
    return found


@cache
def _alliances() -> frozenset[str]:
    rows = (row for language in ("ar", "en") for row in table(language, "alliances").rows)
    return frozenset(fold(row["word"]) for row in rows if not row["partners"])


def _alliance(name: str) -> bool:
    return any(word in _alliances() for word in name_words(name)[:2])
