"""How the texts of two reports hang together: copies, rewrites, shared speech, or nothing shared.

Printed evidence (an agency's credit) wins over measure. A lineage needs a shared run of the reporter's own words,
or two paragraphs that share a third of their word triples; a shared quotation is a common source and no more.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from ..lang.normalise import fold
from ..lang.phrasing import quoted, words_ar, words_en
from ..likelihood import Sign
from ..model import Lineage, Reading, Relation, Said
from ..settings import settings
from .common import Relayed, common_source, relayed, signs
from .credits import Credit, cited, credits, names_outlet, same_medium
from .keys import Keys
from .passages import Shared, Sought, shared, sought
from .speech import relays
from .words import Text, text_of

_NOTHING = Shared((), 0, 0, None, 0.0, 0)


class _Report(NamedTuple):
    """What one report brings to every pair it stands in, worked out once."""

    text: Text
    sought: Sought
    words: int
    body: int
    credits: tuple[Credit, ...]
    cited: tuple[Credit, ...]
    relayed: Relayed


class _Verdict(NamedTuple):
    relation: Relation
    evidence: Said


def lineages(readings: tuple[Reading, ...]) -> tuple[Lineage, ...]:
    """Every pair of reports with what their texts share, in the order of the reports.

    Only pairs with a word n-gram in common are aligned, so unrelated reports cost nothing but the look-up.
    """
    found = []
    for number, (left, right, together) in enumerate(_pairs(readings), 1):
        verdict = _verdict(left, right, together)
        articles = left.text.reading.article.id, right.text.reading.article.id
        earlier = _earlier(left, right) if verdict.relation in ("copy", "derived") else None
        found.append(
            Lineage(
                f"l{number}",
                articles,
                together.passages,
                verdict.relation,
                verdict.evidence,
                round(together.containment, 3),
                earlier,
            )
        )
    return tuple(found)


def open_pairs(readings: tuple[Reading, ...]) -> Iterator[tuple[str, str, tuple[Sign, ...]]]:
    """Article ids of the pairs that neither print nor shared words decide, and what speaks for a common source."""
    for left, right, together in _pairs(readings):
        if _certain(left, right, together) is None:
            ids = left.text.reading.article.id, right.text.reading.article.id
            yield *ids, signs(left.relayed, right.relayed, together.passages)


def _pairs(readings: tuple[Reading, ...]) -> Iterator[tuple[_Report, _Report, Shared]]:
    keys = Keys(readings)
    reports = [_report(reading, readings, keys) for reading in readings]
    near = _sharing(reports)
    for i, j in combinations(range(len(reports)), 2):
        left, right = reports[i], reports[j]
        together = shared(left.sought, right.sought) if (i, j) in near else _NOTHING
        yield left, right, together


def _report(reading: Reading, readings: tuple[Reading, ...], keys: Keys) -> _Report:
    text = text_of(reading)
    mine = reading.article.outlet
    others = frozenset(fold(r.article.outlet.name) for r in readings if r.article.outlet.key != mine.key)
    return _Report(
        text,
        sought(text),
        sum(index >= 0 for index in text.tokens),
        hash(tuple(_told(text))),
        credits(reading, others),
        cited(reading),
        relayed(text, keys.of(reading)),
    )


def _told(text: Text) -> Iterator[str]:
    """The words without the headline, which every outlet writes for itself."""
    heads = {s.paragraph for s in text.reading.sentences if s.role == "headline"}
    return (key for key, paragraph in zip(text.keys, text.paragraph) if paragraph not in heads and key.strip())


def _sharing(reports: list[_Report]) -> set[tuple[int, int]]:
    """Pairs of reports with at least one n-gram in common, through one index of all."""
    index: dict[tuple[str, ...], list[int]] = {}
    for number, report in enumerate(reports):
        for gram in report.sought.seeds:
            index.setdefault(gram, []).append(number)
    near: list[set[int]] = [set() for _ in reports]
    for number, report in enumerate(reports):
        for gram in report.sought.seeds:
            near[number].update(index[gram])
    return {(i, j) for i, others in enumerate(near) for j in others if i < j}


def _verdict(left: _Report, right: _Report, together: Shared) -> _Verdict:
    """What is certain, else one statement in both, else nothing."""
    verdict = _certain(left, right, together) or _same_statement(left, right, together)
    return verdict or _apart(left, right, together)


def _certain(left: _Report, right: _Report, together: Shared) -> _Verdict | None:
    """The first of these that holds: the same text, printed evidence, shared words."""
    for rule in (_same_text, _printed, _same_bulletin, _same_words):
        if (verdict := rule(left, right, together)) is not None:
            return verdict
    return None


def _same_text(left: _Report, right: _Report, together: Shared) -> _Verdict | None:
    shorter = min(_size(left), _size(right))
    if not shorter:
        return None
    if left.body == right.body and tuple(_told(left.text)) == tuple(_told(right.text)):
        return _Verdict("copy", Said("النصان متطابقان كلمة بكلمة.", "The two texts are the same, word for word."))
    if together.matched >= float(settings("reuse")["copy_share"]) * max(_size(left), _size(right)):
        n = together.matched
        return _Verdict(
            "copy",
            Said(
                f"يشترك النصان في {words_ar(n)} من أصل {_size(left)} و{_size(right)}.",
                f"The two texts share {words_en(n)} of {_size(left)} and {_size(right)}.",
            ),
        )
    return None


def _printed(left: _Report, right: _Report, together: Shared) -> _Verdict | None:
    """One report credits or cites the other's outlet, or the agency that the other credits for its text."""
    for one, other in ((left, right), (right, left)):
        outlet = other.text.reading.article.outlet
        for credit in (*one.credits, *one.cited):
            if names_outlet(credit, outlet):
                mine = one.text.reading.article.outlet.name
                return _Verdict(
                    "derived",
                    Said(
                        f"ينسب «{mine}» نصه إلى «{outlet.name}» بعبارة «{credit.text}»{_also_ar(together)}.",
                        f"{mine} credits {outlet.name} with the words «{credit.text}»{_also_en(together)}.",
                    ),
                )
    for one, other in ((left, right), (right, left)):
        for credit in (*one.credits, *one.cited):
            if not any(same_medium(credit, its) for its in other.credits):
                continue
            return _Verdict(
                "derived",
                Said(
                    f"ينسب التقريران نصيهما إلى وكالة واحدة: «{credit.text}»{_also_ar(together)}.",
                    f"Both reports credit one agency for their text: «{credit.text}»{_also_en(together)}.",
                ),
            )
    return None


