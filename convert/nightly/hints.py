"""File events as hints: they make the next round come sooner, and nothing depends on them."""

import os
import threading
from pathlib import Path
from types import TracebackType


class Hints:
    """A file descriptor that becomes readable when something happens in the inbox.

    Without the package watchfiles (extra `watch`) it stays silent, and so it does where
    the system has no events: network shares, exhausted limits.
    """

    def __init__(self, inbox: Path) -> None:
        self._inbox = inbox
        self._stop = threading.Event()
        self.reader, self._writer = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        self._thread = threading.Thread(target=self._listen, daemon=True)

    def __enter__(self) -> "Hints":
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop.set()
        self._thread.join(timeout=2)
        if not self._thread.is_alive():
            os.close(self._writer)
        os.close(self.reader)

    def clear(self) -> None:
        """Forget the hints that were given."""
        try:
            while os.read(self.reader, 4096):
                pass
        except BlockingIOError:
            return

    def _listen(self) -> None:
        try:
            from watchfiles import watch
        except ImportError:
            return
        try:
            for _ in watch(self._inbox, stop_event=self._stop, rust_timeout=500, debounce=200):
                self._hint()
        except (OSError, RuntimeError):
            return  # no events here; the inbox is polled anyway

    def _hint(self) -> None:
        try:
            os.write(self._writer, b"!")
        except BlockingIOError:
            return  # there are enough hints already
