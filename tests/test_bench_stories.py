"""The gold of stories is well formed, and its bench counts what it says it counts."""

from __future__ import annotations

from itertools import combinations
from typing import get_args

import pytest
import yaml

from tawatur.bench import stories
from tawatur.model import story as model

HALVES = tuple(stories.HALVES)
KINDS = {*get_args(model.FindingKind), "none"} - {"single_source"}


def golds(half):
    return yaml.safe_load((stories.GOLD / f"{half}.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("half", HALVES)
def test_words_stand_in_their_reports_once(half):
    assert [story.gold["id"] for story in stories.stories(half)] == [gold["id"] for gold in golds(half)]


@pytest.mark.parametrize("half", HALVES)
def test_keys_and_names_are_those_of_the_readme_and_the_model(half):
    for gold in golds(half):
        assert set(gold) - {"told"} == {"id", "topic", "reports", "pairs", "single", "lineage"}
        letters = "ABC"[: len(gold["reports"])]
        for report in gold["reports"]:
            assert {"outlet", "published", "text"} <= set(report) <= {"outlet", "published", "text", "language"}
        for pair in gold["pairs"]:
            assert set(pair) <= {*letters, "kind", "aspect", "verdict", "relation", "grade"}, gold["id"]
            assert pair["kind"] in KINDS, pair
            assert pair.get("aspect") in (None, *get_args(model.Aspect)), pair
            assert (pair["kind"] != "discrepancy") or "aspect" in pair, pair
            assert pair.get("verdict") in (None, "compatible"), pair
            assert pair.get("relation") in (None, "Follow-up"), pair
            assert pair.get("grade") in (None, *get_args(model.Grade)), pair
        assert all(len(pair) == 2 and set(pair) <= set(letters) for pair in gold.get("told", ()))
        assert set(gold["single"]) <= set(letters)
        assert set(gold["lineage"]) == {"".join(both) for both in combinations(letters, 2)}
        for letters, lineage in gold["lineage"].items():
            assert lineage["relation"] in get_args(model.Relation)
            assert set(lineage) <= {"relation", "earlier"} and lineage.get("earlier", letters[0]) in letters


def test_the_halves_share_no_story_and_no_outlet():
    dev, test = golds("dev"), golds("test")
    for key in (lambda gold: {gold["id"]}, lambda gold: {report["outlet"] for report in gold["reports"]}):
        assert not set().union(*map(key, dev)) & set().union(*map(key, test))


def story(*pairs, single=None, told=None, killed=("أربعة", "سبعة"), days=("الاثنين", "الاثنين"), **more):
    texts = [
        f"انفجار في السوق\n\nقتل {n} أشخاص وأصيب عشرة آخرون في انفجار سيارة وسط سوق الياسمين في مدينة حماة {day}."
        for n, day in zip(killed, days)
    ]
    gold = {
        "id": "s",
        "reports": [{"outlet": o, "published": "2026-05-06", "text": t} for o, t in zip("أب", texts)],
        "pairs": list(pairs),
        "single": single or {},
        "lineage": {"AB": {"relation": "derived"}, **more},
    }
    return stories.story_of({**gold, "told": told} if told is not None else gold)


def measured(gold):
    cases = stories.judge(gold, stories.record_of(gold.gold))
    return {figure.name.removeprefix("stories: "): figure.value for figure in stories.totals(cases, "")}


KILLED = {"A": "قتل أربعة أشخاص", "B": "قتل سبعة أشخاص"}


def test_a_conflict_that_the_gold_has_is_right_and_not_false():
    found = measured(story({**KILLED, "kind": "discrepancy", "aspect": "value"}))
    assert found["pairs, kind and aspect right"] == found["discrepancy of value, right"] == 1
    assert found["conflicts that are false"] == found["false conflicts among aligned pairs"] == 0
    assert found["lineage class"] == 1


def test_the_same_conflict_is_false_where_the_gold_has_a_trap():
    found = measured(story({**KILLED, "kind": "none"}))
    assert found["traps left alone"] == 0
    assert found["conflicts that are false"] == 1
    assert 0 < found["false conflicts among aligned pairs"] <= 1


def test_another_aspect_is_the_right_kind_only_and_no_false_conflict():
    found = measured(story({**KILLED, "kind": "discrepancy", "aspect": "place"}))
    assert found["pairs, kind and aspect right"] == 0
    assert found["pairs, kind right"] == found["pairs found at all"] == 1
    assert found["conflicts that are false"] == 0


def test_the_conflict_of_one_figure_is_none_of_the_other():
    wounded = {"A": "وأصيب عشرة آخرون", "B": "وأصيب عشرة آخرون", "kind": "none"}
    found = measured(story({**KILLED, "kind": "discrepancy", "aspect": "value"}, wounded))
    assert found["traps left alone"] == 1


WOUNDED = {"A": "وأصيب عشرة آخرون", "B": "وأصيب عشرة آخرون"}


def test_an_agreement_is_false_where_the_gold_has_two_tell_nothing_in_common():
    assert not any("agreements" in name for name in measured(story()))
    nothing = measured(story({**KILLED, "kind": "discrepancy", "aspect": "value"}, told=[]))
    assert nothing["agreements that are false"] == 1 and "agreements told by two, found" not in nothing
    assert measured(story({**WOUNDED, "kind": "none"}, told=[]))["agreements that are false"] == 1
    for gold in (story(told=[WOUNDED]), story({**WOUNDED, "kind": "agreement"}, told=[])):
        found = measured(gold)
        assert found["agreements that are false"] < found["agreements told by two, found"] == 1


def test_the_conflict_of_two_days_is_none_of_the_toll_that_agrees():
    days = {"A": "الاثنين", "B": "الأحد", "kind": "discrepancy", "aspect": "date"}
    toll = {"A": "قتل أربعة أشخاص", "B": "قتل أربعة أشخاص", "kind": "agreement"}
    same = {"killed": ("أربعة", "أربعة"), "days": ("الاثنين", "الأحد")}
    found = measured(story(days, toll, **same))
    assert found["discrepancy of date, right"] == found["agreement, right"] == 1
    agreed = {"A": "في مدينة حماة الاثنين", "B": "في مدينة حماة الأحد", "kind": "agreement"}
    assert measured(story(agreed, **same))["agreement, right"] == 0


def test_long_reports_are_scored_apart(tmp_path):
    short = story({**KILLED, "kind": "none"}).gold
    long = {**short, "reports": [{**r, "text": r["text"] + " وقال شاهد ذلك." * 90} for r in short["reports"]]}
    (tmp_path / "own.yaml").write_text(yaml.safe_dump([short, long], allow_unicode=True), encoding="utf-8")
    count = [len(stories.judged(str(tmp_path / "own.yaml"), least_words=least)) for least in (0, stories.LONG)]
    assert count[0] > count[1] > 0


def test_words_that_do_not_stand_there_are_refused():
    with pytest.raises(ValueError, match="0 times"):
        story({"A": "قتل تسعة أشخاص", "B": "قتل سبعة أشخاص", "kind": "none"})


def test_the_unseen_half_shows_no_misses(capsys):
    assert stories.main(["test", "--misses"]) == 2
    assert stories.main(["nothing"]) == 2
    assert not capsys.readouterr().out


def test_a_file_of_ones_own_is_scored_by_its_path(tmp_path, capsys):
    own = [{key: gold[key] for key in ("id", "reports", "pairs")} for gold in golds("dev")[:1]]
    file = tmp_path / "own.yaml"
    file.write_text(yaml.safe_dump(own, allow_unicode=True), encoding="utf-8")
    assert stories.main([str(file), "--misses"]) == 0
    assert f"n={sum(pair['kind'] != 'none' for pair in own[0]['pairs'])}" in capsys.readouterr().out
    assert stories.main([str(tmp_path / "absent.yaml")]) == 2
