"""Who may import what: read from the source, functions and type-checking blocks included."""

from __future__ import annotations

import ast
import graphlib
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

import kediri_index
from kediri_index.usecases.check_page import LEFT_OUT
from tests.architecture.parsed import nodes, parsed

ROOT = Path(kediri_index.__file__).parent
NAME = "kediri_index"
SOURCES = sorted(ROOT.rglob("*.py"))
MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in SOURCES
    if path != ROOT / "__init__.py"
}
"""By their names without the package's."""

# What of the standard library the core may use: values and types, no file, clock, chance or screen.
PURE = {
    "model": {
        "__future__",
        "array",
        "bisect",
        "collections.abc",
        "dataclasses",
        "datetime",
        "difflib",
        "enum",
        "fractions",
        "functools",
        "itertools",
        "math",
        "operator",
        "re",
        "textwrap",
        "types",
        "typing",
        "unicodedata",
    },
    "scoring": {
        "__future__",
        "bisect",
        "collections.abc",
        "copy",
        "dataclasses",
        "decimal",
        "enum",
        "fractions",
        "functools",
        "importlib",
        "importlib.metadata",
        "inspect",
        "itertools",
        "math",
        "numbers",
        "operator",
        "types",
        "typing",
    },
    "rules": {
        *("__future__", "collections", "collections.abc", "dataclasses"),
        *("fractions", "functools", "importlib", "math", "typing"),
    },
    "analysis": {
        "__future__",
        "bisect",
        "collections",
        "collections.abc",
        "dataclasses",
        "enum",
        "fractions",
        "functools",
        "itertools",
        "math",
        "operator",
        "types",
        "typing",
    },
}
WITH_NUMPY = {
    ROOT / "scoring" / "arrays",
    ROOT / "scoring" / "statistics" / "multivariate",
    ROOT / "analysis" / "robustness",
}
"""What is imported only where there are many units or draws."""
SAMPLING = ROOT / "analysis" / "compare" / "sampling"
IN_FLOATS = {ROOT / "scoring" / "statistics", ROOT / "scoring" / "own", SAMPLING, *WITH_NUMPY}
"""What computes in floats: statistics, draws, sampled orders; columns, where a bound is sure."""

# Which other parts of the package each part may import. What stands here with a dot is a single
# module of a part that is closed otherwise.
PARTS = {
    "model": set[str](),
    "errors": {"model"},
    "project_folder": set[str](),
    "messages": {"scoring.methods", "model", "rules"},
    "scoring": {"errors", "model"},
    "agencies": {"model", "scoring"},
    "rules": {"agencies", "model", "scoring"},
    "analysis": {"scoring", "errors", "model"},
    "definition": {"agencies", "scoring", "errors", "messages", "model", "project_folder"},
    "sheets": {"agencies", "scoring", "errors", "messages", "model", "project_folder"},
    "usecases": {
        "agencies",
        "analysis",
        "definition",
        "scoring",
        "errors",
        "messages",
        "model",
        "project_folder",
        "rules",
        "sheets",
    },
    "present": {
        "agencies",
        "usecases.absences",
        "usecases.agency_report",
        "usecases.check_page",
        "usecases.diff",
        "usecases.fix",
        "usecases.lint",
        "usecases.plan",
        "usecases.report",
        "usecases.since",
        "usecases.start",
        "usecases.template",
        "definition.find",
        "scoring",
        "errors",
        "messages",
        "model",
    },
    "archive": {"usecases", "definition", "errors", "messages", "model", "present", "sheets"},
    "cli": {
        "usecases",
        "archive",
        "definition.json_schema",
        "definition.keys",
        "definition.find",
        "definition.source",
        "definition.starting",
        "scoring.aggregations",
        "errors",
        "messages",
        "model",
        "project_folder",
        "present",
        "sheets.paths",
        "sheets.identity",
        "sheets.numbers",
        "sheets.forms",
    },
    "__main__": {"cli", "errors"},
    "__init__": {
        *("usecases", "archive", "errors", "model", "project_folder", "present"),
        "scoring.own.register",
    },
}

