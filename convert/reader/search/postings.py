"""Where each term stands: numbers of articles, counted up, as bytes.

A number is written as its distance from the one before, seven bits a byte. Postings of
issues that follow each other are joined by writing only the first distance anew.
"""

from collections.abc import Iterable, Mapping, Sequence

Postings = dict[str, bytes]
"""By term; the first distance of a list is counted from -1."""


def varint(number: int) -> bytes:
    """Return a number, 0 or more, in seven bits a byte, the lowest first."""
    data = bytearray()
    while number > 0x7F:
        data.append(number & 0x7F | 0x80)
        number >>= 7
    data.append(number)
    return bytes(data)


def numbers(data: bytes) -> list[int]:
    """Return the numbers that `varint` wrote one after the other."""
    found, value, shift = [], 0, 0
    for byte in data:
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            found.append(value)
            value = shift = 0
    return found


def postings_of(texts: Sequence[Iterable[str]]) -> Postings:
    """Return the postings of articles, given the terms of each."""
    last: dict[str, int] = {}
    found: dict[str, bytearray] = {}
    for number, words in enumerate(texts):
        for word in words:
            found.setdefault(word, bytearray()).extend(varint(number - last.get(word, -1)))
            last[word] = number
    return {word: bytes(data) for word, data in found.items()}


def joined(parts: Iterable[tuple[int, Mapping[str, bytes]]]) -> Postings:
    """Return the postings of parts that follow each other, each with its count of articles."""
    start = 0
    found: dict[str, bytearray] = {}
    last: dict[str, int] = {}
    for count, postings in parts:
        for word, data in postings.items():
            if word in found:
                first, rest = _cut(data)
                found[word] += varint(start - 1 + first - last[word]) + rest
            else:
                first, rest = _cut(data)
                found[word] = bytearray(varint(start + first)) + rest
            last[word] = start - 1 + _total(data)
        start += count
    return {word: bytes(data) for word, data in found.items()}


def _cut(data: bytes) -> tuple[int, bytes]:
    if data[0] < 0x80:
        return data[0], data[1:]
    end = next(at for at, byte in enumerate(data) if byte < 0x80) + 1
    return numbers(data[:end])[0], data[end:]


def _total(data: bytes) -> int:
    return sum(data) if data.isascii() else sum(numbers(data))
