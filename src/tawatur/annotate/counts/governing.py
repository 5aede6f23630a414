"""Which casualty word governs a count: nearest that fits, before it or after it, or the count it breaks down.

Arabic puts the act first («مقتل 3 جنود», «قتلت القوات 3 مسلحين»), in the noun itself («3 قتلى»), after it
(«ثلاثة جنود قُتلوا») or in a toll («ارتفعت حصيلة القتلى إلى 12»). A preposition of the number's own («في 3
قرى») and a clause word end a cue's reach.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...lang.numerals import adds
from ...lang.tables import listed
from ...model import Token
from ..phrases.clauses import finite
from .counted import Count, Page
from .outcomes import Cue, Meaning, fits, in_set

_REACH = 14
_REACH_AFTER = 6
# «The death toll from Sunday's explosion at a depot near … has risen to 14».
_TOLL_REACH = 26
# Those counted may be in a state already when something else befalls them: «مقتل 3 نازحين».
_STATES = frozenset(("detained", "displaced", "missing"))
# What befell those of whom a count is told to be some.
_SUFFERED = frozenset(("killed", "wounded", "missing", "detained"))
_PEOPLE = frozenset(("person", "body", "group"))
_TOLL_PREPOSITIONS = listed("toll_words", "preposition")
_VERBS = ("verb", "alone", "phrase", "seize")
_THEIR_NUMBER = listed("toll_words", "their_number")
_BY = listed("toll_words", "by")
_BEING = listed("toll_words", "being", "en")
_STOPS = frozenset(";؛.:")
_COMMAS = frozenset(",،")


def resolve(
    page: Page, count: Count, before: Sequence[Count], counts: Sequence[Count], found: Sequence[Cue], first: int
) -> Count:
    """The count with its outcome and the words that say it."""
    if count.unit != "count" or _names(page, count, first):
        return count
    if count.kind == "case":
        # «25 حالة وفاة»: the act follows what is counted.
        act = next((cue for cue in found if count.head is not None and cue.first == count.head + 1), None)
        meaning = next((m for m in act.meanings if m.kind == "masdar"), None) if act else None
        return replace(count, outcome=meaning.outcome, cue=act) if meaning else count
    if before and 0 < page.set("out_of", before[-1].amount.last) == count.amount.first - before[-1].amount.last:
        return count  # "12 of the 30 suspects were released"
    if count.first > first + 1 and page.language == "ar" and _their_number(page, count.first - 1):
        acting = page.noun(count.first - 2)
        hit = any(cue.last == count.first - 2 for cue in found)  # «قتل المسلحون وعددهم 20»
        if acting is not None and acting.noun.kind == "person" and not (acting.noun.outcome or hit):
            return count  # «قتل ثلاثة في هجوم نفذه مسلحون عددهم 20»
    says = count.noun.noun.outcome if count.noun else ""
    if says:
        own = next((cue for cue in found if cue.first == count.head), None)
        if says in _STATES and (later := _overriding(page, count, counts, found, first)):
            return later
        if says == "wounded" and (dead := _died(page, count, counts, found, first)):
            return dead
        mixed = _mixed_after(page, count, found)
        return replace(count, outcome="other" if mixed else says, cue=own)
    for inner in found:
        if count.head is not None and count.head < inner.first < count.end and inner.meanings[0].kind == "noun":
            return replace(count, outcome=inner.meanings[0].outcome, cue=inner)
    outcome, cue = _participle(page, count, found) or _among(page, count, found) or _nearest(page, count, found, first)
    if outcome == "missing" and cue is not None and _lost(page, count, cue):
        outcome = "killed"
    if outcome is None and (whole := _whole(page, count, before, first)):
        outcome, cue = whole.outcome, whole.cue
    if outcome is None:
        outcome, cue = _following(page, count, counts, found)
    if outcome is None:
        outcome, cue = _toll_behind(page, count, found)
    if outcome is None and count.kind == "weapon" and "ب" in count.amount.prefix:
        outcome = "used"
    return _inherit(replace(count, outcome=outcome, cue=cue), before)


def _names(page: Page, count: Count, first: int) -> bool:
    """«الفرقة 101», «القرار 2254», «خطف هدف الفوز في الدقيقة 78»: the number is a name, nothing befell so many; nor so
    many as somebody is old."""
    at = count.amount.first - 1
    if count.head is not None or at < first:
        return False
    if _aside(page, at, count.amount.last):
        return True
    return any(in_set(page.language, name, (page.tokens[at].stem,), 0) for name in ("label", "moment"))


def _aside(page: Page, before: int, behind: int) -> bool:
    """«سالم القريتلي (38)», "Ali Hassan, 38, was killed": a number set off behind a name."""
    marks = page.norms[before], page.norms[behind] if behind < len(page.norms) else ""
    named = before > 0 and page.tokens[before - 1].surface[:1].isupper()
    return marks == ("(", ")") or (marks == (",", ",") and named)


def _overriding(page: Page, count: Count, counts: Sequence[Count], found: Sequence[Cue], first: int) -> Count | None:
    """«مقتل 3 نازحين», «الإفراج عن 20 أسيرا»: something else befell those already in a state."""
    outcome, cue = _nearest(page, count, found, first)
    near = cue is not None and (
        cue.last >= count.first - 3 or _let_go(page, cue, count.first) or _verb_alone(page, cue, count, counts)
    )
    if cue is None or not near or cue.meanings[0].kind == "noun":
        outcome, cue = _following(page, count, counts, found)
    if cue is None or outcome in ("struck", "used", count.noun and count.noun.noun.outcome):
        return None
    return replace(count, outcome=outcome, cue=cue)


def _verb_alone(page: Page, cue: Cue, count: Count, counts: Sequence[Count]) -> bool:
    """«توفي فيه منذ مطلع السنة 23 سجينا»: between the verb and those it befell stand no comma, no other people and
    no other count."""
    between = range(cue.last, count.first)
    nouns = [page.noun(at) for at in between]
    clear = not any(page.norms[at] in _COMMAS for at in between) and not any(
        noun is not None and noun.noun.kind in _PEOPLE for noun in nouns
    )
    return clear and cue.meanings[0].kind == "verb" and not any(other.amount.first in between for other in counts)


def _died(page: Page, count: Count, counts: Sequence[Count], found: Sequence[Cue], first: int) -> Count | None:
    """«وفاة ثمانية مصابين», «ثلاثة من المصابين توفوا»: a word of dying right beside the wounded."""
    later = _overriding(page, count, counts, found, first)
    if later is None or later.cue is None or later.outcome != "killed":
        return None
    low, high = sorted(((count.first, max(count.end, count.amount.last)), (later.cue.first, later.cue.last)))
    joined = any(other is not count and low[1] <= other.first < high[0] for other in counts)
    beside = not joined and not any(
        adds(page.cells[i]) or page.norms[i] in ("و", "and") or page.norms[i] in _COMMAS for i in range(low[1], high[0])
    )
    return later if beside and not count.amount.prefix.startswith(("و", "ف")) else None


def _inherit(count: Count, before: Sequence[Count]) -> Count:
    """«وإصابة اثنين», «4 آخرين»: a bare number under a casualty word counts what was counted before."""
    if count.head is not None or count.outcome in (None, "struck", "used"):
        return count
    groups = (c for c in reversed(before) if c.head is not None and c.unit == "count")
    source = next(groups, None)
    if source is None or source.noun is None or source.noun.noun.outcome or source.kind != "person":
        return count
    return replace(count, head=source.head, noun=source.noun)


def _nearest(page: Page, count: Count, found: Sequence[Cue], first: int) -> tuple[str | None, Cue | None]:
    """The outcome of the nearest cue before the count that fits and reaches it."""
    index = count.first
    kind = count.kind
    for place in range(len(found) - 1, -1, -1):
        cue = found[place]
        if cue.last > index:
            continue
        if cue.first < index - _TOLL_REACH:
            break
        if cue.meanings[0].kind in ("noun", "toll_noun"):
            if cue.last == index and count.kind in (None, "person") and _bodies(page, cue):
                return "killed", cue
            if (outcome := _toll(page, count, cue, found[place - 1] if place else None, first)) is not None:
                return outcome, cue
            continue
        if _counted_apart(page, cue, count, first):
            return cue.meanings[0].outcome, cue
        if cue.first < index - _REACH:
            break
        for meaning in cue.meanings:
            if (
                fits(kind, meaning)
                and not _forgone(count, cue, meaning)
                and _reaches(page, cue, index, count.amount.prefix)
            ):
                earlier = found[place - 1] if place else cue
                # «مقتل وإصابة 20» is one figure for two acts; in «مصرعهم وجرح 19» the first has its own.
                alike = earlier.meanings[0].kind == meaning.kind
                double = earlier.last == cue.first and cue.prefix == "و" and alike and not _told_of(page, earlier)
                if double and meaning.outcome not in {m.outcome for m in earlier.meanings}:
                    return "other", cue
                return meaning.outcome, cue
        if cue.last == index and cue.meanings[0].kind == "seize" and kind is None:
            break  # "arrested two men and seized 300 stolen phones"
    return None, None


def _forgone(count: Count, cue: Cue, meaning: Meaning) -> bool:
    """«فقدت الفلاحة 3 آلاف منصب»: what is lost and no person is gone, and not missing."""
    return count.head is not None and count.kind is None and meaning.outcome == "missing" and cue.last == cue.first + 1


def _their_number(page: Page, index: int) -> bool:
    return page.norms[index].removeprefix("و") in _THEIR_NUMBER


def _counted_apart(page: Page, cue: Cue, count: Count, first: int) -> bool:
    """«قدر عدد من قتلوا في الإقليم بـ312 شخصا»: the number of those whose fate the verb tells stands behind it."""
    of_them = any(page.set("toll", at) for at in range(max(first, cue.first - 2), cue.first))
    led = count.amount.prefix.endswith("ب") or page.norms[count.first - 1] in _TOLL_PREPOSITIONS
    between = range(cue.last, count.first)
    stopped = any(page.set("boundary", at) or page.tokens[at].surface in _STOPS for at in between)
    return of_them and led and not stopped and count.kind in (None, "person") and cue.meanings[0].kind in _VERBS


def _told_of(page: Page, cue: Cue) -> bool:
    """«شخصين قتلا وأصيب خمسة»: the verb tells of those before it."""
    before = cue.first - 1
    verb = cue.meanings[0].kind == "verb"
    return verb and before >= 0 and (page.noun(before) is not None or page.cells[before] is not None)


def _mixed_after(page: Page, count: Count, found: Sequence[Cue]) -> bool:
    """«12 قتيلا وجريحا», «20 بين قتيل وجريح»: one figure for two outcomes."""
    if count.head is None or count.amount.core.first == count.head:
        return False
    near = [cue for cue in found if count.head <= cue.first <= count.head + 1 and cue.meanings[0].kind == "noun"]
    return len(near) == 2 and near[0].meanings != near[1].meanings and near[1].prefix == "و"


def _reaches(page: Page, cue: Cue, index: int, prefix: str) -> bool:
    """Whether nothing between the cue and the token at ``index`` takes it away."""
    for at in range(cue.last, index):
        if page.tokens[at].surface in _STOPS or page.set("boundary", at) or page.set("carries", at):
            return False
    if cue.last < index and _another_act(page.tokens[index - 1]):
        return False
    own = prefix.lstrip("وف")
    if own.startswith("ل"):
        return any(meaning.kind in ("masdar", "strike") for meaning in cue.meanings)
    if own.startswith(("ب", "ك")):
        return False
    if cue.last == index or not page.set("blocker", index - 1):
        return True
    if _let_go(page, cue, index):
        return True
    # «مصرع عائلة من ستة أفراد»: the number says how many the group just named is.
    group = page.noun(cue.last)
    return cue.last in (index - 2, index - 3) and group is not None and group.noun.kind == "group"


def _another_act(token: Token) -> bool:
    """«وأصيب عامل وأجلت الشركة», «وأوقفت أعمالها وسحبت 42 من موظفيها»: a verb joined on has the number for its own."""
    return token.proclitics[:1] in (("و",), ("ف",)) and finite(token)


def _let_go(page: Page, cue: Cue, index: int) -> bool:
    """«أفرجت الحكومة أمس عن 50 سجينا»: the verb's own preposition stands before the number."""
    return page.norms[index - 1] == "عن" and any(meaning.outcome == "other" for meaning in cue.meanings)


