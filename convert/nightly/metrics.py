"""Figures for Prometheus, as the text file that node_exporter's collector reads."""

from collections.abc import Iterator

from convert.nightly.ledger import Connection
from convert.nightly.ledger.issues import pulse

_SUMS = (
    (
        "banmian_files",
        "state",
        "files seen, by state",
        "SELECT state, count(*) FROM file GROUP BY 1",
    ),
    ("banmian_pages", "state", "pages, by state", "SELECT state, count(*) FROM page GROUP BY 1"),
    (
        "banmian_events_total",
        "code",
        "what happened, by code",
        "SELECT code, count(*) FROM event GROUP BY 1",
    ),
    (
        "banmian_errands",
        "state",
        "hooks and deliveries, by state",
        "SELECT state, count(*) FROM errand GROUP BY 1",
    ),
    (
        "banmian_page_seconds_total",
        "",
        "seconds that pages took",
        "SELECT '', total(seconds) FROM page",
    ),
    (
        "banmian_revisions_total",
        "",
        "revisions published",
        "SELECT '', count(*) FROM revision WHERE stood_at != ''",
    ),
    (
        "banmian_issues_overdue",
        "",
        "issues past their deadline that are not out",
        (
            "SELECT '', count(*) FROM issue WHERE closed_at = '' AND deadline <="
            " coalesce((SELECT at FROM pulse), '')"
            " AND id NOT IN (SELECT issue FROM revision WHERE stood_at != '')"
        ),
    ),
)


def metrics(db: Connection) -> str:
    """Return the figures in Prometheus' text format."""
    return "".join(f"{line}\n" for line in _lines(db))


def _lines(db: Connection) -> Iterator[str]:
    for name, label, words, question in _SUMS:
        kind = "counter" if name.endswith("_total") else "gauge"
        yield f"# HELP {name} {words}"
        yield f"# TYPE {name} {kind}"
        for value, number in db.execute(question).fetchall():
            where = f'{{{label}="{value}"}}' if label else ""
            yield f"{name}{where} {number}"
    if beat := pulse(db):
        yield "# HELP banmian_pulse_seconds when the watcher was last alive, Unix time"
        yield "# TYPE banmian_pulse_seconds gauge"
        yield f"banmian_pulse_seconds {beat.timestamp():.0f}"
