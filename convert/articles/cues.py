"""What words say about a block: bylines, jumps, credits, advertising, by language.

The tables are data: to teach the engine a language, add lines to them. Patterns are
matched against the text of a whole short block, without case, unless their table says
otherwise.
"""

import re
from collections.abc import Sequence

from convert.articles.patterns import Table, any_of, patterns_of

BYLINE_CHARS, JUMP_CHARS, CREDIT_CHARS, SIGNATURE_CHARS = 130, 90, 80, 240
"""Characters at most of a text that can be one."""
NAME_WORDS = 6
"""Words at most of names where no capitals show them."""
PLACED_WORDS = 9
"""Words at most of a name and a place."""
HAN_NAME_CHARS = 7
"""The same of a name in Han and kana."""

_CAPITAL = r"(?-i:[A-ZÀ-Þ])"
_DESK = (
    r"([\u4e00-\u9fff]{1,5}[报報]|新华社|新華社|中新社|特约|特約|见习|見習|实习|首席|驻.{2,6}){0,3}"
)
"""Whose reporter one is, before the word."""
_REPORTER = r"(记者|記者|通讯员|通訊員|评论员|評論員|撰稿|作者|文)"

_ES_DESK = "redacción|agencias|efe|corresponsal|enviad[oa] especial"
_AGENCY = r"ap|afp|ansa|dpa|efe|epa|imago|lusa|reuters|getty images|тасс|риа новости|xinhua"

BYLINES: Table = {
    "zh": (
        rf"[□■◆●◎]?\s*{_DESK}{_REPORTER}[\s：:·/／].{{1,50}}",  # □ 本报记者 …, 通讯员 …
        r"(本报|本報|新华社|新華社)(记者|記者).{1,30}",
        r"[□◎◇■◆]\s*.{2,30}",
        r"[【（(]?(本报|本報|文)[】/／].{1,30}",
        r"【[^】]{2,24}】",
        r".{1,12}\s*(文/图|图/文|文/摄影|/文|/文图)",
    ),
    "ja": (
        r"[（(][^（()）]{2,16}(記者|支局|特派員|通信員)[^（()）]{0,8}[)）]",
        r"(文|取材|撮影|編集委員|論説委員)[・＝=].{2,20}",
    ),
    "en": (
        r"by [^\W\d_].{2,70}",
        r"(from )?(staff|wire)( and (staff|wire))?( news)? (reports?|writers?)",
        r"((the )?associated press|reuters|special to the (?-i:[A-Z]).{2,40})",
        r"(this article is|story|text|words|reporting|interview|written|reported) by .{3,80}",
    ),
    "de": (
        r"(von|aus|interview:?|text:?|bericht|kommentar|protokoll) [^\W\d_].{2,60}",
        r"\(?(dpa|afp|epd|kna|sid|red)(/\w{2,8}){0,2}\)?\.?",
        r"(ein kommentar von|eine kolumne von|von unser\w+ \w+) [^\W\d_].{2,60}",
    ),
    "fr": (
        r"(par|texte|propos recueillis par) [^\W\d_].{2,60}",
        r"de notre (envoyée?|correspondante?) [^\W\d_].{2,60}",
    ),
    "es": (
        r"(por|texto:?|redacción|entrevista de|de nuestro corresponsal) [^\W\d_].{2,60}",
        rf"textos:? {_CAPITAL}.{{2,60}}",
        rf"({_ES_DESK})( ?[-/|·,] ?{_CAPITAL}.{{1,40}})?",
    ),
    "pt": (
        r"(por|texto:?|entrevista de|da nossa|reportagem de) [^\W\d_].{2,60}",
        rf"textos:? {_CAPITAL}.{{2,60}}",
        r"(da )?redação( ?[-/|·,] ?(?-i:[A-ZÀ-Þ]).{1,40})?",
    ),
    "it": (r"(di|dal nostro inviato|dalla nostra inviata|intervista di) [^\W\d_].{2,60}",),
    "ru": (
        r"(текст|автор|беседовал[аи]?|подготовил[аи]?|записал[аи]?)[ :].{3,60}",
        r"[^\W\d_].{3,50}[,.;]? (текст и )?фото автора\.?",
        r"(соб\. ?инф|наш корр|корр\. [^.]{3,40})\.?",
    ),
    "ar": (
        r"(بقلم|كتب|كتبت|تقرير)[ :].{2,60}",
        r"(حوار|تحقيق|ترجمة|إعداد|متابعة|مراسل\w* .{2,20})\s?:.{2,60}",
    ),
    "fa ur": (
        r"(نوشته|به قلم|نویسنده|تحریر|از قلم)[ :].{2,60}",
        r"(گزارش|ترجمه|خبرنگار|رپورٹ)\s?:.{2,60}",
    ),
    "he": (r"(מאת|כתב|כתבה|ראיין|ראיינה|תרגום)\s?:.{2,60}|מאת .{2,60}",),
}

