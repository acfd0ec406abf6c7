"""The profiles that the watcher works with, for those who only read the ledger."""

from collections.abc import Mapping

from convert.nightly.ledger import Connection
from convert.profile import Profile


def keep_papers(db: Connection, papers: Mapping[str, Profile]) -> None:
    """Write the profiles down; those of papers that are no longer watched stay."""
    for key, profile in papers.items():
        db.execute("INSERT OR REPLACE INTO paper VALUES (?, ?)", (key, profile.model_dump_json()))


def kept_papers(db: Connection) -> dict[str, Profile]:
    """Return the profiles by key.

    Raises:
        ValueError: one was written by another version of the program.
    """
    rows = db.execute("SELECT key, profile FROM paper ORDER BY key")
    return {row["key"]: Profile.model_validate_json(row["profile"]) for row in rows}
