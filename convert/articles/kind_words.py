"""Words that say of what kind an article is, by language.

The tables are data: to teach the engine a language, add lines to them. Labels are matched
against the whole of a short piece, the rest where it is said below; none heeds case.
"""

import re
from collections.abc import Sequence

from convert.typeface import is_cjk

LETTERS: Sequence[str] = (
    r"(读者|讀者)?(来信|來信|投书|投書|来函|來函)(选登|选刊|摘登|摘编|照登|之页|論壇|论坛)?",  # zh
    r"读者.{0,2}信箱|编读往来|編讀往來|(读者|讀者)(之声|之聲|回音)",
    r"(読者の)?(投書|投稿|声|手紙)(欄)?|読者の(声|ひろば|広場)|みんなの広場|発言",  # ja
    r"독자(의)? ?(편지|투고|의견|마당)",  # ko
    r"(our )?(readers['’]? )?letters( to the editors?)?|to the editor|your (letters|views)",  # en
    r"readers['’]? (letters|views|write)|letters of the (day|week)|(the )?mailbag|mailbox",
    r"(leser(innen|\*innen|:innen)?|leserinnen- und leser)?-?briefe|leser(post|meinung(en)?)",  # de
    r"leserbrief|briefe an die redaktion|ihre (post|meinung)|leserforum",
    r"(le )?courrier( des lecteurs)?|(les )?lecteurs( nous)? écrivent|tribune des lecteurs",  # fr
    r"lettres? (à la rédaction|des lecteurs)",
    r"cartas?( al director| a la directora| de( los)? lectores| al editor)?",  # es
    r"cartas?( ao diretor| do leitor| dos leitores| à redação)|painel do leitor",  # pt
    r"(le )?lettere( al direttore| dei lettori| in redazione)?|la posta dei lettori",  # it
    r"(ingezonden )?(lezers)?brieven|lezerspost",  # nl
    r"listy( do redakcji| czytelników| od czytelników)?",  # pl
    r"insändare|läsarnas? brev|brev till redaktionen|læserbreve?|leserbrev",  # sv, da, nb
    r"письма?( в редакцию| читателей| наших читателей)?|нам пишут|почта( читателей)?",  # ru
    r"листи( до редакції| читачів)?|писма( до редакцията| на читатели)?",  # uk, bg
    r"(بريد|رسائل|رسالة)( القراء| إلى المحرر)?|رأي القراء",  # ar
)
"""Over a column of letters."""

SALUTES: Sequence[str] = (
    r"to the editors?\b|dear (sir|madam|editor)\b|sirs?\s*[,:—–-]",
    r"sehr geehrte.{0,24}(redaktion|damen|herr|frau)|liebe redaktion",
    r"(madame|monsieur) (la|le) (rédact|direct)|chère rédaction",
    r"(señora?|sra?\.|estimad[oa]|querid[oa]) (director|editor)",
    r"(senhora?|sra?\.|car[oa]|prezad[oa]) (diretor|editor|redator)",
    r"(car[oa]|gentile|egregi[oa]) (direttor|redazione)",
    r"(уважаем|дорог)\w+ (редакци|редактор)",
    r"(尊敬的|敬爱的)?(编辑|編輯|总编)(同志|先生|女士|部|老师)?[，,：:]?(您好|你好|好)?[！!：:，,]",
    r"(السيد|سيدي|الأستاذ) رئيس التحرير",
)
"""How a letter opens; matched at the start of its text."""

CARTOONS: Sequence[str] = (
    r"\b(cartoons?|comic( strip)?|drawn by|drawing by)\b",
    r"\b(karikatur|cartoon|comic)",
    r"\b(dessin|caricature) (de|du|par)\b|le dessin|bande dessinée",
    r"\b(viñeta|caricatura|historieta|vignetta|charge|tirinha|tira cómica)\b",
    r"\b(spotprent|satirteckning|karykatura|rysunek|rys\.)",
    r"карикатур|комикс|\b(рис\.|рисунок)|малюнок",
    r"漫画|漫畫|マンガ|まんが|[4四]コマ|[/／]\s*[画畫绘]|(画|畫|绘)[:：]",
    r"만평|만화|كاريكاتير|كاريكاتور",
)
"""At a drawing; searched in its short pieces."""

