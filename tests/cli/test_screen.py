"""Colour, width and encoding of what people read."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from kediri_index.cli.run import run
from tests.findings.building import xlsx

if TYPE_CHECKING:
    from tests.cli.running import Cli, Ran

EXAMPLES = [
    "kota-kediri-2022",
    "kota-kediri-2023",
    "kabupaten-malang-2022",
    "kabupaten-malang-2023",
]
ESCAPE = "\x1b"
FAULTY = xlsx(
    {
        "Identitas": [("Wilayah", "Kota Uji"), ("Tahun", "22"), ("Definisi", "six-pilars")],
        "Penilaian": [
            ("Kode", "Indikator", "Target", "Realisasi", "Nilai asesor"),
            ("GOV-01", "Indeks SPBE", None, "tiga koma dua", None),
            ("GOV-03", None, None, None, 2.5),
            ("BRA-03", None, 0, 5, None),
            ("ECO-99", "Tingkat pengangguran terbuka di seluruh wilayah kota", None, 5, None),
        ],
    }
)


@pytest.fixture
def faulty(project: Path) -> str:
    """A workbook with faults of several kinds."""
    (project / "Dinas Koperasi, Usaha Mikro dan Tenaga Kerja.xlsx").write_bytes(FAULTY)
    return "Dinas Koperasi, Usaha Mikro dan Tenaga Kerja.xlsx"


def example(name: str) -> str:
    return str(Path("examples") / f"{name}.xlsx")


def screens(cli: Cli, *options: str) -> list[Ran]:
    """What every command prints for people, in the repository's own folder."""
    return [
        *(cli("score", example(name), *options) for name in EXAMPLES),
        cli("score", example("kabupaten-malang-2022"), "--detail", *options),
        cli("check", example("kota-kediri-2022"), "--config", "six-pillars", *options),
        cli("score", example("kota-kediri-2022"), "--config", "six-pillars", *options),
        cli("definition", "list", *options),
        cli("definition", "show", "six-pillars", *options),
        cli("definition", "show", *options),
        cli("definition", "lint", *options),
        cli("explain", "C121", "D211", "F103", *options),
        cli("explain", *options),
    ]


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize("columns", [80, 100, 120])
@pytest.mark.parametrize("language", ["id", "en"])
def test_no_line_is_longer_than_the_terminal_is_wide(
    columns: int, language: str, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    for ran in screens(cli, "--lang", language):
        for line in (ran.out + ran.err).splitlines():
            command = "kediri-index " in line  # a command is never broken, so that it can be copied
            assert command or cell_len(line) <= columns, line


@pytest.mark.parametrize("columns", [80, 120])
def test_findings_are_no_longer_either(
    columns: int, faulty: str, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    ran = cli("check", faulty, "--config", "six-pillars")
    assert ran.code == 1
    assert max(cell_len(line) for line in ran.out.splitlines()) <= columns


def test_a_table_that_is_too_wide_keeps_its_words_and_says_what_it_leaves_out(
    cli: Cli, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [f"X{number}" for number in range(1, 10)]
    groups = "".join(f"  - {{id: p{one}, kind: p, name: Pilar bernama {one}}}\n" for one in ids)
    indicators = "".join(f"  - {{id: {one}, in: p{one}, name: {one}}}\n" for one in ids)
    (project / "lebar.yaml").write_text(
        'kediri_index: 1\nid: lebar\nversion: "1"\nstatus: own\ntitle: Lebar\n'
        f"kinds: {{p: {{name: Pilar}}}}\ngroups:\n{groups}indicators:\n{indicators}",
        encoding="utf-8",
    )
    rows = "".join(
        f"Kabupaten Contoh Bernama Panjang {number},{','.join(['3.25'] * len(ids))}\n"
        for number in range(500)
    )
    (project / "lebar.csv").write_text(f"unit,{','.join(ids)}\n{rows}", encoding="utf-8")
    monkeypatch.setenv("COLUMNS", "80")
    out = cli("score", "lebar.csv", "--config", "lebar.yaml").out
    lines = out.splitlines()
    assert max(map(cell_len, lines)) <= 80
    assert "kolom tidak muat di layar ini; semuanya ada dengan --format csv." in out
    for word in ("Daerah", "Keseluruhan", "bernama", "Kabupaten Contoh"):
        assert any(word in line for line in lines)
    assert len(lines) < 500 * 3 + 20
    table = cli("score", "lebar.csv", "--config", "lebar.yaml", "--format", "csv").out
    assert "pX9" in table


@pytest.mark.usefixtures("repository")
def test_away_from_a_terminal_lines_have_up_to_120_columns_and_no_trailing_spaces_nor_escape_codes(
    cli: Cli,
) -> None:
    shown = screens(cli)
    assert all(ESCAPE not in ran.out + ran.err for ran in shown)
    lines = [line for ran in shown for line in ran.out.splitlines()]
    assert 100 < max(map(cell_len, lines)) <= 120
    assert all(line == line.rstrip() for line in lines)


FACTS = {
    "id": (
        r"nilai asesor, \d+ dari \d+ isian",
        r"[▲▼] [+-]0,\d\d dari 202\d \(terbit 3,\d\d\)",
        r"sasaran 3,4: selisih -0,\d\d",
    ),
    "en": (
        r"assessor's scores, \d+ of \d+ answers",
        r"[▲▼] [+-]0\.\d\d from 202\d \(published 3\.\d\d\)",
        r"target 3\.4: gap -0\.\d\d",
    ),
}


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize("columns", [80, 90, 100, 120])
@pytest.mark.parametrize("language", FACTS)
def test_the_head_keeps_the_unit_apart_from_the_definition_and_each_fact_on_one_line(
    language: str, columns: int, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    for name in EXAMPLES:
        out = cli("score", example(name), "--lang", language, "--target", "3.4").out
        assert re.match(
            r" K[a-z]+ [KM][a-z]+ · 202[23]\s+(Evaluasi S|S)mart[ -]", out, re.IGNORECASE
        )
        facts = FACTS[language][:1] if "malang" in name else FACTS[language]
        assert all(re.search(fact, out) for fact in facts)


@pytest.mark.usefixtures("repository")
def test_the_figures_of_a_wide_table_are_never_broken(
    cli: Cli, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = "".join(
        f"Kabupaten Contoh Nomor {number},2022,3.6{number},3.21,3.23,3.07,3.65\n"
        for number in range(9)
    )
    wide = project / "banyak.csv"
    wide.write_text(f"unit,year,baseline,output,outcome,impact,quick_win\n{rows}", encoding="utf-8")
    monkeypatch.setenv("COLUMNS", "80")
    ran = cli("score", str(wide), "--config", "kominfo-2022-reguler")
    assert ran.code == 0
    assert max(cell_len(line) for line in ran.out.splitlines()) <= 80
    for number in range(9):
        assert f"3,6{number}" in ran.out
    assert ran.out.count("3,65") >= 9


@pytest.mark.usefixtures("repository")
def test_colour_can_be_forced_and_forbidden(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert ESCAPE in cli("score", example("kota-kediri-2022")).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert not coloured(cli("score", example("kota-kediri-2022")).out)


@pytest.mark.usefixtures("project")
def test_complaints_have_colour_where_results_have(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("uji.yaml").write_text("id: [", encoding="utf-8")
    plain = cli("score", "kota-kediri-2022.xlsx", "--config", "uji.yaml")
    monkeypatch.setenv("TTY_COMPATIBLE", "0")  # which says that there is none
    assert cli("score", "kota-kediri-2022.xlsx", "--config", "uji.yaml") == plain
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    forced = cli("score", "kota-kediri-2022.xlsx", "--config", "uji.yaml")
    assert coloured(forced.err)
    assert re.sub(r"\x1b\[[0-9;]*m", "", forced.err) == plain.err


@pytest.mark.usefixtures("repository")
def test_colour_carries_no_meaning_alone(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    plain = cli("check", example("kota-kediri-2022"), "--config", "six-pillars").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    forced = cli("check", example("kota-kediri-2022"), "--config", "six-pillars").out
    assert coloured(forced)
    assert re.sub(r"\x1b\[[0-9;]*m", "", forced).split() == plain.split()
    assert "✗" in plain


class Stream(io.TextIOWrapper):
    """Standard output of an encoding, at a terminal or not; *shown* is what it was given."""

    def __init__(self, encoding: str, *, terminal: bool = False) -> None:
        self.shown = io.BytesIO()
        self.terminal = terminal
        super().__init__(self.shown, encoding=encoding, write_through=True)

    def isatty(self) -> bool:
        return self.terminal


def shown_on(stream: Stream, monkeypatch: pytest.MonkeyPatch) -> str:
    """What the screen of Kota Kediri 2022 puts on *stream*."""
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stdout", stream)
        assert run(["score", example("kota-kediri-2022"), "--quiet"]) == 0
    return stream.shown.getvalue().decode(stream.encoding)


def coloured(text: str) -> bool:
    """Whether any escape code of *text* sets a colour."""
    return re.search(r"\x1b\[[0-9;]*[34][0-7]m|\x1b\[[0-9;]*9[0-7]m", text) is not None


@pytest.mark.usefixtures("repository", "cli")
def test_at_a_terminal_there_is_colour_and_the_width_is_the_terminals(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "90")
    text = shown_on(Stream("utf-8", terminal=True), monkeypatch)
    assert coloured(text)
    assert max(map(cell_len, re.sub(r"\x1b\[[0-9;]*m", "", text).splitlines())) <= 90


@pytest.mark.usefixtures("repository", "cli")
@pytest.mark.parametrize(("variable", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_at_a_terminal_without_colour_there_is_none(
    variable: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv(variable, value)
    text = shown_on(Stream("utf-8", terminal=True), monkeypatch)
    assert "3,31" in text
    assert not coloured(text)


@pytest.mark.usefixtures("repository", "cli")
def test_a_stream_that_knows_few_letters_gets_what_it_knows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = shown_on(Stream("ascii"), monkeypatch)
    assert "3,31" in text
    assert "Smart Living" in text
    assert "\N{REPLACEMENT CHARACTER}" not in text


@pytest.mark.usefixtures("repository", "cli")
@pytest.mark.parametrize("terminal", [True, False])
def test_a_bar_without_unicode_is_of_plain_signs(
    monkeypatch: pytest.MonkeyPatch, *, terminal: bool
) -> None:
    text = shown_on(Stream("ascii", terminal=terminal), monkeypatch)
    assert "####" in text
    assert "????" not in text


@pytest.mark.usefixtures("repository")
def test_machine_formats_never_have_colour_nor_width(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = [
        cli("score", example("kabupaten-malang-2023"), "--format", form).out
        for form in ("json", "csv", "md")
    ]
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "20")
    forced = [
        cli("score", example("kabupaten-malang-2023"), "--format", form).out
        for form in ("json", "csv", "md")
    ]
    assert plain == forced


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize("value", ["1" * 5000, "99999999999", "0", "-1", "²", "lebar", ""])
def test_a_width_that_no_terminal_has_is_no_width(
    value: str, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = [cli("score", example("kota-kediri-2022")), cli("check", "tidak-ada.xlsx")]
    for variable in ("COLUMNS", "LINES", "TERMINAL_WIDTH"):
        monkeypatch.setenv(variable, value)
        assert plain == [cli("score", example("kota-kediri-2022")), cli("check", "tidak-ada.xlsx")]
