"""What ``check`` prints for programs, read by parsers that are not the project's."""

from __future__ import annotations

import json
import unicodedata
from datetime import date
from string import Formatter
from xml.etree import ElementTree as ET

import pytest

from kediri_index.cli.printing import printed_in
from kediri_index.messages.catalogue import CATALOGUE, message_of, severity_of
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding, Mark, Severity, Source, in_order
from kediri_index.model.language import Language
from kediri_index.model.profile import Waived, Waiver
from kediri_index.model.text import printable, spelled_commands
from kediri_index.present.commands.check import CheckPresentation
from kediri_index.present.findings import FindingsReport
from kediri_index.present.formats import Format
from kediri_index.present.renderers.github import (
    MOST_ANNOTATIONS,
    MOST_BYTES_OF_SUMMARY,
    annotated,
    summary,
)
from tests.findings.building import ANSWERS
from tests.findings.building import definition as definition_of
from tests.present.format_readers import READERS, Told, command_of, of_github, of_md

HOSTILE = {
    "terminal": "\x1b[2J\x1b]0;x\x07\x9b31m",
    "direction": "\u202eabc\u2066\u200f",
    "command": "\n::error file=x::y\r\n::stop-commands::t",
    "old command": "##[error]x",
    "end of cdata": "]]>x<!-- -->",
    "pipes": r"a|b\|c\\|d\\\|",
    "backticks": "`x` ```\ny\n```",
    "script": "<script>alert(1)</script><img src=x onerror=y>",
    "entities": "&lt;b&gt; &amp; &#0;",
    "breaks": "a\nb\rc\u2028d\u2029e\x85f\x0bg\x0ch",
    "nul": "a\x00b",
    "half a pair": "a\ud800b\udcffc",
    "no characters": "\ufffe\uffff\U0001ffff",
    "beyond one unit": "\U000e0041x\U0001f600",
    "templates": "{0} {value} {indicator} %s %0A%25%3A",
    "links": "[x](javascript:alert(1)) ![i](http://e/x.png) <http://e>",
    "bare links": "https://e.example/x www.e.example @siapa",
    "headings": "# a\n## b\n---\n- c",
    "emphasis": "**a** _b_ ~~c~~",
    "quotes": "'\"a\"'",
    "properties": "a,b:c=d;e",
    "spaces": "  \t a  ",
    "formula": "=cmd|'/c calc'!A1",
}
each_hostile = pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
each_format = pytest.mark.parametrize("form", READERS)
ONE = Waiver(
    "C203",
    Source("a.xlsx", "Isi", "C2"),
    "sudah disepakati",
    "Dewi",
    date(2026, 12, 31),
    Mark("waivers.yaml", 3, 9),
    Mark("waivers.yaml", 7, 10),
)


@pytest.fixture(scope="module")
def definition() -> Definition:
    return definition_of(ANSWERS)


def printed(form: Format, report: FindingsReport, definition: Definition | None = None) -> str:
    return "".join(printed_in(form, CheckPresentation(report.language, report, definition)))


def hostile_report(text: str) -> FindingsReport:
    """The same text wherever a text of somebody else's may come from."""
    value = Finding("C110", file="a.xlsx", sheet="Isi", cell="C2", value=text)
    everywhere = Finding("X301", f"{text}.csv", text, "C3", value=text, indicator=text)
    line = Finding("D102", "p.yaml", line=3, column=1, value=text)
    waived = Finding("C203", "a.xlsx", "Isi", "C4", value=text)
    waiver = ONE._replace(reason=text, who=text, mark=Mark(text, 1, 1))
    findings = [filled(one, text) for one in (value, everywhere, line)]
    accepted = Waived(filled(waived, text), waiver)
    return FindingsReport(in_order(findings), Language.EN, (accepted,), ("a.xlsx", f"{text}.csv"))


def filled(finding: Finding, text: str) -> Finding:
    """The finding with *text* for whatever its sentences name."""
    entry = CATALOGUE[finding.code]
    named = Formatter().parse(f"{entry.text_en} {entry.repair_en}")
    return finding._replace(params={name: text for _, name, _, _ in named if name})


def shown_in(form: Format, text: str) -> str:
    shown = printable(text)
    if form is Format.GITHUB:  # other CIs obey these anywhere in a line
        shown = spelled_commands(shown, "## ")
    return trimmed(shown)


@each_format
@each_hostile
def test_hostile_text_breaks_out_of_no_format(
    text: str, form: Format, definition: Definition
) -> None:
    report = hostile_report(text)
    out = printed(form, report, definition)
    out.encode()
    assert not [char for char in out if is_obeyed(char)]
    if form is not Format.GITHUB:  # a job's log takes no line for a command
        assert {command_of(line) for line in out.splitlines()} == {None}
    exact = form in {Format.JSON, Format.JSONL}
    seen = text if exact else shown_in(form, text)
    told = READERS[form](out)
    expected = [(one, False) for one in report.findings]
    if form is not Format.GITHUB:
        expected.append((report.waived[0].finding, True))
    assert len(told) == len(expected)
    for one, waived in expected:
        (same,) = [this for this in told if this.code == one.code]
        assert seen in (same.said if exact else trimmed(same.said))
        assert same.waived is waived
    (everywhere,) = [this for this in told if this.code == "X301"]
    if exact:
        assert (everywhere.file, everywhere.place) == (f"{text}.csv", f"{text}!C3")
    else:
        assert trimmed(everywhere.file) == shown_in(form, f"{text}.csv")
        place = trimmed(everywhere.place.replace("!", " !"))  # a heading ends without spaces
        assert place == trimmed(shown_in(form, f"{text}!C3").replace("!", " !"))


