"""Indirect speech in English: the subject before the verb or behind it, and what only looks like a statement."""

from __future__ import annotations

import pytest

STATEMENTS = [
    (
        "Shelling killed nine people on Tuesday, the health department said, hours after talks broke down.",
        "the health department",
        "Shelling killed nine people on Tuesday",
    ),
    ("The bank expects growth of 5 percent, Mary Bright added.", "Mary Bright", "The bank expects growth of 5 percent"),
    (
        "The charity said it was closing and that staff had left.",
        "The charity",
        "it was closing and that staff had left",
    ),
    (
        "No children were aboard, local broadcaster Radio Lambi reported, citing the port authority.",
        "the port authority",
        "No children were aboard",
    ),
    # a figure put, a victim named
    (
        "Union leader Adam Reyes put the number of strikers at 900.",
        "Union leader Adam Reyes",
        "the number of strikers at 900",
    ),
    (
        "The defence minister named one of the dead as Omar Diallo.",
        "The defence minister",
        "one of the dead as Omar Diallo",
    ),
    # the subject behind the verb, the quotation around it, the body that "it" is
    ('"The harbour is shut," said Mary Stone, 43.', "Mary Stone", "The harbour is shut"),
    ("The ministry has closed the road, it said.", "The ministry", "The ministry has closed the road"),
    ("The hospital is full, according to the union, which runs it.", "union", "The hospital is full"),
]


@pytest.mark.parametrize(("text", "speaker", "content"), STATEMENTS)
def test_who_says_what(told, text, speaker, content):
    assert (speaker, content) in told(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "Firefighters put out the blaze at 5 p.m. on Monday.",
        "The army put the city under curfew at 8 p.m.",
        "The club named Smith as its coach.",
        "A man named Ali fled as police arrived.",
    ],
)
def test_putting_and_naming_that_say_nothing(told, text):
    assert told(text, "en") == []


def test_words_told_to_a_medium_are_an_interview(read):
    (quote,) = read("Governor Adam Reyes told Reuters that the bridge would open.", language="en").quotes
    assert quote.channel.kind == "interview"
