"""A row as an agency sends it: a Pydantic model of its columns, with the findings of each.

A row comes here with its cells read (:mod:`~kediri_index.sheets.rows.row`), and only if one has a
fault: Pydantic takes 0.1 s to import. Validators add a finding per fault to the context.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Final, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo
from pydantic_core.core_schema import CoreSchema, with_info_plain_validator_function

from kediri_index.model.dataset import Reading, Said
from kediri_index.model.findings import Finding, Source
from kediri_index.sheets.rows.context import ASKED, CellRead, RowContext, RowRead, RowSubject
from kediri_index.sheets.tables.columns import Column
from kediri_index.sheets.tables.header import Node


class Validation(NamedTuple):
    """The context of one validation: what the row is read with, and the findings so far."""

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
class ValidatedBy:
    """Pydantic takes the value that *validator* returns, whatever its type."""

    validator: Callable[[Any, Info], object]

    def __get_pydantic_core_schema__(self, *_: object) -> CoreSchema:
        """Return the schema that Pydantic's core validates by."""
        return with_info_plain_validator_function(self.validator)


def known_node(subject: RowSubject, info: Info) -> Node | None:
    """X301, X302, X305 or X311 if the row names no indicator or group, X310 if it names two."""
    key, node, others = subject
    validation, place = info.context, key.source
    nodes = validation.context.nodes
    ids = tuple(other.id for other in others)
    if node is not None:
        if others:
            place = key.named or key.source
            validation.add("X310", place, key.name, node, others=ids)
    elif key.code is not None:
        known = (one.id for one in nodes.by_id.values())
        nearest = validation.context.nearest("X301", key.code, known)
        used = validation.context.definition_id
        validation.add("X301", place, key.code, None, nearest=nearest, used=used)
    elif others:
        validation.add("X305", place, key.name, None, ids=ids)
    elif key.name is None:
        validation.add("X311", place, None, None)
    else:
        names = (same[0].label.main for same in nodes.by_name.values())
        nearest = validation.context.nearest("X302", key.name, names)
        validation.add("X302", place, key.name, None, nearest=nearest)
    return node


def number(read: CellRead, info: Info) -> Reading:
    """C105 to C140, C206, C207: the cell is not a number as the definition asks for it.

    C205, C213 and the codes of the scoring method: the number is impossible, or has no score.
    """
    reading, faults = read
    for code, params in faults:
        info.context.add(code, reading.source, reading.text, info.data["node"], **params)
    return reading


def text(said: Said | Finding | None, info: Info) -> Said | None:
    """F414, F417, F439: the row has a unit and a year if the file has none."""
    if not isinstance(said, Finding):
        return said
    info.context.findings.append(said)
    return None


Numbers = tuple[Annotated[Reading, ValidatedBy(number)], ...]
Text = Annotated[Said | None, ValidatedBy(text)]


class RowModel(BaseModel):
    """A row: its indicator or group, and the value of each column.

    The alias of a field is its column, with the headers that name it; what the definition asks of a
    number in it is in :data:`~kediri_index.sheets.rows.context.ASKED`. Findings come in the order
    of the fields. Assessors and evidence may have several columns. A field is not set if the table
    does not have its column.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    node: Annotated[Node | None, ValidatedBy(known_node)]
    self_score: Numbers = Field((), alias=Column.SELF)
    assessor: Numbers = Field((), alias=Column.ASSESSOR)
    target: Numbers = Field((), alias=Column.TARGET)
    measure: Numbers = Field((), alias=Column.MEASURE)
    achievement: Numbers = Field((), alias=Column.ACHIEVEMENT)
    opd: Text = Field(None, alias=Column.OPD)
    evidence: Text = Field(None, alias=Column.EVIDENCE)
    measure_unit: Text = Field(None, alias=Column.MEASURE_UNIT)
    unit: Text = Field(None, alias=Column.UNIT)
    year: Text = Field(None, alias=Column.YEAR)


_FIELDS: Final = {
    Column(one.alias): name for name, one in RowModel.model_fields.items() if one.alias
}


def validated(subject: RowSubject, read: Mapping[Column, object], context: RowContext) -> RowRead:
    """Return the values of a row that was *read*, with all its findings."""
    validation = Validation(context, [])
    row = RowModel.model_validate({"node": subject, **read}, context=validation)
    found = {column: getattr(row, _FIELDS[column]) for column in read}
    readings = {column: found[column] for column in ASKED if column in found}
    said = {column: found[column] for column in found if column not in ASKED}
    return RowRead(row.node, readings, said, tuple(validation.findings))
