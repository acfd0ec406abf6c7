"""Read the dates on a page: 2026年11月23日, November 23, 2026, ٢٣ نوفمبر ٢٠٢٦."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

_MONTHS = (
    "january jan januar janvier enero gennaio janeiro января січня januari stycznia",
    "february feb februar février febrero febbraio fevereiro февраля лютого lutego",
    "march mar märz mars marzo março марта березня maart marca",
    "april apr avril abril aprile апреля квітня kwietnia",
    "may mai mayo maggio maio мая травня mei maj maja",
    "june jun juni juin junio giugno junho июня червня czerwca",
    "july jul juli juillet julio luglio julho июля липня lipca",
    "august aug août agosto августа серпня augustus augusti sierpnia",
    "september sep sept septembre septiembre settembre setembro сентября вересня",
    "october oct oktober octobre octubre ottobre outubro октября жовтня października",
    "november nov novembre noviembre novembro ноября листопада listopada",
    "december dec dezember décembre diciembre dicembre dezembro декабря грудня grudnia",
)
_LEFTWARD_MONTHS = (
    "يناير كانون_الثاني جانفي ژانویه جنوری ינואר",
    "فبراير شباط فيفري فوریه فروری פברואר",
    "مارس آذار مارچ מרץ מרס",
    "أبريل إبريل نيسان أفريل آوریل اپریل אפריל",
    "مايو أيار ماي مه مئی מאי",
    "يونيو حزيران جوان ژوئن جون יוני",
    "يوليو تموز جويلية ژوئیه جولائی יולי",
    "أغسطس آب أوت غشت اوت اگست אוגוסט",
    "سبتمبر أيلول شتنبر سپتامبر ستمبر ספטמבר",
    "أكتوبر تشرين_الأول اکتبر اکتوبر אוקטובר",
    "نوفمبر تشرين_الثاني نونبر نوامبر نومبر נובמבר",
    "ديسمبر كانون_الأول دجنبر دسامبر دسمبر דצמבר",
)
_NUMBER = {
    name.replace("_", " "): number
    for months in (_MONTHS, _LEFTWARD_MONTHS)
    for number, names in enumerate(months, 1)
    for name in names.split()
}
_NAME = "|".join(sorted(_NUMBER, key=len, reverse=True))
_HAN = "一二三四五六七八九"
_TH = r"(?:st|nd|rd|th|\.)"
_YEAR = r"(?P<y>\d{4})(?!\d)"
_DIGITS = {char: str(value) for value, char in enumerate("零一二三四五六七八九")}
_DIGITS |= {"〇": "0", "○": "0"}

_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<y>\d{4}) ?[年년] ?(?P<m>\d{1,2}) ?[月월] ?(?P<d>\d{1,2}) ?[日일]",
        rf"(?P<y>[〇零○{_HAN}]{{4}})年(?P<m>[{_HAN}十]{{1,2}})月(?P<d>[{_HAN}十]{{1,3}})日",
        rf"(?<!\d)(?P<d>\d{{1,2}}){_TH}? (?:de |ב)?(?P<m>{_NAME})\.?[,،]? (?:de )?{_YEAR}",
        rf"\b(?P<m>{_NAME})\.? (?P<d>\d{{1,2}}){_TH}?, ?{_YEAR}",
        r"(?<!\d)(?P<y>\d{4})(?P<s>[-./])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?!\d)",
        r"(?<![\d.])(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})(?!\d)",
    )
)


def read_dates(text: str) -> Iterator[str]:
    """Yield every date in `text`, as ISO 8601; what is no date is passed over."""
    plain = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    for pattern in _PATTERNS:
        for found in pattern.finditer(plain):
            try:
                day = date(_year(found["y"]), _month(found["m"]), _count(found["d"]))
            except ValueError:
                continue
            if 1600 <= day.year <= 2200:
                yield day.isoformat()


def _year(text: str) -> int:
    return int("".join(_DIGITS.get(char, char) for char in text))


def _month(text: str) -> int:
    return _NUMBER[text] if text in _NUMBER else _count(text)


def _count(text: str) -> int:
    """Return the number in Arabic or Chinese numerals, up to 99."""
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    value = 10 * int(_DIGITS.get(tens, "1")) if ten else 0
    return value + int(_DIGITS.get(ones, "0"))
