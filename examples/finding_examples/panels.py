"""Examples of the family S about several units: scored by one another, or prepared first."""

from __future__ import annotations

from examples.finding_examples.example import ANYWHERE, Example, Found, Place, of_file
from examples.finding_examples.yaml_files import ALL

AMONG_UNITS = "definisi/panel.yaml"
PREPARED = "definisi/disiapkan.yaml"


def among(code: str, indicator: str, *values: float | None) -> Example:
    """Return an example of one column; the first unit is the one that others are compared with."""
    names = ("Kota Acuan", "Kota Contoh", "Kota Lain")
    return _column(code, indicator, tuple(zip(names, values, strict=False)))


def _column(
    code: str,
    indicator: str,
    rows: tuple[tuple[str, float | str | None], ...],
    place: Place = ANYWHERE,
) -> Example:
    lines = [f"unit,year,{indicator}", *(f"{name},2023,{_seen(value)}" for name, value in rows)]
    return _csv(code, lines, place, AMONG_UNITS)


def _seen(value: float | str | None) -> str:
    return "" if value is None else str(value)


def prepared(code: str, columns: str, *rows: str, place: Place = ANYWHERE) -> Example:
    """Return an example of a whole table."""
    return _csv(code, [f"unit,year,{columns}", *rows], place, PREPARED)


def _csv(code: str, lines: list[str], place: Place, config: str) -> Example:
    data = "".join(f"{line}\n" for line in lines).encode()
    return of_file(code, data, place, config=config, ending="csv")


def _last_year_by_itself() -> Example:
    path = "S415/lalu.csv"
    this_year = b"unit,year,MM-1\nKota Contoh,2023,3\nKota Lain,2023,5\n"
    return Example(
        "S415",
        {"S415/isian.csv": this_year, path: this_year.replace(b"2023", b"2022")},
        ("S415/isian.csv", "--previous", path, "--config", AMONG_UNITS),
        Found("S415", path, value=path),
        command="score",
    )


def _misspelt_in_the_profile() -> Example:
    path, table = "S416/profile.yaml", "S416/isian.csv"
    groups = b"unit_groups:\n  pulau: {Jawa: [Kota Cotoh], Bali: [Kota Lain]}\n"
    return Example(
        "S416",
        {path: groups, table: b"unit,year,MM-1\nKota Contoh,2023,3\nKota Lain,2023,5\n"},
        (table, "--config", AMONG_UNITS),
        Found("S416", path, value="Kota Cotoh"),
        command="score",
    )


def _compared_in_pairs() -> Example:
    path, table = "S720/indeks.yaml", "S720/wilayah.csv"
    text = ALL.replace("groups:", "aggregate_top: copeland\ngroups:", 1)
    data = b"unit,year,U-1\nKota Contoh,2023,3\nKota Lain,2023,2\n"
    return Example(
        "S720",
        {path: text.encode(), table: data},
        (table, "--config", path, "--limit", "comparisons=0"),
        Found("S720", table),
    )


def _power_at_the_end() -> Example:
    path, table = "S417/indeks.yaml", "S417/wilayah.csv"
    step = "treat: {method: winsorise_then_log, winmax: 0, log: box_cox}"
    text = ALL.replace("groups:", f"score: {{method: min_max}}\nprepare: [{step}]\ngroups:", 1)
    rows = (f"Kota Contoh {n},2023,{7 + (n > 1)}\n" for n in range(1, 13))
    return Example(
        "S417",
        {path: text.encode(), table: f"unit,year,U-1\n{''.join(rows)}".encode()},
        (table, "--config", path),
        Found("S417", table),
    )


EXAMPLES: tuple[Example, ...] = (
    _column(
        "C134",
        "MM-1",
        (("Kota Acuan", 3), ("Kota Contoh", "NA"), ("Kota Lain", 5)),
        Place(cell="C3", value="NA"),
    ),
    among("S401", "MM-1", 3),
    among("S402", "MM-1", 3, 3),
    among("S403", "PR-1", 3, 3),
    _column("S404", "AC-1", (("Kota Contoh", 3), ("Kota Lain", 5))),
    among("S405", "AC-1", None, 3, 5),
    among("S406", "AC-1", 1, 3, 5),
    among("S407", "TG-1", 12, 15),
    among("S408", "WL-1", 3, 5),
    among("S409", "BT-1", -3, 0),
    among("S410", "PT-1", 3, 5),
    prepared(
        "S411",
        "Penduduk,Pulau,D-1,D-2",
        "Kota Contoh,2023,10,Jawa,5,5",
        "Kota Lain,2023,0,Jawa,5,5",
        place=Place(cell="C3", value="0"),
    ),
    prepared(
        "S412",
        "Penduduk,Pulau,D-1,D-2",
        "Kota Contoh,2023,10,Jawa,5,5",
        "Kota Lain,2023,10,Bali,,",
    ),
    prepared("S413", "Penduduk,D-1,D-2", "Kota Contoh,2023,10,5,5", place=Place(value="Pulau")),
    prepared(
        "S414",
        "Penduduk,Pulau,D-1,D-2",
        "Kota Contoh,2023,10,Jawa,5,5",
        "Kota Lain,2023,10,,5,",
        place=Place(cell="D3"),
    ),
    _last_year_by_itself(),
    _misspelt_in_the_profile(),
    _power_at_the_end(),
    _compared_in_pairs(),
)
