"""A city's year, from an empty folder to the score: thirty agencies, few commands, no edit."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from kediri_index.agencies.assignment import opd_of_leaves
from kediri_index.model.dataset import Answer, Lead, Reading, UnitData
from kediri_index.model.findings import Source
from kediri_index.usecases.inputs import load_definition, load_profile
from tests.scoring.one_unit import score_unit

if TYPE_CHECKING:
    from tests.cli.running import Cli, Ran

Cell = str | int | None
Answers = dict[str, dict[str, int]]

MOST_COMMANDS = 15
PROFILE = Path(__file__).parents[2] / "examples" / "kota-contoh" / "profile.yaml"
AGENCIES = [opd.name for opd in load_profile(PROFILE).opd]
LATE = ("Dinas Perhubungan", "Dinas Sosial", "Satuan Polisi Pamong Praja")
REVISED = "Dinas Pendidikan"
WRONG: Mapping[str, tuple[Cell, str, str]] = {
    "Dinas Kesehatan": (None, "C101", "incomplete"),
    "Dinas Lingkungan Hidup": ("3 - 4", "C116", "faulty"),
    "Inspektorat Daerah": (7, "C203", "faulty"),
    "Sekretariat DPRD": ("tiga", "C110", "faulty"),
}
"""What stands in the first cell of a sheet that is sent in with a fault, and what comes of it."""


class Year:
    """The commands of the year, counted."""

    def __init__(self, cli: Cli) -> None:
        self.cli = cli
        self.commands = 0

    def run(self, line: str, *more: str) -> Ran:
        self.commands += 1
        return self.cli(*line.split(), *more)

    def board(self, line: str) -> tuple[int, dict[str, Any]]:
        """The exit code of ``status``, and its rows by agency."""
        ran = self.run(line, "--format", "json")
        rows = json.loads(ran.out)["result"]["opd"]
        return ran.code, {row["name"]: row for row in rows}

    def check(self, line: str) -> tuple[int, list[tuple[str, str, str]], dict[str, str]]:
        """The exit code of ``check``; file, cell and code of each finding; what supersedes what."""
        ran = self.run(line, "--format", "json")
        document = json.loads(ran.out)
        found = [(one["file"], one["cell"], one["code"]) for one in document["findings"]]
        inputs = {one["path"]: one["superseded_by"] for one in document["inputs"]}
        return ran.code, found, {old: new for old, new in inputs.items() if new is not None}


@pytest.fixture
def year(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Year:
    """The analyst's desk: an empty folder but for the list of agencies."""
    (tmp_path / "opd.txt").write_text("\n".join(AGENCIES), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return Year(cli)


def drawn() -> Answers:
    """What every agency answers to what its form asks for."""
    random = Random(2026)  # noqa: S311 - invented answers
    answering = opd_of_leaves(load_definition(), load_profile("config/profile.yaml"))
    names = {opd.id: opd.name for opd in load_profile("config/profile.yaml").opd}
    answers: Answers = {name: {} for name in AGENCIES}
    for code, (opd,) in answering.items():
        answers[names[opd]][code] = random.choice((1, 2, 3, 3, 4, 4))
    return answers


def send(
    name: str, scores: Mapping[str, Cell], *, revision: int = 1, form: str = "isian/{}.xlsx"
) -> str:
    """Fill in the form of an agency as any other program does, and put it into ``masuk``.

    Saved so, no formula has a value.
    """
    book = openpyxl.load_workbook(form.format(name))
    identity, sheet = book["Identitas"], book["Penilaian"]
    for label, value in identity.iter_rows(max_col=2):
        if label.value == "Revisi":
            value.value = revision
    header = [cell.value for cell in sheet[4]]
    code, own = header.index("Kode"), header.index("Nilai mandiri")
    for row in sheet.iter_rows(min_row=5):
        if str(row[code].value) in scores:
            row[own].value = scores[str(row[code].value)]
    file = f"masuk/{name}.xlsx" if revision == 1 else f"masuk/{name} revisi {revision}.xlsx"
    book.save(file)
    return file


def with_a_fault(name: str, scores: Mapping[str, int]) -> dict[str, Cell]:
    first = next(iter(scores))
    return {**scores, first: WRONG[name][0]}


def send_what_comes_first(answers: Answers) -> list[str]:
    """Send nothing of the late ones, and the faults; return the files of the one that revises."""
    for name, scores in answers.items():
        if name not in (*LATE, REVISED):
            send(name, with_a_fault(name, scores) if name in WRONG else scores)
    low, high = (dict.fromkeys(answers[REVISED], score) for score in (0, 4))
    rounds = enumerate((low, high, answers[REVISED]), 1)
    return [send(REVISED, scores, revision=number) for number, scores in rounds]


def send_what_comes_next(answers: Answers) -> None:
    """Send what was late, and the marked copies with nothing but the faulty cell repaired.

    Two of them replace the file that was sent, two come as a further revision.
    """
    for revision, name in zip((1, 1, 2, 2), WRONG, strict=True):
        first = next(iter(answers[name]))
        repair = {first: answers[name][first]}
        send(name, repair, revision=revision, form="hasil/{}.xlsx")
    for name in LATE:
        send(name, answers[name])


def marked_cells(path: Path) -> dict[tuple[str, str], str]:
    """What the comments of a workbook say, by sheet and cell."""
    return {
        (sheet.title, cell.coordinate): cell.comment.text
        for sheet in openpyxl.load_workbook(path)
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment is not None
    }


def scored(answers: Answers) -> Iterator[tuple[str, Fraction | None, Fraction | None]]:
    """What the engine makes of the answers by itself: score and published figure of all groups."""
    here = Source("isian.xlsx")
    given = {
        code: Answer(code, here, Reading(Fraction(score), None, str(score), here))
        for theirs in answers.values()
        for code, score in theirs.items()
    }
    unit = score_unit(load_definition(), UnitData("Kota Contoh", 2026, given), lead=Lead.SELF)
    yield "", unit.overall.score, unit.overall.published
    for group in unit.groups:
        yield group.id, group.figure.score, group.figure.published


def assert_as_the_engine_scores(unit: Mapping[str, Any], answers: Answers) -> None:
    printed = {"": unit["overall"], **{group["id"]: group for group in unit["groups"]}}
    expected = list(scored(answers))
    assert len(expected) == 6
    for node, score, published in expected:
        assert score is not None
        assert published is not None
        assert printed[node]["score"] == pytest.approx(float(score), abs=1e-12)
        assert Fraction(printed[node]["published"]) == published


def test_a_year_takes_few_commands_and_no_manual_edit(year: Year) -> None:
    # The folder, and a form for every agency.
    started = year.run("init --year 2026 --due 2099-12-31 --opd-list opd.txt --unit", "Kota Contoh")
    assert started.code == 0
    assert year.run("definition lint config/pillars.yaml").code == 0
    assert year.run("template --all isian --force").code == 0
    assert {path.stem for path in Path("isian").iterdir()} == set(AGENCIES)
    assert len(AGENCIES) == 30
    answers = drawn()
    assert sum(map(len, answers.values())) == 111

    # What comes in: three are late, four have a fault, one is sent three times.
    sent = send_what_comes_first(answers)
    code, board = year.board("status masuk")
    assert code == 1
    assert {name: row["state"] for name, row in board.items()} == {
        **dict.fromkeys(AGENCIES, "complete"),
        **dict.fromkeys(LATE, "missing"),
        **{name: state for name, (_, _, state) in WRONG.items()},
    }
    assert {row["revision"] for row in board.values()} == {None, 1, 3}
    assert board[REVISED]["revision"] == 3
    assert board[REVISED]["files"] == sent[2:]

    # All the faults at once, and nothing else; the marked copies and the messages that go out.
    code, found, superseded = year.check("check masuk --mark hasil")
    assert code == 1
    faults = {(f"masuk/{name}.xlsx", "G5", code) for name, (_, code, _) in WRONG.items()}
    assert set(found) == {*faults, *((file, "B6", "F428") for file in sent[:2])}
    assert len(found) == 6
    assert superseded == dict.fromkeys(sent[:2], sent[2])
    assert {path.stem for path in Path("hasil").iterdir()} == set(WRONG)
    for name, (_, fault, _) in WRONG.items():
        ((place, comment),) = marked_cells(Path(f"hasil/{name}.xlsx")).items()
        assert place == ("Penilaian", "G5")
        assert fault in comment
    said = year.run("status masuk --due 2020-01-01 --messages surat --lang en")
    assert said.code == 1
    assert "23 of 30 complete" in said.out
    letters = {path.name: path.read_text(encoding="utf-8") for path in Path("surat").iterdir()}
    assert len(letters) == len(LATE) + len(WRONG)
    for name, (_, _, state) in WRONG.items():
        (letter,) = (one for one in letters.values() if name in one)
        assert ("G5" in letter) or state == "incomplete"

    # A score is refused as long as there are errors.
    assert year.run("score masuk").code == 1

    # The marked copies come back repaired, and the late ones come in.
    send_what_comes_next(answers)
    code, found, superseded = year.check("check masuk --complete --mark bersih")
    assert (code, len(superseded)) == (0, 4)
    assert {finding for _, _, finding in found} == {"F428"}  # a note on each superseded file
    clean = list(Path("bersih").iterdir())
    assert len(clean) == len(WRONG)
    assert [marked_cells(path) for path in clean] == [{}] * len(clean)

    # The score is that of the answers, and everyone is done.
    ran = year.run("score masuk --format json")
    assert ran.code == 0
    (unit,) = json.loads(ran.out)["result"]["units"]
    assert (unit["unit"], unit["year"], unit["overall"]["answered"]) == ("Kota Contoh", 2026, 111)
    assert_as_the_engine_scores(unit, answers)
    code, board = year.board("status masuk")
    assert (code, {row["state"] for row in board.values()}) == (0, {"complete"})

    assert_kept_for_the_auditor(year)
    assert year.commands <= MOST_COMMANDS


def assert_kept_for_the_auditor(year: Year) -> None:
    """All of it is in an archive, and comes out the same when it is computed again."""
    assert year.run("bundle masuk --output arsip.zip").code == 0
    result = json.loads(year.run("verify arsip.zip --format json").out)["result"]
    assert (result["same"], result["recomputed"]) == (True, True)
    assert result["figures"]["compared"] > len(AGENCIES)
