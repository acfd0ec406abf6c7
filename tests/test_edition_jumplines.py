"""The jump lines of the world's papers, one row each."""

import pytest

from convert.edition.jumplines import JumpLine, PageKey, page_key, read_jump_line
from convert.edition.phrases import PHRASES
from convert.geometry import Rect
from convert.model import EditionBlock, Role

LINES = [
    ("zh", "(下转第3版)", True, "", 3),
    ("zh", "▲下转A03版", True, "A", 3),
    ("zh", "（下转第三版）", True, "", 3),
    ("zh", "下转第十二版", True, "", 12),
    ("zh", "(转3版)", True, "", 3),
    ("zh", "上接第1版", False, "", 1),
    ("zh", "(紧接第3版)", False, "", 3),
    ("zh", "(上接A1版)", False, "A", 1),
    ("ja", "3面に続く", True, "", 3),
    ("ja", "1面から続く", False, "", 1),
    ("ko", "3면에 계속", True, "", 3),
    ("ko", "▶1면에서 계속", False, "", 1),
    ("en", "Continued on Page A15", True, "A", 15),
    ("en", "CONTINUED ON A3", True, "A", 3),
    ("en", "Cont'd on page 12", True, "", 12),
    ("en", "Please turn to Page 5", True, "", 5),
    ("en", "See BRIDGE, Page 5", True, "", 5),
    ("en", "Continued from Page A1", False, "A", 1),
    ("en", "Bridge, from page one", False, "", 1),
    ("de", "Fortsetzung auf Seite 3", True, "", 3),
    ("de", "Weiter auf S. 4", True, "", 4),
    ("de", "Fortsetzung von Seite 1", False, "", 1),
    ("fr", "Suite page 4", True, "", 4),
    ("fr", "Lire la suite en page 4", True, "", 4),
    ("fr", "Suite de la page 1", False, "", 1),
    ("fr", "Suite de la une", False, "", 1),
    ("es", "Continúa en la página 8", True, "", 8),
    ("es", "Viene de la página 1", False, "", 1),
    ("it", "Continua a pagina 7", True, "", 7),
    ("it", "Segue dalla pagina 1", False, "", 1),
    ("pt", "Continua na página 6", True, "", 6),
    ("pt", "Continuação da página 1", False, "", 1),
    ("nl", "Lees verder op pagina 3", True, "", 3),
    ("nl", "Vervolg van pagina 1", False, "", 1),
    ("sv", "Fortsättning på sidan 9", True, "", 9),
    ("sv", "Fortsättning från sidan 1", False, "", 1),
    ("pl", "Dokończenie na str. 5", True, "", 5),
    ("pl", "Ciąg dalszy ze str. 1", False, "", 1),
    ("ru", "Продолжение на стр. 3", True, "", 3),
    ("ru", "Окончание. Начало на стр. 1", False, "", 1),
    ("uk", "Продовження на стор. 3", True, "", 3),
    ("uk", "Початок на стор. 1", False, "", 1),
    ("ar", "(البقية ص ٣)", True, "", 3),
    ("ar", "تتمة الصفحة 12", True, "", 12),
    ("ar", "تتمة من الصفحة ١", False, "", 1),
    ("fa", "ادامه در صفحه ۳", True, "", 3),
    ("fa", "ادامه از صفحه ۱", False, "", 1),
    ("ur", "باقی صفحہ 5", True, "", 5),
    ("ur", "صفحہ 1 سے آگے", False, "", 1),
    ("he", "המשך בעמוד 3", True, "", 3),
    ("he", "המשך מעמ' 1", False, "", 1),
]


def block(text: str, role: Role = Role.JUMP) -> EditionBlock:
    return EditionBlock(id="p01-b001", role=role, page="p01", box=Rect(0, 0, 1, 1), text=text)


@pytest.mark.parametrize(("text", "onward", "section", "number"), [line[1:] for line in LINES])
def test_a_jump_line_is_read(text: str, onward: bool, section: str, number: int) -> None:
    line = read_jump_line(block(text))

    assert line is not None
    assert (line.onward, line.page) == (onward, PageKey(section, number))


def test_every_language_of_the_table_has_both_directions_and_a_case() -> None:
    known = {(phrase.language, phrase.onward) for phrase in PHRASES}

    assert known == {(language, onward) for language, _, onward, _, _ in LINES}
    assert known == {(language, way) for language, _ in known for way in (True, False)}


def test_the_key_word_is_what_is_left_of_the_line() -> None:
    said = [
        read_jump_line(block("See BRIDGE, Page 5")),
        read_jump_line(block("Bridge, from page one")),
        read_jump_line(block("(下转第3版)")),
    ]

    assert [line.slug if line else None for line in said] == ["bridge", "bridge", ""]


def test_a_jump_at_the_end_of_a_paragraph_is_read() -> None:
    text = "他在会上向来访者讲起这条河二十年来的变化和村里的打算。" * 4

    assert read_jump_line(block(text + "(下转第5版)", Role.PARAGRAPH)) == JumpLine(
        True, PageKey("", 5), ""
    )


@pytest.mark.parametrize(
    "text",
    [
        "The quotation from page 3 of the report was never printed anywhere.",
        "A leaf from page 3",
        "这家工厂转产20种新产品。",
        "气温接近3版画展的开幕日。",
        "The show continues on 5 May and everyone is welcome.",
    ],
)
def test_prose_that_only_sounds_like_a_jump_is_left_alone(text: str) -> None:
    assert read_jump_line(block(text, Role.PARAGRAPH)) is None


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("A03", PageKey("A", 3)),
        ("3A", PageKey("A", 3)),
        ("03版", PageKey("", 3)),
        ("三", PageKey("", 3)),
        ("二十", PageKey("", 20)),
        ("十二", PageKey("", 12)),
        ("要闻", None),
        ("", None),
    ],
)
def test_page_labels_are_compared_by_what_they_name(label: str, key: PageKey | None) -> None:
    assert page_key(label) == key
