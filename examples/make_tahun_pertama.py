"""Write what the agencies of the tutorial's invented city, Kota Rekaan, send in two deliveries.

The first lacks an agency and has a fault in three; the second has what was late and the repairs.
Run as ``python -m examples.make_tahun_pertama``.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from examples.form_workbook import FilledForm, write_form
from examples.make_examples import FOLDER
from kediri_index.model.language import Language
from kediri_index.model.limits import Limits
from kediri_index.sheets.forms.form import FormRow, Value
from kediri_index.sheets.identity import Item
from kediri_index.sheets.tables.columns import Column
from kediri_index.usecases.inputs import Surroundings, load_profile
from kediri_index.usecases.start import NewProject, start
from kediri_index.usecases.template import Wanted, form_of

KIT = FOLDER / "tahun-pertama"
PROFILE = KIT / "profile.yaml"
YEAR = 2026
FIRST, SECOND = "kiriman-1", "kiriman-2"

RESULTS: Mapping[str, float | str] = {
    "GOV-01": 3.4,
    "GOV-02": 3.21,
    "GOV-03": 3,
    "GOV-04": 72,
    "BRA-01": 3,
    "BRA-02": 1_350_000,
    "BRA-03": 1250,
    "BRA-04": "ya",
    "ECO-01": 5.2,
    "ECO-02": 7.6,
    "ECO-03": 47,
    "ECO-04": 61,
    "LIV-01": 74,
    "LIV-02": 66.5,
    "LIV-03": 58,
    "LIV-04": 71,
    "SOC-01": 78.4,
    "SOC-02": 96.2,
    "SOC-03": "ya",
    "SOC-04": 14,
    "ENV-01": 61.3,
    "ENV-02": 24.6,
    "ENV-03": 14.2,
    "ENV-04": 2,
}
"""What the agencies reached: a result, or a level or an answer where the form asks for that."""

TARGETS: Mapping[str, float] = {"BRA-03": 1400, "ECO-02": 7, "SOC-04": 12}
"""Of the indicators whose target the agency says."""


class Sending(NamedTuple):
    """One file: the agency, the day, which of its files it is, and what stands wrong in it."""

    opd: str
    day: date
    revision: int = 1
    wrong: Mapping[str, Value | None] = {}


DELIVERIES: Mapping[str, tuple[Sending, ...]] = {
    FIRST: (
        Sending("diskominfo", date(YEAR, 8, 24)),
        Sending("bappeda", date(YEAR, 8, 26)),
        Sending("bapenda", date(YEAR, 8, 27), wrong={"ECO-04": None}),
        Sending("dinkop", date(YEAR, 8, 27), wrong={"BRA-03": "1.250"}),
        Sending("rsud", date(YEAR, 8, 31)),
        Sending("dlh", date(YEAR, 9, 2), wrong={"ENV-02": "sekitar 25", "ENV-03": 1845}),
    ),
    SECOND: (
        Sending("bapenda", date(YEAR, 9, 7)),
        Sending("dinkop", date(YEAR, 9, 8)),
        Sending("disdik", date(YEAR, 9, 9)),
        Sending("dlh", date(YEAR, 9, 9), revision=2),
    ),
}


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Write the sheets of the tutorial's city.")
    parser.add_argument(
        "--output", type=Path, default=KIT, metavar="DIR", help="default: beside this script"
    )
    for path in write_all(parser.parse_args().output):
        print(f"wrote {path}")


def write_all(folder: Path) -> list[Path]:
    """Write both deliveries into folders of *folder*; return the paths of the sheets."""
    return [path for delivery in DELIVERIES for path in _write(folder / delivery)]


def _write(folder: Path) -> Iterator[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    profile = load_profile(PROFILE)
    asked = NewProject("six-pillars", profile.unit, YEAR, (), None, None)
    definition = start(asked, Surroundings(KIT, {}, Limits())).definition
    wanted = Wanted(definition, profile, profile.unit, YEAR, Language.ID)
    for sending in DELIVERIES[folder.name]:
        form = form_of(wanted, sending.opd)
        rows = tuple(_answered(row, sending.wrong) for row in form.rows)
        name = next(opd.name for opd in profile.opd if opd.id == sending.opd)
        again = f" revisi {sending.revision}" if sending.revision > 1 else ""
        path = folder / f"{name}{again}.xlsx"
        filled = FilledForm(
            form._replace(rows=rows, day=sending.day), {Item.REVISION: sending.revision}
        )
        write_form(filled, path)
        yield path


def _answered(row: FormRow, wrong: Mapping[str, Value | None]) -> FormRow:
    """Return *row* with its answer, in the column that the form asks for."""
    code = row.indicator.id
    answer = wrong.get(code, RESULTS[code])
    column = Column.MEASURE if Column.MEASURE in row.to_fill else Column.SELF
    given: dict[Column, Value | None] = {column: answer, Column.TARGET: TARGETS.get(code)}
    kept = {**row.values, **{key: value for key, value in given.items() if value is not None}}
    return row._replace(values=kept)


if __name__ == "__main__":
    main()
