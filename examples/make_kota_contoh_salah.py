"""Write the workbooks of Kota Contoh with thirty faults, and the list of them.

Each fault is planted where one person's slip would be, and is to be found where the list says, as
the one finding there. Run as ``python -m examples.make_kota_contoh_salah``.
"""

from __future__ import annotations

import argparse
import csv
import shutil
from datetime import date
from pathlib import Path
from typing import NamedTuple

from examples.form_workbook import (
    FilledForm,
    Formula,
    HiddenTable,
    Value,
    cell_of,
    identity_cell,
    write_form,
)
from examples.make_examples import FOLDER
from examples.make_kota_contoh import CITY, PROFILE, forms
from examples.repacking import cut_off
from kediri_index.sheets.forms.form import ANSWERS_SHEET, IDENTITY_SHEET, FormRow
from kediri_index.sheets.forms.form import Value as PlainValue
from kediri_index.sheets.identity import Item
from kediri_index.sheets.tables.columns import Column

FAULTY = FOLDER / "kota-contoh-salah"
LIST = "faults.csv"

PLANNING = "Badan Perencanaan Pembangunan Daerah"
CIVIL_REGISTRY = "Dinas Kependudukan dan Pencatatan Sipil"
HEALTH = "Dinas Kesehatan"
COMMUNICATION = "Dinas Komunikasi dan Informatika"
ENVIRONMENT = "Dinas Lingkungan Hidup"
INVESTMENT = "Dinas Penanaman Modal dan PTSP"
EDUCATION = "Dinas Pendidikan"
PUBLIC_WORKS = "Dinas Pekerjaan Umum dan Penataan Ruang"
HOUSING = "Dinas Perumahan dan Kawasan Permukiman"
YOUTH = "Dinas Pemuda dan Olahraga"
SOCIAL = "Dinas Sosial"
HOSPITAL = "RSUD Kota Contoh"
INSPECTORATE = "Inspektorat Daerah"
SECRETARIAT = "Sekretariat Daerah"

NO_RESULT = Formula("=AVERAGE(L5:O5)", "")
"""A formula as a program writes it, that no spreadsheet has computed yet."""

OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1528)
"""The first bytes of an .xls, and nothing in it."""

LOCK = b"\x0cAdmin Contoh".ljust(55) + bytes(110)
"""What Excel leaves beside a workbook that someone has open: their name."""


class Fault(NamedTuple):
    """A row of the list; a fault of the whole file has neither sheet nor cell."""

    file: str
    sheet: str
    cell: str
    code: str


class Slip(NamedTuple):
    """A wrong value in one cell of the answers; None empties it."""

    agency: str
    indicator: str
    column: Column
    value: Value | None
    code: str


class IdentitySlip(NamedTuple):
    """A wrong value on the sheet *Identitas*."""

    agency: str
    item: Item
    value: PlainValue
    code: str


SLIPS = (
    Slip(ENVIRONMENT, "OUT-28", Column.SELF, None, "C101"),
    Slip(SECRETARIAT, "OUT-06", Column.SELF, None, "C101"),
    Slip(EDUCATION, "OUT-23", Column.SELF, "belum dinilai", "C102"),
    Slip(HEALTH, "OUT-17", Column.SELF, "tiga", "C110"),
    Slip(PLANNING, "OUT-13", Column.ASSESSOR, Formula("=AVERAGE(L10:O10)", "#DIV/0!"), "C111"),
    Slip(COMMUNICATION, "IMP-07", Column.ASSESSOR, NO_RESULT, "C112"),
    Slip(INVESTMENT, "OUT-09", Column.ASSESSOR, date(2023, 4, 3), "C113"),
    Slip("Dinas Kebudayaan dan Pariwisata", "IMP-10", Column.ASSESSOR, "3,", "C115"),
    Slip(ENVIRONMENT, "IMP-49", Column.ASSESSOR, "3 - 4", "C116"),
    Slip("Badan Pengelolaan Keuangan dan Aset Daerah", "OUP-07", Column.SELF, "Rp 3", "C117"),
    Slip(INVESTMENT, "IMP-13", Column.ASSESSOR, "3,200", "C122"),
    Slip(COMMUNICATION, "QWN-11", Column.SELF, 5, "C203"),
    Slip(HOUSING, "IMP-29", Column.ASSESSOR, 32, "C203"),
    Slip(PUBLIC_WORKS, "IMP-52", Column.CODE, "IMP52", "X301"),
)
IDENTITY_SLIPS = (
    IdentitySlip("Badan Pendapatan Daerah", Item.YEAR, "2O23", "F409"),
    IdentitySlip("Badan Kesatuan Bangsa dan Politik", Item.VERSION, "0", "F406"),
    IdentitySlip("Satuan Polisi Pamong Praja", Item.UNIT, "Kabupaten Contoh", "F423"),
    IdentitySlip(
        "Dinas Ketahanan Pangan dan Pertanian",
        Item.OPD,
        "Dinas Ketahanan Pangan dan Petanian",
        "F425",
    ),
)


