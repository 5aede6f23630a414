"""The rooms and the direction of their doors: nothing imports upward, and the core imports no extra."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path

import pytest

from tawatur.lang.normalise import fold
from tawatur.lang.tables import table

SRC = Path(__file__).parents[1] / "src" / "tawatur"
LAYERS = ("model", "lang", "annotate", "story", "reconcile", "dossier", "pipeline", "cli")
# Rooms beside the line: what each may use besides the standard library and errors, likelihood, settings, stages.
BESIDE = {"ingest": {"model", "lang"}, "store": {"model"}}
EVERYWHERE = {"errors", "likelihood", "settings", "stages", "__version__"}
HEAVY = ("trafilatura", "rich", "jinja2", "yaml", "babel", "hijridate", "anyascii", "pydantic")


def room(path: Path) -> str:
    return path.relative_to(SRC).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    """Rooms of ours that a file names in its import statements, at the top or inside functions."""
    package = ("tawatur", *path.relative_to(SRC).parts[:-1])
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            stem = ".".join(part for part in (base, node.module or "") if part)
            names = [stem] if node.module else [f"{stem}.{alias.name}" for alias in node.names]
        else:
            continue
        rooms.update(name.split(".")[1] for name in names if name.startswith("tawatur."))
    return rooms - EVERYWHERE


FILES = sorted(SRC.rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SRC)))
def test_nothing_imports_upward(path):
    here = room(path)
    if here in BESIDE:
        allowed = BESIDE[here] | {here}
    elif here in LAYERS:
        allowed = set(LAYERS[: LAYERS.index(here) + 1]) | ({"ingest", "bench"} if here == "cli" else set())
    else:
        pytest.skip(f"{here} is a door of its own or has no layer")
    assert imported_rooms(path) <= allowed


def test_importing_the_pipeline_loads_nothing_heavy():
    code = "import sys, tawatur.pipeline; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not set(HEAVY) & set(loaded)


@pytest.mark.skipif(version("typer") >= "0.29", reason="this typer is newer than the project asks for")
def test_comparing_plain_reports_loads_no_pydantic(tmp_path):
    report = tmp_path / "a.txt"
    report.write_text("خبر\n\nقتل ثلاثة في حادث.", encoding="utf-8")
    code = f"import sys; sys.argv[1:] = ['compare', {str(report)!r}, '-o', {str(tmp_path / 'b')!r}]\n"
    code += "from tawatur.cli import app\ntry:\n    app()\nfinally:\n    print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "tawatur.pipeline" in loaded and "pydantic" not in loaded


def _in_endings(tree: ast.AST) -> set[ast.AST]:
    """What stands inside ``endswith(…)`` and ``startswith(…)``: letters of words, not words."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute))
    return {n for call in calls if call.func.attr in ("endswith", "startswith") for n in ast.walk(call)}


@cache
def _listed_endings() -> frozenset[str]:
    """What inflection puts on nouns and verbs, folded, as the data files of the language have it."""
    nouns = [ending for row in table("ar", "noun_endings").rows for ending in row["endings"].split("|")]
    return frozenset(map(fold, (*nouns, *(row["add"] for row in table("ar", "verb_endings").rows))))


def _word(part: ast.expr | None) -> bool:
    """A word of Arabic: no particle written onto words, which is of one or two letters, and no ending."""
    word = part.value if isinstance(part, ast.Constant) and isinstance(part.value, str) else ""
    return len(word) > 2 and "\u0621" <= word[0] <= "\u064a" and word not in _listed_endings()


@pytest.mark.parametrize(
    "path",
    [path for path in FILES if room(path) in ("annotate", "story", "reconcile")],
    ids=lambda path: str(path.name),
)
def test_lists_of_words_stand_in_data_files(path):
    """Letters and endings may stand in code, where they are grammar, and the words of one regular expression."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    lists = (node for node in ast.walk(tree) if isinstance(node, ast.Tuple | ast.Set | ast.List | ast.Dict))
    for node in set(lists) - _in_endings(tree):
        arabic = [part.value for part in (node.keys if isinstance(node, ast.Dict) else node.elts) if _word(part)]
        assert len(arabic) < 2, f"{path.name}:{node.lineno}: {arabic} belong in lang/ar"
