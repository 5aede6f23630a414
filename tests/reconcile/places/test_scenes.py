"""Claims that only say when or where the thing was, set beside what another report tells of it."""

from __future__ import annotations

RAIL = "خرج قطار ركاب عن مساره بين أنقرة وقونية، ما أسفر عن إصابة عشرة ركاب.\n\n"
OTHER = "أصيب عشرة ركاب بجروح بعدما خرج قطار ركاب عن مساره بين أنقرة وقونية الثلاثاء.\n\n"


def test_two_hours_of_the_accident_differ(story):
    found = story(
        f"حادث قطار في تركيا\n\n{RAIL}ووقع الحادث عند السابعة مساء الثلاثاء، وفق مكتب الحاكم.",
        f"جرحى في تركيا\n\n{OTHER}وحدث ذلك قرابة الثالثة بعد الظهر، بحسب وسائل إعلام محلية.",
    )
    assert found.of("discrepancy", "date"), found.conflicts()


def test_an_hour_that_only_one_gives_is_added(story):
    found = story(
        f"حادث قطار في تركيا\n\n{RAIL}ووقع الحادث عند السابعة مساء الثلاثاء، وفق مكتب الحاكم.",
        f"جرحى في تركيا\n\n{OTHER}وقال الحاكم إن التحقيق بدأ.",
    )
    assert [f for f in found.of("elaboration", "date") if "السابعة" in f.detail.ar], found.dossier.findings
    assert not found.of("discrepancy", "date")


def test_another_accident_is_not_the_one_told(story):
    found = story(
        f"حادث قطار في تركيا\n\n{RAIL}ووقع حادث مماثل مساء الأحد قرب إسطنبول.",
        f"جرحى في تركيا\n\n{OTHER}وقال الحاكم إن التحقيق بدأ.",
    )
    assert not found.of("discrepancy", "date") and not found.of("discrepancy", "place"), found.conflicts()


def test_where_the_ceremony_was_in_english(story):
    found = story(
        "Ports deal signed\n\nOman and Bahrain signed a ports agreement in Muscat on Tuesday, the two ministries said.",
        "Oman and Bahrain sign deal\n\nOman and Bahrain on Tuesday signed a ports agreement, officials said.\n\n"
        "The ceremony was held in Manama.",
        languages=["en", "en"],
    )
    assert found.of("discrepancy", "place"), found.conflicts()


def test_a_day_and_a_place_may_both_be_added(story):
    found = story(
        "غرق أطفال\n\nغرق ثلاثة أطفال أثناء السباحة في نهر الفرات.",
        "أطفال ضحايا\n\nغرق ثلاثة أطفال عصر الأحد أثناء السباحة في نهر الفرات قرب مدينة الميادين.",
    )
    assert found.of("elaboration", "date") and found.of("elaboration", "place")


def test_when_it_ended_is_no_hour_of_when_it_began(story):
    one = "اندلعت اشتباكات بين مسلحين وعشائر البدو، صباح الأحد، في ريف السويداء، وقتل خمسة أشخاص.\n\n"
    two = "قتل خمسة أشخاص في اشتباكات بين مسلحين وعشائر البدو في ريف السويداء.\n\n"
    found = story(
        f"اشتباكات في السويداء\n\n{one}وتوقفت الاشتباكات عصر الاثنين بعد وساطة.",
        f"قتلى في السويداء\n\n{two}واستمرت الاشتباكات حتى مساء الأحد.",
    )
    assert found.of("discrepancy", "date"), found.conflicts()
