"""Pages spread over a Dask cluster, for back archives: `--workers dask://host:8786`.

A page travels with its bytes and comes back with its pictures, so the machines share
nothing. The scheduler remembers nothing when it ends; it need not, as a run that is begun
again gives the same bytes.
"""

import tempfile
import warnings
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from convert.errors import UsageError
from convert.pipeline.folder import write_file
from convert.pipeline.pages import Convert, Job, PageResult, Tell, convert_page

SCHEME = "dask://"
PATIENCE = 20
"""Seconds to wait for the scheduler."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """A page that has come back: its result and its files, by name."""

    result: PageResult
    files: tuple[tuple[str, bytes], ...]


def convert_parcel(data: bytes, job: Job) -> Parcel:
    """Convert a page whose file is `data`, on whichever machine this runs.

    Raises:
        OSError: the machine's disk refuses.
    """
    with tempfile.TemporaryDirectory(prefix="banmian-") as home:
        path = Path(home) / "in" / job.path.name
        write_file(path, data)
        folder = Path(home) / "out" if job.folder is not None else None
        result = convert_page(replace(job, path=path, folder=folder, cache=None))
        return Parcel(result, tuple(_files(folder)) if folder else ())


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def cluster(address: str) -> Convert:
    """Return what converts pages on the cluster at dask://host:port.

    Raises:
        UsageError: the package is missing (extra `cluster`).
    """
    try:
        import distributed  # noqa: F401
    except ImportError as error:
        raise UsageError(f"{address}: needs the package distributed (banmian[cluster])") from error

    def convert(
        jobs: Sequence[Job], known: Mapping[int, PageResult], tell: Tell
    ) -> list[PageResult]:
        todo = {number: job for number, job in enumerate(jobs) if number not in known}
        done = _convert(address.replace(SCHEME, "tcp://", 1), list(todo.values()), tell)
        results = {**known, **dict(zip(todo, done, strict=True))}
        return [results[number] for number in range(len(jobs))]

    return convert


def _convert(address: str, jobs: Sequence[Job], tell: Tell) -> list[PageResult]:
    from distributed import Client

    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UsageError(f"{address}: no Dask scheduler answers there: {error}") from error
    with client:
        return _spread(client, jobs, tell)


def _spread(client: Any, jobs: Sequence[Job], tell: Tell) -> list[PageResult]:
    """Convert all pages, a few more at a time than there are hands, so that memory has a bound."""
    from distributed import as_completed

    todo = deque(range(len(jobs)))
    running: dict[Any, int] = {}
    results: dict[int, PageResult] = {}
    ended = as_completed(loop=client.loop)
    while todo or running:
        while todo and len(running) < 2 * max(1, sum(client.nthreads().values())):
            number = todo.popleft()
            future = _submit(client, jobs[number])
            running[future] = number
            ended.add(future)
        future = next(ended)
        number = running.pop(future)
        results[number] = _unpack(future, jobs[number])
        tell(jobs[number])
    return [results[number] for number in range(len(jobs))]


def _submit(client: Any, job: Job) -> Any:
    # Bytes in the task itself outlive the worker that had them; Dask would rather not.
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Sending large graph")
        return client.submit(convert_parcel, job.path.read_bytes(), job, pure=False, retries=1)


def _unpack(future: Any, job: Job) -> PageResult:
    """Put the page's files where the job wants them; a page that kills workers is set aside."""
    from distributed.scheduler import KilledWorker

    try:
        parcel: Parcel = future.result()
    except KilledWorker:
        from convert.pipeline import work

        return work.without_picture(job, "its process died twice")
    for name, data in parcel.files:
        if job.folder is not None:
            write_file(job.folder / name, data)
    return parcel.result
