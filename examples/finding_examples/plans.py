"""Examples of the family S7: plans that cannot be made, or not of all answers, and their costs."""

from __future__ import annotations

from examples.finding_examples.example import Example, Found
from examples.finding_examples.yaml_files import GROUPS, INDICATORS, KINDS, MARK, SCALE, TOP

_SECOND = "  - {id: U-2, in: pelayanan, name: Waktu layanan}\n"
_ALL = TOP + "year: 2023\n" + SCALE + KINDS + GROUPS + INDICATORS + _SECOND
_DATA = "unit,year,U-1,U-2\nKota Contoh,2023,2,3\n"
_COSTS = "indicator,cost_per_level\nU-1,2\n"


def _plan(
    code: str, text: str, *options: str, value: str | None = None, data: str = _DATA
) -> Example:
    """Return an example about a definition; the mark in its *text* is where the finding stands."""
    path, table = f"{code}/indeks.yaml", f"{code}/isian.csv"
    before, marked, _ = text.partition(MARK)
    place = (before.count("\n") + 1, len(before) - before.rfind("\n")) if marked else (None, None)
    return Example(
        code,
        {path: text.replace(MARK, "").encode(), table: data.encode()},
        (table, "--config", path, "--target", "3", *options),
        Found(code, path if marked else table, line=place[0], column=place[1], value=value),
        command="plan",
    )


def _costs(code: str, text: str, value: str) -> Example:
    """Return an example about a table of costs; the mark in its *text* is at the faulty line."""
    path, costs, table = f"{code}/indeks.yaml", f"{code}/biaya.csv", f"{code}/isian.csv"
    before, _, _ = text.partition(MARK)
    return Example(
        code,
        {path: _ALL.encode(), costs: text.replace(MARK, "").encode(), table: _DATA.encode()},
        (table, "--config", path, "--target", "3", "--costs", costs),
        Found(code, costs, line=before.count("\n") + 1, value=value),
        command="plan",
    )


EXAMPLES: tuple[Example, ...] = (
    _plan(
        "S701",
        _ALL.replace("{id: pelayanan", f"{MARK}{{id: pelayanan, aggregate: {{mpi: -1}}"),
        value="pelayanan",
    ),
    _plan(
        "S702",
        _ALL.replace("{id: U-1", f"{MARK}{{id: U-1, score: {{method: min_max}}"),
        "--unit",
        "Kota Contoh",
        value="U-1",
        data=_DATA + "Kota Lain,2023,4,1\n",
    ),
    _plan(
        "S703",
        _ALL.replace("{id: pelayanan", f"{MARK}{{id: pelayanan, aggregate: geometric"),
        "--continuous",
        value="pelayanan",
    ),
    _plan(
        "S704",
        _ALL + "missing: {answers: exclude}\n",
        value="U-2",
        data=_DATA.replace("2,3", "2,"),
    ),
    _plan("S705", _ALL.replace(SCALE, ""), value="U-1, U-2", data=_DATA.replace("2,3", "3,3")),
    _plan("S706", _ALL + "missing: {answers: exclude}\n", data=_DATA.replace("2,3", ",")),
    _costs("S711", f"{MARK}indikator,ongkos\nU-1,2\n", "ongkos"),
    _costs("S712", f"{_COSTS}{MARK}U-11,3\n", "U-11"),
    _costs("S713", f"{_COSTS}{MARK}U-2,mahal\n", "mahal"),
    _costs("S714", f"indicator,from,to,cost\n{MARK}U-1,3,2,5\n", "U-1"),
    _costs("S715", f"{_COSTS}{MARK}U-1,3\n", "U-1"),
    _costs("S716", f"{_COSTS}{MARK}U-2,2,5\n", "U-2,2,5"),
    _costs("S717", f"indicator;cost_per_level\nU-1;2\n{MARK}U-2;2.500\n", "2.500"),
)
