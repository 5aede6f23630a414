"""Web Annotations anchor again: by code point in Python, and in a browser's JavaScript, whose strings are UTF-16."""

from __future__ import annotations

import json

import pytest

from tawatur.dossier.export import write
from tawatur.dossier.export.names import page

# Emoji (also joined ones), letters outside the basic plane, harakat, a decomposed accent and a direction mark, all in
# front of and inside what is claimed.
TRICKY = (
    "مقتل 3 أشخاص 🔥 في حريق 👩‍🚒\n\n🚒🚒 قُتِلَ ثَلاثةُ أشخاصٍ 😢 في حريقٍ اندلع وسط سوق الياسمين 🏚️ في مدينة حماة.\n\n"
    "وقال مدير الدفاع المدني «الحريق 🔥 𐐷 كان \u200fكبيرا جدا» في اتصال مع الصحيفة.",
    "حريق في سوق الياسمين\n\nقتل أربعة أشخاص في حريق اندلع وسط سوق الياسمين في مدينة حماة.\n\n"
    "Le cafe\u0301 de 𝐇𝐚𝐦𝐚 🔥 «fin».",
)

ANCHOR = """
data => {
  const wrong = [];
  let anchored = 0, shifted = 0;
  for (const annotation of data.annotations) {
    for (const target of [].concat(annotation.target)) {
      const text = data.texts[target.source.id];
      const points = Array.from(text);
      const [position, quote] = target.selector;
      const exact = points.slice(position.start, position.end).join("");
      const before = points.slice(0, position.start).join("");
      const after = points.slice(position.end).join("");
      const fits = exact === quote.exact && before.endsWith(quote.prefix) && after.startsWith(quote.suffix);
      const at = text.indexOf(quote.prefix + quote.exact + quote.suffix);
      const found = Array.from(text.slice(0, at + quote.prefix.length)).length;
      if (text.slice(position.start, position.end) !== quote.exact) shifted += 1;
      if (fits && at >= 0 && found === position.start) anchored += 1;
      else wrong.push(annotation.id);
    }
  }
  return {anchored, shifted, wrong};
}
"""


def annotations(dossier):
    collection = json.loads(write(dossier, "webannotation"))
    assert collection["total"] == len(collection["first"]["items"])
    return collection["first"]["items"]


def targets(annotation):
    target = annotation["target"]
    return target if isinstance(target, list) else [target]


def test_every_claim_quote_and_finding_is_an_annotation(demo):
    made = {item["id"] for item in annotations(demo)}
    expected = {x.id for r in demo.readings for x in (*r.claims, *r.quotes)} | {f.id for f in demo.findings}
    assert made == {f"urn:tawatur:{key}" for key in expected}
    for item in annotations(demo):
        assert item["type"] == "Annotation" and item["body"] and targets(item)


def test_positions_are_code_points(dossier_of):
    dossier = dossier_of(*TRICKY)
    texts = {page(reading.article): reading.article.text for reading in dossier.readings}
    for item in annotations(dossier):
        for target in targets(item):
            position, quote = target["selector"]
            text = texts[target["source"]["id"]]
            assert text[position["start"] : position["end"]] == quote["exact"]
            assert text[: position["start"]].endswith(quote["prefix"])
            assert text[position["end"] :].startswith(quote["suffix"])


@pytest.mark.parametrize("which", ["tricky", "sample"])
def test_a_browser_anchors_every_annotation(browser, demo, dossier_of, which):
    dossier = demo if which == "sample" else dossier_of(*TRICKY)
    items = annotations(dossier)
    texts = {page(reading.article): reading.article.text for reading in dossier.readings}
    tab = browser.new_page()
    result = tab.evaluate(ANCHOR, {"texts": texts, "annotations": items})
    tab.close()
    assert result["wrong"] == []
    assert result["anchored"] == sum(len(targets(item)) for item in items)
    # The trap is real: by UTF-16 units some of the tricky story's positions would miss.
    assert (result["shifted"] > 0) == (which == "tricky")