def is_obeyed(char: str) -> bool:
    """Whether a terminal or a viewer obeys *char* rather than show it."""
    return char != "\n" and unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


def trimmed(text: str) -> str:
    """Without the spaces that a table or a log has no room for."""
    return " ".join(text.split())


def test_a_waiver_is_told_in_json_with_who_and_until_when(definition: Definition) -> None:
    report = hostile_report("x")
    told = json.loads(printed(Format.JSON, report, definition))
    assert told["result"] == {"files": 0, "errors": 3, "warnings": 0, "notes": 0, "waived": 1}
    (waived,) = [one for one in told["findings"] if one.get("waived")]
    assert waived["waiver"] == {
        "file": "x",
        "line": 1,
        "reason": "x",
        "who": "x",
        "until": "2026-12-31",
    }
    lines = printed(Format.JSONL, report, definition).splitlines()
    assert [json.loads(line) for line in lines] == told["findings"]


MANY = tuple(
    Finding(code, f"{number:02}.xlsx", "Isi", f"C{number}", value=str(number))
    for number, code in enumerate(["F415", "X304", "C110"] * 6)
)


def many() -> FindingsReport:
    return FindingsReport(tuple(filled(one, "x") for one in MANY), Language.EN)


def test_github_gets_ten_annotations_and_the_heaviest_first() -> None:
    report = many()
    commands, rest = annotated(report)
    told = of_github(commands)
    assert len(told) == MOST_ANNOTATIONS
    everything = sorted(report.findings, key=lambda one: list(Severity).index(severity_of(one)))
    assert [(one.code, one.file) for one in told] == [
        (one.code, one.file) for one in everything[:MOST_ANNOTATIONS]
    ]
    left = everything[MOST_ANNOTATIONS:]
    assert list(rest) == [one for one in report.findings if one in left]


def test_the_summary_has_exactly_what_is_no_annotation() -> None:
    report = many()
    rest = annotated(report).rest
    said = summary(report, rest, MOST_BYTES_OF_SUMMARY)
    assert said.startswith(f"10 of {len(MANY)} findings are annotations")
    assert [(one.code, one.file) for one in of_md(said)] == [(one.code, one.file) for one in rest]


@pytest.mark.parametrize("room", [1500, 700, 0, -5])
def test_a_summary_without_room_says_how_many_are_left_out(room: int) -> None:
    report = many()
    rest = annotated(report).rest
    said = summary(report, rest, room)
    shown = len(of_md(said))
    assert shown < len(rest)
    assert f"{len(rest) - shown} more findings have no room" in said
    assert len(said.encode()) <= room or shown == 0


@pytest.mark.parametrize("fail_on", Severity)
def test_junit_is_red_exactly_where_the_exit_code_is(fail_on: Severity) -> None:
    report = many()._replace(fail_on=fail_on)
    root = ET.fromstring(printed(Format.JUNIT, report))  # noqa: S314 - our own text
    cases = [*root.iter("testcase")]
    failing = {case.get("file") for case in cases if case.find("failure") is not None}
    assert failing == {one.file for one in report.findings if report.fails(one)}
    assert bool(failing) is report.failed


def test_a_clean_file_is_one_case_that_passes() -> None:
    report = FindingsReport((), Language.EN, paths=("a.xlsx",))
    root = ET.fromstring(printed(Format.JUNIT, report))  # noqa: S314 - our own text
    assert [(case.get("file"), case.get("name"), len(case)) for case in root.iter("testcase")] == [
        ("a.xlsx", "no findings", 0)
    ]


def test_two_findings_of_one_code_at_one_place_are_two_cases() -> None:
    one = filled(Finding("C110", "a.xlsx", "Isi", "C2", value="x"), "1")
    report = FindingsReport((one, one._replace(value="y")), Language.EN)
    told = READERS[Format.JUNIT](printed(Format.JUNIT, report))
    assert [one.place for one in told] == ["Isi!C2", "Isi!C2 (2)"]


@each_format
def test_without_findings_there_is_nothing_to_read(form: Format, definition: Definition) -> None:
    report = FindingsReport((), Language.ID, paths=("a.xlsx",))
    assert READERS[form](printed(form, report, definition)) == []


@each_format
def test_a_finding_of_no_single_file_is_told_too(form: Format, definition: Definition) -> None:
    report = FindingsReport((filled(Finding("R001", value="x"), "y"),), Language.EN)
    (told,) = READERS[form](printed(form, report, definition))
    assert told.code == "R001"
    assert message_of(report.findings[0], Language.EN) in told.said
    assert isinstance(told, Told)
