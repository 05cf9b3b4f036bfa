"""Examples of the family S about two results that are compared."""

from __future__ import annotations

from examples.finding_examples.example import UJI, Example, Found
from examples.finding_examples.workbooks import IDENTITY, answers, form

COMPETING = "definisi/bertanding.yaml"
OUT_OF_FIVE = "definisi/skala-lima.yaml"
INTERPOLATED = "definisi/diinterpolasi.yaml"
_HEADER = "unit,year,U-1,U-2\n"
_OLD = "Kota Contoh,2022,3,2\n"
_NEW = "Kota Contoh,2023,3,4\n"


def _compared(
    code: str, old: str, new: str, *options: str, of_new: bool = False, value: str | None = None
) -> Example:
    paths = [f"{code}/{name}.csv" for name in ("lama", "baru")]
    return Example(
        code,
        {path: data.encode() for path, data in zip(paths, (old, new), strict=True)},
        (*paths, *(options or ("--config", UJI))),
        Found(code, paths[of_new], value=value),
        command="compare",
    )


def _by_assessors_then(code: str, value: str, *rows: tuple[str | int | None, ...]) -> Example:
    """Return an example whose old sheet has *rows* of self-assessed and assessors' scores."""
    paths = [f"{code}/{name}.xlsx" for name in ("lama", "baru")]
    header = ("Kode", "Nilai mandiri", "Nilai asesor")
    old = form(header, *rows, identity=(IDENTITY[0], ("Tahun", 2022)))
    files = {paths[0]: old, paths[1]: form(*answers(("U-1", 3), ("U-2", 4)))}
    options = ("--value", value) if value != "self" else ()
    found = Found(code, paths[0], value=value)
    return Example(code, files, (*paths, "--config", UJI, *options), found, command="compare")


EXAMPLES: tuple[Example, ...] = (
    _compared(
        "S601",
        "unit,year,B-1,B-2\nKota Contoh,2022,-,-\n",
        "unit,year,B-1,B-2\nKota Contoh,2023,3,4\n",
        "--config",
        "definisi/delapan.yaml",
        value="S601/lama.csv",
    ),
    _compared("S602", _HEADER + _NEW, _HEADER + _OLD, value="2023"),
    _compared("S603", _HEADER + _OLD, _HEADER + "Kota Lain,2022,3,4\n", value="Kota Contoh"),
    _compared(
        "S604",
        _HEADER + _OLD,
        _HEADER + _NEW,
        *("--config", UJI, "--old-config", OUT_OF_FIVE),
    ),
    _by_assessors_then("S341", "self", ("U-1", 3, None), ("U-2", 2, None)),
    _by_assessors_then("S605", "assessor-else-self", ("U-1", 3, 3), ("U-2", 2, None)),
    _compared(
        "S606",
        _HEADER + _OLD,
        _HEADER + _NEW,
        *("--config", UJI, "--old-config", INTERPOLATED),
        of_new=True,
    ),
    _compared(
        "S607",
        _HEADER + _OLD + "Kota Lain,2022,1,1\n",
        _HEADER + _NEW + "Kota Lain,2023,1,1\n",
        *("--config", COMPETING, "--old-config", UJI, "--unit", "Kota Contoh"),
        of_new=True,
    ),
)
