"""The three casualty policies on small stories of invented reports: every number with the claims behind it."""

from __future__ import annotations

from dataclasses import fields

import pytest

from tawatur.dossier.casualties import Number, policies

HEAD = "انفجار في سوق الياسمين\n\n"
BLAST = "قتل {killed} وأصيب {wounded} آخرون في انفجار سيارة مفخخة وسط سوق الياسمين في مدينة حماة الاثنين{tail}."


def blast(killed, wounded="عشرة", tail=""):
    return HEAD + BLAST.format(killed=killed, wounded=wounded, tail=tail)


@pytest.fixture
def policy(dossier_of):
    """The policies of a story with one toll, and a way to the words of its claims."""

    def make(*texts):
        dossier = dossier_of(*texts)
        [found] = policies(dossier)
        words = {c.id: c.span.of(r.article.text) for r in dossier.readings for c in r.claims}
        return found, lambda number: [words[claim] for claim in number.claims]

    return make


def numbers(policies):
    for policy in (policies.acled, policies.ucdp, policies.airwars):
        for field in fields(policy) if policy else ():
            value = getattr(policy, field.name)
            if isinstance(value, Number):
                yield field.name, value


def test_different_numbers_keep_apart_under_each_policy(policy):
    found, words = policy(blast("أربعة أشخاص"), blast("سبعة أشخاص"))
    assert found.acled.fatalities.value == 4
    assert words(found.acled.fatalities) == ["قتل أربعة أشخاص"]
    assert (found.ucdp.low.value, found.ucdp.best.value, found.ucdp.high.value) == (4, 4, 7)
    assert words(found.ucdp.high) == ["قتل سبعة أشخاص"]
    assert (found.airwars.killed_min.value, found.airwars.killed_max.value) == (4, 7)
    assert (found.airwars.injured_min.value, found.airwars.injured_max.value) == (10, 10)
    assert found.airwars.counted == "people"


def test_the_dispute_is_in_aceds_notes_with_both_figures(policy):
    found, _ = policy(blast("أربعة أشخاص"), blast("سبعة أشخاص", tail="، بحسب مديرية الصحة"))
    assert "disputed" in found.acled.notes.en and "مختلف فيه" in found.acled.notes.ar
    for said in (found.acled.notes.en, found.acled.notes.ar):
        assert "أربعة" in said and "سبعة" in said


def test_figures_that_fit_are_no_dispute(policy):
    found, _ = policy(blast("ما لا يقل عن أربعة أشخاص"), blast("أربعة أشخاص"))
    assert "disputed" not in found.acled.notes.en


def test_a_lower_bound_is_never_a_maximum(policy):
    found, _ = policy(blast("أكثر من أربعة أشخاص"))
    assert found.acled.fatalities.value == found.ucdp.low.value == found.airwars.killed_min.value == 5
    assert found.ucdp.high.value is None
    assert found.airwars.killed_max.value is None


def test_a_lower_bound_above_the_highest_number_leaves_the_maximum_open(policy):
    found, _ = policy(blast("خمسة أشخاص"), blast("أكثر من تسعة أشخاص"))
    assert found.ucdp.low.value == 5
    assert found.ucdp.high.value is None
    assert found.airwars.killed_max.value is None


def test_a_lower_bound_below_a_number_leaves_that_number_the_maximum(policy):
    found, words = policy(blast("ما لا يقل عن ثلاثة أشخاص"), blast("خمسة أشخاص"))
    assert found.ucdp.high.value == 5
    assert words(found.ucdp.high) == ["قتل خمسة أشخاص"]


def test_an_upper_bound_gives_no_lowest_number(policy):
    found, _ = policy(blast("أقل من عشرين شخصا"))
    assert found.acled.fatalities == Number(None)
    assert found.ucdp.best.value is None
    assert found.ucdp.high.value == 19


def test_parts_of_a_sum_go_to_their_sides_and_add_up_to_the_best_estimate(policy):
    whole = "هجوم على حاجز\n\nقتل ثلاثة عراقيين في هجوم على حاجز قرب كركوك مساء الأحد، بحسب قيادة العمليات."
    parts = "هجوم على حاجز\n\nقتل جنديان ومدني في هجوم على حاجز قرب كركوك مساء الأحد، بحسب مصدر طبي."
    found, _ = policy(whole, parts)
    ucdp = found.ucdp
    assert ucdp.best.value == 3
    assert (ucdp.deaths_a.value, ucdp.deaths_civilians.value, ucdp.deaths_unknown.value) == (2, 1, 0)
    assert ucdp.deaths_b.value is None
    assert (found.airwars.killed_min.value, found.airwars.killed_max.value) == (1, 1)
    assert found.airwars.counted == "civilians"


def test_children_among_the_dead_are_a_part_and_no_maximum_of_civilians(policy):
    found, _ = policy(blast("عشرة أشخاص بينهم أربعة أطفال"))
    assert (found.ucdp.low.value, found.ucdp.high.value) == (10, 10)
    assert found.ucdp.deaths_civilians.value == 4
    assert found.ucdp.deaths_unknown.value == 6
    assert (found.airwars.killed_min.value, found.airwars.killed_max.value) == (4, None)