PUZZLES: Sequence[str] = (
    r"sudoku|kakuro|kenken|futoshiki|wordsearch|word search|brain ?teasers?|puzzles?|quick quiz",
    r"(\w+ )?crosswords?|(\w*kreuzwort|schweden|silben|kinder|bilder)?rätsel",
    r"mots[ -](croisés|fléchés|mêlés)|crucigramas?|sopa de letras|palabras cruzadas",
    r"palavras[ -]cruzadas|caça-palavras|(parole (in)?crociate|cruciverba)|kruiswoord\w*|krzyżówka",
    r"korsord\w*|krydsord|kryssord|кроссворд|судоку|сканворд|ребус|кросворд|кръстословица",
    r"数独|數獨|填字游戏|填字遊戲|数谜",
    r"クロスワード|ナンプレ|まちがいさがし|낱말 ?퍼즐|스도쿠",
    r"كلمات متقاطعة|سودوكو",
)
"""Over a puzzle; a number or a level may follow."""

NOTE = 160
"""Characters of a note of the paper, at most."""

RUBRICS: Sequence[str] = (
    r"(相关|延伸)?(链接|鏈接|阅读|閱讀)|(图片|摄影)新闻|新闻背景|名词解释|短评|简讯|快讯|书讯|快读",
    r"要闻(速览|快读)|一句话(新闻)?|解説|ことば|短信|メモ|ミニニュース",
    r"analysis|comment|exclusive|explainer|(news )?in brief|briefs|briefly|roundup|digest",
    r"kurz (notiert|gemeldet|berichtet)|in kürze|nachrichten|meldungen|kommentar|analyse|glosse",
    r"en (corto|breve|bref)|breves|brèves|claves|análisis|contexto|repères|l['’]analyse",
    r"(in )?brev[ei]|(dai|dalle) \w+|in breve|il commento|l['’]analisi",
    r"(новости )?коротко|вопрос\s*[—–-]\s*ответ|справка|досье|комментарий|новости",
)
"""Names of columns and of boxes, under which the headline follows."""

INDEXES: Sequence[str] = (
    r"inside( today)?|index|contents|in this issue|today['’]s (paper|pages)",
    r"inhalt|in dieser ausgabe|heute im blatt|(das )?lesen sie",
    r"sommaire|au sommaire|índice|sumario|en esta edición|sumário|nesta edição|sommario|indice",
    r"inhoud|innehåll|indhold|innhold|w numerze|spis treści",
    r"содержание|в номере|зміст|у номері|съдържание",
    r"(今日|本期|本报|本報|要闻|新闻)?(导读|導讀|导航|目录|目錄|看点)|(きょうの)?(紙面|目次|主な記事)",
    r"지면 ?안내|오늘의 지면|(في هذا العدد|محتويات|فهرس)",
)
"""Over a list of what stands on which page."""

WEATHER: Sequence[str] = (
    r"(the |today['’]s )?(weather|forecast)( today)?",
    r"(das )?wetter(bericht|vorhersage)?|(la )?météo|le temps",
    r"(el )?(tiempo|pronóstico)|(o )?tempo|previsão do tempo|(il )?meteo|il tempo",
    r"(прогноз )?погод[аы]|(сьогодні )?погода|het weer|väder|pogoda",
    r"(今日|明日|本市)?(天气|天氣)(预报|預報)?|(きょう|あす)?の?天気|날씨|(حالة )?الطقس",
)
"""Over the weather."""

NOTES: Sequence[str] = (
    r"\S@\S+\.\w|\bwww\.\w",
    r"letters may be edited|we reserve the right|kürzungen vorbehalten|leserbriefe geben",
    r"la rédaction se réserve|se reserva el derecho|la redazione si riserva",
    r"мнени\w+ авторов|рукописи не (рецензируются|возвращаются)",
    r"文责自负|来稿(请|须|恕|邮箱|地址|文责)",
)
"""What the paper says of itself; searched in a short text that no headline stands over."""

CONTINUES: Sequence[str] = (
    r"contin|cont['’]?d|from page|fortsetzung|forts\.|von seite|suite (en|à|de|page)",
    r"sigue|viene|pasa a|segue|vervolg|fortsättning|ciąg dalszy|dokończenie",
    r"продолж|оконч|начало|закінч",
    r"[下上紧緊]\s*[转轉接]|[转轉]第?\s*\w+\s*版|続く|つづく|계속|تتمة|البقية",
)
"""Where a story goes on or comes from: that is no teaser."""

