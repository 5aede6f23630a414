"""Slots of figures: which numbers of the reports are about the same thing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations, permutations, product

from ...model import Alignment, Span
from ...settings import settings
from ..book import Book
from ..fact import Fact
from .comparable import by_order, by_words, comparable, equal, narrowed, of_one_noun, overlapping
from .evidence import Known, likely
from .figure import Figure
from .figures import figures
from .growth import told_before, with_growth
from .periods import of_two_stretches, other_period, same_elsewhen
from .population import above

# Different numbers compared in one slot; the others repeat one of them.
_FACES = 8
# A number from here on is not the same in two claims by chance.
_TELLING = 10
# A number up to this is a headline's by chance.
_CHANCE = 2
# Differing figures of one outcome that are compared two by two.
_COMPARED = 60
# A number that fits is the better mate of one, by so much likelihood.
_FITTING = 0.3
# Claims of a slot whose figures are looked at two by two; in a larger slot the others repeat them.
_ALIGNED = 40


@dataclass
class Tally:
    """A slot of figures while it grows, each figure with the evidence that put it there."""

    figures: list[Figure]
    faces: list[Figure]
    known: Known

    def facts(self) -> list[Fact]:
        return list({figure.fact.id: figure.fact for figure in self.figures}.values())

    def reports(self) -> set[int]:
        return {figure.fact.report for figure in self.figures}


def tallies(book: Book, alignments: tuple[Alignment, ...]) -> list[Tally]:
    """Slots of figures in the order of their first figure. Sums are tried before their parts."""
    blocks: dict[str, list[Figure]] = {}
    all_figures = with_growth(figures(book))
    known = known_of(book, all_figures, alignments)
    all_figures = _with_fates(book, all_figures, known)
    for figure in sorted(all_figures, key=lambda f: (not f.sum, f.fact.order, f.first.span.start)):
        if not figure.lone:
            blocks.setdefault(figure.fate, []).append(figure)
    _drop_headlines(blocks)
    found = [tally for block in blocks.values() for tally in _grown(book, block, known)]
    return sorted(found, key=lambda tally: min(f.fact.order for f in tally.figures))


def _with_fates(book: Book, all_figures: list[Figure], known: Known) -> list[Figure]:
    """«نقل 47 تلميذا إلى المستشفيات» beside «أصيب 63 تلميذا»: where one report does not say what befell people, its
    headline does, or its claim's mate."""
    all_figures = [_as_headed(figure, all_figures) for figure in all_figures]
    by_claim: dict[str, list[Figure]] = {}
    for figure in all_figures:
        if figure.first.unit == "count" and not (figure.sum or figure.part or figure.lone or figure.fact.head):
            by_claim.setdefault(figure.fact.id, []).append(figure)
    told: dict[int, Figure] = {}
    for pair in known.alike:
        for mine, other in permutations(pair, 2):
            for left, right in product(by_claim.get(mine, ()), by_claim.get(other, ())):
                if _unsaid(left) and right.fate != "other" and _same_people(book, left, right, known):
                    counted = left.population if left.population.kind else right.population
                    told[id(left)] = replace(left, outcome=right.outcome, population=counted)
    return [told.get(id(figure), figure) for figure in all_figures]


def _unsaid(figure: Figure) -> bool:
    return figure.fate == "other" and figure.outcome != "struck" and figure.measure is None


def _as_headed(figure: Figure, all_figures: list[Figure]) -> Figure:
    """«ارتفع إلى 11 عدد الضحايا» under «سيول تقتل 11 شخصا»."""
    if figure.fact.head or figure.first.unit != "count" or not _unsaid(figure) or (figure.low or 0) <= _CHANCE:
        return figure
    if _top(figure) not in (None, "person") or (figure.what and _top(figure) is None):
        return figure
    heads = (
        head
        for head in all_figures
        if head.fact.head and head.fact.report == figure.fact.report and equal(head, figure) and head.fate != "other"
    )
    head = next(heads, None)
    return replace(figure, outcome=head.outcome, population=head.population) if head else figure


