"""Different words for one notion are told where they are likely chosen for one thing."""

from __future__ import annotations

LEFT = "هجوم على حاجز\n\nهاجم مسلحون حاجزا للشرطة في مدينة المكلا فجر الثلاثاء وأصابوا ثلاثة من أفراده."
RIGHT = "هجوم على حاجز\n\nهاجم إرهابيون حاجزا للشرطة في مدينة المكلا فجر الثلاثاء وأصابوا ثلاثة من أفراده."


def _said(found):
    findings = found.of("discrepancy", "wording")
    return [{value["text"] for value in finding.values} for finding in findings]


def test_two_words_for_those_who_did_one_thing_are_a_choice(story):
    assert _said(story(LEFT, RIGHT)) == [{"مسلحون", "إرهابيون"}]


def test_plain_words_for_two_things_are_none(story):
    left = LEFT + "\n\nوكان عامل قد توفي الأحد في انهيار بئر قرب بلدة شحير."
    right = LEFT + "\n\nوشيعت مدينة سيئون الاثنين قتلى غرق العبارة."
    assert _said(story(left, right)) == []


def test_of_several_uses_those_are_shown_that_stand_side_by_side(story):
    left = LEFT.replace("\n\n", "\n\nفر مسلحان من سجن البيضاء قبل شهر. ", 1)
    [finding] = story(left, RIGHT).of("discrepancy", "wording")
    assert {value["span"].start for value in finding.values} == {left.index("مسلحون"), RIGHT.index("إرهابيون")}


def test_of_three_reports_the_words_of_two_are_not_told_beside_those_of_one(story):
    smugglers = "\n\nوضبطت الشرطة عند الحاجز نفسه مهربين."
    one, other = LEFT + smugglers, RIGHT + smugglers
    third = LEFT.replace("مسلحون", "متمردون")
    assert _said(story(one, other, third)) == [{"مسلحون", "إرهابيون", "متمردون"}]
