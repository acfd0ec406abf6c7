"""Propose a profile from pages of past issues, and say what a profile reads in names."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from convert.edition.metadata import PageFacts
from convert.errors import SourceError
from convert.geometry import Rect
from convert.model import Edition, Role
from convert.naming import NameFacts, read_name
from convert.pipeline.pages import Job, convert_page
from convert.profile import Profile
from convert.profile.conventions import CONVENTIONS
from convert.profile.files import FileNames
from convert.profile.plan import WEEKDAYS
from convert.reader import SITES
from convert.settings import ImageSettings, Settings
from convert.writers import WRITERS

READ = 24
"""Pages that are read for what they print of themselves; of more the names must do."""
EDGE = 0.2
"""Folios stand so near to an edge, as a share of the page's height."""
MM = 25.4 / 72
"""Millimetres of a point."""


@dataclass(frozen=True, slots=True)
class _Bands:
    """How far folios reach from an edge of a page, and where its articles begin, in mm."""

    folio: float
    """0: there is none."""
    clear: float


@dataclass(frozen=True, slots=True)
class _Sample:
    path: Path
    name: NameFacts
    facts: PageFacts | None
    size: tuple[float, float] | None
    """Width and height of the frame in points."""
    head: _Bands | None = None
    foot: _Bands | None = None


def propose_profile(files: Sequence[Path]) -> str:
    """Return a profile as TOML that fits these pages; what is unsure is a comment.

    Raises:
        SourceError: no page can be read.
    """
    convention = _convention(files)
    grammar = FileNames.model_validate({"convention": convention}) if convention else None
    samples = [*_samples(files, grammar)]
    if not any(sample.facts for sample in samples):
        raise SourceError(files[0], "and the others cannot be read; name pages of past issues")
    lines = [
        *_publication(samples),
        *_file_names(convention, samples),
        *_plan(samples),
        *_page_names(samples),
        *_layout(samples),
    ]
    return "\n".join(lines) + "\n"


def check_profile(profile: Profile, names: Iterable[str]) -> Iterator[str]:
    """Yield what is odd about a profile, and what it reads in each name."""
    yield from _oddities(profile)
    files = profile.files if profile.files.grammar[0] else None
    for name in names:
        facts = read_name(Path(name), files)
        if facts is None:
            yield f"{name}: not known"
        else:
            said = ((key, getattr(facts, key)) for key in ("date", "edition", "label", "version"))
            yield f"{name}: " + ", ".join(f"{key} {value}" for key, value in said if value)


def _oddities(profile: Profile) -> Iterator[str]:
    for name in profile.outputs.formats:
        if name not in {*WRITERS, *SITES}:
            known = ", ".join(sorted({*WRITERS, *SITES}))
            yield f"outputs.formats: {name!r} is unknown; choose {known}"
    if not profile.plan.sections:
        yield "no [[plan.sections]]; `banmian watch` needs them"
    if not profile.files.grammar[0]:
        yield "no [files] pattern or convention; common names are tried"
    planned = {
        f"{section.label}{number:02}"
        for section in profile.plan.sections
        for number in range(section.first, section.first + section.pages)
    }
    for label in sorted(set(profile.pages) - planned if planned else ()):
        yield f"pages.{label}: is in no section of the plan"


def _convention(files: Sequence[Path]) -> str:
    """Return the convention that reads most names; the more telling of equals."""

    def telling(name: str) -> tuple[int, int]:
        grammar = FileNames.model_validate({"convention": name})
        facts = [f for path in files if (f := read_name(path, grammar))]
        said = sum(bool(f.date) + (f.page is not None) + bool(f.title) for f in facts)
        return len(facts), said

    best = max(CONVENTIONS, key=telling)
    return best if telling(best)[0] > len(files) / 2 else ""


def _samples(files: Sequence[Path], grammar: FileNames | None) -> Iterator[_Sample]:
    plain = Settings(images=ImageSettings(sizes={}))
    for number, path in enumerate(files):
        name = read_name(path, grammar) or NameFacts()
        if number >= READ:
            yield _Sample(path, name, None, None)
            continue
        result = convert_page(Job(path=path, index=0, settings=plain))
        if result.failed:
            yield _Sample(path, name, None, None)
            continue
        frame = result.part.pages[0].frame
        head, foot = _bands(result.part, MM * frame.height)
        yield _Sample(path, name, result.facts, (frame.width, frame.height), head, foot)


def _bands(page: Edition, height: float) -> tuple[_Bands | None, _Bands]:
    """Return the bands at the head and the foot of a page; a first page has a head of its own."""
    folios = [block.box for block in page.furniture if block.role is Role.FOLIO]
    named = any(block.role is Role.MASTHEAD for block in page.furniture)
    blocks = [block.box for article in page.articles for block in article.blocks]
    stories = blocks + [figure.box for article in page.articles for figure in article.figures]

    def band(near: Iterable[Rect], far: Iterable[Rect]) -> _Bands:
        folio = max((rect.bottom for rect in near if rect.bottom < EDGE), default=0.0)
        return _Bands(height * folio, height * min((rect.top for rect in far), default=1.0))

    def flipped(rects: Iterable[Rect]) -> list[Rect]:
        return [Rect(r.left, 1 - r.bottom, r.right, 1 - r.top) for r in rects]

    head = None if named else band(folios, stories)
    return head, band(flipped(folios), flipped(stories))


