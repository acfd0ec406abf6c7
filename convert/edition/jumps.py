"""Join the parts of a story that stand on different pages, both ways.

A part that says where it goes on and a part there that says where it comes from are
one story. Between several the shared key word decides, then the words of the
headlines, then the order on the page. One side may be silent if the words agree.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from convert.edition.jumplines import JumpLine, PageKey, page_key, read_jump_line
from convert.letters import is_spaceless, letters
from convert.model import (
    Edition,
    EditionArticle,
    EditionPage,
    Issue,
    Jump,
    Kind,
    Role,
)

SILENT_OVERLAP = 0.5
"""Share of headline words needed when only one of the two parts has a jump line."""

_NEVER = {Kind.REFER, Kind.AD}
_TITLES = {Role.KICKER, Role.HEADLINE, Role.DECK}


@dataclass(frozen=True, slots=True)
class _Part:
    """An article and what it says of its other parts, with pages resolved to ids."""

    article: EditionArticle
    to: JumpLine | None
    to_page: str | None
    source: JumpLine | None
    source_page: str | None


def join_jumps(edition: Edition) -> Edition:
    """Return `edition` with `jump` set on both parts; what stays open is an issue."""
    parts = [_part(article, edition.pages) for article in edition.articles]
    pairs = _choose(sorted(_candidates(parts)))
    onward = {parts[i].article.id: parts[j].article.id for i, j in pairs}
    back = {after: before for before, after in onward.items()}
    return replace(
        edition,
        articles=tuple(
            replace(a, jump=Jump(to=onward.get(a.id), source=back.get(a.id)))
            for a in edition.articles
        ),
        issues=(*edition.issues, *_open_ends(parts, onward, back)),
    )


def _part(article: EditionArticle, pages: Sequence[EditionPage]) -> _Part:
    lines = [] if article.kind in _NEVER else list(map(read_jump_line, article.blocks))
    to = next((line for line in lines if line and line.onward), None)
    source = next((line for line in lines if line and not line.onward), None)
    here = next((page for page in pages if page.id in article.pages), None)
    return _Part(
        article,
        to,
        _resolve(to, here, pages),
        source,
        _resolve(source, here, pages),
    )


def _resolve(
    line: JumpLine | None, here: EditionPage | None, pages: Sequence[EditionPage]
) -> str | None:
    """Return the id of the page meant: by label, in this section, by position."""
    if line is None:
        return None
    section = key.section if here and (key := page_key(here.label)) else ""
    wanted = (line.page, PageKey(line.page.section or section, line.page.number))
    for key in wanted:
        for page in pages:
            if key in map(page_key, page.label.split("-")):  # a spread has two
                return page.id
    for page in pages:
        if not line.page.section and page.number == line.page.number:
            return page.id
    return None


def _candidates(parts: Sequence[_Part]) -> Iterator[tuple[float, ...]]:
    """Yield (worse, worse, …, index before, index after), best first when sorted."""
    for i, before in enumerate(parts):
        for j, after in enumerate(parts):
            said = (before.to_page in after.article.pages) + (
                after.source_page in before.article.pages
            )
            if i == j or not said or _denied(before, after):
                continue
            slug, words = _same_slug(before, after), _overlap(before, after)
            if said == 2 or slug or words >= SILENT_OVERLAP:
                rank = abs(_rank(before) - _rank(after))
                yield -said, -slug, -words, rank, i, j


def _denied(before: _Part, after: _Part) -> bool:
    """Whether one of the two says that its other part is somewhere else."""
    return (before.to is not None and before.to_page not in after.article.pages) or (
        after.source is not None and after.source_page not in before.article.pages
    )


def _choose(candidates: Sequence[tuple[float, ...]]) -> list[tuple[int, int]]:
    befores: set[int] = set()
    afters: set[int] = set()
    pairs = []
    for *_, i, j in candidates:
        if i not in befores and j not in afters:
            befores.add(int(i))
            afters.add(int(j))
            pairs.append((int(i), int(j)))
    return pairs


def _rank(part: _Part) -> int:
    return int(part.article.id.rpartition("-a")[2])


def _same_slug(before: _Part, after: _Part) -> bool:
    """Whether the key word of one part is that of the other, or is in its titles."""
    slugs = [line.slug for line in (before.to, after.source) if line and line.slug]
    if len(slugs) == 2 and slugs[0] == slugs[1]:
        return True
    titles = _titles(before.article), _titles(after.article)
    return any(len(s) > 2 and all(s in letters(t) for t in titles) for s in slugs)


def _overlap(before: _Part, after: _Part) -> float:
    """Return the share of headline words in common, 0..1, of the shorter headline."""
    first, second = _words(_titles(before.article)), _words(_titles(after.article))
    return len(first & second) / max(1, min(len(first), len(second)))


def _titles(article: EditionArticle) -> str:
    return " ".join(block.text for block in article.blocks if block.role in _TITLES)


def _words(text: str) -> set[str]:
    words = set()
    for word in text.split():
        plain = letters(word)
        if any(map(is_spaceless, plain)):
            words |= {plain[i : i + 2] for i in range(len(plain) - 1)}
        elif len(plain) > 3:
            words.add(plain)
    return words


def _open_ends(
    parts: Sequence[_Part], onward: dict[str, str], back: dict[str, str]
) -> Iterator[Issue]:
    for part in parts:
        article = part.article
        if part.to and article.id not in onward:
            yield _open(article, "goes on", part.to, part.to_page)
        if part.source and article.id not in back:
            yield _open(article, "comes from", part.source, part.source_page)


def _open(article: EditionArticle, verb: str, line: JumpLine, page: str | None) -> Issue:
    label = f"{line.page.section}{line.page.number}"
    fault = "no matching part there" if page else "that page is not in this edition"
    return Issue(
        code="jump-open",
        message=f"{article.id} {verb} page {label}: {fault}",
        page=article.pages[0] if article.pages else None,
    )
