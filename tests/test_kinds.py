"""Kinds of articles, told by words, pictures and neighbours; captions and credits of figures."""

import json
from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from convert.articles.figures import figures_of
from convert.articles.flow import ends_of
from convert.articles.kind_words import (
    ends_in_page,
    index_page,
    is_note,
    leading_page,
    names_cartoon,
    names_column,
    names_index,
    names_letters,
    names_puzzle,
    names_weather,
    opens_letter,
)
from convert.articles.kinds import Look, is_index, kinds_of, without_service
from convert.articles.pieces import Piece
from convert.articles.tails import NEW
from convert.geometry import Rect, enclosing
from convert.letters import letters
from convert.model import Article, Block, Figure, Kind, Line, Role, Span
from convert.pipeline.pages import Job, convert_page
from convert.settings import Settings

TRUTHS = sorted((Path(__file__).parent.parent / "samples").glob("*/*.truth.json"))

TEXT = "The council met again last night and spoke about the wall for a long time. " * 5
SHORT = "The drawbridge will close for nine nights from Monday."
PICTURE = Rect(0, 100, 200, 300)


def piece(
    text: str,
    role: Role = Role.PARAGRAPH,
    *,
    left: float = 0,
    top: float = 0,
    number: int = 0,
    box: int | None = None,
) -> Piece:
    """A piece of one line for every line of `text`, 200 pt wide, 10 pt high each."""
    lines = []
    for row, words in enumerate(text.split("\n")):
        rect = Rect(left, top + 10 * row, left + 200, top + 10 * row + 10)
        span = Span(text=words, raw=words, rect=rect, size=10, font="Serif")
        lines.append(Line(spans=(span,), rect=rect, size=10, text=words))
    block = Block(
        lines=tuple(lines),
        rect=enclosing(line.rect for line in lines),
        role=role,
        text=text.replace("\n", " "),
        container=box,
    )
    return Piece(
        id=number,
        block=block,
        role=role,
        ratio=1.0,
        chars=len(text),
        bold=False,
        italic=False,
        family="serif",
        color=0,
        own_family=True,
        bar=False,
        against=False,
        ends=ends_of(block),
    )


def look(
    *texts: tuple[Role, str],
    pictures: Sequence[Rect] = (),
    top: float = 400,
    box: int | None = None,
) -> Look:
    """An article of one piece below the other."""
    rows = count(0)
    pieces = tuple(piece(text, role, top=top + 20 * next(rows), box=box) for role, text in texts)
    return Look(
        pieces=pieces,
        pictures=tuple(pictures),
        rect=enclosing([p.rect for p in pieces] or pictures),
        main=next((p for p in pieces if p.role is Role.HEADLINE), None),
    )


HEADLINE = (Role.HEADLINE, "A Wall Wins by One Vote")

