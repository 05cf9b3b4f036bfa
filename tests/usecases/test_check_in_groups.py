"""Files that are checked in groups give what they give together, however they are divided."""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped] # annotated, but without a py.typed

from kediri_index.errors import MissingExtraError, NotFoundError, UsageError
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding, in_order
from kediri_index.model.limits import Limits
from kediri_index.model.profile import Hints, Profile
from kediri_index.sheets.identity import Foreign
from kediri_index.usecases import check as check_module
from kediri_index.usecases.check import Checked, CheckedGroup, CheckSettings, Group, check
from kediri_index.usecases.inputs import Surroundings, load_definition, load_profile, read_workbooks
from kediri_index.usecases.many_files import check_in_groups, is_divisible
from kediri_index.usecases.workers import GroupTask, check_file_group, check_groups
from tests.sheets.test_corpus import LONG
from tests.shipped import SHIPPED

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
EXAMPLES = ROOT / "examples"
FOREIGN = Foreign(Surroundings(Path.cwd(), dict(os.environ), Limits()).known_definitions)
"""As another process is given it."""


class Runner:
    """Checks the groups here and now, and remembers them."""

    def __init__(self) -> None:
        self.groups: list[Group] = []

    def __call__(self, asked: CheckSettings, groups: Iterable[Group]) -> Iterator[CheckedGroup]:
        for group in groups:
            self.groups.append(group)
            yield check_file_group(GroupTask(asked), group)


def unwatched(done: int, total: int) -> None:
    """Take no notice."""
    assert 0 <= done <= total


def together(
    files: Sequence[str],
    definition: Definition,
    profile: Profile | None,
    hints: Hints,
    *,
    complete: bool = False,
) -> Checked:
    """Return what is found on *files* by the ordinary way."""
    return check(
        read_workbooks(files),
        definition,
        profile,
        hints=hints,
        complete=complete,
        known=Surroundings.here().known_definitions,
    )


def divided(  # noqa: PLR0913 - what can differ
    files: Sequence[str],
    definition: Definition,
    profile: Profile | None = None,
    hints: Hints = Hints(),  # noqa: B008 - frozen
    *,
    most: int,
    run: Runner | None = None,
    limits: Limits | None = None,
    complete: bool = False,
) -> Checked | None:
    """Return what is found on *files* in groups of *most*."""
    bounds = limits or Limits()
    asked = CheckSettings(definition, profile, hints, None, complete, bounds, FOREIGN)
    return check_in_groups(files, asked, run or Runner(), watch=unwatched, most=most)


def sheets(*folders: Path) -> list[str]:
    """Return the tables in *folders* and below."""
    endings = {".xlsx", ".csv", ".tsv", ".xlsm"}
    return [
        str(path)
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.suffix in endings
        and path.name not in {"index.csv", "faults.csv"}
        and not path.name.startswith(("~$", "._"))
    ]


FINDINGS = EXAMPLES / "findings"
MANY_KINDS = [FINDINGS, EXAMPLES / "kota-contoh", EXAMPLES / "kota-contoh-salah", EXAMPLES]


@pytest.mark.parametrize(
    ("reference", "hints", "most"),
    [
        ("kominfo-2023-reguler", Hints(), 64),
        (str(FINDINGS / "definisi" / "uji.yaml"), Hints(), 1),
        (str(FINDINGS / "definisi" / "uji.yaml"), Hints(unit="Kota Satu", year=2023), 7),
        (str(FINDINGS / "definisi" / "terukur.yaml"), Hints(), 1),
        ("six-pillars", Hints(theirs="Kota Contoh"), 64),
    ],
    ids=["default", "own", "own-with-hints", "measured", "six-pillars"],
)
def test_all_examples_in_groups(
    reference: str,
    hints: Hints,
    most: int,
) -> None:
    """Hundreds of files with every fault there is, of many units."""
    definition = load_definition(reference)
    files = sheets(EXAMPLES)
    assert is_divisible(definition)
    assert len(files) > 200
    whole = together(files, definition, None, hints)
    parts = divided(files, definition, None, hints, most=most)
    assert parts is not None
    assert parts.findings == in_order(whole.findings)
    assert parts.data.inputs == whole.data.inputs


