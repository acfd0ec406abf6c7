"""What machines read in a page: JSON-LD and Open Graph."""

from typing import Any

from markupsafe import Markup

from convert.model import Kind, PageImage
from convert.reader.issue import ArticleView, IssueView, PageView
from convert.reader.site import Site
from convert.reader.text import one_line

HEADLINE = 110
"""Characters of a headline in JSON-LD, at most."""

Data = dict[str, Any]


def article_data(article: ArticleView, page: PageView, issue: IssueView, site: Site) -> Data:
    """Return a NewsArticle."""
    return _kept(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle" if article.article.kind is not Kind.AD else "CreativeWork",
            "headline": article.title[:HEADLINE],
            "alternativeHeadline": one_line(article.article.deck),
            "description": article.record.summary,
            "inLanguage": article.article.language,
            "datePublished": site.published(issue.date),
            "articleSection": page.name,
            "pageStart": page.label,
            "author": _author(article.article.byline),
            "publisher": {"@type": "Organization", "name": site.name},
            "image": _address(site, issue, page.picture.shown) if page.picture else "",
            "mainEntityOfPage": site.url and f"{site.url}{issue.date}/{article.record.path}",
            "version": article.record.revision if article.record.corrected else "",
            "isPartOf": _issue(issue, site),
        }
    )


def issue_data(issue: IssueView, site: Site) -> Data:
    """Return a PublicationIssue."""
    return {"@context": "https://schema.org", **_issue(issue, site)}


def _issue(issue: IssueView, site: Site) -> Data:
    return _kept(
        {
            "@type": "PublicationIssue",
            "datePublished": site.published(issue.date),
            "issueNumber": issue.record.number,
            "url": site.url and f"{site.url}{issue.date}/",
            "isPartOf": _kept({"@type": "Newspaper", "name": site.name, "issn": site.issn}),
        }
    )


def _author(byline: str) -> Data | str:
    name = one_line(byline).lstrip("□■◎●○ ").removeprefix("By ")
    return {"@type": "Person", "name": name} if name else ""


def _address(site: Site, issue: IssueView, image: PageImage) -> str:
    return site.url and f"{site.url}{issue.date}/{image.path}"


def _kept(data: Data) -> Data:
    return {key: value for key, value in data.items() if value not in ("", None)}


def social(
    site: Site, title: str, *, path: str, summary: str = "", image: str = "", published: str = ""
) -> Markup:
    """Return the Open Graph tags of a page; paths are relative to the site."""
    facts = {
        "og:type": "article" if published else "website",
        "og:site_name": site.name,
        "og:title": title,
        "og:description": summary,
        "og:locale": site.words.language.replace("-", "_"),
        "og:url": site.url and f"{site.url}{path}",
        "og:image": site.url and image and f"{site.url}{image}",
        "article:published_time": published,
    }
    tag = Markup('<meta property="{}" content="{}">')
    return Markup("\n").join(tag.format(name, value) for name, value in facts.items() if value)
