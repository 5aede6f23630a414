"""Countries behind nationality adjectives and country names («أميركية», «سوريين», «الولايات المتحدة»)."""

from __future__ import annotations

from functools import cache, lru_cache

from .normalise import fold
from .spelling import canonical
from .tables import table

# The forms that an adjective of nationality takes, folded.
_ENDINGS = ("ي", "يا", "يه", "يين", "يون", "يان", "يتين", "يتان", "يات")


@cache
def adjectives() -> dict[str, str]:
    """Country codes by nationality adjective, folded and without the article."""
    arabic = ((fold(row["stem"]), row["country"]) for row in table("ar", "nationalities").rows)
    found = {stem + ending: country for stem, country in arabic if country for ending in _ENDINGS}
    # The plain stem with a sound plural of its own («أتراك», «أميركان») is rare in headlines and left out.
    for row in table("en", "nationalities").rows:
        found.update((fold(word), row["country"]) for word in row["word"].split("|"))
    return found


def _bare(folded: str) -> str:
    return " ".join(part.removeprefix("ال") for part in folded.split())


@cache
def countries() -> dict[str, str]:
    """Country codes by folded name, with and without the article."""
    found: dict[str, str] = {}
    for row in table("ar", "countries").rows:
        for name in row["names"].split("|"):
            folded = fold(name)
            found.setdefault(folded, row["code"])
            found.setdefault("ال" + folded, row["code"])
        found.setdefault(fold(row["latin"]), row["code"])
    for language in ("ar", "en"):
        for row in table(language, "country_names").rows:
            for name in row["names"].split("|"):
                folded = fold(name)
                found.setdefault(folded, row["code"])
                found.setdefault(_bare(folded), row["code"])
    return found


@lru_cache(maxsize=16384)
def nation(word: str) -> str | None:
    """The country of an adjective or a name («أميركي», «الولايات المتحدة»); spelling pairs («أمريكي») are one."""
    folded = fold(word)
    bare = _bare(folded)
    for form in (bare, folded, canonical(bare)):
        if code := adjectives().get(form) or countries().get(form):
            return code
    return None
