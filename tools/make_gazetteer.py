"""Make the gazetteer: ``python tools/make_gazetteer.py DATA`` writes ``gazetteer.tsv`` and ``countries.tsv``.

DATA holds ``geonames-ar``. Country names come from Unicode CLDR through babel. One row a place, biggest first.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from babel import Locale

from tawatur.annotate.naming.gazetteer import bare
from tawatur.lang.tables import ROOT

PLACES = """\
# Towns of the Arab world and its neighbours.
# id: GeoNames id
# names: Arabic names, without the article, folded
# latin: the name in Latin letters
# country: ISO 3166 code
# admin1: GeoNames code of the province
# lat: degrees north (WGS 84)
# lon: degrees east
# population: people
# Made by tools/make_gazetteer.py from GeoNames (CC BY 4.0).
id\tnames\tlatin\tcountry\tadmin1\tlat\tlon\tpopulation
"""
COUNTRIES = """\
# Countries and territories.
# code: ISO 3166
# names: Arabic names in all spellings of the source, folded, without the article
# latin: the English name
# Made by tools/make_gazetteer.py from Unicode CLDR.
code\tnames\tlatin
"""


def main(data: Path) -> None:
    lines = (data / "geonames-ar" / "mena_cities500_ar.jsonl").read_text(encoding="utf-8").splitlines()
    rows = sorted(map(json.loads, lines), key=lambda row: -row["population"])
    out = [
        f"{r['geonameid']}\t{'|'.join(dict.fromkeys(map(bare, r['ar_names'])))}\t{r['name']}\t{r['country']}"
        f"\t{r['admin1']}\t{r['lat']}\t{r['lon']}\t{r['population']}"
        for r in rows
    ]
    (ROOT / "ar" / "gazetteer.tsv").write_text(PLACES + "\n".join(out) + "\n", encoding="utf-8")
    arabic, english = Locale("ar").territories, Locale("en").territories
    codes = [code for code in sorted(arabic) if len(code) == 2 and code.isalpha() and code not in ("EU", "UN", "ZZ")]
    out = [f"{code}\t{bare(arabic[code])}\t{english[code]}" for code in codes]
    (ROOT / "ar" / "countries.tsv").write_text(COUNTRIES + "\n".join(out) + "\n", encoding="utf-8")
    print(len(rows), "places,", len(codes), "countries")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