JUMPS: Table = {
    "zh": (r"[（(]?(下转|下轉|上接|紧接|緊接|转|轉)第?\s*[\w一二三四五六七八九十]+\s*版.{0,20}",),
    "ja": (r"[（(]?\d+面(に|へ|から)(続く|つづく|関連記事).{0,10}",),
    "en": (
        r".{0,30}(continued|continues) (on|from) (page )?[a-z]?\d+.{0,40}",
        r"(from|see|turn to) .{0,30}(page|,) [a-z]?\d+.{0,10}",
    ),
    "de": (r"(fortsetzung|weiter|mehr|siehe|bericht)\b.{0,30}(seite|s\.) ?\d+.{0,10}",),
    "fr": (r"(suite|lire aussi|lire)\b.{0,20} page[s]? [a-z]?\d+.{0,10}",),
    "es": (r"(continúa|sigue|viene|pasa)\b.{0,20}(página|pág\.) ?\d+.{0,10}",),
    "pt it": (r"(continua|segue|vem|da)\b.{0,20}(página|pagina|pág\.|pag\.) ?\d+.{0,10}",),
    "ru": (r"(продолжение|окончание|начало|см\.)\b.{0,20}(стр\.|странице|с\.) ?\d+.{0,10}",),
    "ar": (r"[(]?((ال)?بقية|(ال)?تتمة|يتبع|(ال)?تفاصيل)\b.{0,30}\b(ص|(ال)?صفحة)\.? ?\d+.{0,10}",),
    "fa ur": (
        r"[(]?(ادامه|بقیه|شرح|باقی|بقیہ)\b.{0,30}\b(ص|صفحه|صفحۀ|صفحہ)( نمبر)?\.? ?\d+.{0,10}",
    ),
    "he": (r"[(]?(המשך|תחיל(ת|תו|תה))\b.{0,20}\b[במ]?עמ(וד|['’׳])\.? ?\d+.{0,10}",),
}

CREDITS: Table = {
    "": (
        r"[/|©] ?(?-i:[A-ZÀ-ÞА-ЯЁ]).{2,40}",
        rf"({_AGENCY})( ?[-/|] ?(?-i:[A-ZÀ-ÞА-ЯЁ]).{{1,30}})?",
    ),
    "en de es it ru": (
        (
            r"(foto|fotos|photo|photos|photograph|photographs|bild|bilder|grafik|illustration"
            r"|illustrationen|zeichnung|karikatur|graphic|imagen|fotografía|immagine|фото)(?!\w)"
            r"( by|:| von| de| di| par| \(c\)|s:)? ?.{2,60}"
        ),
    ),
    "zh ja": (r"[（(]?.{0,16}(摄|攝|摄影|供图|制图|绘|撮影|[/／][画畫])[）)]?",),
    "ar fa ur": (
        r"[(]?(تصوير|عدسة|رسم|كاريكاتير|عکس|عکاس|تصویر)\s?[:/].{2,50}",
        r"[(](أ ?ف ?ب|رويترز|د ?ب ?أ|وكالات)[)]",
    ),
    "he": (r"[(]?(צילום|צילומים|איור)\s?[:/].{2,50}|צילום .{2,40}",),
}

_PAPER = r"(本报|新华社|特约|实习|见习|本報)*"
_TOOK = r"(摄影报道|攝影報導|摄影|撮影|摄|攝|供图|绘)"

