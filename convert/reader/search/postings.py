"""Where each term stands: numbers of articles, counted up, as bytes.

A number is written as its distance from the one before, seven bits a byte. Postings of
issues that follow each other are joined by writing only the first distance anew.
"""

from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from itertools import groupby
from operator import itemgetter

Entry = tuple[bytes, bytes]
"""A term in UTF-8 and its postings; the first distance is counted from -1."""


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
    return list(counted(data))


def counted(data: bytes) -> Iterator[int]:
    """Yield the numbers that `varint` wrote one after the other."""
    value, shift = 0, 0
    for byte in data:
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            yield value
            value = shift = 0


def postings_of(texts: Sequence[Iterable[str]]) -> list[Entry]:
    """Return the postings of articles, given the terms of each; the terms stand in order."""
    last: dict[str, int] = {}
    found: dict[str, bytearray] = {}
    for number, words in enumerate(texts):
        for word in words:
            found.setdefault(word, bytearray()).extend(varint(number - last.get(word, -1)))
            last[word] = number
    return sorted((word.encode(), bytes(data)) for word, data in found.items())


def joined(parts: Iterable[tuple[int, Iterable[Entry]]]) -> Iterator[Entry]:
    """Yield the postings of parts that follow each other, each with its count of articles.

    All parts are read side by side, so that a year needs no more memory than its files.
    """
    streams, start = [], 0
    for count, entries in parts:
        streams.append(_placed(start, entries))
        start += count
    for word, found in groupby(merge(*streams), key=itemgetter(0)):
        (_, begin, postings), *others = found
        first, rest = _cut(postings)
        data = bytearray(varint(begin + first) + rest)
        for _, after, more in others:
            first, rest = _cut(more)
            data += varint(after + first - begin - _total(postings)) + rest
            begin, postings = after, more
        yield word, bytes(data)


def _placed(start: int, entries: Iterable[Entry]) -> Iterator[tuple[bytes, int, bytes]]:
    for word, postings in entries:
        yield word, start, postings


def _cut(data: bytes) -> tuple[int, bytes]:
    if data[0] < 0x80:
        return data[0], data[1:]
    end = next(at for at, byte in enumerate(data) if byte < 0x80) + 1
    return numbers(data[:end])[0], data[end:]


def _total(data: bytes) -> int:
    return sum(data) if data.isascii() else sum(numbers(data))
