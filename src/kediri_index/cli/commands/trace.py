"""The command ``trace``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Annotated

import typer

from kediri_index.cli import options
from kediri_index.cli.printing import quoted
from kediri_index.errors import UsageError
from kediri_index.model.definition import Definition
from kediri_index.present.formats import TraceFormat
from kediri_index.workbook.files.paths import ENDINGS, STANDARD_INPUT, WILDCARDS


def paths_and_node(words: Sequence[str], node: str | None) -> tuple[list[str], str | None]:
    """Return the paths and the node of *words*; *node* is the one that an option gives.

    The last of several words is the node, unless it is there as a file or looks like one. Raises
    :class:`UsageError` for a single word that can only be a node.
    """
    if node is not None:
        return list(words), node
    last = words[-1]
    if _is_path(last):
        return list(words), None
    if len(words) == 1:
        raise UsageError("node-without-file", value=last, typed=quoted(last))
    paths = list(words[:-1])
    if not _is_path(paths[-1]):
        raise UsageError("one-node", value=paths[-1], node=last)
    return paths, last


def in_doubt(paths: Sequence[str], definition: Definition) -> None:
    """Raise :class:`UsageError` where the last of several paths is the id of a node as well."""
    last = paths[-1]
    if len(paths) > 1 and last in definition.nodes():
        raise UsageError("node-or-file", value=last, path=quoted(f"./{last}"), typed=quoted(last))


def _is_path(word: str) -> bool:
    if word == STANDARD_INPUT or "/" in word or "\\" in word or set(word) & WILDCARDS:
        return True
    return PurePath(word).suffix.lower() in ENDINGS or _is_there(word)


def _is_there(word: str) -> bool:
    try:
        return Path(word).exists()
    except OSError:  # a name that is too long
        return False


def trace(  # noqa: PLR0913 - the options of the command
    words: Annotated[
        list[str],
        typer.Argument(help=options.explained("traced"), metavar=options.metavar("traced")),
    ],
    *,
    node: Annotated[str | None, options.option("node", "node")] = None,
    depth: Annotated[str | None, options.option("depth", "number")] = None,
    config: options.Config = None,
    profile: options.ProfilePath = None,
    value: options.Value = None,
    allow_errors: options.AllowErrors = False,
    waivers: options.Waivers = None,
    unit: Annotated[str | None, options.option("unit", "name", about="one-unit")] = None,
    year: Annotated[str | None, options.option("year", "number", about="one-year")] = None,
    decimal: options.DecimalMark = None,
    output_format: Annotated[TraceFormat, options.FORMAT] = TraceFormat.TREE,
    output: options.Output = None,
    force: options.Force = False,
    lang: options.Lang = None,
    limit: options.Limit = None,
    allow_outside: options.AllowOutside = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    debug: options.Debug = False,
) -> int:
    """Check the files, print the tree of a node; return the exit code."""
    del allow_outside, debug  # the whole run sees them
    from kediri_index.cli.inputs import load_inputs
    from kediri_index.cli.language import language_for
    from kediri_index.cli.numbers import given_count, given_name
    from kediri_index.cli.output import refuse_inputs
    from kediri_index.cli.printing import Printing, quoted
    from kediri_index.cli.request import Request
    from kediri_index.cli.show import Used, show
    from kediri_index.cli.used import tell_found
    from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE
    from kediri_index.present.commands.trace import TracePresentation
    from kediri_index.usecases.trace import trace as trace_files

    levels = None if depth is None else given_count("--depth", depth)
    paths, wanted = paths_and_node(words, given_name("--node", node))
    request = Request(
        tuple(paths), config, profile, tuple(limit or ()), value, unit, year, decimal, waivers
    )
    hints = request.hints()
    waive = request.waiving()
    inputs = load_inputs(request)
    refuse_inputs(output, [*inputs.paths(), *filter(None, (waivers,))])
    if node is None:
        in_doubt(paths, inputs.definition)
    outcome = trace_files(
        inputs.submission,
        inputs.definition,
        inputs.profile,
        wanted,
        hints=inputs.hints(hints),
        value=value,
        allow_errors=allow_errors,
        waive=waive,
        known=inputs.surroundings.known_definitions,
    )
    printing = Printing(
        language_for(lang, inputs.definition.language),
        output=output,
        force=force,
        quiet=quiet,
        verbose=verbose,
    )
    tell_found(inputs.definition, inputs.profile, request.named(), printing)
    shown = TracePresentation(printing.language, outcome, levels, request.again())
    hidden = shown.hidden()
    if hidden is not None and outcome.trace is not None and hidden is not outcome.trace.node:
        shown = replace(shown, again=f"{shown.again} {quoted(hidden.id)}")
    used = Used(outcome.definition, outcome.profile, outcome.inputs)
    return EXIT_FINE if show(shown, output_format, printing, used) else EXIT_FINDINGS
