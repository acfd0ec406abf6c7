"""The faults of a real night, each with its test: `FAULTS` names them all.

What one machine cannot have (a network share that drops events, an exhausted limit of
inotify) is put in its place: a watcher without any events, a mount table that says so.
"""

import io
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pikepdf
import pytest

from convert.errors import UsageError
from convert.nightly import inbox, walls
from convert.nightly.ledger import open_ledger
from convert.nightly.ledger.mounts import network_type
from convert.nightly.shift import on_duty
from convert.nightly.staging import NotTaken, Staging
from convert.nightly.wholeness import Verdict, look_at
from convert.pipeline.limits import kill
from tests.night import LANTING, Night, bomb, pdf, profile, story

FAULTS = {
    "same file queued twice": "test_a_file_that_is_seen_twice_is_one_page",
    "no file events": "test_without_any_events_all_is_taken",
    "a page hangs the renderer": "test_a_page_that_hangs_is_set_aside_and_the_night_goes_on",
    "NFC and NFD twin names": "test_twin_names_are_one_page",
    "ledger on a network share": "test_a_ledger_on_a_network_share_is_refused",
    "event queue overflow": "test_without_any_events_all_is_taken",
    "bomb guard hits a legitimate page": "test_a_large_page_is_no_bomb",
    "worker lost: task lost or looping": "test_a_page_that_dies_once_is_converted",
    "DST skips or doubles the deadline": "test_a_deadline_is_one_moment_in_every_night",
    "out of memory": "test_a_page_that_wants_all_memory_is_stopped",
    "partial upload": "test_a_cut_file_is_never_whole",
    "reserved names": "test_names_never_become_paths",
    "HTML in names": "test_names_of_files_are_text_in_the_report",
    "disk full recorded as success": "test_a_full_disk_stops_nothing_for_good",
    "clock step": "test_a_clock_that_is_set_neither_skips_nor_doubles_an_issue",
    "future mtime": "test_a_file_from_the_future_is_taken",
    "unreadable or undeletable input": "test_an_undeletable_file_is_taken_once",
    "preallocated size": "test_a_cut_file_is_never_whole",
    "inotify limits": "test_without_any_events_all_is_taken",
    "a crash strands pending work": "test_a_watcher_killed_at_any_instant_changes_no_byte",
    "EBUSY never retried": "test_a_file_that_is_busy_is_tried_again",
    ".filepart renamed later": "test_a_partial_name_is_taken_when_it_is_renamed",
    "a file lands while the watcher re-arms": "test_without_any_events_all_is_taken",
    "a new version after publication": "test_a_late_page_makes_a_new_revision",
    "a new version in mid-conversion": "test_a_version_that_comes_in_mid_conversion_wins",
    "a page missing at the deadline": "test_an_incomplete_issue_waits_for_its_deadline",
    "links, pipes, ../": "test_no_link_leads_out_of_the_inbox",
    "encrypted": "test_the_report_names_every_incident",
    "bombs": "test_a_page_that_hangs_is_set_aside_and_the_night_goes_on",
}
"""Fault of a night -> the test of it, here or in another file of the night."""


def test_every_fault_has_a_test() -> None:
    text = "".join(p.read_text(encoding="utf-8") for p in Path(__file__).parent.glob("test_*.py"))
    tests = set(re.findall(r"^def (test_\w+)", text, re.MULTILINE))

    assert set(FAULTS.values()) <= tests
    assert len(FAULTS) >= 25


@pytest.fixture
def night(tmp_path: Path) -> Night:
    return Night(tmp_path)


def deliver(night: Night, *labels: str) -> None:
    for label in labels:
        night.drop(f"LT20261123{label}.pdf", story(label))


def test_a_file_that_is_seen_twice_is_one_page(night: Night) -> None:
    deliver(night, "A01", "A02", "A03")
    night.office.inbox.chmod(0o755)
    night.run()
    # The queue of a watcher that began anew has the same files once more.
    deliver(night, "A01", "A02", "A03")
    night.run()

    assert night.report().counts["page-converted"] == 3
    assert night.report().counts["issue-published"] == 1