CREDIT_TAILS = (
    (
        r"(?<!\w)(foto|fotos|photo|photos|photograph|photographs|bild|bilder|grafik|illustration"
        r"|фото|fotografía|imagen|immagine)(s? by|[:：/]|\s[:：])"
        r"\s*\S(?:[^.!?]|(?<=\b\w)\.){1,60}\W?$"
    ),
    (
        rf"[（(]?\s*({_PAPER}(记者|記者|通讯员|摄影)\s*[:：]?\s*)?"
        rf"(?<![\u4e00-\u9fff])[\u4e00-\u9fff·]{{2,4}}\s*[/／]?\s*{_TOOK}\s*[）)]?$"
    ),
    (
        rf"[（(]?\s*{_PAPER}(记者|記者|通讯员)\s*[\u4e00-\u9fff· ]{{0,9}}"
        rf"\s*[/／]?\s*{_TOOK}\s*[）)]?$"
    ),
    r"[(]?\s*(?<!\w)(تصوير|عدسة|عکس|צילום)\s?[:/]\s*\S[^.!?؟]{1,50}[)]?\s*$",
)
"""Where in a caption its credit begins; searched, up to the caption's end."""

_OF_DESK = r"[\u4e00-\u9fff\u3040-\u30ff・＝=\s]"
_NO_NAME = "敬称|下转|上接|未完|待续|以下|综合|节选|图略|全文"
_SIGNED = (
    r"【[^】。、]{2,16}】",  # 【灯浜支局・見本一郎】
    rf"[（(]{_OF_DESK}{{0,10}}(記者|支局長?|特派員|通信員|編集委員){_OF_DESK}{{0,10}}[）)]",
    rf"[（(](?!{_NO_NAME})[\u4e00-\u9fff]{{2,5}}[）)]",  # （試作千夏）
    r"[（(][\u4e00-\u9fff]{1,3}[\s\u3000][\u4e00-\u9fff]{1,3}[）)]",  # （鵜飼　遼）
    rf"[（(]{_DESK}(记者|記者|通讯员)[\s：:]?[\u4e00-\u9fff·、\s]{{2,20}}[）)]",  # （记者 …）
)
_AGENCY_SIGN = r"\((?!sic\b)(?-i:[a-zäöü]{2,4})(/(?-i:[a-zäöü]{2,4}))?\)\.?"
"""(dpa), (afp/kna)"""
BYLINE_TAILS = (
    *(rf"(?<=[。！？])\s*{signed}\s*$" for signed in _SIGNED),
    rf"(?<=[.!?])\s*{_AGENCY_SIGN}\s*$",
)
"""Where in the last line of a text the name of its writer begins, up to the text's end."""

ADS: Table = {
    "en": (r"advertisement|advertorial|paid notice|promotion|sponsored( content| by.*)?",),
    "de": (r"anzeigen?|sonderveröffentlichung|werbung",),
    "fr": (r"publicité",),
    "es": (r"publicidad|promoción",),
    "it": (r"pubblicità",),
    "ru": (r"реклама|на правах рекламы",),
    "zh ja": (r"广告|廣告|広告",),
    "ar": (r"إعلان|إعلانات|اعلان",),
    "fa": (r"آگهی",),
    "ur": (r"اشتہار",),
    "he": (r"מודעה|תוכן שיווקי",),
}
"""The words that mark advertising; nothing else stands in their block."""

PARTICLES: Table = {
    "en": ("and",),
    "de": ("von", "der", "den", "und"),
    "nl": ("van", "de", "der", "den"),
    "fr": ("de", "du", "la", "le", "et"),
    "es": ("de", "del", "la", "el", "y"),
    "pt it": ("da", "di", "e"),
    "ca": ("i",),
    "ru": ("и",),
    "ar": ("al", "bin"),
}
"""What stands small in names and between them."""

