"""What a page prints about itself: date, page number and name, paper, registry codes.

Read from the furniture and from the lines at the page's edges, for papers without a
profile. Where two readings contradict each other the answer is empty: a missing
date is filled in by hand, a wrong one is published.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from convert.edition.dates import read_dates
from convert.letters import is_spaceless, letters
from convert.model import (
    Block,
    IssueInfo,
    Line,
    PageArticles,
    Publication,
    Role,
)

EDGES = (0.07, 0.96)
"""Lines above and below these shares of the page height may be page furniture."""

SHORT = 60
"""Longest line, in characters, that is read as furniture at the page's edge."""

_CN = re.compile(r"\bCN ?(\d{2}) ?[-‐-―] ?(\d{4})")
_ISSN = re.compile(r"\bISSN:? ?(\d{4}) ?[-‐-―] ?(\d{3}[\dX])")
_NUMBERS = (
    re.compile(r"总第? ?(\d{1,6}) ?[期号]"),
    re.compile(r"第 ?(\d{1,6}) ?[期号]"),
    re.compile(r"(?:\b(?:No|Nr|Nº|N°)\.?|№|№) ?(\d[\d,.]*\d|\d)(?![\d-])"),
)
_PAPER = re.compile(
    r"[\u4e00-\u9fff]{2,8}(?:日报|晚报|晨报|早报|时报|周报|商报|都市报|新闻|新報|日報|[\u4e00-\u9fff]报)"
)
_LABEL = r"([A-Z]{0,2}\d{1,3}|[A-Z])"
_LABELS = (
    re.compile(rf"第? ?{_LABEL} ?版"),
    re.compile(r"第 ?([一二三四五六七八九十]{1,3}) ?版"),
    re.compile(rf"(?:PAGE|SEITE|P[AÁ]GINA|СТР\.?) {_LABEL}", re.IGNORECASE),
    re.compile(r"([A-Z]{0,2}\d{1,2})"),
)
_LABEL_AND_NAME = re.compile(r"(\d{1,2})[ ·|]+([^\W\d_][\w +&-]{1,24})")
_NAME_AND_LABEL = re.compile(r"([^\W\d_][\w +&-]{1,24})[ ·|]+(\d{1,2})")
_NO_NAME = re.compile(r"编|校|版|报|星期|日|月|版式|记者|[\d:：@.]")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """What one page prints about itself; whatever is unknown is empty."""

    date: str = ""
    label: str = ""
    """A03, 3 or 三: as printed."""
    name: str = ""
    paper: str = ""
    number: str = ""
    """Of the issue."""
    cn: str = ""
    issn: str = ""


def read_facts(found: PageArticles) -> PageFacts:
    """Return what the page says of itself in its furniture and along its edges."""
    furniture = [plain for line in _furniture(found) if (plain := _plain(line.text))]
    edges = [*furniture, *map(_plain, _edge_texts(found))]
    everything = [*edges, *(_plain(line.text) for line in _lines(_blocks(found)))]
    label, name = _folio(edges)
    return PageFacts(
        date=_agreed(date for text in edges for date in read_dates(text)),
        label=label,
        name=name,
        paper=_masthead(found) or _agreed(_matches(_PAPER, edges)),
        number=_first_agreed(_NUMBERS, edges),
        cn=_agreed(f"CN{a}-{b}" for a, b in _groups(_CN, everything)),
        issn=_agreed(f"{a}-{b}" for a, b in _groups(_ISSN, everything)),
    )


def issue_info(facts: Sequence[PageFacts]) -> IssueInfo:
    """Return the date and number that most pages print."""
    return IssueInfo(
        date=_most(page.date for page in facts),
        number=_most(page.number for page in facts),
    )


def publication(facts: Sequence[PageFacts]) -> Publication:
    """Return the name and the codes that most pages print."""
    codes = {
        "cn": _most(page.cn for page in facts),
        "issn": _most(page.issn for page in facts),
    }
    return Publication(
        name=_most(page.paper for page in facts),
        codes=tuple((kind, code) for kind, code in codes.items() if code),
    )


def _folio(texts: Sequence[str]) -> tuple[str, str]:
    """Return label and name of the page, from lines that hold nothing else."""
    for pattern, label, name in ((_LABEL_AND_NAME, 1, 2), (_NAME_AND_LABEL, 2, 1)):
        both = {(m[label], m[name].strip()) for t in texts if (m := pattern.fullmatch(t))}
        if len(both) == 1:
            return both.pop()
    for pattern in _LABELS:
        labels = {m[1] for text in texts if (m := pattern.fullmatch(text))}
        if labels:
            return (labels.pop() if len(labels) == 1 else ""), _page_name(texts)
    return "", _page_name(texts)


def _page_name(texts: Iterable[str]) -> str:
    """Return the only two to six Han characters that stand alone, such as 要闻."""
    return _agreed(
        text
        for text in texts
        if 2 <= len(text) <= 6
        and all(map(is_spaceless, text))
        and letters(text) == text
        and not _NO_NAME.search(text)
    )


def _masthead(found: PageArticles) -> str:
    """Return the largest line of the masthead, if it can be the name of a paper."""
    blocks = [block for block in found.furniture if block.role is Role.MASTHEAD]
    largest = max(_lines(blocks), key=lambda line: line.size, default=None)
    text = _plain(largest.text) if largest else ""
    plain = letters(text)
    named = 2 <= len(plain) <= 40 and not any(map(str.isdecimal, plain))
    return text if named else ""


def _blocks(found: PageArticles) -> Iterator[Block]:
    yield from found.furniture
    for article in found.articles:
        yield from article.blocks


def _lines(blocks: Iterable[Block]) -> Iterator[Line]:
    for block in blocks:
        yield from block.lines


def _furniture(found: PageArticles) -> Iterator[Line]:
    return _lines(found.furniture)


def _edge_texts(found: PageArticles) -> Iterator[str]:
    top, bottom = (share * found.page.height for share in EDGES)
    for article in found.articles:
        for line in _lines(article.blocks):
            outside = line.rect.bottom < top or line.rect.top > bottom
            if outside and len(line.text) <= SHORT:
                yield line.text


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split())


def _matches(pattern: re.Pattern[str], texts: Iterable[str]) -> Iterator[str]:
    return (m[0] for text in texts if (m := pattern.fullmatch(text)))


def _groups(pattern: re.Pattern[str], texts: Iterable[str]) -> Iterator[tuple[str, ...]]:
    return (match.groups() for text in texts for match in pattern.finditer(text))


def _first_agreed(patterns: Iterable[re.Pattern[str]], texts: Sequence[str]) -> str:
    for pattern in patterns:
        if values := [value for (value,) in _groups(pattern, texts)]:
            return _agreed(values)
    return ""


def _agreed(values: Iterable[str]) -> str:
    """Return the one value there is, or nothing when there are none or several."""
    different = set(values)
    return different.pop() if len(different) == 1 else ""


def _most(values: Iterable[str]) -> str:
    """Return the value that more than half of those who have one agree on."""
    counts = Counter(filter(None, values))
    best, number = max(counts.items(), key=lambda item: item[1], default=("", 0))
    return best if 2 * number > counts.total() else ""
