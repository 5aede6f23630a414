"""Bytes to text: the encoding is found by what the letters come to, and said."""

from __future__ import annotations

import pytest

from tawatur.errors import UnreadableReport
from tawatur.ingest.decode import decode

ARABIC = "أعلنت وزارة الصحة، الأربعاء، وفاة شخصين في مدينة الميناء إثر «تسمم غذائي» وفق بيان لها.\n"
ENGLISH = "The ministry said on Wednesday that two people had died in the port “after eating” at a café. "


@pytest.mark.parametrize(
    ("data", "text", "says"),
    [
        (ARABIC.encode(), ARABIC, None),
        (ARABIC.encode("cp1256"), ARABIC, "Windows-1256"),
        (ARABIC.replace("«", "").replace("»", "").encode("iso8859-6"), None, "ISO-8859-6"),
        (ENGLISH.encode("cp1252"), ENGLISH, "Windows-1252"),
        (b"\xff\xfe" + ARABIC.encode("utf-16-le"), ARABIC, "byte-order mark"),
    ],
)
def test_encodings(data, text, says):
    found = decode(data, "r.txt")
    assert found.text == (text or ARABIC.replace("«", "").replace("»", ""))
    assert [says in note.en for note in found.notes] == ([True] if says else [])


@pytest.mark.parametrize("data", [ARABIC.encode()[:-3], ARABIC.encode() + b"\xff" + ARABIC.encode()])
def test_a_letter_cut_or_spoiled_does_not_make_another_encoding_of_it(data):
    found = decode(data, "r.txt")
    assert found.text.startswith(ARABIC[:70])
    assert "\ufffd" in found.text and "spoiled" in found.notes[0].en


@pytest.mark.parametrize(
    "data",
    [
        "Министр сообщил, что два человека погибли в порту в среду вечером, передает агентство.".encode("cp1251"),
        "שני בני אדם נהרגו בנמל ביום רביעי, כך נמסר ממשרד הבריאות".encode("cp1255"),
        "二人在港口死亡，卫生部周三表示，调查仍在继续。".encode("gb18030"),
    ],
)
def test_what_is_neither_is_refused(data):
    with pytest.raises(UnreadableReport, match="save it as UTF-8"):
        decode(data, "r.txt")