THIRD_PARTY = {
    "model": {"numpy"},  # its types alone
    "analysis": {"numpy"},
    "scoring": {"numpy"},
    "definition": {"pydantic", "pydantic_core", "yaml"},
    "archive": {"yaml"},
    "sheets": {"pydantic", "pydantic_core", "xlsxwriter"},
    "present": {"PIL", "docx", "jinja2", "markupsafe", "rich", "xlsxwriter"},
    "cli": {"rich", "typer"},
}

EXAMPLE = Path(__file__).parents[2] / "examples" / "kabupaten-malang-2023.xlsx"

MOST_MODULES = 136
"""Of ours, that the score of one workbook imports: each takes 0.1 ms, and its classes more."""

HEAVY = (
    "PIL",
    "docx",
    "jinja2",
    "lxml",
    "numpy",
    "pydantic",
    "pydantic_core",
    "rich",
    "typer",
    "xlsxwriter",
    "yaml",
)


class Import(NamedTuple):
    """One imported module; *own* says whether it is of this package, *name* then lacks its name."""

    file: str
    part: str
    name: str
    own: bool


def imports_of(path: Path) -> Iterator[Import]:
    relative = path.relative_to(ROOT)
    part = relative.parts[0] if len(relative.parts) > 1 else relative.stem
    for node in nodes(path):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{relative}: imports are absolute"
            module = node.module or ""
            inside = module == NAME
            names = [f"{NAME}.{one.name}" for one in node.names] if inside else [module]
        else:
            continue
        for name in names:
            own = name.split(".")[0] == NAME
            yield Import(str(relative), part, name.partition(".")[2] if own else name, own)


@cache
def imports() -> list[Import]:
    return [one for path in SOURCES for one in imports_of(path)]


def allowed(part: str, name: str) -> bool:
    """Return whether *part* may import the module *name* of this package."""
    open_to_all = {"", "__version__"}
    first = name.partition(".")[0]
    return name in open_to_all or first == part or not PARTS[part].isdisjoint(and_above(name))


def and_above(name: str) -> set[str]:
    """Return the module *name* and every package that it is in."""
    parts = name.split(".")
    return {".".join(parts[:count]) for count in range(1, len(parts) + 1)}


def test_the_source_is_there_and_every_part_of_it_is_in_the_table() -> None:
    assert {one.part for one in imports()} <= set(PARTS)
    assert {"model", "scoring", "rules"} <= {one.part for one in imports()}


@pytest.mark.parametrize("part", PARTS)
def test_a_part_imports_only_the_parts_below_it(part: str) -> None:
    others = [
        f"{one.file}: {one.name}"
        for one in imports()
        if one.part == part and one.own and not allowed(part, one.name)
    ]
    assert others == []


def test_the_table_allows_nothing_that_is_not_used() -> None:
    used: dict[str, set[str]] = {part: set() for part in PARTS}
    for one in imports():
        if one.own:
            used[one.part] |= and_above(one.name)
    assert {part: others - used[part] for part, others in PARTS.items()} == {
        part: set() for part in PARTS
    }


def test_the_parts_form_no_circle() -> None:
    graph: dict[str, set[str]] = {}
    for one in imports():
        if one.own and one.name in MODULES and one.name.split(".")[0] != one.part:
            graph.setdefault(one.part, set()).add(one.name.split(".")[0])
    order = list(graphlib.TopologicalSorter(graph).static_order())
    assert order.index("model") < order.index("scoring") < order.index("rules")
    assert order.index("rules") < order.index("usecases") < order.index("cli")
    assert order.index("present") < order.index("cli")


def test_no_modules_import_each_other_not_even_inside_functions() -> None:
    graph = {name: at_run_time(path) - {name} for name, path in MODULES.items()}
    assert graph["sheets.rows.row"] > {"sheets.rows.row_model", "sheets.rows.context"}
    assert [*graphlib.TopologicalSorter(graph).static_order()][-1] in MODULES


def test_no_command_of_the_check_page_needs_what_is_left_out_of_it() -> None:
    commands = ("check", "score", "status", "template")
    found, left = set[str](), {"cli.page_session", *(f"cli.commands.{name}" for name in commands)}
    while left:
        name = left.pop()
        found.add(name)
        left |= at_run_time(MODULES[name]) - found - {"present.commands.score_xlsx"}
    assert len(found) > 200
    assert [name for name in found if is_left_out(name)] == []


def is_left_out(name: str) -> bool:
    return MODULES[name].relative_to(ROOT).as_posix().startswith(LEFT_OUT)


