"""Delivery to a real SFTP server, on this machine."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from fsspec.implementations.sftp import SFTPFileSystem

from convert.errors import OutputError
from convert.nightly.targets import deliver

ROOT = Path(__file__).parent.parent
ISSUE = "lanting/2026-11-23"


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """The address of a server whose files are in tmp_path/served."""
    home = tmp_path / "served"
    home.mkdir()
    command = [sys.executable, "-m", "tests.sftpserver", str(home)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        yield f"127.0.0.1:{int(server.stdout.readline())}/epaper"
        for one in SFTPFileSystem._cache.values():  # fsspec keeps what it is connected to
            one.client.close()
        SFTPFileSystem.clear_instance_cache()
        server.kill()


def revision(folder: Path, number: int) -> str:
    """Write an issue with one file; return its folder."""
    folder.mkdir(exist_ok=True)
    (folder / "edition.json").write_text(f"revision {number}")
    files = [{"path": "edition.json", "bytes": len(f"revision {number}")}]
    (folder / "issue.json").write_text(json.dumps({"revision": number, "files": files}))
    return str(folder)


def test_a_later_revision_takes_the_place_of_the_one_before(address: str, tmp_path: Path) -> None:
    for number in (1, 2):
        deliver(f"sftp://press:ink@{address}", ISSUE, revision(tmp_path / "issue", number))

    home = tmp_path / "served" / "epaper" / ISSUE
    current = json.loads((home / "current.json").read_bytes())
    assert current["revision"] == 2
    assert (home / current["path"] / "edition.json").read_text() == "revision 2"
    assert (home / "r0001" / "edition.json").read_text() == "revision 1"


def test_a_server_that_refuses_is_an_error_with_a_message(address: str, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="sftp://") as caught:
        deliver(f"sftp://press:secret@{address}", ISSUE, revision(tmp_path / "issue", 1))
    assert "secret" not in str(caught.value)
