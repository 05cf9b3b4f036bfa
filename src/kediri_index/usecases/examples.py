"""What codes of findings mean, shown by examples whose commands are run."""

from __future__ import annotations

import argparse
import contextlib
import csv
import shlex
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from fractions import Fraction
from os.path import relpath
from pathlib import Path

from kediri_index.definition.library import packaged
from kediri_index.definition.load_definition import load_definition_file
from kediri_index.errors import DefinitionError, MissingExtraError, UsageError
from kediri_index.messages.catalogue import CATALOGUE
from kediri_index.model.dataset import Lead
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Example, ExplainedCode, Finding, Grid, Lines
from kediri_index.model.limits import Limits
from kediri_index.model.profile import Hints
from kediri_index.model.robustness import DRAWS, Drawing
from kediri_index.model.text import Suggestion, suggest
from kediri_index.sheets.reading.cell import position_of
from kediri_index.sheets.reading.read import read_workbook
from kediri_index.usecases.check import check
from kediri_index.usecases.excerpts import grid_around
from kediri_index.usecases.inputs import (
    Inputs,
    NamedFiles,
    Surroundings,
    load,
    load_inputs,
    read_workbooks,
)

_LIST = "index.csv"


def examples_folder() -> Path:
    """Return the folder of the examples."""
    return packaged("examples/findings")


def examples_in(folder: Path) -> dict[str, Example]:
    """Return the example of each code that has one; what is found beside it is left out."""
    with (folder / _LIST).open(encoding="utf-8", newline="") as file:
        return {row["code"]: _example(row) for row in csv.DictReader(file) if not row["with"]}


def files_of(example: Example, folder: Path) -> tuple[str, ...]:
    """Return the example's own files by their paths in *folder*; shared ones are not named."""
    own = folder / example.code
    if own.is_dir():
        paths = [path for path in own.rglob("*") if path.is_file()]
    else:
        paths = list(folder.glob(f"{example.code}.*"))
    return tuple(sorted(path.relative_to(folder).as_posix() for path in paths))


def _example(row: dict[str, str]) -> Example:
    return Example(
        row["code"],
        row["command"],
        row["arguments"],
        row["file"],
        row["sheet"] or None,
        row["cell"] or None,
        int(row["line"]) if row["line"] else None,
        int(row["column"]) if row["column"] else None,
        row["value"] or None,
    )


_LINT = "definition lint"
_DIFF = "definition diff"
_WEIGHTS = "definition weights"
_PLAN = "plan"
_ROBUSTNESS = "robustness"
_SCORE = "score"
_COMPARE = "compare"
_DAY = date(2026, 1, 1)
"""The day on which examples are run: what has expired by then stays so."""


def finding_of(
    example: Example,
    folder: Path,
    further: Mapping[str, Run],
) -> Finding | None:
    """Return the finding that the example's command gives in *folder*, the working one meanwhile.

    Neither the project that the user stands in counts, nor the environment. *further* has what
    other commands find, by their names.
    """
    arguments = _parser().parse_args(shlex.split(example.arguments))
    limits = Limits()._replace(**{name: int(value) for name, value in arguments.limit})
    with contextlib.chdir(folder):
        surroundings = Surroundings(folder, {}, limits)
        runs = {
            _LINT: _linted,
            _DIFF: _compared,
            _WEIGHTS: _proposed,
            _COMPARE: _explained,
            _PLAN: _planned,
            _ROBUSTNESS: _drawn,
            _SCORE: _scored,
        }
        run = runs.get(example.command, _checked)
        try:
            if vars(arguments)["from"] is not None:
                found = _listed(arguments, surroundings)
            elif example.command in further:
                found = further[example.command](arguments, limits)
            else:
                found = run(arguments, surroundings)
        except DefinitionError as error:
            found = error.findings
        except MissingExtraError:  # the code has a meaning without it
            found = ()
    of_code = [finding for finding in found if finding.code == example.code]
    there = [one for one in of_code if (one.cell, one.line) == (example.cell, example.line)]
    return next(iter(there or of_code), None)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--data", action="append")
    parser.add_argument("--denominator", action="append", default=[])
    parser.add_argument("--limit", action="append", default=[], type=lambda text: text.split("="))
    for option in (
        "--config",
        "--costs",
        "--from",
        "--next-year",
        "--old-config",
        "--opd",
        "--previous",
        "--unit",
        "--waivers",
    ):
        parser.add_argument(option)
    for option in ("--weight-sets", "--methods", "--treatments", "--uncertain"):
        parser.add_argument(option)
    parser.add_argument("--draws", type=int, default=DRAWS)
    parser.add_argument("--sobol", action="store_true")
    parser.add_argument("--year", type=int)
    parser.add_argument("--target", type=Fraction)
    parser.add_argument("--value", type=Lead)
    parser.add_argument("--method")
    for flag in ("--complete", "--continuous", "--force"):
        parser.add_argument(flag, action="store_true")
    return parser


