"""Right to left: which text runs so, and how what stands side by side is read."""

import pytest

from convert.articles.cues import is_byline, is_credit, is_jump
from convert.direction import has_leftward, in_order, runs_leftward, spelled
from convert.edition.dates import read_dates
from convert.source.text import clean

SHOWN = [
    # what stands on the page from left to right, what is read
    ("םולש", "שלום"),
    (".םלוע ,םולש", "שלום, עולם."),
    ("٢٠٢٦ ربمفون ٢٥", "٢٥ نوفمبر ٢٠٢٦"),
    ("12.11.2026 ךיראתב", "בתאריך 12.11.2026"),
    ("תעשב 19:30-20:15", "19:30-20:15 בשעת"),
    ("Microsoft Office 365 ةكرش", "شركة Microsoft Office 365"),
    ("25% לש היילע", "עלייה של 25%"),
    ("%٢٥ ةبسنب", "بنسبة ٢٥%"),
]


@pytest.mark.parametrize(("shown", "read"), SHOWN)
def test_a_line_is_read_from_the_right_but_numbers_and_latin_from_the_left(
    shown: str, read: str
) -> None:
    assert "".join(shown[i] for i in in_order(shown, leftward=True)) == read


def test_hebrew_in_an_english_line() -> None:
    shown = "The word םולש means (םלוע םולש) peace"

    read = "".join(shown[i] for i in in_order(shown, leftward=False))

    assert read == "The word שלום means (שלום עולם) peace"


@pytest.mark.parametrize("shown", ["לק )3 דומעב ךשמה( ףוס", "לק (3 דומעב ךשמה) ףוס"])
def test_brackets_are_spelled_by_their_meaning_however_the_file_says_it(shown: str) -> None:
    read = "".join(text for _, text in spelled(shown, leftward=True))

    assert read == "סוף (המשך בעמוד 3) קל"


@pytest.mark.parametrize(
    ("text", "has", "runs"),
    [
        ("By A. Author, 2026", False, False),
        ("李白 2026", False, False),
        ("שלום", True, True),
        ("٢٠٢٦", True, True),
        ("The word שלום means peace", True, False),
        ("شركة IBM الدولية", True, True),
    ],
)
def test_which_text_runs_leftward(text: str, has: bool, runs: bool) -> None:
    assert (has_leftward(text), runs_leftward(text)) == (has, runs)


def test_every_place_is_read_once() -> None:
    line = "abc אבג 12, (٣٤) שלום x."

    for leftward in (True, False):
        assert sorted(in_order(line, leftward=leftward)) == list(range(len(line)))


def test_presentation_forms_and_kashida_become_letters() -> None:
    assert clean("\ufee3\ufea4\ufee4\ufeaa") == "محمد"
    assert clean("\ufefb") == "لا"
    assert clean("محـــمد") == "محمد"


@pytest.mark.parametrize(
    "text",
    ["الأربعاء ٢٥ نوفمبر ٢٠٢٦", "25 تشرين الثاني، 2026", "25 בנובמבר 2026", "۲۵ نوامبر ۲۰۲۶"],
)
def test_dates_are_read(text: str) -> None:
    assert list(read_dates(text)) == ["2026-11-25"]


@pytest.mark.parametrize("text", ["بقلم: سامي مثال", "כתב: ישראל ישראלי", "نوشته علی نمونه"])
def test_bylines(text: str) -> None:
    assert is_byline(text)


@pytest.mark.parametrize("text", ["(البقية ص ٣)", "ادامه در صفحه ۳", "המשך בעמוד 3"])
def test_jumps(text: str) -> None:
    assert is_jump(text)


@pytest.mark.parametrize("text", ["تصوير: ليلى مسودة", "צילום: דנה כהן"])
def test_credits(text: str) -> None:
    assert is_credit(text)
