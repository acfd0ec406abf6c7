"""A night to try things in: papers, pages, an inbox, a clock that one can set."""

import io
import json
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pymupdf

from convert.nightly.ledger import open_ledger
from convert.nightly.office import Office
from convert.nightly.report import Report
from convert.nightly.shift import Shift
from convert.nightly.status import report_of
from convert.profile import Profile

EVENING = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
"""A Sunday; the issues are Monday's."""
DATE = "2026-11-23"

QUICK = {
    "inbox": {"settle": 0.0, "settle_empty": 0.0},
    "outputs": {"formats": ["json"]},
    "settings": {"images": {"sizes": {"page": 160}, "figures": False}, "source": {"ocr": "off"}},
}
"""Pages that convert fast, files that need not rest: nobody writes slowly in a test."""


def profile(**parts: Any) -> Profile:
    """Return a profile for a test; `parts` go before what makes it quick."""
    return Profile.model_validate({**QUICK, **parts})


LANTING = profile(
    publication={"name": "Lanting Daily", "language": "en"},
    files={"convention": "founder", "titles": ["LT"]},
    plan={"deadline": "02:00", "sections": [{"label": "A", "pages": 3}]},
)
"""LT20261123A01.pdf; three pages, due at two o'clock UTC."""


@cache
def pdf(*paragraphs: str, folio: str = "", size: tuple[int, int] = (300, 400)) -> bytes:
    """Return a small page: the first paragraph is its headline."""
    document = pymupdf.open()
    page = document.new_page(width=size[0], height=size[1])
    if folio:
        page.insert_text((20, 14), folio, fontsize=7)
    top = 60
    for number, words in enumerate(paragraphs):
        height = 18 if number == 0 else 7
        box = pymupdf.Rect(20, top, size[0] - 20, top + (30 if number == 0 else 90))
        page.insert_textbox(box, words, fontsize=height, fontname="tiro")
        top += 34 if number == 0 else 94
    data: bytes = document.tobytes(no_new_id=True)
    document.close()
    return data


def story(name: str, version: str = "") -> bytes:
    """Return a page with one story that is told apart from all others."""
    text = f"The council of {name} met on the quay and spoke of {name} until the lamps went out. "
    return pdf(f"News of {name}", f"{text * 2}{version}")


BOMB = b"q /X Do Q " * 20


def bomb(depth: int = 12) -> bytes:
    """Return a small PDF whose forms draw each other 20 ** depth times."""
    with pikepdf.open(io.BytesIO(story("a bomb"))) as file:
        inner = pikepdf.Stream(file, b"0 0 m 1 1 l S")
        inner.update(_form(pikepdf.Dictionary()))
        for _ in range(depth):
            outer = pikepdf.Stream(file, BOMB)
            outer.update(_form(pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=inner))))
            inner = outer
        file.pages[0].Resources.XObject = pikepdf.Dictionary(X=inner)
        file.pages[0].contents_add(b"/X Do")
        out = io.BytesIO()
        file.save(out)
        return out.getvalue()


def _form(resources: pikepdf.Dictionary) -> dict[str, pikepdf.Object]:
    return {
        "/Type": pikepdf.Name.XObject,
        "/Subtype": pikepdf.Name.Form,
        "/BBox": pikepdf.Array([0, 0, 9, 9]),
        "/Resources": resources,
    }


@dataclass(slots=True)
class FakeClock:
    """A clock that runs, and can be wound on or set."""

    start: datetime = EVENING
    ahead: float = 0.0
    """Seconds by which it was wound on: both of its hands."""
    step: float = 0.0
    """Seconds by which only the time of day was set."""
    born: float = field(default_factory=time.monotonic)

    def now(self) -> datetime:
        return self.start + timedelta(seconds=self.monotonic() - self.born + self.step)

    def monotonic(self) -> float:
        return time.monotonic() + self.ahead

    def wind_to(self, moment: str) -> None:
        """Go on to a moment such as "2026-11-23 02:00"."""
        wanted = datetime.fromisoformat(moment).replace(tzinfo=UTC)
        self.ahead += max(0.0, (wanted - self.now()).total_seconds())


@dataclass(slots=True)
class Night:
    """An office with an inbox, and the papers that it works for."""

    folder: Path
    papers: dict[str, Profile] = field(default_factory=lambda: {"lanting": LANTING})
    clock: FakeClock = field(default_factory=FakeClock)
    workers: int = 2
    office: Office = field(init=False)

    def __post_init__(self) -> None:
        self.office = Office(
            self.folder / "inbox", self.folder / "out", self.folder / "out" / ".night"
        )
        self.office.inbox.mkdir(exist_ok=True)

    def drop(self, name: str, data: bytes) -> Path:
        """Put a file into the inbox as careful programs do: written aside and renamed."""
        path = self.office.inbox / name
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_name(f".{path.name}.aside")
        aside.write_bytes(data)
        return aside.replace(path)

    def run(self) -> None:
        """Work until nothing is left to do."""
        limit = time.monotonic() + 120

        def until(desk: Any) -> bool:
            assert time.monotonic() < limit, "the shift does not come to rest"
            return bool(desk.done)

        shift = Shift(self.office, self.papers, self.workers, clock=self.clock, poll=0.02)
        shift.work(until=until)

    def issue(self, name: str = f"lanting/{DATE}") -> Path:
        return self.office.out / name

    def edition(self, name: str = f"lanting/{DATE}") -> dict[str, Any]:
        """Return the edition.json of an issue that is out."""
        data: dict[str, Any] = json.loads((self.issue(name) / "edition.json").read_bytes())
        return data

    def labels(self, name: str = f"lanting/{DATE}") -> list[str]:
        return [page["label"] for page in self.edition(name)["pages"]]

    def report(self) -> Report:
        db = open_ledger(self.office.ledger, create=False)
        try:
            return report_of(db, self.office, self.clock.now())
        finally:
            db.close()

    def codes(self) -> set[str]:
        """Return the codes of all that happened."""
        return set(self.report().counts)

    def bytes_of(self, name: str = f"lanting/{DATE}") -> dict[str, bytes]:
        """Return all files of an issue by name."""
        home = self.issue(name)
        return {str(p.relative_to(home)): p.read_bytes() for p in home.rglob("*") if p.is_file()}
