"""Small files that would cost minutes or gigabytes, were nothing counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from tests.hostile.cases import FINDINGS, FINE, USAGE, Case
from tests.hostile.making import HEADERS, answers, row, sheet, workbook
from tests.hostile.plain import DEFINITION, PROFILE

MOST = 5_000
"""Findings of one file that are listed."""
JSON = ("--format", "json")
CHECKED = ("--config", "uji.yaml", "--unit", "Kota Uji", *JSON)


def _case(  # noqa: PLR0913 - what a case is made of
    name: str,
    file: str,
    content: Callable[[], str | bytes],
    command: Sequence[str],
    *faults: str,
    arguments: Sequence[str] = (),
    code: int | None = None,
    definition: str = DEFINITION,
    shows: tuple[str, ...] = (),
    long: bool = False,
) -> Case:
    """Return a case of a *file* beside a workbook and a definition without any fault."""

    def make(folder: Path) -> None:
        (folder / "a.xlsx").write_bytes(workbook())
        (folder / "uji.yaml").write_text(definition, encoding="utf-8")
        data = content()
        (folder / file).write_bytes(data.encode() if isinstance(data, str) else data)

    return Case(name, make, faults, code, "", arguments, command, shows, long=long)


def _definition(name: str, content: Callable[[], str], *faults: str, **more: object) -> Case:
    return _case(name, "d.yaml", content, ("definition", "lint", "d.yaml", *JSON), *faults, **more)  # type: ignore[arg-type]


def _profile(name: str, content: Callable[[], str], *faults: str, code: int = USAGE) -> Case:
    command = ("score", "a.xlsx", *CHECKED, "--profile", "p.yaml")
    return _case(name, "p.yaml", content, command, *faults, code=code)


def _costs(name: str, content: Callable[[], str], *faults: str) -> Case:
    command = ("plan", "a.xlsx", *CHECKED, "--target", "3", "--costs", "c.csv")
    return _case(name, "c.csv", content, command, *faults, code=USAGE)


def _sets(name: str, content: Callable[[], str], *faults: str) -> Case:
    command = ("robustness", "a.xlsx", *CHECKED, "--draws", "10", "--weight-sets", "s.csv")
    return _case(name, "s.csv", content, command, *faults, code=USAGE)


def _lines(count: int, line: Callable[[int], str]) -> str:
    return "".join(map(line, range(count)))


def _in_place_of(part: str, lines: str) -> str:
    """Return the good definition with other *lines* in the place of those of a *part*."""
    groups, indicators = DEFINITION.index("groups:"), DEFINITION.index("indicators:")
    head = DEFINITION[:groups].replace("weights_sum: 100\n", "")
    if part == "groups":
        return f"{head}groups:\n{lines}{DEFINITION[indicators:]}"
    return f"{head}{DEFINITION[groups:indicators]}indicators:\n{lines}"


def _in_unknown_groups() -> str:
    return _in_place_of(
        "indicators", _lines(6_000, lambda n: f"  - {{id: I-{n}, in: g{n}, name: Butir}}\n")
    )


def _of_unknown_kinds() -> str:
    groups = _lines(6_000, lambda n: f"  - {{id: g{n}, kind: pilar{n}, name: G}}\n")
    kinds = _lines(6_000, lambda n: f"  jenis{n}: {{name: K}}\n")
    return _in_place_of("groups", groups).replace("kinds:\n", f"kinds:\n{kinds}")


def _unknown_tags_of_a_long_id() -> str:
    tags = ", ".join(f"t{n}: x" for n in range(20_000))
    return DEFINITION.replace("id: A-1,", f"id: A{'x' * 100_000}, tags: {{{tags}}},")


def _unknown_stages() -> str:
    stages = ", ".join(f"s{n}" for n in range(6_000))
    kinds = _lines(6_000, lambda n: f"  jenis{n}: {{name: K}}\n")
    text = DEFINITION.replace("round: [overall]", f"round: [{stages}]")
    return text.replace("kinds:\n", f"kinds:\n{kinds}")


def _one_text(cells: Iterable[str], column: str) -> bytes:
    """Return a workbook of which *cells* below the answers share one text of 100,000 letters."""
    shared = "".join(
        f'<row r="{n}">{cell}<c r="{column}{n}" t="s"><v>0</v></c></row>'
        for n, cell in enumerate(cells, 4)
    )
    return workbook(sheet(answers() + shared), strings=f"<si><t>{'x' * 90_000}</t></si>")


def _answers_of_one_text(count: int, size: int) -> bytes:
    rows = "".join(row(n, f"Z-{n}", f'<c r="C{n}" t="s"><v>0</v></c>') for n in range(2, count + 2))
    return workbook(sheet(HEADERS + rows), strings=f"<si><t>{'x' * size}</t></si>")


def _assessors(count: int) -> str:
    return "Kode;Nilai asesor" + _lines(count, lambda n: f";Nilai asesor {n + 1}") + "\n"


def _assigned() -> str:
    agencies = _lines(6_000, lambda n: f"  - {{id: o{n}, name: Dinas {n}}}\n")
    return f"opd:\n{agencies}assign:\n" + _lines(6_000, lambda n: f"  q{n}: [A-1]\n")


def _weighted(count: int) -> str:
    rows = _lines(
        count, lambda n: f"  - {{id: I-{n}, in: satu, weight: {n % 7 + 1}, name: Butir}}\n"
    )
    text = _in_place_of("indicators", "  - {id: B-1, in: dua, name: Wisata}\n" + rows)
    return text.replace("weights_sum: 100\n", "")


def _patterns(count: int) -> str:
    return ", ".join(f'"I*9*{n}*"' for n in range(count))


CASES: tuple[Case, ...] = (
    _definition("indicators in 6,000 unknown groups", _in_unknown_groups, *["D202"] * MOST, "D270"),
    _definition("groups of 6,000 unknown kinds", _of_unknown_kinds, *["D203"] * MOST, "D270"),
    _definition(
        "20,000 unknown tags of a long id",
        _unknown_tags_of_a_long_id,
        *["D204"] * MOST,
        "D270",
        shows=("15,000 hasil pemeriksaan lain".replace(",", "."),),
    ),
    _definition("6,000 unknown stages", _unknown_stages, *["D205"] * MOST, "D270"),
    _definition(
        "one text repeated by aliases",
        lambda: DEFINITION + f"a: &a {'x' * 900_000}\nb: [*a, *a, *a, *a]\n",
        "D272",
    ),
    _profile("6,000 unknown agencies", _assigned, *["D403"] * MOST, "D270"),
    _profile("90,000 patterns", lambda: PROFILE + f"definitions: [{_patterns(90_000)}]\n", "D271"),
    _profile(
        "patterns of many stars",
        lambda: PROFILE + f'definitions: ["{"u*" * 2_000}b"]\n',
        code=FINE,
    ),
    _costs(
        "90,000 costs by patterns",
        lambda: "indicator,cost_per_level\n" + _lines(90_000, lambda n: f"I*9*{n}*,3\n"),
        "D271",
    ),
    _costs(
        "6,000 costs of unknown ids",
        lambda: "indicator,cost_per_level\n" + _lines(6_000, lambda n: f"J-{n},3\n"),
        *["S712"] * MOST,
        "D270",
    ),
    _sets(
        "two million sets of weights",
        lambda: "set,satu,dua\n" + "s,1,50\n" * 2_000_000,
        "S721",
    ),
    _sets("53 MB of a single column", lambda: "p\n" + "1.234567\n" * 5_900_000, "S721"),
    _sets(
        "6,000 unknown columns of weights",
        lambda: "set," + ",".join(f"J-{n}" for n in range(6_000)) + "\na" + ",1" * 6_000 + "\n",
        *["S801"] * MOST,
        "D270",
    ),
    _case(
        "one text in 20,000 cells",
        "a.xlsx",
        lambda: _one_text([""] * 20_000, "D"),
        ("check", "a.xlsx", *CHECKED),
        "F228",
        code=FINDINGS,
    ),
    _case(
        "one text as 450 faulty answers",
        "a.xlsx",
        lambda: _answers_of_one_text(450, 90_000),
        ("check", "a.xlsx", *CHECKED),
        "C110",
        "X301",
        code=FINDINGS,
    ),
    _case(
        "a mean beside 24 assessors whose scores have two readings each",
        "u.csv",
        lambda: _assessors(24) + f"A-1;3{';1.234' * 24}\nB-1;2{';2' * 24}\n",
        ("check", "u.csv", *CHECKED),
        "C122",
        "C159",
        "F306",
        code=FINE,
    ),
    _case(
        "250 answers of unlike weights of which most must rise",
        "u.csv",
        lambda: "Kode,Nilai mandiri\nB-1,2\n" + _lines(250, lambda n: f"I-{n},{n % 3 + 1}\n"),
        ("plan", "u.csv", *CHECKED, "--year", "2023", "--target", "3.4"),
        code=FINE,
        definition=_weighted(250),
        shows=('"optimal": true',),
    ),
    _case(
        "20,000 units compared in pairs",
        "u.csv",
        lambda: "Wilayah,A-1,B-1\n" + _lines(19_999, lambda n: f"Kota {n},{n % 4},1\n"),
        ("score", "u.csv", "--config", "uji.yaml", *JSON),
        "S720",
        code=FINDINGS,
        definition=DEFINITION.replace("groups:", "aggregate_top: copeland\ngroups:").replace(
            "scale: {min: 0, max: 4}\n", ""
        ),
        long=True,
    ),
)  # fmt: skip