def test_numbers_that_are_powers_of_ten_off(tmp_path: Path) -> None:
    """Beside their targets, in a column as a whole, beside other units; and what was cut."""
    terms = "score: {method: goalposts, min: 0, max: 9}"
    text = (FINDINGS / "definisi" / "terukur.yaml").read_text(encoding="utf-8")
    head = text[: text.index("indicators:")]
    asks = ["score: {method: achievement}", terms, "score: {method: bands, bands: [{score: 1}]}"]
    where = head.partition("groups: [{id: ")[2].partition(",")[0]
    lines = [f"  - {{id: Q-{n}, in: {where}, name: Q {n}, {ask}}}\n" for n, ask in enumerate(asks)]
    (tmp_path / "d.yaml").write_text(f"{head}indicators:\n{''.join(lines)}", encoding="utf-8")
    files = []
    for unit in range(8):
        path = tmp_path / f"{unit}.csv"
        rows = [f"Q-0,20,{[20, 22, 900][unit % 3]}", "Q-1,,9.2", f"Q-2,,{400 + unit}"]
        if unit == 3:
            rows = ["Q-0,20,20000000", "Q-1,,9000000", "Q-2,,400000000"]
        head_row = f"Wilayah,Kota {unit}\nTahun,2023\n\nKode,Target,Realisasi\n"
        path.write_text(head_row + "\n".join(rows) + "\n", encoding="utf-8")
        files.append(str(path))
    definition = load_definition(tmp_path / "d.yaml")
    whole = together(files, definition, None, Hints())
    assert {one.code for one in whole.findings} == {"C150", "C154", "C155", "C156"}
    for most in (1, 3):
        parts = divided(files, definition, most=most)
        assert parts is not None
        assert parts.findings == whole.findings


@pytest.mark.parametrize("folder", ["kota-contoh", "kota-contoh-salah"])
def test_with_a_profile(folder: str) -> None:
    """Agencies, spellings and the profile's own unit."""
    profile = load_profile(next((EXAMPLES / folder).rglob("profile.yaml"), None) or PROFILE)
    files = sheets(EXAMPLES / folder, EXAMPLES / "tahun-pertama")
    definition = load_definition(str(EXAMPLES.parent / "config" / "six-pillars.yaml"))
    whole = together(files, definition, profile, Hints())
    for most in (1, 4):
        parts = divided(files, definition, profile, most=most)
        assert parts is not None
        assert parts.findings == whole.findings
        assert parts.data.inputs == whole.data.inputs


PROFILE = EXAMPLES.parent / "config" / "profile.yaml"


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not here")
def test_the_corpus_in_groups() -> None:
    """Real files by many producers."""
    definition = load_definition("kominfo-2023-reguler")
    files = [file for file in sheets(CORPUS) if Path(file).name not in LONG]
    parts = divided(files, definition, most=5)
    assert parts is not None
    assert parts.findings == together(files, definition, None, Hints()).findings


def table(path: Path, unit: str, *rows: str, **said: str) -> str:
    """Write the workbook of a unit; *said* is what else it says of itself."""
    labels = {"Wilayah": unit, "Tahun": "2023", **said}
    path.parent.mkdir(exist_ok=True)
    with xlsxwriter.Workbook(path) as book:
        sheet, identity = book.add_worksheet("Penilaian"), book.add_worksheet("Identitas")
        for number, row in enumerate(("Kode,Nilai asesor", *rows)):
            code, value = row.split(",")
            sheet.write_row(number, 0, (code, int(value) if value.isdigit() else value))
        for number, pair in enumerate(labels.items()):
            identity.write_row(number, 0, pair)
    return str(path)


@pytest.fixture
def own(tmp_path: Path) -> Definition:
    """Two questions."""
    (tmp_path / "uji.yaml").write_text(
        "kediri_index: 1\nid: uji\nversion: '1'\nstatus: own\ntitle: Uji\nscale: {min: 0, max: 4}\n"
        "kinds: {pillar: {name: Pilar}}\ngroups: [{id: p, kind: pillar, name: P}]\n"
        "indicators: [{id: A, in: p, name: A}, {id: B, in: p, name: B}]\n",
        encoding="utf-8",
    )
    return load_definition(str(tmp_path / "uji.yaml"))


