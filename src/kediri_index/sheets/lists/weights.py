"""Weights of a list: read as percent, shares or points, and held together level by level."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final, NamedTuple

from kediri_index.model.aggregation import Aggregation
from kediri_index.model.findings import Finding, Source
from kediri_index.model.numbers import SIGNIFICANT_DIGITS
from kediri_index.model.workbook import Cell, CellFormat, CellKind, Sheet
from kediri_index.sheets.lists.headings import ListHeading
from kediri_index.sheets.numbers import Number, TwoReadings, parse_number, stored_number

PERCENT: Final = Fraction(100)
WHOLES: Final = PERCENT, Fraction(1)
"""What weights of siblings add up to: in percent, or as shares."""
_TWO: Final = 2
"""Of so many weights rounding loses nothing."""
_NEAR: Final = Fraction(1, 10**9)
BY_COUNT: Final = "menurut jumlah indikator"
"""What the weight of a group says that weighs as many as the answers below it."""


class Weighed(NamedTuple):
    """A weight and where it stands; *half* is half a unit of its last decimal.

    *value* is None for a group that weighs as many as the answers below it.
    """

    value: Fraction | None
    sheet: Sheet
    cell: Cell
    percent: bool = False
    points: bool = False
    half: Fraction = Fraction(0)


def weight_in(sheet: Sheet, cell: Cell, heading: ListHeading) -> Weighed | Finding:
    """Return the weight in *cell*, or what is wrong with it."""
    text = " ".join(cell.value.casefold().split())
    points = heading.points
    if text == BY_COUNT:
        return Weighed(None, sheet, cell)
    if cell.kind is CellKind.NUMBER:
        value = stored_number(cell.value)
        percent = cell.format is CellFormat.PERCENT
        if value is not None and value >= 0:
            half = _half(cell.value) * (PERCENT if percent else 1)
            return Weighed(
                value * PERCENT if percent else value, sheet, cell, percent, points, half
            )
    elif cell.kind is CellKind.TEXT:
        bare = text.removesuffix("poin").removesuffix("points").removesuffix("point").strip()
        parsed = parse_number(bare, exponent_allowed=False)
        if isinstance(parsed, TwoReadings):  # a weight of thousands adds up to nothing
            parsed = Number(parsed.first, parsed.percent)
        if isinstance(parsed, Number) and parsed.value >= 0:
            points = points or bare != text
            half = _half(bare.rstrip("% "))
            return Weighed(parsed.value, sheet, cell, parsed.percent, points, half)
    return sheet.finding("F508", cell)


def _half(digits: str) -> Fraction:
    """Return half a unit of the last decimal; nothing where all digits of a cell are there."""
    decimals = len(digits.replace(",", ".").partition(".")[2])
    significant = sum(map(str.isdigit, digits.strip("0.")))
    return Fraction(0) if significant >= SIGNIFICANT_DIGITS - 1 else Fraction(1, 2 * 10**decimals)


class Properties(NamedTuple):
    """What a table of groups says of one beside its weight."""

    id: str | None = None
    name_id: str | None = None
    name_en: str | None = None
    aggregate: Aggregation | None = None
    optional: bool = False
    min_present: Fraction | None = None


UNSAID: Final = Properties()


@dataclass
class Node:
    """A group while a list is read: what stands below it, and every weight that is said of it."""

    level: str
    name: str
    above: Node | None
    cell: Cell
    sheet: Sheet
    id: str = ""
    said: list[Weighed] = field(default_factory=list)
    groups: list[Node] = field(default_factory=list)
    leaves: list[WeightedIndicator] = field(default_factory=list)
    weight: Fraction | None = None
    properties: Properties = UNSAID

    def below(self) -> Iterator[WeightedIndicator]:
        """Yield the indicators below, in order."""
        yield from self.leaves
        for group in self.groups:
            yield from group.below()

    def top(self) -> Node:
        """Return the outermost group that it stands in, perhaps itself."""
        return self if self.above is None else self.above.top()

    def all(self) -> Iterator[Node]:
        """Yield the group itself and all groups below."""
        yield self
        for group in self.groups:
            yield from group.all()


@dataclass
class WeightedIndicator:
    """An indicator's weight while a list is read, and the place where it belongs."""

    name: str
    place: Source
    said: Weighed | None
    weight: Fraction | None = None


