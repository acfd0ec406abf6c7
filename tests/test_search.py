"""The search index: what is found, how it is cut, and that the browser folds as Python does."""

import base64
import gzip
import json
import pathlib
import random
import re
import threading
import tracemalloc
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from convert.artifact import Artifact
from convert.cli.serve import server_of
from convert.pipeline.folder import write_file
from convert.reader.assets import asset_files, asset_folder
from convert.reader.front import write_front
from convert.reader.record import Record
from convert.reader.search import segment as segment_module
from convert.reader.search import texts as texts_module
from convert.reader.search.fold import fold, simplified
from convert.reader.search.postings import joined, numbers, postings_of, varint
from convert.reader.search.segment import (
    Segment,
    from_bytes,
    issue_segment,
    merged,
    segments_script,
    shards,
    to_bytes,
)
from convert.reader.search.terms import terms
from convert.reader.search.texts import PART, part_counts, searched, text_files
from tests.sites import reading
from tests.test_reader import site

STORIES = 5_000
PAGES = 10
"""Of an issue; each has ten articles."""
QUERIES = 50
FOUND = """async query => { const found = [];
  for await (const hit of banmian.hits(query)) found.push(Number(hit.title));
  return found; }"""
"""The numbers of all articles that a search finds, as a script."""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("臺灣", "台湾"),
        ("長江大橋", "长江大桥"),
        ("ＡＢＣ１２３", "abc123"),
        ("Müller", "muller"),
        ("ΟΔΟΣ", "οδοσ"),
        ("كِتَاب", "كتاب"),
        ("新桥 通车", "新桥通车"),
        ("two  lines\nmet", "two lines met"),
        ("が", "が"),
    ],
)
def test_two_spellings_are_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("и", "й"), ("か", "が"), ("ö1", "ö2")])
def test_other_letters_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_pairs_words_and_the_ends_of_runs_are_terms() -> None:
    assert terms("长江大桥") == {"长江", "江大", "大桥", "桥"}
    assert terms("the sea wall") == {"the", "sea", "wall"}
    assert terms("11月,用5g") == {"11", "1月", "月", "用5", "5g"}


@given(st.lists(st.integers(0, 2**40)))
def test_numbers_are_read_as_they_were_written(values: list[int]) -> None:
    assert numbers(b"".join(map(varint, values))) == values


words = st.sets(st.sampled_from("abcdefgh"), max_size=4)


@given(st.lists(st.lists(words, max_size=5), max_size=5))
def test_joined_postings_are_those_of_all_articles(parts: list[list[set[str]]]) -> None:
    whole = postings_of([article for part in parts for article in part])

    assert list(joined((len(part), postings_of(part)) for part in parts)) == whole


def test_far_articles_are_joined_too() -> None:
    first: list[set[str]] = [{"a"}, *[set() for _ in range(300)]]
    second: list[set[str]] = [*[set() for _ in range(200)], {"a"}]

    whole = postings_of(first + second)
    assert list(joined([(301, postings_of(first)), (201, postings_of(second))])) == whole


