"""Words of saying: verbs in their forms, participles that go on, phrases that attribute, channels, documents."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from ...lang.normalise import fold
from ...lang.tables import Match, Phrases, listed, table, vocabulary
from ...model import Token

_NOUNS = listed("speech_words", "goes_on", "ar")
_PRONOUNS = ("ه", "ها", "هم")
_SHORT_NAME = 3

# Vowel marks, that may end a word («نافيةً»).
_MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"


class Saying(NamedTuple):
    """What a word of saying implies and how its content follows (``takes``, as in reporting_verbs.tsv)."""

    stance: str
    factuality: str
    takes: frozenset[str]
    gender: str
    participle: bool = False


@cache
def verbs() -> dict[str, Saying]:
    """Arabic words of saying by folded form: the third persons of perfect and imperfect, and participles."""
    found: dict[str, Saying] = {}
    for row in table("ar", "reporting_verbs").rows:
        takes = frozenset(fold(row["takes"]).split("|"))
        opening = _forms(fold(row["perfect"]), "") if "first" in takes else []
        for form, gender in _forms(fold(row["perfect"]), fold(row["imperfect"])):
            mine = takes if (form, gender) in opening else takes - {"first"}
            found.setdefault(form, Saying(row["stance"], row["factuality"], mine, gender))
    for row in table("ar", "reporting_participles").rows:
        takes = frozenset(fold(row["takes"]).split("|"))
        word, gender = fold(row["word"]), "f" if row["word"].endswith(("ة", "ها")) else "m"
        found[word] = Saying(row["stance"], row["factuality"], takes, gender, True)
        if word.endswith("ا") and word.startswith("م") and "object" not in takes:
            # «مؤكدين أن», where a clause begins: elsewhere it is a noun
            plural = word.removesuffix("ا").removesuffix("ي") + "ين"
            found.setdefault(plural, Saying(row["stance"], row["factuality"], takes | {"first"}, "m", True))
    return found


@cache
def masdars() -> dict[str, Saying]:
    """Verbal nouns of saying by stem, as a pronoun leaves them («دعوته» is دعوت and ه)."""
    found = {}
    for row in table("ar", "reporting_masdars").rows:
        word = fold(row["word"])
        stem = word[:-1] + "ت" if row["word"].endswith("ة") else word
        found[stem] = Saying(row["stance"], row["factuality"], frozenset(fold(row["takes"]).split("|")), "", True)
    return found


def saying(token: Token, opening: bool = False) -> Saying | None:
    """What this word of saying implies; None for other words. ``opening`` where a sentence or clause begins."""
    if token.kind != "word":
        return None
    return _saying(token.surface, token.norm, token.stem, token.proclitics, token.enclitics, opening)


@lru_cache(maxsize=65536)
def _saying(
    surface: str, norm: str, stem: str, front: tuple[str, ...], back: tuple[str, ...], opening: bool
) -> Saying | None:
    if "ال" in front and norm not in verbs():
        return None
    joined = norm[1:] if norm[:1] in ("و", "ف") else ""
    found = verbs().get(norm) or verbs().get(joined)
    if found is None and not set(front) - {"و", "ف"}:
        # «أبلغته»، «قاطعه»: only a clause can follow the pronoun; «أمره» and its like are nouns too.
        found = _with_pronoun(stem if back else "", joined)
        takes = {"that", "as"} if opening or joined else {"as"}  # elsewhere a relative clause: «فيديو بثته القناة»
        found = found._replace(takes=found.takes & takes) if found and _plain(found) else None
    if found is None or not found.takes or ("first" in found.takes and not opening):
        return None
    if found.participle and norm.endswith("ه") and not joined and norm not in _NOUNS:
        return found if surface.rstrip(_MARKS).endswith("ة") else None  # «من مضيفه» is "from its host"
    return found


def _with_pronoun(stem: str, joined: str) -> Saying | None:
    """The verb before a pronoun; the pronoun, or the ف in front, may not have been taken off."""
    if stem:
        return verbs().get(stem) or verbs().get(stem.removeprefix("ف"))
    bare = next((ending for ending in _PRONOUNS if joined.endswith(ending)), "")
    return verbs().get(joined.removesuffix(bare)) if bare else None


def _plain(found: Saying) -> bool:
    """A verb that takes a pronoun: no participle, and not one that is another word but at a clause's head."""
    return not found.participle and "first" not in found.takes


