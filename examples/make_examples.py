"""Write the example workbooks and table: published results, as regions would submit them.

The figures are typed below or come from the published results of the package, from the sources that
each workbook names; names, pillars and printed codes come from the definitions in ``config/``. The
same figures give the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import NamedTuple

import xlsxwriter  # type: ignore[import-untyped] # annotated, but without a py.typed

from kediri_index.archive.published import published_tables
from kediri_index.model.definition import Definition, Group, Indicator
from kediri_index.usecases.inputs import load_definition

FOLDER = Path(__file__).parent
CONFIG = FOLDER.parent / "config"


def answers_of(table: str) -> str:
    """Return the ids and scores of the one row in a table of the published results."""
    (found,) = (one for one in published_tables() if one.name == table)
    (row,) = found.rows
    return "\n".join(f"{key} {score}" for key, score in zip(found.inputs, row.inputs, strict=True))


# The published score of each dimension stands beside its answers.
KEDIRI_2022 = """
    baseline 3.60  output 3.21  outcome 3.23
    governance 2.75  branding 2.75  economy 3.50  living 3.33  society 3.33  environment 2.75
    quick_win 3.65
"""  # impact, the mean of the six pillars, was published as 3.07
KEDIRI_2023 = """
    baseline 3.68  output 2.69  outcome 3.21  impact 3.24  quick_win 3.40
"""
MALANG_2022 = answers_of("kabupaten-malang-2022")
MALANG_2023 = answers_of("kabupaten-malang-2023")

# Kota Denpasar's own scores, and the assessors': by them 3.19 was published, with the domains 3.00,
# 3.30, 2.18 and 3.55. One digit an indicator, one word an aspect.
DENPASAR_2021_SELF = "2244444244 4424 3453 45 22422335 333 5335543355 532555"
DENPASAR_2021 = "4143333333 2234 4353 43 22222223 223 4335533335 422444"

# BPS's table, in its units: years, years, years, thousand rupiah a year; the published index last.
IPM_JAKARTA_2017 = """
    DKI Jakarta       72.55  12.86  11.02  17707  # 80.06
    Kepulauan Seribu  68.04  12.40   8.25  11833  # 70.11
    Jakarta Selatan   73.84  13.27  11.47  23098  # 84.13
    Jakarta Timur     74.18  13.26  11.60  17007  # 81.61
    Jakarta Pusat     73.83  13.18  11.02  16719  # 80.49
    Jakarta Barat     73.37  12.70  10.37  19695  # 80.47
    Jakarta Utara     72.99  12.55  10.60  17763  # 79.47
