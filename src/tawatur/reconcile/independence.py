"""How many separate chains carry a claim: five counts that stay apart, a grade on the smaller of two, and why."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from ..lang.nations import nation
from ..lang.phrasing import listed_ar, listed_en, quoted, words_ar, words_en
from ..model import Grade, Independence, Lineage, Passage, Reading, Said
from ..settings import settings
from ..story.lineage import text_lineages
from .book import Book
from .fact import Fact
from .origins import Origin, one_origin, two_origins, witness

_DESCENT = frozenset(("copy", "derived"))
# A headline sums up a claim of the body that has this much of its terms.
_SUMMED_UP = 0.6
# Names of origins listed in one reason.
_LISTED = 3


class Ledger:
    """The story's lineages, looked up by report."""

    def __init__(self, book: Book, lineages: tuple[Lineage, ...]) -> None:
        self._book = book
        ids = [reading.article.id for reading in book.readings]
        self._number = {article: number for number, article in enumerate(ids)}
        self._group = {
            article: number for number, group in enumerate(text_lineages(ids, lineages)) for article in group
        }
        self._pair = {frozenset(lineage.articles): lineage for lineage in lineages}
        self._longest = {lineage.id: _longest(lineage) for lineage in lineages}
        self._reading = {reading.article.id: reading for reading in book.readings}
        self._told: dict[int, list[Fact]] = {}
        for fact in book.facts:
            if not fact.head:
                self._told.setdefault(fact.report, []).append(fact)

    def weigh(
        self, facts: Sequence[Fact], agree: bool = False, words: bool = False, opposed: bool = False
    ) -> Independence:
        """The counts over the claims of one finding; ``agree`` says that the claims tell the same, ``words`` that the
        finding is about the words they choose, ``opposed`` that the claims of its speakers cannot both be so.

        A claim in a report's own voice takes the origin that the same report names for it elsewhere in the finding;
        where it names none, and where the source is anonymous, the origin is not known and adds nothing.
        """
        facts = [self._summed_up(fact) for fact in facts]
        readings = list({fact.report: fact.reading for fact in facts}.values())
        groups = {self._group[reading.article.id] for reading in readings}
        origins = _origins(facts)
        known = _distinct(origin for several in origins.values() for origin in several)
        unknown = [number for number, several in origins.items() if not several]
        outlets = {reading.article.outlet.key for reading in readings}
        families = {reading.article.outlet.family or reading.article.outlet.key for reading in readings}
        # In a text that follows another, what shares no words with it and has a source of its own is no copy.
        lineages = len(groups) if len(groups) > 1 or self._one_text(facts, agree) else len(readings)
        two = _two_speakers(facts) if opposed and len(readings) == 1 else None
        grade, reason = two or self._grade(facts, readings, lineages, known, unknown, agree)
        if words and grade == "undetermined" and (own := next((f for f in facts if f.report in unknown), None)):
            reason = _whose_words(own)
        reason = _party(self._book, facts, reason)
        return Independence(len(readings), len(outlets), len(families), lineages, max(1, len(known)), grade, reason)

    def _summed_up(self, fact: Fact) -> Fact:
        """A headline in the report's own voice is of whoever says in the body what it sums up."""
        if not fact.head or fact.origin.kind != "own" or not fact.terms:
            return fact
        told = [other for other in self._told.get(fact.report, []) if other.origin.kind != "own"]
        best = max(told, key=lambda other: len(fact.terms & other.terms), default=None)
        sums_up = best is not None and len(fact.terms & best.terms) >= _SUMMED_UP * len(fact.terms)
        return replace(fact, origin=best.origin) if best is not None and sums_up else fact

    def _grade(
        self,
        facts: Sequence[Fact],
        readings: list[Reading],
        lineages: int,
        known: dict[str, Origin],
        unknown: list[int],
        agree: bool,
    ) -> tuple[Grade, Said]:
        names = [" ".join(origin.name.split()) for origin in known.values()]
        shown = [f"«{name}»" for name in names[:_LISTED]]
        if len(readings) == 1 and len(facts) > 1:
            return "not_independent", Said("كل هذا في تقرير واحد.", "All of this stands in one report.")
        if len(readings) == 1:
            return "not_independent", Said(
                "لا يقوله إلا تقرير واحد" + (f" عن {listed_ar(shown)}." if names else "."),
                "One report alone says it" + (f", after {listed_en(shown)}." if names else "."),
            )
        if lineages == 1:
            return "not_independent", self._descent(facts, readings, names)
        if len(known) == 1 and not unknown:
            return "not_independent", _one_origin(facts, shown[0])
        passage = self._same_words(facts, ("common_source",)) if agree and len(readings) == 2 else None
        if passage is not None:
            said = quoted(passage.left.of(self._reading[passage.left.article_id].article.text))
            return "not_independent", Said(
                f"الكلمات نفسها من قول واحد: {said}.", f"The same words of one statement: {said}."
            )
        if agree and len(known) == 1 and self._one_statement(facts, readings, next(iter(known.values()))):
            return "not_independent", Said(
                f"ينقل التقريران كلاما واحدا، وينسب أحدهما هذا إلى {shown[0]} ولا ينسبه الآخر إلى غيره.",
                f"Both reports relay one statement; one has this from {shown[0]}, the other from nobody else.",
            )
        if self._apart(facts):
            return "independent", self._different(readings, shown)
        denies = None if agree else self._denier(facts)
        if denies is not None:
            return "independent", _of_denier(*denies)
        seen = None if agree else self._witnessed(facts)
        return ("independent", _of_witnesses(*seen)) if seen else ("undetermined", _unknown(facts, unknown))

    def _different(self, readings: list[Reading], shown: list[str]) -> Said:
        if len({self._group[reading.article.id] for reading in readings}) == 1:
            return Said(
                f"مصادر مختلفة: {listed_ar(shown)}. وبين النصين كلام مشترك، وليس هذا منه.",
                f"Different origins: {listed_en(shown)}. The texts share words, and these are not among them.",
            )
        return Said(
            f"مصادر مختلفة في نصوص لا ينقل بعضها عن بعض: {listed_ar(shown)}.",
            f"Different origins in texts that do not follow one another: {listed_en(shown)}.",
        )

    def _one_text(self, facts: Sequence[Fact], agree: bool) -> bool:
        """Whether claims of texts that descend from one another do: what agrees does; what differs where it shares
        words or one is passed on from a medium. A text that takes another over may add what it has from elsewhere."""
        passed_on = any(step.step == "agency" for fact in facts for step in fact.claim.chain)
        return agree or passed_on or self._same_words(facts, _DESCENT) is not None

    def _same_words(self, facts: Sequence[Fact], relations: Collection[str]) -> Passage | None:
        """Words, quoted or relayed, that claims of two reports share whose texts are related so."""
        least = settings("reuse")["doubtful_words"]
        for one, other in combinations(facts, 2):
            pair = self._pair.get(frozenset((one.reading.article.id, other.reading.article.id)))
            if pair is None or pair.relation not in relations:
                continue
            spans = {fact.reading.article.id: fact.claim.span for fact in (one, other)}
            for passage in pair.passages:
                long = passage.quoted or passage.words >= least
                if long and all(spans[s.article_id].overlaps(s) for s in (passage.left, passage.right)):
                    return passage
        return None

    def _one_statement(self, facts: Sequence[Fact], readings: list[Reading], origin: Origin) -> bool:
        """Whether all the texts relay one statement, every one relays this origin, and nobody unnamed is behind a
        claim."""
        if any(fact.origin.kind == "anonymous" for fact in facts):
            return False
        relaying = {fact.reading.article.id for fact in self._book.facts if one_origin(fact.origin, origin)}
        if not all(reading.article.id in relaying for reading in readings):
            return False
        pairs = [self._pair.get(frozenset((a.article.id, b.article.id))) for a, b in combinations(readings, 2)]
        return all(pair is not None and pair.relation == "common_source" for pair in pairs)

    def _apart(self, facts: Sequence[Fact]) -> bool:
        """Whether two claims come from different known origins through different lineages."""
        # Within one group of texts these claims share no words (``_one_text``).
        apart = self._group if len({self._group[f.reading.article.id] for f in facts}) > 1 else self._number
        chains = {(apart[f.reading.article.id], f.origin.key) for f in facts if f.origin.known}
        named = {fact.origin.key: fact.origin for fact in facts}
        return any(a[0] != b[0] and two_origins(named[a[1]], named[b[1]]) for a, b in combinations(chains, 2))

    def _witnessed(self, facts: Sequence[Fact]) -> tuple[Fact, Fact] | None:
        """A claim of people who saw it or whom it befell, against one that a named origin has in another text: they are
        not the ones whom they contradict."""
        told = [(fact, other) for fact in facts for other in facts if witness(fact.origin) and other.origin.known]
        group = {fact.report: self._group[fact.reading.article.id] for fact in facts}
        return next(((fact, other) for fact, other in told if group[fact.report] != group[other.report]), None)

    def _denier(self, facts: Sequence[Fact]) -> tuple[Fact, Fact] | None:
        """A claim that a named origin denies, against what another says in another text: who denies it does not say it."""
        group = {fact.report: self._group[fact.reading.article.id] for fact in facts}
        told = ((no, yes) for no in facts for yes in facts if no.disowned and not yes.disowned)
        return next(
            ((a, b) for a, b in told if a.origin.known and b.origin.known and group[a.report] != group[b.report]), None
        )

    def _descent(self, facts: Sequence[Fact], readings: list[Reading], names: list[str]) -> Said:
        """The printed evidence, or the run that joins the texts at these claims, else the longest, shown in its words."""
        ids = [reading.article.id for reading in readings]
        joined = [
            lineage
            for i, left in enumerate(ids)
            for right in ids[i + 1 :]
            if (lineage := self._pair.get(frozenset((left, right)))) and lineage.relation in _DESCENT
        ]
        if not joined:
            return Said(
                "تنتمي النصوص إلى أصل مكتوب واحد عبر تقرير ثالث.",
                "The texts go back to one text through a third report.",
            )
        best = max(joined, key=lambda lineage: self._longest[lineage.id])
        own = [p for p in best.passages if not p.quoted]
        here = self._same_words(facts, _DESCENT)
        passage = here if here in own else max(own, key=lambda p: p.words, default=None)
        who_ar = f"، والمصدر المذكور «{names[0]}»" if len(names) == 1 else ""
        who_en = f"; the origin named is «{names[0]}»" if len(names) == 1 else ""
        if passage is None or ("«" in best.evidence.ar and "ينسب" in best.evidence.ar):
            return Said(f"{best.evidence.ar.rstrip('.')}{who_ar}.", f"{best.evidence.en.rstrip('.')}{who_en}.")
        text = quoted(passage.left.of(self._reading[passage.left.article_id].article.text))
        return Said(
            f"النصان من أصل مكتوب واحد: يشتركان خارج الاقتباس في مقطع من {words_ar(passage.words)}: {text}{who_ar}.",
            f"The texts go back to one text: outside quotation marks they share a passage of "
            f"{words_en(passage.words)}: {text}{who_en}.",
        )


