"""Does one text go on in another? What the two ends say, for Latin and for Han."""

import pytest

from convert.articles.flow import Ends, continuity, ends_of
from convert.articles.weights import Flow
from convert.geometry import Rect
from convert.model import Block, Line, Role
from tests.newsprint import set_type

WIDTH = 100.0


def block(*lines: str, indent: float = 0.0, last: float = WIDTH) -> Block:
    """A block whose first line begins at `indent` and whose last line ends at `last`."""
    made = []
    for row, text in enumerate(lines):
        left = indent if row == 0 else 0.0
        right = last if row == len(lines) - 1 else WIDTH
        span = set_type(text, left, 10.0 * row, width=right - left)
        made.append(Line(spans=(span,), rect=span.rect, size=span.size, text=text))
    rect = Rect(0, 0, WIDTH, 10.0 * len(lines))
    return Block(lines=tuple(made), rect=rect, role=Role.PARAGRAPH, text=" ".join(lines))


def ends(text: str, **facts: float) -> Ends:
    """Ends of a block of four lines that begins and ends with `text`."""
    return ends_of(block(text, "middle", "middle", text, **facts))


@pytest.mark.parametrize(
    ("text", "terminal"),
    [
        ("it ends.", True),
        ("does it?", True),
        ("he said.”", True),
        ("it ends (here).", True),
        ("to be continued…", True),
        ("it goes on", False),
        ("and so, ", False),
        ("he calls it “home”", False),
        ("通车。", True),
        ("通车。”", True),
        ("“江州号”", True),
        ("通车", False),
        ("", False),
    ],
)
def test_a_sentence_is_finished_by_its_stop(text: str, terminal: bool) -> None:
    assert ends_of(block(text)).terminal is terminal


@pytest.mark.parametrize(
    ("text", "broken"),
    [("news-", True), ("news\u00ad", True), ("1990-", False), ("-", False), ("news", False)],
)
def test_a_word_is_broken_by_a_hyphen_behind_a_letter(text: str, broken: bool) -> None:
    assert ends_of(block(text)).hyphen is broken


@pytest.mark.parametrize(
    ("text", "lower"),
    [("goes on", True), ("Goes on", False), ("3 men", False), ("っていた", True), ("新桥", False)],
)
def test_a_small_letter_begins_no_sentence(text: str, lower: bool) -> None:
    assert ends_of(block(text)).lower is lower


def test_indent_and_full_line_are_measured_against_the_usual_line() -> None:
    assert ends("A.", indent=7).indent
    assert not ends("A.", indent=2).indent
    assert ends("A.", last=96).full
    assert not ends("A.", last=60).full


WEIGHTS = Flow()
LATIN = [
    ("the news-", "paper is", 0.0, WEIGHTS.hyphen),
    ("the news-", "Paper is", 0.0, WEIGHTS.hyphen_capital),
    ("the end.", "goes on", 0.0, WEIGHTS.stop_lower),
    ("the end.", "A story", 7.0, WEIGHTS.stop_indent),
    ("the end.", "A story", 0.0, WEIGHTS.stop_flush),
    ("the river", "is high", 0.0, WEIGHTS.open_lower),
    ("the river", "Is high", 7.0, WEIGHTS.open_indent),
    ("the river", "Rhine", 0.0, WEIGHTS.open_full),
]
HAN = [
    ("新桥今日", "通车典礼", 0.0, WEIGHTS.cjk_open_full),
    ("新桥今日", "通车典礼", 14.0, WEIGHTS.cjk_open_indent),
    ("今日通车。", "新桥长一里", 14.0, WEIGHTS.cjk_stop_indent),
    ("今日通车。", "新桥长一里", 0.0, WEIGHTS.cjk_stop_full),
    ("橋が開通し", "っている", 0.0, WEIGHTS.open_lower),
]


@pytest.mark.parametrize(("end", "begin", "indent", "worth"), [*LATIN, *HAN])
def test_what_two_ends_say(end: str, begin: str, indent: float, worth: float) -> None:
    assert continuity(ends(end), ends(begin, indent=indent), WEIGHTS) == worth


@pytest.mark.parametrize(
    ("end", "begin", "worth"),
    [
        ("the river", "Rhine", WEIGHTS.open_short),
        ("新桥今日", "通车典礼", WEIGHTS.cjk_open_short),
        ("今日通车。", "新桥长一里", WEIGHTS.cjk_stop_flush),
    ],
)
def test_a_short_last_line_ends_a_paragraph(end: str, begin: str, worth: float) -> None:
    assert continuity(ends(end, last=50), ends(begin), WEIGHTS) == worth


def test_a_broken_word_says_most_and_a_stop_before_a_small_letter_says_no() -> None:
    said = [continuity(ends(a), ends(b, indent=i), WEIGHTS) for a, b, i, _ in LATIN]

    assert max(said) == said[0]
    assert min(said) == said[2] < 0
