"""Bytes to text, with a word on what had to be done. The text itself is left as it is."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from ..errors import UnreadableReport
from ..model import Said

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The older code pages that Arabic pages were saved in, and the one of English with typographic marks.
_CODE_PAGES = {"cp1256": "Windows-1256", "iso8859-6": "ISO-8859-6"}
_LATIN = "cp1252"
# An English text is nearly all ASCII: its code page shows in quotation marks, dashes and an accent now and then.
_MOSTLY_ASCII = 0.05
# A UTF-8 file with a cut or spoiled letter here and there is still UTF-8; in another code page nearly every
# letter beyond ASCII is an error.
_SPOILED = 0.1
# A text in the right code page is mostly these: the article and the commonest letters of Arabic.
_COMMON = frozenset("اليمونرتبةعدسفهكقأحجشطصخإىضزثذئغءظآؤ")
_ENOUGH = 0.5
# Images, archives, PDF and office files hold NUL bytes or these openings; text files may hold a stray NUL.
_OPENINGS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"PK\x03\x04", b"GIF8", b"\x1f\x8b", b"\x7fELF", b"SQLite")
_SAMPLE = 65536


class Decoded(NamedTuple):
    text: str
    notes: tuple[Said, ...]


def decode(data: bytes, source: str) -> Decoded:
    """Text of a report's bytes. Raises UnreadableReport for empty, binary or undecodable input."""
    if not data.strip():
        raise UnreadableReport(source, "the file is empty")
    if data.startswith(_OPENINGS):
        raise UnreadableReport(source, "not a text file: save the report as text or HTML")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            note = Said(
                f"في أول الملف علامة ترتيب البايتات، وقُرئ بترميز {encoding}",
                f"the file starts with a byte-order mark; read as {encoding}",
            )
            return Decoded(_strictly(data[len(mark) :], encoding, source), (note,))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _code_page(data, source)
    if _binary(data):
        raise UnreadableReport(source, "not a text file: it is mostly control bytes")
    return Decoded(text, ())


def _strictly(data: bytes, encoding: str, source: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableReport(source, f"its byte-order mark says {encoding}, and byte {error.start} is not") from None


def _binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    controls = sum(sample.count(bytes((code,))) for code in (*range(9), *range(14, 32)))
    return controls > len(sample) / 20


def _code_page(data: bytes, source: str) -> Decoded:
    """The code page whose letters make the likeliest Arabic; none below half common letters is believed."""
    if _binary(data):
        raise UnreadableReport(source, "not a text file: it is mostly control bytes")
    repaired = data.decode("utf-8", "replace")
    spoiled, beyond = repaired.count("\ufffd"), sum(not char.isascii() for char in repaired)
    if spoiled < beyond * _SPOILED:
        note = Said(
            f"الملف بترميز UTF-8 وفيه مواضع تالفة ({spoiled}) تظهر هكذا: \ufffd",
            f"the file is UTF-8 with spoiled places ({spoiled}), shown as \ufffd",
        )
        return Decoded(repaired, (note,))
    sample = data[:_SAMPLE]
    if beyond < len(repaired) * _MOSTLY_ASCII:
        return _english(data, source)
    best, encoding = max((_arabic_share(sample, name), name) for name in _CODE_PAGES)
    if best < _ENOUGH:
        raise UnreadableReport(source, "neither UTF-8 nor Windows-1256: save it as UTF-8")
    return Decoded(data.decode(encoding, errors="replace"), (_other_than_utf8(_CODE_PAGES[encoding]),))


def _english(data: bytes, source: str) -> Decoded:
    try:
        return Decoded(data.decode(_LATIN), (_other_than_utf8("Windows-1252"),))
    except UnicodeDecodeError:
        raise UnreadableReport(source, "neither UTF-8 nor Windows-1252: save it as UTF-8") from None


def _other_than_utf8(encoding: str) -> Said:
    return Said(f"الملف بترميز {encoding} لا UTF-8", f"the file is in {encoding}, not UTF-8")


def _arabic_share(sample: bytes, encoding: str) -> float:
    """How much of what is not ASCII becomes a common Arabic letter."""
    letters = [char for char in sample.decode(encoding, errors="replace") if not char.isascii()]
    return sum(char in _COMMON for char in letters) / len(letters) if letters else 0.0
