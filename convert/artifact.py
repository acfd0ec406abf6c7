"""What writers and the reading site hand out: names and bytes, never files."""

from dataclasses import dataclass
from pathlib import PurePosixPath


@dataclass(frozen=True, slots=True)
class Artifact:
    """One file to be."""

    name: PurePosixPath
    """Relative to the edition."""
    data: bytes
