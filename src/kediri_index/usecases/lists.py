"""Lists of indicators as workbooks: the empty one, and that of a definition."""

from __future__ import annotations

from typing import NamedTuple

from kediri_index.definition.written import written
from kediri_index.model.definition import Definition
from kediri_index.model.language import Language
from kediri_index.model.limits import Limits
from kediri_index.model.profile import Profile
from kediri_index.sheets.lists.definition import list_of, not_held
from kediri_index.sheets.lists.read import AskedIndex, Reader, read_list
from kediri_index.sheets.lists.writing import empty_list, list_bytes
from kediri_index.sheets.reading.read import read_workbook
from kediri_index.usecases.start import read_definition

_OTHER = ("other", ())


class DefinitionList(NamedTuple):
    """The workbook, and what no list holds: the key of its sentence and the ids it is about."""

    data: bytes
    not_held: tuple[tuple[str, tuple[str, ...]], ...]


def empty_list_bytes(language: Language) -> bytes:
    """Return the workbook that a new index is begun with."""
    return list_bytes(empty_list(language))


def definition_list(
    definition: Definition, profile: Profile | None, language: Language
) -> DefinitionList:
    """Return *definition* as a list of indicators, with the agencies of *profile*.

    It is read back, so that nothing is lost without a word.
    """
    data = list_bytes(list_of(definition, profile, language))
    lacking = tuple(not_held(definition))
    if not lacking and not _reads_back(data, definition):
        lacking = (_OTHER,)
    return DefinitionList(data, lacking)


def _reads_back(data: bytes, definition: Definition) -> bool:
    reader = read_list(read_workbook("", data, Limits()))
    named = AskedIndex(
        definition.id,
        definition.year,
        definition.title,
        definition.source,
        definition.language,
    )
    read = reader.read(named).definition if isinstance(reader, Reader) else None
    yaml = "" if read is None else written(read, (), {}, definition.language)
    return bool(yaml) and read_definition(yaml).sha256 == definition.sha256
