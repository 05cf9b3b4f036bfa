"""Draw what commands print, as a terminal shows it: the pictures of the README.

Each is the output of a real command, colours and all, which Rich draws as an SVG file. Run as
``python -m examples.make_pictures``. The same output gives the same bytes.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from examples.page_pictures import ReportPart, draw_report
from examples.sheet_pictures import SheetPart, draw_sheet
from kediri_index.cli.run import run
from kediri_index.model.language import Language
from kediri_index.usecases.inputs import load_definition
from kediri_index.usecases.lists import definition_list

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "pictures"
FORM = ROOT / "examples/tahun-pertama/kiriman-1/Dinas Komunikasi dan Informatika.xlsx"
COLUMNS = 96
"""Of the terminal: the width of the documents' blocks of commands."""

DARK = TerminalTheme(
    (22, 27, 34),
    (221, 228, 236),
    [
        (72, 79, 88),
        (255, 123, 114),
        (86, 211, 100),
        (227, 179, 65),
        (121, 192, 255),
        (210, 168, 255),
        (86, 199, 214),
        (221, 228, 236),
    ],
)

# Rich's own format fetches a font from a server. Here the reader's fonts serve; every piece of text
# is fitted to its columns, so that bars and tables close up in any of them.
FORMAT = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">
<title>TITLE</title>
<style>
.{unique_id}-matrix {{
  font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono",
    monospace;
  font-size: {char_height}px;
  line-height: {line_height}px;
}}
.{unique_id}-title {{ font-size: 16px; font-family: system-ui, sans-serif; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


class Picture(NamedTuple):
    """A file in ``docs/pictures``, the command whose output it shows, and what it is called.

    One with *part* shows that of a sheet, or the first screen of a report.
    """

    name: str
    command: str
    title: str
    part: SheetPart | ReportPart | None = None


FAULTY = '"examples/kota-contoh-salah/Dinas Lingkungan Hidup.xlsx"'
PICTURES = (
    Picture(
        "score.svg",
        "kediri-index score examples/kota-kediri-2022.xlsx --lang en",
        "What score prints of Kota Kediri 2022: 3.31, by dimension and by pillar",
    ),
    Picture(
        "nilai.svg",
        "kediri-index score examples/kota-kediri-2022.xlsx",
        "Keluaran score untuk Kota Kediri 2022: 3,31, per dimensi dan per pilar",
    ),
    Picture(
        "check.svg",
        f"kediri-index check {FAULTY} --lang en",
        "What check prints of one faulty workbook: each finding with its cell and its repair",
    ),
    Picture(
        "periksa.svg",
        f"kediri-index check {FAULTY}",
        "Keluaran check untuk satu berkas yang salah: tiap temuan dengan sel dan perbaikannya",
    ),
    Picture(
        "formulir.svg",
        "",
        "Formulir isian satu OPD di Excel: sel kuning diisi, sel abu-abu tidak",
        SheetPart(
            FORM.read_bytes(),
            "Penilaian",
            (
                *(("A", 40), ("B", 70), ("E", 270), ("G", 60), ("H", 60)),
                *(("I", 80), ("J", 110), ("L", 150), ("M", 190)),
            ),
            10,
        ),
    ),
    Picture(
        "daftar.svg",
        "",
        "Daftar indikator di Excel: satu baris untuk setiap indikator",
        SheetPart(
            definition_list(load_definition("six-pillars"), None, Language.ID).data,
            "Daftar",
            (
                *(("A", 80), ("B", 150), ("C", 290), ("E", 100), ("F", 90), ("G", 70)),
                *(("H", 210), ("I", 250)),
            ),
            10,
        ),
    ),
    Picture(
        "report.svg",
        "",
        "The first screen of the report on Kota Kediri 2023: 0.12 lower, and where points are lost",
        ReportPart(Language.EN),
    ),
    Picture(
        "laporan.svg",
        "",
        "Halaman pertama laporan Kota Kediri 2023: turun 0,12, dan di mana nilai hilang",
        ReportPart(Language.ID),
    ),
    Picture(
        "perubahan.svg",
        "kediri-index compare examples/kota-kediri-2022.xlsx examples/kota-kediri-2023.xlsx",
        "Keluaran compare untuk Kota Kediri: nilai 2022 dan 2023, dan sumbangan tiap kelompok",
    ),
    Picture(
        "changes.svg",
        "kediri-index compare examples/kota-kediri-2022.xlsx examples/kota-kediri-2023.xlsx "
        "--lang en",
        "What compare prints of Kota Kediri: the scores of 2022 and 2023, and each part's share",
    ),
    Picture(
        "plan.svg",
        "kediri-index plan examples/kota-kediri-2022.xlsx --lang en",
        "What plan prints of Kota Kediri 2022: the cheapest steps to 3.4",
    ),
    Picture(
        "submissions.svg",
        "kediri-index status examples/kota-contoh-salah --due 2099-12-31 --lang en",
        "What status prints of Kota Contoh: each agency with its state and how much it filled in",
    ),
    Picture(
        "trace.svg",
        "kediri-index trace examples/kota-kediri-2022.xlsx impact --lang en",
        "What trace prints of Kota Kediri 2022: Impact, its pillars and the cell of each",
    ),
    Picture(
        "status.svg",
        "kediri-index status examples/kota-contoh-salah --due 2099-12-31",
        "Keluaran status untuk Kota Contoh: tiap OPD dengan keadaan dan kelengkapan isiannya",
    ),
)


@contextlib.contextmanager
def _terminal() -> Iterator[None]:
    """Stand in the repository, before a terminal of sixteen colours, and go back."""
    before, here = dict(os.environ), Path.cwd()
    kept = {name: value for name, value in before.items() if not name.startswith("KEDIRI_INDEX")}
    for name in ("NO_COLOR", "COLORTERM"):
        kept.pop(name, None)
    asked = {"COLUMNS": str(COLUMNS), "FORCE_COLOR": "1", "TERM": "xterm"}
    os.environ.clear()
    os.environ.update(kept | asked)
    os.chdir(ROOT)
    try:
        yield
    finally:
        os.chdir(here)
        os.environ.clear()
        os.environ.update(before)


def printed(command: str) -> str:
    """Return what *command* prints, results and talk, with the codes of colours."""
    stream = io.StringIO()
    with contextlib.redirect_stdout(stream), contextlib.redirect_stderr(stream):
        run(shlex.split(command)[1:])
    return stream.getvalue().rstrip()


def draw(picture: Picture) -> str:
    """Return *picture* as SVG: the command, then what it prints, wrapped to the terminal."""
    if isinstance(picture.part, ReportPart):
        return draw_report(picture.part, picture.title)
    if picture.part is not None:
        return draw_sheet(picture.part, picture.title)
    with _terminal():
        console = Console(file=io.StringIO(), width=COLUMNS + 1, record=True, legacy_windows=False)
        console.print(Text.assemble(("$ ", "green"), (picture.command, "bold")), end="\n\n")
        for line in printed(picture.command).splitlines():
            shown = Text.from_ansi(line)
            shown.rstrip()
            console.print(shown)
        console.print()
        svg = console.export_svg(
            title="",
            theme=DARK,
            code_format=FORMAT.replace("TITLE", picture.title),
            font_aspect_ratio=0.6,
            unique_id=Path(picture.name).stem,
        )
    shown_lines = re.sub(r"<text [^>]*>\s*</text>", "", svg).replace("</text><", "</text>\n<")
    fitted = shown_lines.replace("textLength=", 'lengthAdjust="spacingAndGlyphs" textLength=')
    return re.sub(r"[ \t]+$", "", fitted, flags=re.MULTILINE)


def main() -> None:
    """Draw every picture into ``--folder``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=FOLDER)
    folder = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    for picture in PICTURES:
        (folder / picture.name).write_text(draw(picture), encoding="utf-8", newline="\n")
        print(folder / picture.name)


if __name__ == "__main__":
    main()