"""

WIDTHS = {
    "No": 5,
    "Kode": 12,
    "Pilar": 19,
    "Sub pilar": 28,
    "Indikator": 46,
    "OPD pengampu": 24,
    "Satuan": 11,
    "Target": 9,
    "Realisasi": 10,
    "Capaian": 9,
    "Nilai mandiri": 14,
    "Nilai asesor": 13,
    "Bukti dukung": 24,
    "Keterangan": 36,
}
ALL_COLUMNS = tuple(WIDTHS)
SHORT_COLUMNS = ("No", "Kode", "Indikator", "Nilai asesor", "Keterangan")
BOTH_COLUMNS = ("No", "Kode", "Indikator", "Satuan", "Nilai mandiri", "Nilai asesor")
HEADER_ROW = 2

MINISTRY = "Surat Kementerian Komunikasi dan Informatika"


class Example(NamedTuple):
    """One workbook: whose and when, by which definition and source, and its scores by id.

    *figures* are the assessors' scores, *own* the self-assessed ones; *dated* is the letter's day.
    """

    file: str
    unit: str
    definition: str
    year: int
    dated: date | None
    source: str
    figures: str
    columns: tuple[str, ...]
    own: str = ""


def numbered(prefix: str, answers: str) -> str:
    """Return one-digit *answers* as ids and scores: ``SPBE-01 4 SPBE-02 1``."""
    digits = answers.replace(" ", "")
    return " ".join(f"{prefix}-{number:02d} {one}" for number, one in enumerate(digits, start=1))


EXAMPLES = (
    Example(
        "kota-kediri-2022.xlsx",
        "Kota Kediri",
        "kominfo-2022-reguler.yaml",
        2022,
        date(2022, 12, 5),
        f"{MINISTRY} B-1003/DJAI/AI.01.04/12/2022, sebagaimana dikutip pers (bangsaonline.com, "
        "nusadaily.com, mataraman.tribunnews.com)",
        KEDIRI_2022,
        SHORT_COLUMNS,
    ),
    Example(
        "kota-kediri-2023.xlsx",
        "Kota Kediri",
        "pillars.yaml",
        2023,
        date(2023, 12, 4),
        f"{MINISTRY} B-1384/DJAI/AI.01.04/12/2023, Lampiran II nomor 105",
        KEDIRI_2023,
        SHORT_COLUMNS,
    ),
    Example(
        "kabupaten-malang-2022.xlsx",
        "Kabupaten Malang",
        "kominfo-2022-kppn.yaml",
        2022,
        date(2022, 12, 6),
        f"{MINISTRY} B-1004/DJAI/AI.01.04/12/2022, laporan evaluasi Kabupaten Malang, halaman 8–14",
        MALANG_2022,
        ALL_COLUMNS,
    ),
    Example(
        "kabupaten-malang-2023.xlsx",
        "Kabupaten Malang",
        "kominfo-2023-kppn.yaml",
        2023,
        date(2023, 12, 4),
        f"{MINISTRY} B-1384/DJAI/AI.01.04/12/2023, laporan evaluasi tahap II Kabupaten Malang, "
        "halaman 9 dan 14–29",
        MALANG_2023,
        ALL_COLUMNS,
    ),
    Example(
        "kota-denpasar-2021.xlsx",
        "Kota Denpasar",
        "spbe-2020.yaml",
        2021,
        None,
        "Basis data pemantauan SPBE Kota Denpasar (github.com/putuokky/monev-spbe-dps)",
        numbered("SPBE", DENPASAR_2021),
        BOTH_COLUMNS,
        numbered("SPBE", DENPASAR_2021_SELF),
    ),
)


def scores_of(figures: str) -> dict[str, float]:
    """Return the scores by id from text that alternates ids and scores; ``#`` opens a comment."""
    words = [word for line in figures.splitlines() for word in line.partition("#")[0].split()]
    return {key: float(score) for key, score in zip(words[::2], words[1::2], strict=True)}


class Placed(NamedTuple):
    """An indicator or a group, with the names of the groups around it by kind."""

    node: Indicator | Group
    names: Mapping[str, str]


def placed(groups: Iterable[Group], above: Mapping[str, str]) -> Iterator[Placed]:
    """Yield every group and indicator below *above*."""
    for group in groups:
        names = {**above, group.kind: group.label.main}
        yield Placed(group, names)
        for indicator in group.indicators:
            yield Placed(indicator, names)
        yield from placed(group.groups, names)


def rows_of(
    definition: Definition, scores: Mapping[str, float], own: Mapping[str, float]
) -> Iterator[dict[str, str | float]]:
    """Yield one row a score, by column."""
    nodes = {one.node.id: one for one in placed(definition.groups, {})}
    kinds = {kind.id: kind.label.main.lower() for kind in definition.kinds}
    unit = "skala {}–{}".format(*definition.scale) if definition.scale else ""
    for number, (node_id, score) in enumerate(scores.items(), start=1):
        node, names = nodes[node_id]
        yield {
            "No": number,
            "Kode": node.id,
            "Pilar": names.get("pillar", names.get("dimension", "")),
            "Sub pilar": names.get("sub_pillar", ""),
            "Indikator": node.label.main,
            "Satuan": unit,
            "Nilai mandiri": own.get(node_id, ""),
            "Nilai asesor": score,
            "Keterangan": (
                f"Nilai {kinds[node.kind]} yang diterbitkan"
                if isinstance(node, Group)
                else f"Kode di laporan: {node.printed}"
            ),
        }


class Formats(NamedTuple):
    """The cell formats of a workbook."""

    title: xlsxwriter.format.Format
    header: xlsxwriter.format.Format
    label: xlsxwriter.format.Format
    text: xlsxwriter.format.Format
    score: xlsxwriter.format.Format
    day: xlsxwriter.format.Format


