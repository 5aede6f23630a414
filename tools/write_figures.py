"""Write the README's table of figures from what the bench printed, so that no figure is copied by hand.

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
README = HERE.parent / "README.md"
_LINE = re.compile(r"(?P<name>.+?) +(?P<value>-?\d+\.\d+) (?P<unit>\S*) +n=(?P<n>\d+) *(?P<note>.*)")
_MARKS = re.compile(r"(?<=<!-- figures -->\n).*(?=<!-- /figures -->)", re.DOTALL)


def rows() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads((HERE / "figures.toml").read_text(encoding="utf-8"))["row"]
    return found


def printed(log: str) -> dict[str, tuple[float, int]]:
    """Value and number of cases of every figure in a log, by its name and by ``name | note``."""
    found: dict[str, tuple[float, int]] = {}
    for match in filter(None, map(_LINE.fullmatch, log.splitlines())):
        name = match["name"].strip()
        for key in (name, f"{name} | {match['note']}"):
            found.setdefault(key, (float(match["value"]), int(match["n"])))
    return found


def table(log: str) -> str:
    """The table in Markdown. Raises SystemExit for a figure that the log lacks."""
    found = printed(log)
    lines = ["| what | figure | on |", "| --- | --- | --- |"]
    for row in rows():
        if missing := [key for key in row["figures"] if key not in found]:
            raise SystemExit(f"the bench did not print {missing[0]!r}")
        text = row["text"].format(*(found[key][0] for key in row["figures"]))
        cases = f", {found[row['figures'][0]][1]:,} cases" if row.get("cases") else ""
        lines.append(f"| {row['what']} | {text} | {row['on']}{cases} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    told = table(Path(sys.argv[1]).read_text(encoding="utf-8"))
    README.write_text(_MARKS.sub(lambda _: told, README.read_text(encoding="utf-8")), encoding="utf-8")
    print(told)