def _same_people(book: Book, left: Figure, right: Figure, known: Known) -> bool:
    """Whether a number of people, or one without any noun, is of those whose fate the other tells."""
    kinds = left.population.kind, right.population.kind
    one_class = kinds[0] == kinds[1] not in (None, "person")
    bare = left.first.counted is None and kinds[0] in (None, "person")
    told = _top(left) == "person" and (one_class or of_one_noun(left, right))
    if left.fact.report == right.fact.report or not (bare or told):
        return False
    return bool(likely(book, left, right, known) >= settings("figures")["agree_score"])


def known_of(book: Book, all_figures: list[Figure], alignments: tuple[Alignment, ...]) -> Known:
    """What weighing two figures needs to know of all of them and of the claims that are set side by side."""
    alike: dict[frozenset[str], float] = {}
    for alignment in alignments:
        for pair in combinations(alignment.claims[:_ALIGNED], 2):
            alike[frozenset(pair)] = max(alignment.score, alike.get(frozenset(pair), 0.0))
    hurt: dict[Span, list[Figure]] = {}
    for figure in all_figures:
        if figure.fate != "other" and not figure.lone:
            hurt.setdefault(figure.sentence, []).append(figure)
    told: dict[int, list[Figure]] = {}
    for figure in all_figures:
        if not (figure.fact.head or figure.lone or figure.sum):
            told.setdefault(figure.fact.report, []).append(figure)
    met = _met(all_figures, alike)
    return Known(alike, _best(book, alike), _sole(all_figures), met, hurt, told, _ranks(told))


def _ranks(told: dict[int, list[Figure]]) -> dict[str, int]:
    """The place of each figure among those of its report and fate, from 0."""
    rows: dict[tuple[int, str], set[tuple[int, str]]] = {}
    for report, several in told.items():
        for figure in several:
            rows.setdefault((report, figure.fate), set()).add((figure.first.span.start, figure.first.id))
    return {key: place for row in rows.values() for place, (_, key) in enumerate(sorted(row))}


def _best(book: Book, alike: dict[frozenset[str], float]) -> dict[tuple[str, int], float]:
    """How like a claim's best mate in each other report is."""
    found: dict[tuple[str, int], float] = {}
    for pair, score in alike.items():
        for mine, other in permutations(pair, 2):
            key = mine, book.by_id[other].report
            found[key] = max(score, found.get(key, 0.0))
    return found


def _drop_headlines(blocks: dict[str, list[Figure]]) -> None:
    """A headline's number is set against its own text, and the text's number against other reports."""
    for block in blocks.values():
        body = [figure for figure in block if not figure.fact.head]
        block[:] = [
            figure
            for figure in block
            if not figure.fact.head or not any(b.fact.report == figure.fact.report and _headed(figure, b) for b in body)
        ]


def _headed(head: Figure, figure: Figure) -> bool:
    """Whether a figure of the text is what its headline's number tells, «21 اتفاقا» over «21 مذكرة»."""
    same = equal(head, figure) and (head.low or 0) >= _TELLING and head.first.unit == figure.first.unit
    vague = by_order(head) and comparable(head, figure) is not None and overlapping(head, figure)
    return same or vague or by_words(figure, head) is not None


def _sole(all_figures: list[Figure]) -> set[tuple[int, str]]:
    """Reports with one figure of an outcome: in a story of one happening, two such figures are of the same event."""
    seen: dict[tuple[int, str], set[tuple[object, object, object]]] = {}
    for figure in all_figures:
        if not (figure.fact.head or figure.lone or figure.sum or figure.part or figure.past):
            values = seen.setdefault((figure.fact.report, figure.sort), set())
            values.add((figure.low, figure.high, figure.population.kind))
    return {key for key, values in seen.items() if len(values) == 1 and key[1]}


