"""Every error this package raises on purpose, with the exit code the commands end on.

BanmianError              1   anything below, when nothing fits better
├── UsageError            2   an option, profile or setting makes no sense
├── SourceError           3   a PDF cannot be read
│   └── EncryptedError    4   a PDF needs a password
├── OutputError           5   a result could not be written
└── PagesFailed           6   `--strict`, and a page could not be converted

`banmian validate` ends on 7 when it has findings, `banmian health` on 8 when a person is
needed (see `convert.cli`).
"""

from pathlib import Path
from typing import ClassVar


class BanmianError(Exception):
    """Base of all deliberate errors; the command line prints it and exits."""

    exit_code: ClassVar[int] = 1


class UsageError(BanmianError):
    """An option, profile or setting makes no sense."""

    exit_code = 2


class SourceError(BanmianError):
    """A print-page PDF cannot be read."""

    exit_code = 3

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason

    def __reduce__(self) -> tuple[type["SourceError"], tuple[Path, str]]:
        """Travel between processes whole: path and reason, not the joined message."""
        return type(self), (self.path, self.reason)


class EncryptedError(SourceError):
    """The PDF needs a password."""

    exit_code = 4


class OutputError(BanmianError):
    """The edition could not be written."""

    exit_code = 5


class PagesFailed(BanmianError):  # noqa: N818 - it names an outcome of the night
    """With `--strict`: at least one page could not be converted, so nothing is written."""

    exit_code = 6