def test_more_separate_origins_make_the_best_estimate(policy):
    found, _ = policy(
        blast("أربعة أشخاص", tail="، بحسب محافظ حماة"),
        HEAD + "أعلنت مديرية الصحة أن سبعة أشخاص قتلوا في انفجار السيارة في سوق الياسمين بمدينة حماة الاثنين.",
        HEAD + "وقال الدفاع المدني السوري إن انفجار سوق الياسمين في حماة الاثنين أودى بحياة سبعة أشخاص.",
    )
    assert (found.ucdp.low.value, found.ucdp.best.value) == (4, 7)
    assert found.acled.fatalities.value == 4


def test_a_denied_figure_counts_for_nothing_and_is_noted(policy):
    denied = HEAD + "نفى محافظ حماة أن يكون عشرون شخصا قد قتلوا في انفجار سوق الياسمين في مدينة حماة الاثنين."
    found, _ = policy(blast("أربعة أشخاص"), blast("أربعة أشخاص") + "\n\n" + denied.removeprefix(HEAD))
    assert found.ucdp.high.value == 4


def test_six_not_eight_denies_the_eight(policy):
    found, _ = policy(HEAD + "قال مدير الدفاع المدني إن حصيلة القتلى في هجوم الأحد ستة لا ثمانية.")
    assert (found.ucdp.low.value, found.ucdp.high.value) == (6, 6)
    assert "ثمانية" in found.acled.notes.en.split("Denied:")[1]


def test_a_narrower_word_for_just_as_many_is_the_whole(policy):
    """«شخصان» in one report and «متظاهرين» in another are two rival names of one total, not a part of it."""
    one = "تفريق احتجاج\n\nقتل شخصان عندما أطلقت الشرطة النار على محتجين في مدينة البصرة مساء الاثنين."
    two = "تفريق احتجاج\n\nقتل متظاهران عندما أطلقت الشرطة النار على محتجين في مدينة البصرة مساء الاثنين."
    found, words = policy(one, two)
    assert found.ucdp.best.value == 2
    assert len(words(found.acled.fatalities)) == 2


def test_a_toll_of_an_accident_is_no_row(dossier_of):
    text = "حادث حافلة\n\nلقي تسعة أشخاص مصرعهم وأصيب 24 آخرون في انقلاب حافلة قرب مدينة درعا مساء الاثنين."
    assert policies(dossier_of(text)) == ()
    # What is told without saying how is of the kind that the story tells of.
    assert policies(dossier_of(f"{text}\n\nوكان حادث مماثل أودى بحياة تسعة أشخاص في الموقع نفسه في آذار الماضي.")) == ()


def test_a_toll_of_a_period_is_kept_from_the_toll_of_a_day(dossier_of):
    day = "معارك في الوادي\n\nقتل خمسة أشخاص في معارك وادي الصفا مساء الأحد."
    year = "معارك في الوادي\n\nقتل خمسة أشخاص في معارك وادي الصفا خلال عام 2025."
    found = policies(dossier_of(day, year))
    assert sorted(p.window or "" for p in found) == ["", "2025"]


def test_two_tolls_of_one_sentence_stay_two(dossier_of):
    text = "هجومان\n\nقتل ثلاثة أشخاص في هجوم على بلدة الصفا، فيما قتل خمسة أشخاص في هجوم على بلدة النخيل الأحد."
    assert sorted(p.acled.fatalities.value for p in policies(dossier_of(text))) == [3, 5]


GRADES = {
    "Weak": [blast("أربعة مدنيين")],
    "Fair": [
        blast("أربعة مدنيين", tail="، بحسب محافظ حماة"),
        HEAD + "أعلنت مديرية الصحة مقتل أربعة مدنيين في انفجار السيارة وسط سوق الياسمين بمدينة حماة الاثنين.",
    ],
    "Confirmed": [blast("أربعة مدنيين") + "\n\nوأعلنت حركة الفجر مسؤوليتها عن التفجير في بيان."],
    "Contested": [
        blast("أربعة مدنيين") + "\n\nوأعلنت حركة الفجر مسؤوليتها عن التفجير في بيان.\n\nكما تبنت كتائب الصبح التفجير."
    ],
}


def test_the_speaker_that_says_it_struck_and_killed_accepts(policy):
    found, _ = policy(HEAD + "قال الجيش السوري إنه قصف سوق الياسمين في مدينة حماة وقتل أربعة مدنيين.")
    assert found.airwars.grade == "Confirmed"
    assert "الجيش السوري" in found.airwars.reason.en


def test_reports_that_name_different_actors_contest_it(policy):
    strike = "شن الجيش {who} غارة على سوق الياسمين في مدينة حماة الاثنين أسفرت عن مقتل أربعة مدنيين، بحسب {source}."
    one = HEAD + strike.format(who="الروسي", source="الدفاع المدني")
    two = HEAD + strike.format(who="التركي", source="محافظ حماة")
    found, _ = policy(one, two)
    assert found.airwars.grade == "Contested"


