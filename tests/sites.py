"""Sites of the samples, a browser to read them with, and what it must never meet."""

import fcntl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from shutil import copytree, ignore_patterns
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from convert.cli.serve import server_of
from convert.model import Edition
from convert.pipeline.archive import EDITION, MADE, publish, staging_in, withdraw
from convert.pipeline.issue import Order, build
from convert.profile import Profile, SiteFacts, load_profile
from convert.reader.stored import edition_from_json
from convert.settings import ImageSettings, Settings

SAMPLES = Path(__file__).parent.parent / "samples"
DAY = "2026-11-23"
OTHER_DAYS = ("2026-11-20", "2026-10-05", "2025-12-31")
"""On which the same issue appears again, so that there is an archive."""
PICTURES = Settings(
    images=ImageSettings(sizes={"thumbnail": 200, "page": 1000, "large": 1600}, pdf=True)
)
"""Smaller than for readers: they come sooner, and there is still a choice."""
ADDRESS = "https://paper.example/epaper"
CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--no-proxy-server", "--disable-background-networking", "--disable-component-update"),
    "--disable-sync",
)
PHONE, TABLET, DESKTOP = (390, 844), (820, 1180), (1440, 900)


def with_address(profile: Profile) -> Profile:
    """The same paper with a site of its own on the web."""
    facts = profile.publication.model_copy(update={"url": ADDRESS})
    site = SiteFacts.model_validate(
        {"timezone": "Asia/Shanghai", "time": "05:30", "links": {"Imprint": f"{ADDRESS}/i"}}
    )
    return profile.model_copy(update={"publication": facts, "site": site, "settings": PICTURES})


def again(
    out: Path, day: str, edition: Edition | None = None, facts: SiteFacts | None = None
) -> Edition:
    """Publish the issue of DAY again on another day, or another edition with its pictures."""
    issue = edition or edition_from_json((out / DAY / EDITION).read_bytes())
    issue = replace(issue, issue=replace(issue.issue, date=day))
    with staging_in(out) as staging:
        if (out / DAY).is_dir():
            copytree(out / DAY, staging, ignore=ignore_patterns(*MADE), dirs_exist_ok=True)
        return publish(out, staging, issue, facts or Profile().site, ("site",))


def in_two_sections(out: Path) -> Edition:
    """The issue of DAY as if its last three pages were a supplement."""
    edition = edition_from_json((out / DAY / EDITION).read_bytes())
    first, last = edition.pages[:-3], edition.pages[-3:]
    last = tuple(replace(p, label=f"B{n:02}") for n, p in enumerate(last, 1))
    return replace(edition, pages=(*first, *last))


def _build(out: Path) -> None:
    for name in ("courier", "lanting"):
        profile = with_address(load_profile(SAMPLES / name / "paper.toml"))
        order = Order(profile=profile, formats=("founder", "zip"), workers=2)
        build([SAMPLES / name], out / name, order)
    for day in OTHER_DAYS:
        again(out / "lanting", day, facts=with_address(Profile()).site)
    again(out / "lanting", OTHER_DAYS[2], in_two_sections(out / "lanting"))
    withdraw(out / "lanting", OTHER_DAYS[1], ["p01-a03"])
    for name in ("ar-daily", "ja-tate"):
        small = Profile(settings=PICTURES)
        order = Order(profile=small, date=DAY, formats=("site",))
        build([SAMPLES / "world" / f"{name}.pdf"], out / name, order)


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of archives: courier, lanting, ar-daily, ja-tate; built once for all processes."""
    shared = tmp_path_factory.getbasetemp()
    shared = shared.parent if shared.name.startswith("popen-") else shared
    out = shared / "sites"
    with (shared / "sites.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / "sites.done").exists():
            _build(out)
            (shared / "sites.done").touch()
    return out


@pytest.fixture(scope="session")
def address(sites: Path) -> Iterator[Callable[[str], str]]:
    """Return the address of a sample's site on this machine."""
    servers = {p.name: server_of(p) for p in sites.iterdir()}
    for server in servers.values():
        threading.Thread(target=server.serve_forever, daemon=True).start()
    yield lambda name: f"http://127.0.0.1:{servers[name].server_port}/"
    for server in servers.values():
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def _playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(_playwright: Playwright) -> Iterator[Browser]:
    """Debian's Chromium; nothing is downloaded."""
    found = _playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
    yield found
    found.close()


@dataclass
class Reader:
    """A window whose faults are collected: whatever the console or the network says."""

    page: Page
    context: BrowserContext
    site: str
    faults: list[str] = field(default_factory=list)
    sizes: dict[str, int] = field(default_factory=dict)
    """Bytes of each answer by address."""

    def open(self, path: str) -> Page:
        """Go to a page of the site and wait for its scripts."""
        self.page.goto(self.site + path)
        return self.page


@contextmanager
def reading(browser: Browser, site: str, **facts: Any) -> Iterator[Reader]:
    """Open a window; at its end there was no fault, and no request left the site."""
    width, height = facts.pop("size", DESKTOP)
    context = browser.new_context(viewport={"width": width, "height": height}, **facts)
    reader = Reader(context.new_page(), context, site)
    page = reader.page
    page.set_default_timeout(8000)

    def requested(request: Any) -> None:
        if not request.url.startswith((site, "blob:", "file://")):
            reader.faults.append(f"left the site: {request.url}")

    def answered(response: Any) -> None:
        if response.status >= 400:
            reader.faults.append(f"{response.status}: {response.url}")

    context.on("request", requested)
    context.on("response", answered)
    page.on(
        "console",
        lambda m: reader.faults.append(m.text) if m.type in {"error", "warning"} else None,
    )
    page.on("pageerror", lambda error: reader.faults.append(str(error)))
    yield reader
    context.close()
    assert reader.faults == []
