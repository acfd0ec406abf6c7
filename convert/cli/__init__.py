"""The command line: parse, call the library, print. No logic lives here."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from convert import __version__
from convert.cli import night
from convert.errors import BanmianError

FINDINGS = 7
"""Exit code of `validate` when there are findings."""

app = typer.Typer(
    name="banmian",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.add_typer(night.app)


class Stage(StrEnum):
    """What `inspect` shows."""

    LINES = "lines"
    BLOCKS = "blocks"
    ARTICLES = "articles"


class Ocr(StrEnum):
    """Which pages are read by OCR."""

    AUTO = "auto"
    OFF = "off"
    FORCE = "force"


class ReportFormat(StrEnum):
    """How `validate` reports."""

    TEXT = "text"
    JSON = "json"


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"banmian {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Turn newspaper print pages (PDF) into digital editions.

    Results go to stdout, words and progress to stderr. Exit codes: 0 done, 2 an option
    or profile makes no sense, 3 a PDF cannot be read, 4 a PDF needs a password,
    5 a result cannot be written, 6 --strict and a page failed, 7 validate has findings,
    8 health found that a person is needed.
    """


@app.command()
def build(
    pdfs: Annotated[
        list[str],
        typer.Argument(help="Page PDFs, whole issues, folders of them; also s3:// or sftp://."),
    ],
    out: Annotated[
        str, typer.Option("--out", "-o", help="Folder of the edition; also s3:// or sftp://.")
    ],
    profile: Annotated[Path | None, typer.Option(help="The paper's profile (paper.toml).")] = None,
    date: Annotated[
        str, typer.Option(help="Date of the issue, YYYY-MM-DD; else name or page say.")
    ] = "",
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", "-f", help="Output format, repeatable: json, xml, site."),
    ] = None,
    workers: Annotated[
        str,
        typer.Option(help="Processes; 0 means one for each core; dask://host:8786 a cluster."),
    ] = "0",
    sizes: Annotated[
        list[str] | None,
        typer.Option("--size", help="Page picture, repeatable: name=pixels, or none."),
    ] = None,
    pdf: Annotated[
        bool, typer.Option("--pdf", help="Also write each page and the issue as PDF.")
    ] = False,
    cmyk_profile: Annotated[
        Path | None, typer.Option(help="ICC profile of the press, for pages without one.")
    ] = None,
    cache: Annotated[
        Path | None, typer.Option(help="Folder that keeps pages already converted.")
    ] = None,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Convert every page, and keep nothing.")
    ] = False,
    ocr: Annotated[
        Ocr | None, typer.Option(help="Read by OCR what has no text: auto; never; or all pages.")
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Fail if any page fails.")] = False,
    raw: Annotated[
        bool, typer.Option("--raw", help="Also write the text as it was printed.")
    ] = False,
    json_log: Annotated[
        bool, typer.Option("--json-log", help="One JSON object per event on stderr.")
    ] = False,
) -> None:
    """Convert print pages into an edition: edition.json, edition.xml, page images.

    With --format site the folder is an archive of many issues: this one is added to it,
    or takes the place of the issue of its day.

    Example: banmian build pages/ --out edition --profile paper.toml
    """
    from convert.pipeline.forks import warm_up

    warm_up()  # beside all that this process loads itself
    from convert.cache import default_folder
    from convert.cli.run import Changes, run_build

    run_build(
        pdfs,
        out,
        profile=profile,
        date=date,
        formats=tuple(formats or ("json", "xml")),
        workers=workers,
        changes=Changes(
            sizes=tuple(sizes or ()),
            pdf=pdf,
            cmyk_profile=cmyk_profile,
            ocr=ocr.value if ocr else None,
        ),
        cache=None if no_cache else cache or default_folder(),
        strict=strict,
        raw=raw,
        json_log=json_log,
    )


@app.command()
def inspect(
    pdf: Annotated[Path, typer.Argument(help="The page PDF.")],
    stage: Annotated[Stage, typer.Option(help="Which stage to show.")] = Stage.BLOCKS,
    page: Annotated[int, typer.Option(min=1, help="Page of the file.")] = 1,
) -> None:
    """Print what a stage saw on a page, as JSON.

    Example: banmian inspect A01.pdf --stage articles
    """
    from convert.cli.look import inspect_page

    typer.echo(inspect_page(pdf, page - 1, stage.value))


@app.command()
def preview(
    pdfs: Annotated[list[Path], typer.Argument(help="Page PDFs or folders of them.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder of the pictures.")],
    long_side: Annotated[int, typer.Option(min=200, help="Pixels.")] = 1800,
) -> None:
    """Draw blocks, roles, order, articles and hotspots on the page, one JPEG a page.

    Example: banmian preview A01.pdf --out look
    """
    from convert.cli.look import preview_pages

    for path in preview_pages(pdfs, out, long_side):
        typer.echo(path)


@app.command()
def validate(
    paths: Annotated[
        list[Path], typer.Argument(help="Editions: folders, edition.json, edition.xml.")
    ],
    report: Annotated[
        ReportFormat, typer.Option("--format", help="Form of the report.")
    ] = ReportFormat.TEXT,
    junit: Annotated[Path | None, typer.Option(help="Also write a JUnit file, for CI.")] = None,
) -> None:
    """Check editions: schemas, meaning, pictures, and that no text was lost.

    Exits with 0 if there is no finding, else with 7.
    """
    from convert.cli.run import run_validate

    if not run_validate(paths, as_json=report is ReportFormat.JSON, junit=junit):
        raise typer.Exit(FINDINGS)


@app.command()
def formats() -> None:
    """List the output formats."""
    from convert.reader import SITES
    from convert.writers import WRITERS

    summaries = {**SITES} | {name: writer.summary for name, writer in WRITERS.items()}
    for name, summary in sorted(summaries.items()):
        typer.echo(f"{name:8} {summary}")


@app.command()
def serve(
    folder: Annotated[Path, typer.Argument(help="An archive, built with --format site.")],
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes a free one.")] = 8000,
) -> None:
    """Show a reading site on this machine, until Ctrl-C.

    Example: banmian serve archive
    """
    from convert.cli.serve import HOST, server_of

    with server_of(folder, port) as server:
        typer.echo(f"http://{HOST}:{server.server_port}/")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            typer.echo("stopped", err=True)


archive = typer.Typer(help="Change issues in an archive, built with --format site.")
app.add_typer(archive, name="archive")


@archive.command("withdraw")
def withdraw_from_archive(
    folder: Annotated[Path, typer.Argument(help="An archive, built with --format site.")],
    date: Annotated[str, typer.Argument(help="Date of the issue, YYYY-MM-DD.")],
    articles: Annotated[list[str], typer.Argument(help="Ids of articles, e.g. p01-a03.")],
    undo: Annotated[
        bool, typer.Option("--undo", help="Let the next build publish them again.")
    ] = False,
) -> None:
    """Take articles out of a published issue; their addresses keep a notice.

    Example: banmian archive withdraw site 2026-11-23 p01-a03
    """
    from convert.pipeline.archive import withdraw as withdraw_articles

    edition = withdraw_articles(folder, date, articles, undo=undo)
    typer.echo(f"{date}: revision {edition.issue.revision}", err=True)


def main() -> None:
    """Run the command; turn deliberate errors into one line and an exit code."""
    try:
        app()
    except BanmianError as error:
        typer.echo(f"error: {error}", err=True)
        sys.exit(error.exit_code)
