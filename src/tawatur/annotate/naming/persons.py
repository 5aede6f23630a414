"""Titles: what stands before or after a person's name, and offices named without the person."""

from __future__ import annotations

from functools import cache, lru_cache

from ...lang.clitics import counts, name_lists
from ...lang.normalise import fold
from ...lang.surface import definite, proclitic
from ...lang.tables import listed, table, vocabulary
from ...model import Token
from ..happenings.acts import act_pattern
from ..speech.sayings import function_words, verbs
from .bodies import CHILD, Body, describing, joins_matter, nationality, second_matter

# An office with its body is at most this long in front of a name («المتحدث باسم وزارة الخارجية الأمريكية»).
_LONGEST = 9
_LINKS = listed("name_company", "office_link", "ar")
_LONGEST_NAME = 3
# … and has this many bare nouns in it.
_BARE = 2
_SECOND_WORDS = listed("name_company", "rank_second", "ar")
_OF_GOD = listed("name_company", "god", "ar")
CALLED = listed("name_company", "called", "ar")
_NAMES_TOO = listed("name_company", "name_too", "ar")
# A form met this often in a hundred thousand words of news is a word of the language.
_COMMON = 12


@cache
def titles() -> dict[str, bool]:
    """Title words by stem; True where a name may follow the bare word."""
    return {fold(row["title"]): row["name"] == "yes" for row in table("ar", "titles").rows}


def is_title(token: Token) -> bool:
    """Whether a word is a title; «أمام» is no «إمام», though folded they are one."""
    return token.stem in titles() and not (token.stem in _below() and "أ" in token.surface[:2])


@cache
def _below() -> frozenset[str]:
    """Titles that are written with a hamza below."""
    return frozenset(fold(row["title"]) for row in table("ar", "titles").rows if row["title"].startswith("إ"))


def title_before(tokens: tuple[Token, ...], first: int, floor: int, named: frozenset[int]) -> int | None:
    """Where the title begins that leads up to the name at ``first``, not before ``floor``; None without one."""
    begin = None
    index = first - 1
    plain = 0
    while index >= max(floor, first - _LONGEST):
        token = tokens[index]
        if token.kind != "word":
            break
        if is_title(token):
            begin = index
            plain = 0
        elif joins_matter(tokens, index):
            index -= 1
            continue
        elif not (_completes(token) or _for(token) or index in named or token.norm in _LINKS):
            # «رئيس حي المطرية السابق»: a bare noun inside the office, if an office stands before it.
            plain += 1
            if plain > _BARE or index == first - 1 or not _bare_noun(token):
                break
        if proclitic(token) and token.norm not in _LINKS and index not in named and not _for(token):
            break
        index -= 1
    return begin


def office_between_commas(tokens: tuple[Token, ...], first: int, last: int) -> int | None:
    """Where an office ends that a comma opens at ``first`` and another mark closes («…، الرئيس الأسبق للحي، …»)."""
    if not is_title(tokens[first]) or tokens[first].proclitics not in ((), ("ال",)):
        return None
    for index in range(first + 1, min(last, first + _LONGEST + 1)):
        token = tokens[index]
        if token.kind == "punct":
            return index
        inside = definite(token) or token.norm in _LINKS or _completes(token) or _for(token) or _bare_noun(token)
        if not inside or token.proclitics[:1] in (("و",), ("ف",)):
            return None
    return None


def _for(token: Token) -> bool:
    """«لمدينة صفاقس», «ببنك الدلتا»: the office's place behind a joined letter."""
    return token.kind == "word" and token.proclitics[:1] in (("ل",), ("ب",))


def _bare_noun(token: Token) -> bool:
    """An indefinite word that is neither grammar nor a verb."""
    if token.kind != "word" or token.proclitics:
        return False
    forms = {token.norm, token.stem}
    return forms.isdisjoint(function_words()) and forms.isdisjoint(verbs())


def office(tokens: tuple[Token, ...], index: int, last: int, bodies: dict[int, Body]) -> int | None:
    """Where an office ends that begins at ``index`` («وزير الدفاع السوري»، «قائد القيادة المركزية»)."""
    if not is_title(tokens[index]) or tokens[index].enclitics:
        return None
    end = index + 1
    if definite(tokens[index]) and titles()[tokens[index].stem] and end < last and _family(tokens, end, bodies):
        return end
    while end < min(last, index + _LONGEST):
        token = tokens[end]
        if end in bodies and not (proclitic(token) and token.norm not in _LINKS and token.proclitics[0] in "وف"):
            end = bodies[end].last
        elif (token.norm in _LINKS and end + 1 in bodies) or _completes(token) or _on_behalf(token):
            end += 1
        elif (further := second_matter(tokens, end, last)) > end:
            end = further
        else:
            break
    return end


def _on_behalf(token: Token) -> bool:
    """«المتحدث باسمها»."""
    return token.stem == "اسم" and "ب" in token.proclitics and bool(token.enclitics)


def family_name(token: Token) -> bool:
    """A definite word in ي behind a name is the bearer's family («ناصر مبارك الكعبري»), unless it tells a nation."""
    shaped = definite(token) and not proclitic(token) and token.kind == "word" and token.stem.endswith("ي")
    return shaped and token.stem not in nationality() and token.stem not in describing()


def surname(token: Token) -> bool:
    """A word with the article alone that may be a family's name: of no nation, no day of the week and no office."""
    plain = definite(token) and token.proclitics == ("ال",) and not token.enclitics
    forms = {token.stem, f"ال{token.stem}"}
    return plain and forms.isdisjoint(nationality()) and forms.isdisjoint(_never_families())


