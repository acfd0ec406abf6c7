"""Words of a page's head and foot by language: dates, prices, registry numbers, staff.

The tables are data: to teach the engine a language, add lines to them. Patterns are
searched anywhere in a text, without case.
"""

import re

from convert.articles.patterns import Table, any_of, patterns_of

WEEKDAYS: Table = {
    "zh": (r"星期",),
    "ja": (r"曜日",),
    "en": (r"monday|tuesday|wednesday|thursday|friday|saturday|sunday",),
    "de": (r"montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag",),
    "es": (r"lunes|martes|miércoles|jueves|viernes|sábado|domingo",),
    "fr": (r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche",),
    "ru": (r"понедельник|вторник|среда|четверг|пятница|суббота|воскресенье",),
    "ar": (r"الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت",),
    "fa": (r"یکشنبه|دوشنبه|سه.?شنبه|چهارشنبه|پنج.?شنبه|جمعه",),
    "ur": (r"اتوار|منگل|بدھ|جمعرات",),
    "he": (r"יום (ראשון|שני|שלישי|רביעי|חמישי|שישי)|שבת",),
}

_MONTH = r"(jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)"
"""First letters of the months in English and German."""
_YEAR = r"(19|20)\d\d"

DATES: Table = {
    "": (rf"\b{_YEAR}\b",),
    "zh ja": (r"\d{4}\s*年",),
    "en de": (rf"\d{{1,2}}\.? ?{_MONTH}", rf"{_MONTH}\w*\.? \d{{1,2}}\b"),
    **WEEKDAYS,
}
"""What belongs to a date."""

DAYS: Table = {
    "": (r"\b\d{1,2}[./]\d{1,2}[./](19|20)?\d\d\b",),
    "zh ja": (r"\d+\s*月\s*\d+\s*日",),
    "en de es fr": (
        rf"\b\d{{1,2}}(\.|st|nd|rd|th|er|º)?,? (de )?[^\W\d]{{3,}}\.?,? (de )?{_YEAR}",
        rf"[^\W\d]{{3,}}\.? \d{{1,2}}(st|nd|rd|th)?,? {_YEAR}",
        r"\d{1,2}\.? (jan|feb|m[aä]r|apr|may|mai|jun|jul|aug|sep|o[ck]t|nov|de[cz])",
    ),
    "ar fa ur": (r"\d{1,2} [^\W\d_]{3,}( [^\W\d_]{3,})?[،,]? (١٩|٢٠|١٤|۱۹|۲۰|۱۴)\d\d",),
}
"""A whole date: a year alone may stand in any deck."""

FACTS: Table = {
    "": (r"ISSN", r"№ ?\d", r"[€$£¥] ?\d|\d ?[€$£]", r"www\."),
    "zh": (
        r"国内统一|刊号|邮发代号|CN ?\d\d",
        r"总第|第\s*\d+\s*[期号]|[第号]?\d+号\b|今日.{0,3}\d+\s*版",
        r"农历|定价|零售",
    ),
    "en": (r"\bvol\.|\bno\. ?\d",),
    "de": (r"\bnr\. ?\d|jahrgang",),
    "es": (r"\bnúm|año [cdilmvx\d]",),
    "it": (r"anno [cdilmvx\d]",),
    "ru": (r"\d ?руб",),
    "ar": (r"العدد",),
    "fa ur": (r"شماره|شمارہ",),
    "he": (r"גיליון|₪",),
}
"""What stands round the paper's name: numbers, prices, codes."""

IMPRINT: Table = {
    "": (r"\bISSN\b",),
    "zh ja": (r"社长|总编|主办|地址|邮编|印刷|零售|广告经营许可|発行所|編集人",),
    "en": (r"editor-in-chief|published by|publisher|circulation|printed (by|at)|managing editor",),
    "de": (r"herausgeber|impressum|chefredakt|verlag|druck:|auflage|redaktionsschluss",),
    "fr": (r"directeur de la publication|rédacteur en chef|imprimerie|dépôt légal",),
    "es pt it": (r"director|redacción|depósito legal|imprime|direttore responsabile|tiragem",),
    "ru": (r"учредител|главный редактор|тираж|отпечатан|подписано в печать|адрес редакции|верстк",),
}
"""Who publishes and prints the paper."""

STAFF: Table = {
    "": (r"www\.", r"e-?mail"),
    "zh": (r"责编|责任编辑|编辑|美编|校对|版式", r"電話|电话|热线|邮箱"),
}
"""Who made the page and where to reach them."""


_DATE, _DAY, _FACT, _STAFF, _IMPRINT = (
    any_of(patterns_of(t)) for t in (DATES, DAYS, FACTS, STAFF, IMPRINT)
)
_PAGE_NUMBER = re.compile(r"\W*[A-Z]?\d{1,3}\W*")


def has_date(text: str) -> bool:
    """Whether a part of a date stands in a text: a weekday, a month, a year."""
    return _DATE.search(text) is not None


def has_day(text: str) -> bool:
    """Whether a whole date stands in a text."""
    return _DAY.search(text) is not None


def has_fact(text: str) -> bool:
    """Whether a text says what the paper's head says: its number, price or code."""
    return _FACT.search(text) is not None


def names_staff(text: str) -> bool:
    """Whether a text says who made the page, or where to reach them."""
    return _STAFF.search(text) is not None


def names_publisher(text: str) -> bool:
    """Whether a text says who publishes or prints the paper."""
    return _IMPRINT.search(text) is not None


def is_page_number(text: str) -> bool:
    """Whether a text is a page number and nothing else: 12, A03."""
    return _PAGE_NUMBER.fullmatch(text) is not None
