"""An archive on disk: issues come, change, go; a run that breaks damages nothing."""

import json
import subprocess
import sys
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest
from lxml import html
from typer.testing import CliRunner

from convert.cli import app
from convert.cli.serve import server_of
from convert.errors import OutputError, UsageError
from convert.geometry import Rect
from convert.model import Edition, PageHalf, Role
from convert.pipeline import archive, segments
from convert.pipeline.archive import (
    EDITION,
    MARK,
    publish,
    read_record,
    read_state,
    staging_in,
    with_known_ids,
    withdraw,
)
from convert.pipeline.folder import write_file
from convert.pipeline.issue import Order, build
from convert.profile import Profile, load_profile
from convert.reader.search.segment import from_bytes
from convert.settings import ImageSettings, Settings
from convert.validate import validate
from tests.crawler import broken_links
from tests.desk import edition_of, page_of, small_edition, story
from tests.sites import DAY, OTHER_DAYS, SAMPLES, with_address

SITE = Profile().site


def dated(day: str, edition: Edition | None = None) -> Edition:
    issue = edition or small_edition()
    publication = replace(issue.publication, facts=(("url", "https://paper.example/"),))
    return replace(issue, issue=replace(issue.issue, date=day), publication=publication)


def put(out: Path, day: str, edition: Edition | None = None) -> Edition:
    with staging_in(out) as staging:
        (staging / "pages").mkdir()
        (staging / "pages" / "p01.png").write_bytes(b"picture")
        return publish(out, staging, dated(day, edition), SITE, ("site", "founder"))


def files(out: Path) -> dict[str, bytes]:
    found = (p for p in out.rglob("*") if p.is_file() and p.name != ".lock")
    return {str(p.relative_to(out)): p.read_bytes() for p in found}


def shorter(edition: Edition) -> Edition:
    return replace(
        edition,
        articles=edition.articles[:1],
        pages=(edition.pages[0], replace(edition.pages[1], hotspots=())),
    )


def test_issues_stand_side_by_side_and_the_newest_leads(tmp_path: Path) -> None:
    for day in ("2026-11-22", "2026-11-23", "2025-12-31"):
        put(tmp_path, day)

    assert "2026-11-23" in (tmp_path / "latest/index.html").read_text(encoding="utf-8")
    assert 'banmian.days("2026",["2026-11-22","2026-11-23"])' in (
        tmp_path / "calendar/2026.js"
    ).read_text(encoding="utf-8")
    assert "../2025/index.html" in (tmp_path / "calendar/2026/index.html").read_text("utf-8")
    assert read_state(tmp_path).around.months == ("2025-12", "2026-11")
    news = (tmp_path / "news-sitemap.xml").read_text(encoding="utf-8")
    assert "2026-11-22" in news
    assert "2025-12-31" not in news
    assert sorted(p.name for p in (tmp_path / "html/2026-11").iterdir()) == [
        "22",
        "23",
        "period.xml",
    ]


def test_the_same_again_changes_no_byte(tmp_path: Path) -> None:
    put(tmp_path, "2026-11-23")
    before = files(tmp_path)

    put(tmp_path, "2026-11-23")

    assert files(tmp_path) == before


def test_the_order_of_the_days_does_not_matter(tmp_path: Path) -> None:
    days = ["2026-11-22", "2026-11-23", "2025-12-31", "2026-10-01"]
    for name, order in (("a", days), ("b", days[::-1])):
        for day in order:
            put(tmp_path / name, day)

    a, b = files(tmp_path / "a"), files(tmp_path / "b")
    assert {n: d for n, d in a.items() if not n.startswith("search/")} == {
        n: d for n, d in b.items() if not n.startswith("search/")
    }
    assert a["search/segments.js"] == b["search/segments.js"]


def test_the_news_sitemap_holds_two_days(tmp_path: Path) -> None:
    for day in ("2026-11-21", "2026-11-22", "2026-11-23"):
        put(tmp_path, day)
    news = (tmp_path / "news-sitemap.xml").read_text(encoding="utf-8")

    assert [day in news for day in ("2026-11-21", "2026-11-22", "2026-11-23")] == [
        False,
        True,
        True,
    ]