@cache
def _never_families() -> frozenset[str]:
    """Days, and what a title is told with besides («السابق»)."""
    return vocabulary("weekdays", "ar", column="name") | listed("name_company", "no_family", "ar") | describing()


def child_of(tokens: tuple[Token, ...], end: int, last: int) -> int:
    """Where a name ends that goes on with whose child its bearer is («خديجة منت محمدن»، «سيدنا ولد الطيب»)."""
    while end + 1 < last and tokens[end].norm in CHILD and tokens[end + 1].kind == "word":
        end += 2
    return end


def _completes(token: Token) -> bool:
    """Whether a word goes on with an office: definite, a nationality, or a rank's second word."""
    if token.kind != "word" or proclitic(token):
        return False
    return definite(token) or token.stem in nationality() or token.stem in _SECOND_WORDS


def _family(tokens: tuple[Token, ...], index: int, bodies: dict[int, Body]) -> bool:
    """«الرئيس الشرع»: a definite word behind a definite title is an adjective of it or the holder's name."""
    token = tokens[index]
    shaped = token.stem in nationality() or token.stem.endswith(("ي", "يه", "ين", "ون"))
    return definite(token) and not proclitic(token) and not shaped and index not in bodies


def given_name(token: Token, first: bool) -> bool:
    """On the list of common personal names, and not half as common as a word of news."""
    if token.kind != "word" or token.enclitics or definite(token) or (token.proclitics and not first):
        return False
    return _common_given(token.stem if first else token.norm)


@lru_cache(maxsize=16384)
def _common_given(form: str) -> bool:
    lists = name_lists().get(form, "")
    listed = form in _given() or (("N" in lists or {"n", "a"} <= set(lists)) and "L" not in lists)
    return listed and form not in function_words() and form not in verbs()


@cache
def _given() -> frozenset[str]:
    return vocabulary("given_names", "ar", column="name")


def of_family(token: Token) -> bool:
    plain = definite(token) and token.proclitics == ("ال",) and not token.enclitics
    shaped = token.stem in nationality() or token.stem in _heads_of_bodies()
    return (
        plain and not shaped and counts().get("ال" + token.stem, 0) < _COMMON and counts().get(token.stem, 0) < _COMMON
    )


@cache
def _heads_of_bodies() -> frozenset[str]:
    return vocabulary("org_heads", "ar", column="head")


def unheard(token: Token) -> bool:
    """A bare word never met in news, right behind a name, is more of the name (إيريك لندكفست).

    Not a word in the shape of a verb, a plural or an adjective. What looks like a proclitic on an unknown stem is more
    likely the name's first letter.
    """
    forms = {token.norm, token.stem}
    shaped = token.norm.startswith(("ي", "ت")) or token.norm.endswith(("وا", "ون", "ين", "تا", "يه", "لا", "ان"))
    bare = token.kind == "word" and len(token.norm) > 3 and not token.enclitics and not shaped
    joined = len(token.proclitics) > 1 or token.proclitics in (("و",), ("ال",)) or _deed(token)
    known = (counts(), function_words(), verbs())
    forms.add(token.norm.removesuffix("ا"))  # «دشن عزيز أخنوش مصنعا»
    return bare and not joined and all(forms.isdisjoint(several) for several in known)


def _no_bearer(token: Token, first: bool) -> bool:
    """«الرئيس يقيل رئيسة الحكومة»: a verb behind an office, or another office."""
    verbal = first and token.norm.startswith("ي") and not definite(token) and token.norm not in name_lists()
    if first and (_describes(token) or (token.norm.endswith("ا") and act_pattern(token.norm.removesuffix("ا")))):
        return True  # «النائب السابق»، «السفير احتجاجا»
    return verbal or (token.stem in titles() and not definite(token) and token.stem not in _NAMES_TOO)


def _describes(token: Token) -> bool:
    """«السابق», «الحالي»: an adjective with its article that is of an office and no name."""
    return definite(token) and token.stem in describing()


def _deed(token: Token) -> bool:
    """«قاضي التحقيق بإيداع»: a preposition with a noun in the shape of a deed."""
    stem = token.stem
    return token.proclitics == ("ب",) and len(stem) > 4 and stem[0] == "ا" and stem[-2] == "ا"


def of_title(token: Token, before: Token) -> bool:
    """Whether a word at the head of a name is still of the title: «المهندس»، «أول» behind a rank."""
    styled = definite(token) and token.stem in titles() and token.stem not in _NAMES_TOO
    return styled or (token.stem in _SECOND_WORDS and before.stem in titles())


def gods(tokens: tuple[Token, ...], index: int) -> bool:
    """«هناء قسم الله»، «صلاح الدين»: the second word of a name that ends in God's or the faith's."""
    return tokens[index].norm in _OF_GOD and not definite(tokens[index - 1])


def name_after(tokens: tuple[Token, ...], index: int, last: int, plain: frozenset[str]) -> int:
    """Where a name ends that begins at ``index`` behind a rank: words that are not ``plain`` words of the language."""
    end = index
    while end < min(last, index + _LONGEST_NAME):
        token = tokens[end]
        common = token.norm in plain or token.stem in plain or token.norm in function_words()
        joined = proclitic(token) and not unheard(token)
        # «الرئيس الشرع» may be a name, «المخرجة الجائزة» is none.
        bearer = end == index and definite(token) and not token.norm.endswith("ه")
        common = common and not bearer and not (end > index and gods(tokens, end))
        if token.kind != "word" or joined or common or _no_bearer(token, end == index):
            break
        end += 1
    return end
