"""What is wrong with an edition, where, and what helps."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple


class Severity(StrEnum):
    """How bad a finding is; the values stand in reports."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is wrong in one file."""

    code: str
    """Name of the check, see docs/validation.md."""
    severity: Severity
    path: Path
    where: str
    """An id, a path of keys or a line in that file; empty: the file as a whole."""
    message: str
    cure: str


class Fault(NamedTuple):
    """What a check says; the registry adds the rest."""

    where: str
    message: str
