from __future__ import annotations

from kediri_index.model.findings import Finding, Severity
from kediri_index.model.language import InDigits, Language
from kediri_index.model.text import Suggestion
from kediri_index.present.commands.check import CheckPresentation
from kediri_index.present.findings import FindingsReport, counts
from tests.present.screens import drawn

NO_DIGITS = {"digits": InDigits(None)}
FINDINGS = (
    Finding("R001", value="aturan", params={"reason": "KeyError('x')"}),
    Finding("F415", file="~$a.xlsx"),
    Finding("C110", "a.xlsx", "Penilaian", "H14", value="tiga", params=NO_DIGITS),
    Finding("X304", "a.xlsx", "Penilaian", "B20", params={"other": "b.xlsx · S!B3"}, value="A-1"),
    Finding("D202", "uji.yaml", line=12, column=7, value="b", params={"near": Suggestion(None)}),
)


def printed(*findings: Finding, encoding: str = "utf-8", width: int = 200) -> list[str]:
    shown = CheckPresentation(Language.ID, FindingsReport(findings, Language.ID), None)
    return drawn(shown, width, encoding).splitlines()[:-2]  # all but the counts


def test_findings_stand_below_the_file_and_sheet_they_are_in() -> None:
    lines = printed(*FINDINGS[2:])
    assert lines[0] == " a.xlsx · Penilaian"
    assert lines[1].split()[:3] == ["✗", "H14", "C110"]
    assert "bukan angka: «tiga»; sel ini harus berisi angka · tulis dengan angka saja" in lines[1]
    assert lines[2].split()[:3] == ["!", "B20", "X304"]
    assert lines[3] == " uji.yaml"
    assert lines[4].split()[:3] == ["✗", "12:7", "D202"]


def test_a_finding_of_no_place_has_no_heading() -> None:
    lines = printed(FINDINGS[0])
    assert len(lines) == 1
    assert lines[0].split()[:2] == ["✗", "R001"]


def test_severity_is_told_by_a_sign_of_its_own_also_without_unicode() -> None:
    of_each = (FINDINGS[2], FINDINGS[3], FINDINGS[1])
    signs = {"utf-8": ["✗", "!", "·"], "ascii": ["x", "!", "-"]}
    for encoding, expected in signs.items():
        lines = printed(*of_each, encoding=encoding)
        assert [line[0] for line in lines if not line.startswith(" ")] == expected


def test_long_texts_are_folded_under_themselves() -> None:
    lines = printed(FINDINGS[2], width=60)
    assert len(lines) > 2
    assert all(len(line) <= 60 for line in lines)
    assert all(line.startswith(" " * 15) for line in lines[2:])


def test_a_value_is_shown_without_what_a_terminal_would_obey() -> None:
    value = "\x1b]0;x\x07[red]tiga[/red]"
    finding = Finding("C110", "a\x1b[2J.xlsx", "S\n", "A1", value=value, params=NO_DIGITS)
    text = "\n".join(printed(finding))
    assert "\x1b" not in text
    assert "\x07" not in text
    assert "[red]tiga[/red]" in text


def test_findings_are_counted_by_severity_heaviest_first() -> None:
    found = counts(FINDINGS)
    assert list(found) == [Severity.ERROR, Severity.WARNING, Severity.NOTE]
    assert list(found.values()) == [3, 1, 1]
    assert list(counts(()).values()) == [0, 0, 0]
