"""What `build` and `validate` do between their options and the library."""

import json
import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

import typer

from convert.errors import BanmianError, OutputError, UsageError
from convert.model import Edition
from convert.pipeline.cluster import SCHEME, cluster
from convert.pipeline.issue import Order, build
from convert.pipeline.pages import Convert, Job
from convert.pipeline.stores import is_address, local_folder, local_pages
from convert.profile import Profile, load_profile
from convert.reader import SITES

Tell = Callable[[Job], None]
Plan = Callable[[Sequence[Job]], None]

_SIZE_NAME = re.compile("[a-z][a-z0-9-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What options change of a profile's settings."""

    sizes: tuple[str, ...] = ()
    pdf: bool = False
    cmyk_profile: Path | None = None
    ocr: Literal["auto", "off", "force"] | None = None


def run_build(
    pdfs: Sequence[str],
    out: str,
    *,
    profile: Path | None,
    date: str,
    formats: tuple[str, ...],
    workers: str,
    changes: Changes,
    cache: Path | None,
    strict: bool,
    raw: bool,
    json_log: bool,
) -> None:
    """Build an edition; print its files on stdout and its doubts on stderr."""
    with _errors_as_events(json_log), _progress(json_log) as (plan, tell):
        order = Order(
            profile=_profile(profile, changes),
            cache=cache,
            date=_iso_date(date),
            formats=formats,
            workers=_number(workers),
            convert=_converter(workers),
            strict=strict,
            raw=raw,
            tell=tell,
            plan=plan,
        )
        with local_pages(pdfs) as paths, local_folder(out) as folder:
            edition = build(paths, folder, order)
            made = folder if SITES.keys().isdisjoint(formats) else folder / edition.issue.date
            names = sorted(p.relative_to(folder) for p in made.rglob("*") if p.is_file())
    _tell_issues(edition, json_log)
    for name in names:
        typer.echo(f"{out}/{name}" if is_address(out) else Path(out) / name)


def _number(workers: str) -> int:
    """Return how many processes work at a time; of a cluster it is no matter."""
    if workers.startswith(SCHEME):
        return 1
    if not workers.isdecimal():
        raise UsageError(f"--workers {workers!r}: write a number, or dask://host:8786")
    return int(workers) or os.cpu_count() or 1


def _converter(workers: str) -> Convert | None:
    return cluster(workers) if workers.startswith(SCHEME) else None


def _profile(path: Path | None, changes: Changes) -> Profile:
    profile = load_profile(path) if path else Profile()
    images, source = profile.settings.images, profile.settings.source
    if changes.sizes:
        images = replace(images, sizes=dict(_sizes(changes.sizes)))
    if changes.pdf:
        images = replace(images, pdf=True)
    if changes.ocr is not None:
        source = replace(source, ocr=changes.ocr)
    if changes.cmyk_profile is not None:
        inks = replace(source.inks, cmyk_profile=str(changes.cmyk_profile))
        source = replace(source, inks=inks)
    settings = replace(profile.settings, images=images, source=source)
    return profile.model_copy(update={"settings": settings})


def _sizes(options: Sequence[str]) -> Iterator[tuple[str, int]]:
    for option in options:
        name, _, pixels = option.partition("=")
        if option == "none":
            continue
        if not (_SIZE_NAME.fullmatch(name) and pixels.isdecimal() and int(pixels)):
            raise UsageError(f"--size {option!r} is no size; write name=pixels, or none")
        yield name, int(pixels)


def _iso_date(text: str) -> str:
    if not text:
        return ""
    try:
        return datetime.strptime(text, "%Y-%m-%d").date().isoformat()  # noqa: DTZ007
    except ValueError:
        raise UsageError(f"--date {text!r} is no date; write YYYY-MM-DD") from None


@contextmanager
def _progress(json_log: bool) -> Iterator[tuple[Plan, Tell]]:
    """A bar on a terminal, events with --json-log, silence in a pipe."""
    if json_log:
        yield (
            lambda jobs: _log("start", pages=len(jobs)),
            lambda job: _log("page", file=job.path.name, page=job.index + 1),
        )
    elif sys.stderr.isatty():
        from rich.console import Console
        from rich.progress import Progress

        with Progress(console=Console(stderr=True)) as bar:
            task = bar.add_task("Converting", total=None)
            yield (
                lambda jobs: bar.update(task, total=len(jobs)),
                lambda _: bar.advance(task),
            )
    else:
        yield (lambda _: None, lambda _: None)


@contextmanager
def _errors_as_events(json_log: bool) -> Iterator[None]:
    """With --json-log an error is an event too, and nothing else is written."""
    try:
        yield
    except BanmianError as error:
        if not json_log:
            raise
        _log("error", code=error.exit_code, message=str(error))
        raise typer.Exit(error.exit_code) from error


def _log(event: str, **facts: Any) -> None:
    typer.echo(json.dumps({"event": event, **facts}, ensure_ascii=False), err=True)


def _tell_issues(edition: Edition, json_log: bool) -> None:
    if json_log:
        for issue in edition.issues:
            _log("issue", code=issue.code, page=issue.page, message=issue.message)
        _log("done", pages=len(edition.pages), articles=len(edition.articles))
        return
    kinds = Counter(issue.code for issue in edition.issues)
    first = {issue.code: issue for issue in reversed(edition.issues)}
    for code, number in sorted(kinds.items()):
        issue = first[code]
        where = f"{issue.page}: " if issue.page else ""
        more = f" (and {number - 1} more)" if number > 1 else ""
        typer.echo(f"{code}: {where}{issue.message}{more}", err=True)
    typer.echo(f"{len(edition.pages)} pages, {len(edition.articles)} articles", err=True)


def run_validate(paths: Sequence[Path], *, as_json: bool, junit: Path | None) -> bool:
    """Report all findings; return whether there are none."""
    # Loaded late: its schemas and geometry are for this command alone.
    from convert.validate import (
        edition_files,
        findings_to_json,
        findings_to_junit,
        findings_to_text,
        validate,
    )

    findings = validate(paths)
    if junit is not None:
        try:
            junit.write_bytes(findings_to_junit(findings, edition_files(paths)))
        except OSError as error:
            raise OutputError(f"{junit}: {error.strerror}") from error
    report = findings_to_json(findings) if as_json else findings_to_text(findings)
    typer.echo(report.rstrip("\n"))
    return not findings
