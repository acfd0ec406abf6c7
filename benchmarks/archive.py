"""What an archive costs as it grows: `python -m benchmarks.archive [ISSUES [ARTICLES [FOLDER]]]`.

Builds an archive of many generated issues and prints how long adding one took, how large
its search index is, and how fast calendar and search open in the browser. In a FOLDER the
archive stays and the next run goes on where this one ended.
"""

import random
import resource
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from convert.cli.serve import server_of
from convert.model import Edition, Role
from convert.pipeline.archive import publish, staging_in
from convert.profile import Profile
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


def look(out: Path, newest: str) -> None:
    """Print how fast the browser shows the calendar and finds something, and what it loads."""
    from playwright.sync_api import sync_playwright

    server = server_of(out)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    site = f"http://127.0.0.1:{server.server_port}/"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = browser.new_context(service_workers="block").new_page()
        sizes: list[int] = []
        page.on("requestfinished", lambda r: sizes.append(r.sizes()["responseBodySize"]))
        start = time.perf_counter()
        page.goto(f"{site}calendar/{newest[:4]}/index.html")
        print(f"calendar  {time.perf_counter() - start:.2f} s")
        for query in ("".join(CHARS[20:22]), "".join((CHARS[1], CHARS[40], CHARS[3]))):
            sizes.clear()
            start = time.perf_counter()
            page.goto(f"{site}search/index.html#q={query}")
            page.reload()
            page.locator(".hits li").first.wait_for()
            spent, came = time.perf_counter() - start, sum(sizes) / 1000
            print(f"search    {spent:.2f} s, {came:.0f} KB: first hit of {len(query)} characters")
            page.wait_for_timeout(1500)
            print(
                f"          {sum(sizes) / 1000:.0f} KB in {len(sizes)} answers for a page of hits"
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
    look(out, (FIRST + timedelta(days=issues - 1)).isoformat())


def main(issues: int = 2000, articles: int = 56, folder: str = "") -> None:
    """Measure in that folder, or in one that goes away."""
    if folder:
        measure(Path(folder), issues, articles)
        return
    with tempfile.TemporaryDirectory(prefix="banmian-archive-") as made:
        measure(Path(made) / "archive", issues, articles)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]), *sys.argv[3:])
