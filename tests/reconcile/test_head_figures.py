"""A headline's number beside those of its text."""

import pytest


def told(story, headline, *sentences):
    text = f"{headline}\n\n{' '.join(sentences)}"
    english = text.isascii()
    found = story(text, languages=["en" if english else "ar"])
    return found.of("discrepancy", "headline_vs_body")


@pytest.mark.parametrize(
    ("headline", "sentence"),
    [
        ("مقتل عشرين عاملا في انهيار منجم", "قتل 12 عاملا في انهيار منجم للفحم قرب زويرات فجر الاثنين."),
        ("بقعة زيت تغلق ثمانية شواطئ في سكيكدة", "أغلقت السلطات ستة شواطئ في سكيكدة بعد تسرب بقعة زيت مساء الأحد."),
        ("Five die in clinic fire", "Three patients died when a fire swept through a clinic in Sfax on Monday."),
    ],
)
def test_another_number_is_told(story, headline, sentence):
    assert told(story, headline, sentence)


@pytest.mark.parametrize(
    ("headline", "sentences"),
    [
        # what the text rounds, adds up, or tells later
        ("قافلة تنقل نصف مليون لقاح إلى عدن", ("نقلت قافلة 512 ألف لقاح إلى عدن يوم الاثنين.",)),
        ("مقتل ثمانية في هجومين قرب كركوك", ("قتل خمسة في الهجوم الأول قرب كركوك.", "وقتل ثلاثة في الهجوم الثاني.")),
        ("مقتل ثمانية في حادث سير", ("قتل سبعة في الحال في حادث سير قرب سطيف.", "وارتفع العدد إلى ثمانية قتلى مساء.")),
        # numbers of something else
        ("إصابة عشرة في حريق مصنع", ("اندلع حريق في مصنع يعمل فيه 40 عاملا قرب بنزرت وأصيب عشرة أشخاص.",)),
    ],
)
def test_what_may_be_the_headlines_number_is_not(story, headline, sentences):
    assert not told(story, headline, *sentences)