def _longest(lineage: Lineage) -> int:
    """The words of the longest passage that two texts share outside quotation marks."""
    return max((passage.words for passage in lineage.passages if not passage.quoted), default=0)


def _distinct(origins: Iterable[Origin]) -> dict[str, Origin]:
    """Origins by key, each body with its spokesman and each name in two scripts once."""
    found: dict[str, Origin] = {}
    for origin in origins:
        if not any(one_origin(origin, other) for other in found.values()):
            found[origin.key] = origin
    return found


def _origins(facts: Sequence[Fact]) -> dict[int, list[Origin]]:
    """The known origins by report."""
    found: dict[int, list[Origin]] = {}
    for fact in facts:
        several = found.setdefault(fact.report, [])
        if fact.origin.known and fact.origin not in several:
            several.append(fact.origin)
    return found


def _two_speakers(facts: Sequence[Fact]) -> tuple[Grade, Said] | None:
    """Two speakers whom one report sets against each other are no less two; one without a name may be anybody."""
    speakers = {fact.origin.key: fact for fact in facts if fact.origin.kind != "own"}
    if len(speakers) < 2 or len(speakers) < len({fact.origin.key for fact in facts}):
        return None
    unnamed = next((fact for fact in speakers.values() if not fact.origin.known), None)
    if unnamed is not None:
        return "undetermined", _unknown(facts, [unnamed.report])
    shown = [f"«{_called(fact)}»" for fact in speakers.values()][:_LISTED]
    return "independent", Said(
        f"متحدثان مختلفان في تقرير واحد: {listed_ar(shown)}.", f"Different speakers in one report: {listed_en(shown)}."
    )