def _publication(samples: Sequence[_Sample]) -> Iterator[str]:
    facts = [s.facts for s in samples if s.facts]
    yield "[publication]"
    yield f"name = {_text(_most(f.paper for f in facts))}"
    codes = {"cn": _most(f.cn for f in facts), "issn": _most(f.issn for f in facts)}
    told = ", ".join(f"{kind} = {_text(code)}" for kind, code in codes.items() if code)
    if told:
        yield f"codes = {{ {told} }}"


def _file_names(convention: str, samples: Sequence[_Sample]) -> Iterator[str]:
    yield ""
    yield "[files]"
    if not convention:
        yield f"# No convention knows names such as {samples[0].path.name}: write a pattern."
        return
    yield f"convention = {_text(convention)}"
    titles = sorted({s.name.title for s in samples if s.name.title})
    if titles:
        yield f"titles = [{', '.join(map(_text, titles))}]"


def _plan(samples: Sequence[_Sample]) -> Iterator[str]:
    yield ""
    yield "[plan]"
    yield '# time_zone = "Asia/Shanghai"'
    yield '# deadline = "05:00"'
    editions = sorted({s.name.edition for s in samples})
    if editions not in ([], [""]):
        yield f"editions = [{', '.join(map(_text, editions))}]"
    if size := _most_size(samples):
        yield f"page_size = [{size[0]}, {size[1]}] # mm"
    for section, days in sorted(_sections(samples).items()):
        first, last = min(map(min, days.values())), max(map(max, days.values()))
        yield ""
        yield "[[plan.sections]]"
        yield f"label = {_text(section)}"
        if first != 1:
            yield f"first = {first}"
        yield f"pages = {last - first + 1}"
        if weekdays := _only_on(days, samples):
            yield f"weekdays = [{', '.join(map(_text, weekdays))}]"


def _sections(samples: Sequence[_Sample]) -> dict[str, dict[str, set[int]]]:
    """Return the page numbers of each section, by date."""
    found: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for sample in samples:
        for number in (sample.name.page, sample.name.page2):
            if number is not None:
                found[sample.name.section][sample.name.date].add(number)
    return {section: dict(days) for section, days in found.items()}


def _only_on(days: dict[str, set[int]], samples: Sequence[_Sample]) -> list[str]:
    """Return the weekdays of a section that other issues have not."""
    everything = {s.name.date for s in samples if s.name.date}
    if set(days) >= everything:
        return []
    numbers = sorted({date.fromisoformat(day).weekday() for day in days if day})
    others = {date.fromisoformat(day).weekday() for day in everything - set(days)}
    return [] if others & set(numbers) else [WEEKDAYS[n] for n in numbers]


def _page_names(samples: Sequence[_Sample]) -> Iterator[str]:
    names: dict[str, list[str]] = defaultdict(list)
    for sample in samples:
        if sample.facts and sample.facts.name and sample.name.label:
            names[sample.name.label].append(sample.facts.name)
    told = {label: name for label, found in sorted(names.items()) if (name := _most(found))}
    if told:
        yield ""
        yield "[pages]"
        yield from (f"{_key(label)} = {_text(name)}" for label, name in told.items())


def _layout(samples: Sequence[_Sample]) -> Iterator[str]:
    """Propose the zones of folios that most pages have and no article reaches into."""
    bands = {
        "head": [s.head for s in samples if s.head],
        "foot": [s.foot for s in samples if s.foot],
    }
    zones = {name: zone for name, found in bands.items() if (zone := _zone(found))}
    if zones:
        yield ""
        yield "[settings.layout]"
        yield from (f"{name} = {zone} # mm: folios" for name, zone in zones.items())


def _zone(bands: Sequence[_Bands]) -> int:
    """Return how far folios reach from an edge in whole mm; 0 if that is not sure."""
    folios = [band.folio for band in bands if band.folio]
    if 2 * len(folios) <= len(bands):
        return 0
    zone = math.ceil(max(folios))
    return zone if zone < min(band.clear for band in bands) else 0


def _most(values: Iterable[str]) -> str:
    counts = Counter(filter(None, values))
    return counts.most_common(1)[0][0] if counts else ""


def _most_size(samples: Sequence[_Sample]) -> tuple[int, int] | None:
    sizes = Counter(
        (round(s.size[0] * MM), round(s.size[1] * MM))
        for s in samples
        if s.size and s.name.page2 is None
    )
    return sizes.most_common(1)[0][0] if sizes else None


def _text(value: str) -> str:
    """Return a TOML string; names of pages come from outside."""
    plain = "".join(c if c.isprintable() else " " for c in value)
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _key(label: str) -> str:
    return label if re.fullmatch(r"[A-Za-z0-9_-]+", label) else _text(label)
