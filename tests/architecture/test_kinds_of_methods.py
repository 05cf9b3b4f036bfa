"""Nobody asks which kind of scoring method he has before him: the method says what it is."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

import kediri_index
from kediri_index.model.scoring import ScoringMethod
from kediri_index.scoring.methods import METHODS
from kediri_index.scoring.normalisations import fitted, standing
from tests.architecture.parsed import nodes

ROOT = Path(kediri_index.__file__).parent
OWN = {ROOT / "scoring" / "methods", ROOT / "scoring" / "normalisations"}
KINDS = {kind.__name__ for kind in METHODS.values()} | {
    name
    for module in (fitted, standing)
    for name, kind in vars(module).items()
    if isinstance(kind, type) and issubclass(kind, ScoringMethod)
}
ALLOWED = {
    # is_panel, which all others ask: whether a method has to be fitted before it scores
    "model/scoring.py": {"PanelMethod"},
}


def asked(tree: Iterable[ast.AST], names: dict[str, str]) -> Iterator[str]:
    """Yield the kinds of methods that ``isinstance``, ``match``, ``is`` or ``type`` ask for."""
    for node in tree:
        match node:
            case ast.Call(func=ast.Name(id="isinstance" | "issubclass"), args=[_, kinds]):
                found = kinds
            case ast.MatchClass(cls=kinds):
                found = kinds
            case ast.Compare(ops=[ast.Is() | ast.IsNot() | ast.Eq() | ast.NotEq()]):
                found = node
            case _:
                continue
        for one in ast.walk(found):
            if isinstance(one, ast.Name) and names.get(one.id, one.id) in KINDS:
                yield names.get(one.id, one.id)


def kinds_asked_for(path: Path) -> set[str]:
    tree = nodes(path)
    imported = [
        (one.asname or one.name, one.name, node.module or "")
        for node in tree
        if isinstance(node, ast.ImportFrom)
        for one in node.names
    ]
    of_methods = ("kediri_index.scoring", "kediri_index.model.scoring")
    names = {
        known: name if module.startswith(of_methods) else "" for known, name, module in imported
    }
    return set(asked(tree, names))


def test_a_question_of_kind_would_be_seen() -> None:
    code = (
        "isinstance(one, (Levels, int))\n"
        "match one:\n    case G(low, high): pass\n"
        "type(one) is Rank\n"
    )
    found = set(asked(ast.walk(ast.parse(code)), {"G": "Goalposts"}))
    assert found == {"Levels", "Goalposts", "Rank"}


def test_the_kinds_are_those_of_all_methods_and_of_what_they_become() -> None:
    assert {"AsGiven", "Levels", "ZScore", "Line", "Standing", "ByRank", "PanelMethod"} <= KINDS


def test_nobody_but_a_method_asks_which_kind_a_method_is() -> None:
    found = {
        path.relative_to(ROOT).as_posix(): kinds
        for path in sorted(ROOT.rglob("*.py"))
        if OWN.isdisjoint(path.parents) and (kinds := kinds_asked_for(path))
    }
    assert found == {file: kinds for file, kinds in ALLOWED.items() if (ROOT / file).exists()}
