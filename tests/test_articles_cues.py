"""Cues by language: what words say, and what only looks like it."""

from collections.abc import Callable

import pytest

from convert.articles.cues import (
    contacts,
    is_ad_mark,
    is_bracketed_name,
    is_byline,
    is_credit,
    is_han_name,
    is_jump,
    is_name,
    is_signature,
    opens_with_byline,
)
from convert.articles.furniture.words import (
    has_date,
    has_day,
    has_fact,
    is_page_number,
    names_staff,
)

Cue = Callable[[str], bool]

HITS: dict[Cue, list[str]] = {
    is_byline: [
        "□ 本报记者 何青",
        "新华社记者 李明 王芳",
        "通讯员：赵敏",
        "本報記者陳大文",
        "何青 文/图",
        "【何青】",
        "(社会部 山田太郎記者)",
        "文・佐藤花子",
        "By Ann Miller",
        "Interview by Ann Miller and Tom Fox",
        "Von Anna Müller",
        "Aus Berlin Anna Müller",
        "Von unserer Redakteurin Anna Müller",
        "Par Anne Dupont",
        "De notre envoyée Anne Dupont",
        "Por Ana García",
        "Texto: Ana García",
        "Di Anna Rossi",
        "Dal nostro inviato Marco Rossi",
        "Текст: Анна Иванова",
        "Автор Анна Иванова",
        "بقلم أحمد علي",
        "晚报记者 何青",
        "江城日報記者 陳大文",
        "From staff and wire reports",
        "Staff writer",
        "The Associated Press",
        "Special to The Lanting News",
        "(dpa/red)",
        "sid",
        "Textos: Ana García",
        "Redacción / Toledo",
        "Agencias",
        "Enviada especial, Lisboa",
        "Textos Ana Souza",
        "Entrevista de Ana Souza",
        "Da Redação",
        "Redação - Lisboa",
        "Анна Иванова, текст и фото автора",
        "Соб. инф.",
        "Наш корр.",
    ],
    is_bracketed_name: [
        "【灯浜支局・見本一郎】",
        "（灯浜支局長 見本遼）",
        "（試作千夏）",
        "（見本　遼）",
        "(dpa)",
        "（本报记者 何青）",
    ],
    is_jump: [
        "（下转第2版）",
        "上接A1版",
        "下转二版",
        "2面に続く",
        "Continued on page A14",
        "See BRIDGE, Page 7",
        "Fortsetzung auf Seite 3",
        "Mehr dazu auf Seite 12",
        "Suite en page 4",
        "Continúa en la página 5",
        "Segue a pagina 9",
        "Continua na pág. 4",
        "Продолжение на стр. 4",
    ],
    is_credit: [
        "Foto: Anna Müller",
        "Photo by Ann Miller",
        "Fotos: dpa (2)",
        "Фото Анны Ивановой",
        "本报记者 何青 摄",
        "（资料图 供图）",
        "山田太郎撮影",
        "Imagen: Ana García",
        "/ Ana García",
        "© Ann Miller",
        "| Anna Müller",
        "AP / Ann Miller",
        "Reuters",
        "Imago",
        "Getty Images",
        "ТАСС",
    ],
    is_name: ["Ana Gil", "Jan van der Kok", "Анна Иванова", "Ana y Luis Gil"],
    is_han_name: ["何青", "欧阳明月", "山田 太郎", "さとう花子"],
    is_signature: [
        "Anna Müller, Berlin",
        "Ann Miller and Tom Fox",
        "PETER SCHULZ",
        "Dr. Karl von der Heide, Bonn",
        "Анна Иванова, Москва",
        "Ana Gil Pérez. Toledo",
        "Ann Miller. Springfield",
        "Ann Miller.",
        "Prof. Karl Weber, Arzt am Spital Bonn",
        "Capt. Ann Miller, Leeds",
    ],
    is_ad_mark: [
        "Anzeige",
        "ANZEIGEN",
        "- Advertisement -",
        "Sponsored by Acme",
        "Publicité",
        "Реклама",
        "广告",
        "إعلان",
    ],
    opens_with_byline: ["本报记者 何青", "□ 何青", "□本报记者 何青 王芳", "通讯员：赵敏"],
    has_date: ["2026年", "Montag", "23. November", "Nov. 23", "星期一", "среда", "in 1998"],
    has_day: [
        "11月23日",
        "23 November 2026",
        "November 23, 2026",
        "23.11.2026",
        "23 de mayo de 2026",
    ],
    has_fact: ["国内统一刊号", "第12345期", "Vol. 12", "Nr. 272", "€ 2,80", "Año XII", "25 руб"],
    names_staff: ["责编：何青", "热线 8888", "e-mail"],
    is_page_number: ["3", "A03", "- 12 -", "128"],
}
MISSES: dict[Cue, list[str]] = {
    is_byline: [
        "The bridge was opened by the mayor",
        "By",
        "Vonseiten der Stadt hieß es",
        "记者节",
        "新桥今日通车",
        "Parma",
        "Diesel",
        "Автомобиль",
        "By " + "a" * 130,
        "Staff shortage at the hospital",
        "The Associated Mills close",
        "Redefreiheit",
        "Sidney",
        "Agencias de viaje cierran",
        "Redacciones vacías",
        "Corresponsales de guerra",
        "Redação nota mil",
        "Da redação ao palco",
        "Автора наградили",
        "Корреспондент уехал",
        "画报",
    ],
    is_bracketed_name: [
        "（以下同）",
        "（敬称略）",
        "（下转二版）",
        "（笑）",
        "（何青在新桥上说）",
        "(he said)",
        "【町は喜ぶ。】",
        "試作千夏",
    ],
    is_jump: [
        "他转身走了",
        "The show continued on Monday",
        "See you in June",
        "Mehr Geld für Schulen",
        "Suite royale",
        "Начало в семь",
        "下转第2版" + "。" * 90,
    ],
    is_credit: [
        "Photosynthesis at work",
        "Bildungsministerin zu Besuch",
        "Fotos: " + "a" * 80,
        "新桥通车",
        "A day in the park",
        "摄像头坏了吗？谁修",
        "AP courses for all",
        "Reuters reports a profit",
        "Imagon",
        "The mayor / Ann Miller",
        "EPA rules",
    ],
    is_name: ["Ana", "Ana and the bridge", "the Old Town", "何青", ""],
    is_han_name: ["何", "江州新桥今日通车", "Ann", "何青。"],
    is_signature: [
        "Anna",
        "the end of the road",
        "What Next?",
        "Berlin 1998",
        "Foto: Anna Müller",
        "The Mayor opened the bridge for all the people of the town",
        "Ann Miller:",
        "新桥通车",
        "Bridge Street: New Houses",
        "The Mayor Resigns. Bonn cheers",
        "Mayor Resigns. Council Meets. Bonn Cheers",
    ],
    is_ad_mark: ["Anzeige erstattet", "Werbung hilft", "A promotion for the club", "广告法"],
    opens_with_byline: ["本报记者 何青 报道。", "记者", "新桥今日通车"],
    has_date: ["Seite", "页", "1234 Euro"],
    has_day: ["2026", "November", "Montag"],
    has_fact: ["Volker", "Nein", "23. November"],
    names_staff: ["新桥", "Seite"],
    is_page_number: ["A1234", "Seite 3", "2026"],
}


