"""Findings as JUnit XML: a suite a file, a case a finding, one that passes for a clean file.

A finding that makes the check fail is a failure, an accepted one is skipped, any other passes and
is told in the case's output: so the report is red exactly where the exit code is.
"""

from __future__ import annotations

from collections import Counter
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from kediri_index.messages.catalogue import message_of, severity_of
from kediri_index.messages.texts import text
from kediri_index.model.findings import Finding
from kediri_index.model.text import printable, spelled_commands
from kediri_index.present.findings import FindingsReport, OfFile, place_in_file

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_COUNTS = ("tests", "failures", "errors", "skipped")


def rendered(report: FindingsReport) -> str:
    """Return the report of a test run; nothing in it varies between two runs."""
    root = Element("testsuites", {"name": "kediri-index check"})
    for of_file in report.files():
        root.append(_suite(report, of_file))
    for count in _COUNTS:
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    indent(root)
    said = spelled_commands(tostring(root, encoding="unicode"), "#&#35;")
    return f"{_DECLARATION}{said}\n"


def _suite(report: FindingsReport, of_file: OfFile) -> Element:
    name = printable(of_file.path or text("across-files", report.language))
    suite = Element("testsuite", {"name": name})
    names: Counter[str] = Counter()
    for finding in of_file.findings:
        case = _case(suite, name, _name(finding, names))
        if report.fails(finding):
            about = {"message": _message(report, finding), "type": finding.code}
            SubElement(case, "failure", about).text = _sentence(report, finding)
        else:
            severity = text(f"severity.{severity_of(finding).value}", report.language)
            said = SubElement(case, "system-out")
            said.text = f"{severity}: {_sentence(report, finding)}"
    for finding, waiver in of_file.waived:
        case = _case(suite, name, _name(finding, names))
        accepted = printable(f"{text('waived', report.language)}: {report.accepted(waiver)}")
        SubElement(case, "skipped", {"message": accepted}).text = _sentence(report, finding)
    if not len(suite):
        _case(suite, name, text("clean", report.language))
    failures = suite.findall("testcase/failure")
    skipped = suite.findall("testcase/skipped")
    for count, number in zip(_COUNTS, (len(suite), len(failures), 0, len(skipped)), strict=True):
        suite.set(count, str(number))
    return suite


def _case(suite: Element, path: str, name: str) -> Element:
    return SubElement(suite, "testcase", {"classname": path, "name": name, "file": path})


def _name(finding: Finding, names: Counter[str]) -> str:
    """Return a name that no other case of the suite has: readers take equal ones for one case."""
    name = printable(f"{finding.code} {place_in_file(finding)}".rstrip())
    names[name] += 1
    return name if names[name] == 1 else f"{name} ({names[name]})"


def _message(report: FindingsReport, finding: Finding) -> str:
    return printable(message_of(finding, report.language))


def _sentence(report: FindingsReport, finding: Finding) -> str:
    place = place_in_file(finding)
    said = report.sentence(finding)
    return printable(f"{place}: {said}" if place else said)