class Folder(NamedTuple):
    """What goes into the folder: forms and other files by name, and the faults among them."""

    forms: dict[str, FilledForm]
    files: dict[str, bytes]
    faults: list[Fault]

    def plant(self, slip: Slip) -> None:
        """Put one wrong value into an agency's answers."""
        form = self.forms[slip.agency]
        position = position_of(form, slip.indicator)
        self.forms[slip.agency] = with_value(form, position, slip.column, slip.value)
        self.found_in_answers(slip.agency, slip.column, position, slip.code)

    def plant_in_identity(self, slip: IdentitySlip) -> None:
        """Put one wrong value on an agency's sheet *Identitas*."""
        form = self.forms[slip.agency]
        if slip.item is Item.VERSION:  # which the hidden sheet says too
            other = form.form.definition._replace(version=str(slip.value))
            self.forms[slip.agency] = form._replace(form=form.form._replace(definition=other))
        else:
            self.forms[slip.agency] = form._replace(said={slip.item: slip.value})
        place = IDENTITY_SHEET, identity_cell(slip.item)
        self.faults.append(Fault(f"{slip.agency}.xlsx", *place, slip.code))

    def found_in_answers(self, name: str, column: Column, position: int, code: str) -> None:
        """Add to the list a fault in the answers of the form *name*."""
        cell = cell_of(column, position)
        self.faults.append(Fault(f"{name}.xlsx", ANSWERS_SHEET, cell, code))


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Write the faulty workbooks of Kota Contoh.")
    parser.add_argument(
        "--output", type=Path, default=FAULTY, metavar="DIR", help="default: beside this script"
    )
    for path in write_all(parser.parse_args().output):
        print(f"wrote {path}")


def write_all(folder: Path) -> list[Path]:
    """Write all files into *folder* and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    planted = Folder(forms(), {}, [])
    for slip in SLIPS:
        planted.plant(slip)
    for identity_slip in IDENTITY_SLIPS:
        planted.plant_in_identity(identity_slip)
    plant_in_rows(planted)
    plant_in_sheets(planted)
    plant_in_files(planted)
    written = [folder / f"{name}.xlsx" for name in planted.forms]
    for path in written:
        write_form(planted.forms[path.stem], path)
    cut_off(folder / f"{HOSPITAL}.xlsx")
    for name, data in planted.files.items():
        written.append(folder / name)
        written[-1].write_bytes(data)
    written.append(folder / PROFILE)
    shutil.copyfile(CITY / PROFILE, written[-1])
    written.append(folder / LIST)
    write_list(planted.faults, written[-1])
    return sorted(written)


def plant_in_rows(planted: Folder) -> None:
    """Plant what takes two rows: said twice, merged, or in another agency's form."""
    planning = planted.forms[PLANNING]
    again = planning.form.rows[position_of(planning, "BAS-04")]
    planted.forms[PLANNING] = with_further_row(planning, again)
    planted.found_in_answers(PLANNING, Column.CODE, len(planning.form.rows), "X304")

    waters = planted.forms[ENVIRONMENT]
    above = position_of(waters, "IMP-46")
    merged = frozenset({(Column.ASSESSOR, above)})
    planted.forms[ENVIRONMENT] = waters._replace(merged=merged)
    planted.found_in_answers(ENVIRONMENT, Column.ASSESSOR, above + 1, "C105")

    housing, youth = planted.forms[HOUSING], planted.forms[YOUTH]
    moved = position_of(housing, "IMP-38")
    planted.forms[HOUSING] = without_row(housing, moved)
    planted.forms[YOUTH] = with_further_row(youth, housing.form.rows[moved])
    planted.found_in_answers(YOUTH, Column.CODE, len(youth.form.rows), "X307")

    education = planted.forms[EDUCATION]
    row = education.form.rows[position_of(education, "IMP-40")]
    corrected = row._replace(values={**row.values, Column.NUMBER: 1, Column.ASSESSOR: 1.75})
    correction = f"{EDUCATION}_perbaikan"
    planted.forms[correction] = education.with_rows((corrected,))
    planted.found_in_answers(correction, Column.ASSESSOR, 0, "X303")


