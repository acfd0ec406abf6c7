"""What a page, its pictures and its figures depend on; what is known of them already."""

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, replace
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from convert.cache import Cache
from convert.errors import UsageError
from convert.pipeline.pages import Job, PageResult
from convert.settings import InkSettings
from convert.source.digest import digest

PACKAGE = Path(__file__).parent.parent
DRAWING = ("imaging", "icc.py", "inks.py", "overprint.py", "pdf.py", "presswork.py", "sheet.py")
"""The parts of the program that pictures depend on."""
LIBRARIES = ("pymupdf", "pillow", "pikepdf")
PASSING = frozenset({"page-not-drawn", "picture-not-cut", "ocr-missing"})
"""Issues of a machine rather than of a page: too little memory, a program not installed."""

T = TypeVar("T")


def recall_pages(jobs: Sequence[Job]) -> dict[int, PageResult]:
    """Return what is known of `jobs` by their places, with the pictures put into their folders.

    Raises:
        OSError: a picture cannot be written.
    """
    found = ((number, _recall_page(job)) for number, job in enumerate(jobs))
    return {number: result for number, result in found if result is not None}


def _recall_page(job: Job) -> PageResult | None:
    if job.cache is None or job.folder is None:
        return None
    entry = Cache(job.cache).recall(_page_name(job), job.folder)
    return None if entry is None else _read(PageResult, entry.value)


def keep_page(job: Job, result: PageResult) -> None:
    """Keep the result of a page, unless something failed that may go well another time."""
    passing = result.failed or PASSING & {issue.code for issue in result.part.issues}
    if job.cache is not None and job.folder is not None and not passing:
        value = _adapter(PageResult).dump_python(result, mode="json")
        Cache(job.cache).keep(_page_name(job), value, result.files, job.folder)


def recall_page_count(path: Path, folder: Path) -> int | None:
    """Return how many pages a PDF has, without opening it; None: that is not known.

    `folder` is that of the cache.
    """
    if not path.is_file() or not path.stat().st_size:
        return None
    entry = Cache(folder).recall(_count_name(path), folder)
    return entry.value if entry is not None and isinstance(entry.value, int) else None


def keep_page_count(path: Path, folder: Path, pages: int) -> None:
    """Keep how many pages a PDF has."""
    Cache(folder).keep(_count_name(path), pages, (), folder)


@lru_cache
def _installed(library: str) -> str:
    """The version of a library, which is looked up on the disk."""
    return version(library)


def _count_name(path: Path) -> str:
    return _name("pages", digest(path), _installed("pymupdf"))


class Drawings:
    """The pictures of one page that are known, whatever its text was thought to be."""

    def __init__(self, job: Job, folder: Path) -> None:
        """Take the page, and where its pictures go."""
        self._job = job
        self._folder = folder
        self.files: list[str] = []
        """Names of all files that are in place, relative to the edition."""

    def once(self, kind: type[T], about: Any, make: Callable[[], T]) -> T:
        """Return what `make` gives, without calling it if it is known.

        `make` writes files and adds their names to `self.files`.

        Args:
            kind: type of the value.
            about: what it depends on, beside the page and how inks are shown.
            make: makes it.
        """
        if self._job.cache is None:
            return make()
        cache, name = Cache(self._job.cache), self._name(kind, about)
        entry = cache.recall(name, self._folder)
        known = None if entry is None else _read(kind, entry.value)
        if entry is not None and known is not None:
            self.files += entry.files
            return known
        before = len(self.files)
        value = make()
        written = self.files[before:]
        cache.keep(
            name, _adapter(cast(Any, kind)).dump_python(value, mode="json"), written, self._folder
        )
        return value

    def _name(self, kind: type[T], about: Any) -> str:
        job = self._job
        inks = _inks(job.settings.source.inks)
        page = (digest(job.path), job.index, job.number, asdict(job.settings.images))
        return _name(kind.__name__, page, inks, about, _program(DRAWING), _libraries())


def _page_name(job: Job) -> str:
    about = asdict(replace(job, path=Path(job.path.name), folder=None, cache=None))
    inks = _inks(job.settings.source.inks)
    return _name("page", digest(job.path), about, inks, _program((".",)), _libraries())


def _name(*parts: Any) -> str:
    text = json.dumps(parts, sort_keys=True, default=str)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _inks(inks: InkSettings) -> tuple[str, str]:
    """How inks are shown; a profile counts by its content."""
    if not inks.cmyk_profile:
        return inks.black, ""
    try:
        return inks.black, digest(Path(inks.cmyk_profile))
    except OSError as error:
        raise UsageError(f"{inks.cmyk_profile}: {error.strerror}") from error


@lru_cache(maxsize=1)
def _libraries() -> list[str]:
    return [f"{name} {_installed(name)}" for name in LIBRARIES]


@lru_cache(maxsize=2)
def _program(parts: tuple[str, ...]) -> str:
    """These parts of the program, by the content of their modules."""
    text = hashlib.sha256()
    for part in parts:
        for module in _modules(PACKAGE / part):
            text.update(module.read_bytes())
    return text.hexdigest()


def _modules(path: Path) -> Iterator[Path]:
    yield from [path] if path.is_file() else sorted(path.rglob("*.py"))


def _read(kind: type[T], value: Any) -> T | None:
    try:
        read: T = _adapter(cast(Any, kind)).validate_python(value, strict=False)
    except ValidationError:
        return None
    return read


@lru_cache(maxsize=8)
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
