"""[inbox] [rules] [outputs] [publish] [hooks] [walls] [keep]: how the night shift works."""

import re
from typing import Literal

from pydantic import Field, field_validator

from convert.profile.strict import Part

PARTIAL = (".part", ".partial", ".filepart", ".tmp", ".temp", ".crdownload", ".download", "~")
"""How names end while transfer programs still write the file."""

Command = tuple[str, ...]
Hook = str | Command
"""An http address, or a program and its arguments."""


class Inbox(Part):
    """[inbox]: when a file is whole."""

    settle: float = Field(2.0, ge=0, le=600, description="Seconds that a file must not change.")
    settle_empty: float = Field(
        60.0, ge=0, le=3600, description="The same for an empty file, as uploads begin so."
    )
    partial: tuple[str, ...] = Field(
        PARTIAL, description="Ends of names that transfer programs use while they write."
    )
    companion: str = Field(
        "",
        description="End of a file beside a page that says it is whole: .done or .xml;"
        " then no page is taken without it.",
    )
    finish: str = Field(
        "", description="Name of a file that says all is delivered (end.txt): issues go out."
    )
    ignore: tuple[str, ...] = Field(
        ("Thumbs.db", "desktop.ini"), description="Names of files to pass over, with * and ?."
    )
    max_mib: int = Field(512, ge=1, le=8192, description="Largest file that is taken, in MiB.")


class Rules(Part):
    """[rules]: what counts, and what happens when something is not as planned."""

    missing: Literal["gap", "error"] = Field(
        "gap", description="At the deadline without a page: publish with a gap, or hold."
    )
    empty: Literal["unavailable", "error"] = Field(
        "unavailable", description="A file of zero bytes: its page is unavailable, or an error."
    )
    spread: Literal["two", "one"] = Field(
        "two", description="How many numbers a file marked as a spread takes."
    )
    newest: Literal["version", "arrival"] = Field(
        "version", description="Which file of a page counts: highest version, or last arrival."
    )
    torn: Literal["publish", "leave"] = Field(
        "publish", description="A cut file at the deadline: publish it repaired, or leave it out."
    )
    unplanned: Literal["add", "refuse"] = Field(
        "add", description="A page that is not in the plan: goes to the end, or is refused."
    )
    undated: Literal["next", "refuse"] = Field(
        "next", description="A name without a date: the next issue's, or refused."
    )
    days_ahead: int = Field(
        30, ge=0, le=400, description="A name may be dated so many days ahead of today."
    )


class Outputs(Part):
    """[outputs]: what is written of an issue."""

    formats: tuple[str, ...] = Field(
        ("json", "xml"), min_length=1, description="Output formats; `banmian formats` lists them."
    )
    raw: bool = Field(False, description="Also write the text as it was printed.")


class Publish(Part):
    """[publish]: where issues go beside the output folder."""

    targets: tuple[str, ...] = Field(
        (), description="fsspec addresses: file:///srv/epaper, s3://bucket/paper, sftp://host/dir."
    )

    @field_validator("targets")
    @classmethod
    def _addresses(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for address in value:
            if not re.match(r"[a-z][a-z0-9+.-]*://", address):
                raise ValueError(f"{address!r} is no address; write file:///folder for a folder")
        return value


class Hooks(Part):
    """[hooks]: who hears of what; each gets the event as JSON (stdin, or POST)."""

    page_converted: tuple[Hook, ...] = Field((), description="After each page.")
    issue_published: tuple[Hook, ...] = Field((), description="After each revision of an issue.")
    attention: tuple[Hook, ...] = Field((), description="When a person should look.")

    @field_validator("page_converted", "issue_published", "attention")
    @classmethod
    def _reachable(cls, value: tuple[Hook, ...]) -> tuple[Hook, ...]:
        for hook in value:
            if isinstance(hook, str) and not hook.startswith(("http://", "https://")):
                raise ValueError(f'{hook!r} is no http address; write a command as ["program"]')
            if not hook or not hook[0]:
                raise ValueError("holds an empty command")
        return value


class Walls(Part):
    """[walls]: what one page may cost before its process is stopped."""

    memory_mib: int = Field(1024, ge=512, le=65536, description="Address space, in MiB.")
    cpu_seconds: int = Field(30, ge=1, le=3600, description="Processor time.")
    seconds: float = Field(90.0, ge=1, le=7200, description="Time on the clock.")
    file_mib: int = Field(512, ge=1, le=8192, description="Largest file it may write, in MiB.")
    open_files: int = Field(256, ge=32, le=4096, description="Files it may have open.")


class Keep(Part):
    """[keep]: how long what is no longer needed stays."""

    days: int = Field(
        14, ge=1, le=4000, description="Days that page files and work are kept after the issue."
    )
