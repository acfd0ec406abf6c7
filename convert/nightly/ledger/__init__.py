"""The ledger: one SQLite file that knows all that happened.

WAL, so that `status` reads while the watcher writes; every change is one transaction that
is on the disk before the next step begins. Modules beside this one hold the questions.
"""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from convert.errors import OutputError, UsageError
from convert.nightly.ledger.mounts import network_type
from convert.nightly.ledger.schema import MIGRATIONS

Connection = sqlite3.Connection
WAIT = 30.0
"""Seconds that a process waits for another one to finish its transaction."""


def open_ledger(path: Path, *, create: bool = True) -> Connection:
    """Open the ledger, made or brought up to date if need be; close it yourself.

    Raises:
        UsageError: it is on a network share, no ledger, or of a newer program.
        OutputError: it cannot be opened or written.
    """
    if kind := network_type(path.parent):
        raise UsageError(
            f"{path}: the ledger is on a network share ({kind}), where locks cannot be"
            " relied on; name a local folder with --state"
        )
    if not create and not path.is_file():
        raise UsageError(f"{path}: there is no ledger; is --out the folder of a night shift?")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        db = sqlite3.connect(path, timeout=WAIT, isolation_level=None)
    except (OSError, sqlite3.OperationalError) as error:
        raise OutputError(f"{path}: cannot be opened: {error}") from error
    try:
        _prepare(db, path)
    except sqlite3.OperationalError as error:
        db.close()
        raise OutputError(f"{path}: {error}") from error
    except sqlite3.DatabaseError as error:
        db.close()
        raise UsageError(f"{path}: is no ledger: {error}") from error
    except UsageError:
        db.close()
        raise
    return db


def _prepare(db: Connection, path: Path) -> None:
    db.row_factory = sqlite3.Row
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA foreign_keys = ON")
    known = len(MIGRATIONS)
    if _version(db) > known:
        raise UsageError(f"{path}: was written by a newer version of the program; update it")
    while (done := _version(db)) < known:
        with transaction(db):
            # Another process may have been faster.
            if _version(db) == done:
                _migrate(db, done)


def _migrate(db: Connection, number: int) -> None:
    # `executescript` would end the transaction; a semicolon in a comment ends no statement.
    for statement in re.sub(r"--.*", "", MIGRATIONS[number]).split(";"):
        db.execute(statement)
    db.execute(f"PRAGMA user_version = {number + 1}")


def _version(db: Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


@contextmanager
def transaction(db: Connection) -> Iterator[None]:
    """Do all of the block or nothing; it is on the disk when the block has ended.

    Raises:
        sqlite3.OperationalError: the disk is full, or the ledger is locked for too long.
    """
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    finally:
        if db.in_transaction:
            db.execute("ROLLBACK")
