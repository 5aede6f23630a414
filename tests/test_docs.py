"""What the documentation names exists, and what exists is named: commands, options, lists, data files, links."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from tawatur import pipeline
from tawatur.cli import app
from tawatur.dossier.render.json import dossier_json, reading_json
from tawatur.lang.tables import ROOT as LANG

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
COMMANDS = (DOCS / "reference" / "commands.md").read_text(encoding="utf-8")


def test_every_command_and_option_is_in_the_reference_and_no_other():
    group = typer.main.get_command(app)
    for name, command in group.commands.items():
        assert f"## `tawatur {name}" in COMMANDS
        section = COMMANDS.split(f"## `tawatur {name}")[1].split("\n## ")[0]
        options = {flag for p in command.params for flag in p.opts if flag.startswith("--") and flag != "--help"}
        named = set(re.findall(r"--[a-z]+", section))
        assert named == options, name
    assert set(re.findall(r"## `tawatur (\w+)", COMMANDS)) == set(group.commands)


def test_every_command_in_the_docs_parses():
    group = typer.main.get_command(app)
    for page in PAGES:
        for command in re.findall(r"^(?:\.venv/bin/)?tawatur (\w+)", page.read_text(encoding="utf-8"), re.MULTILINE):
            assert command in group.commands, page.name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_every_list_of_the_json_is_in_the_reference(make_article):
    text = (DOCS / "reference" / "json.md").read_text(encoding="utf-8")
    articles = [make_article("قتل ثلاثة في حادث.", key="a"), make_article("قتل أربعة في حادث.", key="b")]
    dossier = pipeline.update(pipeline.compare(articles[:1]), articles[1:])
    lists = {*dossier_json(dossier), *reading_json(dossier.readings[0])} - {"schema"}
    assert lists == set(re.findall(r"^\| `(\w+)` \|", text.split("## Bounds")[0], re.MULTILINE))


def test_every_data_file_is_in_the_reference():
    text = (DOCS / "reference" / "data-files.md").read_text(encoding="utf-8")
    assert {path.stem for path in LANG.glob("*/*.tsv")} == set(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE))


def test_make_targets_named_in_the_readme_exist():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in set(re.findall(r"make (\w+)", (ROOT / "README.md").read_text(encoding="utf-8"))):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_the_judgements_of_the_how_to_run_on_the_sample(tmp_path):
    page = (DOCS / "how-to" / "judge-names.md").read_text(encoding="utf-8")
    file, reports = tmp_path / "judgements.jsonl", sorted(map(str, (ROOT / "demo" / "reports").glob("*.txt")))
    file.write_text(re.search(r"```json\n(.*?)```", page, re.DOTALL)[1], encoding="utf-8")
    result = CliRunner().invoke(app, ["compare", *reports, "--judgements", str(file), "--lang", "en"])
    assert result.exit_code == 0 and not result.stderr
    assert "judged (2026-03-14)" in result.stdout and "judged (2026-03-15)" in result.stdout


def test_help_answers():
    assert CliRunner().invoke(app, ["--help"]).exit_code == 0
    assert CliRunner().invoke(app, ["--version"]).stdout.startswith("tawatur ")
