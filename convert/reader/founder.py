"""The issue once more at the addresses and with the marks that readers of Founder sites know.

    paperindex.htm → html/2026-11/23/node_1.htm → html/2026-11/23/content_2026112300103.htm

Partners and crawlers find pages by `pageLink`, hotspots in `PagePicMap`, articles in
`titleList`, text in `ozoom` and in the comment `enpproperty`, days in `period.xml`.
"""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any

from convert.artifact import Artifact
from convert.reader.assets import asset_folder
from convert.reader.body import Part
from convert.reader.issue import ArticleView, IssueView, PageView, figures_of
from convert.reader.render import rendered
from convert.reader.shapes import rings_of
from convert.reader.site import Site

WIDTH = 350
"""Pixels of the page's picture, in which hotspots are counted."""
FORMAT = "founder"


def folder_of(date: str) -> PurePosixPath:
    """Return the folder of an issue, relative to the archive."""
    return PurePosixPath("html", date[:7], date[8:])


def content_name(date: str, id_: str) -> str:
    """Return the file of an article: a number of date, page and place (`p01-a03`)."""
    page, _, article = id_.partition("-a")
    return f"content_{date.replace('-', '')}{int(page[1:]):03}{int(article):03}.htm"


def write_founder(issue: IssueView, site: Site) -> Iterator[Artifact]:
    """Yield the files of an issue, relative to its folder."""
    for number, page in enumerate(issue.pages, 1):
        facts = _common(issue, site) | {"page": page, "number": number}
        yield Artifact(
            PurePosixPath(f"node_{number}.htm"),
            rendered("founder-node.html", **facts, areas=list(_areas(page)), width=WIDTH),
        )
        for article in page.articles:
            yield Artifact(
                PurePosixPath(content_name(issue.date, article.id)),
                rendered("founder-content.html", **facts, **_article(article, issue)),
            )
    for gone in issue.record.gone:
        yield Artifact(
            PurePosixPath(content_name(issue.date, gone.id)),
            rendered("founder-gone.html", **_common(issue, site), gone=gone),
        )


def _common(issue: IssueView, site: Site) -> dict[str, Any]:
    return {
        "issue": issue,
        "site": site,
        "words": site.words,
        "assets": asset_folder(),
        "base": f"../../../{issue.date}/",
        "content": lambda article: content_name(issue.date, article.id),
    }


def _article(article: ArticleView, issue: IssueView) -> dict[str, Any]:
    return {
        "article": article,
        "paragraphs": [_plain(part) for part in article.parts],
        "figures": [f for f in figures_of(article.article, issue) if f.figure.image],
    }


def _plain(part: Part) -> str:
    return part.text or "\n".join(" ".join(row) for row in (part.head, *part.rows) if row)


def _areas(page: PageView) -> Iterator[tuple[ArticleView, str]]:
    """Yield each ring as whole pixels, x and y in turn."""
    height = round(WIDTH * page.height / 1000)
    for article in page.articles:
        for ring in rings_of(article.article, page.page):
            yield article, ",".join(f"{round(x * WIDTH)},{round(y * height)}" for x, y in ring)


def write_founder_month(month: str, days: Iterable[str]) -> Artifact:
    """Return the list of the days of a month that have issues, for calendars."""
    data = rendered("founder-period.xml", days=sorted(days))
    return Artifact(PurePosixPath("html", month, "period.xml"), data)


def write_founder_index(newest: str, site: Site) -> Artifact:
    """Return the page that leads to the newest issue."""
    target = f"{folder_of(newest)}/node_1.htm"
    return Artifact(
        PurePosixPath("paperindex.htm"), rendered("founder-index.html", target=target, site=site)
    )