def _also_ar(together: Shared) -> str:
    return f"، ويشتركان في {_run_ar(together)}" if together.run_passage else ""


def _also_en(together: Shared) -> str:
    return f", and they share {_run_en(together)}" if together.run_passage else ""


def _same_bulletin(left: _Report, right: _Report, together: Shared) -> _Verdict | None:
    """Words in common that are what both relay of somebody, each by a phrase of its own: a statement without quotation
    marks. Where the phrase that relays is shared too, the reporter's own words are."""
    shared_ = [p for p in together.passages if not p.quoted and p.words >= settings("reuse")["doubtful_words"]]
    if not shared_ or _same_words(left, right, together) is None:
        return None
    if not all(relays(left.text, p.left) and relays(right.text, p.right) for p in shared_):
        return None
    longest = max(shared_, key=lambda p: p.words)
    words = quoted(longest.left.of(left.text.reading.article.text))
    return _Verdict(
        "common_source",
        Said(
            f"ينقل التقريران {words_ar(longest.words)} من بيان واحد بلا علامتي اقتباس: {words}.",
            f"Both reports relay {words_en(longest.words)} of one statement without quotation marks: {words}.",
        ),
    )


def _same_words(left: _Report, right: _Report, together: Shared) -> _Verdict | None:
    limits = settings("reuse")
    text = left.text.reading.article.text
    long_run = together.run >= limits["lineage_words"] and together.run_own >= limits["own_words"]
    if long_run and together.run_passage is not None:
        words = quoted(together.run_passage.left.of(text))
        return _Verdict(
            "derived",
            Said(
                f"يشترك التقريران في {_run_ar(together)} خارج الاقتباس: {words}.",
                f"The two reports share {_run_en(together)} outside quotation marks: {words}.",
            ),
        )
    if together.containment >= limits["lineage_containment"]:
        share = round(100 * together.containment)
        best = max((p for p in together.passages if not p.quoted), key=lambda p: p.words, default=None)
        words = f": {quoted(best.left.of(text))}" if best else ""
        return _Verdict(
            "derived",
            Said(
                f"تشترك فقرتان من التقريرين في {share}٪ من ثلاثيات كلماتهما{words}.",
                f"Two paragraphs of the reports share {share}% of their word triples{words}.",
            ),
        )
    return None