def _grown(book: Book, block: list[Figure], known: Known) -> list[Tally]:
    found: list[Tally] = []
    mated = _mated(book, block, known)
    summed = {q.id for figure in block if figure.sum for q in figure.quantities}
    for figure in block:
        # A part stands for itself only where another report counts that part alone.
        part = not figure.sum and figure.first.id in summed
        if part and not any(_part_counted(figure, tally) for tally in found):
            continue
        options = [(score, tally) for tally in found if (score := _fit(book, figure, tally, known, mated)) is not None]
        if not options:
            found.append(Tally([figure], [figure], known))
            continue
        tally = max(options, key=lambda option: option[0])[1]
        tally.figures.append(figure)
        if len(tally.faces) < _FACES and not any(_same_face(face, figure) for face in tally.faces):
            tally.faces.append(figure)
    return found


def _met(all_figures: list[Figure], alike: dict[frozenset[str], float]) -> set[tuple[str, int]]:
    """Figures, by id, with a report that gives the very same number in a claim set beside theirs: it tells of the same
    things, and no other number of that report differs from it."""
    by_value: dict[object, list[Figure]] = {}
    for figure in all_figures:
        if (figure.low or 0) >= _TELLING:
            by_value.setdefault((figure.low, figure.high), []).append(figure)
    found: set[tuple[str, int]] = set()
    found |= _summed(all_figures, by_value)
    for several in by_value.values():
        for left, right in combinations(several[:_ALIGNED], 2):
            if left.fact.report != right.fact.report and frozenset((left.fact.id, right.fact.id)) in alike:
                found |= {(left.first.id, right.fact.report), (right.first.id, left.fact.report)}
    return found


def _summed(all_figures: list[Figure], by_value: dict[object, list[Figure]]) -> set[tuple[str, int]]:
    """Two numbers of one thing in a report whose sum another report gives: neither they nor the sum differ from it."""
    found: set[tuple[str, int]] = set()
    by_report: dict[int, list[Figure]] = {}
    for figure in all_figures:
        single = figure.first.unit == "count" and figure.low == figure.high
        # «ثمانية بينهم ثلاثة أطفال» are no eleven.
        if single and not (figure.sum or figure.part or figure.fact.head):
            by_report.setdefault(figure.fact.report, []).append(figure)
    for report, several in by_report.items():
        for one, other in combinations(several[:_ALIGNED], 2):
            for whole in by_value.get(((one.low or 0) + (other.low or 0),) * 2, ()):
                if (
                    not (whole.measure == one.measure == other.measure)
                    or len({one.fate, other.fate, whole.fate} - {"other"}) > 1
                ):
                    # Eleven killed and six missing are no seventeen killed.
                    continue
                if len({_top(figure) for figure in (one, other, whole)} - {None}) > 1 or _two_things(one, other):
                    # Seven raids and five killed are no twelve raids, 58 countries and three races no 61 countries.
                    continue
                if whole.fact.report != report and one.fact.sentence is other.fact.sentence:
                    there = whole.fact.report
                    found |= {(whole.first.id, report), (one.first.id, there), (other.first.id, there)}
    return found


def _top(figure: Figure) -> str | None:
    """The widest class of what is counted: people, vessels …; None where no class knows it."""
    kind = figure.population.kind or ("person" if figure.fate != "other" else None)
    return above(kind)[-1] if kind else None


def _two_things(one: Figure, other: Figure) -> bool:
    return one.fate == other.fate == "other" and not of_one_noun(one, other) and _top(one) is None