def plant_in_sheets(planted: Folder) -> None:
    """Plant what concerns a sheet as a whole: hidden, or without its header."""
    inspectorate = planted.forms[INSPECTORATE]
    last_year = HiddenTable("Penilaian 2022", inspectorate.form.rows)
    planted.forms[INSPECTORATE] = inspectorate._replace(hidden_table=last_year)
    planted.faults.append(Fault(f"{INSPECTORATE}.xlsx", last_year.name, "", "F411"))

    public_works = planted.forms[PUBLIC_WORKS]
    position = position_of(public_works, "OUT-20")
    planted.forms[PUBLIC_WORKS] = public_works._replace(hidden_rows=frozenset({position}))
    planted.found_in_answers(PUBLIC_WORKS, Column.NUMBER, position, "F430")

    staff = "Badan Kepegawaian dan Pengembangan SDM"
    planted.forms[staff] = planted.forms[staff]._replace(has_header=False)
    planted.faults.append(Fault(f"{staff}.xlsx", "", "", "F402"))

    registry = planted.forms[CIVIL_REGISTRY]
    first, revised = with_revision(registry, 1), with_revision(registry, 2)
    planted.forms[CIVIL_REGISTRY] = first
    planted.forms[f"{CIVIL_REGISTRY}_revisi 2"] = revised
    place = IDENTITY_SHEET, identity_cell(Item.REVISION)
    planted.faults.append(Fault(f"{CIVIL_REGISTRY}.xlsx", *place, "F428"))


def plant_in_files(planted: Folder) -> None:
    """Plant what is a fault of a whole file: a copy, one cut off, a lock file, an .xls."""
    planted.forms[f"Salinan {SOCIAL}"] = planted.forms[SOCIAL]
    planted.faults.append(Fault(f"Salinan {SOCIAL}.xlsx", "", "", "X306"))

    planted.faults.append(Fault(f"{HOSPITAL}.xlsx", "", "", "F110"))

    lock = f"~${HEALTH}.xlsx"
    planted.files[lock] = LOCK
    planted.faults.append(Fault(lock, "", "", "F415"))

    families = "Dinas Pemberdayaan Perempuan dan Keluarga Berencana"
    del planted.forms[families]
    planted.files[f"{families}.xls"] = OLD_EXCEL
    planted.faults.append(Fault(f"{families}.xls", "", "", "F103"))


def position_of(filled: FilledForm, indicator: str) -> int:
    """Return the position of the row of *indicator*."""
    return [row.indicator.id for row in filled.form.rows].index(indicator)


def with_value(
    filled: FilledForm, position: int, column: Column, value: Value | None
) -> FilledForm:
    """Return *filled* with another value at *position*, or none."""
    rows = filled.form.rows
    values = {name: old for name, old in rows[position].values.items() if name is not column}
    if isinstance(value, Formula):
        filled = filled._replace(formulas={**filled.formulas, (column, position): value})
    elif value is not None:
        values[column] = value
    changed = rows[position]._replace(values=values)
    return filled.with_rows((*rows[:position], changed, *rows[position + 1 :]))


def with_further_row(filled: FilledForm, row: FormRow) -> FilledForm:
    """Return *filled* with one more row, numbered as its last."""
    return filled.with_rows(numbered((*filled.form.rows, row)))


def without_row(filled: FilledForm, position: int) -> FilledForm:
    """Return *filled* without the row at *position*, those below it numbered anew."""
    rows = filled.form.rows
    return filled.with_rows(numbered((*rows[:position], *rows[position + 1 :])))


def numbered(rows: tuple[FormRow, ...]) -> tuple[FormRow, ...]:
    """Return *rows* with their numbers from 1 on."""
    return tuple(
        row._replace(values={**row.values, Column.NUMBER: number})
        for number, row in enumerate(rows, start=1)
    )


def with_revision(filled: FilledForm, revision: int) -> FilledForm:
    """Return *filled* as its *revision*."""
    return filled._replace(form=filled.form._replace(revision=revision))


def write_list(faults: list[Fault], path: Path) -> None:
    """Write the list of faults, by place."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(Fault._fields)
        writer.writerows(sorted(faults))


if __name__ == "__main__":
    main()
