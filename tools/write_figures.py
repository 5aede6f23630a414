"""Write the tables of figures (README, error rates) from what the bench printed, so that none is copied by hand.

    make bench DATA=folder > bench.log
    python tools/write_figures.py bench.log

The rows are in ``figures.toml``. A figure that the bench did not print stops the writing.
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
README, RATES = HERE.parent / "README.md", HERE.parent / "docs" / "reference" / "error-rates.md"
_LINE = re.compile(r"(?P<name>.+?) +(?P<value>-?\d+\.\d+) (?P<unit>\S*) +n=(?P<n>\d+) *(?P<note>.*)")
_MARKS = re.compile(r"(?<=<!-- figures -->\n).*(?=<!-- /figures -->)", re.DOTALL)


def rows(kind: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads((HERE / "figures.toml").read_text(encoding="utf-8"))[kind]
    return found


def printed(log: str) -> dict[str, tuple[float, int]]:
    """Value and number of cases of every figure in a log, by its name and by ``name | note``."""
    found: dict[str, tuple[float, int]] = {}
    for match in filter(None, map(_LINE.fullmatch, log.splitlines())):
        name = match["name"].strip()
        for key in (name, f"{name} | {match['note']}"):
            found.setdefault(key, (float(match["value"]), int(match["n"])))
    return found


def look_up(found: dict[str, tuple[float, int]], key: str) -> tuple[float, int]:
    if key not in found:
        raise SystemExit(f"the bench did not print {key!r}")
    return found[key]


def table(log: str) -> str:
    """The README's table. Raises SystemExit for a figure that the log lacks."""
    found = printed(log)
    lines = ["| what | figure | on |", "| --- | --- | --- |"]
    for row in rows("row"):
        figures = [look_up(found, key) for key in row["figures"]]
        cases = f", {figures[0][1]:,} cases" if row.get("cases") else ""
        text = row["text"].format(*(value for value, _ in figures))
        lines.append(f"| {row['what']} | {text} | {row['on']}{cases} |")
    return "\n".join(lines) + "\n"


def rates(log: str) -> str:
    """The table of the error rates: each figure with what it leaves wrong."""
    found = printed(log)
    lines = ["| annotator | what is counted | right | wrong | cases | on |", "| --- | --- | --- | --- | --- | --- |"]
    for row in rows("rate"):
        value, cases = look_up(found, row["figure"])
        wrong = f"{100 * (1 - value):.1f} %"
        lines.append(f"| {row['annotator']} | {row['what']} | {value:.3f} | {wrong} | {cases:,} | {row['on']} |")
    return "\n".join(lines) + "\n"


def put(page: Path, told: str) -> None:
    page.write_text(_MARKS.sub(lambda _: told, page.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    log = Path(sys.argv[1]).read_text(encoding="utf-8")
    put(README, table(log))
    put(RATES, rates(log))