def _mated(book: Book, block: list[Figure], known: Known) -> set[frozenset[str]]:
    """Pairs of figures, by id, that are each other's best mate in their reports: only such can differ."""
    best: dict[tuple[str, int, str], float] = {}
    scored: list[tuple[float, Figure, Figure]] = []
    faces = {(f.fact.report, f.low, f.high, f.what, f.own): f for f in block if not f.corrected}
    for left, right in combinations(list(faces.values())[:_COMPARED], 2):
        if left.fact.report == right.fact.report or comparable(left, right) is None:
            continue
        fits = overlapping(left, right)
        if fits and (by_order(left) or by_order(right)):
            # «عشرات» is the mate of no number: another may still differ from it.
            continue
        score = likely(book, left, right, known)
        one = by_words(left, right) or (equal(left, right) and (left.low or 0) >= _TELLING)
        if fits and one and score >= settings("figures")["agree_score"]:
            # A number that another fits is none that a third differs from.
            score += _FITTING
        if left.fact.head or right.fact.head:
            # The text below a headline tells its number better.
            score -= _FITTING
        scored.append((score, left, right))
        for mine, other in ((left, right), (right, left)):
            key = mine.first.id, other.fact.report, _voice(other)
            best[key] = max(score, best.get(key, 0.0))
    return {
        frozenset((left.first.id, right.first.id))
        for score, left, right in scored
        if (score >= best[left.first.id, right.fact.report, _voice(right)] or _outgrows(right, left))
        and (score >= best[right.first.id, left.fact.report, _voice(left)] or _outgrows(left, right))
    }


def _voice(figure: Figure) -> str:
    """Who gives the number: a report may tell one of its own and another that somebody says."""
    return figure.fact.origin.key if figure.fact.origin.known else ""


def _outgrows(figure: Figure, other: Figure) -> bool:
    """«ارتفعت حصيلة القتلى إلى 13» beside nine: a toll that has grown differs from the earlier one, which its own report
    may tell too."""
    return figure.risen and not other.risen and (other.low or 0) < (figure.low or 0)


def _fit(book: Book, figure: Figure, tally: Tally, known: Known, mated: set[frozenset[str]]) -> float | None:
    """The evidence that a figure is of the slot's event, where it is enough for what the numbers would say."""
    limits = settings("figures")
    best: float | None = None
    if any(face.risen and face.fact.report == figure.fact.report for face in tally.faces) and told_before(figure):
        # What its own report says was so before differs from nobody.
        return None
    for face in tally.faces:
        stands = comparable(face, figure)
        if stands is None or face.corrected or figure.corrected:
            continue
        fits = overlapping(face, figure)
        if other_period(face, figure, fits):
            continue
        if not fits and face.fact.report == figure.fact.report and face.fact.head == figure.fact.head:
            continue
        if not fits and face.fact.report != figure.fact.report:
            pair = frozenset((figure.first.id, face.first.id))
            met = {(figure.first.id, face.fact.report), (face.first.id, figure.fact.report)} & known.met
            grown = _outgrows(figure, face) or _outgrows(face, figure)
            if (met and not grown and _voice(figure) == _voice(face)) or pair not in mated:
                if stands == "same" and not face.sum:
                    # It is another number than one of the slot's.
                    return None
                continue
        score = likely(book, face, figure, known)
        if _told_alike(face, figure, known) and same_elsewhen(face, figure):
            score = max(score, limits["agree_score"])
        least = limits["agree_score"] if fits else limits["conflict_score"]
        if score >= least and (best is None or score > best):
            best = score
    return best


def _told_alike(left: Figure, right: Figure, known: Known) -> bool:
    """Whether claims that are set side by side give one telling number of one noun: no chance has it twice."""
    beside = frozenset((left.fact.id, right.fact.id)) in known.alike and (left.low or 0) >= _TELLING
    return beside and equal(left, right) and (of_one_noun(left, right) or left.sort == right.sort != "")


def _same_face(face: Figure, figure: Figure) -> bool:
    alike = equal(face, figure) and face.window == figure.window and face.population == figure.population
    return alike and not of_two_stretches(face, figure) and not narrowed(face, figure)


def _part_counted(figure: Figure, tally: Tally) -> bool:
    return any(
        face.population.kind == figure.population.kind and face.fact.report != figure.fact.report
        for face in tally.faces
        if not face.sum
    )
