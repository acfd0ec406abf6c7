"""A whole night: three papers, two editions each, 64 pages, and much that goes wrong.

Deliveries come in acts; between two acts the watcher comes to rest. In one act an issue
changes at most once, so that its revisions do not depend on how fast anything is.
"""

import io
import os
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from convert.profile import Profile
from tests.night import DATE, pdf, profile, story

COURIER = profile(
    publication={"name": "The Courier", "language": "en"},
    files={
        "pattern": (
            r"(?P<title>HC)-(?P<edition>city|late)-(?P<date>\d{8})-(?P<section>[A-Z])"
            r"(?P<page>\d{3})(?:-[A-Z](?P<page2>\d{3}))?(?:v(?P<version>\d+))?"
        )
    },
    plan={
        "time_zone": "Europe/Berlin",
        "deadline": "02:30",
        "editions": ["city", "late"],
        "sections": [
            {"label": "A", "pages": 8},
            {"label": "B", "pages": 4, "name": "Monday", "weekdays": ["mon"]},
            {"label": "C", "pages": 6, "weekdays": ["sat"]},
        ],
    },
)
ABC = profile(
    publication={"name": "ABC", "language": "en"},
    files={"convention": "zone-version", "titles": ["ABC"]},
    plan={
        "deadline": "03:00",
        "editions": ["1", "2"],
        "sections": [{"label": "A", "pages": 12}],
    },
)
GAZETTE = profile(
    publication={"name": "The Gazette", "language": "en"},
    files={"convention": "dated-folders"},
    plan={
        "time_zone": "Asia/Shanghai",
        "deadline": "05:00",
        "editions": ["01", "02"],
        "sections": [{"label": "", "pages": 8}],
    },
)
PAPERS: dict[str, Profile] = {"courier": COURIER, "abc": ABC, "gazette": GAZETTE}

ISSUES = {
    f"{paper}/{DATE}-{edition}": (paper, edition)
    for paper, known in PAPERS.items()
    for edition in known.plan.editions
}


def file_name(paper: str, edition: str, number: int) -> str:
    """Return the name of a page as the paper's system gives it; number 9 of the courier is B01."""
    day = DATE.replace("-", "")
    if paper == "abc":
        return f"ABC_{day}_A{number:03}_P{edition}.pdf"
    if paper == "gazette":
        return f"{DATE}_{edition}/{number:04}.pdf"
    if number == 4:
        return f"HC-{edition}-{day}-A004-A005.pdf"
    section, page = ("A", number) if number <= 8 else ("B", number - 8)
    return f"HC-{edition}-{day}-{section}{page:03}.pdf"


def numbers(paper: str) -> list[int]:
    """Return the pages of a paper that have a file; the courier has a spread."""
    last = {"courier": 12, "abc": 12, "gazette": 8}[paper]
    return [n for n in range(1, last + 1) if (paper, n) != ("courier", 5)]


def page(paper: str, edition: str, number: int, version: str = "") -> bytes:
    """Return the file of a page."""
    return story(f"{paper} {edition} {number}", version)


def locked(data: bytes) -> bytes:
    """Return a PDF that needs a password."""
    with pikepdf.open(io.BytesIO(data)) as file:
        out = io.BytesIO()
        file.save(out, encryption=pikepdf.Encryption(owner="o", user="secret", R=6))
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class Act:
    """What is delivered until the watcher next comes to rest."""

    moment: str
    """The time of day at which it begins, UTC."""
    files: tuple[tuple[str, bytes], ...] = ()
    things: tuple[str, ...] = ()
    """Names of links and pipes."""


WHOLE = page("gazette", "01", 4)
WRONG = pdf(
    "News of a wrong day", "Of yesterday, and yet in the inbox. " * 9, folio="22 November 2026"
)