def test_without_any_events_all_is_taken(night: Night) -> None:
    for folder in range(12):
        for label in ("A01", "A02", "A03"):
            night.drop(f"{folder:02}/LT202611{folder % 3 + 20}{label}.pdf", story(label))

    night.run()

    assert not [p for p in night.office.inbox.rglob("*") if p.is_file()]
    assert len([*night.office.out.glob("lanting/2026-11-*/edition.json")]) == 3


def test_a_page_that_hangs_is_set_aside_and_the_night_goes_on(tmp_path: Path) -> None:
    short = LANTING.model_copy(update={"walls": profile(walls={"cpu_seconds": 1}).walls})
    night = Night(tmp_path, {"lanting": short})
    deliver(night, "A01", "A02")
    night.drop("LT20261123A03.pdf", bomb())

    night.run()

    assert night.labels() == ["A01", "A02"]
    assert night.report().counts["page-died"] == 2
    assert night.report().counts["page-lost"] == 1
    assert "A03 is not available" in [i["message"] for i in night.edition()["issues"]]


class Hungry:
    """A task that wants more memory than it may have."""

    def run(self, folder: Path) -> None:
        blocks = [bytearray(1 << 26) for _ in range(64)]
        (folder / "never").write_text(str(len(blocks)))


class Sleepy:
    """A task that does nothing, for too long."""

    def run(self, folder: Path) -> None:
        import time

        (folder / "begun").touch()
        time.sleep(600)


def test_a_page_that_wants_all_memory_is_stopped(tmp_path: Path) -> None:
    job = walls.start(Hungry(), tmp_path, profile(walls={"memory_mib": 1024}).walls, 0.0)
    job.process.join(60)

    ending = walls.finish(job)

    assert not ending.ok
    assert not ending.disk
    assert not (tmp_path / "never").exists()


def test_a_task_that_sleeps_is_killed_when_its_time_is_up(tmp_path: Path) -> None:
    job = walls.start(Sleepy(), tmp_path, profile(walls={"seconds": 5}).walls, 0.0)

    assert not job.overdue(4.9)
    assert job.overdue(5.1)
    ending = walls.finish(job)

    assert (ending.ok, ending.reason) == (False, "took longer than 5 s")


def test_twin_names_are_one_page(tmp_path: Path) -> None:
    cafe = profile(
        files={"pattern": r"Café(?P<date>\d{8})(?P<section>A)(?P<page>\d\d)"},
        plan={"sections": [{"label": "A", "pages": 1}]},
    )
    night = Night(tmp_path, {"cafe": cafe})
    for form in ("NFC", "NFD"):
        name = unicodedata.normalize(form, "Café20261123A01.pdf")
        night.drop(name, story("A01"))

    night.run()

    assert [*night.office.inbox.iterdir()] == []
    assert night.report().counts["page-converted"] == 1


