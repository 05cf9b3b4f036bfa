"""Kinds of input that a file may have many of; each grows, and what it costs may grow no faster.

A kind joins by a line: its size at 1 ×, what writes it at a given size, and the command.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from tests.hostile.making import HEADERS, answers, number_cell, row, sheet, text_cell, workbook
from tests.hostile.plain import DEFINITION, PROFILE, WAIVERS

Files = Mapping[str, str | bytes]

SHARED = 4_000
STARS = "STARS"
"""What stands for ``*a`` so many times over in a command."""
CHECK = ("check", "a.csv", "--config", "uji.yaml", "--unit", "Kota Uji", "--format", "json")
BOOK = tuple("a.xlsx" if word == "a.csv" else word for word in CHECK)
PROFILED = (*CHECK, "--profile", "profil.yaml")
LINT = ("definition", "lint", "uji.yaml", "--format", "json")
SCORE = ("score", "a.csv", "--config", "uji.yaml", "--allow-errors", "--format", "csv")
GOOD = "Kode,Nilai mandiri\nA-1,3\nB-1,2\n"


class Kind(NamedTuple):
    """Something that *make* writes *size* times over at 1 ×, read by *command*.

    *limit* is what the output says where there is more of it than may be.
    """

    name: str
    size: int
    make: Callable[[int], Files]
    command: tuple[str, ...] = CHECK
    limit: str = ""
    variables: Mapping[str, str] = {}


def _joined(text: str, numbers: Iterable[int]) -> str:
    """Return *text* for each number, where it says N."""
    return "".join(text.replace("N", str(number)) for number in numbers)


def _defined(lines: str = "", *, instead: str = "", by: str = "", more: str = "") -> str:
    """Return the definition with *lines* of indicators, *by* in place of *instead*, *more* at its top."""
    text = DEFINITION.replace(instead, by) if instead else DEFINITION
    return text.replace("kinds:\n", f"{more}kinds:\n") + lines


def _csv(text: str, count: int, head: str = "Kode,Nilai mandiri\n") -> str:
    return head + _joined(text, range(count))


def _both(count: int, text: str = "3") -> dict[str, str]:
    """Return a definition of *count* indicators, and the answers to them."""
    rows = _joined("  - {id: I-N, in: satu, name: Butir N}\n", range(count))
    return {"uji.yaml": _defined(rows), "a.csv": GOOD + _joined(f"I-N,{text}\n", range(count))}


def _wide(units: int, columns: int, aggregate: str = "arithmetic") -> dict[str, str]:
    """Return a definition under *aggregate*, and *units* one a row."""
    rows = _joined("  - {id: I-N, in: satu, name: Butir N}\n", range(columns))
    head = "unit,year,A-1,B-1" + _joined(",I-N", range(columns)) + "\n"
    values = ",3" * columns
    lines = "".join(f"Kota {n},2023,{n % 7 / 2},{n % 5 / 2}{values}\n" for n in range(units))
    return {"uji.yaml": _defined(rows, more=f"aggregate: {aggregate}\n"), "a.csv": head + lines}


def _profile(more: str = "", *, instead: str = "", by: str = "") -> dict[str, str]:
    text = PROFILE.replace(instead, by) if instead else PROFILE
    return {"profil.yaml": text + more, "a.csv": GOOD}


def _agencies(count: int, name: str = "Dinas N") -> str:
    return PROFILE.replace(
        "assign:", _joined(f"  - {{id: o-N, name: {name}}}\n", range(count)) + "assign:"
    )


def _cells(count: int, cell: Callable[[int], str]) -> Files:
    rows = "".join(row(n, f"Z-{n}", cell(n)) for n in range(5, count + 5))
    return {"a.xlsx": workbook(sheet(answers() + rows))}


def _shared(count: int) -> Files:
    rows = "".join(row(n, "A-1", f'<c r="C{n}" t="s"><v>0</v></c>') for n in range(5, count + 5))
    text = f"<si><t>{'x' * SHARED}</t></si>"
    return {"a.xlsx": workbook(sheet(answers() + rows), strings=text)}


def _sheets(count: int) -> Files:
    names = [f"Lembar {n}" for n in range(count)]
    return {"a.xlsx": workbook(*[sheet(HEADERS)] * count, names=names)}


def _beside(before: str = "", after: str = "") -> Files:
    return {"a.xlsx": workbook(sheet(answers(), before=before, after=after))}


def _members(count: int) -> Files:
    return {"a.xlsx": workbook(changed={f"xl/media/{n}.png": "x" for n in range(count)})}


def _groups(count: int) -> Files:
    made = _joined("  - {id: g-N, kind: pillar, weight: 1, name: G N}\n", range(count))
    rows = _joined("  - {id: I-N, in: g-N, name: Butir N}\n", range(count))
    return {"uji.yaml": _defined(rows, instead="indicators:\n", by=f"{made}indicators:\n")}


def _depth(count: int) -> Files:
    made, pad = "", "  "
    for n in range(count):
        made += f"{pad}- id: g-{n}\n{pad}  kind: pillar\n{pad}  weight: 1\n{pad}  name: G\n{pad}  groups:\n"
        pad += "    "
    made = made.rstrip() + " []\n"
    return {"uji.yaml": _defined(instead="indicators:\n", by=f"{made}indicators:\n")}


def _scored(score: str) -> Files:
    line = "name: Layanan"
    return {"uji.yaml": _defined(instead=line, by=f"{line}, score: {score}"), "a.csv": GOOD}


def _levels(count: int) -> Files:
    told = _joined("N: tingkat N, ", range(count))
    scale = "scale: {min: 0, max: 4}"
    text = _defined(instead=scale, by=f"scale: {{min: 0, max: {count}}}")
    name = "name: Layanan"
    scored = f"{name}, score: {{method: levels, levels: {{{told[:-2]}}}}}"
    return {"uji.yaml": text.replace(name, scored), "a.csv": GOOD}


def _files(count: int) -> Files:
    return {f"masuk/{n}.csv": GOOD for n in range(count)}


def _renamed(count: int) -> Files:
    made = _both(count)
    return {**made, "lain.yaml": made["uji.yaml"].replace("Butir", "Lain").replace("I-", "J-")}


def _two_years(count: int) -> Files:
    made = _wide(1, count, "geometric")
    return {**made, "b.csv": made["a.csv"].replace("2023", "2024").replace(",3", ",2")}


def _folders(count: int) -> Files:
    return {f"d{n}/d/a.csv": GOOD for n in range(count)}


MERGED, OVER = '<mergeCell ref="FN:GN"/>', '<mergeCell ref="C1:C9"/>'
HIDDEN = '<col min="9" max="16384" hidden="1"/>'
NOBODY, BY_PATTERN = "  disdix-N: [B-1]\n", ', "I-N*"'

KINDS: tuple[Kind, ...] = (
    Kind("rows", 20, _both),
    Kind("rows of one indicator", 40, lambda n: {"a.csv": GOOD + "A-1,3\n" * n}),
    Kind("rows of nobody's", 20, lambda n: {"a.csv": GOOD + _joined("Z-N,3\n", range(n))}),
    Kind("rows without a code", 30, lambda n: {"a.csv": GOOD + _joined(",catatan N\n", range(n))}),
    Kind("answers that are no number", 15, lambda n: _both(n, "x N")),
    Kind("columns", 20, lambda n: {"a.csv": f"Kode,Nilai mandiri{_joined(',Kolom N', range(n))}\nA-1,3\n"}),
    Kind("columns of one name", 20, lambda n: {"a.csv": f"Kode{',Nilai mandiri' * n}\nA-1{',3' * n}\n"}),
    Kind("columns of indicators", 20, lambda n: _wide(3, n), SCORE),
    Kind("columns of nobody's", 20, lambda n: {"a.csv": f"unit,year,A-1,B-1{_joined(',Z-N', range(n))}\nKota,2023,3,2{',1' * n}\n"}, SCORE),
    Kind("brackets in a column's name", 900, lambda n: {"a.csv": f"Kode,Nilai mandiri,{','.join(['(' * n] * 4)}\nA-1,3\n"}),
    Kind("letters of a column's name", 900, lambda n: {"a.csv": f"Kode,Nilai mandiri,{'a ' * n}\nA-1,3\n"}),
    Kind("letters of a cell", 900, lambda n: {"a.csv": GOOD + f"A-1,{'x ' * (n // 2)}\n"}),
    Kind("digits of a cell", 900, lambda n: {"a.csv": GOOD + f"A-1,{'9' * n}\n"}),
    Kind("units", 30, lambda n: _wide(n, 1), SCORE),
    Kind("units under Copeland", 8, lambda n: _wide(n, 1, "copeland"), (*CHECK[:4], *CHECK[-2:], "--limit", "comparisons=600000"), limit="S720"),
    Kind("units under a geometric mean", 8, lambda n: _wide(n, 1, "geometric"), SCORE),
    Kind("years", 5, lambda n: {"a.csv": _csv("Kota,N,3,2\n", n, "unit,year,A-1,B-1\n")}, SCORE),
    Kind("files", 3, _files, ("check", "masuk", "--config", "uji.yaml", "--unit", "Kota Uji")),
    Kind("cells of a workbook", 40, lambda n: _cells(n, lambda at: number_cell(f"C{at}", "3")), BOOK),
    Kind("faulty cells of a workbook", 40, lambda n: _cells(n, lambda at: text_cell(f"C{at}", "x")), BOOK),
    Kind("faulty cells as annotations", 40, lambda n: _cells(n, lambda at: text_cell(f"C{at}", "x")), (*BOOK[:-1], "github")),
    Kind("faulty cells to be marked", 8, lambda n: _cells(n, lambda at: text_cell(f"C{at}", "x")), (*BOOK, "--mark", "tanda")),
    Kind("cells of one text", 10, _shared, BOOK),
    Kind("cells of one text in an archive", 8, _shared, ("bundle", "a.xlsx", "--config", "uji.yaml", "--unit", "Kota Uji", "--year", "2023", "--allow-errors", "-o", "a.zip")),
    Kind("sheets", 2, _sheets, BOOK),
    Kind("members of a workbook", 15, _members, BOOK),
    Kind("merged cells", 100, lambda n: _beside(after=f"<mergeCells>{_joined(MERGED, range(1, n + 1))}</mergeCells>"), BOOK),
    Kind("merged cells, one over the other", 100, lambda n: _beside(after=f"<mergeCells>{OVER * n}</mergeCells>"), BOOK),
    Kind("ranges of columns", 100, lambda n: _beside(before=f"<cols>{HIDDEN * n}</cols>"), BOOK),
    Kind("indicators", 20, _both, LINT),
    Kind("indicators in groups of nobody's", 20, lambda n: {"uji.yaml": _defined(_joined("  - {id: I-N, in: satux-N, name: Butir N}\n", range(n)))}, LINT),
    Kind("indicators of one id", 20, lambda n: {"uji.yaml": _defined("  - {id: I-1, in: satu, name: Butir}\n" * n)}, LINT),
    Kind("indicators of bad ids", 20, lambda n: {"uji.yaml": _defined(_joined("  - {id: ../N, in: satu, name: Butir N}\n", range(n)))}, LINT),
    Kind("keys of nobody's", 20, lambda n: {"uji.yaml": _defined(_joined("kunciN: 1\n", range(n)))}, LINT),
    Kind("tags", 20, lambda n: {"uji.yaml": _defined(f"  - {{id: C-1, in: satu, name: C, tags: {{{_joined('t-N: x, ', range(n))}}}}}\n")}, LINT),
    Kind("groups", 10, _groups, LINT),
    Kind("kinds of nobody's", 10, lambda n: {"uji.yaml": _groups(n)["uji.yaml"].replace("kind: pillar, weight: 1", "kind: pilar, weight: 1")}, LINT),  # type: ignore[arg-type]
    Kind("groups in groups", 3, _depth, LINT, limit="D011"),
    Kind("levels", 10, _levels),
    Kind("bands", 10, lambda n: _scored(f"{{method: bands, bands: [{_joined('{below: N, score: 1}, ', range(1, n + 1))}{{score: 2}}]}}")),
    Kind("classes", 10, lambda n: {"uji.yaml": _defined(more=f"classes: [{_joined('{name: K N, below: N}, ', range(1, n + 1))}{{name: K}}]\n"), "a.csv": GOOD}),
    Kind("steps that prepare", 5, lambda n: {**_wide(3, 1), "uji.yaml": _defined(more="prepare:\n" + "  - impute: {method: mean}\n" * n)}, SCORE),
    Kind("aliases", 5, lambda n: {"uji.yaml": _defined(f"a: &a b\nc: [{'*a, ' * n}]\n")}, LINT, limit="D010"),
    Kind("letters of a title", 9000, lambda n: {"uji.yaml": _defined(instead="Indeks uji", by="x " * n)}, LINT),
    Kind("definitions compared", 10, _renamed, ("definition", "diff", "uji.yaml", "lain.yaml", "--format", "json")),
    Kind("agencies", 20, lambda n: {"profil.yaml": _agencies(n), "a.csv": GOOD}, PROFILED),
    Kind("agencies of nearly one name", 20, lambda n: {"profil.yaml": _agencies(n, "Dinas Kesehatan dan Keluarga Berencana Kota N"), "a.csv": GOOD}, PROFILED),
    Kind("agencies on a board", 20, lambda n: {"profil.yaml": _agencies(n), "masuk/a.csv": GOOD}, ("status", "masuk", "--config", "uji.yaml", "--profile", "profil.yaml", "--format", "json")),
    Kind("names of an agency", 20, lambda n: _profile(instead="short: Dinkes", by=f"short: Dinkes, also: [{_joined('Dinas N, ', range(n))}]"), PROFILED),
    Kind("assignments", 20, lambda n: _profile(instead="[A-1]", by=f"[A-1{_joined(', Z-N', range(n))}]"), PROFILED),
    Kind("assignments to nobody", 8, lambda n: _profile(instead="  disdik:", by=f"{_joined(NOBODY, range(n))}  disdik:"), PROFILED),
    Kind("assignments by patterns", 20, lambda n: {**_both(200), **_profile(instead="[A-1]", by=f'["A-1"{_joined(BY_PATTERN, range(n))}]'), "a.csv": GOOD}, PROFILED),
    Kind("stars of an assignment", 5, lambda n: {**_both(50), **_profile(instead="[A-1]", by=f'["{"*-" * n}*x"]')}, PROFILED),
    Kind("stars of a pattern of definitions", 5, lambda n: {"uji.yaml": _defined(instead="id: uji", by=f"id: {'a' * 60}"), **_profile(f'definitions: ["{"a*" * n}b"]\n')}, PROFILED),
    Kind("patterns of definitions", 20, lambda n: _profile(f"definitions: [{_joined('u-N*, ', range(n))}uji]\n"), PROFILED),
    Kind("years of history", 8, lambda n: _profile(instead="history: {", by=f"history: {{{_joined('N: 2, ', range(1000, 1000 + n))}"), PROFILED),
    Kind("columns by other names", 20, lambda n: _profile(f"columns: {{Nilai mandiri: [{_joined('Skor N, ', range(n))}]}}\n"), PROFILED),
    Kind("waivers", 20, lambda n: {"a.csv": GOOD, "terima.yaml": _joined(WAIVERS.replace("cell: C2", "cell: CN"), range(1, n + 1))}, (*CHECK, "--waivers", "terima.yaml")),
    Kind("waivers of faults", 9, lambda n: {"a.csv": _csv("Z-N,x\n", n), "terima.yaml": _joined("- {code: X301, place: {file: a.csv, cell: AN}, until: 2099-12-31, reason: Ya, who: Dewi}\n", range(2, n + 2))}, (*CHECK, "--waivers", "terima.yaml")),
    Kind("costs", 9, lambda n: {"a.csv": GOOD, "biaya.csv": "indicator,cost_per_level\n" + _joined("Z-N,1\n", range(n))}, ("plan", "a.csv", "--config", "uji.yaml", "--unit", "K", "--year", "2023", "--target", "3", "--costs", "biaya.csv")),
    Kind("answers that may rise", 3, _both, ("plan", "a.csv", "--config", "uji.yaml", "--unit", "K", "--year", "2023", "--target", "3.2")),
    Kind("stars of an id that may not rise", 9, lambda n: {"a.csv": GOOD, **_both(20)}, ("plan", "a.csv", "--config", "uji.yaml", "--unit", "K", "--year", "2023", "--target", "3", "--fix", f"{STARS}x")),
    Kind("indicators of two years", 30, _two_years, ("compare", "a.csv", "b.csv", "--config", "uji.yaml", "--format", "json")),
    Kind("indicators of one group in two years", 60, lambda n: {**_both(n), "b.csv": GOOD + _joined("I-N,2\n", range(n))}, ("compare", "a.csv", "b.csv", "--config", "uji.yaml", "--format", "json")),
    Kind("sets of weights", 5, lambda n: {"a.csv": GOOD, "bobot.csv": "set,satu,dua\n" + _joined("P N,50,50\n", range(n))}, ("robustness", "a.csv", "--config", "uji.yaml", "--unit", "K", "--year", "2023", "--weight-sets", "bobot.csv", "--format", "json")),
    Kind("columns of sets of weights", 8, lambda n: {"a.csv": GOOD, "bobot.csv": f"set,satu,dua{_joined(',satux-N', range(n))}\nP,50,50{',1' * n}\n"}, ("robustness", "a.csv", "--config", "uji.yaml", "--unit", "K", "--year", "2023", "--weight-sets", "bobot.csv")),
    Kind("folders in folders by a pattern", 2, _folders, ("check", "**/**/*/**/a.csv", "--config", "uji.yaml", "--unit", "Kota Uji")),
    Kind("stars of a path", 2, lambda n: {"a" * 60 + ".csv": GOOD}, ("check", f"{STARS}b.csv", "--config", "uji.yaml")),
)  # fmt: skip