def _toll(page: Page, count: Count, cue: Cue, earlier: Cue | None, first: int) -> str | None:
    """«حصيلة القتلى إلى 12», «بلغ عدد الجرحى 30»: the figure is of those the noun names."""
    index = count.first
    counted = cue.meanings[0].kind == "toll_noun" or any(
        page.set("toll", at) for at in range(max(first, cue.first - 3), cue.first)
    )
    # «الموقوفين، الذين بلغ عددهم بحسب معطياته 31 شابا»
    theirs = any(_their_number(page, at) for at in range(cue.last, index))
    counted = counted or theirs
    if not counted or count.kind not in (None, "person"):
        return None
    if any(page.set("boundary", at) and not (theirs and page.norms[at] in _BY) for at in range(cue.last, index)):
        return None
    if page.set("blocker", index - 1) and page.norms[index - 1] not in _TOLL_PREPOSITIONS:
        return None
    if (
        earlier
        and earlier.last == cue.first
        and earlier.meanings[0].kind == "noun"
        and earlier.meanings != cue.meanings
    ):
        return "other"
    return cue.meanings[0].outcome


def _toll_behind(page: Page, count: Count, found: Sequence[Cue]) -> tuple[str | None, Cue | None]:
    """«ارتفع إلى تسعة عدد قتلى الانهيار»: the count's name stands behind the number."""
    at = count.amount.last
    if count.head is not None or not page.set("toll", at):
        return None, None
    cue = next((cue for cue in found if cue.first == at + 1 and cue.meanings[0].kind == "noun"), None)
    return (cue.meanings[0].outcome, cue) if cue else (None, None)


