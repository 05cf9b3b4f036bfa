"""Nobody asks which aggregation he has before him: it says what it is."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

import kediri_index
from kediri_index.scoring.aggregations import AGGREGATIONS
from tests.architecture.parsed import nodes

ROOT = Path(kediri_index.__file__).parent
OWN = ROOT / "scoring" / "aggregations"
PACKAGE = "kediri_index.scoring.aggregations"
KINDS = {kind.__name__ for kind in AGGREGATIONS.values()}


def classes_named(tree: Iterable[ast.AST]) -> Iterator[str]:
    """Yield the classes of aggregations that are imported: nobody can ask for another."""
    for node in tree:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(PACKAGE):
            yield from (one.name for one in node.names if one.name in KINDS)


def names_compared(tree: Iterable[ast.AST]) -> Iterator[str]:
    """Yield the names of aggregations that something is compared with, looked up in or matched."""
    for node in tree:
        if isinstance(node, ast.Compare | ast.MatchValue | ast.Dict | ast.Set):
            for one in ast.walk(node):
                if isinstance(one, ast.Constant) and one.value in AGGREGATIONS:
                    yield str(one.value)


def elsewhere() -> Iterator[tuple[str, Iterable[ast.AST]]]:
    for path in sorted(ROOT.rglob("*.py")):
        if OWN not in path.parents:
            yield path.relative_to(ROOT).as_posix(), nodes(path)


def test_a_question_would_be_seen() -> None:
    code = (
        f"from {PACKAGE}.median import Median\nif one.name == 'copeland' or one in {{'mpi'}}: pass"
    )
    tree = tuple(ast.walk(ast.parse(code)))
    assert list(classes_named(tree)) == ["Median"]
    assert {"copeland", "mpi"} <= set(names_compared(tree))


def test_no_module_but_their_own_knows_the_classes_of_aggregations() -> None:
    assert {file: kinds for file, tree in elsewhere() if (kinds := set(classes_named(tree)))} == {}


def test_no_module_but_their_own_knows_an_aggregation_by_its_name() -> None:
    ours = {"copeland", "mpi", "geometric", "harmonic", "power", "arithmetic"}
    found = {file for file, tree in elsewhere() if ours & set(names_compared(tree))}
    assert found == set()