def _forms(perfect: str, imperfect: str) -> list[tuple[str, str]]:
    """Masculine, feminine, plural. A final weak letter falls before the feminine and changes in the plural."""
    weak = perfect.endswith(("ي", "ا"))
    base = perfect[:-1] if weak else perfect
    found = [(perfect, "m"), (base + "ت", "f"), (base + "وا", "m"), (base + "تا", "f")] if perfect else []
    if imperfect:
        stem = imperfect[:-1] if imperfect.endswith(("ي", "و", "ا")) else imperfect
        found += [(imperfect, "m"), ("ت" + imperfect[1:], "f"), (stem + "ون", "m")]
    return found


@cache
def english() -> dict[str, Saying]:
    rows = table("en", "reporting_verbs").rows
    return {r["word"]: Saying(r["stance"], r["factuality"], frozenset(r["takes"].split("|")), "") for r in rows}


class Attribution(NamedTuple):
    takes: str
    via: bool


@cache
def _phrases() -> Phrases[Attribution]:
    rows = table("ar", "attribution_phrases").rows
    return Phrases((row["phrase"], Attribution(row["takes"], row["via"] == "yes")) for row in rows)


@cache
def _phrase_heads() -> frozenset[str]:
    return frozenset(fold(row["phrase"]).split()[0] for row in table("ar", "attribution_phrases").rows)


def phrase_at(tokens: tuple[Token, ...], index: int) -> Match[Attribution] | None:
    """The attributing phrase that begins here, with or without a و or ف in front."""
    head = tokens[index].norm
    if head not in _phrase_heads():
        head = head[1:] if head[:1] in ("و", "ف") else ""
        if head not in _phrase_heads():
            return None
    return _phrases().at([head, *(token.norm for token in tokens[index + 1 : index + 5])], 0)


def may_tell(token: Token) -> bool:
    """Whether a statement may begin with a word: with an attributing phrase, a verb or a verbal noun of saying."""
    return token.kind == "word" and _may_tell(token.surface, token.norm, token.stem, token.proclitics, token.enclitics)


@lru_cache(maxsize=65536)
def _may_tell(surface: str, norm: str, stem: str, front: tuple[str, ...], back: tuple[str, ...]) -> bool:
    heads = _phrase_heads()
    led = norm in heads or (norm[:1] in ("و", "ف") and norm[1:] in heads)
    return led or stem in masdars() or _saying(surface, norm, stem, front, back, True) is not None


@cache
def channels(language: str) -> Phrases[str]:
    """Kinds of channel by stem in Arabic, by folded word in English."""
    return Phrases((row["word"], row["kind"]) for row in table(language, "channels").rows)


@cache
def channel_heads() -> frozenset[str]:
    """First words of the Arabic channels, to pass over other words quickly."""
    return frozenset(fold(row["word"]).split()[0] for row in table("ar", "channels").rows)


@cache
def media_heads() -> frozenset[str]:
    """First stems of media's nouns and names, likewise."""
    nouns = [row["word"] for row in table("ar", "media_nouns").rows]
    names = [name for row in table("ar", "outlets").rows for name in row["names"].split("|")]
    return frozenset(fold(name).split()[0].removeprefix("ال") for name in (*nouns, *names))


@cache
def documents() -> dict[str, str]:
    return {fold(row["word"]): row["channel"] for row in table("ar", "documents").rows}


@cache
def anonymous() -> dict[str, bool]:
    """Nouns for sources without a name; True where another noun may complete them."""
    found = {fold(row["word"]): row["construct"] == "yes" for row in table("ar", "anonymous").rows}
    return {f"{word}ا": construct for word, construct in found.items()} | found  # «موظفا»


