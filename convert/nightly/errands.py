"""Errands: hooks that are called and issues that are delivered, until it succeeds.

They are written down in the transaction that makes them necessary, so none is forgotten;
one that was interrupted is done again, and carries the same number for who must know.
"""

import json
import subprocess
import urllib.error
import urllib.request
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from convert.errors import OutputError
from convert.nightly.diary import Diary
from convert.nightly.ledger import transaction
from convert.nightly.ledger.events import Errand, Event, open_errands, settle_errand
from convert.nightly.targets import deliver

TRIES = 8
PATIENCE = 30.0
"""Seconds that a hook may take."""
AT_ONCE = 4


def pause(tries: int) -> timedelta:
    """Return how long to wait after so many tries: 10 s, 20 s, 40 s … about 21 min."""
    return timedelta(seconds=10 * 2 ** min(tries, 7))


def call(errand: Errand) -> str:
    """Do an errand; return why it failed, or nothing."""
    if errand.kind == "deliver":
        return _deliver(errand)
    if errand.target.startswith(("http://", "https://")):
        return _post(errand)
    return _run(json.loads(errand.target), errand)


def _deliver(errand: Errand) -> str:
    facts = {key: str(value) for key, value in errand.payload.items()}
    try:
        deliver(errand.target, facts["issue"], facts["folder"])
    except OutputError as error:
        return str(error)
    return ""


def _body(errand: Errand) -> bytes:
    return json.dumps(errand.payload, ensure_ascii=False).encode()


def _post(errand: Errand) -> str:
    headers = {"Content-Type": "application/json", "Idempotency-Key": f"banmian-{errand.id}"}
    request = urllib.request.Request(
        errand.target, data=_body(errand), headers=headers, method="POST"
    )
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE):
            return ""
    except (urllib.error.URLError, TimeoutError, OSError, ValueError) as error:
        return f"{errand.target}: {error}"


def _run(command: list[str], errand: Errand) -> str:
    try:
        done = subprocess.run(
            command, input=_body(errand), capture_output=True, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        return f"{command[0]}: took longer than {PATIENCE:g} s"
    except OSError as error:
        return f"{command[0]}: {error.strerror}"
    if done.returncode:
        words = done.stderr.decode(errors="replace").strip()[-200:]
        return f"{command[0]}: ended with {done.returncode} {words}".rstrip()
    return ""


@dataclass(slots=True)
class Messenger:
    """Runs errands beside the rounds, a few at a time."""

    diary: Diary
    pool: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(AT_ONCE))
    away: dict[int, tuple[Errand, Future[str]]] = field(default_factory=dict)

    def round(self, now: datetime) -> bool:
        """Take in the errands that are done, send off those that are due."""
        done = [number for number, (_, future) in self.away.items() if future.done()]
        for number in done:
            errand, future = self.away.pop(number)
            self._settle(errand, future.result(), now)
        # One after the other for each target: a delivery must not overtake an older one.
        busy = {errand.target for errand, _ in self.away.values()}
        for errand in open_errands(self.diary.db, now):
            if len(self.away) < AT_ONCE and errand.target not in busy:
                busy.add(errand.target)
                self.away[errand.id] = (errand, self.pool.submit(call, errand))
        return bool(done)

    @property
    def idle(self) -> bool:
        """Whether no errand is under way."""
        return not self.away

    def close(self) -> None:
        """Let go of the errands that are under way; they are done again."""
        self.pool.shutdown(wait=False, cancel_futures=True)

    def _settle(self, errand: Errand, failure: str, now: datetime) -> None:
        again = now + pause(errand.tries)
        last = errand.tries + 1 >= TRIES
        state = "done" if not failure else "failed" if last else "open"
        with transaction(self.diary.db):
            settle_errand(self.diary.db, errand, state, failure, again)
            if state == "failed":
                self.diary.note(Event(code="errand-failed", at=now, message=failure))