def test_segments_are_joined_when_their_time_is_over(tmp_path: Path) -> None:
    def after(*days: str) -> list[str]:
        for day in days:
            put(tmp_path, day)
        return list(read_state(tmp_path).around.segments)

    assert after("2025-11-01", "2025-11-02", "2025-11-09") == [
        "2025-11-09",
        "2025-11-w1",
    ]
    assert after("2025-12-31") == ["2025-12-31", "2025-11"]
    assert after("2026-01-01", "2026-01-02") == ["2026-01-02", "2026-01-01", "2025"]
    assert after("2025-11-09", "2025-10-01") == ["2026-01-02", "2026-01-01", "2025"]
    script = (tmp_path / "search/segments.js").read_text(encoding="utf-8")
    digests = read_state(tmp_path).around.segments
    names = [f"{period}/{digest}" for period, digest in digests.items()]
    assert script == f"banmian.segments({json.dumps(names, separators=(',', ':'))});\n"
    days = [
        day
        for day, _ in from_bytes(
            (tmp_path / "search/2025" / digests["2025"] / "segment.bin").read_bytes()
        ).issues
    ]
    assert days == ["2025-10-01", "2025-11-01", "2025-11-02", "2025-11-09", "2025-12-31"]
    assert {p.name for p in (tmp_path / "search").iterdir() if p.is_dir()} == set(digests)


@pytest.mark.parametrize("place", ["write_around", "swap", "write_issue"])
def test_a_run_that_breaks_leaves_the_issues_and_the_next_heals(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "site", "2026-11-22")
    put(tmp_path / "whole", "2026-11-22")
    put(tmp_path / "whole", "2026-11-23")
    before = files(tmp_path / "site" / "2026-11-22")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(archive, place, full)
        with pytest.raises(OutputError, match="No space left"):
            put(tmp_path / "site", "2026-11-23")

    assert files(tmp_path / "site" / "2026-11-22") == before
    assert not list((tmp_path / "site").glob(".issue-*"))
    put(tmp_path / "site", "2026-11-23")
    healed, whole = files(tmp_path / "site"), files(tmp_path / "whole")
    assert healed["search/segments.js"] == whole["search/segments.js"]
    assert healed.keys() == whole.keys()


def test_a_broken_search_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "2026-11-22")
    before = files(tmp_path / "search")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(segments, "write_file", full)
    with pytest.raises(OutputError):
        put(tmp_path, "2026-11-23")

    assert before.items() <= files(tmp_path / "search").items()


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")

    with pytest.raises(OutputError, match="no archive"):
        put(tmp_path, DAY)
    with pytest.raises(OutputError, match="is a file"):
        put(tmp_path / "letter.txt", DAY)
    with pytest.raises(OutputError, match="no archive"):
        withdraw(tmp_path, DAY, ["p01-a01"])

    assert [p.name for p in tmp_path.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize("day", ["", "yesterday"])
def test_an_issue_without_a_date_asks_for_it(day: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--date"):
        put(tmp_path, day)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (MARK, "damaged"),
        ("2026-11-23/issue.json", "build the issue of that day again"),
        ("calendar/2026.json", "damaged"),
    ],
)
def test_a_damaged_memory_is_named(name: str, words: str, tmp_path: Path) -> None:
    put(tmp_path, "2026-11-23")
    (tmp_path / name).write_bytes(b"{")

    again = "2026-11-23" if "issue" in name else "2026-11-22"
    with pytest.raises(OutputError, match=words) as caught:
        put(tmp_path, again)

    assert name in str(caught.value)


def test_two_runs_do_not_meet(tmp_path: Path) -> None:
    put(tmp_path, DAY)
    with staging_in(tmp_path):
        code = (
            "from pathlib import Path; from convert.pipeline.archive import EDITION, staging_in\n"
            f"with staging_in(Path({str(tmp_path)!r})): pass"
        )
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=False
        )

    assert "another run is at work" in done.stderr


def test_a_withdrawn_article_leaves_everything_but_a_notice(tmp_path: Path) -> None:
    put(tmp_path, DAY)
    picture = (tmp_path / DAY / "pages/p01.png").stat().st_ino

    edition = withdraw(tmp_path, DAY, ["p02-a01"])

    assert edition.issue.revision == 2
    notice = (tmp_path / DAY / "a02/p02-a01.html").read_text(encoding="utf-8")
    assert "此稿已撤" in notice
    assert "1 280" not in notice
    left = {n: d for n, d in files(tmp_path).items() if b"1 280\xe7\xb1\xb3" in d}
    assert left == {}
    assert "p02-a01" not in (tmp_path / DAY / "a02/index.html").read_text(encoding="utf-8")
    assert "p02-a01" not in (tmp_path / "rss.xml").read_text(encoding="utf-8")
    assert (tmp_path / DAY / "pages/p01.png").stat().st_ino == picture
    assert validate([tmp_path / DAY / "edition.json"]) != ()

    put(tmp_path, DAY)
    assert "此稿已撤" in (tmp_path / DAY / "a02/p02-a01.html").read_text(encoding="utf-8")

    withdraw(tmp_path, DAY, ["p02-a01"], undo=True)
    put(tmp_path, DAY)
    assert "1 280" in (tmp_path / DAY / "a02/p02-a01.html").read_text(encoding="utf-8")