_STREETS = r"street|st\.|avenue|ave\.|road|rd\.|lane|blvd\.?|drive"
_CALLES = r"calle|plaza|avda\.|avenida|paseo|c/|rua|praça"
_OF = r"de|del|de la|do|da|di|dei|della"
CONTACTS: Table = {
    "": (r"www\.|https?://|@\w", r"€|\$ ?\d", r"\d{3}[- /]\d{4}|\d{3,}[-/ ]\d{3,}"),
    "en": (
        r"\btel\b|\bphone\b",
        rf"\b\d{{1,5}} {_CAPITAL}[a-z]+( [a-z]+)? ({_STREETS})(?!\w)",
    ),
    "de": (
        r"telefon",
        r"\w(straße|strasse|str\.|platz|allee|gasse) \d{1,3}\b",
        r"(?-i:\b(Straße|Strasse|Allee|Gasse)) \d{1,3}\b",
    ),
    "fr": (r"\b\d{1,3},? (rue|avenue|boulevard|place|quai) ",),
    "es pt": (rf"\b({_CALLES}) (({_OF}) )?{_CAPITAL}[^.,]{{2,30}}, ?\d{{1,3}}\b",),
    "it": (rf"\b(via|piazza|corso|viale) (({_OF}) )?{_CAPITAL}[^.,]{{2,30}}, ?\d{{1,3}}\b",),
    "ru": (r"телефон|тел\.", r"\b(ул|пр|пер|пл)\. ?[^.]{3,30}, ?(д\. ?)?\d{1,3}\b"),
    "zh": (r"热线|電話|电话|地址",),
    "ar": (r"هاتف|فاكس|جوال|توصيل مجان",),
    "fa ur": (r"تلفن|فون",),
    "he": (r"טלפון|₪",),
}
"""Addresses, prices, numbers to call; searched, every one counts."""

_BYLINE, _JUMP, _CREDIT, _AD, _CONTACT = (
    any_of(patterns_of(table)) for table in (BYLINES, JUMPS, CREDITS, ADS, CONTACTS)
)
_PARTICLES = frozenset(patterns_of(PARTICLES))
_OPENING = re.compile(
    r"\s*[□■◆●◎]?\s*(本报|本報|新华社|新華社|特约|特約|实习|见习)*(记者|記者|通讯员|通訊員)[\s：:]*"
    r"[\u4e00-\u9fff· /、　]{2,24}|\s*□\s*[\u4e00-\u9fff· ]{2,12}"
)
"""A line of Chinese that is a byline and nothing else."""
_SPACED_NAME = re.compile(r"([\u4e00-\u9fff]{2,8}\s)?[\u4e00-\u9fff]{1,4}\s[\u4e00-\u9fff]{1,4}")
"""A line of Han that is a name, family and given name apart, a title before them perhaps."""
_SENTENCE = re.compile(
    r"\b(?!prof\.|capt\.|dipl\.)[^\W\d_]{4,}\. [^\W\d_]|[^\W\d_]{3,}\.$|\b(foto|photo|фото)",
    re.IGNORECASE,
)
"""What no signature has: a full stop behind a word, a credit."""
_HAN_NAME = re.compile(
    r"[\u3041-\u30ff\u4e00-\u9fff]{1,4}[\s\u3000·・]*[\u3041-\u30ff\u4e00-\u9fff]{1,5}"
)
_TITLE = re.compile(r"[^:]{3,40}[^\W\d_]: [^\W\d_]")
"""What a caption has and no signature: a word that opens it, a colon."""
SHOT_CHARS = 30
"""Characters of such a text at most."""
_SHOT = re.compile(r".*[^文/／]\s*[/／]?\s*[摄攝]\W*")
"""Who took a picture and wrote nothing (文/摄: who did both)."""
_DATELINE = re.compile(
    r"(本报|本報|新华社|新華社|中新社|中新网|本刊|据).{0,14}((?<!通)[讯訊](?!员)|电|電|消息)"
)
_BRACKETED = any_of((*_SIGNED, _AGENCY_SIGN))
_HAN_SIGNED = re.compile(r"[\u4e00-\u9fff]{2,8}[\s\u3000]*[\u4e00-\u9fff·]{2,4}")


def is_byline(text: str) -> bool:
    """Whether a short text names who wrote the story."""
    found = len(text) <= BYLINE_CHARS and _BYLINE.fullmatch(text.strip())
    return bool(found) and not is_shot(text)


