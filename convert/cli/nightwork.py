"""What the commands of the night shift do between their options and the library."""

import json
import logging
import os
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import typer

from convert.errors import UsageError
from convert.nightly.ledger import Connection, open_ledger
from convert.nightly.office import Office, load_papers, state_of


def run_watch(
    inbox: Path,
    out: Path,
    state: Path | None,
    *,
    profiles: list[Path],
    workers: int,
    poll: float,
    once: bool,
) -> None:
    """Watch until SIGTERM or SIGINT."""
    from convert.nightly.hints import Hints
    from convert.nightly.shift import Shift, stop_on_signals

    office = Office(inbox, out, state_of(out, state))
    for folder in (office.out, office.state):
        if folder.resolve().is_relative_to(inbox.resolve()):
            raise UsageError(f"{folder}: lies in the inbox; name a folder outside of it")
    stop = threading.Event()
    stop_on_signals(stop)
    _log_events()
    papers = load_papers(profiles)
    shift = Shift(office, papers, workers or os.cpu_count() or 1, poll=poll, stop=stop)
    with Hints(inbox) as hints:
        shift.work(until=(lambda desk: desk.done) if once else (lambda _: False), hints=hints)


def _log_events() -> None:
    """Write events to stderr, each as one JSON object, and nothing of other libraries."""
    log = logging.getLogger("banmian")
    log.setLevel(logging.INFO)
    log.addHandler(logging.StreamHandler(sys.stderr))
    log.propagate = False


@contextmanager
def _ledger(out: Path, state: Path | None) -> Iterator[tuple[Connection, Office]]:
    folder = state_of(out, state)
    office = Office(Path(), out, folder)
    with closing(open_ledger(office.ledger, create=False)) as db:
        yield db, office


def _now() -> datetime:
    return datetime.now(UTC)


def show_status(out: Path, state: Path | None, *, as_json: bool) -> None:
    """Print the issues as a table, or the whole report as JSON."""
    from convert.nightly.report import report_json
    from convert.nightly.status import on_watch, report_of

    with _ledger(out, state) as (db, office):
        report = report_of(db, office, _now())
        watching = on_watch(office)
    if as_json:
        typer.echo(report_json(report).decode(), nl=False)
        return
    _table(
        ("issue", "deadline", "revision", "pages", "missing", "late", "articles"),
        [
            (
                issue.name,
                issue.deadline,
                str(issue.revision or "-"),
                f"{issue.there}/{issue.planned}",
                ", ".join(issue.missing) or "-",
                str(issue.late),
                str(issue.articles),
            )
            for issue in report.issues
        ],
    )
    errors = sum(event.level == "error" for event in report.incidents)
    who = "a watcher is at work" if watching else "NO watcher is at work"
    typer.echo(f"{who}; {errors} errors, {len(report.incidents) - errors} warnings", err=True)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    widths = [max(len(row[i]) for row in (head, *rows)) for i in range(len(head))]
    for row in (head, *rows):
        line = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        typer.echo(line.rstrip())


def show_report(out: Path, state: Path | None, *, as_json: bool) -> None:
    """Print the report of the night."""
    from convert.nightly.report import report_html, report_json
    from convert.nightly.status import report_of

    with _ledger(out, state) as (db, office):
        report = report_of(db, office, _now())
    typer.echo((report_json if as_json else report_html)(report).decode(), nl=False)


def show_history(page: str, out: Path, state: Path | None, *, as_json: bool) -> None:
    """Print what happened to a page."""
    from convert.nightly.status import history

    with _ledger(out, state) as (db, _):
        chapters = history(db, page)
    if as_json:
        typer.echo(json.dumps([asdict(c) for c in chapters], ensure_ascii=False, indent=1))
        return
    rows = [(c.at[:19], c.issue, c.page, c.event, c.file, c.message) for c in chapters]
    _table(("time", "issue", "page", "event", "file", "message"), rows)


def show_health(out: Path, state: Path | None, *, as_json: bool) -> bool:
    """Print how the watcher is; return whether it is well."""
    from convert.nightly.status import health

    with _ledger(out, state) as (db, office):
        found = health(db, office, _now())
    if as_json:
        typer.echo(json.dumps(found.told(), ensure_ascii=False))
    else:
        typer.echo("\n".join(found.troubles) or "all is well")
    return found.well


def do_publish(issue: str, out: Path, state: Path | None) -> None:
    """Command that an issue goes out."""
    from convert.nightly.status import command_publish

    with _ledger(out, state) as (db, office):
        command_publish(db, issue)
        _say_who(office)


def do_withdraw(issue: str, article: str, out: Path, state: Path | None) -> None:
    """Withdraw an article."""
    from convert.nightly.status import command_withdraw

    with _ledger(out, state) as (db, office):
        command_withdraw(db, issue, article, _now())
        _say_who(office)


def do_restore(issue: str, article: str, out: Path, state: Path | None) -> None:
    """Restore an article."""
    from convert.nightly.status import command_restore

    with _ledger(out, state) as (db, office):
        command_restore(db, issue, article, _now())
        _say_who(office)


def _say_who(office: Office) -> None:
    from convert.nightly.status import on_watch

    if on_watch(office):
        typer.echo("noted; the watcher publishes it now", err=True)
    else:
        typer.echo("noted; it is published when a watcher begins (banmian watch)", err=True)


def check_profiles(files: list[Path], names: list[str]) -> None:
    """Check profiles and print what they read in names."""
    from convert.nightly.proposal import check_profile
    from convert.profile import load_profile

    for path in files:
        profile = load_profile(path)
        for line in check_profile(profile, names):
            typer.echo(f"{path}: {line}")


def propose(samples: list[Path]) -> str:
    """Return a proposal of a profile."""
    from convert.nightly.proposal import propose_profile
    from convert.pipeline.issue import find_files

    return propose_profile(find_files(samples))
