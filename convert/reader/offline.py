"""Reading without a network: the service worker, and what of an issue it keeps."""

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import PurePosixPath

from convert.artifact import Artifact
from convert.reader.assets import asset_folder, assets
from convert.reader.issue import IssueView

LIST = "offline.json"
"""What of an issue is kept, in its folder."""


def service_worker() -> Artifact:
    """Return the service worker of the archive; it knows the files that all pages need."""
    names = [f"{asset_folder()}/{name}" for name, _ in assets()]
    return Artifact(PurePosixPath("sw.js"), _script().replace("[]", json.dumps(names), 1).encode())


@cache
def _script() -> str:
    return (files(__package__) / "worker" / "sw.js").read_text(encoding="utf-8")


def kept(issue: IssueView) -> Artifact:
    """Return the list of what is kept of an issue once it has been opened."""
    return Artifact(PurePosixPath(LIST), (json.dumps(list(_paths(issue))) + "\n").encode())


def _paths(issue: IssueView) -> Iterator[str]:
    yield "index.html"
    for page in issue.pages:
        yield f"{page.slug}/index.html"
        yield from (article.record.path for article in page.articles)
        images = {page.thumbnail, page.picture.shown if page.picture else None}
        yield from sorted(image.path for image in images if image)
    for article in issue.edition.articles:
        yield from (figure.image for figure in article.figures if figure.image)
