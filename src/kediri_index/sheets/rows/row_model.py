"""A row as an agency sends it: a Pydantic model of its columns, with the findings of each.

One pass gives all values and all findings of a row: a validator adds findings to the context and
returns an unreadable reading. :mod:`~kediri_index.sheets.rows.row` reads rows without findings,
since Pydantic takes 0.1 s to import.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Final, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo
from pydantic_core.core_schema import CoreSchema, with_info_plain_validator_function

from kediri_index.model.dataset import Reading, Said
from kediri_index.model.findings import Finding, Source
from kediri_index.model.scoring import Fault, Range
from kediri_index.model.text import exact
from kediri_index.sheets.cell_values import Located
from kediri_index.sheets.rows.row import (
    ASKED,
    Asked,
    Key,
    RowContext,
    RowRead,
    achievement_asked,
    read_cell,
    read_text,
    read_unit_or_year,
    result_asked,
    score_asked,
    target_asked,
)
from kediri_index.sheets.tables.columns import Column
from kediri_index.sheets.tables.header import Node


class Validation(NamedTuple):
    """The context of one validation: what the row is read against, and the findings so far."""

    context: RowContext
    findings: list[Finding]

    def add(
        self, code: str, source: Source, text: str | None, node: Node | None, **params: object
    ) -> None:
        """Add a finding on a cell."""
        indicator = node.id if node else None
        self.findings.append(Finding.at_cell(code, source, text, indicator, **params))


Info = ValidationInfo[Validation]


@dataclass(frozen=True)
class Read:
    """Pydantic takes the value that *read* returns, whatever its type."""

    read: Callable[[Any, Info], object]

    def __get_pydantic_core_schema__(self, *_: object) -> CoreSchema:
        """Return the schema that Pydantic's core validates by."""
        return with_info_plain_validator_function(self.read)


def named(key: Key, info: Info) -> Node | None:
    """Return the indicator or group of a row; X301, X302, X305 or X311 if there is none.

    X310 if the name belongs to another code. A group's name beside an indicator's code is allowed,
    and an indicator's beside a group's.
    """
    context, place = info.context.context, key.located.source
    node = key.beyond_doubt(context)
    if node is not None:
        return node
    by_name = context.nodes.by_name.get(exact(key.name), ()) if key.name is not None else ()
    if key.code is not None:
        node = context.nodes.get(key.code)
        others = tuple(other.id for other in by_name if type(other) is type(node))
        if node is None:
            known = (one.id for one in context.nodes.by_id.values())
            nearest, used = context.nearest("X301", key.code, known), context.definition_id
            info.context.add("X301", place, key.code, None, nearest=nearest, used=used)
        elif others:
            place = (key.named or key.located).source
            info.context.add("X310", place, key.name, node, others=others)
        return node
    if by_name:
        info.context.add("X305", place, key.name, None, ids=tuple(node.id for node in by_name))
    elif key.name is None:
        info.context.add("X311", place, None, None)
    else:
        names = (nodes[0].label.main for nodes in context.nodes.by_name.values())
        nearest = context.nearest("X302", key.name, names)
        info.context.add("X302", place, key.name, None, nearest=nearest)
    return None


def number(asked_of: Callable[[Node | None, Range | None], Asked]) -> Read:
    """C105 to C140, C206, C207: the cell is not a number as the definition asks for it.

    C205, C213 and the codes of the scoring method: the number is impossible, or has no score.
    """

    def validate(cell: Located, info: Info) -> Reading:
        node, (context, _) = info.data["node"], info.context
        reading, faults = read_cell(cell, node, asked_of(node, context.scale), context)
        for code, params in faults:
            info.context.add(code, cell.source, reading.text, node, **params)
        return reading

    return Read(validate)


def text(cells: Sequence[Located], _info: Info) -> Said | None:
    """Return the text of the first filled cell."""
    return read_text(cells)


def unit_or_year(column: Column) -> Read:
    """F414, F417, F439: the row has a unit and a year if the file has none."""

    def validate(cells: Sequence[Located], info: Info) -> Said | None:
        (cell,) = cells
        said = read_unit_or_year(cell, column, info.context.context)
        if not isinstance(said, Fault):
            return said
        seen = cell.cell.value if cell.cell is not None and said.params else None
        info.context.add(said.code, cell.source, seen, None, **said.params)
        return None

    return Read(validate)


Text = Annotated[Said | None, Read(text)]
Score = Annotated[Reading, number(score_asked)]
Target = Annotated[Reading, number(target_asked)]
Result = Annotated[Reading, number(result_asked)]
Achievement = Annotated[Reading, number(achievement_asked)]


class Row(BaseModel):
    """A row: its indicator or group, and the value of each column.

    The alias of a field is its column, with the headers that name it. Findings come in the order of
    the fields. Assessors and evidence may have several columns. A field is not set if the table
    does not have its column.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    node: Annotated[Node | None, Read(named)]
    self_score: tuple[Score, ...] = Field((), alias=Column.SELF)
    assessor: tuple[Score, ...] = Field((), alias=Column.ASSESSOR)
    target: tuple[Target, ...] = Field((), alias=Column.TARGET)
    measure: tuple[Result, ...] = Field((), alias=Column.MEASURE)
    achievement: tuple[Achievement, ...] = Field((), alias=Column.ACHIEVEMENT)
    opd: Text = Field(None, alias=Column.OPD)
    evidence: Text = Field(None, alias=Column.EVIDENCE)
    measure_unit: Text = Field(None, alias=Column.MEASURE_UNIT)
    unit: Annotated[Said | None, unit_or_year(Column.UNIT)] = Field(None, alias=Column.UNIT)
    year: Annotated[Said | None, unit_or_year(Column.YEAR)] = Field(None, alias=Column.YEAR)


_FIELDS: Final = {Column(one.alias): name for name, one in Row.model_fields.items() if one.alias}


def validated(key: Key, cells: Mapping[Column, Sequence[Located]], context: RowContext) -> RowRead:
    """Return the values of a row by its model, with all its findings."""
    validation = Validation(context, [])
    row = Row.model_validate({"node": key, **cells}, context=validation)
    found = {column: getattr(row, _FIELDS[column]) for column in cells}
    readings = {column: found[column] for column in ASKED if column in found}
    said = {column: found[column] for column in found if column not in ASKED}
    return RowRead(row.node, readings, said, tuple(validation.findings))
