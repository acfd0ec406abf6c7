"""Checks of ids: each names one thing, and each that is used names something."""

from collections import Counter
from collections.abc import Iterator

from convert.validate.findings import Fault
from convert.validate.subject import Subject


def double_ids(subject: Subject) -> Iterator[Fault]:
    """Yield every id that names more than one thing."""
    for name, number in Counter(_ids(subject)).items():
        if number > 1:
            yield Fault(name, f"the id names {number} things")


def unknown_ids(subject: Subject) -> Iterator[Fault]:
    """Yield every reference to a page or article that the edition does not have."""
    known = {thing["id"] for thing in (*subject.pages, *subject.articles)}
    for where, name in _references(subject):
        if name not in known:
            yield Fault(where, f"refers to {name}, which is not in this edition")


def foreign_blocks(subject: Subject) -> Iterator[Fault]:
    """Yield every block or figure on a page that its article does not name."""
    for article in subject.articles:
        for part in (*article["blocks"], *article["figures"]):
            if part["page"] not in article["pages"]:
                message = f"stands on {part['page']}, its article does not"
                yield Fault(part["id"], message)


def double_page_numbers(subject: Subject) -> Iterator[Fault]:
    """Yield every page number that more than one page has."""
    numbers = Counter(page["number"] for page in subject.pages)
    for page in subject.pages:
        if numbers[page["number"]] > 1:
            yield Fault(page["id"], f"number {page['number']} is not its own")


def one_sided_jumps(subject: Subject) -> Iterator[Fault]:
    """Yield every jump that the other article does not know of."""
    jumps = {article["id"]: article.get("jump", {}) for article in subject.articles}
    for name, jump in jumps.items():
        for way, back in (("to", "from"), ("from", "to")):
            other = jump.get(way)
            if other == name:
                yield Fault(name, "jumps to itself")
            elif other in jumps and jumps[other].get(back) != name:
                yield Fault(name, f"has {other} as {way!r}, which has no such {back!r}")


def _ids(subject: Subject) -> Iterator[str]:
    yield from (page["id"] for page in subject.pages)
    yield from (block["id"] for block in subject.blocks())
    for article in subject.articles:
        yield article["id"]
        yield from (figure["id"] for figure in article["figures"])


def _references(subject: Subject) -> Iterator[tuple[str, str]]:
    for page in subject.pages:
        yield from ((page["id"], spot["article"]) for spot in page["hotspots"])
    for article in subject.articles:
        yield from ((article["id"], page) for page in article["pages"])
        yield from ((figure["id"], figure["page"]) for figure in article["figures"])
        yield from ((article["id"], other) for other in article.get("jump", {}).values())
    yield from ((block["id"], block["page"]) for block in subject.blocks())
    for number, issue in enumerate(subject.content["issues"]):
        if "page" in issue:
            yield f"/issues/{number}", issue["page"]