def _linted(arguments: argparse.Namespace, surroundings: Surroundings) -> Iterable[Finding]:
    from kediri_index.definition.lint import lint_together  # noqa: PLC0415 - these examples' own
    from kediri_index.usecases.lint import (  # noqa: PLC0415 - these examples' own
        lint_with_data,
        said_of,
    )

    if arguments.data:
        named = NamedFiles(arguments.paths[0], None, tuple(arguments.data))
        hints = Hints(denominators=tuple(arguments.denominator))
        return lint_with_data(named, hints, surroundings).findings
    findings: list[Finding] = []
    definitions: list[Definition] = []
    for path in arguments.paths:
        try:
            loaded = load_definition_file(Path(path), shown=path, limits=surroundings.limits)
        except DefinitionError as error:
            findings += error.findings
        else:
            findings += [*loaded.findings, *said_of(loaded, surroundings.limits)]
            definitions.append(loaded.definition)
    return [*findings, *lint_together(definitions)]


def _listed(arguments: argparse.Namespace, surroundings: Surroundings) -> Iterable[Finding]:
    from kediri_index.usecases.start_from_list import findings_of_list  # noqa: PLC0415 - likewise

    return findings_of_list(vars(arguments)["from"], surroundings.limits)


def _compared(arguments: argparse.Namespace, surroundings: Surroundings) -> Iterable[Finding]:
    from kediri_index.usecases.diff import compared  # noqa: PLC0415 - these examples' own

    before, after = (load(path, surroundings) for path in arguments.paths)
    return compared(before, after).findings


def _proposed(arguments: argparse.Namespace, surroundings: Surroundings) -> Iterable[Finding]:
    from kediri_index.model.weighting import WeightMethod  # noqa: PLC0415 - these examples' own
    from kediri_index.usecases.proposed_weights import weights  # noqa: PLC0415 - likewise

    named = NamedFiles(arguments.paths[0], None, tuple(arguments.data))
    inputs = load_inputs(named, Hints(), surroundings)
    return weights(*inputs.files, method=WeightMethod(arguments.method)).findings


def _drawn(arguments: argparse.Namespace, surroundings: Surroundings) -> Iterable[Finding]:
    from kediri_index.usecases.robustness import robustness  # noqa: PLC0415 - these examples' own
    from kediri_index.usecases.uncertain import load_uncertain  # noqa: PLC0415 - likewise
    from kediri_index.usecases.weight_sets import load_weight_sets  # noqa: PLC0415 - likewise

    inputs = _inputs(arguments, surroundings)
    sets, values, limits = arguments.weight_sets, arguments.uncertain, surroundings.limits
    drawing = Drawing(
        draws=arguments.draws,
        weight_sets=load_weight_sets(sets, inputs.definition, limits=limits) if sets else (),
        methods=tuple(arguments.methods.split(",")) if arguments.methods else (),
        treatments=tuple(arguments.treatments.split(",")) if arguments.treatments else (),
        sobol=arguments.sobol,
        uncertain=load_uncertain(values, inputs.definition, limits=limits) if values else None,
    )
    return robustness(*inputs.files, drawing=drawing, hints=inputs.hints).findings


def _inputs(arguments: argparse.Namespace, surroundings: Surroundings) -> Inputs:
    named = NamedFiles(arguments.config, None, tuple(arguments.paths))
    hints = Hints(arguments.unit, arguments.year, opd=arguments.opd)
    return load_inputs(named, hints, surroundings)


def _explained(arguments: argparse.Namespace, surroundings: Surroundings) -> Iterable[Finding]:
    from kediri_index.usecases.compare import compare  # noqa: PLC0415 - these examples' own

    old, new = (read_workbooks(path, limits=surroundings.limits) for path in arguments.paths)
    definition = load(arguments.config, surroundings).definition
    theirs = arguments.old_config
    return compare(
        old,
        new,
        definition,
        old_definition=load(theirs, surroundings).definition if theirs else None,
        hints=Hints(unit=arguments.unit),
        value=arguments.value,
    ).findings


