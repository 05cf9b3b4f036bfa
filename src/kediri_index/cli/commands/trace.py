"""The command ``trace``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

from kediri_index.cli import options
from kediri_index.cli.commands import command
from kediri_index.cli.printing import print_outcome
from kediri_index.cli.quoting import shell_quoted
from kediri_index.cli.values import given_count, given_name
from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE, UsageError
from kediri_index.present.formats import Offer

if TYPE_CHECKING:
    from kediri_index.model.definition import Definition


@command(Offer.TRACE, without=("paths",), unit="one-unit", year="one-year")
def trace(
    words: Annotated[list[str], options.argument("traced")],
    request: options.DataRequest,
    *,
    node: Annotated[str | None, options.option("node", "node")] = None,
    depth: Annotated[str | None, options.option("depth", "number")] = None,
) -> int:
    """Check the files, print the tree of a node; return the exit code."""
    from kediri_index.present.commands.trace import TracePresentation
    from kediri_index.usecases.trace import trace as trace_files

    levels = None if depth is None else given_count("--depth", depth)
    paths, wanted = _paths_and_node(words, given_name("--node", node))
    request = replace(request, paths=paths)
    inputs = request.load()
    if node is None:
        _refuse_node_or_file(paths, inputs.definition)
    try:
        outcome = trace_files(*inputs.files, wanted, **request.asked(inputs))
    except UsageError as error:
        if node is None and error.message == "unknown-node":  # the word may be meant for a file
            raise UsageError("unknown-node-or-file", **error.params) from None
        raise
    language = request.language(inputs.definition.language)
    shown = TracePresentation(language, outcome, levels, request.arguments())
    hidden = shown.hidden()
    if hidden is not None and outcome.trace is not None and hidden is not outcome.trace.node:
        shown = replace(shown, again=f"{shown.again} {shell_quoted(hidden.id)}")
    return EXIT_FINE if print_outcome(shown, request, outcome) else EXIT_FINDINGS


def _paths_and_node(words: Sequence[str], node: str | None) -> tuple[list[str], str | None]:
    """Return the paths and the node of *words*; *node* is the one that an option gives.

    The last of several words is the node, unless it is there as a file or looks like one. Raises
    :class:`UsageError` for a single word that can only be a node.
    """
    from kediri_index.sheets.paths import looks_like_path

    if node is not None:
        return list(words), node
    last = words[-1]
    if looks_like_path(last):
        return list(words), None
    if len(words) == 1:
        raise UsageError("node-without-file", value=last, typed=shell_quoted(last))
    paths = list(words[:-1])
    if not looks_like_path(paths[-1]):
        raise UsageError("one-node", value=paths[-1], node=last)
    return paths, last


def _refuse_node_or_file(paths: Sequence[str], definition: Definition) -> None:
    """Raise :class:`UsageError` where the last of several paths is the id of a node as well."""
    last = paths[-1]
    if len(paths) > 1 and last in definition.nodes():
        raise UsageError(
            "node-or-file", value=last, path=shell_quoted(f"./{last}"), typed=shell_quoted(last)
        )
