"""Read workbooks with one reader, in a process of its own: some readers can end it.

Paths come in by the line; for each an answer goes out as a line of JSON.
"""

from __future__ import annotations

import gc
import importlib
import json
import resource
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from io import BytesIO
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple
from zipfile import BadZipFile

_MEMORY = 6 << 30
"""How much a reader may take, in bytes; some ask for all there is."""


class Answer(NamedTuple):
    """What came of one file.

    *cells* is how many are filled; *refused* says why a file was not read or what is amiss in it,
    *crash* what else was raised. *seconds* are the processor's, *import_seconds* come once.
    """

    cells: int | None = None
    refused: str | None = None
    crash: str | None = None
    seconds: float = 0
    import_seconds: float = 0
    peak_megabytes: float = 0


class Told(Exception):  # noqa: N818 - often no error of ours
    """A reader says that a file cannot be read whole; the cells that it read are counted."""

    def __init__(self, reason: str, cells: int | None = None) -> None:
        super().__init__(reason)
        self.cells = cells


def with_expat(path: str, data: bytes) -> int:
    """Read with this project's reader."""
    read: Any = importlib.import_module("kediri_index.sheets.reading.read")
    limits: Any = importlib.import_module("kediri_index.model.limits")
    workbook = read.read_workbook(path, data, limits.Limits())
    cells = sum(len(sheet.cells) for sheet in workbook.sheets)
    codes = [finding.code for finding in workbook.findings]
    if "F123" in codes:
        raise RuntimeError(workbook.findings[0].params["error"])
    if codes:
        raise Told(" ".join(codes), cells if workbook.sheets else None)
    return cells


def with_openpyxl_twice(_path: str, data: bytes) -> int:
    """Read with openpyxl in full mode, for formulas and then again for values."""
    openpyxl: Any = importlib.import_module("openpyxl")
    books = (openpyxl.load_workbook(BytesIO(data), data_only=one) for one in (False, True))
    filled = (
        {
            (sheet.title, place)
            for sheet in book.worksheets
            for place, cell in sheet._cells.items()  # noqa: SLF001 - iter_rows would build all
            if cell.value not in {None, ""}
        }
        for book in books
    )
    return len(set().union(*filled))


def with_openpyxl_once(_path: str, data: bytes) -> int:
    """Read with openpyxl in full mode, values only: a formula without a result looks empty."""
    openpyxl: Any = importlib.import_module("openpyxl")
    book = openpyxl.load_workbook(BytesIO(data), data_only=True)
    # iter_rows would build every cell up to the farthest
    cells = (cell for sheet in book.worksheets for cell in sheet._cells.values())  # noqa: SLF001
    return sum(cell.value not in {None, ""} for cell in cells)


def with_openpyxl_read_only(_path: str, data: bytes) -> int:
    """Read with openpyxl in read-only mode, values only."""
    openpyxl: Any = importlib.import_module("openpyxl")
    book = openpyxl.load_workbook(BytesIO(data), data_only=True, read_only=True)
    rows = (row for sheet in book.worksheets for row in sheet.iter_rows(values_only=True))
    return sum(value not in {None, ""} for row in rows for value in row)


def with_calamine(_path: str, data: bytes) -> int:
    """Read with python-calamine, all sheets that hold cells."""
    calamine: Any = importlib.import_module("python_calamine")
    try:
        book = calamine.load_workbook(BytesIO(data))
        tables = [
            book.get_sheet_by_name(sheet.name).to_python()
            for sheet in book.sheets_metadata
            if sheet.typ == calamine.SheetTypeEnum.WorkSheet
        ]
    except calamine.CalamineError as error:
        raise Told(_spelled(error)) from None
    return sum(value != "" for table in tables for row in table for value in row)


def with_the_standard_library(_path: str, data: bytes) -> int:
    """Count what the package holds, for comparison with what readers read."""
    counting: Any = importlib.import_module("benchmarks.filled_cells")
    return sum(map(len, counting.filled_cells(data).values()))


READERS: dict[str, tuple[str, Callable[[str, bytes], int]]] = {
    "expat": ("kediri_index.sheets.reading.xlsx", with_expat),
    "openpyxl-twice": ("openpyxl", with_openpyxl_twice),
    "openpyxl-once": ("openpyxl", with_openpyxl_once),
    "openpyxl-read-only": ("openpyxl", with_openpyxl_read_only),
    "calamine": ("python_calamine", with_calamine),
    "package": ("xml.etree.ElementTree", with_the_standard_library),
}
"""What each reader imports, and how it counts the filled cells of a file."""


def _spelled(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}".partition("\n")[0][:120]


def answer(path: str, count: Callable[[str, bytes], int]) -> Answer:
    """Read the file at *path* and say what came of it."""
    data = Path(path).read_bytes()
    gc.collect()
    start = process_time()
    try:
        found = Answer(count(Path(path).name, data))
    except Told as told:
        found = Answer(told.cells, refused=str(told))
    except BadZipFile as error:  # what openpyxl means by a refusal
        found = Answer(refused=_spelled(error))
    except Exception as error:  # noqa: BLE001 - what a reader lets through is what is looked for
        found = Answer(crash=_spelled(error))
    return found._replace(seconds=process_time() - start)


def peak_megabytes() -> float:
    """Return the most memory that this process has had; outside Linux, perhaps its parent's."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().partition("VmHWM:")[2].split()[0]) / (1 << 10)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def main() -> None:
    """Answer for each path on standard input, with the reader that the only argument names."""
    module, count = READERS[sys.argv[1]]
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    warnings.simplefilter("ignore")
    start = process_time()
    importlib.import_module(module)
    import_seconds = process_time() - start
    for path in _lines():
        with redirect_stdout(sys.stderr):  # readers print, too
            found = answer(path, count)._replace(import_seconds=import_seconds)
        print(json.dumps(found._replace(peak_megabytes=peak_megabytes())._asdict()), flush=True)


def _lines() -> Iterator[str]:
    for line in sys.stdin:
        yield json.loads(line)


if __name__ == "__main__":
    main()
