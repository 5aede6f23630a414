"""Who did what to whom: voices, orders, masdars, status, and what hangs on an event."""

from __future__ import annotations

import pytest

from tawatur.annotate import dates, events, names, numbers, places
from tawatur.annotate.happenings.frames import EXTENSION_TYPES
from tawatur.annotate.tokens import sentences, tokenise
from tawatur.lang.tables import table
from tawatur.model import PLOVER_TYPES

# Three more sentences make a report of it: whole reports are not judged by the model of lone sentences.
CONTEXT = "\nوصل الوفد صباحا.\nتحسن الطقس قليلا.\nعاد الهدوء لاحقا."


@pytest.fixture
def told(make_article):
    def run(text, language="ar", published="2026-01-17", alone=False):
        whole = text if alone else text + (CONTEXT if language == "ar" else "\nIt rained.\nIt snowed.\nIt cleared.")
        article = make_article(whole, language, published)
        tokens = tokenise(article)
        found = sentences(article, tokens)
        times = dates.times(article, tokens, found, dates.anchor(article, tokens, found))
        figures = numbers.quantities(article, tokens, found, times)
        mentions, entities = names.names(article, tokens, found)
        where = places.places(article, tokens, mentions, entities)
        happened = events.events(article, tokens, found, mentions, figures, times, where)
        for event in happened:
            assert event.span.contains(event.trigger)
            for argument in event.arguments:
                assert argument.span.of(whole) == argument.text
        return whole, happened, {figure.id: figure for figure in figures}

    return run


def slots(event):
    return tuple(a.text if (a := event.argument(role)) else None for role in ("agent", "target"))


def one(told, text, frame, language="ar"):
    _, happened, _ = told(text, language)
    return next(event for event in happened if event.frame == frame)


@pytest.mark.parametrize(
    ("text", "frame", "agent", "target"),
    [
        ("هاجم مسلحون نقطة تفتيش قرب الحدود.", "attack", "مسلحون", "نقطة تفتيش"),
        ("إن القوات الحكومية قتلت أمس عشرين مسلحا.", "kill", "القوات الحكومية", "مسلحا"),
        ("قتل ثلاثة جنود برصاص مسلحين مجهولين.", "kill", None, "جنود"),
        ("قُتل جندي في غارة.", "kill", None, "جندي"),
        ("إن ضابطين قتلا في انفجار.", "kill", None, "ضابطين"),
        ("اغتال مجهولون القاضي في منزله.", "kill", "مجهولون", "القاضي"),
        ("أعلنت وزارة الداخلية اعتقال خمسة أشخاص.", "arrest", "وزارة الداخلية", "أشخاص"),
        ("أعلنت الشرطة مقتل ضابط في اشتباك.", "kill", None, "ضابط"),
        ("شنت الطائرات غارات على مواقع المتمردين.", "strike", "الطائرات", "مواقع المتمردين"),
        ("وقع الهجوم الذي نفذه مسلحون فجرا.", "attack", "مسلحون", None),
        ("تظاهر آلاف العمال ضد الحكومة.", "protest", "العمال", "الحكومة"),
        ("أطلق المسلحون النار على دورية للشرطة.", "shoot", "المسلحون", "دورية"),
        ("اعتقلت القوات عشرة مسلحين وقتلت اثنين.", "kill", "القوات", "اثنين"),
        ("تعرضت القافلة لهجوم قرب المدينة.", "attacked", None, "القافلة"),
    ],
)
def test_who_did_what_to_whom(told, text, frame, agent, target):
    assert slots(one(told, text, frame)) == (agent, target)


@pytest.mark.parametrize(
    ("text", "frame", "polarity", "modality", "auxiliary"),
    [
        ("قتلت القوات مسلحا.", "kill", "positive", "actual", ()),
        ("لم تقتل القوات أي مدني.", "kill", "negative", "actual", ("negation",)),
        ("ستشن القوات هجوما على البلدة.", "attack", "positive", "planned", ("future",)),
        ("نفى المتحدث قتل مدنيين.", "kill", "negative", "denied", ("negation",)),
        ("إذا هاجم المتمردون البلدة فسيرد الجيش.", "attack", "positive", "hypothetical", ("hypothetical",)),
        ("وكانت القوات قد قصفت البلدة.", "strike", "positive", "actual", ("historical",)),
    ],
)
def test_status(told, text, frame, polarity, modality, auxiliary):
    event = one(told, text, frame)
    assert (event.polarity, event.modality, event.auxiliary) == (polarity, modality, auxiliary)


def test_a_denied_killing_leaves_the_raid_standing(told):
    _, happened, _ = told("نفى المتحدث قتل مدنيين في القصف.")
    assert [(event.frame, event.modality) for event in happened] == [("kill", "denied"), ("strike", "actual")]


def test_a_verb_of_aim_joins_the_attack_it_speaks_of(told):
    event = one(told, "ضربات التحالف استهدفت مواقع التنظيم.", "strike")
    assert slots(event) == ("التحالف", "مواقع التنظيم")
    assert event.argument("instrument").text == "ضربات"


def test_deaths_in_an_earthquake_are_no_assault(told):
    _, happened, _ = told("لقي 30 شخصا حتفهم في زلزال ضرب المدينة.")
    assert {event.type for event in happened} == {"ACCIDENT"}


def test_figures_hang_on_their_own_event(told):
    _, happened, figures = told("أسفر الهجوم عن مقتل 12 شخصا وإصابة 30 آخرين.")
    by_frame = {event.frame: [figures[i].low for i in event.quantities] for event in happened}
    assert by_frame["kill"] == [12]
    assert by_frame["wound"] == [30]


@pytest.mark.parametrize(
    ("text", "frame", "mode"),
    [
        ("قتل ثلاثة جنود في غارة جوية.", "kill", "aerial"),
        ("فجر انتحاري نفسه في السوق.", "bomb", "explosives"),
        ("قتل شرطيان برصاص مجهولين.", "kill", "firearms"),
        ("ألقت الشرطة القبض على ثلاثة لصوص.", "arrest", "arrest"),
    ],
)
def test_modes(told, text, frame, mode):
    assert one(told, text, frame).mode == mode


def test_english_frames_are_the_same(told):
    event = one(told, "US forces killed three gunmen in an airstrike on Friday.", "kill", "en")
    assert (event.type, event.mode, slots(event)) == ("ASSAULT", "aerial", ("US forces", "gunmen"))
    passive = one(told, "Two soldiers were wounded by gunmen.", "wound", "en")
    assert slots(passive)[0] == "gunmen"


def test_ids_run_on_and_furniture_tells_nothing(told):
    _, happened, _ = told("هاجم مسلحون البلدة. اعتقلت الشرطة ثلاثة.")
    assert [event.id for event in happened] == [f"x-v{n}" for n in range(1, len(happened) + 1)]


@pytest.mark.parametrize(
    "text", ["", "؟!", "\x00قتل\x00", "قتل " * 300, "«قتل", "\ud800 قتل رجل", "ﻗﺘﻞ", "\u202eقتل جندي"]
)
def test_odd_text_is_read_without_a_fall(told, text):
    told(text, alone=True)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_row_has_a_known_type_and_all_of_plover_is_there(language):
    rows = table(language, "event_verbs").rows + table(language, "event_nouns").rows
    assert {row["type"] for row in rows} - set(EXTENSION_TYPES) == set(PLOVER_TYPES)


def test_the_languages_share_their_frame_ids():
    frames = {
        language: {row["frame"] for name in ("event_verbs", "event_nouns") for row in table(language, name).rows}
        for language in ("ar", "en")
    }
    assert frames["en"] <= frames["ar"]