def _run_ar(together: Shared) -> str:
    return f"{words_ar(together.run)} متتالية"


def _run_en(together: Shared) -> str:
    return f"{words_en(together.run)} in a row"


def _same_statement(left: _Report, right: _Report, together: Shared) -> _Verdict | None:
    """One speaker's statement in both, quoted or retold."""
    evidence = common_source(left.relayed, right.relayed, together.passages)
    return _Verdict("common_source", evidence) if evidence is not None else None


def _apart(left: _Report, right: _Report, together: Shared) -> _Verdict:
    """Nothing joins the texts; whether that says anything depends on how much there was to see."""
    limits = settings("reuse")
    languages = {left.text.reading.article.language, right.text.reading.article.language}
    if len(languages) > 1:
        return _Verdict(
            "undetermined",
            Said(
                "كتب التقريران بلغتين، فلا تكفي المقارنة اللفظية للحكم على صلة النصين.",
                "The reports are in two languages, so shared words cannot tell whether one text follows the other.",
            ),
        )
    if min(_size(left), _size(right)) < limits["least_words"]:
        return _Verdict(
            "undetermined",
            Said("أحد النصين أقصر من أن يحكم عليه.", "One of the texts is too short to tell."),
        )
    if together.passages:
        best = max(together.passages, key=lambda p: p.words)
        words = quoted(best.left.of(left.text.reading.article.text))
        # Names and titles are everybody's words, and what two speakers said is theirs.
        theirs = all(relays(left.text, p.left) and relays(right.text, p.right) for p in together.passages)
        doubtful = together.run_own >= limits["doubtful_words"] and not theirs
        return _Verdict(
            "undetermined" if doubtful else "independent",
            Said(
                f"أطول ما يشترك فيه التقريران {words_ar(best.words)}، وهو أقل من أن يدل على نقل: {words}.",
                f"The longest the two reports share is {words_en(best.words)}, too short to show copying: {words}.",
            ),
        )
    return _Verdict(
        "independent",
        Said("لا يشترك النصان في أي مقطع.", "The two texts share no passage."),
    )


def _size(report: _Report) -> int:
    return report.words


def _earlier(left: _Report, right: _Report) -> str | None:
    """The report published first, where both say when and one time ends before the other begins."""
    times = [_published(report) for report in (left, right)]
    if times[0] is None or times[1] is None:
        return None
    width = min(len(times[0]), len(times[1]))
    first, second = times[0][:width], times[1][:width]
    if first == second:
        return None
    return (left if first < second else right).text.reading.article.id


def _published(report: _Report) -> str | None:
    """A publication time in UTC as comparable text, from what the report or its metadata says."""
    article = report.text.reading.article
    if article.published_basis not in ("given", "metadata") or not article.published:
        return None
    if "T" not in article.published:
        return article.published if len(article.published) == 10 else None
    from datetime import UTC, datetime

    moment = datetime.fromisoformat(article.published)
    return (moment.astimezone(UTC) if moment.tzinfo else moment).strftime("%Y-%m-%dT%H:%M:%S")
