"""How long setting reports of one story side by side takes as the story grows, and how many findings come of it.

The stories are made here, from invented sentences: outlets copy, shorten and reorder one agency text, change its
figures and add sentences of their own, as outlets do with one happening.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterable
from pathlib import Path

from ..ingest import article_of_record
from ..model import Article
from ..pipeline import read, reconcile
from .report import Figure

_SIZES = (2, 10, 30, 100)
_LEADS = (
    "أعلن الدفاع المدني في ميناء الزهراء أن {killed} أشخاص قتلوا وأصيب {wounded} آخرون في حريق اندلع مساء الثلاثاء في "
    "مستودعات الحبوب شرق المدينة",
    "قالت وزارة الصحة إن حصيلة حريق ميناء الزهراء بلغت {killed} قتلى و{wounded} جريحا حتى صباح الأربعاء",
    "قتل {killed} أشخاص على الأقل في حريق التهم مستودعات للحبوب في ميناء الزهراء، بحسب ما أفاد مصدر طبي",
)
_BODY = (
    "وقال مدير الميناء العميد رائد الحلبي إن «فرق الإطفاء سيطرت على النيران بعد سبع ساعات متواصلة من العمل»",
    "وأضاف الحلبي أن الحريق أتى على أكثر من {stores} مستودعات وألحق أضرارا بسفينتين كانتا راسيتين قرب الرصيف",
    "ونفت وزارة الداخلية أن يكون الحريق ناجما عن هجوم، مؤكدة أن التحقيقات لا تزال في بدايتها",
    "وذكر شهود أن انفجارا سمع قبل اندلاع النيران بدقائق في الجهة الشمالية من الميناء",
    "وأوقفت الشرطة {held} أشخاص للتحقيق معهم، بحسب بيان صدر مساء الأربعاء عن قيادة شرطة المحافظة",
    "وطالبت نقابة عمال الموانئ بفتح تحقيق مستقل وتعويض عائلات الضحايا",
    "ويعد ميناء الزهراء ثاني أكبر موانئ البلاد ويمر عبره نحو ثلث وارداتها من القمح",
    "وكان حريق مماثل قد اندلع في الميناء نفسه عام 2019 وأدى إلى إصابة عشرة عمال",
    "وأعلنت الحكومة الحداد ثلاثة أيام وتشكيل لجنة برئاسة وزير النقل سامي القاضي",
    "وقال القاضي في مؤتمر صحفي إن «المسؤولين عن الإهمال سيحاسبون أيا كانوا»",
    "ونقل {moved} مصابين إلى مستشفيات العاصمة لخطورة حالتهم",
    "وأعربت الأمم المتحدة عن استعدادها للمساعدة في تأمين مخزونات الغذاء",
)


def story(size: int, seed: int = 7) -> list[Article]:
    """``size`` reports of one invented fire, each of some 250 words."""
    chance = random.Random(seed)
    reports = []
    for number in range(size):
        figures = {
            "killed": chance.choice((6, 6, 6, 8)),
            "wounded": chance.choice((21, 21, 24)),
            "stores": chance.choice((4, 5)),
            "held": chance.choice((3, 3, 5)),
            "moved": chance.choice((4, 7)),
        }
        body = [line for line in _BODY if chance.random() < 0.75]
        if chance.random() < 0.4:
            chance.shuffle(body)
        lines = ["حريق كبير في ميناء الزهراء يخلف قتلى وجرحى", f"{chance.choice(_LEADS)}.", *(f"{x}." for x in body)]
        text = "\n\n".join(lines).format(**figures)
        record = {"id": str(number), "text": text, "outlet": f"صحيفة {number}", "published": "2026-05-06"}
        reports.append(article_of_record(record, str(number)))
    return reports


def figures(data: Path) -> Iterable[Figure]:
    """Seconds for reconciling alone, and with annotating, at each size. ``data`` is not needed."""
    for size in _SIZES:
        reports = story(size)
        start = time.perf_counter()
        readings = tuple(read(article) for article in reports)
        middle = time.perf_counter()
        dossier = reconcile(readings)
        end = time.perf_counter()
        yield Figure(f"reconcile {size} reports", end - middle, "s", size, f"{len(dossier.findings)} findings")
        yield Figure(f"annotate and reconcile {size} reports", end - start, "s", size)
