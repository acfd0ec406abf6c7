"""Commands of the night shift: parse, call `convert.nightly`, print."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

ATTENTION = 8
"""Exit code of `health` when a person is needed."""

app = typer.Typer()
profile_app = typer.Typer(help="Write and check the profile of a paper.", no_args_is_help=True)
app.add_typer(profile_app, name="profile")

Out = Annotated[Path, typer.Option("--out", "-o", help="Folder of the published issues.")]
State = Annotated[
    Path | None, typer.Option(help="Folder of ledger and work; else .night in --out.")
]
Issue = Annotated[str, typer.Argument(help="The issue, as status lists it: paper/2026-11-23.")]
Article = Annotated[str, typer.Argument(help="Id of the article: p01-a03.")]
AsJson = Annotated[bool, typer.Option("--json", help="As JSON.")]


class ReportForm(StrEnum):
    """How `report` speaks."""

    HTML = "html"
    JSON = "json"


@app.command()
def watch(
    inbox: Annotated[Path, typer.Argument(help="Folder into which pages drop.")],
    out: Out,
    profile: Annotated[
        list[Path],
        typer.Option("--profile", help="Profile of a paper, or a folder of them."),
    ],
    state: State = None,
    workers: Annotated[int, typer.Option(min=0, help="Processes; 0 means one for each core.")] = 0,
    poll: Annotated[
        float, typer.Option(min=0.05, help="Seconds between two looks at the inbox.")
    ] = 1.0,
    once: Annotated[
        bool, typer.Option("--once", help="End when nothing is left to do, for now.")
    ] = False,
) -> None:
    """Take pages as they come, publish issues when they are complete or due.

    Runs until SIGTERM. Each event is one JSON object on stderr.

    Example: banmian watch inbox/ --out issues/ --profile lanting.toml
    """
    from convert.cli.nightwork import run_watch

    run_watch(inbox, out, state, profiles=profile, workers=workers, poll=poll, once=once)


@app.command()
def status(out: Out, state: State = None, as_json: AsJson = False) -> None:
    """Show the issues of this night: what is there, missing, published.

    Example: banmian status --out issues/
    """
    from convert.cli.nightwork import show_status

    show_status(out, state, as_json=as_json)


@app.command()
def report(
    out: Out,
    state: State = None,
    form: Annotated[ReportForm, typer.Option("--format", help="Form.")] = ReportForm.HTML,
) -> None:
    """Print the report of the last 24 hours.

    Example: banmian report --out issues/ >night.html
    """
    from convert.cli.nightwork import show_report

    show_report(out, state, as_json=form is ReportForm.JSON)


@app.command()
def history(
    page: Annotated[str, typer.Argument(help="A03, or paper/2026-11-23/A03.")],
    out: Out,
    state: State = None,
    as_json: AsJson = False,
) -> None:
    """Show everything that happened to a page.

    Example: banmian history lanting/2026-11-23/A03 --out issues/
    """
    from convert.cli.nightwork import show_history

    show_history(page, out, state, as_json=as_json)


@app.command()
def publish(issue: Issue, out: Out, state: State = None) -> None:
    """Publish an issue with the pages that are there, whatever the plan says.

    Example: banmian publish lanting/2026-11-23 --out issues/
    """
    from convert.cli.nightwork import do_publish

    do_publish(issue, out, state)


@app.command()
def withdraw(issue: Issue, article: Article, out: Out, state: State = None) -> None:
    """Withdraw an article: out of text, clickable areas and pictures.

    Example: banmian withdraw lanting/2026-11-23 p01-a03 --out issues/
    """
    from convert.cli.nightwork import do_withdraw

    do_withdraw(issue, article, out, state)


@app.command()
def restore(issue: Issue, article: Article, out: Out, state: State = None) -> None:
    """Restore an article that was withdrawn.

    Example: banmian restore lanting/2026-11-23 p01-a03 --out issues/
    """
    from convert.cli.nightwork import do_restore

    do_restore(issue, article, out, state)


@app.command()
def health(out: Out, state: State = None, as_json: AsJson = False) -> None:
    """Say whether the watcher is well; exits with 8 if a person is needed.

    Example: banmian health --out issues/
    """
    from convert.cli.nightwork import show_health

    if not show_health(out, state, as_json=as_json):
        raise typer.Exit(ATTENTION)


@profile_app.command()
def check(
    files: Annotated[list[Path], typer.Argument(help="Profiles (paper.toml).")],
    names: Annotated[
        list[str] | None,
        typer.Option("--name", help="A file name: say what the profile reads in it."),
    ] = None,
) -> None:
    """Check profiles: unknown keys, patterns, time zones, formats.

    Example: banmian profile check lanting.toml --name LTRB20261123A01.pdf
    """
    from convert.cli.nightwork import check_profiles

    check_profiles(files, names or [])


@profile_app.command()
def init(
    samples: Annotated[
        list[Path], typer.Argument(help="Pages of past issues: PDFs, or folders of them.")
    ],
) -> None:
    """Propose a profile from pages of past issues, as TOML on stdout.

    Example: banmian profile init issues/2026-11-2*/ >paper.toml
    """
    from convert.cli.nightwork import propose

    typer.echo(propose(samples), nl=False)
