"""Write the workbooks of Kota Contoh, an invented city: one an agency, the whole index together.

Who answers what stands in the profile beside them. The scores are drawn with a fixed seed, so the
same profile and definition give the same bytes. Run as ``python -m examples.make_kota_contoh``.
"""

from __future__ import annotations

import argparse
import shutil
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple

from examples.form_workbook import FilledForm, write_form
from examples.make_examples import CONFIG, FOLDER
from kediri_index.model.definition import Definition, Indicator
from kediri_index.model.language import Language
from kediri_index.sheets.forms.form import FormRow, Value
from kediri_index.sheets.tables.columns import Column
from kediri_index.usecases.inputs import load_definition, load_profile
from kediri_index.usecases.template import Wanted, form_of

CITY = FOLDER / "kota-contoh"
PROFILE = "profile.yaml"
YEAR = 2023
FIRST_DAY = date(YEAR, 8, 21)
DAYS = 21
EVIDENCE = "https://bukti.kotacontoh.example"

SEED = 36635
"""A draw in which no form has one score throughout, or only the highest."""

LEVELS = (4,) * 9 + (3,) * 8 + (2,) * 2 + (1,)
"""The levels that agencies give themselves, as often as here."""

STRICTNESS = 0.25
"""How often an assessor gives one level less."""


class Scores(NamedTuple):
    """The two scores of one question: a level, and the mean of the assessors'."""

    own: int
    assessor: float


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Write the workbooks of Kota Contoh.")
    parser.add_argument(
        "--output", type=Path, default=CITY, metavar="DIR", help="default: beside this script"
    )
    for path in write_all(parser.parse_args().output):
        print(f"wrote {path}")


def write_all(folder: Path) -> list[Path]:
    """Write every agency's workbook and the profile into *folder*; return the workbooks' paths."""
    folder.mkdir(parents=True, exist_ok=True)
    if folder.resolve() != CITY.resolve():
        shutil.copyfile(CITY / PROFILE, folder / PROFILE)
    paths = []
    for name, form in sorted(forms().items()):
        paths.append(folder / f"{name}.xlsx")
        write_form(form, paths[-1])
    return paths


def forms() -> dict[str, FilledForm]:
    """Return every agency's form, filled in without a fault, by the agency's name."""
    definition = load_definition(CONFIG / "pillars.yaml")
    profile = load_profile(CITY / PROFILE)
    random = Random(SEED)  # noqa: S311 - invented scores
    scores = drawn_scores(definition, random)
    wanted = Wanted(definition, profile, profile.unit, YEAR, Language.ID)
    found = {}
    for opd in profile.opd:
        form = form_of(wanted, opd.id)
        rows = tuple(answered(row, opd.id, scores) for row in form.rows)
        day = FIRST_DAY + timedelta(days=int(random.random() * DAYS))
        found[opd.name] = FilledForm(form._replace(rows=rows, day=day))
    return found


def answered(row: FormRow, opd_id: str, scores: dict[str, Scores]) -> FormRow:
    """Return *row* with its scores and the link to its evidence."""
    own, assessor = scores[row.indicator.id]
    evidence = f"{EVIDENCE}/{YEAR}/{opd_id}/{row.indicator.id.lower()}.pdf"
    given: dict[Column, Value] = {
        Column.SELF: own,
        Column.ASSESSOR: assessor,
        Column.EVIDENCE: evidence,
    }
    return row._replace(values={**row.values, **given})


def drawn_scores(definition: Definition, random: Random) -> dict[str, Scores]:
    """Return scores for every question; within a group neither kind is the same throughout."""
    found: dict[str, Scores] = {}
    for group in definition.all_groups():
        while group.indicators:
            drawn = [_drawn(indicator, random) for indicator in group.indicators]
            if all(len(set(kind)) > 1 for kind in zip(*drawn, strict=True)):
                found |= zip((one.id for one in group.indicators), drawn, strict=True)
                break
    return found


def _drawn(indicator: Indicator, random: Random) -> Scores:
    """Draw the scores of *indicator*; a quick win has five assessors, all others four."""
    assessors = 5 if indicator.parent == "quick_win" else 4
    own = LEVELS[int(random.random() * len(LEVELS))]
    points = [max(1, own - (random.random() < STRICTNESS)) for _ in range(assessors)]
    return Scores(own, sum(points) / assessors)


if __name__ == "__main__":
    main()
