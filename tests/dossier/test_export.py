"""The exports: each format keeps its own rules, and every value leads back to the record."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tawatur.cli import app
from tawatur.dossier.casualties import policies
from tawatur.dossier.export import FORMATS, TABLES, acled, airwars, tables, ucdp, write
from tawatur.dossier.export.sheet import Column, safe, sheet
from tawatur.dossier.load import load
from tawatur.dossier.render.json import dossier_json, dumps

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reference" / "exports.md").read_text(encoding="utf-8")
SHEETS = {"acled": acled.COLUMNS, "ucdp": ucdp.COLUMNS, "airwars": airwars.COLUMNS}
SHEETS |= {f"csv --table {name}": columns for name, columns in tables.COLUMNS.items()}


@pytest.fixture(scope="module")
def story(demo, tmp_path_factory):
    """The sample story's record as a file."""
    path = tmp_path_factory.mktemp("export") / "story.json"
    path.write_text(dumps(dossier_json(demo)), encoding="utf-8")
    return path


def rows(text):
    return list(csv.DictReader(io.StringIO(text)))


# The tables


@pytest.mark.parametrize("name", SHEETS)
def test_every_column_is_in_the_reference_with_where_it_comes_from(name):
    section = PAGE.split(f"\n## `{name}`")[1].split("\n## ")[0]
    told = re.findall(r"^\| `(\w+)` \| (.+) \|$", section, re.MULTILINE)
    assert told == [(column.name, column.comes) for column in SHEETS[name]]


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_one_row_for_each_item_with_its_exact_words(demo, table):
    texts = {reading.article.id: reading.article.text for reading in demo.readings}
    found = rows(write(demo, "csv", table))
    assert [row["id"] for row in found] == [item.id for r in demo.readings for item in getattr(r, table)]
    for row in found:
        assert row["text"] == texts[row["article"]][int(row["start"]) : int(row["end"])]


def test_claims_name_their_findings_and_quantities_their_claims(demo):
    found = {row["id"]: row["findings"].split("; ") for row in rows(write(demo, "csv", "claims")) if row["findings"]}
    for finding in demo.findings:
        for claim in finding.claims:
            assert finding.id in found[claim]
    quantities = {row["id"]: row["claims"].split("; ") for row in rows(write(demo, "csv", "quantities"))}
    for reading in demo.readings:
        for claim in reading.claims:
            assert all(claim.id in quantities[quantity] for quantity in claim.quantities)


def test_an_open_bound_is_an_empty_cell(demo):
    open_ended = [row for row in rows(write(demo, "csv", "quantities")) if row["bound"] == "more_than"]
    assert open_ended
    assert all(row["low"] and row["high"] == "" for row in open_ended)


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_no_cell_of_text_runs_as_a_formula(begins):
    cell = f'{begins}HYPERLINK("http://x.example";"انقر")'
    [row] = rows(sheet((Column("text", "", lambda r: r), Column("n", "", lambda r: -3.5)), [cell]))
    assert row["text"].replace("\r", "\n").replace("\n\n", "\n") == "'" + cell.replace("\r", "\n")
    assert row["n"] == "-3.5"


def test_only_one_apostrophe_is_to_be_dropped():
    assert safe("'=1") == "'=1"
    assert safe("سطر = عادي") == "سطر = عادي"


def test_a_report_cannot_put_a_formula_into_any_sheet(dossier_of):
    text = "=cmd|' /C calc'!A0\n\n=SUM(A1) قتل ثلاثة مدنيين في هجوم على حاجز.\n\n-2 +3 @x قال الوزير «=1+1»."
    dossier = dossier_of(text, "@عنوان\n\n+قتل أربعة مدنيين في هجوم على حاجز قرب كركوك.")
    for to in ("acled", "ucdp", "airwars"):
        assert_inert(write(dossier, to))
    for table in TABLES:
        assert_inert(write(dossier, "csv", table))


def assert_inert(text):
    for row in csv.reader(io.StringIO(text)):
        for cell in row:
            assert not cell.startswith(("=", "+", "-", "@")) or re.fullmatch(r"-[\d.]+", cell), cell


# The conflict formats