def _whole(page: Page, count: Count, before: Sequence[Count], first: int) -> Count | None:
    """The count that «بينهم» breaks down, or that this one is joined to by «و»."""
    if not before or before[-1].outcome is None:
        return None
    previous, index = before[-1], count.first
    if any(page.set("breakdown", at) == index - at for at in range(max(first, index - 3), index)):
        return previous
    linked = index == previous.end and page.norms[index].startswith("و")
    by_noun = previous.cue is None or previous.cue.meanings[0].kind == "noun"
    parted = len(before) > 1 and previous.outcome == before[-2].outcome
    return previous if linked and (not by_noun or parted) else None


def _bodies(page: Page, cue: Cue) -> bool:
    """«تسليم جثامين خمسة أشخاص»: bodies, of those counted."""
    known = page.noun(cue.first)
    return known is not None and known.noun.kind == "body" and known.noun.many == "many" and "ال" not in known.prefix


def _lost(page: Page, count: Count, cue: Cue) -> bool:
    """«فقد الدرك 13 من عناصره»: who loses people of his own loses their lives."""
    owned = count.head is not None and bool(page.tokens[count.head].enclitics)
    return owned and cue.last < count.first and any(meaning.kind == "verb" for meaning in cue.meanings)


def _participle(page: Page, count: Count, found: Sequence[Cue]) -> tuple[str, Cue] | None:
    """English "3 wounded and 5 killed", "17 fans were arrested": the participle behind says what befell so many."""
    if page.language != "en":
        return None
    end = count.amount.last if count.head is None else count.end
    passive = next((at for at in range(end, min(end + 3, len(page.norms))) if page.norms[at] not in _BEING), end)
    behind = next((cue for cue in found if cue.first == passive), None)
    kinds = ("verb", "alone") if passive > end else ("verb",)
    meaning = next((m for m in behind.meanings if m.kind in kinds), None) if behind else None
    return (meaning.outcome, behind) if behind and meaning and not _has_object(page, behind.last, ()) else None


