"""Which way scripts run, and how what stands side by side is read.

Arabic and Hebrew run from right to left, but the numbers and the foreign words in them
from left to right. A page shows the result; `in_order` finds the way back, from places
on a line to the order of speech.
"""

import re
from collections.abc import Iterator, Sequence

_LEFTWARD = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_ANY = re.compile(f"[{_LEFTWARD}]")
_DIGITS = "0-9\u0660-\u0669\u06f0-\u06f9"
_POINTS = "\u060c\u061b\u061f\u066a-\u066d\u06d4"
_LETTER = re.compile(f"(?![{_DIGITS}{_POINTS}])[{_LEFTWARD}]")
_ARABIC = re.compile("[\u0620-\u065f\u066e-\u06d3\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
_RIGHTWARD_RUN = re.compile("L(?:[^R]*[LN])?|N(?:S?N)*T?")
"""Latin words with what stands between them, and numbers: as they are read."""
_LEFTWARD_RUN = re.compile("R(?:[^L]*R)?")
_PAIRS = "()[]{}<>«»‹›"
_OTHER_HALF = {char: _PAIRS[at ^ 1] for at, char in enumerate(_PAIRS)}
_OPENING = frozenset(_PAIRS[::2])
_STOPS = frozenset(" .,:;!?\u060c\u061b\u061f\u06d4")


def has_leftward(text: str) -> bool:
    """Whether anything in `text` belongs to a script that runs from right to left."""
    return _ANY.search(text) is not None


def runs_leftward(text: str) -> bool:
    """Whether most letters of `text` run from right to left."""
    leftward = len(_LETTER.findall(text))
    if not leftward:
        return has_leftward(text) and not any(map(str.isalpha, text))
    return 2 * leftward >= sum(map(str.isalpha, text))


def in_order(texts: Sequence[str], *, leftward: bool) -> list[int]:
    """Return the indices of `texts`, which stand from left to right, as they are read.

    Args:
        texts: glyphs, words or spaces of one line.
        leftward: whether the line as a whole runs from right to left.
    """
    return [index for index, _ in _ordered(texts, leftward)]


def spelled(texts: Sequence[str], *, leftward: bool) -> list[tuple[int, str]]:
    """Return index and text of glyphs as they are read, brackets the right way round.

    Some files say what a bracket means, some how it looks; the spaces beside it decide.
    """
    ordered = list(_ordered(texts, leftward))
    read = [texts[index] for index, _ in ordered]
    for at, (_, against) in enumerate(ordered):
        if against and read[at] in _OTHER_HALF:
            before = read[at - 1][-1] if at else " "
            after = read[at + 1][0] if at + 1 < len(read) else " "
            opens = before in _STOPS or before in _OPENING
            closes = after in _STOPS or after in _OTHER_HALF
            if opens != closes and opens != (read[at] in _OPENING):
                read[at] = _OTHER_HALF[read[at]]
    return [(index, text) for (index, _), text in zip(ordered, read, strict=True)]


def _ordered(texts: Sequence[str], leftward: bool) -> Iterator[tuple[int, bool]]:
    """Yield each index as it is read, and whether it was read from right to left."""
    arabic = any(map(_ARABIC.search, texts))
    kinds = "".join([_kind(text, arabic) for text in texts])
    if leftward:
        yield from _from_the_right(kinds, 0, len(kinds))
        return
    start = 0
    for run in _LEFTWARD_RUN.finditer(kinds):
        yield from ((i, False) for i in range(start, run.start()))
        yield from _from_the_right(kinds, run.start(), run.end())
        start = run.end()
    yield from ((i, False) for i in range(start, len(kinds)))


def _from_the_right(kinds: str, start: int, end: int) -> Iterator[tuple[int, bool]]:
    for run in reversed(list(_RIGHTWARD_RUN.finditer(kinds, start, end))):
        yield from ((i, True) for i in range(end - 1, run.end() - 1, -1))
        yield from ((i, False) for i in range(run.start(), run.end()))
        end = run.start()
    yield from ((i, True) for i in range(end - 1, start - 1, -1))


def _kind(text: str, arabic: bool) -> str:
    """R: leftward letters, L: other letters, N: digits, S and T: signs in numbers."""
    if _LETTER.search(text):
        return "R"
    if any(map(str.isalpha, text)):
        return "L"
    if any(map(str.isdecimal, text)):
        return "N"
    if text in {".", ",", ":", "/", "\u066b", "\u066c"} or (text in {"-", "+"} and not arabic):
        return "S"
    return "T" if text in {"%", "\u066a", "‰", "°"} else "O"