def _planned(arguments: argparse.Namespace, surroundings: Surroundings) -> Iterable[Finding]:
    from kediri_index.model.plans import NO_COSTS  # noqa: PLC0415 - these examples' own
    from kediri_index.usecases.plan import Bounds, load_costs, plan  # noqa: PLC0415 - likewise

    inputs = _inputs(arguments, surroundings)
    costs = load_costs(arguments.costs, inputs.definition) if arguments.costs else NO_COSTS
    return plan(
        *inputs.files,
        target=arguments.target,
        costs=costs,
        bounds=Bounds(continuous=arguments.continuous),
        hints=inputs.hints,
    ).findings


def _scored(arguments: argparse.Namespace, surroundings: Surroundings) -> Iterable[Finding]:
    from kediri_index.usecases.score import last_year, score  # noqa: PLC0415 - likewise

    inputs, path = _inputs(arguments, surroundings), arguments.previous
    previous = last_year(path, None, inputs) if path else None
    return score(*inputs.files, hints=inputs.hints, previous=previous).findings


def _checked(arguments: argparse.Namespace, surroundings: Surroundings) -> Iterable[Finding]:
    inputs = _inputs(arguments, surroundings)
    checked = check(
        *inputs.files, hints=inputs.hints, complete=arguments.complete, known=inputs.known
    )
    if arguments.waivers:
        from kediri_index.usecases.waive import load_waivers, waive  # noqa: PLC0415 - likewise

        waivers = load_waivers(arguments.waivers, limits=surroundings.limits)
        return waive(checked, waivers, _DAY).findings
    return checked.findings


_LINES_BESIDE = 1
_BINARY = frozenset({".xlsx", ".xls", ".xlsb", ".ods", ".docx", ".pdf"})


def excerpt_of(example: Example, folder: Path) -> Grid | Lines | None:
    """Return what stands around the finding; None where a file as a whole is meant."""
    path = folder / example.file
    if not path.is_file():
        return None
    if example.line is not None and path.suffix not in _BINARY:
        return _lines(path, example.line, example.column)
    position = position_of(example.cell) if example.cell else None
    if position is None:
        return None
    workbook = read_workbook(example.file, path.read_bytes(), Limits())
    sheets = [sheet for sheet in workbook.sheets if sheet.name == (example.sheet or "")]
    return grid_around(sheets[0], *position, example.value) if sheets else None


def _lines(path: Path, line: int, column: int | None) -> Lines:
    all_lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    first = max(1, line - _LINES_BESIDE)
    return Lines(first, tuple(all_lines[first - 1 : line + _LINES_BESIDE]), line, column)


Run = Callable[[argparse.Namespace, Limits], Iterable[Finding]]
"""What a command finds with the arguments of an example, within limits."""
_NONE: Mapping[str, Run] = {}


def known_code(text: str) -> str:
    """Return the code that *text* spells in any case; raises :class:`UsageError` for others."""
    code = text.strip().upper()
    if code not in CATALOGUE:
        raise UsageError("no-such-code", value=text, nearest=_nearest(code))
    return code


def _nearest(code: str) -> Suggestion:
    """Return the code of the same family whose number is nearest, else one spelt alike."""
    family = [one for one in CATALOGUE if one[0] == code[:1]]
    if not (family and code[1:].isdecimal()):
        return suggest(code, CATALOGUE)
    number = int(code[1:])
    return Suggestion(min(family, key=lambda one: (abs(int(one[1:]) - number), one)))


def explain(codes: Iterable[str], further: Mapping[str, Run] = _NONE) -> tuple[ExplainedCode, ...]:
    """Return each of *codes*, which are known ones, with its example.

    While an example runs, the working folder of the process is the examples'. *further* gives, by
    command, what the commands find that stand above this part of the program.
    """
    folder = examples_folder()
    examples = examples_in(folder)
    explained = []
    for code in codes:
        example = examples.get(code)
        if example is None:
            explained.append(ExplainedCode(code))
            continue
        explained.append(
            ExplainedCode(
                code,
                example,
                finding_of(example, folder, further),
                _folder(folder),
                files_of(example, folder),
                excerpt_of(example, folder),
            )
        )
    return tuple(explained)


def _folder(folder: Path) -> str:
    """Return *folder* as seen from the working one where it lies in it, else in full.

    Empty where it goes with this run: a program that is one file unpacks it beside none.
    """
    if getattr(sys, "frozen", False) and not folder.is_relative_to(Path(sys.executable).parent):
        return ""
    here = Path.cwd()
    return relpath(folder, here) if folder.is_relative_to(here) else str(folder)
