"""The issue once more at the addresses and with the marks that readers of Founder sites know.

    paperindex.htm    → html/2026-11/23/node_1.htm      → content_20261123001003.htm
    layout/index.html → layout/202611/23/node_01.html   → content/202611/23/content_….html

Partners and crawlers find pages by `pageLink`, hotspots in `PagePicMap`, articles in
`titleList`, text in `ozoom` and in the comment `enpproperty`, days in `period.xml`.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from convert.artifact import Artifact
from convert.reader.assets import asset_folder
from convert.reader.body import Part
from convert.reader.issue import ArticleView, IssueView, PageView, figures_of
from convert.reader.record import Record
from convert.reader.render import rendered
from convert.reader.shapes import rings_of
from convert.reader.site import Site

WIDTH = 350
"""Pixels of the page's picture, in which hotspots are counted."""
FORMAT = "founder"


@dataclass(frozen=True, slots=True)
class Form:
    """The addresses of one generation of such sites; every folder of a day is three deep."""

    months: str
    """Folder of a month's pages, as `strftime` writes it."""
    articles: str
    """The same of its articles."""
    node: str
    """File of a page, by its number."""
    suffix: str
    index: str
    """The page that leads to the newest issue."""

    def pages_of(self, day: str) -> PurePosixPath:
        """Return the folder of an issue's pages."""
        return PurePosixPath(f"{date.fromisoformat(day):{self.months}/%d}")

    def articles_of(self, day: str) -> PurePosixPath:
        """Return the folder of an issue's articles."""
        return PurePosixPath(f"{date.fromisoformat(day):{self.articles}/%d}")


STATIC = Form("html/%Y-%m", "html/%Y-%m", "node_{}.htm", ".htm", "paperindex.htm")
LAYOUT = Form("layout/%Y%m", "content/%Y%m", "node_{:02}.html", ".html", "layout/index.html")
FORMS = (STATIC, LAYOUT)


def folders_of(day: str) -> tuple[PurePosixPath, ...]:
    """Return the folders that are an issue's own, relative to the archive."""
    return tuple(
        dict.fromkeys(f for form in FORMS for f in (form.pages_of(day), form.articles_of(day)))
    )


def written_in(out: Path, day: str) -> bool:
    """Whether the issue of a day is there in these forms."""
    return (out / STATIC.pages_of(day)).is_dir()


def number_of(day: str, id_: str) -> str:
    """Return the number of an article: date, page and place (`p01-a03`)."""
    page, _, article = id_.partition("-a")
    return f"{day.replace('-', '')}{int(page[1:]):03}{int(article):03}"


def write_founder(issue: IssueView, site: Site) -> Iterator[Artifact]:
    """Yield the files of an issue, relative to the archive."""
    for form in FORMS:
        yield from _write(issue, site, form)


def _write(issue: IssueView, site: Site, form: Form) -> Iterator[Artifact]:
    pages, articles = form.pages_of(issue.date), form.articles_of(issue.date)
    for number, page in enumerate(issue.pages, 1):
        facts = _common(issue, site, form) | {"page": page, "number": number}
        yield Artifact(
            pages / form.node.format(number),
            rendered("founder-node.html", **facts, areas=list(_areas(page)), width=WIDTH),
        )
        for article in page.articles:
            yield Artifact(
                articles / f"content_{number_of(issue.date, article.id)}{form.suffix}",
                rendered("founder-content.html", **facts, **_article(article, issue)),
            )
    first = rendered("founder-index.html", target=form.node.format(1), site=site)
    yield Artifact(pages / "index.html", first)
    there = {article.id for page in issue.pages for article in page.articles}
    for gone in issue.record.gone:
        if gone.id in there:
            continue
        yield Artifact(
            articles / f"content_{number_of(issue.date, gone.id)}{form.suffix}",
            rendered("founder-gone.html", **_common(issue, site, form), gone=gone),
        )


def _common(issue: IssueView, site: Site, form: Form) -> dict[str, Any]:
    pages, articles = form.pages_of(issue.date), form.articles_of(issue.date)
    apart = pages != articles
    to_articles = f"../../../{articles}/" if apart else ""
    to_pages = f"../../../{pages}/" if apart else ""
    return {
        "issue": issue,
        "site": site,
        "words": site.words,
        "assets": asset_folder(),
        "base": f"../../../{issue.date}/",
        "number_of": lambda article: number_of(issue.date, article.id),
        "content": lambda article: (
            f"{to_articles}content_{number_of(issue.date, article.id)}{form.suffix}"
        ),
        "beside": lambda article: f"content_{number_of(issue.date, article.id)}{form.suffix}",
        "node": form.node.format,
        "up": lambda number: f"{to_pages}{form.node.format(number)}",
    }


def _article(article: ArticleView, issue: IssueView) -> dict[str, Any]:
    jump = article.article.jump
    return {
        "article": article,
        "paragraphs": [_plain(part) for part in article.parts],
        "figures": [f for f in figures_of(article.article, issue) if f.figure.image],
        "come_from": issue.article(jump.source),
        "goes_on": issue.article(jump.to),
    }


def _plain(part: Part) -> str:
    return part.text or "\n".join(" ".join(row) for row in (part.head, *part.rows) if row)


def _areas(page: PageView) -> Iterator[tuple[ArticleView, str]]:
    """Yield each ring as whole pixels, x and y in turn."""
    height = round(WIDTH * page.height / 1000)
    for article in page.articles:
        for ring in rings_of(article.article, page.page):
            yield article, ",".join(f"{round(x * WIDTH)},{round(y * height)}" for x, y in ring)


def write_founder_month(month: str, days: Iterable[str]) -> Iterator[Artifact]:
    """Yield the lists of the days of a month that have issues, for calendars."""
    listed = sorted(days)
    for form in FORMS:
        data = rendered("founder-period.xml", days=listed, front=form.node.format(1))
        yield Artifact(form.pages_of(f"{month}-01").parent / "period.xml", data)


def write_founder_front(newest: Record, site: Site, folder: Path) -> Iterator[Artifact]:
    """Yield what leads to the newest issue, whose pictures are in `folder`."""
    for form in FORMS:
        place = PurePosixPath(form.index)
        up = "../" * (len(place.parts) - 1)
        target = f"{up}{form.pages_of(newest.date)}/{form.node.format(1)}"
        yield Artifact(place, rendered("founder-index.html", target=target, site=site))
    picture = newest.pages[0].picture if newest.pages else None
    if picture and picture.type == "image/jpeg":
        yield Artifact(PurePosixPath("layout/index.jpg"), (folder / picture.path).read_bytes())


def write_founder_papers(record: Record, site: Site) -> Iterator[Artifact]:
    """Yield the list of an issue's pages, as XML and as a script that hands it over."""
    day = date.fromisoformat(record.date)
    nodes = [
        (page, f"{LAYOUT.pages_of(record.date)}/{LAYOUT.node.format(number)}")
        for number, page in enumerate(record.pages, 1)
    ]
    papers = rendered("founder-papers.xml", site=site, day=f"{day:%Y/%m/%d}", nodes=nodes)
    yield Artifact(PurePosixPath(f"papersInfo/{day:%Y%m%d}.xml"), papers)
    said = f"paperinfo({json.dumps(papers.decode())});\n".encode()
    yield Artifact(PurePosixPath(f"papersInfo/{day:%Y%m%d}.js"), said)
