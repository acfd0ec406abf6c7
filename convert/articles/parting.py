"""Part what is set in one type but is not one thing: labels, bylines, signatures, text."""

from collections.abc import Iterable, Sequence

from convert.articles.cues import is_han_signature, is_signature, opens_with_byline
from convert.model import Block, Line

STOPS, CLOSERS = ".!?…。！？؟۔", "”»“\"'’)）」』 "
"""What ends a letter before its signature, and what may stand behind that."""
BYLINE_LINES, SIGNATURE_LINES = (1, 2), (1, 2, 3)
"""How many lines a byline in body type, a signature may have."""
TEXT_LINES = 2
"""Lines of text at least over a signature."""
LABELLED_LINES, LABEL_LETTERS = 4, 4
"""How many lines a small head with its label has at most, letters the label at least."""
SHORT = 1.5
"""A label, a byline ends this far before the edge of its column, in em, …"""
ASIDE = 2.5
"""… or begins this far behind it, as signatures do, …"""
INDENT = 1.2
"""… or the text below it begins with an indent this deep."""


def parted(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks, every byline and signature in one of its own."""
    return tuple(part for block in blocks for part in _parts(block))


def _parts(block: Block) -> tuple[Block, ...]:
    count = _label_lines(block.lines) or _byline_lines(block.lines) or _signature_at(block.lines)
    if not count:
        return (block,)
    return block.of_lines(block.lines[:count]), block.of_lines(block.lines[count:])


def _label_lines(lines: Sequence[Line]) -> int:
    """How many lines at the start of a block name it in capitals (IN BRIEF): one or none."""
    if not 2 <= len(lines) <= LABELLED_LINES:
        return 0
    first, *others = lines
    short = first.rect.right < max(line.rect.right for line in others) - SHORT * first.size
    capitals = first.text.isupper() and sum(map(str.isalpha, first.text)) >= LABEL_LETTERS
    return int(short and capitals and not any(line.text.isupper() for line in others))


def _byline_lines(lines: Sequence[Line]) -> int:
    """How many lines at the start of a block are a byline and nothing else."""
    if len(lines) < 2 or not opens_with_byline(lines[0].text):
        return 0
    left = min(line.rect.left for line in lines)
    right = max(line.rect.right for line in lines)
    size = lines[0].size
    for count in BYLINE_LINES:
        if len(lines) <= count:
            break
        short = lines[count - 1].rect.right < right - SHORT * size
        moved = lines[0].rect.left > left + ASIDE * size
        starts = lines[count].rect.left > left + INDENT * size
        if (short or moved or starts) and opens_with_byline(
            "".join(line.text for line in lines[:count])
        ):
            return count
        if short:
            break
    return 0


def _signature_at(lines: Sequence[Line]) -> int:
    """At which line of a block who signed begins; 0 if nobody did."""
    for count in SIGNATURE_LINES:
        text, tail = lines[:-count], lines[-count:]
        if len(text) < TEXT_LINES or not (_set_aside(tail, text) or _other_type(tail, text[-1])):
            break
        words = " ".join(line.text for line in tail)
        if text[-1].text.rstrip(CLOSERS)[-1:] in STOPS and (
            is_signature(words) or is_han_signature(words)
        ):
            return len(text)
    return 0


def _set_aside(tail: Sequence[Line], text: Sequence[Line]) -> bool:
    """Whether lines stand apart to the right of the text above them."""
    left = min(line.rect.left for line in text)
    right = max(line.rect.right for line in text)
    return all(
        line.rect.left > left + ASIDE * line.size and line.rect.right > right - line.size
        for line in tail
    )


def _other_type(tail: Sequence[Line], last: Line) -> bool:
    """Whether lines are set in other type than the last line of the text."""
    return all((x.italic, x.bold) != (last.italic, last.bold) for x in tail)
