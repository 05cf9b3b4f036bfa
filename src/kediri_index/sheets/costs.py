"""A table of costs: a line a step, or a line an indicator. Everything wrong with it at once."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from kediri_index.agencies.assignment import Ids
from kediri_index.model.definition import Definition, Group, Indicator
from kediri_index.model.findings import Finding
from kediri_index.model.limits import Limits
from kediri_index.model.plans import CostLine, CostRule
from kediri_index.model.text import Names, Suggestion, is_pattern, suggest
from kediri_index.scoring.score_rule import bounds_of
from kediri_index.sheets.numbers import Number, TwoReadings, parse_number
from kediri_index.sheets.reading.delimited import read_delimited
from kediri_index.sheets.reading.refusal import RefusedError

_NAMES = {
    "indicator": "indicator",
    "indikator": "indicator",
    "from": "from",
    "dari": "from",
    "to": "to",
    "ke": "to",
    "cost": "cost",
    "biaya": "cost",
    "cost_per_level": "cost_per_level",
    "biaya_per_tingkat": "cost_per_level",
    "max": "max",
    "maks": "max",
}
_A_STEP = frozenset({"indicator", "from", "to", "cost"})
_A_LEVEL = frozenset({"indicator", "cost_per_level"})
_FORMS = "indicator,from,to,cost / indicator,cost_per_level[,max]"
_REMARKS = frozenset({"F301", "F306"})
"""What is only remarked on a text table that can be read: its encoding, its delimiter."""


class CostTable(NamedTuple):
    """The costs of a file by the id of an indicator or group, and the faults of the file."""

    rules: Mapping[str, CostRule]
    findings: tuple[Finding, ...] = ()


class _CostRow(NamedTuple):
    line: int
    fields: Mapping[str, str]


def read_costs(path: str, data: bytes, definition: Definition, limits: Limits) -> CostTable:
    """Return the costs in the bytes of a text table; ids may be patterns with ``*``.

    An exact id goes before a pattern, and of patterns the later one.
    """
    try:
        (sheet,), remarks = read_delimited(path, data, limits)
    except RefusedError as error:
        return CostTable({}, error.findings)
    lines: dict[int, dict[int, str]] = {}
    for cell in sheet.cells:
        if cell.value.strip():
            lines.setdefault(cell.row, {})[cell.column] = cell.value.strip()
    faults = [one for one in remarks if one.code not in _REMARKS]
    return _Costs(path, definition, faults, limits).table(lines)


def _is_nearly_known(title: str) -> bool:
    return title.casefold() in _NAMES or suggest(title, _NAMES).name is not None


class _Costs:
    def __init__(
        self, path: str, definition: Definition, faults: list[Finding], limits: Limits
    ) -> None:
        self.path = path
        self.limits = limits
        self.nodes = definition.nodes()
        self.ids, self.names = Ids(self.nodes), Names(self.nodes)
        self.scale = definition.scale
        self.faults = faults
        self.rules: dict[str, CostRule] = {}
        self.ways: dict[str, list[CostLine]] = {}
        self.said: dict[tuple[str, ...], int] = {}

    def table(self, lines: Mapping[int, Mapping[int, str]]) -> CostTable:
        rows = list(self._rows(lines))
        patterns = [row for row in rows if is_pattern(row.fields["indicator"])]
        most = self.limits.patterns
        if len(patterns) > most:
            option = f"--limit patterns={len(patterns)}"
            params = {"seen": len(patterns), "limit": most, "option": option}
            self._fault("D271", patterns[most].line, "", **params)
            return CostTable({}, tuple(self.faults))
        for row in rows:
            self._read(row)
        return CostTable({} if self.faults else self._by_node(), tuple(self.faults))

    def _by_node(self) -> dict[str, CostRule]:
        found: dict[str, CostRule] = {}
        for name, rule in sorted(self.rules.items(), key=lambda one: not one[1].by_pattern):
            whole = rule._replace(lines=tuple(self.ways.get(name, ())))
            found |= dict.fromkeys(self.ids.named(name), whole)
        return found

    def _rows(self, lines: Mapping[int, Mapping[int, str]]) -> Iterator[_CostRow]:
        if not lines:
            self.faults.append(Finding("F401", file=self.path))
            return
        first, *others = sorted(lines)
        if not any(_is_nearly_known(title) for title in lines[first].values()):
            self.faults[:] = [Finding("D282", file=self.path, params={"known": _FORMS})]
            return
        names: dict[int, str] = {}
        for column, title in lines[first].items():
            name = _NAMES.get(title.casefold())
            if name is None or name in names.values():
                self._fault("S711", first, title, known=_FORMS, near=suggest(title, _NAMES))
                return
            names[column] = name
        there = frozenset(names.values())
        if there != _A_STEP and there - {"max"} != _A_LEVEL:
            self._fault(
                "S711", first, ",".join(names.values()), known=_FORMS, near=Suggestion(None)
            )
            return
        for line in others:
            beyond = [value for column, value in lines[line].items() if column not in names]
            fields = {
                names[column]: value for column, value in lines[line].items() if column in names
            }
            lacking = sorted(there - {"from", "max"} - set(fields))
            if beyond or lacking:
                value = ",".join(lines[line].values())
                self._fault("S716", line, value, count=len(lines[line]), columns=len(names))
            else:
                yield _CostRow(line, fields)

    def _read(self, row: _CostRow) -> None:
        name = row.fields["indicator"]
        known = self.ids.named(name)
        numbers = {
            key: self._number(row, key, least=0 if key in {"cost", "cost_per_level"} else None)
            for key in row.fields
            if key != "indicator"
        }
        if not known:
            self._fault("S712", row.line, name, near=self.names.suggest(name))
        if not known or any(number is None for number in numbers.values()):
            return
        is_step = "to" in numbers
        key = (name, *(str(numbers.get(part)) for part in ("from", "to") if is_step))
        if key in self.said:
            self._fault("S715", row.line, name, first=self.said[key])
            return
        self.said[key] = row.line
        if is_step and not self._rises(row, numbers, known):
            return
        wild = name not in self.nodes
        if is_step:
            way = CostLine(numbers.get("from"), _there(numbers["to"]), _there(numbers["cost"]))
            self.ways.setdefault(name, []).append(way)
            self.rules[name] = CostRule(by_pattern=wild)
        else:
            self.rules[name] = CostRule(
                numbers["cost_per_level"], numbers.get("max"), by_pattern=wild
            )

    def _rises(
        self, row: _CostRow, numbers: Mapping[str, Fraction | None], known: tuple[str, ...]
    ) -> bool:
        start, end = numbers.get("from"), _there(numbers["to"])
        tops = [top for node in known if (top := self._top(self.nodes[node])) is not None]
        top = min(tops, default=None)
        if (start is None or start < end) and (top is None or end <= top):
            return True
        self._fault("S714", row.line, row.fields["indicator"], start=start, end=end, top=top)
        return False

    def _top(self, node: Group | Indicator) -> Fraction | None:
        bounds = bounds_of(node.rule) if isinstance(node, Indicator) else self.scale
        return None if bounds is None else bounds[1]

    def _number(self, row: _CostRow, key: str, least: int | None) -> Fraction | None:
        match parse_number(row.fields[key], exponent_allowed=False):
            case Number(value, percent=False) if least is None or value >= least:
                return value
            case TwoReadings(value, _, percent=False) if least is None or value >= least:
                self._fault("S717", row.line, row.fields[key], column_name=key)
            case _:
                self._fault("S713", row.line, row.fields[key], column_name=key)
        return None

    def _fault(self, code: str, line: int, value: str, **params: object) -> None:
        self.faults.append(Finding(code, file=self.path, line=line, value=value, params=params))


def _there(number: Fraction | None) -> Fraction:
    """Return a number of a column that every row fills."""
    assert number is not None, "a column that must be filled"  # noqa: S101 - an invariant
    return number
