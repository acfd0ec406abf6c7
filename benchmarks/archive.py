"""What an archive costs as it grows: `python -m benchmarks.archive [ISSUES [ARTICLES [FOLDER]]]`.

Builds an archive of many generated issues and prints how long adding one took, how large
its search index is, and how fast calendar and search open in the browser. In a FOLDER the
archive stays and the next run goes on where this one ended.
"""

import random
import re
import resource
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from playwright.sync_api import Browser, Request, sync_playwright

from convert.cli.serve import server_of
from convert.model import Edition, Role
from convert.pipeline.archive import publish, staging_in
from convert.profile import Profile
from convert.reader.words import words_of
from tests.desk import edition_of, page_of, story
from tests.sites import ARGUMENTS, CHROMIUM

FIRST = date(2021, 1, 1)
PAGES = 8
CHARS = [chr(code) for code in range(0x4E00, 0x4E00 + 3_000)]
WEIGHTS = [1 / (rank + 8) for rank in range(len(CHARS))]
SHOWN = 10
"""Issues over which a time is the median."""


def issue(day: date, articles: int, chance: random.Random) -> Edition:
    """Return an issue of eight pages with that many articles of about 730 characters."""

    def text(length: int) -> str:
        return "".join(chance.choices(CHARS, WEIGHTS, k=length))

    pages = [
        page_of(
            [
                story(
                    (Role.HEADLINE, text(12)),
                    *((Role.PARAGRAPH, f"{text(180)}。") for _ in range(4)),
                    top=20 + 90 * place,
                )
                for place in range(articles // PAGES)
            ],
            number=number + 1,
        )
        for number in range(PAGES)
    ]
    edition = edition_of(pages)
    return replace(edition, issue=replace(edition.issue, date=day.isoformat()))


def add(out: Path, number: int, articles: int) -> float:
    """Add or replace the issue of a day; return the seconds that it took."""
    edition = issue(FIRST + timedelta(days=number), articles, random.Random(number))
    start = time.perf_counter()
    with staging_in(out) as staging:
        publish(out, staging, edition, Profile().site, ("site",))
    return time.perf_counter() - start


def grow(out: Path, issues: int, articles: int, tell: Callable[[int, float], None]) -> list[float]:
    """Add the issues that are not there yet, day by day; return the seconds that each took."""
    times: list[float] = []
    for number in range(len(list(out.glob("????-??-??"))), issues):
        times.append(add(out, number, articles))
        if number % 100 == 99:
            tell(number + 1, statistics.median(times[-SHOWN:]))
    return times


def asked(articles: int) -> Iterator[tuple[str, list[str]]]:
    """Yield what is searched, by kind; the last kinds stand in one article alone, years ago."""
    frequent = ((20, 21), (0, 1), (1, 40, 3), (0, 1, 2), (10, 12, 15, 11))
    yield "frequent characters", ["".join(CHARS[rank] for rank in ranks) for ranks in frequent]
    yield "rare characters", ["".join(CHARS[rank] for rank in (2000, 1500))]
    chance = random.Random(6)
    texts = [
        block.text for a in issue(FIRST, articles, random.Random(0)).articles for block in a.blocks
    ]
    for size in range(2, 7):
        found = []
        for text in chance.sample([t for t in texts if len(t) > 100], 4):
            at = chance.randrange(len(text) - size - 1)
            found.append(text[at : at + size])
        yield f"{size} characters of the oldest issue", found


def search(browser: Browser, address: str, query: str) -> tuple[float, float, float, float]:
    """Return seconds and KB until the first hit and until a page of hits, nothing kept before."""
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    came: list[Request] = []
    page.on("requestfinished", lambda request: came.append(request))
    start = time.perf_counter()
    page.goto(f"{address}#q={query}")
    count = page.locator("#count").filter(has_not_text=words_of("zh-Hans")["searching"])
    ended = count.filter(has_text=re.compile("."))
    page.locator(".hits li").or_(ended).first.wait_for()
    first, until_first = time.perf_counter() - start, len(came)
    ended.wait_for()
    whole, until_whole = time.perf_counter() - start, len(came)
    sizes = [request.sizes()["responseBodySize"] / 1000 for request in came[:until_whole]]
    context.close()
    return first, sum(sizes[:until_first]), whole, sum(sizes)


def look(out: Path, newest: str, articles: int) -> None:
    """Print how fast the browser shows the calendar and finds something, and what it loads."""
    server = server_of(out)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    site = f"http://127.0.0.1:{server.server_port}/"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = browser.new_page()
        start = time.perf_counter()
        page.goto(f"{site}calendar/{newest[:4]}/index.html")
        print(f"calendar  {time.perf_counter() - start:.2f} s")
        for kind, queries in asked(articles):
            found = [search(browser, f"{site}search/index.html", query) for query in queries]
            for what, of in (("first hit", 0), ("ten hits", 2)):
                seconds, loaded = ([f[of + n] for f in found] for n in (0, 1))
                print(
                    f"search    {kind:28} {what:9} {statistics.median(seconds):.2f} s"
                    f" {statistics.median(loaded):4.0f} KB, at most {max(loaded):.0f} KB"
                    f" ({queries[loaded.index(max(loaded))]})"
                )
        browser.close()
    server.shutdown()


def measure(out: Path, issues: int, articles: int) -> None:
    """Build, measure, print."""

    def tell(number: int, seconds: float) -> None:
        print(f"{number:5} issues: {seconds:.3f} s to add one", flush=True)

    times = grow(out, issues, articles, tell)
    if len(times) == issues:
        print(f"tenth {statistics.median(times[5 : 5 + SHOWN]):.3f} s")
    print(f"last {statistics.median(times[-SHOWN:]):.3f} s")
    print(f"slowest {max(times):.2f} s (the first issue of a year joins the year before)")
    size = sum(p.stat().st_size for p in (out / "search").rglob("*.js"))
    print(f"index {size / issues / articles:.0f} bytes an article")
    print(f"again, of the newest issue {add(out, issues - 1, articles):.2f} s", end=", ")
    print(f"of the first year {add(out, 0, articles):.2f} s")
    print(f"memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    files = sum(1 for _ in out.rglob("*.*")) / issues
    index = sum(1 for _ in (out / "search").rglob("*.*")) / issues
    texts = sum(1 for _ in out.glob("*-*-*/*/text*.js")) / issues
    print(f"files of an issue {files:.0f}: {index:.1f} of the index, {texts:.1f} of texts")
    look(out, (FIRST + timedelta(days=issues - 1)).isoformat(), articles)


def main(issues: int = 2000, articles: int = 56, folder: str = "") -> None:
    """Measure in that folder, or in one that goes away."""
    if folder:
        measure(Path(folder), issues, articles)
        return
    with tempfile.TemporaryDirectory(prefix="banmian-archive-") as made:
        measure(Path(made) / "archive", issues, articles)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]), *sys.argv[3:])