def test_a_unit_in_two_folders_is_checked_in_one_group(tmp_path: Path, own: Definition) -> None:
    """What its files say of one answer is compared, and no other file is read again."""
    files = [
        table(tmp_path / "a" / "1.xlsx", "Kota Satu", "A,3"),
        table(tmp_path / "a" / "2.xlsx", "Kota Dua", "A,3"),
        table(tmp_path / "b" / "3.xlsx", "Kota Tiga", "A,3"),
        table(tmp_path / "c" / "4.xlsx", "KOTA SATU", "A,4"),
    ]
    run = Runner()
    parts = divided(files, own, most=2, run=run)
    assert parts is not None
    assert [one.code for one in parts.findings] == ["X303"]
    assert parts.findings == together(files, own, None, Hints()).findings
    assert run.groups == [
        (files[0], files[1]),
        (files[2], files[3]),
        (files[0], files[3]),
        (files[1], files[2]),
    ]


@pytest.mark.parametrize("most", [1, 2, 64])
def test_the_first_file_is_the_one_that_was_named_first(
    most: int, tmp_path: Path, own: Definition
) -> None:
    """An answer is compared with the first, whatever folders lie between the files of another."""
    units = {"a/1": "Dua", "b/2": "Satu", "a/3": "Satu", "b/4": "Dua", "c/5": "Satu"}
    files = [
        table(tmp_path / f"{name}.xlsx", f"Kota {unit}", f"A,{number % 4}")
        for number, (name, unit) in enumerate(units.items())
    ]
    for order in (files, files[::-1]):
        parts = divided(order, own, most=most)
        assert parts is not None
        assert parts.findings == together(order, own, None, Hints()).findings


def test_what_is_read_again_is_not_told_as_less(tmp_path: Path, own: Definition) -> None:
    """A bar that has come to its end does not begin anew."""
    units = ("Kota Satu", "Kota Dua", "Kota Satu", "Kota Dua")
    files = [table(tmp_path / f"{n}" / "a.xlsx", unit, "A,3") for n, unit in enumerate(units)]
    told: list[tuple[int, int]] = []
    check_in_groups(
        files, CheckSettings(own), Runner(), watch=lambda *one: told.append(one), most=2
    )
    assert told == [(0, 4), (2, 4), *[(4, 4)] * 3]


def test_years_of_a_unit_in_two_folders_are_read_once(tmp_path: Path, own: Definition) -> None:
    """No rule holds one year against another."""
    files = [
        table(tmp_path / year / f"{n}.xlsx", "Kota Satu", "A,3", Tahun=year)
        for year in ("2022", "2023")
        for n in range(2)
    ]
    run = Runner()
    parts = divided(files, own, most=2, run=run)
    assert parts is not None
    assert parts.findings == together(files, own, None, Hints()).findings
    assert run.groups == [(files[0], files[1]), (files[2], files[3])]


def test_what_units_lack_is_the_same_in_groups(tmp_path: Path, own: Definition) -> None:
    units = ("Kota Tiga", "Kota Satu", "Kota Dua")
    files = [table(tmp_path / unit / "a.xlsx", unit, "A,3") for unit in units]
    asked = CheckSettings(own, complete=True, foreign=FOREIGN, absences=True)
    parts = check_in_groups(files, asked, Runner(), watch=unwatched, most=1)
    assert parts is not None
    whole = check(read_workbooks(files), own, complete=True, absences=True)
    assert parts.absences == whole.absences
    assert [one.of.name for one in whole.absences] == sorted(units)


def test_the_completeness_of_the_only_unit_is_told(tmp_path: Path, own: Definition) -> None:
    """Whatever number of groups its files were in."""
    files = [table(tmp_path / f"{n}" / "a.xlsx", "Kota Satu", f"{'AB'[n]},3") for n in (0, 1)]
    files.append(table(tmp_path / "lain" / "a.xlsx", "Kota Satu", Tahun="2022"))
    for some in (files[:1], files, [*files, table(tmp_path / "x" / "a.xlsx", "Kota Dua", "A,1")]):
        parts = divided(some, own, most=1)
        assert parts is not None
        assert parts.completeness == together(some, own, None, Hints()).completeness


