import pytest

from convert.edition.dates import read_dates
from convert.edition.metadata import PageFacts, issue_info, publication, read_facts
from convert.model import PageArticles, Role
from tests.desk import block, page_of


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2026年11月23日 星期一", "2026-11-23"),
        ("２０２６年１１月２３日", "2026-11-23"),
        ("二〇二六年十一月二十三日", "2026-11-23"),
        ("2026년 11월 23일", "2026-11-23"),
        ("Monday, November 23, 2026", "2026-11-23"),
        ("Nov. 23, 2026", "2026-11-23"),
        ("23 November 2026", "2026-11-23"),
        ("Montag, 23. November 2026", "2026-11-23"),
        ("freitag, 18. mai 2018", "2018-05-18"),
        ("lundi 23 novembre 2026", "2026-11-23"),
        ("23 de noviembre de 2026", "2026-11-23"),
        ("23 ноября 2026", "2026-11-23"),
        ("2026-11-23", "2026-11-23"),
        ("23.11.2026", "2026-11-23"),
    ],
)
def test_a_printed_date_is_read(text: str, date: str) -> None:
    assert list(read_dates(text)) == [date]


@pytest.mark.parametrize(
    "text",
    [
        "2026年13月1日",
        "February 30, 2026",
        "11/23/2026",
        "0570-1234-2026",
        "1.2.3.2026",
    ],
)
def test_what_is_no_date_gives_none(text: str) -> None:
    assert list(read_dates(text)) == []


def page(*texts: str) -> PageArticles:
    return page_of([], [block(text, role=Role.FOLIO, top=i) for i, text in enumerate(texts)])


def test_a_chinese_folio_gives_number_name_date_and_paper() -> None:
    facts = read_facts(
        page("第3版", "要闻", "2026年11月23日 星期一", "江州日报", "责编 李明 美编 王芳")
    )

    assert facts == PageFacts(date="2026-11-23", label="3", name="要闻", paper="江州日报")


def test_a_folio_of_number_and_name_is_split() -> None:
    facts = read_facts(page("08 inland", "freitag, 18. mai 2018"))

    assert (facts.label, facts.name, facts.date) == ("08", "inland", "2018-05-18")


def test_codes_and_issue_number_are_read_from_the_masthead() -> None:
    facts = read_facts(page("国内统一连续出版物号 CN 50—0000", "总第12345期 第8期"))

    assert (facts.cn, facts.number) == ("CN50-0000", "12345")


def test_the_largest_line_of_the_masthead_names_the_paper() -> None:
    found = page_of(
        [],
        [
            block("THE HARBOUR POST", role=Role.MASTHEAD, size=60),
            block("All the tides", role=Role.MASTHEAD, size=9, top=80),
        ],
    )

    assert read_facts(found).paper == "THE HARBOUR POST"


def test_contradictions_are_left_empty() -> None:
    facts = read_facts(page("2026-11-23", "2026-11-24", "第3版", "第4版"))

    assert facts == PageFacts()


def test_the_issue_takes_what_most_pages_print() -> None:
    facts = [PageFacts(date="2026-11-23", cn="CN50-0000")] * 2
    facts += [PageFacts(date="2026-11-22"), PageFacts()]

    assert issue_info(facts).date == "2026-11-23"
    assert publication(facts).codes == (("cn", "CN50-0000"),)
    assert issue_info(facts[1:3]).date == ""
