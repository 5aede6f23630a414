"""The record over time: what a story's record says now that it did not say before, and what it no longer says.

Two records are compared finding by finding. Claims are known by their words' place (article and offsets), since
articles are known by their content; the numbers of findings mean nothing from one record to the next. Nothing is
overwritten: the earlier record stays as it was, and every change names the findings of both.
"""

from __future__ import annotations

from ..lang.phrasing import counted_ar, counted_en
from ..model import Change, Dossier, Finding, Said

Place = tuple[str, int, int]
_CONTESTED = frozenset(("discrepancy", "contradiction"))


def changes(before: Dossier, after: Dossier) -> tuple[Change, ...]:
    """What changed from ``before`` to ``after``: corroborated, new, changed and withdrawn findings, in that order.

    A finding of ``after`` continues the finding of ``before`` that shares most claims with it, of its own kind and
    aspect first. Findings that say the same of the same claims are no change.
    """
    known, old = _places(before), {r.article.id for r in before.readings}
    now = _places(after)
    told = [(finding, frozenset(known[claim] for claim in finding.claims)) for finding in before.findings]
    continued: set[str] = set()
    found: list[Change] = []
    for finding in after.findings:
        places = frozenset(now[claim] for claim in finding.claims)
        earlier = _earlier(finding, frozenset(p for p in places if p[0] in old), told)
        if earlier is not None:
            continued.add(earlier.id)
        carried = len({place[0] for place in places if place[0] in old})
        change = _change(finding, earlier, carried, places == _of(earlier, told))
        if change is not None:
            found.append(change)
    gone = (finding for finding, _ in told if finding.id not in continued)
    withdrawn = [Change("withdrawn", None, finding.id, finding.claims, _withdrawn(finding)) for finding in gone]
    order = ("corroborated", "new", "changed", "withdrawn")
    return tuple(sorted([*found, *withdrawn], key=lambda change: order.index(change.kind)))


def _places(dossier: Dossier) -> dict[str, Place]:
    spans = ((claim.id, claim.span) for reading in dossier.readings for claim in reading.claims)
    return {key: (span.article_id, span.start, span.end) for key, span in spans}


def _of(finding: Finding | None, told: list[tuple[Finding, frozenset[Place]]]) -> frozenset[Place] | None:
    return next((places for one, places in told if one is finding), None)


def _earlier(
    finding: Finding, places: frozenset[Place], told: list[tuple[Finding, frozenset[Place]]]
) -> Finding | None:
    """The earlier finding that this one continues, by the claims they share."""
    best: tuple[tuple[bool, float], Finding] | None = None
    for other, others in told:
        shared = len(places & others)
        if not shared:
            continue
        same = (other.kind, other.aspect) == (finding.kind, finding.aspect)
        rank = same, shared / len(places | others)
        if best is None or rank > best[0]:
            best = rank, other
    return best[1] if best else None


def _change(finding: Finding, earlier: Finding | None, carried: int, same_claims: bool) -> Change | None:
    """``carried`` counts the earlier record's reports that hold a claim of the finding."""
    if finding.kind == "agreement" and (_stronger(finding, earlier) if earlier else carried):
        before = earlier.independence.reports if earlier else carried
        key = earlier.id if earlier else None
        return Change("corroborated", finding.id, key, finding.claims, _corroborated(finding, before))
    if earlier is None:
        return Change("new", finding.id, None, finding.claims, finding.detail)
    if finding.kind in _CONTESTED and earlier.kind not in _CONTESTED:
        return Change("new", finding.id, earlier.id, finding.claims, finding.detail)
    said_alike = (finding.kind, finding.aspect, finding.verdict) == (earlier.kind, earlier.aspect, earlier.verdict)
    if said_alike and same_claims and _counts(finding) == _counts(earlier):
        return None
    return Change("changed", finding.id, earlier.id, finding.claims, _changed(finding, earlier))


def _stronger(finding: Finding, earlier: Finding) -> bool:
    """More reports tell it than before, or those that do are now known to be separate."""
    now, then = finding.independence, earlier.independence
    graded = now.grade == "independent" != then.grade
    return earlier.kind in ("single_source", "agreement") and (now.reports > then.reports or graded)


def _counts(finding: Finding) -> tuple[object, ...]:
    told = finding.independence
    return told.reports, told.outlets, told.families, told.lineages, told.origins, told.grade


def _corroborated(finding: Finding, before: int) -> Said:
    """How many reports told it ``before`` and tell it now, and whether separate origins stand behind them."""
    now = finding.independence
    apart = _APART[now.grade]
    return Said(
        f"كان في {_reports_ar(before)} وهو الآن في {_reports_ar(now.reports)}، {apart.ar}. {finding.detail.ar}",
        f"In {counted_en(before, 'report')} before, in {now.reports} now; {apart.en}. {finding.detail.en}",
    )


_APART = {
    "independent": Said("ومصادرها مستقلة", "separate origins stand behind them"),
    "not_independent": Said("ومصدرها واحد", "no further separate origin stands behind them"),
    "undetermined": Said("واستقلال مصادرها غير محسوم", "whether their origins are separate is undetermined"),
}


def _changed(finding: Finding, earlier: Finding) -> Said:
    return Said(f"قيل من قبل: {earlier.detail.ar}", f"Said before: {earlier.detail.en}")


def _withdrawn(finding: Finding) -> Said:
    """An earlier finding that no longer holds; what its reports say is still in the record."""
    return Said(f"لم يعد قائما: {finding.detail.ar}", f"No longer holds: {finding.detail.en}")


def _reports_ar(count: int) -> str:
    return counted_ar(count, "تقرير واحد", "تقريرين", "تقارير", "تقريرا")