def test_each_toll_is_a_row_under_its_policy(demo):
    found = {toll.id: toll for toll in policies(demo)}
    for row in rows(write(demo, "acled")):
        toll = found[row["event_id_cnty"]]
        assert row["fatalities"] == str(toll.acled.fatalities.value)
        assert row["notes"] == toll.acled.notes.en
        assert row["tawatur_claims"] == "; ".join(toll.claims)
    for row in rows(write(demo, "ucdp")):
        for name in ("low", "best", "high", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"):
            value = getattr(found[row["id"]].ucdp, name).value
            assert row[name] == ("" if value is None else str(value))
    for row in rows(write(demo, "airwars")):
        assert row["civilian_harm_grading"] == found[row["assessment_code"]].airwars.grade


def test_the_sample_toll_has_its_day_and_its_sources(demo):
    [row] = [row for row in rows(write(demo, "ucdp")) if row["best"] == "3"]
    assert (row["date_start"], row["date_end"], row["date_prec"]) == ("2026-02-20", "2026-02-20", "1")
    assert row["number_of_sources"] == "3"
    assert "موقع الضفاف" in row["source_office"] and "مدير مستشفى" in row["source_original"]


PLACED = "هجوم\n\nقتل ثلاثة مدنيين في غارة جوية على مدينة حماة يوم {day} أيار/مايو 2026، بحسب الدفاع المدني."


def test_a_row_has_the_place_and_its_precision(dossier_of):
    dossier = dossier_of(PLACED.format(day=4))
    [row] = rows(write(dossier, "acled"))
    assert (row["location"], row["country"], row["geo_precision"]) == ("حماة", "Syria", "1")
    assert float(row["latitude"]) == pytest.approx(35.13, abs=0.01)
    assert (row["event_date"], row["time_precision"]) == ("2026-05-04", "1")
    [row] = rows(write(dossier, "ucdp"))
    assert row["geom_wkt"] == f"POINT ({row['longitude']} {row['latitude']})"


def test_no_day_is_chosen_where_the_reports_dates_exclude_each_other(dossier_of):
    dossier = dossier_of(PLACED.format(day=4), PLACED.format(day=5))
    found = rows(write(dossier, "acled"))
    days = {row["event_date"] for row in found}
    assert days == {""} if len(found) == 1 else days == {"2026-05-04", "2026-05-05"}


def test_no_day_and_no_place_is_filled_in_from_the_publication(dossier_of):
    [row] = rows(write(dossier_of("هجوم\n\nقتل ثلاثة مدنيين في هجوم مسلح."), "acled"))
    assert row["event_date"] == row["year"] == row["location"] == row["latitude"] == ""


# GeoJSON, schema.org, FollowTheMoney, Parquet


def test_geojson_points_are_longitude_first_and_name_their_claims(demo):
    found = json.loads(write(demo, "geojson"))
    assert found["type"] == "FeatureCollection" and found["features"]
    claims = {claim.id for reading in demo.readings for claim in reading.claims}
    for feature in found["features"]:
        longitude, latitude = feature["geometry"]["coordinates"]
        assert -180 <= longitude <= 180 and -90 <= latitude <= 90
        assert {claim["id"] for claim in feature["properties"]["claims"]} <= claims
    [town] = [f for f in found["features"] if f["properties"]["name"] == "المكلا"]
    assert town["geometry"]["coordinates"] == pytest.approx([49.12, 14.54], abs=0.01)


def test_unresolved_places_have_no_point(demo):
    unresolved = {p.name for r in demo.readings for p in r.places if p.lat is None}
    named = {f["properties"]["name"] for f in json.loads(write(demo, "geojson"))["features"]}
    assert not unresolved & named


def test_schemaorg_has_reports_and_claims_and_no_rating(demo):
    text = write(demo, "schemaorg")
    found = json.loads(text)
    assert found["@context"] == "https://schema.org"
    assert not re.search("rating|review", text, re.IGNORECASE)
    articles = {item["@id"]: item for item in found["@graph"] if item["@type"] == "NewsArticle"}
    claims = [item for item in found["@graph"] if item["@type"] == "Claim"]
    assert len(articles) == len(demo.readings)
    assert len(claims) == sum(len(reading.claims) for reading in demo.readings)
    assert all(claim["appearance"]["@id"] in articles for claim in claims)
    assert all(claim["author"]["name"] for claim in claims)


def test_schemaorg_dates_no_report_whose_date_is_inferred(dossier_of):
    found = json.loads(
        write(dossier_of("هجوم\n\nقتل ثلاثة يوم الاثنين 4 أيار/مايو 2026.", published=None), "schemaorg")
    )
    assert "datePublished" not in found["@graph"][0]


def test_followthemoney_takes_every_entity_whole(demo):
    model = pytest.importorskip("followthemoney", reason="the extra [ftm] is not installed").model
    from followthemoney.proxy import EntityProxy

    found = [json.loads(line) for line in write(demo, "ftm").splitlines()]
    ids = {entity["id"] for entity in found}
    assert len(ids) == len(found)
    for entity in found:
        schema = model.get(entity["schema"])
        assert schema is not None
        schema.validate(entity)
        proxy = EntityProxy.from_dict(entity, cleaned=False)
        for name, values in entity["properties"].items():
            assert sorted(proxy.get(name)) == sorted(values), (entity["schema"], name)
            if schema.get(name).type.name == "entity":
                assert set(values) <= ids
    assert {"Article", "Person", "Organization", "Event", "Mention"} <= {entity["schema"] for entity in found}


def test_every_schema_and_property_of_followthemoney_is_in_the_reference(demo):
    section = PAGE.split("\n## `ftm`")[1].split("\n## ")[0]
    told = {m[1]: set(re.findall(r"`(\w+)`", m[2])) for m in re.finditer(r"^\| `(\w+)` \|.*\| (.+) \|$", section, re.M)}
    for line in write(demo, "ftm").splitlines():
        entity = json.loads(line)
        assert entity["properties"].keys() <= told[entity["schema"]], entity["schema"]


def test_parquet_holds_the_table_typed(demo):
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra [parquet] is not installed")
    table = parquet.read_table(io.BytesIO(write(demo, "parquet", "quantities")))
    expected = [q for reading in demo.readings for q in reading.quantities]
    assert table.column_names == [column.name for column in tables.COLUMNS["quantities"]]
    assert table["low"].to_pylist() == [q.low for q in expected]
    assert table["high"].to_pylist() == [q.high for q in expected]
    assert str(table.schema.field("start").type) == "int64"


# The command


@pytest.mark.parametrize("to", [to for to in FORMATS if to != "parquet"])
def test_a_record_read_back_exports_as_the_dossier_itself(demo, story, to):
    loaded = load(json.loads(story.read_text(encoding="utf-8")), "story.json")
    assert write(loaded, to) == write(demo, to)


@pytest.mark.parametrize("to", [to for to in FORMATS if to != "parquet"])
def test_the_command_writes_the_format(demo, story, tmp_path, to):
    out = tmp_path / "out"
    assert CliRunner().invoke(app, ["export", str(story), "--to", to, "-o", str(out)]).exit_code == 0
    data = out.read_bytes()
    sheets = to in ("acled", "ucdp", "airwars", "csv")
    assert data.startswith(b"\xef\xbb\xbf") == sheets
    assert data.decode("utf-8-sig") == write(demo, to)


def test_the_command_reads_standard_input_and_writes_no_mark_to_a_pipe(demo, story):
    done = CliRunner().invoke(app, ["export", "-", "--to", "csv", "--table", "quotes"], input=story.read_bytes())
    assert done.exit_code == 0
    assert done.stdout_bytes.decode("utf-8") == write(demo, "csv", "quotes")


def test_exit_statuses(story, tmp_path):
    bad = tmp_path / "bad.json"
    bad.write_text('{"schema": "tawatur.dossier/1"}', encoding="utf-8")

    def run(*arguments):
        return CliRunner().invoke(app, ["export", *arguments])

    missing = run(str(tmp_path / "none.json"), "--to", "csv")
    assert missing.exit_code == 1 and "none.json" in missing.stderr
    assert run(str(bad), "--to", "csv").exit_code == 1
    assert run(str(story), "--to", "pdf").exit_code == 2
    assert run(str(story)).exit_code == 2
    assert run(str(story), "--to", "ftm", "--table", "quotes").exit_code == 2


def test_parquet_without_its_package_names_the_extra(story, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    done = CliRunner().invoke(app, ["export", str(story), "--to", "parquet"])
    assert done.exit_code == 1
    assert "tawatur[parquet]" in done.stderr
