"""Who is one across reports and who is not; a person's judgement over the rules."""

from __future__ import annotations

import pytest

from tawatur.model import Judgement


def groups(found):
    return [{v.text for v in e.variants} for e in found.dossier.entities]


def together(found, left, right):
    return any(left in texts and right in texts for texts in groups(found))


def test_transliterations_are_one_person_with_the_rule_that_says_so(story):
    left = "لقاء\n\nقال المبعوث الأممي غريغوري هاندلسون إن المحادثات تتقدم."
    right = "لقاء\n\nقال المبعوث الأممي جريجوري هاندلسون إن المحادثات تتقدم ببطء."
    found = story(left, right)
    assert together(found, "غريغوري هاندلسون", "جريجوري هاندلسون")
    rules = {link.rule for e in found.dossier.entities for link in e.links}
    assert "transliteration" in rules or "spelling" in rules


def test_two_ministers_of_one_name_stay_two(story):
    left = "تصريح\n\nقال وزير الصحة المصري أحمد السيد إن اللقاح متوفر في كل المراكز."
    right = "تصريح\n\nقال وزير الداخلية العراقي أحمد السيد إن الأمن مستتب في المدينة."
    found = story(left, right)
    people = [e for e in found.dossier.entities if e.kind == "PERSON" and any("السيد" in v.text for v in e.variants)]
    assert len(people) == 2


def test_armies_of_two_countries_stay_two(story):
    left = "اشتباك\n\nأعلن الجيش السوري أن جنوده انسحبوا من التلة."
    right = "اشتباك\n\nأعلن الجيش الأردني أن جنوده انسحبوا من التلة."
    assert not together(story(left, right), "الجيش السوري", "الجيش الأردني")


def test_a_family_name_alone_joins_the_only_person_of_that_name(story):
    left = "تصريح\n\nقال المتحدث باسم الحكومة ماجد الأنصاري إن القرار نهائي. وأضاف الأنصاري أنه نافذ."
    right = "تصريح\n\nقال ماجد الأنصاري إن القرار نهائي."
    assert together(story(left, right), "ماجد الأنصاري", "الأنصاري")


@pytest.mark.parametrize("deleted", [None, "2026-05-08"])
def test_a_judgement_overrides_the_rules_until_it_is_taken_back(story, deleted):
    left = "اشتباك\n\nأعلن الجيش السوري أن جنوده انسحبوا من التلة."
    right = "اشتباك\n\nأعلن الجيش السوري أن جنوده عادوا إلى التلة."
    first = story(left, right)
    ids = [m.entity for r in first.dossier.readings for m in r.mentions if "الجيش السوري" in m.span.of(r.article.text)]
    judgement = Judgement(ids[0], ids[1], "different", "editor", "2026-05-07", deleted)
    second = story(left, right, judgements=(judgement,))
    assert len({first.dossier.entity_of[i] for i in ids}) == 1
    assert len({second.dossier.entity_of[i] for i in ids}) == (2 if deleted is None else 1)
