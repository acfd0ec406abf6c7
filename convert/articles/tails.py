"""Cut off the end of a text who made it: a caption's credit, a paragraph's signature."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from convert.articles.cues import BYLINE_TAILS, CREDIT_TAILS
from convert.articles.flow import ends_of
from convert.articles.patterns import any_of
from convert.articles.pieces import Piece
from convert.direction import runs_leftward
from convert.geometry import Rect, WritingFrame, enclosing
from convert.model import Line, Role, Span

TAILS: Mapping[Role, tuple[re.Pattern[str], Role]] = {
    Role.CAPTION: (any_of(CREDIT_TAILS), Role.CREDIT),
    Role.PARAGRAPH: (any_of(BYLINE_TAILS), Role.BYLINE),
}
"""What may end a text of a role, and what that is."""
TAIL = 120
"""Characters at a text's end in which its tail begins."""
NEW = 100_000
"""Ids of what is cut off are its text's id plus this."""


def cut_tails(
    pieces: Sequence[Piece], frame: WritingFrame
) -> tuple[tuple[Piece, ...], dict[Span, tuple[Span, Span]]]:
    """Return the pieces with credits and signatures on their own, and the spans cut in two."""
    cuts: dict[Span, tuple[Span, Span]] = {}
    result: list[Piece] = []
    for piece in pieces:
        result += _split(piece, frame, cuts) if piece.role in TAILS else (piece,)
    return tuple(result), cuts


def _split(
    piece: Piece, frame: WritingFrame, cuts: dict[Span, tuple[Span, Span]]
) -> Iterator[Piece]:
    lines = piece.block.lines
    tail, role = TAILS[piece.role]
    text = "\n".join(line.text for line in lines)
    found = tail.search(text, max(0, len(text) - TAIL))
    if found is None:
        yield piece
        return
    at = found.start()
    if not any(c.isalnum() for c in text[:at]):
        yield replace(piece, role=role)
        return
    before, after = cut_lines(lines, at, frame, cuts)
    yield _part(piece, before, piece.id, piece.role)
    yield _part(piece, after, piece.id + NEW, role)


def _part(piece: Piece, lines: tuple[Line, ...], number: int, role: Role) -> Piece:
    block = piece.block.of_lines(lines)
    chars = sum(len(line.text) for line in lines)
    return replace(piece, id=number, block=block, role=role, chars=chars, ends=ends_of(block))


def cut_lines(
    lines: Sequence[Line], at: int, frame: WritingFrame, cuts: dict[Span, tuple[Span, Span]]
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return the lines before and behind character `at` of their texts, a newline between each.

    A line is cut there, and so is its span: `cuts` takes both parts of it.
    """
    before: list[Line] = []
    after: list[Line] = []
    start = 0
    for line in lines:
        here = at - start
        if here >= len(line.text):
            before.append(line)
        elif here <= 0:
            after.append(line)
        else:
            first, second = _cut_line(line, here, frame, cuts)
            before += first
            after += second
        start += len(line.text) + 1
    return tuple(before), tuple(after)


def _cut_line(
    line: Line, at: int, frame: WritingFrame, cuts: dict[Span, tuple[Span, Span]]
) -> tuple[list[Line], list[Line]]:
    left: list[Span] = []
    right: list[Span] = []
    position = 0
    for span in line.spans:
        position = line.text.find(span.text, position)
        here = at - position
        if here <= 0:
            right.append(span)
        elif here >= len(span.text):
            left.append(span)
        else:
            cuts[span] = _cut_span(span, here)
            left.append(cuts[span][0])
            right.append(cuts[span][1])
        position += len(span.text)
    return _line(line, left, line.text[:at], frame), _line(line, right, line.text[at:], frame)


def _line(line: Line, spans: list[Span], text: str, frame: WritingFrame) -> list[Line]:
    if not spans:
        return []
    rect = enclosing(frame.into(s.rect) for s in spans) if not line.vertical else line.rect
    return [replace(line, spans=tuple(spans), rect=rect, text=text.strip())]


def _cut_span(span: Span, at: int) -> tuple[Span, Span]:
    rect, share = span.rect, at / len(span.text)
    if span.vertical:
        middle = rect.top + share * rect.height
        parts = (
            Rect(rect.left, rect.top, rect.right, middle),
            Rect(rect.left, middle, rect.right, rect.bottom),
        )
    else:
        leftward = runs_leftward(span.text)
        middle = rect.left + (1 - share if leftward else share) * rect.width
        parts = (
            Rect(rect.left, rect.top, middle, rect.bottom),
            Rect(middle, rect.top, rect.right, rect.bottom),
        )
        parts = parts[::-1] if leftward else parts
    texts = (span.text[:at].strip(), span.text[at:].strip())
    return (
        replace(span, text=texts[0], raw=texts[0], rect=parts[0]),
        replace(span, text=texts[1], raw=texts[1], rect=parts[1]),
    )
