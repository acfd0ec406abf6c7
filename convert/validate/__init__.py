"""Is an edition fit to publish? Files in, findings out; nothing is changed."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from convert.validate.checks import CHECKS, FIRST
from convert.validate.findings import Fault, Finding, Severity
from convert.validate.reading import UnreadableError, Xml, read_document
from convert.validate.reports import (
    findings_to_json,
    findings_to_junit,
    findings_to_text,
)
from convert.validate.schemas import schema_faults
from convert.validate.subject import Content, Subject
from convert.validate.xml_content import edition_from_xml

__all__ = [
    "CHECKS",
    "FIRST",
    "Finding",
    "Severity",
    "edition_files",
    "findings_to_json",
    "findings_to_junit",
    "findings_to_text",
    "validate",
]

NAMES = ("edition.json", "edition.xml")
"""What is looked for in a folder."""


def edition_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files to examine: those named, and those in the folders named."""
    files: list[Path] = []
    for path in paths:
        inside = [path / name for name in NAMES if (path / name).exists()]
        files += (inside or [path / NAMES[0]]) if path.is_dir() else [path]
    return tuple(dict.fromkeys(files))


def validate(paths: Iterable[Path]) -> tuple[Finding, ...]:
    """Return everything that is wrong with the editions at `paths`.

    A path is an edition's folder, its edition.json or its edition.xml. If both files
    of a folder are examined, they are also compared.
    """
    findings: list[Finding] = []
    contents: dict[Path, Content] = {}
    for file in edition_files(paths):
        content = _read(file, findings)
        if content is not None:
            contents[file] = content
    for file, content in contents.items():
        twin = contents.get(file.with_name(NAMES[0])) if file.name == NAMES[1] else None
        findings += _examine(file, Subject(content, file.parent, twin))
    return tuple(findings)


def _read(file: Path, findings: list[Finding]) -> Content | None:
    """Return the content, or None and say in `findings` what is wrong with it."""
    try:
        document = read_document(file)
    except UnreadableError as error:
        findings.append(_first("unreadable", file, Fault("", str(error))))
        return None
    faults = [_first("schema", file, fault) for fault in schema_faults(document)]
    findings += faults
    if faults:
        return None
    if isinstance(document, Xml):
        return edition_from_xml(document.root)
    content: Content = document.data
    return content


def _first(code: str, file: Path, fault: Fault) -> Finding:
    return Finding(
        code=code,
        severity=Severity.ERROR,
        path=file,
        where=fault.where,
        message=fault.message,
        cure=FIRST[code],
    )


def _examine(file: Path, subject: Subject) -> Iterator[Finding]:
    for code, check in CHECKS.items():
        for fault in check.run(subject):
            yield Finding(
                code=code,
                severity=check.severity,
                path=file,
                where=fault.where,
                message=fault.message,
                cure=check.cure,
            )
