"""The language of a text: by script, by letters, by little words; laws for any text."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.edition.languages import settle_languages
from convert.language import (
    ALONE,
    HAN_PAIRS,
    MARKS,
    SCRIPTS,
    WORDS,
    language_of,
    main_language,
    script_of,
)
from convert.letters import letters
from convert.model import Publication, Role
from convert.pipeline.pages import Job, convert_page
from convert.settings import Settings
from tests.desk import edition_of, page_of, story

SAMPLES = Path(__file__).parent.parent / "samples"

SENTENCES = {
    "en": "The ferry will not leave the harbor until the wind has died down, the captain said.",
    "de": "Die Fähre läuft erst aus, wenn sich der Wind gelegt hat, sagte der Kapitän am Abend.",
    "fr": "Le bac ne quittera pas le port avant que le vent soit tombé, a dit le capitaine.",
    "es": "El barco no saldrá del puerto hasta que el viento se calme, dijo la capitana.",
    "pt": "O barco não sai do porto até que o vento acalme, disse o capitão aos passageiros.",
    "it": "Il traghetto non lascerà il porto finché il vento non si calma, ha detto la capitana.",
    "nl": "De veerboot vaart pas uit als de wind is gaan liggen, zei de kapitein van het schip.",
    "pl": "Prom nie wypłynie z portu, dopóki wiatr nie ucichnie, powiedział kapitan na nabrzeżu.",
    "sv": "Färjan lämnar inte hamnen förrän vinden har lagt sig, sade kaptenen för fartyget.",
    "da": "Færgen sejler ikke, før vinden har lagt sig, og det blev sagt efter mødet af kaptajnen.",
    "nb": "Ferja går ikke før vinden har lagt seg, og det ble sagt etter møtet av kapteinen.",
    "fi": "Lautta ei lähde satamasta, ennen kuin tuuli on tyyntynyt, mutta se on myös",
    "cs": "Přívoz nevypluje z přístavu, dokud se vítr neutiší, řekla kapitánka na lodi.",
    "tr": "Vapur rüzgâr dinene kadar limandan ayrılmayacak, dedi; ama bu yeni bir şey değil.",
    "hu": "A komp nem indul el a kikötőből, amíg a szél el nem áll, mondta a kapitány, és ez van.",
    "ro": "Feribotul nu va pleca din port până când vântul nu se liniștește, a spus căpitanul.",
    "ca": "El vaixell no sortirà del port fins que el vent amaini, va dir la capitana.",
    "vi": "Con tàu sẽ không rời cảng cho đến khi gió lặng, thuyền trưởng nói với khách.",
    "id": "Kapal itu tidak akan berangkat dari pelabuhan karena angin, dan itu sudah biasa.",
    "ru": "Паром не выйдет из порта, пока не стихнет ветер, сказал капитан на пристани.",
    "uk": "Пором не вийде з порту, доки не вщухне вітер, сказав капітан і додав, що це не новина.",
    "bg": "Фериботът няма да тръгне от пристанището, докато вятърът не утихне, каза капитанът.",
    "be": "Паром не выйдзе з порта, пакуль не сціхне вецер, сказаў капітан, і гэта ўжо не навіна.",
    "sr": "Трајект неће испловити из луке док се ветар не смири, рекао је капетан на броду.",
    "mk": "Траектот не ќе тргне од пристаништето додека не стивне ветрот, рече капетанот на кејот.",
    "el": "Το πλοίο δεν θα φύγει από το λιμάνι ώσπου να πέσει ο άνεμος.",
    "he": "המעבורת לא תצא מהנמל עד שהרוח תשכך.",
    "ar": "لن تغادر العبارة الميناء إلى أن تهدأ الريح كما قال القبطان في بيان عن الرحلة.",
    "fa": "قایق تا آرام شدن باد از بندر بیرون نمی‌رود و این را ناخدا گفت که در اسکله بود.",
    "ko": "바람이 잦아들 때까지 연락선은 항구를 떠나지 않는다고 선장은 말했다.",
    "ja": "風がおさまるまで連絡船は港を出ない、と船長は話した。",
    "zh-Hans": "船长说，风停之前，渡轮不会离开港口，请旅客们耐心等待。",
    "zh-Hant": "船長說，風停之前，渡輪不會離開港口，請旅客們耐心等待。",
    "th": "เรือข้ามฟากจะไม่ออกจากท่าจนกว่าลมจะสงบ",
    "hy": "Լաստանավը նավահանգստից դուրս չի գա։",
    "ka": "ბორანი ნავსადგურს არ დატოვებს.",
    "ta": "படகு துறைமுகத்தை விட்டு வெளியேறாது.",
}
"""One sentence of the project's own in every language that it can tell."""


