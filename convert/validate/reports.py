"""Findings for people (text), for programs (JSON) and for CI (JUnit XML)."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from lxml import etree

from convert.letters import writable
from convert.validate.checks import CHECKS, FIRST
from convert.validate.findings import Finding


def findings_to_text(findings: Iterable[Finding]) -> str:
    """Return one line per finding and one for its cure."""
    return "".join(
        f"{_place(finding)}: {finding.severity}: {finding.code}: {finding.message}\n"
        f"    cure: {finding.cure}\n"
        for finding in findings
    )


def findings_to_json(findings: Iterable[Finding]) -> str:
    """Return a JSON list of objects with the names of `Finding`."""
    rows = [
        {
            "code": finding.code,
            "severity": finding.severity.value,
            "path": finding.path.as_posix(),
            "where": finding.where,
            "message": finding.message,
            "cure": finding.cure,
        }
        for finding in findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def findings_to_junit(findings: Sequence[Finding], files: Iterable[Path]) -> bytes:
    """Return a JUnit report with one test case per file and check.

    `files` are those that were examined (`edition_files`); checks that a broken file
    never came to are told as skipped.
    """
    suites = etree.Element("testsuites", name="banmian validate")
    for file in files:
        own = [finding for finding in findings if finding.path == file]
        suites.append(_suite(file, own))
    return etree.tostring(suites, encoding="utf-8", xml_declaration=True, pretty_print=True)


def _suite(file: Path, findings: Sequence[Finding]) -> etree._Element:
    name = writable(file.as_posix())
    found = {finding.code for finding in findings}
    stopped = bool(found & FIRST.keys())
    suite = etree.Element("testsuite", name=name)
    for code in (*FIRST, *CHECKS):
        case = etree.SubElement(suite, "testcase", classname=name, name=code)
        if stopped and code not in found:
            etree.SubElement(case, "skipped")
        if code in found:
            messages = [_junit_line(f) for f in findings if f.code == code]
            failure = etree.SubElement(case, "failure", message=messages[0], type=code)
            failure.text = "\n".join(messages)
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(len(found)))
    suite.set("skipped", str(len(suite.findall("testcase/skipped"))))
    return suite


def _junit_line(finding: Finding) -> str:
    where = f"{finding.where}: " if finding.where else ""
    return writable(f"{where}{finding.message} ({finding.cure})")


def _place(finding: Finding) -> str:
    where = f": {finding.where}" if finding.where else ""
    return f"{finding.path.as_posix()}{where}"
