"""A part of the index that is written at once: an issue, a month or a year."""

import base64
import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from convert.artifact import Artifact
from convert.reader.search.fold import fold
from convert.reader.search.postings import Postings, joined, numbers, postings_of, varint
from convert.reader.search.terms import terms

SHARD = 16_000
"""Bytes of a shard before it is packed: what a browser loads for one term, at most about."""
LEVEL = 6


@dataclass(frozen=True, slots=True)
class Segment:
    """Postings and what their numbers mean."""

    issues: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
    """Date, and folder and count of articles of each page: the articles in order."""
    postings: Postings

    @property
    def count(self) -> int:
        """How many articles it holds."""
        return sum(count for _, pages in self.issues for _, count in pages)


def issue_segment(date: str, pages: Sequence[tuple[str, Sequence[str]]]) -> Segment:
    """Return the index of an issue, given the texts of each page's articles."""
    texts = [terms(fold(text)) for _, page in pages for text in page]
    counts = tuple((slug, len(page)) for slug, page in pages if page)
    return Segment(((date, counts),), postings_of(texts))


def merged(segments: Sequence[Segment]) -> Segment:
    """Return one segment of several, which stand in order."""
    return Segment(
        tuple(issue for s in segments for issue in s.issues),
        joined((s.count, s.postings) for s in segments),
    )


def to_bytes(segment: Segment) -> bytes:
    """Return a segment as a file that `from_bytes` reads."""
    head = json.dumps(segment.issues, ensure_ascii=False, separators=(",", ":")).encode()
    words = sorted(segment.postings)
    return zlib.compress(head + b"\n" + _block(words, segment.postings), LEVEL)


def from_bytes(data: bytes) -> Segment:
    """Read what `to_bytes` wrote.

    Raises:
        ValueError: it is something else.
    """
    try:
        head, _, block = zlib.decompress(data).partition(b"\n")
        issues = tuple((d, tuple((s, n) for s, n in pages)) for d, pages in json.loads(head))
    except (zlib.error, ValueError, TypeError) as error:
        raise ValueError(f"is no part of a search index: {error}") from error
    return Segment(issues, _unblock(block))


def _block(words: Sequence[str], postings: Postings) -> bytes:
    """Words in a line, then the length of each one's postings, then the postings."""
    lengths = b"".join(varint(len(postings[word])) for word in words)
    return b"\n".join((" ".join(words).encode(), varint(len(lengths)) + lengths)) + b"".join(
        postings[word] for word in words
    )


def _unblock(block: bytes) -> Postings:
    line, _, rest = block.partition(b"\n")
    end = next(at for at, byte in enumerate(rest) if byte < 0x80) + 1
    start = end + numbers(rest[:end])[0]
    found = {}
    words = line.decode().split(" ") if line else []
    for word, length in zip(words, numbers(rest[end:start]), strict=True):
        found[word] = rest[start : start + length]
        start += length
    return found


def shards(name: str, segment: Segment) -> tuple[str, Iterator[Artifact]]:
    """Return the digest of a segment, and its files below a folder of that name.

    `directory.js` says which articles it holds and with which term each shard begins.
    """
    words = sorted(segment.postings)
    runs = list(_runs(words, segment.postings))
    blocks = [_block(run, segment.postings) for run in runs]
    head = json.dumps(
        [segment.issues, [run[0] for run in runs]], ensure_ascii=False, separators=(",", ":")
    ).encode()
    digest = hashlib.sha256(b"".join((head, *blocks))).hexdigest()[:8]
    return digest, _scripts(PurePosixPath("search", name, digest), f"{name}/{digest}", head, blocks)


def _runs(words: Sequence[str], postings: Postings) -> Iterator[list[str]]:
    run: list[str] = []
    size = 0
    for word in words:
        run.append(word)
        size += len(word.encode()) + 2 + len(postings[word])
        if size >= SHARD:
            yield run
            run, size = [], 0
    if run:
        yield run


def _scripts(
    folder: PurePosixPath, key: str, head: bytes, blocks: Sequence[bytes]
) -> Iterator[Artifact]:
    for number, block in enumerate(blocks):
        yield Artifact(folder / f"{number}.js", script(f"{key}/{number}", block))
    yield Artifact(folder / "directory.js", script(f"{key}/directory", head))


def script(key: str, data: bytes) -> bytes:
    """Return data as a script that hands it to the search; such files load from a folder, too."""
    packed = zlib.compressobj(LEVEL, zlib.DEFLATED, 31)
    body = base64.b64encode(packed.compress(data) + packed.flush())
    return b'banmian.part("%s","%s");\n' % (key.encode(), body)


def segments_script(listed: Iterable[tuple[str, str]]) -> bytes:
    """Return the script that names all segments, newest first: period and digest."""
    names = [f"{period}/{digest}" for period, digest in listed]
    return f"banmian.segments({json.dumps(names, separators=(',', ':'))});\n".encode()
