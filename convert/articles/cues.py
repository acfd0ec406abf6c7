"""What words say about a block: bylines, jumps, credits, advertising, by language.

The tables are data: to teach the engine a language, add lines to them. Patterns are
matched against the text of a whole short block, without case.
"""

import re
from collections.abc import Sequence

BYLINES: Sequence[str] = (
    # zh, ja: □ 本报记者 姓名, 新华社记者, 通讯员, 文/图
    (
        r"[□■◆●◎]?\s*(本报|本報|新华社|新華社|中新社|特约|特約|见习|見習|实习|首席|驻.{2,6})*"
        r"(记者|記者|通讯员|通訊員|评论员|評論員|撰稿|作者|文)[\s：:·/／].{1,50}"
    ),
    r"(本报|本報|新华社|新華社)(记者|記者).{1,30}",
    r"[□◎◇■◆]\s*.{2,30}",
    r"[【（(]?(本报|本報|文)[】/／].{1,30}",
    r"【[^】]{2,24}】",
    r"[（(][^（()）]{2,16}(記者|支局|特派員|通信員)[^（()）]{0,8}[)）]",
    r".{1,12}\s*(文/图|图/文|文/摄影|/文|/文图)",
    r"(文|取材|撮影|編集委員|論説委員)[・＝=].{2,20}",
    # en
    r"by [^\W\d_].{2,70}",
    r"(this article is|story|text|words|reporting|interview|written|reported) by .{3,80}",
    # de
    (
        r"(von|aus|interview|text|bericht|kommentar|protokoll|ein kommentar von|eine kolumne von"
        r"|interview:|text:|von unser\w+ \w+) [^\W\d_].{2,60}"
    ),
    # fr
    r"(par|de notre (envoyée?|correspondante?)|propos recueillis par|texte) [^\W\d_].{2,60}",
    # es, pt, it
    r"(por|texto|texto:|redacción|entrevista de|de nuestro corresponsal) [^\W\d_].{2,60}",
    r"(da nossa|reportagem de) .{2,60}",
    r"(di|dal nostro inviato|dalla nostra inviata|intervista di) [^\W\d_].{2,60}",
    # ru
    r"(текст|автор|беседовал[аи]?|подготовил[аи]?|записал[аи]?)[ :].{3,60}",
    # ar, fa, ur, he
    r"(بقلم|كتب|كتبت|تقرير)[ :].{2,60}",
    r"(حوار|تحقيق|ترجمة|إعداد|متابعة|مراسل\w* .{2,20}|گزارش|ترجمه|خبرنگار|رپورٹ)\s?:.{2,60}",
    r"(نوشته|به قلم|نویسنده|تحریر|از قلم)[ :].{2,60}",
    r"(מאת|כתב|כתבה|ראיין|ראיינה|תרגום)\s?:.{2,60}|מאת .{2,60}",
)

JUMPS: Sequence[str] = (
    r"[（(]?(下转|下轉|上接|紧接|緊接|转|轉)第?\s*[\w一二三四五六七八九十]+\s*版.{0,20}",
    r".{0,30}(continued|continues) (on|from) (page )?[a-z]?\d+.{0,40}",
    r"(from|see|turn to) .{0,30}(page|,) [a-z]?\d+.{0,10}",
    r"(fortsetzung|weiter|mehr|siehe|bericht)\b.{0,30}(seite|s\.) ?\d+.{0,10}",
    r"(suite|lire aussi|lire)\b.{0,20} page[s]? [a-z]?\d+.{0,10}",
    r"(continúa|sigue|viene|pasa)\b.{0,20}(página|pág\.) ?\d+.{0,10}",
    r"(continua|segue|vem|da)\b.{0,20}(página|pagina|pág\.|pag\.) ?\d+.{0,10}",
    r"(продолжение|окончание|начало|см\.)\b.{0,20}(стр\.|странице|с\.) ?\d+.{0,10}",
    r"[（(]?\d+面(に|へ|から)(続く|つづく|関連記事).{0,10}",
    r"[(]?(البقية|بقية|التتمة|تتمة|يتبع|التفاصيل|تفاصيل)\b.{0,30}\b(ص|صفحة|الصفحة)\.? ?\d+.{0,10}",
    r"[(]?(ادامه|بقیه|شرح|باقی|بقیہ)\b.{0,30}\b(ص|صفحه|صفحۀ|صفحہ)( نمبر)?\.? ?\d+.{0,10}",
    r"[(]?(המשך|תחילתו|תחילתה|תחילת)\b.{0,20}\b[במ]?עמ(וד|['’׳])\.? ?\d+.{0,10}",
)

CREDITS: Sequence[str] = (
    (
        r"(foto|fotos|photo|photos|photograph|photographs|bild|bilder|grafik|illustration|"
        r"illustrationen|zeichnung|karikatur|graphic|imagen|fotografía|immagine|фото)"
        r"( by|:| von| de| di| par| \(c\)|s:)? ?.{2,60}"
    ),
    r"[（(]?.{0,16}(摄|攝|摄影|供图|制图|绘|撮影)[）)]?",
    r"[(]?(تصوير|عدسة|رسم|كاريكاتير|عکس|عکاس|تصویر|צילום|צילומים|איור)\s?[:/].{2,50}",
    r"[(](أ ?ف ?ب|رويترز|د ?ب ?أ|وكالات)[)]|צילום .{2,40}",
)