def at_run_time(path: Path) -> set[str]:
    """Return the modules that *path* imports at any time, but not what only a type checker reads.

    The package itself is no module here: its names are imported when they are asked for.
    """
    found: set[str] = set()
    for node in without_types(parsed(path)):
        if isinstance(node, ast.ImportFrom):
            module = (node.module or "").removeprefix(NAME).removeprefix(".")
            inside = {f"{module}.{one.name}".removeprefix(".") for one in node.names}
            found |= inside & MODULES.keys() or {module} & MODULES.keys()
    return found


def without_types(node: ast.AST) -> Iterator[ast.AST]:
    """Yield *node* and all in it but the blocks for type checkers."""
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        return
    yield node
    for child in ast.iter_child_nodes(node):
        yield from without_types(child)


@pytest.mark.parametrize("part", PARTS)
def test_a_part_imports_only_its_own_third_parties(part: str) -> None:
    allowed_here = THIRD_PARTY.get(part, set())
    others = [
        f"{one.file}: {one.name}"
        for one in imports()
        if one.part == part
        and not one.own
        and (top := one.name.split(".")[0]) not in sys.stdlib_module_names
        and top not in allowed_here
    ]
    assert others == []


@pytest.mark.parametrize("part", PURE)
def test_the_core_imports_of_the_standard_library_only_what_is_pure(part: str) -> None:
    others = THIRD_PARTY.get(part, set())
    used = {
        one.name
        for one in imports()
        if one.part == part and not one.own and one.name.split(".")[0] not in others
    }
    assert used == PURE[part]


def test_what_reads_cells_does_not_know_what_they_mean() -> None:
    reading = Path("sheets", "reading")
    files = {one for one in imports() if reading in Path(one.file).parents}
    assert len(files) > len({one.file for one in files}) > 1
    own = {one.name for one in files if one.own and one.name.startswith("sheets.")}
    assert {name for name in own if not name.startswith("sheets.reading.")} == set()


def test_numpy_is_imported_where_there_are_many_units_or_draws() -> None:
    files = {path for path in SOURCES for node in parsed(path).body if is_numpy(node)}
    elsewhere = {file for file in files if file.parent not in WITH_NUMPY}
    assert {file.parent for file in files - elsewhere} == WITH_NUMPY
    assert elsewhere == set()


def is_numpy(node: ast.AST) -> bool:
    return isinstance(node, ast.Import) and any(one.name == "numpy" for one in node.names)


@pytest.mark.parametrize("part", PURE)
def test_the_core_neither_opens_nor_prints_nor_computes_in_floats(part: str) -> None:
    # statistics are never in a score, and columns know by how much they may be off
    found = [
        f"{path.name}: {forbidden}"
        for path in (ROOT / part).rglob("*.py")
        if IN_FLOATS.isdisjoint(path.parents)
        for node in without_arrays(parsed(path))
        if (forbidden := impure(node)) is not None
    ]
    exempt = {
        "model": ("text.py",),  # a likeness, no score
        "rules": ("figures.py",),  # plain numbers, whose decimals doubles tell
    }
    found = [one for one in found if not one.startswith(exempt.get(part, ()))]
    assert found == []


def without_arrays(node: ast.AST) -> Iterator[ast.AST]:
    """Yield *node* and all in it but the functions that import numpy: those know their error."""
    if isinstance(node, ast.FunctionDef) and any(map(is_numpy, node.body)):
        return
    yield node
    for child in ast.iter_child_nodes(node):
        yield from without_arrays(child)


def impure(node: ast.AST) -> object:
    """Return the call or the number that has no place in the core, or None."""
    match node:
        case ast.Call(func=ast.Name(id="open" | "print" | "input" | "float" | "round" as name)):
            return f"{name}()"
        case ast.Constant(value=float() as value):
            return value
    return None


def loaded_by(code: str) -> tuple[str, list[str]]:
    """Run *code* in a fresh interpreter; return what it printed and the heavy modules it loaded."""
    told = f"\nimport sys\nprint('loaded', *[one for one in {HEAVY!r} if one in sys.modules])"
    path = os.pathsep.join([str(ROOT.parent), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, "-c", code + told],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": path},
    )
    *printed, last = done.stdout.splitlines()
    return "\n".join(printed), last.split()[1:]


