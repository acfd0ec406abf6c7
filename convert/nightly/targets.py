"""Deliver a published issue elsewhere: any address that fsspec knows (s3, sftp, file …).

Stores have no rename of folders. So the files of a revision go into a folder of their
own, and `current.json` beside it, which readers follow, is written last. Whoever reads
it finds an issue that is complete, and the one before until then.
"""

import json
from pathlib import Path
from typing import Any

from convert.errors import OutputError
from convert.nightly.press import MANIFEST
from convert.pipeline.stores import open_store, shown, store_errors

CURRENT = "current.json"


def deliver(target: str, issue: str, folder: str) -> None:
    """Bring the issue in `folder` to `target`/issue; what is there already is not sent again.

    Raises:
        OutputError: the address is unknown or cannot be written.
    """
    manifest = json.loads((Path(folder) / MANIFEST).read_bytes())
    store, root = open_store(f"{target.rstrip('/')}/{issue}")
    try:
        _send(store, root, Path(folder), manifest)
    except store_errors() as error:
        raise OutputError(f"{shown(target)}: cannot be written: {error}") from error


def _send(store: Any, root: str, folder: Path, manifest: dict[str, Any]) -> None:
    name = f"r{manifest['revision']:04}"
    home = f"{root}/{name}"
    for file in manifest["files"]:
        there = f"{home}/{file['path']}"
        if not _has(store, there, file["bytes"]):
            store.makedirs(there.rpartition("/")[0], exist_ok=True)
            store.put_file(str(folder / file["path"]), there)
    store.put_file(str(folder / MANIFEST), f"{home}/{MANIFEST}")
    current = {"revision": manifest["revision"], "path": name, "manifest": f"{name}/{MANIFEST}"}
    _write(store, f"{root}/{CURRENT}", json.dumps(current).encode())


def _write(store: Any, path: str, data: bytes) -> None:
    """Write a file that readers follow: aside and moved, where the store can move."""
    aside = f"{path}.new"
    store.pipe_file(aside, data)
    store.mv(aside, path)


def _has(store: Any, path: str, size: int) -> bool:
    """Whether a file was sent before, in a delivery that was interrupted."""
    try:
        return bool(store.info(path)["size"] == size)
    except FileNotFoundError:
        return False