CREDIT_TAILS: Sequence[str] = (
    (
        r"(?<!\w)(foto|fotos|photo|photos|photograph|photographs|bild|bilder|grafik|illustration"
        r"|фото|fotografía|imagen|immagine)(s? by|[:：/]|\s[:：])\s*\S[^.!?]{1,60}\W?$"
    ),
    (
        r"[（(]?\s*((本报|新华社|特约|实习|见习|本報)*(记者|記者|通讯员|摄影)\s*[:：]?\s*)?"
        r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff·]{2,4}\s*[/／]?\s*"
        r"(摄影报道|攝影報導|摄影|撮影|摄|攝|供图|绘)\s*[）)]?$"
    ),
    (
        r"[（(]?\s*(本报|新华社|特约|实习|见习|本報)*(记者|記者|通讯员)\s*[\u4e00-\u9fff· ]{0,9}"
        r"\s*[/／]?\s*(摄影报道|摄影|撮影|摄|攝|供图|绘)\s*[）)]?$"
    ),
    r"[(]?\s*(?<!\w)(تصوير|عدسة|عکس|צילום)\s?[:/]\s*\S[^.!?؟]{1,50}[)]?\s*$",
)
"""Where in a caption its credit begins; searched, up to the caption's end."""

ADS: Sequence[str] = (
    (
        r"(anzeigen?|advertisement|advertorial|paid notice|sponsored( content| by.*)?|promotion"
        r"|sonderveröffentlichung|werbung|publicité|publicidad|pubblicità|реклама|promoción"
        r"|на правах рекламы|广告|廣告|広告|إعلان|إعلانات|اعلان|آگهی|اشتہار|מודעה|תוכן שיווקי)"
    ),
)


def _any(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE)


_BYLINE, _JUMP, _CREDIT, _AD = map(_any, (BYLINES, JUMPS, CREDITS, ADS))
_CONTACT = re.compile(
    r"(www\.|https?://|@\w|\btel\b|telefon|\bphone\b|телефон|тел\.|热线|電話|电话|地址|€|\$ ?\d"
    r"|هاتف|فاكس|جوال|توصيل مجان|تلفن|فون|טלפון|₪|\d{3}[- /]\d{4}|\d{3,}[-/ ]\d{3,})",
    re.IGNORECASE,
)


def is_byline(text: str) -> bool:
    """Whether a short text names who wrote the story."""
    return len(text) <= 130 and _BYLINE.fullmatch(text.strip()) is not None


_OPENING = re.compile(
    r"\s*[□■◆●◎]?\s*(本报|本報|新华社|新華社|特约|特約|实习|见习)*(记者|記者|通讯员|通訊員)[\s：:]*"
    r"[\u4e00-\u9fff· /、　]{2,24}|\s*□\s*[\u4e00-\u9fff· ]{2,12}"
)


def opens_with_byline(line: str) -> bool:
    """Whether a line of Chinese is a byline and nothing else."""
    return _OPENING.fullmatch(line) is not None


_SENTENCE = re.compile(
    r"[^\W\d_]{4,}\. [^\W\d_]|[^\W\d_]{3,}\.$|\b(foto|photo|фото)", re.IGNORECASE
)
_PARTICLES = frozenset(
    [
        "von",
        "van",
        "de",
        "der",
        "den",
        "da",
        "di",
        "du",
        "del",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "y",
        "e",
        "i",
        "et",
        "und",
        "and",
        "и",
    ]
)


_HAN_NAME = re.compile(
    r"[\u3041-\u30ff\u4e00-\u9fff]{1,4}[\s\u3000·・]*[\u3041-\u30ff\u4e00-\u9fff]{1,5}"
)


def is_han_name(text: str) -> bool:
    """Whether a text of Han and kana is no longer than a name."""
    return len(text.strip()) <= 7 and _HAN_NAME.fullmatch(text.strip()) is not None


def is_signature(text: str) -> bool:
    """Whether a short text in a script with capitals can be who signed: names, a place."""
    words = [w.strip("()«»“”\"',;:") for w in text.replace("/", " ").split()]
    words = [w for w in words if w]
    if not 2 <= len(words) <= 30 or len(text) > 240 or text.rstrip().endswith(("?", "!", ":")):
        return False
    if _SENTENCE.search(text) or any(c.isdigit() for w in words[:3] for c in w):
        return False
    named = [w for w in words if w[0].isupper()]
    plain = [w for w in words if w[0].islower() and w not in _PARTICLES]
    share = 1.5 if any(len(w) > 3 and w.isupper() for w in words) else 0.7
    return words[0][0].isupper() and len(named) >= 2 and len(plain) <= share * len(named)


def is_jump(text: str) -> bool:
    """Whether a short text sends the reader to another page or says where he was."""
    return len(text) <= 90 and _JUMP.fullmatch(text.strip(" .）)")) is not None


def is_credit(text: str) -> bool:
    """Whether a short text names who took or drew a picture."""
    return len(text) <= 80 and _CREDIT.fullmatch(text.strip()) is not None


def is_ad_mark(text: str) -> bool:
    """Whether a text is the word that marks advertising."""
    return _AD.fullmatch(text.strip(" :-–—")) is not None


def contacts(text: str) -> int:
    """How often a text gives addresses, prices or numbers to call."""
    return len(_CONTACT.findall(text))