class ListWeights:
    """Settles the weights of a tree; what is wrong, and what was taken, goes to *findings*."""

    def __init__(self, top: Sequence[Node], place: Cell, sheet: Sheet) -> None:
        self._top = top
        self._place = place
        self._sheet = sheet
        self.findings: list[Finding] = []

    def settle(self) -> None:
        """Give every group and every indicator its weight."""
        for node in self._groups():
            self._agreed(node)
        leaves = [leaf for node in self._top for leaf in node.below()]
        weighed = any(leaf.said is not None for leaf in leaves)
        if weighed or any(node.said for node in self._groups()):
            if weighed:
                self._unweighed(leaves)
            self._level(self._top, None)
            for node in self._groups():
                self._below(node)
        else:
            self._equal(self._place)

    def _groups(self) -> Iterator[Node]:
        for node in self._top:
            yield from node.all()

    def _agreed(self, node: Node) -> None:
        """Report a second weight of one group."""
        for other in node.said[1:]:
            first = node.said[0]
            if _share(other) != _share(first):
                source = first.sheet.place(first.cell.address)
                place = source.seen_from(other.sheet.file)
                params = {"name": node.name, "first": first.cell.value.strip(), "place": place}
                self.findings.append(other.sheet.finding("F510", other.cell, **params))
                return

    def _unweighed(self, leaves: Sequence[WeightedIndicator]) -> None:
        """Report the indicators without a weight beside others with one."""
        for leaf in leaves:
            if leaf.said is None:
                self.findings.append(Finding.at_cell("F511", leaf.place, name=leaf.name))

    def _equal(self, place: Cell) -> None:
        for node in self._top:
            node.weight = Fraction(1)
        names = tuple(node.name for node in self._top)
        if len(names) > 1:
            self.findings.append(
                self._sheet.finding("F530", place, names=names)._replace(value=None)
            )

    def _level(self, nodes: Sequence[Node], above: Node | None) -> None:
        """Settle sibling groups."""
        said = [node for node in nodes if node.said]
        if len(said) == len(nodes):
            for node, value in zip(
                nodes, self._values([one.said[0] for one in nodes]), strict=True
            ):
                node.weight = value
            counted = all(one.said[0].value is not None for one in nodes)
            if counted:
                self._sum([one.said[0] for one in nodes], _name(above), _of(above))
        elif said:
            for node in nodes:
                if not node.said:
                    one = node.sheet.finding("F511", node.cell, name=node.name)
                    self.findings.append(one)
        else:
            self._from_below(nodes, above)

    def _from_below(self, nodes: Sequence[Node], above: Node | None) -> None:
        """Settle groups without weights by those of their indicators, else as equal ones."""
        sums = [_sum_of(node.below()) for node in nodes]
        if any(one is None for one in sums):
            weighed = any(leaf.said for node in nodes for leaf in node.below())
            if above is None and not weighed:
                self._equal(self._place)
            return
        whole = sum(one for one in sums if one is not None)
        goals = (*WHOLES, *([above.weight] if above and above.weight else []))
        if any(abs(whole - goal) <= _NEAR for goal in goals):
            for node, value in zip(nodes, sums, strict=True):
                node.weight = value
            first = next(leaf.said for leaf in nodes[0].below() if leaf.said)
            if len(nodes) == 1:
                return
            params = {"sums": tuple(f"{n.name} {_text(n.weight)}" for n in nodes)}
            found = first.sheet.finding("F531", first.cell, **params)._replace(value=None)
            self.findings.append(found)
        elif above is None:
            self._equal(self._place)
        else:
            for node in nodes:
                self.findings.append(node.sheet.finding("F511", node.cell, name=node.name))

    def _below(self, node: Node) -> None:
        """Settle what stands in one group."""
        if node.groups:
            self._level(node.groups, node)
        said = [leaf.said for leaf in node.leaves if leaf.said is not None]
        if len(said) < len(node.leaves):
            return
        for leaf, value in zip(node.leaves, self._values(said), strict=True):
            leaf.weight = value
        own = {node.weight, *(one.weight for one in _up(node))} - {None}
        whole = sum((one.value or Fraction(0)) for one in said)
        flat = [one for one in _up(node) if _sum_of(one.below()) in WHOLES]
        if said and whole not in own and not flat:
            self._sum(said, node.name, node.weight)

    def _values(self, said: Sequence[Weighed]) -> list[Fraction | None]:
        """Return the weights; shares beside percentages as such where only that adds up."""
        values = [one.value for one in said]
        mixed = [
            one.value * PERCENT if one.value is not None and not one.percent else one.value
            for one in said
        ]
        some = any(one.percent for one in said) and not all(one.percent for one in said)
        if some and None not in mixed and sum(v for v in mixed if v is not None) == PERCENT:
            return mixed
        return values

    def _sum(self, said: Sequence[Weighed], name: str | None, own: Fraction | None) -> None:
        """Report weights that add up to no whole, unless they are points."""
        if not said or any(one.points for one in said):
            return
        values = [value for value in self._values(said) if value is not None]
        whole = sum(values, Fraction(0))
        goals = (*WHOLES, *([own] if own else []))
        if any(abs(whole - goal) <= _NEAR for goal in goals):
            return
        rounded = sum((one.half for one in said), Fraction(0))
        first = said[0]
        cells = dict.fromkeys(one.cell.address for one in (first, said[-1]))
        params = {
            "name": name or "",
            "sum": whole,
            "weights": tuple(values),
            "range": "–".join(cells),
        }
        near = any(abs(whole - goal) <= rounded for goal in WHOLES)
        near = near and len(said) > _TWO
        code = "F532" if near else "F509"
        self.findings.append(first.sheet.finding(code, first.cell, **params))


def _up(node: Node) -> Iterator[Node]:
    above = node.above
    while above is not None:
        yield above
        above = above.above


def _sum_of(leaves: Iterable[WeightedIndicator]) -> Fraction | None:
    """Return the sum of all weights, None where one is missing."""
    total = Fraction(0)
    for leaf in leaves:
        if leaf.said is None or leaf.said.value is None:
            return None
        total += leaf.said.value
    return total


def _share(one: Weighed) -> Fraction | None:
    """Return a weight so that 30%, 0.3 and 30 are the same."""
    if one.value is None or one.percent or one.value > 1:
        return one.value
    return one.value * PERCENT


def _name(node: Node | None) -> str | None:
    return None if node is None else node.name


def _of(node: Node | None) -> Fraction | None:
    return None if node is None else node.weight


def _text(value: Fraction | None) -> str:
    from kediri_index.messages.values import plain  # noqa: PLC0415 - few lists need it

    return "" if value is None else plain(value).replace(".", ",")