def formats_of(book: xlsxwriter.Workbook) -> Formats:
    """Add the formats to *book*."""
    framed = {"border": 1, "border_color": "#BFBFBF", "valign": "top"}
    header = {"bold": True, "bg_color": "#1F4E78", "font_color": "#FFFFFF", "text_wrap": True}
    return Formats(
        title=book.add_format({"bold": True, "font_size": 14}),
        header=book.add_format({**framed, **header, "valign": "vcenter"}),
        label=book.add_format({**framed, "bold": True}),
        text=book.add_format({**framed, "text_wrap": True, "align": "left"}),
        score=book.add_format({**framed, "num_format": "0.00"}),
        day=book.add_format({**framed, "num_format": "yyyy-mm-dd", "align": "left"}),
    )


def write_identity(
    book: xlsxwriter.Workbook, formats: Formats, example: Example, definition: Definition
) -> None:
    """Add the sheet that says whose the figures are."""
    sheet = book.add_worksheet("Identitas")
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 72)
    sheet.write_string(0, 0, "Identitas", formats.title)
    pairs: tuple[tuple[str, str | int | date | None], ...] = (
        ("Wilayah", example.unit),
        ("Tahun", example.year),
        ("Revisi", 1),
        ("Tanggal", example.dated),
        ("Definisi", definition.id),
        ("Versi definisi", definition.version),
        ("Sumber", example.source),
    )
    said = [(label, value) for label, value in pairs if value is not None]
    for row, (label, value) in enumerate(said, start=2):
        sheet.write_string(row, 0, label, formats.label)
        if isinstance(value, date):
            sheet.write_datetime(row, 1, value, formats.day)
        elif isinstance(value, int):
            sheet.write_number(row, 1, value, formats.text)
        else:
            sheet.write_string(row, 1, value, formats.text)
    sheet.ignore_errors({"number_stored_as_text": "B3:B9"})  # a version is text


def write_answers(
    book: xlsxwriter.Workbook, formats: Formats, example: Example, definition: Definition
) -> None:
    """Add the sheet with one row an answer."""
    sheet = book.add_worksheet("Penilaian")
    sheet.write_string(0, 0, f"{definition.title.main} – {example.unit}", formats.title)
    sheet.freeze_panes(HEADER_ROW + 1, 0)
    for column, name in enumerate(example.columns):
        sheet.set_column(column, column, WIDTHS[name])
        sheet.write_string(HEADER_ROW, column, name, formats.header)
    rows = rows_of(definition, scores_of(example.figures), scores_of(example.own))
    for row, values in enumerate(rows, start=HEADER_ROW + 1):
        for column, name in enumerate(example.columns):
            value = values.get(name, "")
            if value == "":
                sheet.write_blank(row, column, None, formats.text)
            elif isinstance(value, str):
                sheet.write_string(row, column, value, formats.text)
            else:
                style = formats.score if name.startswith("Nilai") else formats.text
                sheet.write_number(row, column, value, style)


def write_example(example: Example, folder: Path) -> Path:
    """Write one workbook into *folder* and return its path."""
    definition = load_definition(CONFIG / example.definition)
    path = folder / example.file
    with xlsxwriter.Workbook(str(path)) as book:
        day = example.dated or date(example.year, 12, 31)
        created = datetime.combine(day, time())  # else XlsxWriter asks the clock
        book.set_properties({"title": definition.title.main, "created": created})
        formats = formats_of(book)
        write_identity(book, formats, example, definition)
        write_answers(book, formats, example, definition)
    return path


def write_ipm(folder: Path) -> Path:
    """Write BPS's table of Jakarta, one row a region, and return its path."""
    definition = load_definition(CONFIG / "ipm-bps.yaml")
    path = folder / "ipm-dki-jakarta-2017.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream, lineterminator="\n")
        table.writerow(["unit", "year", *(one.id for one in definition.all_indicators())])
        for line in IPM_JAKARTA_2017.strip().splitlines():
            region, *components = re.split(r" {2,}", line.partition("#")[0].strip())
            table.writerow([region, 2017, *components])
    return path


def write_all(folder: Path) -> list[Path]:
    """Write every example into *folder* and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    return [*(write_example(example, folder) for example in EXAMPLES), write_ipm(folder)]


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Write the example workbooks.")
    parser.add_argument(
        "--output", type=Path, default=FOLDER, metavar="DIR", help="default: beside this script"
    )
    for path in write_all(parser.parse_args().output):
        print(f"wrote {path}")


if __name__ == "__main__":
    main()