KINDS = {
    "a long text": (look(HEADLINE, (Role.PARAGRAPH, TEXT)), Kind.ARTICLE),
    "a short text": (look(HEADLINE, (Role.PARAGRAPH, SHORT)), Kind.BRIEF),
    "a short text that is signed": (
        look(HEADLINE, (Role.BYLINE, "By Ada Quill"), (Role.PARAGRAPH, SHORT)),
        Kind.ARTICLE,
    ),
    "a hundred and twenty Han characters": (
        look(HEADLINE, (Role.PARAGRAPH, "一条水上公交线路设计时船型改了四次" * 7)),
        Kind.ARTICLE,
    ),
    "a letter by its address": (
        look(HEADLINE, (Role.PARAGRAPH, f"To the Editor: {TEXT}")),
        Kind.LETTER,
    ),
    "a letter by the label over it": (
        look((Role.OTHER, "读者来信"), HEADLINE, (Role.PARAGRAPH, TEXT)),
        Kind.LETTER,
    ),
    "an article about letters": (
        look((Role.HEADLINE, "Letters found in attic"), (Role.PARAGRAPH, TEXT)),
        Kind.ARTICLE,
    ),
    "a teaser by its last line": (
        look(HEADLINE, (Role.PARAGRAPH, SHORT), (Role.OTHER, "PAGE A4")),
        Kind.REFER,
    ),
    "a teaser by its last words": (
        look(HEADLINE, (Role.PARAGRAPH, f"{SHORT} Seite 5")),
        Kind.REFER,
    ),
    "a teaser by the pages of its section": (
        look((Role.KICKER, "NATIONAL A12-20"), HEADLINE, (Role.PARAGRAPH, SHORT)),
        Kind.REFER,
    ),
    "the last lines of a story": (
        look((Role.JUMP, "Continued from Page A1"), (Role.PARAGRAPH, SHORT)),
        Kind.BRIEF,
    ),
    "a story that names a page at its end": (
        look(HEADLINE, (Role.PARAGRAPH, f"{TEXT} See page 5")),
        Kind.ARTICLE,
    ),
    "a list of pages": (
        look((Role.HEADLINE, "INSIDE"), (Role.TABLE, "Opinion A2"), (Role.TABLE, "Region A3"),
             (Role.TABLE, "Sports A4")),
        Kind.REFER,
    ),
    "a cartoon": (
        look((Role.CAPTION, "“It says the sea is over there.”"), (Role.CREDIT, "DRAWN BY A. PINCH"),
             pictures=[PICTURE]),
        Kind.CARTOON,
    ),
    "a cartoon with a title": (
        look((Role.HEADLINE, "终点站"), (Role.CAPTION, "乌有鹿/画"), pictures=[PICTURE]),
        Kind.CARTOON,
    ),
    "an article about cartoons": (
        look((Role.KICKER, "Cartoon"), (Role.PARAGRAPH, TEXT), pictures=[PICTURE]),
        Kind.ARTICLE,
    ),
    "a puzzle": (
        look((Role.HEADLINE, "Kreuzworträtsel"), (Role.PARAGRAPH, TEXT)),
        Kind.PUZZLE,
    ),
    "a table": (
        look(HEADLINE, (Role.TABLE, "Gannets 14 9 3 2 30"), (Role.TABLE, "Foxes 14 8 3 3 27")),
        Kind.TABLE,
    ),
    "a programme": (
        look((Role.PARAGRAPH, "\n".join(f"{h}.15 Tagesschau und Wetter" for h in range(10, 22)))),
        Kind.TABLE,
    ),
    "scraps and a picture in a box": (
        look(HEADLINE, *[(Role.CAPTION, "KANSAS +15")] * 9, pictures=[PICTURE], box=0),
        Kind.INFOGRAPHIC,
    ),
    "a picture with its caption": (
        look((Role.CAPTION, "Fog over the harbor."), pictures=[PICTURE]),
        Kind.PHOTO,
    ),
    "pictures over little text": (
        look(HEADLINE, (Role.PARAGRAPH, TEXT), pictures=[PICTURE] * 4),
        Kind.PHOTO,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", KINDS)
def test_kind(name: str) -> None:
    seen, kind = KINDS[name]

    assert kinds_of([seen]) == (kind,)


def test_what_stands_over_the_masthead_leads_to_other_pages() -> None:
    seen = look(HEADLINE, (Role.PARAGRAPH, SHORT), top=20)

    assert kinds_of([seen], masthead=100) == (Kind.REFER,)
    assert kinds_of([seen], masthead=30) == (Kind.BRIEF,)


def test_an_ad_stays_one_and_nothing_becomes_one() -> None:
    ad = replace(look((Role.OTHER, "Sudoku, page 5")), ad=True)

    assert kinds_of([ad]) == (Kind.AD,)
    assert Kind.AD not in kinds_of([seen for seen, _ in KINDS.values()])


def test_letters_go_on_below_each_other_in_the_same_face() -> None:
    letter = look((Role.OTHER, "LETTERS"), HEADLINE, (Role.PARAGRAPH, TEXT), top=100)
    below = look(HEADLINE, (Role.PARAGRAPH, TEXT), top=300)
    above = look(HEADLINE, (Role.PARAGRAPH, TEXT), top=0)
    main = below.main
    assert main is not None
    other = replace(below, main=replace(main, bold=True))

    kinds = kinds_of([letter, below, above, other])

    assert kinds == (Kind.LETTER, Kind.LETTER, Kind.ARTICLE, Kind.ARTICLE)


@pytest.mark.parametrize(
    ("named", "yes", "no"),
    [
        (
            names_letters,
            "To the Editor|LESERBRIEFE|Leser:innenbriefe|读者来信|読者の声|بريد القراء",
            "Love Letters|Briefwahl|来信已收到|Cartagena|Курьер",
        ),
        (
            names_puzzle,
            "Sudoku|SUDOKU mittel|Kreuzworträtsel Nr. 312|Mots croisés|Кроссворд|数独|填字游戏",
            "Das Rätsel der Brücke am Fluss bei Nacht|Puzzled voters|数独大赛在我市举行",
        ),
        (
            names_index,
            "INSIDE|Inhalt|今日导读|Índice|Sommaire|В номере|紙面",
            "Inside the council|Inhaltlich richtig",
        ),
        (
            names_weather,
            "Weather|THE FORECAST|Das Wetter|Météo|El tiempo|Il tempo|Погода|今日天气|きょうの天気",
            "Weather stops play|Wetterwechsel|Il tempo del vino|天气转冷|날씨가 춥다",
        ),
        (
            is_note,
            "www.courier.example|Letters may be edited|文责自负|Рукописи не рецензируются",
            "The council meets @ noon|We reserve a table|Мнения разошлись|文字里的故乡",
        ),
        (
            names_cartoon,
            "Drawn by Ludo Pinch|Karikatur: A. Reh|乌有鹿/画|漫画|Dessin de Paul|Viñeta|карикатура",
            "画家的一天|Photo: A. Reh",
        ),
        (
            opens_letter,
            "To the Editor: I may be|Sehr geehrte Redaktion,|Señor director:|编辑同志：您好！",
            "Sirens woke the town|Editors met|编辑部在三楼",
        ),
        (
            ends_in_page,
            "PAGE A9|Seite 3|S. 5|page 4|pág. 3|стр. 5|第3版|A2版|2面|Arts C1-8|→ 7|pages A2-A3",
            "Continued on Page A3|下转第2版|Fortsetzung auf Seite 5|G20|The score was 3-2|35",
        ),
    ],
)  # fmt: skip
def test_cues_in_many_languages(named: object, yes: str, no: str) -> None:
    assert callable(named)
    assert [text for text in yes.split("|") if not named(text)] == []
    assert [text for text in no.split("|") if named(text)] == []


@pytest.mark.parametrize(
    ("row", "page"),
    [("Sports A4", 4), ("Keepers of the light A2-A3", 2), ("Wetter ... 24", 24), ("要闻 A02版", 2),
     ("Gannets 14 9 30", None), ("Weather", None), ("12", None)],
)  # fmt: skip
def test_rows_of_an_index(row: str, page: int | None) -> None:
    assert index_page(row) == page


def test_an_index_without_a_name_stands_in_order_of_pages() -> None:
    def rows(*texts: str) -> list[Block]:
        return [piece(text, Role.TABLE).block for text in texts]

    assert is_index(rows("Politik 2", "Wirtschaft 6", "Kultur 9", "Sport 14"))
    assert not is_index(rows("Politik 2", "Wirtschaft 6", "Kultur 9"))
    assert not is_index(rows("Gannets 30", "Foxes 27", "Crab Street 15", "Dunmere 6"))
    assert is_index(rows("Inhalt", "Kultur 9", "Politik 2", "Sport 14"))


def test_an_index_without_a_headline_goes_to_the_furniture() -> None:
    rows = tuple(piece(text, Role.TABLE).block for text in ("目录", "要闻 1", "经济 4", "副刊 8"))
    bare = Article(kind=Kind.REFER, blocks=rows)
    named = Article(kind=Kind.REFER, blocks=(piece("导读", Role.HEADLINE).block, *rows[1:]))
    headed = Article(kind=Kind.REFER, blocks=(piece("新桥", Role.HEADLINE).block, *rows))
    teaser = Article(kind=Kind.REFER, blocks=(piece("PAGE A4").block,))
    pictured = replace(bare, figures=(Figure(rect=PICTURE),))

    articles, furniture = without_service([bare, named, headed, teaser, pictured])

    assert articles == [headed, teaser, pictured]
    assert furniture == [*rows, *named.blocks]


def test_the_weather_and_the_notes_of_the_paper_go_to_the_furniture() -> None:
    def article(head: str, *texts: str) -> Article:
        heads = [piece(head, Role.HEADLINE).block] if head else []
        return Article(kind=Kind.BRIEF, blocks=(*heads, *(piece(t).block for t in texts)))

    weather = article("Das Wetter", "Morgen bleibt es kühl, am Abend zieht Regen auf.")
    address = article("", "Write to us: post@courier.example")
    rights = article("", "Letters may be edited for length.")
    told = [
        article("Das Wetter", TEXT),
        article("Regen am Abend", "Morgen bleibt es kühl, am Abend zieht Regen auf."),
        article("Write to us", "The office is at post@courier.example"),
        article("", TEXT + " www.courier.example"),
        replace(weather, figures=(Figure(rect=PICTURE),)),
        replace(address, kind=Kind.AD),
    ]

    articles, furniture = without_service([weather, address, rights, *told])

    assert articles == told
    assert furniture == [b for a in (weather, address, rights) for b in a.blocks]


def test_each_picture_has_the_caption_and_the_credit_nearest_to_it() -> None:
    upper, lower = Rect(0, 0, 200, 100), Rect(0, 130, 200, 230)
    pieces = [
        piece("Fog over the harbor.", Role.CAPTION, top=105, number=1),
        piece("JUNE ALDER", Role.CREDIT, top=116, number=1 + NEW),
        piece("The last boat.", Role.CAPTION, top=232, number=2),
        piece("ADA QUILL", Role.CREDIT, top=243, number=3),
    ]

    first, second = figures_of([upper, lower], pieces)

    assert (first.caption, first.credit) == ("Fog over the harbor.", "JUNE ALDER")
    assert (second.caption, second.credit) == ("The last boat.", "ADA QUILL")


def test_between_two_pictures_a_caption_belongs_to_the_one_above() -> None:
    upper, lower = Rect(0, 0, 200, 100), Rect(0, 120, 200, 220)

    first, second = figures_of([upper, lower], [piece("Fog.", Role.CAPTION, top=106)])

    assert (first.caption, second.caption) == ("Fog.", "")


def test_words_without_a_picture_make_no_figure() -> None:
    assert figures_of([], [piece("Fog.", Role.CAPTION), piece("QUILL", Role.CREDIT)]) == ()


@pytest.mark.parametrize("path", TRUTHS, ids=lambda p: p.name.split(".")[0])
def test_the_credits_of_a_sample_page_are_those_of_its_pictures(path: Path) -> None:
    truth = json.loads(path.read_text(encoding="utf-8"))
    wanted = sorted(
        letters(a["credit"])
        for a in truth["articles"]
        if a["credit"] and a["kind"] != "infographic"  # a source is no picture's credit
    )

    part = convert_page(Job(path=path.parent / truth["pdf"], index=0, settings=Settings())).part

    found = sorted(letters(f.credit) for a in part.articles for f in a.figures if f.credit)
    assert found == wanted


@pytest.mark.parametrize(
    ("row", "page"),
    [("5 経済 造船の求人", 5), ("28 テレビ", 28), ("経済 5", None), ("12", None)],
)
def test_a_page_may_stand_before_its_topics(row: str, page: int | None) -> None:
    assert leading_page(row) == page


def test_pages_before_their_topics_are_an_index_only_under_its_name() -> None:
    rows = [piece(text, Role.TABLE).block for text in ("2 海図", "5 経済", "8 国際", "13 くらし")]

    assert is_index([piece("きょうの紙面").block, *rows])
    assert not is_index(rows)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        *((name, True) for name in ("Analysis", "EN CORTO", "Kurz notiert", "链 接", "图片新闻")),
        ("ВОПРОС — ОТВЕТ", True),
        ("Analysis of a fall", False),
        ("海图新闻社", False),
    ],
)
def test_usual_names_of_columns(text: str, named: bool) -> None:
    assert names_column(text) is named