@cache
def partitives() -> dict[str, bool]:
    """Words that take a part of a group; True where «من» follows them."""
    return {fold(row["word"]): row["link"] == "yes" for row in table("ar", "partitives").rows}


@cache
def adverbial_nouns() -> frozenset[str]:
    """Nouns that tell how something is done where a preposition leads them («برئاسة»)."""
    return vocabulary("adverbial_nouns", "ar")


@cache
def speaking_nouns() -> frozenset[str]:
    """Nouns for offices, bodies and groups that speak, beside titles and actors."""
    return vocabulary("speaking_nouns", "ar")


@cache
def norms() -> frozenset[str]:
    """Nouns for what things go by and nobody says («وفق القانون»)."""
    return vocabulary("norms", "ar")


@cache
def honorifics() -> frozenset[str]:
    """Words of respect before a name or in its place («معاليه»)."""
    return vocabulary("honorifics", "ar")


@cache
def titled_works() -> frozenset[str]:
    """Nouns before a title in quotation marks («تحت شعار «…»»)."""
    return vocabulary("titled_works", "ar")


@cache
def actors() -> frozenset[str]:
    """Nouns for persons and bodies, which may speak."""
    return frozenset[str]().union(*(listed("actor_nouns", kind, "ar") for kind in ("person", "fighter", "body")))


@cache
def numbers() -> frozenset[str]:
    """Number words, which may stand before the noun of a source («ثلاثة صيادين»)."""
    return frozenset[str]().union(*(listed("numbers", kind, "ar") for kind in ("unit", "tens", "vague", "few")))


@cache
def media() -> Phrases[str]:
    """Nouns that media are named by and outlets' own names, by stems.

    The value says how they stand: noun, marked (a name in marks follows), bare, or definite (with the article).
    """
    kinds = {"yes": "marked", "": "noun"}
    found = {fold(row["word"]): kinds[row["marked"]] for row in table("ar", "media_nouns").rows}
    for row in table("ar", "outlets").rows:
        for name in map(fold, row["names"].split("|")):
            if len(name) > _SHORT_NAME:
                stems = " ".join(word.removeprefix("ال") for word in name.split())
                found.setdefault(stems, "definite" if name.startswith("ال") else "bare")
    return Phrases(found, folded=True)


@cache
def function_words() -> frozenset[str]:
    return vocabulary("function_words", "ar")


@cache
def english_sources() -> dict[str, str]:
    return {row["word"]: row["kind"] for row in table("en", "source_nouns").rows}


@cache
def day_words() -> frozenset[str]:
    """Weekdays and words like أمس, which stand where a subject could and are none."""
    return frozenset(
        word
        for name in ("weekdays", "relative_days")
        for row in table("ar", name).rows
        for form in row[table("ar", name).columns[0]].split("|")
        for word in (fold(form), fold(form).removeprefix("ال"))
    )


@cache
def time_nouns() -> frozenset[str]:
    """Parts of the day and units of time by single words («مساء»، «يوم»), which tell when and not what."""
    forms = (
        form
        for name in ("day_parts", "time_units")
        for row in table("ar", name).rows
        for form in row["name"].split("|")
    )
    words = frozenset(fold(form) for form in forms if " " not in form and len(form) > 1)
    return words - listed("time_company", "not_when", "ar") | listed("time_company", "when", "ar")


@cache
def when_words() -> frozenset[str]:
    """All single words that tell when."""
    return day_words() | time_nouns()


@cache
def turned_words() -> frozenset[str]:
    """Adjectives that say which month or week is meant («الشهر الماضي»)."""
    rows = (row for row in table("ar", "time_words").rows if row["kind"] == "dir")
    return frozenset(fold(word) for row in rows for word in row["word"].split("|"))


@cache
def day_words_en() -> frozenset[str]:
    """Single English words for days («Monday», «yesterday»)."""
    found: set[str] = set()
    for name in ("weekdays", "relative_days"):
        sheet = table("en", name)
        found.update(fold(form) for row in sheet.rows for form in row[sheet.columns[0]].split("|"))
    return frozenset(word for word in found if " " not in word)