@pytest.mark.parametrize("language", SENTENCES)
def test_a_sentence_shows_its_language(language: str) -> None:
    assert language_of(SENTENCES[language]) == language


@pytest.mark.parametrize("language", SENTENCES)
def test_a_text_that_says_enough_does_not_heed_what_stands_around_it(language: str) -> None:
    assert language_of(SENTENCES[language], "en") == language


def test_every_language_of_the_tables_has_its_sentence() -> None:
    told = {name for languages in WORDS.values() for name in languages} | set(ALONE.values())

    assert told | {"ja", "zh-Hans", "zh-Hant"} == set(SENTENCES)


@pytest.mark.parametrize(
    ("text", "around", "language"),
    [
        ("Linnea Hartsook", "de", "de"),
        ("7 – 3", "fr", "fr"),
        ("", "fr", "fr"),
        ("Gannets 38 24 10 4 82", "", ""),
        ("国会開会", "ja", "ja"),
        ("霜", "zh-Hant", "zh-Hant"),
        ("霜", "", "zh"),
        ("霜", "en", "zh"),
        ("“台灣”两字", "zh-Hans", "zh-Hans"),
        ("제주", "en", "ko"),
        ("Die Zeitung wird in die Hand genommen, die in die Tasche passt.", "de", "de"),
    ],
)
def test_a_short_text_has_the_language_around_it(text: str, around: str, language: str) -> None:
    assert language_of(text, around) == language


@given(st.text(), st.sampled_from(("", "en", "zh-Hant")))
def test_any_text_has_one_known_language_or_that_around_it(text: str, around: str) -> None:
    language = language_of(text, around)

    assert language == language_of(text, around)
    assert language in {*SENTENCES, "zh", around}


@given(st.sampled_from(sorted(SENTENCES)), st.integers(0, 5))
def test_punctuation_and_digits_do_not_change_a_language(language: str, count: int) -> None:
    assert language_of("12,5 % — " * count + SENTENCES[language]) == language


def test_scripts_stand_in_order_and_do_not_overlap() -> None:
    ends = [place for first, last, _ in SCRIPTS for place in (first, last)]

    assert ends == sorted(ends)
    assert all(script_of(chr(first)) == script for first, _, script in SCRIPTS)


def test_no_character_counts_for_both_forms_of_chinese() -> None:
    assert len(HAN_PAIRS) == len(set(HAN_PAIRS))
    assert len(HAN_PAIRS) % 2 == 0


def test_letters_speak_for_languages_that_have_little_words() -> None:
    assert set(MARKS) <= {name for languages in WORDS.values() for name in languages}


def test_the_main_language_is_that_of_most_letters() -> None:
    assert main_language([("en", 10), ("de", 8), ("de", 4), ("", 99)]) == "de"
    assert main_language([("", 99)]) == ""


def test_an_article_in_another_language_keeps_it_and_a_short_one_has_its_page_s() -> None:
    articles = [
        story((Role.PARAGRAPH, SENTENCES["de"]), (Role.PARAGRAPH, SENTENCES["de"])),
        story((Role.PARAGRAPH, SENTENCES["zh-Hant"]), top=200),
        story((Role.HEADLINE, "Otto Hahn"), top=300),
    ]

    edition = edition_of([page_of(articles)])

    assert [a.language for a in edition.articles] == ["de", "zh-Hant", "de"]


def test_a_paper_without_a_profile_has_the_language_of_most_of_its_articles() -> None:
    pages = [
        page_of([story((Role.PARAGRAPH, SENTENCES["de"]))]),
        page_of([story((Role.HEADLINE, "Otto Hahn"))], number=2),
    ]
    edition = replace(edition_of(pages), publication=Publication())

    settled = settle_languages(edition)

    assert settled.publication.language == "de"
    assert [a.language for a in settled.articles] == ["de", "de"]


def test_articles_in_the_paper_s_language_have_its_whole_tag() -> None:
    edition = edition_of([page_of([story((Role.PARAGRAPH, SENTENCES["en"]))])])
    edition = replace(edition, publication=Publication(language="en-GB"))

    assert [a.language for a in settle_languages(edition).articles] == ["en-GB"]


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*/*.pdf")), ids=lambda p: p.stem)
def test_every_article_of_a_sample_page_shows_its_language(path: Path) -> None:
    wanted = {"courier": "en", "lanting": "zh-Hans"}[path.parent.name]

    part = convert_page(Job(path=path, index=0, settings=Settings())).part

    long = [a for a in part.articles if sum(len(letters(b.text)) for b in a.blocks) >= 100]
    assert {a.id: a.language for a in long} == {a.id: wanted for a in long}
