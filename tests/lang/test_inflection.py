"""A form is traced back to the words it may be a form of: the same that spelling every form out would find."""

from __future__ import annotations

import pytest

from tawatur.lang.inflection import Forms, verb_group, verb_patterns


@pytest.fixture
def verbs():
    found = Forms(verb_patterns("ar"))
    for tense, base in (("perfect", "ارتفع"), ("imperfect", "يرتفع"), ("perfect", "رمي"), ("imperfect", "يرمي")):
        found.add(verb_group("ar", tense, base), base, base)
    return found


@pytest.mark.parametrize(
    ("form", "base"),
    [("ارتفعت", "ارتفع"), ("ترتفع", "يرتفع"), ("نرتفع", "يرتفع"), ("رمت", "رمي"), ("يرمون", "يرمي"), ("ترم", "يرمي")],
)
def test_a_form_leads_to_its_word(verbs, form, base):
    assert set(verbs.of(form)) == {base}


@pytest.mark.parametrize("form", ["", "ت", "ارتفعه", "مرتفع", "رميون"])
def test_other_words_lead_nowhere(verbs, form):
    assert verbs.of(form) == []


@pytest.mark.parametrize("base", ["ارتفع", "رمي", "دعا"])
def test_every_form_spelled_out_is_found(base):
    group = verb_group("ar", "perfect", base)
    found = Forms(verb_patterns("ar"))
    found.add(group, base, base)
    assert all(found.of(pattern.form(base)) for pattern in verb_patterns("ar")[group])