MOUNTS = """\
22 1 8:1 / / rw - ext4 /dev/sda1 rw
40 22 0:40 / /srv/share rw - nfs4 host:/share rw
41 22 8:2 / /srv/share/local\\040disk rw - xfs /dev/sdb1 rw
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [("/srv", ""), ("/srv/share/out", "nfs4"), ("/srv/share/local disk/out", "")],
)
def test_a_ledger_on_a_network_share_is_refused(folder: str, kind: str, tmp_path: Path) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(MOUNTS)

    assert network_type(Path(folder), mounts) == kind


def test_opening_a_ledger_there_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("convert.nightly.ledger.network_type", lambda _: "cifs")

    with pytest.raises(UsageError, match=r"network share \(cifs\).*--state"):
        open_ledger(tmp_path / "ledger.sqlite")


def test_a_large_page_is_no_bomb(night: Night) -> None:
    large = pdf("A poster", "Large, and still a page. " * 30, size=(4000, 5600))
    deliver(night, "A01", "A02")
    night.drop("LT20261123A03.pdf", large)

    night.run()

    assert night.labels() == ["A01", "A02", "A03"]
    assert "page-failed" not in night.codes()


def test_a_page_that_dies_once_is_converted(night: Night, monkeypatch: pytest.MonkeyPatch) -> None:
    deaths = iter([True])
    real = walls.start

    def start(task: walls.Task, folder: Path, *more: object) -> walls.Job:
        job = real(task, folder, *more)  # type: ignore[arg-type]
        if "Convert" in type(task).__name__ and next(deaths, False):
            kill(job.process)
        return job

    monkeypatch.setattr("convert.nightly.walls.start", start)
    deliver(night, "A01", "A02", "A03")

    night.run()

    assert night.labels() == ["A01", "A02", "A03"]
    assert night.report().counts["page-died"] == 1


def test_a_page_that_kills_twice_is_kept_as_a_picture(
    night: Night, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = walls.start

    def start(task: walls.Task, folder: Path, *more: object) -> walls.Job:
        job = real(task, folder, *more)  # type: ignore[arg-type]
        if getattr(getattr(task, "job", None), "number", 0) == 3 and "Convert" in repr(type(task)):
            kill(job.process)
        return job

    monkeypatch.setattr("convert.nightly.walls.start", start)
    deliver(night, "A01", "A02", "A03")

    night.run()

    assert night.labels() == ["A01", "A02", "A03"]
    last = night.edition()["pages"][2]
    assert (night.issue() / last["images"][0]["path"]).is_file()
    assert [a for a in night.edition()["articles"] if "p03" in a["pages"]] == []
    assert "page-deadly" in night.codes()


GUARD = """
import os, sys
folder = sys.argv[1]
def hook(event, args):
    if event.startswith(("socket.", "subprocess.", "os.exec", "os.posix_spawn", "os.system")):
        sys.exit(f"{event} {args}")
    if event == "open" and isinstance(args[0], str) and args[2] & (os.O_WRONLY | os.O_RDWR):
        if not os.path.realpath(args[0]).startswith((folder, "/dev/null")):
            sys.exit(f"{event} {args}")