@given(st.lists(st.text("桥sea", max_size=2 * PART // 3).map(lambda t: t * 3), max_size=12))
def test_a_page_is_cut_between_articles_and_no_part_is_long_but_by_one(texts: list[str]) -> None:
    counts = part_counts(texts)

    assert sum(counts) == len(texts)
    assert all(counts)
    sizes = [len(text.encode()) for text in texts]
    for at, count in enumerate(counts):
        first = sum(counts[:at])
        assert count == 1 or sum(sizes[first : first + count]) <= PART
        if first:
            assert sum(sizes[first - counts[at - 1] : first + 1]) > PART


def test_a_segment_is_kept_whole() -> None:
    segment = issue_segment(
        "2026-11-23", [("a01", ["新桥通车", "sea wall"]), ("a02", []), ("a03", ["x"])]
    )

    assert from_bytes(to_bytes(segment)) == segment
    assert segment.count == 3
    with pytest.raises(ValueError, match="search index"):
        from_bytes(b"no")


def test_an_issue_without_a_word_is_kept_and_joined() -> None:
    silent = issue_segment("2026-11-23", [("a01", []), ("a02", ["—"])])

    assert from_bytes(to_bytes(silent)) == silent
    spoken = issue_segment("2026-11-24", [("a01", ["sea wall"])])
    assert [word for word, _ in merged([silent, spoken]).entries()] == [b"sea", b"wall"]
    assert list(shards("2026-11", silent)[1])


def story(chance: random.Random) -> str:
    """A Chinese text whose characters are as often as in print, with numbers and foreign words."""
    chars = [chr(code) for code in range(0x4E00, 0x4E00 + 2_000)]
    weights = [1 / (rank + 8) for rank in range(len(chars))]
    text = "".join(chance.choices(chars, weights, k=120))
    return f"{text[:40]},{chance.randint(1, 2026)}年{text[40:90]}。GDP{text[90:]}"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> tuple[pathlib.Path, list[str]]:
    """An archive of nothing but texts and their index; January as former versions wrote it."""
    out = tmp_path_factory.mktemp("library")
    chance = random.Random(6)
    texts = [story(chance) for _ in range(STORIES)]
    segments: list[Segment] = []
    listed: list[tuple[str, str]] = []
    former = pytest.MonkeyPatch()
    former.setattr(texts_module, "PART", 10**6)
    former.setattr(segment_module, "LIST", 10**6)
    for issue in range(STORIES // (PAGES * 10)):
        if issue == 28:
            listed.append(written(out, "2026-01", segments))
            former.undo()
            segments = []
        day = f"2026-{issue // 28 + 1:02}-{issue % 28 + 1:02}"
        pages = []
        for page in range(PAGES):
            at = (issue * PAGES + page) * 10
            here = texts[at : at + 10]
            pages.append((f"{page + 1:02}", [searched(str(at + n), t) for n, t in enumerate(here)]))
            told = [(f"p{page + 1:02}-a{n + 1:02}", str(at + n), t) for n, t in enumerate(here)]
            put(out / day, text_files(day, f"{page + 1:02}", told))
        segments.append(issue_segment(day, pages))
    listed.insert(0, written(out, "2026-02", segments))
    put(out, asset_files())
    put(out, write_front(Record(date="2026-02-22"), [], ["2026"], site()))
    write_file(out / "search" / "segments.js", segments_script(listed))
    (out / "sw.js").touch()
    (out / "manifest.webmanifest").write_text("{}")
    return out, texts


def written(out: pathlib.Path, month: str, segments: list[Segment]) -> tuple[str, str]:
    digest, made = shards(month, merged(segments))
    put(out, made)
    return month, digest


def put(out: pathlib.Path, files: Iterable[Artifact]) -> None:
    for file in files:
        write_file(out / file.name, file.data)


def test_what_a_search_loads_comes_in_small_files(
    library: tuple[pathlib.Path, list[str]],
) -> None:
    out, _ = library
    (index,) = (out / "search" / "2026-02").iterdir()
    texts = (out / "2026-02-01" / "01").glob("text*.js")

    assert len(list(index.glob("firsts*.js"))) > 1
    assert max(file.stat().st_size for file in (*index.iterdir(), *texts)) < 6_000


def test_joining_needs_memory_for_the_files_and_no_more(
    library: tuple[pathlib.Path, list[str]],
) -> None:
    def peak(count: int) -> float:
        parts = [
            to_bytes(issue_segment(f"2026-01-{at // 100:02}", [("01", library[1][at : at + 100])]))
            for at in range(0, count, 100)
        ]
        tracemalloc.start()
        merged([from_bytes(part) for part in parts])
        needed = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return needed / count

    small, large = peak(300), peak(1200)
    assert large < small * 1.1
    assert large < 6_000


def first_of_a_list(out: pathlib.Path) -> str:
    """A character whose pairs stand at the end of one list and at the beginning of the next."""
    (file,) = out.glob("search/2026-02/*/firsts1.js")
    packed = base64.b64decode(file.read_bytes().split(b'"')[3])
    return str(json.loads(gzip.decompress(packed))[0][0])


def test_every_substring_is_found_and_nothing_else(
    library: tuple[pathlib.Path, list[str]], browser: Browser
) -> None:
    out, texts = library
    chance = random.Random(7)
    queries: list[str] = []
    while len(queries) < QUERIES:
        text = chance.choice(texts)
        size = 2 + len(queries) % 5
        at = chance.randrange(len(text) - size)
        piece = text[at : at + size]
        if re.fullmatch(r"[\u4e00-\u9fff]+|\d?年?[\u4e00-\u9fff]+", piece):
            queries.append(piece)
    queries.append(first_of_a_list(out))
    server = server_of(out)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with reading(browser, f"http://127.0.0.1:{server.server_port}/") as reader:
        page = reader.open("search/index.html")
        for query in queries:
            wanted = {n for n, text in enumerate(texts) if fold(query) in fold(text)}
            assert set(page.evaluate(FOUND, query)) == wanted, query
    server.shutdown()
    server.server_close()


def test_a_text_that_went_while_somebody_searches_is_no_hit(
    library: tuple[pathlib.Path, list[str]], browser: Browser
) -> None:
    out, texts = library
    text, away = out / "2026-02-01" / "01" / "text1.js", out / "away.js"
    first = 28 * 100
    gone = first + part_counts([searched(str(first + n), texts[first + n]) for n in range(10)])[0]
    there = {n for n, other in enumerate(texts) if texts[gone][50:52] in other}
    text.rename(away)
    page = browser.new_page()
    page.goto(f"{(out / 'search' / 'index.html').as_uri()}")
    found = set(page.evaluate(FOUND, texts[gone][50:52]))
    page.close()
    away.rename(text)

    assert gone in there
    assert found
    assert found == {n for n in there if not gone <= n < first + 10}


def test_the_browser_folds_and_cuts_as_the_index_does(
    library: tuple[pathlib.Path, list[str]], browser: Browser
) -> None:
    samples = [
        "臺灣Müller ＡＢ１ 用5G网",
        "ΟΔΟΣ й И́ Ёлка",
        "كِتَاب ـ٢٠٢٦",
        "が か゛ ﾊﾟ",
        "10 年 长 江",
        "İstanbul ẞ ﬁ",
        "".join(map(chr, simplified())),
    ]
    server = server_of(library[0])
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with reading(browser, f"http://127.0.0.1:{server.server_port}/") as reader:
        page = reader.open("search/index.html")
        for sample in [*samples, *library[1][:20]]:
            assert page.evaluate("text => banmian.fold(text)", sample) == fold(sample)
            assert page.evaluate(
                "text => banmian.foldedWithPlaces(text).text", sample
            ).strip() == fold(sample)
    server.shutdown()
    server.server_close()


def test_the_index_grows_with_the_articles_and_no_faster(
    library: tuple[pathlib.Path, list[str]],
) -> None:
    texts = library[1]

    def size(count: int) -> float:
        segment = issue_segment("2026-01-01", [("01", texts[:count])])
        return sum(len(a.data) for a in shards("x", segment)[1]) / count

    assert size(1000) < size(250)
    assert asset_folder() in (library[0] / "search" / "index.html").read_text(encoding="utf-8")