def test_accused_by_another_is_no_acceptance(policy):
    found, _ = policy(HEAD + "قال الدفاع المدني إن الجيش السوري قصف سوق الياسمين في مدينة حماة وقتل أربعة مدنيين.")
    assert found.airwars.grade == "Weak"


@pytest.mark.parametrize("grade", GRADES)
def test_airwars_grades(policy, grade):
    found, _ = policy(*GRADES[grade])
    assert found.airwars.grade == grade


def test_relayed_reports_are_a_single_source(policy):
    text = blast("أربعة مدنيين", tail="، بحسب محافظ حماة")
    found, _ = policy(text, text.replace("الاثنين", "يوم الاثنين"), text.replace("وسط", "في وسط"))
    assert found.airwars.grade == "Weak"


def test_the_party_that_killed_an_attacks_planner_did_not_accept_the_attack(policy):
    text = (
        "مقتل قيادي\n\nقال الجيش السوري إنه قتل قياديا في حركة الفجر على صلة بهجوم أسفر عن مقتل ثلاثة مدنيين في "
        "مدينة حماة الشهر الماضي."
    )
    found, _ = policy(text)
    assert found.airwars.grade == "Weak"


AFTER = {
    "تبنى تنظيم الفجر الهجوم في بيان.": "Confirmed",
    "وتبنت حركة الفجر مسؤولية التفجير.": "Confirmed",
    "وقالت حركة الفجر إنها نفذت الهجوم.": "Confirmed",
    "وأقر الجيش السوري بتنفيذ الغارة.": "Confirmed",
    "ونفت حركة الفجر مسؤوليتها عن التفجير.": "Weak",
    "ولم تعلن أي جهة مسؤوليتها عن الهجوم.": "Weak",
    "ولم تعلن حركة الفجر مسؤوليتها عن الهجوم.": "Weak",
    "ولم تتبن أي جهة الهجوم.": "Weak",
    "وحملت الحكومة حركة الفجر المسؤولية عن الهجوم.": "Weak",
    "واتهمت الحكومة حركة الفجر بتنفيذ الهجوم.": "Weak",
}
AFTER_IN_ENGLISH = {
    "The Dawn Movement claimed responsibility for the bombing.": "Confirmed",
    "The Dawn Movement said it carried out the bombing.": "Confirmed",
    "The Dawn Movement denied responsibility for the attack.": "Weak",
    "The Dawn Movement has not claimed responsibility for the attack.": "Weak",
    "No group has claimed responsibility for the attack.": "Weak",
    "The government blamed the Dawn Movement for the attack.": "Weak",
}


@pytest.mark.parametrize("sentence", AFTER)
def test_who_takes_the_attack_upon_itself(policy, sentence):
    found, _ = policy(blast("أربعة مدنيين") + "\n\n" + sentence)
    assert found.airwars.grade == AFTER[sentence]


@pytest.mark.parametrize("sentence", AFTER_IN_ENGLISH)
def test_who_takes_the_attack_upon_itself_in_english(policy, sentence):
    blast_ = "Four civilians were killed when a car bomb exploded in a market in the city of Hama on Monday."
    found, _ = policy(f"Blast in market\n\n{blast_}\n\n{sentence}")
    assert found.airwars.grade == AFTER_IN_ENGLISH[sentence]


def test_adopting_an_approach_is_no_claim_of_responsibility(policy):
    found, _ = policy(blast("أربعة مدنيين") + "\n\nوكانت غارات التحالف تستهدف جماعات تتبنى نهج حركة الفجر.")
    assert found.airwars.grade == "Weak"


def test_soldiers_and_fighters_are_no_civilians(policy):
    found, _ = policy("هجوم\n\nقتل ستة جنود وأصيب ثلاثة مسلحين في هجوم على حاجز قرب كركوك مساء الأحد.")
    assert found.airwars is None
    assert found.ucdp.deaths_a.value == 6


def test_every_number_leads_to_claims_of_the_toll(demo):
    found = policies(demo)
    assert found
    for toll in found:
        for name, number in numbers(toll):
            assert (number.value is None) == (number.claims == ()), name
            assert set(number.claims) <= set(toll.claims), name


def test_low_best_and_high_are_in_order(demo):
    for toll in policies(demo):
        if toll.ucdp:
            ends = [n.value for n in (toll.ucdp.low, toll.ucdp.best, toll.ucdp.high) if n.value is not None]
            assert ends == sorted(ends)


def test_the_worked_example_of_the_docs(demo):
    [port] = [toll for toll in policies(demo) if toll.acled and toll.acled.fatalities.value == 3]
    ucdp = port.ucdp
    assert (ucdp.low.value, ucdp.best.value, ucdp.high.value) == (3, 3, 3)
    assert (ucdp.deaths_a.value, ucdp.deaths_civilians.value, ucdp.deaths_unknown.value) == (2, 1, 0)
    airwars = port.airwars
    assert (airwars.killed_min.value, airwars.killed_max.value, airwars.grade) == (1, 1, "Weak")