def _one_origin(facts: Sequence[Fact], shown: str) -> Said:
    """All go back to one, by whatever other names the reports call it."""
    names = dict.fromkeys(_called(fact) for fact in facts if fact.origin.known)
    others = [f"«{name}»" for name in names if f"«{name}»" != shown][:_LISTED]
    also_ar, also_en = (
        (f"، وهو نفسه {listed_ar(others)}", f", which is also {listed_en(others)}") if others else ("", "")
    )
    return Said(
        f"تنتهي التقارير كلها إلى مصدر واحد: {shown}{also_ar}.",
        f"All the reports go back to one origin: {shown}{also_en}.",
    )


def _of_witnesses(fact: Fact, other: Fact) -> Said:
    theirs, named = _called(fact), _called(other)
    return Said(
        f"من يروي لـ«{fact.outlet}» («{theirs}») ليس «{named}» الذي يخالفه.",
        f"Whoever tells {fact.outlet} («{theirs}») is not «{named}», whom it contradicts.",
    )


def _of_denier(no: Fact, yes: Fact) -> Said:
    denier, teller = _called(no), _called(yes)
    return Said(
        f"مصدران مختلفان: قول على لسان «{teller}»، ونفي له على لسان «{denier}».",
        f"Two origins: «{denier}» denies what «{teller}» says.",
    )


