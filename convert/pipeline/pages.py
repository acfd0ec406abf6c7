"""The pages of an issue, one after the other or spread over processes."""

import sys
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import forkserver, get_all_start_methods, get_context
from multiprocessing.context import ForkServerContext, SpawnContext
from pathlib import Path

from convert.edition.metadata import PageFacts
from convert.model import Edition
from convert.settings import Settings

WORK = "convert.pipeline.work"
"""Loads everything that pages need, which takes longer than a page does."""
LOADED = ("__main__", WORK, "convert.source.mupdf", "PIL.JpegImagePlugin")
"""What every process has from the start; `__main__` because each would load it again."""
CPU_SECONDS = 60
"""Of the processor, that a page may take; programs that it starts have as much again."""
PARENT = "forkserver"
"""Processes are copies of one that has loaded all that and runs no threads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One page of one file."""

    path: Path
    index: int
    """0-based page of the file."""
    settings: Settings
    number: int = 1
    """1-based position in the issue, which gives the id."""
    labels: tuple[str, ...] = ()
    """Of the pages that it shows, as its file is named: two on a spread."""
    raw: bool = False
    """Whether blocks also carry their text as printed."""
    folder: Path | None = None
    """Where the pictures go; None: none are made."""
    cache: Path | None = None
    """Folder of what is known already; None: everything is made again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageResult:
    """What came of one page; its pictures are in the job's folder."""

    part: Edition
    """The page as an edition of its own: without label, name and jumps."""
    facts: PageFacts
    files: tuple[str, ...] = ()
    """Names of its pictures, relative to the job's folder."""
    failed: str = ""
    """Why it could not be converted; empty: it was."""


Tell = Callable[[Job], None]
Convert = Callable[[Sequence[Job], Mapping[int, PageResult], int, Tell], list[PageResult]]
"""Pages, results known, how many at a time, who hears of each: results in their order."""


def convert_page(job: Job) -> PageResult:
    """Take one page through all stages; a page that fails is kept as a picture.

    Raises:
        OSError: a picture cannot be written.
    """
    # Loaded late: with several processes only those need the stages.
    from convert.pipeline import work

    return work.convert_page(job)


def convert_in_time(job: Job) -> PageResult:
    """Convert a page in a process of its own kind, which ends if that takes too long.

    MuPDF can run for hours on a page of two kilobytes, and no exception reaches it there:
    only the kernel stops it, by its count of the processor's time.

    Raises:
        OSError: a picture cannot be written.
    """
    if sys.platform != "win32":
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        limit = int(used.ru_utime + used.ru_stime) + CPU_SECONDS
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        if most == resource.RLIM_INFINITY or limit < most:
            resource.setrlimit(resource.RLIMIT_CPU, (limit, most))
    return convert_page(job)


def convert_pages(
    jobs: Sequence[Job], known: Mapping[int, PageResult], workers: int, tell: Tell
) -> list[PageResult]:
    """Return the results in the order of `jobs`; `tell` hears of each finished page.

    Args:
        jobs: all pages.
        known: results that are there already, by their place in `jobs`.
        workers: processes.
        tell: hears of each page that is converted.

    Raises:
        OSError: a picture cannot be written.
    """
    results = dict(known)
    todo = deque((number, job) for number, job in enumerate(jobs) if number not in known)
    if workers <= 1 or len(todo) <= 1:
        results |= {number: _and_tell(convert_page(job), job, tell) for number, job in todo}
        todo.clear()
    while todo:
        for number, job in _spread(todo, min(workers, len(todo)), results, tell):
            results[number] = _and_tell(_alone(job), job, tell)
    return [results[number] for number in range(len(jobs))]


def warm_up(*more: str) -> None:
    """Begin to load what pages need, in the process that the others will be copies of."""
    process_context(*more)
    if PARENT in get_all_start_methods():
        forkserver.ensure_running()


def _and_tell(result: PageResult, job: Job, tell: Tell) -> PageResult:
    tell(job)
    return result


def _spread(
    todo: deque[tuple[int, Job]],
    workers: int,
    results: dict[int, PageResult],
    tell: Tell,
) -> list[tuple[int, Job]]:
    """Convert pages until none is left or a process dies; return those in work then.

    MuPDF holds the interpreter's lock, so pages spread over processes. A page more than
    there are processes is handed out, so that none waits and memory has a bound.
    """
    running: dict[Future[PageResult], tuple[int, Job]] = {}
    with _pool(workers) as pool:
        while todo or running:
            try:
                while todo and len(running) <= workers:
                    future = pool.submit(convert_in_time, todo[0][1])
                    running[future] = todo.popleft()
                done, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in done:
                    number, job = running[future]
                    results[number] = _and_tell(future.result(), job, tell)
                    del running[future]
            except BrokenProcessPool:
                break
    return list(running.values())


def _alone(job: Job) -> PageResult:
    """A page whose process died gets one more, of its own."""
    try:
        with _pool(1) as pool:
            return pool.submit(convert_in_time, job).result()
    except BrokenProcessPool:
        from convert.pipeline import work

        return work.without_picture(job, "its process died twice")


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=process_context())


def process_context(*more: str) -> ForkServerContext | SpawnContext:
    """Return how processes that convert pages are made: copies of one that is warm.

    `more` are modules that it has loaded, too, if it has not yet begun.
    """
    if PARENT not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload([*LOADED, *more])
    return context