_LABEL = r"[A-ZА-Я]{0,2}\d{1,3}"
PAGES: Sequence[str] = (
    rf"\b(?:pages?|pp?\.|seiten?|s\.|páginas?|págs?\.|pagin[ae]|pagg?\.)\s*{_LABEL}",
    rf"\b(?:sidan?|sid\.|side|str\.|strona|pagina)\s*{_LABEL}",
    rf"(?:страниц[аыу]|стр\.|с\.|сторінк[аи]|стор\.)\s*{_LABEL}",
    rf"(?:第\s*)?(?:{_LABEL}|[一二三四五六七八九十]+)\s*版",
    r"\d{1,2}\s*面",
    r"\d{1,2}\s*면",
    r"(?:ص|صفحة)\s*[.:]?\s*[\d٠-٩]{1,3}",
    rf"[→►▸▶➔➜]\s*{_LABEL}",
    r"(?-i:\b[A-Z]{1,2}\d{1,3})\s*[-–/]\s*(?-i:[A-Z]{0,2}\d{1,3})",
)
"""A reference to a page; searched at the end of a text."""


def _whole(patterns: Sequence[str], after: str = "") -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(patterns)}){after}", re.IGNORECASE)


_LETTERS, _INDEXES, _WEATHER = map(_whole, (LETTERS, INDEXES, WEATHER))
_NOTES, _RUBRICS = _whole(NOTES), _whole(RUBRICS)
_PUZZLES = _whole(PUZZLES, r"(?:\W+\w{1,12}){0,3}")
_SALUTES, _CARTOONS, _CONTINUES = map(_whole, (SALUTES, CARTOONS, CONTINUES))
_PAGE = _whole(PAGES, rf"(?:\s*[-–,/]\s*{_LABEL})*\W*$")
_PAGES_ALONE = _whole(PAGES, rf"(?:\s*[-–,/]\s*{_LABEL})*")
_ROW = re.compile(
    rf"[^\d\s][^\d]*?[\s.…·:,—–-]*(?P<page>{_LABEL})(?:\s*[-–,/]\s*{_LABEL})*\s*[版面]?",
)
_LEADING = re.compile(r"(\d{1,3})\s*[^\W\d]")
_ENDS = " :：.·-–—|/◆●■【】《》"
_TIME = re.compile(r"\d{1,2}\s?[.:h]\s?\d\d\b")


def names_letters(text: str) -> bool:
    """Whether a short text stands over letters to the editor."""
    return _LETTERS.fullmatch(text.strip(_ENDS)) is not None


def names_puzzle(text: str) -> bool:
    """Whether a short text stands over a puzzle."""
    return _PUZZLES.fullmatch(text.strip(_ENDS)) is not None


def names_index(text: str) -> bool:
    """Whether a short text stands over a list of pages."""
    return _INDEXES.fullmatch(text.strip(_ENDS)) is not None


def names_column(text: str) -> bool:
    """Whether a short text is a usual name of a column or of a box; Han may be spaced out."""
    name = text.strip(_ENDS)
    plain = "".join(name.split()) if is_cjk(name[:1] or " ") else name
    return _RUBRICS.fullmatch(plain) is not None


def names_weather(text: str) -> bool:
    """Whether a short text stands over the weather."""
    return _WEATHER.fullmatch(text.strip(_ENDS)) is not None


def is_note(text: str) -> bool:
    """Whether a short text gives an address of the paper or disclaims what others say."""
    return len(text) <= NOTE and _NOTES.search(text) is not None


def names_cartoon(text: str) -> bool:
    """Whether a short text says who drew something, or that it is drawn."""
    return _CARTOONS.search(text) is not None


def opens_letter(text: str) -> bool:
    """Whether a text begins by addressing the editor."""
    return _SALUTES.match(text.strip(" „“\"'«")) is not None


def ends_in_page(text: str) -> bool:
    """Whether a text ends by naming another page, without going on there."""
    return _PAGE.search(text) is not None and _CONTINUES.search(text) is None


def names_page(text: str) -> bool:
    """Whether a short text names a page, or several, and says nothing else."""
    return _PAGES_ALONE.fullmatch(text.strip(_ENDS + "()（）.")) is not None


def index_page(row: str) -> int | None:
    """Return the number of the page that a row of words and a page number names."""
    found = _ROW.fullmatch(row.strip())
    return int(re.sub(r"\D", "", found["page"])) if found else None


def leading_page(row: str) -> int | None:
    """Return the number of the page that a row begins with, before words (きょうの紙面)."""
    found = _LEADING.match(row.strip())
    return int(found[1]) if found else None


def opens_with_time(line: str) -> bool:
    """Whether a line begins with a time of day, as in a programme."""
    return _TIME.match(line) is not None
