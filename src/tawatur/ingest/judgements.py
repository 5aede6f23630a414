"""A file of people's judgements: JSON lines, each saying of two names that they are one, or two."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from ..errors import BadRecord, UnreadableReport
from ..model import Judgement

_EXAMPLE = '{"left": "…", "right": "…", "verdict": "same", "user": "…", "created_at": "2026-03-14"}'
_NEEDED = {
    "left": "a name as the reports write it, or an entity's id",
    "right": "a name as the reports write it, or an entity's id",
    "verdict": 'write "same" or "different"',
    "user": "whose judgement it is",
    "created_at": "the day of the judgement, such as 2026-03-14",
}


class Judged(NamedTuple):
    """A judgement and the file and line it stands in."""

    source: str
    judgement: Judgement


def read_judgements(path: Path) -> tuple[list[Judged], list[BadRecord]]:
    """The judgements of a file, and for each line that holds none what is wrong with it and how to mend it.

    Raises UnreadableReport where the file cannot be read.
    """
    try:
        lines = path.read_bytes().decode("utf-8-sig", "replace").splitlines()
    except OSError as error:
        raise UnreadableReport(str(path), error.strerror or "cannot be read") from None
    found: list[Judged] = []
    wrong: list[BadRecord] = []
    for number, line in enumerate(lines, 1):
        source = f"{path}:{number}"
        try:
            if line.strip():
                found.append(Judged(source, _judgement(line, source)))
        except BadRecord as error:
            wrong.append(error)
    return found, wrong


def _judgement(line: str, source: str) -> Judgement:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadRecord(source, f"not JSON ({error}): a line is {_EXAMPLE}") from None
    if not isinstance(record, dict):
        raise BadRecord(source, f"not an object: a line is {_EXAMPLE}")
    values = {name: _text(record, name, source) for name in _NEEDED}
    deleted = _text(record, "deleted_at", source) if record.get("deleted_at") is not None else None
    for name, day in (("created_at", values["created_at"]), ("deleted_at", deleted)):
        if day is not None and not _is_day(day):
            raise BadRecord(source, f'"{name}": {day!r} is not a date such as 2026-03-14')
    left, right, verdict = values["left"], values["right"], values["verdict"]
    if verdict not in ("same", "different"):
        raise BadRecord(source, f'"verdict" is {verdict!r}: write "same" or "different"')
    if verdict == "different" and left == right:
        raise BadRecord(source, f'"left" and "right" are one name: say whose, such as "{left} @ OUTLET"')
    return Judgement(left, right, verdict, values["user"], values["created_at"], deleted)  # type: ignore[arg-type]


def _text(record: dict[str, Any], name: str, source: str) -> str:
    value = record.get(name)
    if not isinstance(value, str) or not value.strip():
        raise BadRecord(source, f'"{name}" is missing or no text: {_NEEDED.get(name, "a date such as 2026-03-14")}')
    return value.strip()


def _is_day(value: str) -> bool:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True