@pytest.mark.parametrize("rule", ["within_units", "COMPARING_RULES", "DATA_RULES", "RULES"])
def test_a_rule_that_fails_is_one_finding_in_all_groups(
    rule: str, tmp_path: Path, own: Definition, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It hides no other."""

    def broken(*_: object) -> list[Finding]:
        raise ZeroDivisionError

    monkeypatch.setattr(check_module, rule, broken if rule == "within_units" else (broken,))
    files = [table(tmp_path / f"{n}" / "a.xlsx", f"Kota {n}", "A,9") for n in range(3)]
    parts = divided(files, own, most=1)
    assert parts is not None
    assert {one.code for one in parts.findings} == {"R001", "C203"}
    assert parts.findings == together(files, own, None, Hints()).findings


def test_a_revision_in_another_folder_supersedes(tmp_path: Path, own: Definition) -> None:
    """Which of an agency's files counts is told by all of them."""
    files = [
        table(tmp_path / "a" / "1.xlsx", "Kota Satu", "A,3", "B,2", OPD="Dinas", Revisi="1"),
        table(tmp_path / "b" / "2.xlsx", "Kota Satu", "A,4", OPD="Dinas", Revisi="2"),
        table(tmp_path / "c" / "3.xlsx", "Kota Satu", OPD="Dinas", Revisi="3"),
    ]
    parts = divided(files, own, most=1)
    assert parts is not None
    assert {"F428", "X308"} <= {one.code for one in parts.findings}
    assert parts.findings == together(files, own, None, Hints()).findings
    assert [one.superseded_by for one in parts.data.inputs] == [files[2], files[2], None]


def test_what_files_are_like_shows_among_all(tmp_path: Path, own: Definition) -> None:
    """A lone unit, a lone year."""
    files = [
        *(table(tmp_path / f"{n}" / "a.xlsx", "Kota Satu", f"{'AB'[n]},3") for n in (0, 1)),
        table(tmp_path / "2" / "a.xlsx", "Kota Satu"),
        table(tmp_path / "3" / "a.xlsx", "Kota Sato", "A,3"),
        table(tmp_path / "4" / "a.xlsx", "Kota Satu", "A,3", Tahun="2032"),
    ]
    parts = divided(files, own, most=1)
    assert parts is not None
    assert {"F440", "F432"} <= {one.code for one in parts.findings}
    assert parts.findings == together(files, own, None, Hints()).findings


def test_a_foreign_file_is_read_where_nobody_names_the_definition(
    tmp_path: Path, own: Definition
) -> None:
    """Then the user chose it for all; where anybody names it, the others are left out."""
    name = {"Definisi": "lain"}
    first = table(tmp_path / "a" / "1.xlsx", "Kota Satu", "A,9", **name)
    second = table(tmp_path / "b" / "2.xlsx", "Kota Dua", "A,9", Definisi="uji")
    for files in ([first], [first, second]):
        parts = divided(files, own, most=1)
        assert parts is not None
        assert parts.findings == together(files, own, None, Hints()).findings


def test_more_units_than_are_read(tmp_path: Path, own: Definition) -> None:
    """The limit is one of all files; which of them passes it hangs on their order."""
    files = [table(tmp_path / f"{n}.xlsx", f"Kota {n}", "A,3") for n in range(5)]
    assert divided(files, own, most=2, limits=Limits(units=4)) is None
    assert divided(files, own, most=2, limits=Limits(units=5)) is not None


def test_the_definition_of_the_first_file_that_names_any(tmp_path: Path, own: Definition) -> None:
    """Where it is another than was thought, the files are checked together."""
    name = {"Definisi": "lain"}
    files = [
        table(tmp_path / f"{n}.xlsx", f"Kota {n}", "A,3", **(name if n else {})) for n in (0, 1)
    ]
    asked = CheckSettings(own, foreign=FOREIGN)
    for carried, done in (((), False), (("uji",), False), (("lain",), True), (None, True)):
        found = check_in_groups(files, asked, Runner(), watch=unwatched, carried=carried, most=1)
        assert (found is not None) is done


@pytest.mark.parametrize("reference", SHIPPED)
def test_what_is_sent_to_another_process_arrives(reference: str) -> None:
    """The task and what came of it, findings with all their figures included."""
    asked = CheckSettings(
        load_definition(reference), load_profile(PROFILE), complete=True, foreign=FOREIGN
    )
    sent: GroupTask = pickle.loads(pickle.dumps(GroupTask(asked)))  # noqa: S301 - our own
    assert sent.settings._replace(foreign=FOREIGN) == asked
    assert sent.settings.foreign is not None
    assert sent.settings.foreign.known() == FOREIGN.known()
    files = tuple(sheets(FINDINGS)[:80])
    part = check_file_group(sent, files)
    back = pickle.loads(pickle.dumps(part))  # noqa: S301 - our own
    assert back == part


def test_definitions_that_compare_units_are_not_divided(tmp_path: Path, own: Definition) -> None:
    """Their scores hang on all units."""
    assert is_divisible(own)
    assert all(is_divisible(load_definition(one)) for one in SHIPPED)
    files = [table(tmp_path / f"{n}.xlsx", f"Kota {n}", f"A,{n}") for n in range(3)]
    uji = tmp_path / "uji.yaml"
    for more in ("score: {method: z_score}\n", "aggregate: copeland\n"):
        panel = tmp_path / "panel.yaml"
        panel.write_text(uji.read_text(encoding="utf-8") + more, encoding="utf-8")
        compared = load_definition(str(panel))
        assert not is_divisible(compared)
        assert divided(files, compared, most=1) is None


def test_an_error_arrives_as_it_was() -> None:
    """With its sentence."""
    for error in (
        UsageError("path-unreadable", path="a", reason="b"),
        NotFoundError("path-not-found", path="a", nearest=None),
        MissingExtraError("a", "b"),
    ):
        back = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
        assert type(back) is type(error)
        assert (back.message, back.params) == (error.message, error.params)


def test_processes_give_what_this_one_gives_and_raise_what_it_raises(own: Definition) -> None:
    task = GroupTask(CheckSettings(own, None, Hints()), frozenset({"tiada.csv"}))
    groups = [(str(EXAMPLES / f"kota-kediri-{year}.xlsx"),) for year in (2022, 2023)]
    here = [check_file_group(task, group) for group in groups]
    assert list(check_groups(task, groups[:1])) == here[:1]
    assert list(check_groups(task, groups)) == here
    with pytest.raises(UsageError, match="tiada"):
        list(check_groups(task, [*groups, ("tiada.csv",)]))


@pytest.mark.parametrize("most", [1, 2, 3, 64])
def test_which_file_said_it_first_hangs_on_the_order_in_which_they_are_named(
    tmp_path: Path, own: Definition, most: int
) -> None:
    """Folders by turns, and a unit's files far from each other."""
    files = [
        table(tmp_path / "ab"[n % 2] / f"{n}.xlsx", f"Kota {n % 3}", f"A,{n % 5}") for n in range(9)
    ]
    files = [files[n] for n in (5, 2, 8, 1, 0, 7, 6, 3, 4)]
    parts = divided(files, own, most=most)
    assert parts is not None
    assert parts.findings == together(files, own, None, Hints()).findings
    assert parts.data.inputs == together(files, own, None, Hints()).data.inputs


def test_a_superseded_file_whose_unit_stands_in_its_rows_is_of_that_unit(
    tmp_path: Path, own: Definition
) -> None:
    """Three revisions, of which two are in one group."""
    files = []
    for revision in (1, 2, 3):
        path = tmp_path / f"{revision}.xlsx"
        with xlsxwriter.Workbook(path) as book:
            identity, sheet = book.add_worksheet("Identitas"), book.add_worksheet("Penilaian")
            identity.write_row(0, 0, ("OPD", "Dinas"))
            identity.write_row(1, 0, ("Revisi", revision))
            sheet.write_row(0, 0, ("Wilayah", "Kode", "Nilai asesor"))
            sheet.write_row(1, 0, ("Kota Satu", "A", revision))
        files.append(str(path))
    parts = divided(files, own, most=2)
    assert parts is not None
    assert parts.data.inputs == together(files, own, None, Hints()).data.inputs
    assert parts.findings == together(files, own, None, Hints()).findings
    assert [one.superseded_by for one in parts.data.inputs] == [files[2], files[2], None]
