"""Who holds an office that another report tells without a name."""

from __future__ import annotations


def head(*texts):
    return [f"أخبار اليوم {n}\n\n{text}" for n, text in enumerate(texts)]


BARE = "أعلن محافظ واسط تشكيل لجنة للتحقيق في انهيار الجسر."


def test_a_name_is_added_to_an_office(story):
    found = story(*head(BARE, "وجه محافظ واسط سالم العطار بتشكيل لجنة للتحقيق في انهيار الجسر."))
    told = [f for f in found.of("elaboration", "name") if "سالم العطار" in f.detail.ar]
    assert told, [f.detail.ar for f in found.dossier.findings]


def test_a_name_that_both_know_is_not(story):
    found = story(
        *head(
            f"{BARE} وزار سالم العطار موقع الجسر.",
            "وجه محافظ واسط سالم العطار بتشكيل لجنة للتحقيق في انهيار الجسر.",
        )
    )
    assert not [f for f in found.of("elaboration", "name") if "سالم العطار" in f.detail.ar]


def test_another_office_is_not(story):
    found = story(*head(BARE, "وجه وزير النقل سالم العطار بتشكيل لجنة للتحقيق في انهيار الجسر."))
    assert not [f for f in found.of("elaboration", "name") if "«محافظ واسط»" in f.detail.ar]
