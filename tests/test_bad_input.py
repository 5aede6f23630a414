"""Bad input gives a right result or one clear line that names the file, never a traceback; the rest is compared."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from tawatur.cli import app

GOOD = "وزير الداخلية يعلن توقيف ثلاثة أشخاص\nأعلن وزير الداخلية سمير الحلو، الأحد، توقيف ثلاثة أشخاص في مدينة صيدا.\n"
OTHER = "توقيف ثلاثة في صيدا\nقالت وزارة الداخلية إن ثلاثة أشخاص أوقفوا في مدينة صيدا مساء السبت.\n"


@pytest.fixture
def run(tmp_path):
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "other.txt").write_text(OTHER, encoding="utf-8")

    def compare(*reports, data=None):
        names = []
        for name, content in (data or {}).items():
            path = tmp_path / name
            path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
            names.append(str(path))
        arguments = [
            "compare",
            *(str(tmp_path / r) for r in reports),
            *names,
            "--format",
            "json",
            "--published",
            "2026-05-03",
        ]
        result = CliRunner().invoke(app, arguments)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return compare


def record(result):
    found = json.loads(result.stdout)
    texts = {article["id"]: article["text"] for article in found["articles"]}
    for name in ("claims", "quotes", "quantities", "times", "events", "labels"):
        for item in found[name]:
            span = item["span"]
            assert texts[span["article"]][span["start"] : span["end"]] == span["text"]
    return found


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n\t ", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "not a text file"),
        ("noise.txt", bytes(range(256)) * 40, "not a text file"),
        ("huge.txt", "خبر ".encode() * 8_000_000, "larger than"),
        ("persian.txt", "رئیس جمهور گفت که این کشور برای صلح آماده است و از مردم تشکر کرد و این را خواست.", "Persian"),
        ("french.txt", "Le ministre a dit que les forces sont dans la ville et que la paix est pour demain.", "French"),
        ("marks.txt", "«»،،،…!!!", "no words"),
        ("front.txt", "---\noutlet: [x\n---\nخبر عاجل من المدينة\n", "front matter"),
        ("date.txt", "---\npublished: غدا\n---\nخبر عاجل من المدينة\n", "not a date"),
        ("scripts.html", "<html><body><script>alert(1)</script></body></html>", "no report"),
    ],
)
def test_what_cannot_be_used_is_named_and_the_rest_is_compared(run, name, content, says):
    result = run("good.txt", "other.txt", data={name: content})
    assert result.exit_code == 1
    [line] = result.stderr.strip().splitlines()
    assert name in line and says in line
    found = record(result)
    assert len(found["articles"]) == 2
    assert name in json.dumps(found["coverage"]["skipped"])


def test_a_missing_file_is_named(run):
    result = run("good.txt", "nowhere.txt")
    assert result.exit_code == 1 and "nowhere.txt" in result.stderr


def test_nothing_usable_writes_no_record(run):
    result = run(data={"empty.txt": b""})
    assert result.exit_code == 1 and not result.stdout


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("cp1256", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")],
)
def test_other_encodings_are_read_and_said(run, encoding, mark):
    result = run("other.txt", data={"old.txt": mark + GOOD.encode(encoding)})
    assert result.exit_code == 0
    found = record(result)
    old = next(article for article in found["articles"] if article["outlet"]["name"] == "old")
    assert old["text"] == GOOD
    assert old["notes"] and old["notes"][0]["ar"] and old["notes"][0]["en"]


def test_one_report_is_a_record_of_its_own(run):
    result = run("good.txt")
    assert result.exit_code == 0
    assert len(record(result)["articles"]) == 1


def test_the_same_report_twice_counts_once(run):
    result = run("good.txt", "good.txt", "other.txt")
    assert result.exit_code == 0
    found = record(result)
    assert len(found["articles"]) == 2
    assert found["coverage"]["skipped"]


@pytest.mark.parametrize(
    "text",
    [
        "عنوان\u202e مقلوب\u202c عن الحادث\nقال الوزير\u2066 إن\u2069 خمسة قتلوا.",
        "عنوان الخبر\nقال المتحدث إن \x00 ثلاثة\x00 أصيبوا في \ufeb3\ufeee\ufead\ufef3\ufe8e.",
        'عنوان الخبر\nقال المتحدث "إن الطريق مغلق ولم يغلق القوس.\nوأضاف «أن الجسر انهار.',
        "عنوان\n" + '"' * 500 + "\nقال الوزير «" * 50,
        "خ" * 20_000,
        "قُـــتِــلَ ثَـلَاثَـةُ جُنُودٍ\nأَعْلَنَتْ وِزَارَةُ الدِّفَاعِ مَقْتَلَ ثَلَاثَةِ جُنُودٍ.",
    ],
    ids=["bidi", "nul and presentation forms", "unpaired", "many marks", "one long word", "tatweel and harakat"],
)
def test_odd_text_is_read(run, text):
    result = run("good.txt", data={"odd.txt": text})
    assert result.exit_code == 0
    assert text in {article["text"] for article in record(result)["articles"]}


def test_lone_surrogates_come_through_json_lines_as_valid_json():
    line = json.dumps({"id": "s", "text": "عنوان الخبر\nقال الوزير إن \ud800 خمسة قتلوا في الهجوم."})
    result = CliRunner().invoke(app, ["annotate", "--jsonl"], input=line + "\n")
    found = json.loads(result.stdout)
    assert found["id"] == "s"
    assert "\ud800" in found["articles"][0]["text"]
    result.stdout.encode("utf-8")


def test_a_bad_line_answers_with_its_error_and_the_rest_goes_on():
    lines = [
        '{"id": 1, "text": "عنوان الخبر\\nقتل خمسة في هجوم."}',
        "{not json",
        '{"id": 3}',
        '{"id": 4, "text": "خبر آخر هنا"}',
    ]
    result = CliRunner().invoke(app, ["annotate", "--jsonl"], input="\n".join(lines))
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == [1, "line 2", 3, 4]
    assert ["error" in answer for answer in answers] == [False, True, True, False]


def test_stories_as_json_lines():
    story = {"id": "a", "reports": [{"id": "1", "text": GOOD}, {"id": "2", "text": OTHER}, {"id": "3", "text": ""}]}
    result = CliRunner().invoke(app, ["compare", "--jsonl"], input=json.dumps(story) + "\n")
    found = json.loads(result.stdout)
    assert found["id"] == "a" and len(found["articles"]) == 2
    assert found["coverage"]["skipped"]


@pytest.mark.parametrize(
    "arguments",
    [["compare"], ["annotate"], ["compare", "x.txt", "--published", "غدا"], ["compare", "x", "--format", "pdf"]],
)
def test_wrong_usage_is_status_two(arguments):
    assert CliRunner().invoke(app, arguments).exit_code == 2


@pytest.mark.parametrize(
    "line", ["[" * 100_000, "5", "null", '"text"', '{"id": NaN, "text": "خبر"}', '{"id": 1, "text": 7}']
)
def test_a_line_that_holds_no_report_never_ends_the_run(line):
    result = CliRunner().invoke(
        app, ["annotate", "--jsonl"], input=f"\ufeff{line}\n" + '{"id": 2, "text": "خبر هنا"}\n'
    )
    first, second = (json.loads(answer) for answer in result.stdout.splitlines())
    assert result.exit_code == 0 and "error" in first
    assert second["id"] == 2 and "error" not in second


def test_lines_cannot_be_written_where_no_folder_is(tmp_path):
    result = CliRunner().invoke(app, ["annotate", "--jsonl", "-o", str(tmp_path / "no" / "x")], input="{}\n")
    assert result.exit_code == 1 and "No such file" in result.stderr


def test_a_report_twice_in_a_story_is_said():
    report = {"id": "1", "text": GOOD, "outlet": "X"}
    line = json.dumps({"id": "a", "reports": [report, {**report, "id": "2"}]})
    found = json.loads(CliRunner().invoke(app, ["compare", "--jsonl"], input=line + "\n").stdout)
    assert len(found["articles"]) == 1
    assert found["coverage"]["skipped"][0]["en"] == "2: given twice; counted once"


@pytest.mark.parametrize("published", ["2026-05", "2026-05-03T10:00:00Z", "2026-05-03 10:00"])
def test_the_day_may_be_a_month_or_a_moment(tmp_path, published):
    path = tmp_path / "r.txt"
    path.write_text(GOOD, encoding="utf-8")
    result = CliRunner().invoke(app, ["annotate", str(path), "--format", "json", "--published", published])
    assert json.loads(result.stdout)["articles"][0]["published"].startswith("2026-05")


def test_a_bad_line_of_judgements_is_told_and_the_rest_goes_on(tmp_path):
    file = tmp_path / "judgements.jsonl"
    good = {"left": "أ", "right": "ب", "verdict": "same", "user": "منى", "created_at": "2026-03-14"}
    file.write_text(json.dumps(good) + "\nnot a judgement\n", encoding="utf-8")
    report = tmp_path / "a.txt"
    report.write_text("خبر\n\nقتل ثلاثة في حادث.", encoding="utf-8")
    result = CliRunner().invoke(app, ["compare", str(report), "--judgements", str(file), "--format", "json"])
    assert result.exit_code == 1
    assert f"{file}:2: not JSON" in result.stderr and f"{file}:1: nothing came of it" in result.stderr
    assert any("judgements.jsonl:2" in note["en"] for note in json.loads(result.stdout)["coverage"]["skipped"])
    missing = CliRunner().invoke(app, ["compare", str(report), "--judgements", str(tmp_path / "none")])
    assert missing.exit_code == 1 and "none" in missing.stderr
