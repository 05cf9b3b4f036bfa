"""Reports on the examples, each made once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kediri_index.model.language import Language
from kediri_index.model.profile import Hints
from kediri_index.model.yearly import Yearly
from kediri_index.present.document import Document
from kediri_index.present.yearly.report import document
from kediri_index.usecases.inputs import load_definition, load_profile, read_workbooks
from kediri_index.usecases.report import yearly_report
from kediri_index.usecases.score import LastYear

ROOT = Path(__file__).parents[3]
EXAMPLES = ROOT / "examples"
NAMES = ("kota-kediri-2022", "kota-kediri-2023", "kabupaten-malang-2023", "kota-contoh", "salah")
"""Given groups, the same with last year's, single answers, thirty files, and many faults."""


@cache
def yearly_of(name: str) -> Yearly:
    """Return the report on an example, with all that there is beside it."""
    if name == "salah":
        return yearly_of_faulty(EXAMPLES / "kota-contoh-salah")
    folder = "kota-contoh" if name == "kota-contoh" else None
    by = {"kota-kediri-2022": "kominfo-2022-reguler", "kabupaten-malang-2023": "kominfo-2023-kppn"}
    profile = EXAMPLES / folder if folder else ROOT / "config"
    definition = load_definition(by.get(name, "kominfo-2023-reguler"))
    before = {
        "kota-kediri-2023": ("kota-kediri-2022", "kominfo-2022-reguler"),
        "kabupaten-malang-2023": ("kabupaten-malang-2022", "kominfo-2022-kppn"),
    }.get(name)
    previous = None
    if before is not None:
        path = EXAMPLES / f"{before[0]}.xlsx"
        previous = LastYear(read_workbooks(path), load_definition(before[1]), str(path))
    region = load_profile(profile / "profile.yaml")
    found = yearly_report(
        read_workbooks(EXAMPLES / (folder or f"{name}.xlsx")),
        definition,
        region if folder or name.startswith("kota-kediri") else None,
        hints=Hints(theirs=region.unit) if folder else None,
        previous=previous,
    )
    assert found.yearly is not None
    return found.yearly


def yearly_of_faulty(folder: Path) -> Yearly:
    """Return the report on what can be scored of the thirty files with many faults."""
    region = load_profile(folder / "profile.yaml")
    found = yearly_report(
        read_workbooks(folder),
        load_definition("kominfo-2023-reguler"),
        region,
        hints=Hints(theirs=region.unit),
        allow_errors=True,
    )
    assert found.yearly is not None
    return found.yearly


@cache
def document_of(name: str, language: Language) -> Document:
    """Return the same in words."""
    return document(yearly_of(name), language)
