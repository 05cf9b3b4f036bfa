"""A row as an agency sends it, a Pydantic model: what each column may hold, and what is a finding.

Validation makes a row of all that can be read. Each fault is a finding in the context, and leaves
an unreadable reading: values and findings come from one pass. Rows without findings are read
without the model (:mod:`~kediri_index.workbook.row`): Pydantic takes a while to import.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Final, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo
from pydantic_core.core_schema import CoreSchema, with_info_plain_validator_function

from kediri_index.model.dataset import Reading, Said
from kediri_index.model.findings import Finding
from kediri_index.model.names import exact
from kediri_index.model.places import Source
from kediri_index.model.scoring import Fault, Range
from kediri_index.workbook.cell_values import Located
from kediri_index.workbook.columns import Column
from kediri_index.workbook.row import (
    ASKED,
    Asked,
    Key,
    Node,
    RowContext,
    RowRead,
    achievement_asked,
    read_cell,
    read_text,
    read_whose,
    result_asked,
    score_asked,
    target_asked,
)


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
    """A field is what *read* makes of its cell; Pydantic need not know the type of that."""

    read: Callable[[Any, Info], object]

    def __get_pydantic_core_schema__(self, *_: object) -> CoreSchema:
        """Return the schema that Pydantic's core validates by."""
        return with_info_plain_validator_function(self.read)


def named(key: Key, info: Info) -> Node | None:
    """Return the indicator or group that a row names; X301, X302, X305, X311 where there is none.

    A name that is another's than the code's is X310, but for a group's beside an indicator's code,
    or the reverse.
    """
    context, place = info.context.context, key.located.source
    node = key.beyond_doubt(context)
    if node is not None:
        return node
    by_name = context.by_name.get(exact(key.name), ()) if key.name is not None else ()
    if key.code is not None:
        node = context.nodes.get(key.code.casefold())
        others = tuple(other.id for other in by_name if type(other) is type(node))
        if node is None:
            known = (one.id for one in context.nodes.values())
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
        names = (nodes[0].label.main for nodes in context.by_name.values())
        nearest = context.nearest("X302", key.name, names)
        info.context.add("X302", place, key.name, None, nearest=nearest)
    return None


def number(asked_of: Callable[[Node | None, Range | None], Asked]) -> Read:
    """C105 to C140, C206, C207: the cell holds a number as it is asked for, or says why not.

    C205, C213 and those of the scoring method: the number is possible, and has a score.
    """

    def validate(cell: Located, info: Info) -> Reading:
        node, (context, _) = info.data["node"], info.context
        reading, faults = read_cell(cell, node, asked_of(node, context.scale), context)
        for code, params in faults:
            info.context.add(code, cell.source, reading.text, node, **params)
        return reading

    return Read(validate)


def text(cells: Sequence[Located], _info: Info) -> Said | None:
    """Return what the first filled cell says."""
    return read_text(cells)


def whose(column: Column) -> Read:
    """F414, F417, F439: the row says whose it is, where the file does not."""

    def validate(cells: Sequence[Located], info: Info) -> Said | None:
        (cell,) = cells
        said = read_whose(cell, column, info.context.context)
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
    """What a row says: the indicator or group that it is about, and what stands in each column.

    The alias of a field is its column, which has the headers that name it. The fields are in the
    order in which the findings of a row are told. Of assessors and evidence there may be several
    columns. A column that the table does not have is not set.
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
    unit: Annotated[Said | None, whose(Column.UNIT)] = Field(None, alias=Column.UNIT)
    year: Annotated[Said | None, whose(Column.YEAR)] = Field(None, alias=Column.YEAR)


_FIELDS: Final = {Column(one.alias): name for name, one in Row.model_fields.items() if one.alias}


def validated(key: Key, cells: Mapping[Column, Sequence[Located]], context: RowContext) -> RowRead:
    """Return what a row says by its model, with all that is wrong with it."""
    validation = Validation(context, [])
    row = Row.model_validate({"node": key, **cells}, context=validation)
    found = {column: getattr(row, _FIELDS[column]) for column in cells}
    readings = {column: found[column] for column in ASKED if column in found}
    said = {column: found[column] for column in found if column not in ASKED}
    return RowRead(row.node, readings, said, tuple(validation.findings))
