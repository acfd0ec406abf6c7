"""What the night shift tells the world: hooks, targets, figures, health, commands."""

import json
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from convert.cli import app
from convert.errors import OutputError, UsageError
from convert.nightly.errands import TRIES, call, pause
from convert.nightly.ledger import open_ledger
from convert.nightly.ledger.events import Errand
from convert.nightly.ledger.schema import MIGRATIONS
from convert.nightly.metrics import metrics
from convert.nightly.office import load_papers
from convert.nightly.status import health, history
from convert.nightly.targets import deliver
from convert.settings import LayoutSettings
from tests.night import LANTING, Night, profile, story

LABELS = ("A01", "A02", "A03")


def with_part(**parts: Any) -> Any:
    """Return the profile of Lanting with other parts."""
    made = profile(**parts)
    return LANTING.model_copy(update={name: getattr(made, name) for name in parts})


def whole(night: Night) -> Night:
    for label in LABELS:
        night.drop(f"LT20261123{label}.pdf", story(label))
    night.run()
    return night


@pytest.fixture
def out(tmp_path: Path) -> Night:
    """A night whose issue is out."""
    return whole(Night(tmp_path))


# --- hooks ------------------------------------------------------------------------

SCRIPT = "import sys, json; print(json.load(sys.stdin)['event'], file=open(sys.argv[1], 'a'))"


def test_a_command_hears_of_pages_issues_and_troubles(tmp_path: Path) -> None:
    heard = tmp_path / "heard"
    command = (sys.executable, "-c", SCRIPT, str(heard))
    hooks = dict.fromkeys(("page_converted", "issue_published", "attention"), (command,))
    night = Night(tmp_path, {"lanting": with_part(hooks=hooks)})
    night.drop("LT20261123A09.pdf", b"no pdf")

    whole(night)

    assert sorted(heard.read_text().split()) == [
        "file-not-pdf",
        "issue-published",
        *["page-converted"] * 3,
    ]


