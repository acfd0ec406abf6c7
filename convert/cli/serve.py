"""Show an archive on this machine: what `banmian serve` does."""

from contextlib import suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from convert.errors import OutputError, UsageError
from convert.reader.render import POLICY

HOST = "127.0.0.1"
"""Nobody else on the network can see it."""
HEADERS = (
    ("Content-Security-Policy", f"{POLICY}; frame-ancestors 'none'"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
)
TYPES = {
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".xml": "application/xml",
}
FOREVER = "public, max-age=31536000, immutable"


class Handler(SimpleHTTPRequestHandler):
    """Files of one folder: no lists of folders, no hidden files, no links out of it."""

    extensions_map = {  # noqa: RUF012 - the base class reads it so
        **SimpleHTTPRequestHandler.extensions_map,
        **TYPES,
    }
    server_version = "banmian"
    sys_version = ""

    def send_head(self):  # type: ignore[no-untyped-def] # noqa: D102
        path = Path(self.translate_path(self.path))
        root = Path(self.directory).resolve()
        hidden = any(part.startswith(".") for part in path.parts[len(root.parts) :])
        if hidden or not path.resolve().is_relative_to(root):
            self.send_error(404)
            return None
        return super().send_head()

    def list_directory(self, path):  # type: ignore[no-untyped-def] # noqa: D102
        self.send_error(404)

    def end_headers(self) -> None:
        """Add what every answer says."""
        for name, value in HEADERS:
            self.send_header(name, value)
        kept = self.path.lstrip("/").startswith("assets/")
        self.send_header("Cache-Control", FOREVER if kept else "no-cache")
        super().end_headers()

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Send a file; a browser that has turned away is no fault."""
        with suppress(ConnectionError):
            super().copyfile(source, outputfile)

    def log_message(self, *_: object) -> None:
        """Say nothing: this is for a look."""


def server_of(folder: Path, port: int = 0) -> ThreadingHTTPServer:
    """Return a server of `folder` on loopback, ready to run; port 0 takes a free one.

    Raises:
        UsageError: there is no such folder.
        OutputError: the port is taken.
    """
    if not (folder / "index.html").is_file():
        raise UsageError(f"{folder}: holds no site; build one with --format site")
    try:
        return ThreadingHTTPServer((HOST, port), partial(Handler, directory=str(folder.resolve())))
    except OSError as error:
        raise OutputError(f"{HOST}:{port}: {error.strerror}; choose another --port") from error