from pathlib import Path
from convert.nightly.preflight import Expected
from convert.nightly.tasks import ConvertTask, LookTask
from convert.pipeline import work
from convert.pipeline.pages import Job
from convert.settings import ImageSettings, Settings, SourceSettings
from convert.imaging.encoders import ENCODERS
images = ImageSettings(sizes={"page": 300})
settings = Settings(source=SourceSettings(ocr="off"), images=images)
pdf, home = Path(folder) / "page.pdf", Path(folder) / "work"
home.mkdir()
sys.addaudithook(hook)
LookTask(pdf).run(home)
ConvertTask(Job(path=pdf, index=0, settings=settings), Expected()).run(home)
"""


def test_a_page_starts_no_program_and_reaches_no_network(tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(story("active"))) as file:
        run = pikepdf.Dictionary(S=pikepdf.Name.Launch, F=b"/bin/touch", NewWindow=True)
        script = pikepdf.Dictionary(
            S=pikepdf.Name.JavaScript, JS=b"app.launchURL('http://127.0.0.1:9/x', true);"
        )
        link = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=b"http://127.0.0.1:9/x")
        file.Root.OpenAction = run
        file.pages[0].AA = pikepdf.Dictionary(O=script, C=link)
        file.Root.AcroForm = pikepdf.Dictionary(XFA=b"<xfa/>", Fields=pikepdf.Array())
        file.save(tmp_path / "page.pdf")

    done = subprocess.run(
        [sys.executable, "-B", "-c", GUARD, str(tmp_path.resolve())],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "work" / "made" / "result.json").is_file()


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 0.9, 0.99, 0.995])
@pytest.mark.parametrize("tail", ["cut", "zeros"])
def test_a_cut_file_is_never_whole(share: float, tail: str, tmp_path: Path) -> None:
    whole = story("A01")
    kept = whole[: int(len(whole) * share)]
    path = tmp_path / "a.pdf"
    path.write_bytes(kept if tail == "cut" else kept.ljust(len(whole), b"\0"))

    assert look_at(path).verdict in {Verdict.TORN, Verdict.NOT_PDF}

    path.write_bytes(whole)
    assert look_at(path).verdict is Verdict.WHOLE


@pytest.mark.parametrize(
    "name", ["CON.pdf", "NUL", "a:b.pdf", "page.pdf. ", "..pdf", "-rf.pdf", "%2e%2e%2f.pdf", "a\\b"]
)
def test_names_never_become_paths(name: str, tmp_path: Path) -> None:
    anything = profile(
        files={"pattern": r"(?P<version>.*)"},
        plan={"sections": [{"label": "A", "pages": 1}]},
        rules={"undated": "next"},
    )
    night = Night(tmp_path, {"any": anything})
    night.drop(name, story("A01"))

    night.run()

    files = [p for p in tmp_path.rglob("*") if p.is_file() and p.parent != night.office.inbox]
    assert not [p for p in files if name.strip(". ") in p.name]


def test_no_link_leads_out_of_the_inbox(night: Night, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "LT20261123A01.pdf").write_bytes(story("secret"))
    (night.office.inbox / "LT20261123A01.pdf").symlink_to(secret / "LT20261123A01.pdf")
    (night.office.inbox / "folder").symlink_to(secret)
    os.mkfifo(night.office.inbox / "LT20261123A02.pdf")

    night.run()

    assert night.report().counts["file-odd"] == 3
    assert "page-converted" not in night.codes()
    assert (secret / "LT20261123A01.pdf").is_file()


def test_a_link_that_takes_the_place_of_a_file_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"%PDF secret")
    (tmp_path / "link").symlink_to(tmp_path / "secret")
    os.mkfifo(tmp_path / "pipe")

    for name in ("link", "pipe"):
        with pytest.raises(NotTaken) as caught:
            Staging(tmp_path / "staging").take(tmp_path / name, 1 << 20)
        assert caught.value.odd


def test_a_file_beyond_the_limit_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "big.pdf").write_bytes(b"x" * 4096)

    with pytest.raises(NotTaken, match="larger"):
        Staging(tmp_path / "staging").take(tmp_path / "big.pdf", 4095)


def test_a_clock_that_is_set_neither_skips_nor_doubles_an_issue(night: Night) -> None:
    deliver(night, "A01")
    night.clock.wind_to("2026-11-23 02:00")
    night.run()
    published = night.report().counts["issue-published"]

    night.clock.step = -7200
    night.run()
    night.clock.step = 7200
    night.run()

    assert night.report().counts["issue-published"] == published == 1


def test_a_file_from_the_future_is_taken(night: Night) -> None:
    deliver(night, "A01", "A02")
    path = night.drop("LT20261123A03.pdf", story("A03"))
    os.utime(path, (4e9, 4e9))

    night.run()

    assert night.labels() == ["A01", "A02", "A03"]


def test_an_undeletable_file_is_taken_once(night: Night, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, stamp: str) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("convert.nightly.reception.remove", refuse)
    deliver(night, "A01", "A02", "A03")

    night.run()
    night.run()

    assert night.report().counts["page-converted"] == 3
    assert night.report().counts["file-unreadable"] == 3
    assert len([*night.office.inbox.iterdir()]) == 3


def test_a_file_that_is_busy_is_tried_again(night: Night, monkeypatch: pytest.MonkeyPatch) -> None:
    real, busy = Staging.take, iter([16, 116])

    def take(self: Staging, original: Path, limit: int) -> object:
        if (number := next(busy, None)) is not None:
            raise OSError(number, os.strerror(number), str(original))
        return real(self, original, limit)

    monkeypatch.setattr(Staging, "take", take)
    monkeypatch.setattr("convert.nightly.reception.RETRY", 0.05)
    deliver(night, "A01", "A02", "A03")

    night.run()

    assert night.labels() == ["A01", "A02", "A03"]
    assert "file-unreadable" in night.codes()


def test_a_partial_name_is_taken_when_it_is_renamed(night: Night) -> None:
    deliver(night, "A01", "A02")
    path = night.drop("LT20261123A03.pdf.filepart", story("A03"))
    night.run()
    assert path.is_file()
    assert not night.issue().exists()

    path.rename(path.with_suffix(""))
    night.run()

    assert night.labels() == ["A01", "A02", "A03"]


def test_a_file_that_cannot_be_read_holds_up_no_issue(
    night: Night, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Staging.take

    def take(self: Staging, original: Path, limit: int) -> object:
        if "A03b" in original.name:
            raise PermissionError(13, "Permission denied", str(original))
        return real(self, original, limit)

    monkeypatch.setattr(Staging, "take", take)
    night.drop("LT20261123A03b.pdf", story("A03"))
    deliver(night, "A01", "A02", "A03")

    night.run()

    assert night.labels() == ["A01", "A02", "A03"]


def test_a_page_waits_for_the_file_that_says_it_is_whole(tmp_path: Path) -> None:
    careful = LANTING.model_copy(
        update={"inbox": LANTING.inbox.model_copy(update={"companion": ".done"})}
    )
    night = Night(tmp_path, {"lanting": careful})
    deliver(night, "A01", "A02", "A03")
    for label in ("A01", "A02"):
        night.drop(f"LT20261123{label}.pdf.done", b"")
    night.run()
    assert [p.name for p in night.office.inbox.iterdir()] == ["LT20261123A03.pdf"]

    night.drop("LT20261123A03.done", b"")
    night.run()

    assert night.labels() == ["A01", "A02", "A03"]
    assert [*night.office.inbox.iterdir()] == []


def test_a_file_that_says_all_is_delivered_sends_the_issue_out(tmp_path: Path) -> None:
    hasty = LANTING.model_copy(
        update={"inbox": LANTING.inbox.model_copy(update={"finish": "end.txt"})}
    )
    night = Night(tmp_path, {"lanting": hasty})
    deliver(night, "A01", "A03")
    night.run()
    assert not night.issue().exists()

    night.drop("end.txt", b"")
    night.run()

    assert night.labels() == ["A01", "A03"]
    assert [*night.office.inbox.iterdir()] == []


def test_files_to_be_ignored_hold_up_nothing(tmp_path: Path) -> None:
    choosy = LANTING.model_copy(
        update={"inbox": LANTING.inbox.model_copy(update={"ignore": ("*b.pdf",)})}
    )
    night = Night(tmp_path, {"lanting": choosy})
    deliver(night, "A01b", "A01", "A02", "A03")

    night.run()

    assert night.labels() == ["A01", "A02", "A03"]
    assert [p.name for p in night.office.inbox.iterdir()] == ["LT20261123A01b.pdf"]


def test_a_version_that_comes_in_mid_conversion_wins(
    night: Night, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, first = walls.start, iter([True])

    def start(task: walls.Task, folder: Path, *more: object) -> walls.Job:
        if "Convert" in type(task).__name__ and next(first, False):
            night.drop("LT20261123A01b.pdf", story("A01", "Newer."))
        return real(task, folder, *more)  # type: ignore[arg-type]

    monkeypatch.setattr("convert.nightly.walls.start", start)
    deliver(night, "A01", "A02", "A03")

    night.run()

    assert "Newer." in (night.issue() / "edition.json").read_text()


def test_a_full_disk_stops_nothing_for_good(night: Night, monkeypatch: pytest.MonkeyPatch) -> None:
    real, full = Staging.take, iter([28, 28, 28])

    def take(self: Staging, original: Path, limit: int) -> object:
        if (number := next(full, None)) is not None:
            raise OSError(number, os.strerror(number), str(self.folder))
        return real(self, original, limit)

    monkeypatch.setattr(Staging, "take", take)
    monkeypatch.setattr("convert.nightly.shift.TRIES", 0.01)
    deliver(night, "A01", "A02", "A03")

    night.run()

    assert night.labels() == ["A01", "A02", "A03"]
    assert night.report().counts["file-taken"] == 3
    assert night.report().counts["disk-refused"] == 1


def test_an_output_that_cannot_be_written_is_tried_again(
    night: Night, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("convert.nightly.presswork.PAUSE", 0.2)
    (night.office.out).mkdir()
    blocker = night.office.out / "lanting"
    blocker.write_text("a file where a folder should be")
    deliver(night, "A01", "A02", "A03")

    real = inbox.look
    looks = iter(range(10_000))

    def look(folder: Path) -> list[inbox.Seen]:
        if next(looks) == 60:
            blocker.unlink()
        return real(folder)

    monkeypatch.setattr("convert.nightly.inbox.look", look)
    night.run()

    assert night.labels() == ["A01", "A02", "A03"]
    assert night.report().counts["publish-failed"] == 1


def test_a_second_watcher_is_refused(night: Night) -> None:
    with on_duty(night.office), pytest.raises(UsageError, match="another watcher"):
        night.run()