@pytest.fixture
def server() -> Iterator[tuple[str, list[tuple[str, dict[str, Any]]]]]:
    """An http server that refuses the first call, and what it was told."""
    told: list[tuple[str, dict[str, Any]]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            told.append((self.headers["Idempotency-Key"], json.loads(body)))
            self.send_response(503 if len(told) == 1 else 204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            return

    with HTTPServer(("127.0.0.1", 0), Handler) as http:
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield f"http://127.0.0.1:{http.server_port}/hook", told
        http.shutdown()
        thread.join()


def test_a_webhook_that_fails_is_called_again_with_the_same_number(
    tmp_path: Path, server: tuple[str, list[tuple[str, dict[str, Any]]]]
) -> None:
    address, told = server
    night = Night(tmp_path, {"lanting": with_part(hooks={"issue_published": (address,)})})
    whole(night)
    assert len(told) == 1

    night.clock.ahead += 11
    night.run()

    assert len(told) == 2
    assert told[0] == told[1]
    assert told[0][1]["issue"] == "lanting/2026-11-23"


def test_a_hook_that_always_fails_is_given_up_and_named(tmp_path: Path) -> None:
    command = (sys.executable, "-c", "import sys; sys.exit('out of order')")
    night = Night(tmp_path, {"lanting": with_part(hooks={"issue_published": (command,)})})
    whole(night)
    for tries in range(1, TRIES):
        assert "errand-failed" not in night.codes()
        night.clock.ahead += pause(tries).total_seconds() + 1
        night.run()

    failed = [e for e in night.report().incidents if e.code == "errand-failed"]
    assert [e.message.endswith("ended with 1 out of order") for e in failed] == [True]


def test_a_program_that_is_not_there_is_a_failure_and_no_crash() -> None:
    target = json.dumps(["/no/such/program"])

    assert "No such file" in call(Errand(kind="hook", target=target, payload={}))


# --- targets ----------------------------------------------------------------------


def test_an_issue_is_delivered_to_a_target_whole(tmp_path: Path) -> None:
    target = f"file://{tmp_path}/away"
    night = whole(Night(tmp_path, {"lanting": with_part(publish={"targets": (target,)})}))
    home = tmp_path / "away" / "lanting" / "2026-11-23"

    current = json.loads((home / "current.json").read_bytes())

    there = home / current["path"]
    assert {p.name: p.read_bytes() for p in there.rglob("*.json")} == {
        name: data for name, data in night.bytes_of().items() if name.endswith(".json")
    }
    night.drop("LT20261123A01a.pdf", story("A01", "Later."))
    night.run()
    assert json.loads((home / "current.json").read_bytes())["path"] == "r0002"
    assert (there / "issue.json").is_file()


def test_a_delivery_that_was_interrupted_goes_on(out: Night) -> None:
    import fsspec

    store = fsspec.filesystem("memory")
    deliver("memory://epaper", "lanting/2026-11-23", str(out.issue()))
    store.rm("/epaper/lanting/2026-11-23/current.json")
    store.rm("/epaper/lanting/2026-11-23/r0001/edition.json")

    deliver("memory://epaper", "lanting/2026-11-23", str(out.issue()))

    assert (
        store.cat("/epaper/lanting/2026-11-23/r0001/edition.json") == out.bytes_of()["edition.json"]
    )
    assert json.loads(store.cat("/epaper/lanting/2026-11-23/current.json"))["revision"] == 1


@pytest.mark.parametrize("target", ["nowhere://x", "file:///proc/no/such/place"])
def test_a_target_that_cannot_be_written_says_so(target: str, out: Night) -> None:
    with pytest.raises(OutputError, match=target.partition(":")[0]):
        deliver(target, "lanting/2026-11-23", str(out.issue()))


# --- figures, health, history -----------------------------------------------------


def test_the_figures_for_prometheus(out: Night) -> None:
    with closing(open_ledger(out.office.ledger)) as db:
        lines = metrics(db).splitlines()

    assert 'banmian_pages{state="done"} 3' in lines
    assert "banmian_revisions_total 1" in lines
    assert "banmian_issues_overdue 0" in lines
    assert (out.office.reports / "metrics.prom").is_file()


def test_health_names_what_is_wrong(tmp_path: Path) -> None:
    night = Night(tmp_path)
    night.clock.wind_to("2026-11-23 01:00")
    night.run()
    with closing(open_ledger(night.office.ledger)) as db:
        found = health(db, night.office, night.clock.now() + timedelta(hours=2))

    assert not found.well
    assert "no watcher is at work" in found.troubles
    assert "lanting/2026-11-23 is past its deadline and not out" in found.troubles


def test_an_issue_of_which_nothing_came_is_named(tmp_path: Path) -> None:
    night = Night(tmp_path)
    night.clock.wind_to("2026-11-23 01:00")
    night.run()
    night.clock.wind_to("2026-11-23 02:00")
    night.run()

    assert night.report().counts["issue-absent"] == 1


def test_the_history_of_a_page(out: Night) -> None:
    out.drop("LT20261123A02b.pdf", story("A02", "Second."))
    out.run()
    with closing(open_ledger(out.office.ledger)) as db:
        events = [chapter.event for chapter in history(db, "lanting/2026-11-23/A02")]
        with pytest.raises(UsageError, match="nothing is known"):
            history(db, "Z99")

    assert events == [
        "file-taken",
        "page-converted",
        "file-taken",
        "page-replaced",
        "page-late",
        "page-converted",
    ]


# --- commands ---------------------------------------------------------------------

PAPER = """
[publication]
name = "Lanting Daily"
[files]
convention = "founder"
[plan]
deadline = "02:00"
[[plan.sections]]
label = "A"
pages = 1
[inbox]
settle = 0.1
[outputs]
formats = ["json"]
[rules]
days_ahead = 400
[settings.images.sizes]
page = 100
"""


def test_the_watcher_works_until_it_is_told_to_stop(tmp_path: Path) -> None:
    (tmp_path / "inbox").mkdir()
    (tmp_path / "paper.toml").write_text(PAPER)
    day = datetime.now(UTC).date() + timedelta(days=1)
    command = [sys.executable, "-m", "convert", "watch", str(tmp_path / "inbox")]
    command += ["--out", str(tmp_path / "out"), "--profile", str(tmp_path), "--poll", "0.1"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as watcher:
        assert watcher.stderr is not None
        (tmp_path / "inbox" / f"LT{day:%Y%m%d}A01.pdf").write_bytes(story("A01"))
        seen = []
        try:
            for line in watcher.stderr:
                seen.append(json.loads(line)["event"])
                if seen[-1] == "issue-published":
                    watcher.send_signal(signal.SIGTERM)
        finally:
            if seen[-1:] != ["shift-ended"]:
                watcher.kill()

    assert watcher.returncode == 0
    assert seen == [
        "shift-begun",
        "file-taken",
        "page-converted",
        "issue-published",
        "shift-ended",
    ]
    assert len([*(tmp_path / "out").glob(f"*/{day}/edition.json")]) == 1


@pytest.mark.parametrize("where", ["inbox", "inbox/out"])
def test_an_output_inside_the_inbox_is_refused(where: str, tmp_path: Path) -> None:
    (tmp_path / "inbox").mkdir()
    (tmp_path / "paper.toml").write_text(PAPER)

    done = CliRunner().invoke(
        app,
        [
            "watch",
            str(tmp_path / "inbox"),
            "--out",
            str(tmp_path / where),
            "--profile",
            str(tmp_path / "paper.toml"),
        ],
    )

    assert isinstance(done.exception, UsageError)
    assert "lies in the inbox" in str(done.exception)


def test_the_commands_of_a_night(tmp_path: Path, out: Night) -> None:
    runner = CliRunner()
    folder = ["--out", str(out.office.out)]
    issue = "lanting/2026-11-23"
    article = out.edition()["articles"][0]["id"]

    for command, code in (
        (["status", *folder, "--json"], 0),
        (["status", *folder], 0),
        (["report", *folder, "--format", "json"], 0),
        (["history", "A01", *folder], 0),
        (["history", "A01", *folder, "--json"], 0),
        (["publish", issue, *folder], 0),
        (["withdraw", issue, article, *folder], 0),
        (["restore", issue, article, *folder], 0),
        (["health", *folder], 8),
        (["health", *folder, "--json"], 8),
    ):
        assert runner.invoke(app, command).exit_code == code, command
    missing = runner.invoke(app, ["status", "--out", str(tmp_path / "no")])
    assert isinstance(missing.exception, UsageError)


def test_a_profile_is_proposed_and_checked(tmp_path: Path) -> None:
    samples = Path(__file__).parent.parent / "samples" / "lanting"
    for name in ("LTRB20261123A01.pdf", "LTRB20261123A04.pdf"):
        shutil.copy(samples / name, tmp_path)
    runner = CliRunner()

    proposed = runner.invoke(app, ["profile", "init", str(tmp_path)]).stdout
    path = tmp_path / "lanting.toml"
    path.write_text(proposed, encoding="utf-8")
    papers = load_papers([tmp_path])
    checked = runner.invoke(
        app, ["profile", "check", str(path), "--name", "LTRB20261123A03.pdf", "--name", "x"]
    ).stdout

    assert papers["lanting"].files.convention == "founder"
    assert papers["lanting"].files.titles == ("LTRB",)
    assert papers["lanting"].plan.sections[0].pages == 4
    assert papers["lanting"].plan.page_size == (275, 390)
    assert papers["lanting"].settings.layout == LayoutSettings(head=20)
    assert "LTRB20261123A03.pdf: date 2026-11-23, label A03" in checked
    assert "x: not known" in checked


@pytest.mark.parametrize(
    ("text", "words"),
    [("", r"\[\[plan.sections\]\]"), (PAPER + "[x]\n", "x: Extra")],
)
def test_a_profile_that_cannot_watch_is_refused(text: str, words: str, tmp_path: Path) -> None:
    path = tmp_path / "paper.toml"
    path.write_text(text)

    with pytest.raises(UsageError, match=words):
        load_papers([path])


def test_two_papers_of_one_key_are_refused(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "same.toml").write_text(PAPER)

    with pytest.raises(UsageError, match="has the key 'same'"):
        load_papers([tmp_path / "one", tmp_path / "two"])


# --- the ledger -------------------------------------------------------------------


def test_a_ledger_of_a_newer_program_is_refused(out: Night) -> None:
    with closing(open_ledger(out.office.ledger)) as db:
        db.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")

    with pytest.raises(UsageError, match="newer version"):
        open_ledger(out.office.ledger)


@pytest.mark.parametrize("data", [b"no ledger at all" * 99, b"SQLite format 3\0" + b"\xff" * 200])
def test_what_is_no_ledger_is_refused(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    path.write_bytes(data)

    with pytest.raises((UsageError, OutputError), match=r"ledger\.sqlite"):
        open_ledger(path)


def test_a_lost_ledger_starts_anew_from_the_inbox(out: Night) -> None:
    shutil.rmtree(out.office.state)

    for label in LABELS:
        out.drop(f"LT20261123{label}.pdf", story(label))
    out.run()

    assert out.labels() == list(LABELS)
