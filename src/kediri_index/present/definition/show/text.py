"""One definition: its tree with effective weights, and its indicators."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from kediri_index.agencies.assignment import opd_of_leaves
from kediri_index.messages.texts import text
from kediri_index.model.definition import Definition, Group, Indicator
from kediri_index.model.language import Language
from kediri_index.model.safe_text import printable
from kediri_index.present.definition.show.parameters import (
    rule_text,
    step_text,
)
from kediri_index.present.definition.show.shown import DefinitionShown
from kediri_index.present.known_widths import say_widths
from kediri_index.present.words import Words
from kediri_index.scoring.structure import nominal_shares

if TYPE_CHECKING:
    from rich.console import Console


def draw(shown: DefinitionShown, console: Console) -> None:
    """Print the tree down to its indicators, each with its share in the overall."""
    definition, language = shown.definition, shown.language
    words = Words(definition, language)
    weights = nominal_shares(definition)
    opd = opd_of_leaves(definition, shown.profile)
    console.print(Text(f" {printable(words.about_definition())}", style="bold"))
    console.print(Text(f" {definition.id} · {definition.sha256[:12]} · {definition.path}"))
    if definition.superseded_by:
        said = words.say("superseded-by", index=definition.superseded_by)
        console.print(Text(f" {printable(said)}", style="yellow"))
    if not definition.aggregate_top.additive:
        overall = words.aggregation(definition.aggregate_top)
        combined = words.say("combined-by", aggregation=overall)
        console.print(Text(f" {combined}"))
    if definition.prepare:
        steps = " → ".join(step_text(step, language) for step in definition.prepare)
        console.print(Text(f" {printable(words.say('prepared', steps=steps))}"))
    console.print()
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 1), header_style="dim")
    table.add_column(text("column.group", language), overflow="fold")
    table.add_column(text("column.code", language), no_wrap=True)
    table.add_column(text("column.effective-weight", language), justify="right", no_wrap=True)
    table.add_column(text("column.method", language), no_wrap=True)
    table.add_column(text("column.opd", language), overflow="fold")

    def add(node: Group | Indicator, depth: int) -> None:
        if isinstance(node, Group):
            method = "" if node.aggregate.additive else words.aggregation(node.aggregate)
        else:
            method = node.rule.method.name
        table.add_row(
            Text("  " * depth + printable(words.label(node.label))),
            node.id,
            words.percent(weights.get(node.id, Fraction(0))),
            method,
            " ".join(opd.get(node.id, ())),
            style="" if isinstance(node, Indicator) else "bold",
        )
        for child in node.children if isinstance(node, Group) else ():
            add(child, depth + 1)

    for group in definition.groups:
        add(group, 0)
    say_widths(table, console.width)
    console.print(table)
    _print_rules(definition, language, console)


def _print_rules(definition: Definition, language: Language, console: Console) -> None:
    """Print the parameters of methods that have any, with the indicators that are scored so."""
    codes: dict[str, list[str]] = {}
    for indicator in definition.all_indicators():
        said = rule_text(indicator.rule, definition.scale, language)
        if said is not None:
            codes.setdefault(said, []).append(indicator.id)
    if not codes:
        return
    console.print()
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 1), header_style="dim")
    table.add_column(text("column.method", language), overflow="fold", ratio=1)
    table.add_column(text("column.code", language), overflow="fold", ratio=1)
    for said, scored in codes.items():
        table.add_row(Text(printable(said)), " ".join(scored))
    console.print(table)
