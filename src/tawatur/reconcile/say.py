"""How the program names claims, voices and reports in its own sentences."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..lang.phrasing import counted_ar, quoted
from ..model import Said, Span
from .fact import Fact

# Words of a claim inside a sentence: enough to know it by.
_CLAIM = 110
_MARKS = '"«»“”'
_COUNTS = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine"}


def words(fact: Fact, longest: int = _CLAIM, part: Span | None = None) -> str:
    """The exact words of the claim, or of a part of it, in quotation marks, without marks of the report's own that open
    or close alone."""
    text = (part or fact.claim.span).of(fact.reading.article.text).strip()
    opened = [mark for mark in text if mark in _MARKS]
    if len(opened) == 2 and text[0] in _MARKS and text[-1] in _MARKS:
        text = text[1:-1]
    elif len(opened) % 2:
        text = text.strip(_MARKS + " ")
    return quoted(text, longest)


def said(fact: Fact, longest: int = _CLAIM, part: Span | None = None) -> Said:
    """The words of the claim, or of a part of it, with what is done in saying them: a denial quoted bare would read as its opposite."""
    doing = _DOING.get("denied" if fact.disowned else fact.doubt, Said("", ""))
    quote = words(fact, longest, part)
    return Said(f"{doing.ar}{quote}", f"{doing.en}{quote}")


_DOING = {
    "denied": Said("نفي ما يأتي: ", "a denial of this: "),
    "warned": Said("التحذير مما يأتي: ", "a warning of this: "),
    "demanded": Said("المطالبة بما يأتي: ", "a demand for this: "),
    "planned": Said("العزم على ما يأتي: ", "a plan for this: "),
    "doubted": Said("التشكيك في ما يأتي: ", "a doubt of this: "),
    "conditional": Said("ما يأتي مشروطا: ", "this, on a condition: "),
    "hypothetical": Said("ما يأتي افتراضا: ", "this, as a possibility: "),
}


def outlet(fact: Fact) -> str:
    """The report by its outlet, so that verbs agree with «تقرير» whatever the outlet's name."""
    return f"تقرير «{fact.outlet}»"


def speaker(fact: Fact) -> str:
    return f"«{' '.join(fact.origin.name.split())}»"


def speaker_at(fact: Fact) -> dict[str, Span]:
    """Where the speaker stands, for the finding to point at."""
    source = fact.claim.source
    return {"span": source.span} if source is not None and source.span is not None else {}


def voice(fact: Fact) -> Said:
    """«الصحيفة» نقلا عن «الوزارة», or the outlet alone where it speaks for itself."""
    if fact.origin.kind == "own":
        return Said(outlet(fact), fact.outlet)
    return Said(f"{outlet(fact)} نقلا عن {speaker(fact)}", f"{fact.outlet}, after {speaker(fact)},")


def value(fact: Fact, **more: Any) -> dict[str, Any]:
    """A claim as a finding's value."""
    return {"claim": fact.id, "outlet": fact.outlet, **more}


def reports(count: int) -> Said:
    return Said(
        counted_ar(count, "تقرير واحد", "تقريران", "تقارير", "تقريرا"),
        _COUNTS.get(count, str(count)) + (" report" if count == 1 else " reports"),
    )


def outlets(facts: Iterable[Fact]) -> list[str]:
    return list(dict.fromkeys(fact.outlet for fact in facts))
