"""Running the command of an example, to see the finding that it gives."""

from __future__ import annotations

import argparse
import contextlib
import shlex
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path

from kediri_index.api.check import check
from kediri_index.api.load import Surroundings, load, profile_for
from kediri_index.api.read import read_workbooks
from kediri_index.definition.load_definition import load_definition_file
from kediri_index.errors import DefinitionError, MissingExtraError
from kediri_index.model.dataset import Lead
from kediri_index.model.definition import Definition
from kediri_index.model.explained import Example
from kediri_index.model.findings import Finding
from kediri_index.model.limits import Limits
from kediri_index.model.robustness import DRAWS, Drawing
from kediri_index.model.user_hints import Hints

_LINT = "definition lint"
_DIFF = "definition diff"
_PLAN = "plan"
_ROBUSTNESS = "robustness"
_COMPARE = "compare"
_DAY = date(2026, 1, 1)
"""The day on which examples are run: what has expired by then stays so."""


def finding_of(
    example: Example,
    folder: Path,
    further: Mapping[str, Callable[[Sequence[str], Limits], Iterable[Finding]]],
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
            _COMPARE: _explained,
            _PLAN: _planned,
            _ROBUSTNESS: _drawn,
        }
        run = runs.get(example.command, _checked)
        try:
            if example.command in further:
                found = further[example.command](arguments.paths, limits)
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
    parser.add_argument("--limit", action="append", default=[], type=lambda text: text.split("="))
    for option in (
        "--config",
        "--costs",
        "--old-config",
        "--opd",
        "--previous",
        "--unit",
        "--waivers",
    ):
        parser.add_argument(option)
    for option in ("--weight-sets", "--methods"):
        parser.add_argument(option)
    parser.add_argument("--draws", type=int, default=DRAWS)
    parser.add_argument("--sobol", action="store_true")
    parser.add_argument("--year", type=int)
    parser.add_argument("--target", type=Fraction)
    parser.add_argument("--value", type=Lead)
    for flag in ("--complete", "--continuous"):
        parser.add_argument(flag, action="store_true")
    return parser


def _linted(arguments: argparse.Namespace, surroundings: Surroundings) -> Iterable[Finding]:
    from kediri_index.api.lint import lint_with_data  # noqa: PLC0415 - these examples' own
    from kediri_index.definition.lint import (  # noqa: PLC0415 - these examples' own
        lint_alone,
        lint_together,
    )

    if arguments.data:
        submission = read_workbooks(arguments.data, limits=surroundings.limits)
        return lint_with_data(arguments.paths[0], submission, surroundings).findings
    findings: list[Finding] = []
    definitions: list[Definition] = []
    for path in arguments.paths:
        try:
            loaded = load_definition_file(Path(path), shown=path, limits=surroundings.limits)
        except DefinitionError as error:
            findings += error.findings
        else:
            findings += [*loaded.findings, *lint_alone(loaded.definition, loaded.draft)]
            definitions.append(loaded.definition)
    return [*findings, *lint_together(definitions)]


def _compared(arguments: argparse.Namespace, surroundings: Surroundings) -> Iterable[Finding]:
    from kediri_index.api.diff import compared  # noqa: PLC0415 - these examples' own

    before, after = (load(path, surroundings) for path in arguments.paths)
    return compared(before, after).findings


def _drawn(arguments: argparse.Namespace, surroundings: Surroundings) -> Iterable[Finding]:
    from kediri_index.api.robustness import robustness  # noqa: PLC0415 - these examples' own
    from kediri_index.api.weight_sets import load_weight_sets  # noqa: PLC0415 - these examples' own

    definition = load(arguments.config, surroundings).definition
    sets, limits = arguments.weight_sets, surroundings.limits
    drawing = Drawing(
        draws=arguments.draws,
        weight_sets=load_weight_sets(sets, definition, limits=limits) if sets else (),
        methods=tuple(arguments.methods.split(",")) if arguments.methods else (),
        sobol=arguments.sobol,
    )
    submission = read_workbooks(arguments.paths, limits=limits)
    return robustness(submission, definition, drawing=drawing).findings


def _explained(arguments: argparse.Namespace, surroundings: Surroundings) -> Iterable[Finding]:
    from kediri_index.api.compare import compare  # noqa: PLC0415 - these examples' own

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
    from kediri_index.api.plan import Bounds, load_costs, plan  # noqa: PLC0415 - these examples' own
    from kediri_index.model.plans import NO_COSTS  # noqa: PLC0415 - these examples' own

    submission = read_workbooks(arguments.paths, limits=surroundings.limits)
    definition = load(arguments.config, surroundings).definition
    costs = load_costs(arguments.costs, definition) if arguments.costs else NO_COSTS
    return plan(
        submission,
        definition,
        target=arguments.target,
        costs=costs,
        bounds=Bounds(continuous=arguments.continuous),
        hints=Hints(arguments.unit),
    ).findings


def _checked(arguments: argparse.Namespace, surroundings: Surroundings) -> Iterable[Finding]:
    submission = read_workbooks(arguments.paths, limits=surroundings.limits)
    definition = load(arguments.config, surroundings).definition
    places = [Path(path) for path in arguments.paths]
    folders = [place if place.is_dir() else place.parent for place in places]
    profile = profile_for(None, folders, surroundings)
    beside = profile is not None and Path(profile.path).parent in folders
    hints = Hints(year=arguments.year, opd=arguments.opd)
    if profile is not None and beside:
        hints = hints._replace(theirs=profile.unit)
    if arguments.previous:
        from kediri_index.api.score import LastYear, score  # noqa: PLC0415 - these examples' own

        last_year = LastYear(read_workbooks(arguments.previous), definition, arguments.previous)
        return score(submission, definition, profile, hints=hints, previous=last_year).findings
    checked = check(
        submission,
        definition,
        profile,
        hints=hints,
        complete=arguments.complete,
        known=surroundings.known_definitions,
    )
    if arguments.waivers:
        from kediri_index.api.waive import load_waivers, waive  # noqa: PLC0415 - these examples' own

        waivers = load_waivers(arguments.waivers, limits=surroundings.limits)
        return waive(checked, waivers, _DAY).findings
    return checked.findings
