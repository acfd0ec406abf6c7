"""Which language a text is in, as a BCP 47 tag: told by script, letters and little words.

The tables are data: a language is added by a line of little words. A text that says too
little (a name, a row of results) has the language of what stands around it.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping

SCRIPTS: tuple[tuple[int, int, str], ...] = (
    (0x0041, 0x024F, "Latin"),
    (0x0370, 0x03FF, "Greek"),
    (0x0400, 0x052F, "Cyrillic"),
    (0x0531, 0x058F, "Armenian"),
    (0x0591, 0x05F4, "Hebrew"),
    (0x0600, 0x077F, "Arabic"),
    (0x0B80, 0x0BFF, "Tamil"),
    (0x0E00, 0x0E7F, "Thai"),
    (0x10A0, 0x10FF, "Georgian"),
    (0x1100, 0x11FF, "Hangul"),
    (0x1E00, 0x1EFF, "Latin"),
    (0x1F00, 0x1FFF, "Greek"),
    (0x3041, 0x30FF, "Kana"),
    (0x3131, 0x318E, "Hangul"),
    (0x3400, 0x9FFF, "Han"),
    (0xAC00, 0xD7AF, "Hangul"),
    (0xF900, 0xFAFF, "Han"),
    (0xFB50, 0xFDFF, "Arabic"),
    (0xFE70, 0xFEFF, "Arabic"),
    (0xFF66, 0xFF9D, "Kana"),
    (0x20000, 0x3FFFF, "Han"),
)
"""First and last code point of the letters of a script, in order."""

ALONE: Mapping[str, str] = {
    "Armenian": "hy",
    "Georgian": "ka",
    "Greek": "el",
    "Hangul": "ko",
    "Hebrew": "he",
    "Tamil": "ta",
    "Thai": "th",
}
"""Scripts in which newspapers of one language are printed."""

KANA = 0.1
"""Japanese has at least this share of kana among kana and Han."""
HAN = 2.5
"""Letters that a Han character is worth."""

HAN_PAIRS = (
    "这這们們来來国國时時对對会會说說学學为為过過还還没沒进進动動开開关關长長问問间間门門见見现現"
    "当當业業产產东東车車书書电電话話语語记記设設让讓认認论論议議计計员員实實应應样樣种種机機经經"
    "给給统統线線结結级級组組报報权權条條构構总總战戰变變处處备備头頭题題领領风風飞飛马馬鱼魚鸟鳥"
    "龙龍点點热熱爱愛气氣无無与與两兩专專义義乐樂买買卖賣亲親亿億从從价價众眾优優传傳伤傷体體质質"
    "财財资資贸貿费費购購赛賽达達运運远遠连連选選适適际際陆陸险險随隨难難韩韓顾顧项項顺順须須预預"
    "频頻验驗饭飯馆館旧舊乡鄉县縣劳勞务務势勢华華单單卫衛历歷压壓厅廳双雙启啟听聽园園围圍图圖团團"
    "场場坏壞块塊坚堅声聲夺奪奖獎妇婦宝寶审審宽寬宾賓导導寻尋层層属屬岁歲岛島师師带帶帮幫广廣庆慶"
    "库庫张張归歸录錄态態怀懷惊驚执執扩擴护護担擔拥擁择擇损損换換据據数數断斷显顯术術桥橋检檢欢歡"
    "残殘杂雜杀殺汉漢汤湯沟溝济濟测測浓濃满滿灯燈灾災炼煉烟煙营營牵牽状狀独獨环環献獻疗療监監盘盤"
    "码碼确確礼禮离離积積称稱穷窮竞競笔筆简簡类類粮糧紧緊红紅约約纪紀纸紙练練细細终終绍紹绿綠编編"
    "缩縮网網罗羅联聯职職胜勝节節艺藝药藥获獲补補视視观觀规規觉覺训訓讯訊讲講许許访訪证證评評识識"
    "词詞试試诗詩该該详詳误誤请請读讀调調谁誰谈談负負贡貢贵貴轮輪软軟转轉轻輕较較边邊迁遷邮郵钱錢"
    "铁鐵银銀错錯镇鎮闻聞阳陽阶階阵陣"
)
"""Characters with two forms: simplified, traditional, simplified, traditional …"""

MARKS: Mapping[str, str] = {
    "de": "ß",
    "es": "ñ¿¡",
    "pt": "ãõ",
    "fr": "èêœëù",
    "pl": "ąęłńśźż",
    "cs": "ěřů",
    "tr": "ğış",
    "hu": "őű",
    "ro": "țșă",
    "vi": "ơưđạảấầậếềệ",
    "uk": "їєґ",
    "be": "ў",
    "ru": "ыэё",
    "sr": "ђћљњј",
    "mk": "ѓќѕј",
    "fa": "پچژگی",
}
"""Letters that, within their script, speak for one language."""

WORDS: Mapping[str, Mapping[str, str]] = {
    "Latin": {
        "en": "the of and to in is that for it was on with as his he at by be this had not are"
        " but from have they which one were her all their has been would who will more when"
        " there",
        "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als"
        " auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem"
        " über so zum war haben nur oder aber vor zur bis mehr durch man sein wurde wenn",
        "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne"
        " se ce il sont avec son aux mais ont elle ses été cette nous leur comme on sa ou ces"
        " dont",
        "es": "de la que el en y a los se del las un por con no una su para es al lo como más o"
        " pero sus le ha este sí porque esta son entre cuando muy sin sobre también me hasta hay"
        " donde han",
        "pt": "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao"
        " ele das à seu sua ou quando muito nos já eu também só pelo pela até isso foi são está",
        "it": "di e il la che in a per un è del una della con non si le i da dei al sono nel più"
        " come gli ha alla anche lo delle ma su ci dalla degli nella questo dal stato suo era"
        " loro",
        "nl": "de van het een en in is dat op te zijn met voor niet die aan er om ook als dan"
        " maar bij naar uit door over hij ze heeft worden werd nog wel meer hun wordt deze geen"
        " haar",
        "pl": "w i na z się do nie że o jest to po od za jak przez dla ale co już są tym był czy"
        " tak oraz może tego ich tylko przed lub także który które jego roku",
        "sv": "och i att det som en på är av för med den till inte har de ett om var men från"
        " vid så han kan nu också efter när vi ska än hade skulle hon under sig eller mot mellan",
        "da": "og i at det er en til på som af for med der den ikke de har et var fra om men han"
        " kan vil også efter blev ved jeg så skal mere havde være hun sig nu eller blevet når"
        " kun",
        "nb": "og i å det er en til på som av for med den ikke de har et var fra om men han kan"
        " vil også etter ble ved jeg så skal mer hadde være hun seg nå eller blitt når bare",
        "fi": "ja on ei että se oli hän ovat mutta myös kun niin joka tai ole sen sekä kuin"
        " mukaan jo vain voi nyt sitä jonka vielä olisi siitä eivät",
        "cs": "a v se na je že s z do o to i za ve pro k by si jsou ale po jako jeho jen která"
        " který jsem už od nebo bylo podle byl také při až více",
        "tr": "ve bir bu için ile da de olarak çok daha olan gibi kadar en ne ise sonra var"
        " olduğunu değil göre ama her yeni olduğu o ya",
        "hu": "a az és hogy nem is egy van meg azt csak el már még de volt mint ez ki ha lesz"
        " vagy szerint után között amely aki pedig ezt",
        "ro": "de și în la a cu pe că nu este din un o care pentru mai ce au fost sunt sau prin"
        " dar după lui al ale ca se fi această",
        "ca": "de la i el que a en els les per un una amb és del no va al com més seva són dels"
        " hi ha aquest aquesta també però",
        "vi": "và của là có được cho các trong một những không với đã người này khi để về năm ở"
        " từ ra cũng đến",
        "id": "yang dan di ini itu dengan untuk dari dalam tidak pada akan ke juga ada oleh"
        " mereka bisa sudah telah karena adalah para atau",
    },
    "Cyrillic": {
        "ru": "и в не на что с по как это из к у за он то от о для но бы а было его все она мы"
        " был который только еще так при году же до их были или",
        "uk": "і в не на що з за до у та це як від про для й але він був року яка його вже які"
        " або є також буде під її було через",
        "bg": "и на в да се за от е с не са по ще като че до това а към но или при си след му"
        " може през който което които беше има няма",
        "be": "і ў не на што з за да у як гэта ад пра для але ён быў года якая яго ўжо якія або"
        " таксама будзе пад было праз",
        "sr": "и у је да се на за од су са не које као из који али то до што би која биће је"
        " није само бити или после",
        "mk": "и на во да се за од е со не ќе што ги го како од кој но или има биде по сите меѓу",
    },
    "Arabic": {
        "ar": "في من على أن إلى عن التي الذي مع هذا هذه ما كان بعد قد لا كما بين لم قال أو ذلك"
        " ثم خلال كانت حيث",
        "fa": "و در به از که این را است با برای آن می شود شد یک خود بر هم تا کرد بود های ها اند",
    },
}
"""The little words of each language, by script."""

ENOUGH = 3
"""A language shows in so many little words and letters of its own."""
SHARE = 0.08
"""They are at least this share of all words."""
LEAD = 1.15
"""And so many times as many as those of the next language."""
FOREIGN = 1.5
"""In a text around which another language stands, so many times as many as of that."""

SAMPLE = 5_000
"""Letters at the beginning of a text that tell its language."""

_STARTS = tuple(first for first, _, _ in SCRIPTS)
_SIMPLE, _TRADITIONAL = frozenset(HAN_PAIRS[::2]), frozenset(HAN_PAIRS[1::2])
_WORDS = {
    script: {name: frozenset(words.split()) for name, words in languages.items()}
    for script, languages in WORDS.items()
}


def language_of(text: str, around: str = "") -> str:
    """Return the language of `text`; where it says too little, that `around` it."""
    text = text[:SAMPLE]
    scripts: Counter[str] = Counter()
    for char, number in Counter(text).items():  # few characters, often printed
        if char.isalpha():
            scripts[script_of(char)] += number
    del scripts[""]
    scripts["Han"] += scripts["Kana"]
    script = max(scripts, key=lambda s: scripts[s] * (HAN if s == "Han" else 1))
    if not scripts[script]:
        return around
    if script == "Han":
        return _han(text, scripts["Kana"] / scripts["Han"], around)
    if script in ALONE:
        return ALONE[script]
    return _by_words(text.lower(), script, around.partition("-")[0]) or around


def main_language(texts: Iterable[tuple[str, int]]) -> str:
    """Return the language in which most letters stand: (language, letters) each."""
    letters: Counter[str] = Counter()
    for language, number in texts:
        letters[language] += number
    del letters[""]
    return max(letters, key=lambda name: (letters[name], name), default="")


def script_of(char: str) -> str:
    """Return the script of a letter, or nothing if no table knows it."""
    place = bisect_right(_STARTS, ord(char)) - 1
    return SCRIPTS[place][2] if place >= 0 and ord(char) <= SCRIPTS[place][1] else ""


def _han(text: str, kana: float, around: str) -> str:
    if kana > KANA:
        return "ja"
    simple = sum(char in _SIMPLE for char in text)
    traditional = sum(char in _TRADITIONAL for char in text)
    if abs(simple - traditional) < ENOUGH and around.partition("-")[0] in ("zh", "ja"):
        return around
    if simple == traditional:
        return "zh"
    return "zh-Hans" if simple > traditional else "zh-Hant"


def _by_words(text: str, script: str, around: str) -> str:
    """Return the language whose little words and letters stand in `text`, if one leads."""
    words = Counter(_words(text))
    chars = Counter(text)
    found: Counter[str] = Counter()
    for language, little in _WORDS.get(script, {}).items():
        found[language] = sum(n for word, n in words.items() if word in little)
        found[language] += sum(chars[mark] for mark in MARKS.get(language, ""))
    (best, most), *others = (*found.most_common(2), ("", 0))
    enough = most >= max(ENOUGH, SHARE * words.total())
    leads = most > LEAD * others[0][1] and (best == around or most >= FOREIGN * found[around])
    return best if enough and leads else ""


def _words(text: str) -> list[str]:
    gaps = {ord(char): " " for char in set(text) if not char.isalpha()}
    return text.translate(gaps).split()