def _among(page: Page, count: Count, found: Sequence[Cue]) -> tuple[str, Cue] | None:
    """«ستة أطفال بين القتلى», "six children were among the dead", «بين القتلى ستة أطفال»: whom the count is some of."""
    acted = any(cue.last == count.first and cue.meanings[0].kind in _VERBS for cue in found)
    if acted or count.kind not in (None, "person"):
        return None  # «اعتقل 11 شخصا من بين الجرحى»
    end = max(count.end, count.amount.last)
    while end < len(page.norms) and page.norms[end] in _BEING:
        end += 1
    size = page.set("ranks", end)
    start = end + size
    start += 1 if size and start < len(page.norms) and page.set("determiner", start) else 0
    for cue in found:
        named = cue.meanings[0].kind == "noun" and cue.meanings[0].outcome in _SUFFERED
        named = named and (page.language == "en" or cue.prefix.endswith("ال"))  # not «بين قتيل وجريح»
        led = cue.last == count.first and any(page.set("ranks", cue.first - n) == n for n in (1, 2) if cue.first >= n)
        if named and (led or (size and cue.first == start)):
            return cue.meanings[0].outcome, cue
    return None


def _following(
    page: Page, count: Count, counts: Sequence[Count], found: Sequence[Cue]
) -> tuple[str | None, Cue | None]:
    """«ثلاثة جنود قتلوا»: a verb after what is counted, unless it goes on to objects of its own."""
    end = _past_aside(page, max(count.end, count.amount.last))
    for cue in found:
        if cue.first < end:
            continue
        if cue.first > end + _REACH_AFTER or cue.prefix:
            break
        if any(page.set("boundary", at) for at in range(end, cue.first)):
            break
        if cue.first > end and any(m.kind == "masdar" for m in cue.meanings):
            break  # «26 موظفا في قضية خطف»
        fitting = [m for m in cue.meanings if m.kind in _VERBS and fits(count.kind, m)]
        unlisted = count.kind is None and count.head is not None and page.language == "ar"
        if not fitting or unlisted or (fitting[0].kind == "verb" and _has_object(page, cue.last, counts)):
            break
        return fitting[0].outcome, cue
    return None, None


def _past_aside(page: Page, end: int) -> int:
    """«سبعة أشخاص، بينهم طفلان، قتلوا»: behind the commas that set off who they were."""
    if end + 1 < len(page.norms) and page.norms[end] in _COMMAS and page.set("breakdown", end + 1):
        closing = (at + 1 for at in range(end + 1, min(end + _REACH, len(page.norms))) if page.norms[at] in _COMMAS)
        return next(closing, end)
    return end


def _has_object(page: Page, index: int, counts: Sequence[Count]) -> bool:
    """Whether a number, a determiner or a bare noun follows a verb: those before it acted."""
    if index >= len(page.norms):
        return False
    if page.set("determiner", index) or page.set("breakdown", index):
        return True
    if any(c.amount.first == index and not c.amount.prefix for c in counts):
        return True
    known = page.noun(index)
    return known is not None and known.prefix in ("", "ال") and known.noun.kind in ("person", "target")