def test_a_heavy_module_that_is_loaded_would_be_seen() -> None:
    assert loaded_by("import yaml") == ("", ["yaml"])


def test_importing_the_package_imports_nothing_heavy() -> None:
    assert loaded_by(f"import {NAME}") == ("", [])


@pytest.mark.parametrize("part", PURE)
def test_importing_the_core_imports_nothing_heavy(part: str) -> None:
    modules = [
        ".".join((NAME, *path.relative_to(ROOT).with_suffix("").parts)).removesuffix(".__init__")
        for path in sorted((ROOT / part).rglob("*.py"))
        if WITH_NUMPY.isdisjoint(path.parents)
    ]
    assert loaded_by(f"import {', '.join(modules)}") == ("", [])


def test_telling_the_version_imports_nothing_heavy() -> None:
    code = (
        f"import sys\nsys.argv = ['kediri-index', '--version']\n"
        f"from {NAME}.__main__ import main\nmain()"
    )
    assert loaded_by(code) == (f"kediri-index {kediri_index.__version__}", [])


def test_a_score_imports_only_what_its_files_need() -> None:
    others = (
        *(
            "messages.screens.analysis",
            "messages.findings.file",
            "scoring.methods.bands",
            "scoring.normalisations",
        ),
        *("scoring.aggregations.power", "sheets.rows.wide"),
    )
    code = (
        f"import sys\nfrom {NAME}.cli.run import run\n"
        f"run(['score', {str(EXAMPLE)!r}])\n"
        f"print([one for one in {others!r} if f'{NAME}.{{one}}' in sys.modules])"
    )
    printed, heavy = loaded_by(code)
    assert printed.splitlines()[-1] == "[]"
    assert heavy == ["rich", "typer", "yaml"]


def test_a_score_into_a_pipe_imports_no_console_of_rich_and_few_modules_of_ours() -> None:
    code = (
        f"import sys\nfrom {NAME}.cli.run import run\n"
        f"run(['score', {str(EXAMPLE)!r}])\n"
        f"print('rich.console' in sys.modules, len([*filter({NAME!r}.__eq__,"
        " (one.partition('.')[0] for one in sys.modules))]))"
    )
    *_, last = loaded_by(code)[0].splitlines()
    console, own = last.split()
    assert console == "False"
    assert int(own) <= MOST_MODULES


def test_draws_import_little_of_numpy_and_nothing_to_paint_with_and_start_no_threads() -> None:
    others = ("numpy.ma", "numpy.fft", "numpy.polynomial", "rich")
    units = EXAMPLE.parent / "wilayah-contoh"
    code = (
        f"import sys\nfrom {NAME}.cli.run import run\n"
        f"run(['robustness', {str(units / 'wilayah.csv')!r}, '--config',"
        f" {str(units / 'indeks.yaml')!r}, '--weights', '0.25', '--draws', '100',"
        " '--format', 'csv', '--quiet'])\n"
        f"print([one for one in {others!r} if one in sys.modules])\n"
        "from pathlib import Path\nprint(len([*Path('/proc/self/task').glob('*')]))"
    )
    printed, heavy = loaded_by(code)
    *_, imported, threads = printed.splitlines()
    assert imported == "[]"
    assert threads in {"0", "1"}, "0 where no system tells"
    assert heavy == ["numpy", "typer", "yaml"]


def test_what_lives_at_the_end_is_not_searched_once_more() -> None:
    code = (
        "import gc, sys\nsys.argv = ['kediri-index', '--version']\n"
        f"from {NAME}.__main__ import main\nmain()\nprint(gc.get_freeze_count() > 1000)"
    )
    assert loaded_by(code)[0].splitlines()[-1] == "True"


def test_listing_the_commands_imports_none_of_them() -> None:
    code = (
        f"import sys\nsys.argv = ['kediri-index', '--help']\n"
        f"from {NAME}.cli.run import run\nrun(sys.argv[1:])\n"
        f"names = ('commands.score', 'commands.definition', 'run')\n"
        f"print([f'{NAME}.cli.{{name}}' in sys.modules for name in names])"
    )
    printed, heavy = loaded_by(code)
    assert "Menelusuri nilai" in printed
    assert printed.endswith("[False, False, True]")
    assert heavy == ["typer"]
