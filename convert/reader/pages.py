"""An issue as files: its index, its pages, its articles, its notices."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Any

from convert.artifact import Artifact
from convert.direction import runs_leftward
from convert.reader.assets import asset_folder
from convert.reader.body import dateline
from convert.reader.issue import (
    ArticleView,
    IssueView,
    PageView,
    figures_of,
    neighbours,
    search_texts,
)
from convert.reader.linked import article_data, issue_data, social
from convert.reader.offline import kept
from convert.reader.record import Gone, to_json
from convert.reader.render import rendered
from convert.reader.search.segment import issue_segment, to_bytes
from convert.reader.search.texts import searched, text_files
from convert.reader.sections import sections_of
from convert.reader.site import Site
from convert.reader.slugs import slug_of

RECORD = "issue.json"
"""What the archive remembers of an issue, in its folder."""
SEARCH = "search.bin"
"""The part of the search index that is this issue's."""


def write_issue(issue: IssueView, site: Site) -> Iterator[Artifact]:
    """Yield the files of an issue, relative to its folder."""
    yield Artifact(PurePosixPath("index.html"), _index(issue, site))
    for before, page, after in _threes(issue.pages):
        yield Artifact(
            PurePosixPath(page.slug, "index.html"), _page(issue, page, site, (before, after))
        )
        yield from text_files(issue.date, page.slug, search_texts(page))
    yield from _halves(issue, site)
    around = neighbours(a for page in issue.pages for a in page.articles)
    for page in issue.pages:
        for article in page.articles:
            yield Artifact(
                PurePosixPath(article.record.path),
                _article(issue, page, article, site, around[article.id]),
            )
    for gone in issue.record.gone:
        yield Artifact(PurePosixPath(gone.path), _gone(issue, gone, site))
    yield kept(issue)
    yield Artifact(PurePosixPath(SEARCH), to_bytes(_segment(issue)))
    yield Artifact(PurePosixPath(RECORD), to_json(issue.record))


def _halves(issue: IssueView, site: Site) -> Iterator[Artifact]:
    """Lead from the addresses of a spread's two pages to the spread."""
    taken = {page.slug for page in issue.pages}
    for page in issue.pages:
        for half in page.page.halves:
            slug = slug_of(half.label)
            if slug and slug not in taken:
                taken.add(slug)
                moved = rendered(
                    "moved.html",
                    **common(site, "../../", f"{issue.date}/{page.slug}/", issue.date),
                    target=f"../{page.slug}/index.html",
                    title=site.name,
                    label=f"{page.label} {page.name}",
                )
                yield Artifact(PurePosixPath(slug, "index.html"), moved)


def _segment(issue: IssueView) -> Any:
    return issue_segment(
        issue.date,
        [(p.slug, [searched(*told) for _, *told in search_texts(p)]) for p in issue.pages],
    )


def _threes(
    pages: Sequence[PageView],
) -> Iterator[tuple[PageView | None, PageView, PageView | None]]:
    for (before, page), (_, after) in pairwise(pairwise((None, *pages, None))):
        if page is not None:
            yield before, page, after


def common(site: Site, root: str, here: str, date: str) -> dict[str, Any]:
    """Return what every template needs.

    Args:
        site: the paper.
        root: the way up to the archive, with a slash at its end.
        here: the page's address below the site.
        date: the day or the year that the page is of.
    """
    return {
        "site": site,
        "paper": site.name,
        "words": site.words,
        "root": root,
        "here": here,
        "assets": asset_folder(),
        "year": date[:4],
        "month_id": date[:7] if len(date) > 4 else "",
    }


def _index(issue: IssueView, site: Site) -> bytes:
    return rendered(
        "issue.html",
        **common(site, "../", f"{issue.date}/", issue.date),
        issue=issue,
        sections=sections_of(issue.pages, site.sections, site.words),
        social=social(
            site, site.words.date(issue.date), path=f"{issue.date}/", image=_cover(issue)
        ),
        linked=issue_data(issue, site),
    )


def _cover(issue: IssueView) -> str:
    picture = issue.pages[0].picture if issue.pages else None
    return f"{issue.date}/{picture.shown.path}" if picture else ""


def _page(
    issue: IssueView,
    page: PageView,
    site: Site,
    around: tuple[PageView | None, PageView | None],
) -> bytes:
    image = f"{issue.date}/{page.picture.shown.path}" if page.picture else ""
    path = f"{issue.date}/{page.slug}/"
    return rendered(
        "page.html",
        **common(site, "../../", path, issue.date),
        issue=issue,
        page=page,
        sections=sections_of(issue.pages, site.sections, site.words),
        number=issue.pages.index(page) + 1,
        previous=around[0],
        next=around[1],
        social=social(site, f"{page.label} {page.name}", path=path, image=image),
    )


def _article(
    issue: IssueView,
    page: PageView,
    article: ArticleView,
    site: Site,
    around: tuple[ArticleView | None, ArticleView | None],
) -> bytes:
    jump = article.article.jump
    path = f"{issue.date}/{article.record.path}"
    body = "".join(part.text for part in article.parts) or article.title
    return rendered(
        "article.html",
        **common(site, "../../", path, issue.date),
        issue=issue,
        page=page,
        article=article,
        figures=figures_of(article.article, issue),
        dateline=dateline(article.article),
        direction="rtl" if runs_leftward(body) else "ltr",
        previous=around[0],
        next=around[1],
        come_from=issue.article(jump.source),
        goes_on=issue.article(jump.to),
        up=lambda other: f"../{other.record.path}",
        label_of=lambda other: issue.page_of(other).label,
        linked=article_data(article, page, issue, site),
        social=social(
            site,
            article.title,
            path=path,
            summary=article.record.summary,
            image=f"{issue.date}/{page.picture.shown.path}" if page.picture else "",
            published=site.published(issue.date),
        ),
    )


def _gone(issue: IssueView, gone: Gone, site: Site) -> bytes:
    page = next((p for p in issue.pages if p.slug == gone.slug), None)
    return rendered(
        "gone.html",
        **common(site, "../../", f"{issue.date}/{gone.path}", issue.date),
        gone=gone,
        date=issue.date,
        label=page.label if page else "",
        back="index.html" if page else "../index.html",
    )