def is_told(text: str) -> bool:
    """Whether a text in an alphabet without capitals has more words than a name."""
    cased = any(c.islower() or c.isupper() for c in text)
    return not cased and len(text.split()) > NAME_WORDS


def is_shot(text: str) -> bool:
    """Whether a short text of Han names who took a picture, and nothing else."""
    return len(text) <= SHOT_CHARS and _SHOT.fullmatch(text.strip()) is not None


def opens_with_byline(line: str) -> bool:
    """Whether a line of Chinese or Japanese is a byline and nothing else."""
    return _OPENING.fullmatch(line) is not None or _SPACED_NAME.fullmatch(line) is not None


def is_han_name(text: str) -> bool:
    """Whether a text of Han and kana is no longer than a name."""
    name = text.strip()
    if _SPACED_NAME.fullmatch(name):
        return True
    return len(name) <= HAN_NAME_CHARS and _HAN_NAME.fullmatch(name) is not None


def is_dateline(text: str) -> bool:
    """Whether a short text opens a report: 本报讯（记者…）, 新华社北京6月5日电."""
    return len(text) <= 40 and _DATELINE.match(text.strip()) is not None


def is_han_signature(text: str) -> bool:
    """Whether a short text of Han can be who signed: a place and a name, no sentence."""
    return len(text) <= 16 and _HAN_SIGNED.fullmatch(text.strip()) is not None


def is_bracketed_name(text: str) -> bool:
    """Whether a text is who signed a story, in brackets: a name in Han, an agency's sign."""
    return _BRACKETED.fullmatch(text.strip()) is not None


def is_signature(text: str) -> bool:
    """Whether a short text in a script with capitals can be who signed: names, a place."""
    if text.endswith(".") and is_name(text) and len(text.split()) <= NAME_WORDS:
        text = text[:-1]
    words = [w.strip("()«»“”\"',;:") for w in text.replace("/", " ").split()]
    words = [w for w in words if w]
    if not 2 <= len(words) <= 30 or len(text) > SIGNATURE_CHARS:
        return False
    if text.rstrip().endswith(("?", "!", ":")) or _TITLE.match(text):
        return False
    if _SENTENCE.search(text) and not _is_name_and_place(words, text):
        return False
    if any(c.isdigit() for w in words[:3] for c in w):
        return False
    named = [w for w in words if w[0].isupper()]
    plain = [w for w in words if w[0].islower() and w not in _PARTICLES]
    share = 1.5 if any(len(w) > 3 and w.isupper() for w in words) else 0.7
    return words[0][0].isupper() and len(named) >= 2 and len(plain) <= share * len(named)


def is_name(text: str) -> bool:
    """Whether all words of a text are capitalised, or stand in names; two at least."""
    words = text.split()
    return len(words) > 1 and all(
        w[0].isupper() or w.strip("'’").lower() in _PARTICLES for w in words
    )


def _is_name_and_place(words: Sequence[str], text: str) -> bool:
    """Whether a full stop parts a name from a place, as under letters (Ana Gil. Toledo)."""
    parts = [part.split() for part in re.split(r"(?<!\b\w)\. ", text.rstrip(". "))]
    return (
        len(parts) == 2
        and len(words) <= PLACED_WORDS
        and all(w[0].isupper() or w in _PARTICLES for w in words)
        and all(len(part) <= NAME_WORDS for part in parts)
    )


def is_jump(text: str) -> bool:
    """Whether a short text sends the reader to another page or says where he was."""
    return len(text) <= JUMP_CHARS and _JUMP.fullmatch(text.strip(" .）)")) is not None


def is_credit(text: str) -> bool:
    """Whether a short text names who took or drew a picture."""
    return len(text) <= CREDIT_CHARS and _CREDIT.fullmatch(text.strip()) is not None


def is_ad_mark(text: str) -> bool:
    """Whether a text is the word that marks advertising."""
    return _AD.fullmatch(text.strip(" :-–—")) is not None


def contacts(text: str) -> int:
    """How often a text gives addresses, prices or numbers to call."""
    return sum(1 for _ in _CONTACT.finditer(text))