def _whose_words(fact: Fact) -> Said:
    return Said(
        f"لا يقول «{fact.outlet}» أهي كلماته أم كلمات من أخذ عنه.",
        f"{fact.outlet} does not say whether these are its own words or those of whoever it has this from.",
    )


def _called(fact: Fact) -> str:
    return " ".join(fact.origin.name.split())


def _unknown(facts: Sequence[Fact], unknown: list[int]) -> Said:
    silent = [fact for fact in facts if fact.report in unknown]
    anonymous = next((fact for fact in silent if fact.origin.kind == "anonymous"), None)
    other = next((fact for fact in facts if fact.origin.known and fact.report not in unknown), None)
    named_ar = f"، أما «{other.outlet}» فينقل عن «{_called(other)}»" if other else ""
    named_en = f", while {other.outlet} relays «{_called(other)}»" if other else ""
    if anonymous is not None:
        return Said(
            f"مصدر «{anonymous.outlet}» غير مسمى («{_called(anonymous)}») فلا يعرف أهو مصدر آخر{named_ar}.",
            f"The source of {anonymous.outlet} is not named («{_called(anonymous)}»), so it may or may not be "
            f"another one{named_en}.",
        )
    outlet = silent[0].outlet if silent else ""
    if other is None and len(unknown) > 1:
        return Said("لا يقول أي تقرير ممن أخذ هذا.", "No report says where it has this from.")
    if silent:
        return Said(
            f"لا يقول «{outlet}» ممن أخذ الخبر{named_ar}.", f"{outlet} does not say where it has this from{named_en}."
        )
    if len({fact.reading.article.language for fact in facts}) > 1:
        names = [f"«{name}»" for name in dict.fromkeys(map(_called, facts))][:_LISTED]
        return Said(
            f"المصادر مسماة بلغتين ({listed_ar(names)})، وقد تكون جهة واحدة.",
            f"The origins are named in two languages ({listed_en(names)}) and may be one body.",
        )
    return Said(
        "المصادر المسماة مختلفة، لكنها لا تأتي من نصوص منفصلة.",
        "The origins named differ, but do not come through separate texts.",
    )


def _party(book: Book, facts: Sequence[Fact], reason: Said) -> Said:
    """Say so where the speaker tells of its own acts."""
    for fact in facts:
        if acts(book, fact):
            name = " ".join(fact.origin.name.split())
            return Said(
                f"{reason.ar} والمتحدث («{name}») طرف فيما يرويه.",
                f"{reason.en} The speaker («{name}») is a party to what it tells.",
            )
    return reason


def acts(book: Book, fact: Fact) -> bool:
    """Whether the named speaker of a claim, or the forces it speaks for, is the actor in it."""
    if not fact.origin.known or fact.origin.entity is None:
        return False
    if fact.origin.entity in fact.agents:
        return True
    if not fact.origin.party:
        return False
    country = fact.origin.party.partition(":")[2]
    return any(
        nation(word) == country for key in fact.agents & book.entity.keys() for word in book.entity[key].name.split()
    )
