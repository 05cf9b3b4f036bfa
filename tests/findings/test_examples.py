"""The folder ``examples/findings``: for each code the files that give exactly it, and nothing else.

``index.csv`` there says which command finds what, and where; each is run as a user types it.
"""

from __future__ import annotations

import csv
import json
import shlex
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from examples import make_finding_examples
from kediri_index.cli.run import run
from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE, EXIT_NOT_VERIFIED, EXIT_USAGE
from kediri_index.messages.catalogue import CATALOGUE
from kediri_index.model.findings import Severity
from tests.cli.running import Ran
from tests.examples.packages import members

pytestmark = pytest.mark.no_cover  # long, and nothing that other tests do not run

FOLDER = Path(__file__).parents[2] / "examples" / "findings"
BY_HAND = {"README.md"}
PLACE = ("code", "file", "sheet", "cell", "line", "column", "value")
OF_OTHER_VERSIONS = {"F471", "F478"}
"""Archives that are not verified: nothing in them is proven or disproven."""
NOTHING_CHECKED = {
    *(
        "D111",
        "D118",
        "D271",
        "D305",
        "D306",
        "D307",
        "D308",
        "D401",
        "D402",
        "D403",
        "D404",
        "D601",
        "D602",
        "D603",
        "S721",
    ),
    *(f"S71{number}" for number in range(1, 8)),
    *(f"S80{number}" for number in range(1, 7)),
    *(f"S8{number}" for number in range(51, 63)),
    "S722",
}
"""A profile, waivers, costs or sets of weights that cannot be used end a command at once."""
NO_FILE_CAN = {
    "D001": "a definition that is gone after it was found; one that never was is no finding",
    "D003": "a definition that the system does not let be read: a file does not carry its rights",
    "F474": "a published result that comes with the package, which no file of a user changes",
    "F124": "a dangling link or a file without rights: version control keeps neither well",
    **dict.fromkeys(("D281", "F128", "F129"), "a link out of the project: nothing that is sent"),
    **{
        f"S{n}": "a function that somebody registered: no file brings one"
        for n in (*range(323, 330), 335)
    },
    "F123": "a defect of a parser, which is a bug",
    "R001": "a rule that fails, which is a bug",
}
LARGEST = 40_000
"""Bytes of a file; together they stay below a megabyte and a half."""

Row = dict[str, str]
RunExample = Callable[..., Ran]


def listed() -> dict[str, list[Row]]:
    """The rows of the list by the code whose example they belong to; the first is its own."""
    examples: dict[str, list[Row]] = {}
    with (FOLDER / make_finding_examples.LIST).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            examples.setdefault(row["with"] or row["code"], []).append(row)
    return examples


EXAMPLES = listed()
each_code = pytest.mark.parametrize("code", EXAMPLES)


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the folder that lies in no project."""
    return Path(shutil.copytree(FOLDER, tmp_path_factory.mktemp("elsewhere") / "findings"))


@pytest.fixture
def run_example(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> RunExample:
    """Return a function that runs the command of a code's example in a folder."""
    for variable in ("FORCE_COLOR", "KEDIRI_INDEX_CONFIG", "KEDIRI_INDEX_LANG", "NO_COLOR", "TERM"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("COLUMNS", "100")

    def run_there(code: str, folder: Path, *options: str) -> Ran:
        row = EXAMPLES[code][0]
        arguments = [*row["command"].split(), *shlex.split(row["arguments"]), *options]
        monkeypatch.chdir(folder)
        monkeypatch.setattr(sys, "argv", ["kediri-index", *arguments])
        return Ran(run(arguments), *capsys.readouterr())

    return run_there


def places(rows: list[dict[str, object]]) -> Counter[tuple[str, ...]]:
    """Code, place and value of each cell, as a table of texts has them."""
    return Counter(
        tuple(str(row[key] or "") for key in PLACE) for one in rows for row in each_cell(one)
    )


def each_cell(row: dict[str, object]) -> Iterator[dict[str, object]]:
    """Yield *row* once for each cell of its range, once where it has none."""
    if "range" not in row:
        yield row
        return
    for cells in str(row["range"]).split(","):
        first, _, last = cells.partition(":")
        column = first.rstrip("0123456789")
        for number in range(int(first[len(column) :]), int((last or first)[len(column) :]) + 1):
            yield row | {"cell": f"{column}{number}"}


def exit_code(code: str) -> int:
    if code in NOTHING_CHECKED:
        return EXIT_USAGE
    if code in OF_OTHER_VERSIONS:
        return EXIT_NOT_VERIFIED
    severities = {CATALOGUE[row["code"]].severity for row in EXAMPLES[code]}
    return EXIT_FINDINGS if Severity.ERROR in severities else EXIT_FINE


@each_code
def test_an_example_gives_what_the_list_says_there_and_nothing_else(
    code: str, elsewhere: Path, run_example: RunExample
) -> None:
    ran = run_example(code, elsewhere, "--format", "json")
    assert places(json.loads(ran.out)["findings"]) == places([dict(row) for row in EXAMPLES[code]])
    assert ran.code == exit_code(code)


@each_code
def test_inside_the_project_the_code_and_no_other_is_printed(
    code: str, elsewhere: Path, run_example: RunExample
) -> None:
    codes = {row["code"] for row in EXAMPLES[code]}
    writes = EXAMPLES[code][0]["command"] == "init"
    language = ("id", "en")[int(code[1:]) % 2]  # both of each stand on the pages of findings
    ran = run_example(code, elsewhere if writes else FOLDER, "--lang", language)
    assert {word for word in (ran.out + ran.err).split() if word in CATALOGUE} == codes
    assert ran.code == exit_code(code)


def test_every_code_has_an_example_but_those_that_no_file_can_trigger() -> None:
    assert sorted(CATALOGUE) == sorted([*EXAMPLES, *NO_FILE_CAN])


def test_an_example_has_one_finding_of_its_code_and_names_those_beside_it() -> None:
    for code, (own, *beside) in EXAMPLES.items():
        assert (own["code"], own["with"]) == (code, "")
        for row in beside:
            assert row["code"] != code
            assert (row["command"], row["arguments"]) == (own["command"], own["arguments"])


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder as the script writes it."""
    folder = tmp_path_factory.mktemp("written")
    make_finding_examples.write_all(folder)
    return folder


def test_the_committed_files_are_what_the_script_writes(written: Path) -> None:
    names = files_in(written)
    assert names == files_in(FOLDER) - BY_HAND
    for name in names:
        here, there = written / name, FOLDER / name
        assert here.read_bytes() == there.read_bytes() or members(here) == members(there), name


def test_two_runs_write_the_same_bytes(written: Path, tmp_path: Path) -> None:
    make_finding_examples.write_all(tmp_path)
    assert {name: (written / name).read_bytes() for name in files_in(written)} == {
        name: (tmp_path / name).read_bytes() for name in files_in(tmp_path)
    }


def test_every_file_is_small() -> None:
    sizes = [(FOLDER / name).stat().st_size for name in files_in(FOLDER) - {"index.csv"}]
    assert max(sizes) < LARGEST
    assert sum(sizes) < 1_800_000


def files_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
