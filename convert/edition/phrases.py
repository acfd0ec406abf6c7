"""How newspapers say that a story goes on elsewhere, language by language.

Matched on NFKC text, ignoring case. `{p}` stands for the word page, `{page}` for what
names one, `{slug}` for the key word of a story that jumps (See BUDGET, Page 5).
"""

from typing import NamedTuple


class Phrase(NamedTuple):
    """One way to say it."""

    language: str
    onward: bool
    """Whether the story goes on there; otherwise it comes from there."""
    pattern: str


PLACEHOLDERS = {
    "{p}": (
        r"(?:page|p\.|seite|s\.|p[aá]gina|p[aá]g\.|sid(?:an|a|\.)|str(?:ona|onie|\.)"
        r"|странице|стр\.|с\.|сторінці|стор\.|(?:ال)?صفحة|صفح[هہ](?: نمبر)?|ص\.?|עמ(?:וד|['’׳]))"
    ),
    "{page}": (
        r"(?P<page>[a-z]{0,2}[ -]?\d{1,3}[a-z]?(?!\w)"
        r"|[a-z]{0,2}-?\d{1,3}(?=[^\d\sa-z])|[一二三四五六七八九十]{1,3}|one|une)"
    ),
    "{slug}": r"(?P<slug>[^,,:|]{2,30}?)",
}

PHRASES = (
    Phrase("zh", True, r"(?:下[转轉接]|[转轉]入) ?第? ?{page}"),
    Phrase("zh", True, r"[转轉]第? ?{page} ?版"),
    Phrase("zh", False, r"(?:上接|紧接|緊接|文接|接第) ?第? ?{page}"),
    Phrase("ja", True, r"{page} ?面[にへ](?:続|つづ)"),
    Phrase("ja", False, r"{page} ?面(?:から|より)の?(?:続|つづ)"),
    Phrase("ko", True, r"{page} ?면(?:에|으로) ?(?:계속|이어)"),
    Phrase("ko", False, r"{page} ?면에서 ?(?:계속|이어)"),
    Phrase("en", True, r"(?:continue[ds]|cont['’]?d?\.?) (?:on|to|at) (?:{p} )?{page}"),
    Phrase("en", True, r"turn to (?:{p} )?{page}"),
    Phrase("en", True, r"see {slug}(?:, | on | )page {page}"),
    Phrase("en", False, r"(?:continued|cont['’]?d?\.?) from (?:{p} )?{page}"),
    Phrase("en", False, r"from page {page}"),
    Phrase("de", True, r"(?:fortsetzung|forts\.|weiter)(?: folgt)?(?: auf)? {p} ?{page}"),
    Phrase("de", False, r"(?:(?:fortsetzung|forts\.) )?von {p} ?{page}"),
    Phrase("fr", True, r"suite (?:en |à la )?{p} ?{page}"),
    Phrase("fr", False, r"suite de la (?:{p} ?)?{page}"),
    Phrase("es", True, r"(?:contin[uú]a|sigue|pasa) (?:en|a) (?:la )?{p} ?{page}"),
    Phrase("es", False, r"viene de (?:la )?{p} ?{page}"),
    Phrase("it", True, r"(?:continua|segue) (?:a|in|alla) {p} ?{page}"),
    Phrase("it", False, r"(?:continua|segue|continuazione) (?:da|dalla) {p} ?{page}"),
    Phrase("pt", True, r"continua (?:na|à|em) {p} ?{page}"),
    Phrase("pt", False, r"continuação da {p} ?{page}"),
    Phrase("nl", True, r"(?:vervolg|lees verder) op {p} ?{page}"),
    Phrase("nl", False, r"vervolg van {p} ?{page}"),
    Phrase("sv", True, r"(?:fortsättning|forts\.) på {p} ?{page}"),
    Phrase("sv", False, r"(?:fortsättning|forts\.) från {p} ?{page}"),
    Phrase("pl", True, r"(?:ciąg dalszy|dokończenie|cd\.|dok\.) na {p} ?{page}"),
    Phrase("pl", False, r"(?:ciąg dalszy|dokończenie|cd\.|dok\.) ze {p} ?{page}"),
    Phrase("ru", True, r"(?:продолжение|окончание) на {p} ?{page}"),
    Phrase("ru", False, r"начало на {p} ?{page}"),
    Phrase("uk", True, r"(?:продовження|закінчення) на {p} ?{page}"),
    Phrase("uk", False, r"початок на {p} ?{page}"),
    Phrase("ar", True, r"(?:(?:ال)?بقية|(?:ال)?تتمة|يتبع)(?: في| على)? {p} ?{page}"),
    Phrase("ar", False, r"(?:بقية|تتمة)(?: ما نشر)? (?:من|في) {p} ?{page}"),
    Phrase("fa", True, r"(?:ادامه|بقیه)(?: در)? {p} ?{page}"),
    Phrase("fa", False, r"(?:ادامه|بقیه) از {p} ?{page}"),
    Phrase("ur", True, r"(?:باقی|بقیہ) {p} ?{page}"),
    Phrase("ur", False, r"{p} ?{page} سے آگے"),
    Phrase("he", True, r"המשך ב{p} ?{page}"),
    Phrase("he", False, r"(?:המשך|תחילתו|תחילתה) מ{p} ?{page}"),
)
