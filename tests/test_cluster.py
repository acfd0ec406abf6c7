"""A Dask cluster of several processes gives what one machine gives, whoever is lost."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from convert.cli import app
from convert.errors import UsageError
from convert.pipeline.cluster import cluster, convert_parcel
from convert.pipeline.issue import Order, build
from convert.pipeline.pages import Job
from tests.test_pipeline import SMALL, page_pdf


@pytest.fixture(scope="module")
def workers() -> Iterator[Any]:
    """A cluster of two processes on this machine."""
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
    ) as found:
        yield found


def files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*.*")}


def test_a_cluster_that_loses_a_worker_gives_the_same_bytes(workers: Any, tmp_path: Path) -> None:
    pdfs = [page_pdf(tmp_path / f"A{n:02}.pdf", f"Page {n} speaks.") for n in range(1, 9)]
    build(pdfs, tmp_path / "here", Order(profile=SMALL))
    told: list[str] = []

    def tell(job: Job) -> None:
        told.append(job.path.name)
        if len(told) == 3:
            os.kill(next(iter(workers.workers.values())).pid, signal.SIGKILL)

    address = workers.scheduler_address.replace("tcp://", "dask://")
    order = Order(profile=SMALL, convert=cluster(address), tell=tell)
    build(pdfs, tmp_path / "there", order)

    assert files(tmp_path / "there") == files(tmp_path / "here")
    assert sorted(told) == [pdf.name for pdf in pdfs]


def test_a_page_travels_with_its_pictures(tmp_path: Path) -> None:
    pdf = page_pdf(tmp_path / "A01.pdf", "Page speaks.")
    job = Job(path=pdf, index=0, settings=SMALL.settings, folder=tmp_path / "elsewhere")

    parcel = convert_parcel(pdf.read_bytes(), job)

    assert [name for name, _ in parcel.files] == ["images/p01-page.jpg"]
    assert not (tmp_path / "elsewhere").exists()


def test_no_scheduler_is_a_clear_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("convert.pipeline.cluster.PATIENCE", 0.2)
    pdf = page_pdf(tmp_path / "A01.pdf", "Page speaks.")

    with pytest.raises(UsageError, match="no Dask scheduler answers"):
        build([pdf], tmp_path / "out", Order(convert=cluster("dask://127.0.0.1:9")))


def test_workers_that_are_no_number_are_refused(tmp_path: Path) -> None:
    pdf = page_pdf(tmp_path / "A01.pdf", "Page speaks.")

    done = CliRunner().invoke(
        app, ["build", str(pdf), "--out", str(tmp_path / "out"), "--workers", "many"]
    )

    assert isinstance(done.exception, UsageError)