def test_pdfs_and_pictures_of_a_withdrawn_article_go_too(tmp_path: Path) -> None:
    edition = small_edition()
    first, second = edition.articles
    picture = replace(first.figures[0], image="images/p01-f01.jpg")
    spots = edition.pages[0].hotspots
    half = PageHalf(label="A01", box=Rect(0, 0, 0.5, 1), hotspots=spots)
    pages = tuple(replace(p, pdf=f"pdf/{p.id}.pdf", halves=(half,)) for p in edition.pages)
    edition = dated(DAY, replace(edition, pages=pages, pdf="pdf/issue.pdf"))
    edition = replace(edition, articles=(replace(first, figures=(picture,)), second))
    shown = ("pdf/issue.pdf", "pdf/p01.pdf", "pdf/p02.pdf", "images/p01-f01.jpg")
    with staging_in(tmp_path) as staging:
        for name in shown:
            write_file(staging / name, b"x")
        publish(tmp_path, staging, edition, SITE, ("site", "zip", "founder"))

    withdraw(tmp_path, DAY, ["p01-a01"])

    assert [(tmp_path / DAY / name).exists() for name in shown] == [False, False, True, False]
    index = (tmp_path / DAY / "index.html").read_text(encoding="utf-8")
    assert "issue.pdf" not in index
    assert '"p01-a01"' not in (tmp_path / DAY / EDITION).read_text(encoding="utf-8")
    with zipfile.ZipFile(tmp_path / DAY / "issue.zip") as bundle:
        assert [n for n in bundle.namelist() if n.endswith(".pdf")] == [f"{DAY}/pdf/p02.pdf"]
    for name in (
        "html/2026-11/23/content_20261123001001.htm",
        "content/202611/23/content_20261123001001.html",
    ):
        assert "本报已撤下此稿" in (tmp_path / name).read_text(encoding="utf-8")


def test_what_is_not_there_cannot_be_withdrawn(tmp_path: Path) -> None:
    put(tmp_path, DAY)

    with pytest.raises(UsageError, match="no article p09-a09"):
        withdraw(tmp_path, DAY, ["p09-a09"])
    with pytest.raises(UsageError, match="no issue of 2026-11-24"):
        withdraw(tmp_path, "2026-11-24", ["p01-a01"])
    done = CliRunner().invoke(app, ["archive", "withdraw", str(tmp_path), DAY, "p02-a01"])
    assert done.exit_code == 0
    assert "revision 2" in done.stderr


def test_an_article_that_a_later_page_lacks_keeps_its_address(tmp_path: Path) -> None:
    put(tmp_path, DAY)
    put(tmp_path, DAY, shorter(small_edition()))

    notice = (tmp_path / DAY / "a02/p02-a01.html").read_text(encoding="utf-8")
    assert "改版" in notice
    record = read_record(tmp_path / DAY)
    assert record is not None
    assert record.revision == 2


def test_stories_keep_their_addresses_when_a_page_comes_late(tmp_path: Path) -> None:
    profile = load_profile(SAMPLES / "lanting/paper.toml")
    small = profile.model_copy(update={"settings": Settings(images=ImageSettings(sizes={}))})
    order = Order(profile=small, formats=("founder",))
    pages = [SAMPLES / f"lanting/LTRB20261123A0{n}.pdf" for n in (1, 2, 3)]

    build([pages[0], pages[2]], tmp_path, order)
    early = {p: p.read_text(encoding="utf-8") for p in (tmp_path / DAY).glob("a0?/p*.html")}
    build(pages, tmp_path, order)

    assert {p.parent.name for p in early} == {"a01", "a03"}
    for path, text in early.items():
        title = html.document_fromstring(text).findtext(".//h1/bdi")
        assert html.parse(path).findtext(".//h1/bdi") == title, path
    record = read_record(tmp_path / DAY)
    assert record is not None
    assert record.gone == ()
    assert validate([tmp_path / DAY]) == ()
    assert broken_links(tmp_path) == set()
    before = files(tmp_path / DAY)
    build(pages, tmp_path, order)
    assert files(tmp_path / DAY) == before


def test_stories_keep_their_addresses_when_one_comes_in_before_them(tmp_path: Path) -> None:
    def edition(*texts: str) -> Edition:
        stories = [
            story((Role.HEADLINE, f"{text}桥今日通车"), (Role.PARAGRAPH, text * 60), top=100 * n)
            for n, text in enumerate(texts, 1)
        ]
        return dated(DAY, edition_of([page_of(stories)]))

    put(tmp_path, DAY, edition("甲", "乙"))
    put(tmp_path, DAY, with_known_ids(tmp_path, edition("新", "甲", "乙")))
    put(tmp_path, DAY, with_known_ids(tmp_path, edition("甲", "乙")))
    last = with_known_ids(tmp_path, edition("另", "甲", "乙"))

    assert [(a.id, a.headline[0]) for a in last.articles] == [
        ("p01-a04", "另"),
        ("p01-a01", "甲"),
        ("p01-a02", "乙"),
    ]
    back = with_known_ids(tmp_path, edition("乙", "甲"))
    assert {a.id: a.headline[0] for a in back.articles} == {"p01-a01": "甲", "p01-a02": "乙"}


