"""Who is one across reports and who is not; a person's judgement over the rules."""

from __future__ import annotations

import pytest

from tawatur.dossier.load import loads
from tawatur.dossier.render.json import dossier_json, dumps
from tawatur.model import Judgement
from tawatur.pipeline import update


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


ARMY = (
    "اشتباك\n\nأعلن الجيش السوري أن جنوده انسحبوا من التلة.",
    "اشتباك\n\nأعلن الجيش السوري أن جنوده عادوا إلى التلة.",
)
BODIES = ("بيان\n\nقالت حركة النهضة إن الاتفاق انتهى.", "بيان\n\nقالت حركة الإصلاح إن الاتفاق انتهى.")


def judgement(left, right, verdict, deleted=None):
    return Judgement(left, right, verdict, "منى", "2026-05-07", deleted)


def test_names_judged_the_same_are_one_and_the_record_says_whose_word_it_is(story):
    assert not together(story(*BODIES), "حركة النهضة", "حركة الإصلاح")
    found = story(*BODIES, judgements=(judgement("حركة  النهضة", "حركة الاصلاح", "same"),))
    assert together(found, "حركة النهضة", "حركة الإصلاح")
    links = [link for entity in found.dossier.entities for link in entity.links if link.rule == "judgement"]
    assert [link.detail for link in links] == ["judged the same by منى on 2026-05-07"]
    assert any("منى judged (2026-05-07)" in note.en for note in found.dossier.coverage.notes)


def test_one_name_of_two_outlets_is_judged_to_be_of_two(story):
    apart = judgement("الجيش السوري @ صحيفة أ", "الجيش السوري @ صحيفة ب", "different")
    found = story(*ARMY, judgements=(apart,))
    armies = [e for e in found.dossier.entities if any(v.text == "الجيش السوري" for v in e.variants)]
    assert len(armies) == 2
    assert all("judged_apart" in {link.rule for link in e.links} for e in armies)
    assert found.dossier.judged == (apart,)


def test_the_last_word_about_a_pair_counts(story):
    one, two = "الجيش السوري @ صحيفة أ", "الجيش السوري @ صحيفة ب"
    undone = judgement(two, one, "different", "2026-05-08")
    found = story(*ARMY, judgements=(judgement(one, two, "different"), undone))
    assert found.dossier.judged == ()
    assert sum("الجيش السوري" in texts for texts in groups(found)) == 1


def test_a_judgement_against_another_or_about_nobody_comes_to_nothing(story):
    first = judgement("حركة النهضة", "حركة الإصلاح", "different")
    again = judgement("حركة النهضة @ صحيفة أ", "حركة الإصلاح", "same")
    found = story(*BODIES, judgements=(first, again, judgement("حركة النهضة", "حزب آخر", "same")))
    assert found.dossier.judged == (first,)
    assert not together(found, "حركة النهضة", "حركة الإصلاح")


def test_a_record_read_back_and_grown_keeps_its_judgements_until_they_are_taken_back(story):
    names = ("حركة النهضة", "حركة الإصلاح")
    record = loads(dumps(dossier_json(story(*BODIES, judgements=(judgement(*names, "same"),)).dossier)), "record.json")
    assert update(record, ()).judged == (judgement(*names, "same"),)
    assert update(record, (), (judgement(*names, "same", "2026-05-08"),)).judged == ()