SPECIAL: dict[tuple[str, str, int], bytes | None] = {
    ("courier", "late", 7): locked(page("courier", "late", 7)),
    ("abc", "1", 12): b"",
    ("abc", "2", 5): b"Dear colleague, the page follows in an hour.",
    ("gazette", "01", 4): WHOLE[: len(WHOLE) // 2],
    ("gazette", "02", 8): None,
    ("courier", "city", 2): WRONG,
}
"""Pages that are not delivered as they should be at first; None: not at all."""

JUNK: tuple[tuple[str, bytes], ...] = (
    ("notes for the night.docx", b"PK"),
    ("HC-city-20261399-A001.pdf", page("courier", "city", 1)),
    ("HC-city-20281123-A001.pdf", page("courier", "city", 1)),
    ("HC-extra-20261123-A001.pdf", page("courier", "city", 1)),
    ("ABC_20261123_A002_P1.pdf.filepart", b"%PDF-1.7 half"),
    ("<script>alert(1)</script>.pdf", page("courier", "city", 1)),
)


def acts(seed: int) -> Iterator[Act]:
    """Yield the night; the order of each delivery depends on `seed`."""
    dice = random.Random(seed)
    first = []
    for paper, edition in ISSUES.values():
        for number in numbers(paper):
            special = SPECIAL.get((paper, edition, number), page(paper, edition, number))
            if special is not None:
                first.append((file_name(paper, edition, number), special))
    twice = dice.sample([f for f in first if f[1].startswith(b"%PDF")], 6)
    first += JUNK
    dice.shuffle(first)
    yield Act("2026-11-22 20:00", tuple(first), ("link.pdf", "pipe.pdf"))
    yield Act("2026-11-22 20:30", tuple(twice))
    second = [
        (file_name("gazette", "01", 4), WHOLE),
        ("ABC_20261123_A003_P1b.pdf", page("abc", "1", 3, "Second version.")),
        ("HC-city-20261123-A001v2.pdf", page("courier", "city", 1, "Second version.")),
    ]
    dice.shuffle(second)
    yield Act("2026-11-22 20:45", tuple(second))
    yield Act("2026-11-23 03:30")
    late = [
        (file_name("gazette", "02", 8), page("gazette", "02", 8)),
        (file_name("courier", "late", 7), page("courier", "late", 7)),
        (file_name("abc", "2", 5), page("abc", "2", 5)),
        ("HC-city-20261123-A001v10.pdf", page("courier", "city", 1, "Tenth version.")),
    ]
    dice.shuffle(late)
    yield Act("2026-11-23 04:00", tuple(late))


def play(act: Act, inbox: Path) -> Iterator[str]:
    """Deliver an act; yield the name after each file."""
    for thing in act.things:
        if thing == "pipe.pdf":
            os.mkfifo(inbox / thing)
        else:
            (inbox / thing).symlink_to("/etc/hostname")
        yield thing
    for name, data in act.files:
        target = inbox / name.replace("/script", "\u2215script")
        target.parent.mkdir(parents=True, exist_ok=True)
        aside = target.with_name(f".{target.name}.aside")
        aside.write_bytes(data)
        aside.replace(target)
        yield name


REVISIONS = {
    f"courier/{DATE}-city": 3,
    f"courier/{DATE}-late": 2,
    f"abc/{DATE}-1": 2,
    f"abc/{DATE}-2": 2,
    f"gazette/{DATE}-01": 1,
    f"gazette/{DATE}-02": 2,
}
"""How often each issue was published when the night is over."""

GAPS: dict[str, list[str]] = {f"abc/{DATE}-1": ["A12"]}
"""Labels that are not in an issue at its end; all others are."""


def labels(paper: str) -> list[str]:
    """Return the labels of a paper's pages as its edition has them."""
    if paper == "gazette":
        return [f"{n:02}" for n in range(1, 9)]
    if paper == "abc":
        return [f"A{n:02}" for n in range(1, 13)]
    return ["A01", "A02", "A03", "A04-A05", "A06", "A07", "A08", "B01", "B02", "B03", "B04"]


def bytes_of(out: Path) -> dict[str, bytes]:
    """Return every published file by name."""
    return {
        str(path.relative_to(out)): path.read_bytes()
        for name in ISSUES
        for path in sorted((out / name).rglob("*"))
        if path.is_file()
    }