def test_what_is_withdrawn_on_one_page_does_not_take_from_a_late_one(tmp_path: Path) -> None:
    put(tmp_path, DAY)
    withdraw(tmp_path, DAY, ["p02-a01"])
    late = small_edition()
    pages = tuple(replace(p, label=label) for p, label in zip(late.pages, "12", strict=True))
    second = replace(late.articles[1], blocks=late.articles[0].blocks)

    put(tmp_path, DAY, replace(late, pages=pages, articles=(late.articles[0], second)))

    assert (tmp_path / DAY / "02/p02-a01.html").is_file()


# --- the samples as sites -----------------------------------------------------------------------


@pytest.mark.parametrize("paper", ["courier", "lanting", "ar-daily", "ja-tate"])
def test_no_link_of_a_sample_is_broken(paper: str, sites: Path) -> None:
    assert broken_links(sites / paper) == set()


def test_no_link_of_the_worlds_papers_is_broken(tmp_path: Path) -> None:
    settings = Settings(images=ImageSettings(sizes={"thumbnail": 60, "page": 200}))
    order = Order(
        profile=with_address(Profile()).model_copy(update={"settings": settings}),
        date=DAY,
        formats=("founder", "zip"),
        workers=2,
    )
    edition = build([SAMPLES / "world"], tmp_path, order)

    assert len(edition.pages) == 18
    assert broken_links(tmp_path) == set()


def test_a_broken_link_is_noticed(sites: Path, tmp_path: Path) -> None:
    copytree(sites / "ar-daily", tmp_path, dirs_exist_ok=True)
    (tmp_path / DAY / "07" / "p01-a02.html").unlink()

    assert {path for path, _ in broken_links(tmp_path)} >= {
        f"{DAY}/07/index.html",
        f"{DAY}/offline.json",
    }


def test_page_and_issue_are_there_as_pdf(sites: Path) -> None:
    for place, wanted in ((DAY, "pdf/issue.pdf"), (f"{DAY}/a01", "../pdf/p01.pdf")):
        page = html.parse(sites / "courier" / place / "index.html")
        assert wanted in page.xpath("//a[@download]/@href")


def test_every_printed_article_stands_exactly_once(sites: Path) -> None:
    for paper in ("courier", "lanting", "ar-daily", "ja-tate"):
        folder = sites / paper / DAY
        edition = json.loads((folder / "edition.json").read_text(encoding="utf-8"))
        for article in edition["articles"]:
            assert len(list(folder.glob(f"*/{article['id']}.html"))) == 1
        assert validate([folder]) == ()


def test_the_zip_is_a_small_archive_that_opens_from_a_folder(sites: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(sites / "courier" / DAY / "issue.zip") as bundle:
        bundle.extractall(tmp_path)

    assert "issue.zip" not in (tmp_path / DAY / "index.html").read_text(encoding="utf-8")
    assert broken_links(tmp_path) == set()


def test_the_newest_front_page_stands_at_the_address_that_partners_know(sites: Path) -> None:
    shown = (sites / "courier/layout/index.jpg").read_bytes()

    assert shown == (sites / "courier" / DAY / "images/p01-page.jpg").read_bytes()


def test_the_calendar_has_the_days_that_have_issues(sites: Path) -> None:
    days = json.loads((sites / "lanting/calendar/2026.json").read_text(encoding="utf-8"))

    assert sorted(days) == sorted(d for d in (DAY, *OTHER_DAYS) if d.startswith("2026"))


# --- serve --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("", 200),
        (f"{DAY}/01/../index.html", 200),
        ("../pyproject.toml", 404),
        ("%2e%2e/%2e%2e/etc/passwd", 404),
        (".lock", 404),
        ("assets/", 404),
        ("leak/secret.txt", 404),
    ],
)
def test_serve_shows_the_site_and_nothing_else(
    path: str, status: int, address: Callable[[str], str], sites: Path, tmp_path: Path
) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    link = sites / "courier" / "leak"
    if not link.is_symlink():
        link.symlink_to(tmp_path)
    try:
        with urllib.request.urlopen(address("courier") + path) as answer:
            code, headers = answer.status, answer.headers
    except urllib.error.HTTPError as error:
        code, headers = error.code, error.headers
        error.close()
    finally:
        link.unlink(missing_ok=True)

    assert code == status
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_serve_listens_on_this_machine_alone(sites: Path) -> None:
    server = server_of(sites / "courier")
    assert server.server_address[0] == "127.0.0.1"
    server.server_close()


def test_serve_needs_a_site(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no site"):
        server_of(tmp_path)
