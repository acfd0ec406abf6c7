"""An article as a column of text: what stands under its headline, in reading order."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from convert.letters import joined
from convert.model import EditionArticle, EditionBlock, Role
from convert.reader.text import clean, one_line

HEAD = frozenset({Role.KICKER, Role.HEADLINE, Role.DECK, Role.BYLINE, Role.DATELINE, Role.JUMP})
"""Roles that stand above the text or are shown as links."""
SMALL = frozenset({Role.CAPTION, Role.CREDIT})
"""Roles that are shown under their picture."""
TAGS = {Role.SUBHEAD: "subhead", Role.QUOTE: "quote", Role.OTHER: "other", Role.TABLE: "table"}
ROWS = 3
"""Fewer rows of a table are shown as lines."""
ENDS = frozenset(".!?…:;。！？；：؟۔")
CLOSING = "”’\"'»)）》」』"
REGULAR = 0.6
"""The share of rows that must have as many cells as the table has columns."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the column."""

    kind: str
    """paragraph, subhead, quote, other, caption, lines or table."""
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    head: tuple[str, ...] = ()
    """The first row of a table, if it names the columns."""


def dateline(article: EditionArticle) -> str:
    """Return place and source of the news, if they stand apart from the text."""
    return " ".join(one_line(b.text) for b in article.blocks if b.role is Role.DATELINE)


def body(article: EditionArticle) -> tuple[Part, ...]:
    """Return the text of an article; captions and credits of its figures stay with those."""
    return tuple(_parts(b for b in article.blocks if _is_told(b, _figure_texts(article))))


def _figure_texts(article: EditionArticle) -> str:
    return " ".join(one_line(f"{f.caption} {f.credit}") for f in article.figures)


def _is_told(block: EditionBlock, figures: str) -> bool:
    text = one_line(block.text)
    return bool(text) and block.role not in HEAD and not (block.role in SMALL and text in figures)


def _parts(blocks: Iterable[EditionBlock]) -> Iterator[Part]:
    for role, run in groupby(blocks, key=lambda block: block.role):
        texts = [clean(block.text).strip() for block in run]
        if role is Role.TABLE:
            yield _table(texts)
        elif role is Role.QUOTE:
            yield Part("quote", "\n".join(texts))
        elif role is Role.PARAGRAPH:
            yield from (Part("paragraph", text) for text in _paragraphs(texts))
        else:
            kind = "caption" if role in SMALL else TAGS.get(role, "paragraph")
            yield from (Part(kind, text) for text in texts)


def _paragraphs(texts: Iterable[str]) -> Iterator[str]:
    """Join what a column's end has parted: a paragraph ends with the end of a sentence."""
    whole = ""
    for text in texts:
        if not whole:
            whole = text
        elif whole.endswith("-") and text[:1].islower():
            whole = whole[:-1] + text
        elif whole.rstrip(CLOSING)[-1:] in ENDS or not _goes_on(whole, text):
            yield whole
            whole = text
        else:
            whole = joined((whole, text))
    if whole:
        yield whole


def _goes_on(before: str, after: str) -> bool:
    """Whether `after` may be the rest of a sentence: it begins small, or has no small letters."""
    first = after.lstrip('“‘"«(（《「『')[:1]
    return first.islower() or first.isdigit() or not (first.isupper() or before[-1:].isdigit())


def _table(lines: Sequence[str]) -> Part:
    """Rows as cells, if most have as many; a row with more has a name of several words."""
    split = [line.split() for line in lines]
    columns, times = Counter(map(len, split)).most_common(1)[0]
    if len(lines) < ROWS or columns < 2 or times < REGULAR * len(lines):
        return Part("lines", rows=tuple((line,) for line in lines))
    rows = [_cells(cells, columns) for cells in split]
    named = next((row for row in rows if not any(_is_number(cell) for cell in row)), ())
    return Part("table", rows=tuple(r for r in rows if r is not named), head=tuple(named))


def _cells(cells: Sequence[str], columns: int) -> tuple[str, ...]:
    extra = len(cells) - columns
    if extra >= 0:
        return (" ".join(cells[: extra + 1]), *cells[extra + 1 :])
    return (*[""] * -extra, *cells)


def _is_number(cell: str) -> bool:
    return any(char.isdigit() for char in cell)