@pytest.mark.parametrize(
    ("cue", "text"),
    [pytest.param(c, t, id=f"{c.__name__}: {t[:20]}") for c in HITS for t in HITS[c]],
)
def test_a_cue_is_known(cue: Cue, text: str) -> None:
    assert cue(text)


@pytest.mark.parametrize(
    ("cue", "text"),
    [pytest.param(c, t, id=f"{c.__name__}: {t[:20]}") for c in MISSES for t in MISSES[c]],
)
def test_what_only_looks_like_it_is_no_cue(cue: Cue, text: str) -> None:
    assert not cue(text)


def test_every_cue_has_hits_and_misses() -> None:
    assert HITS.keys() == MISSES.keys()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("www.banmian.org, Tel 0711 123456", 3),
        ("热线：8888 地址：江州路1号", 2),
        ("nur € 2,80 oder $ 3", 2),
        ("hotel telling", 0),
        ("come to 12 Old Mill Road or 7 Hill Street", 2),
        ("Lange Straße 12, Neue Gasse 3", 2),
        ("12, rue du Pont", 1),
        ("calle del Puente, 12", 1),
        ("rua do Porto, 3", 1),
        ("via del Ponte, 12", 1),
        ("ул. Ленина, 12 и пл. Мира, д. 3", 2),
        ("a long road and a wide street for 12 men", 0),
        ("der Platz ist voll, die Straße gesperrt", 0),
        ("la calle es larga y la plaza ancha", 0),
        ("", 0),
    ],
)
def test_contacts_are_counted(text: str, count: int) -> None:
    assert contacts(text) == count


@pytest.mark.parametrize(
    "text",
    [
        "Red Cross asks",
        "Red Bull wins",
        "Special to the people who stayed",
        "Textos sagrados bajo el agua",
        "Agencias, al borde del cierre",
        "日报" * 60,
        "驻" * 120,
    ],
)
def test_words_of_desks_within_a_headline_name_no_writer(text: str) -> None:
    assert not is_byline(text)


@pytest.mark.parametrize(
    "text",
    ["FC Köln klettert auf Platz 3", "Via libera al ponte, 30 milioni", "In 1998 the road"],
)
def test_numbers_beside_words_of_streets_are_no_addresses(text: str) -> None:
    assert contacts(text) == 0
