"""What ``definition schema`` came to: the keys of the files that people write, as a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kediri_index.messages.screens.keys import key_text, reference_text
from kediri_index.model.aggregation import Aggregation
from kediri_index.model.keys import Holds, Key, Keys, Method
from kediri_index.present.document import (
    Block,
    Command,
    Document,
    Head,
    Heading,
    Paragraph,
    Section,
    Table,
    TableCell,
    TableOf,
)
from kediri_index.present.formats import Presentation


@dataclass(frozen=True)
class KeysPresentation(Presentation):
    """All keys of *files*, by what they are, and the JSON *schema*; *command* makes the page."""

    files: Callable[[], Mapping[str, Keys]]
    schema: Callable[[], str]
    command: str

    def document(self) -> Document:
        """Return a section a file, with a table of keys for each part of it."""
        made = Command(self.say("explain.made"), self.command)
        sections = [Section("about", "", (Paragraph(self._text("about")), made))]
        sections += [
            Section(name, self._text(f"of.{name}"), tuple(self._file(keys)))
            for name, keys in self.files().items()
        ]
        return Document(self.language, tuple(sections), Head(title=self._text("page")))

    def json(self) -> str:
        """Return the JSON Schema."""
        return self.schema()

    def _file(self, keys: Keys) -> Iterator[Block]:
        for part in keys.parts:
            if part is not keys.parts[0]:
                yield Heading(3, part.name)
            yield Paragraph(key_text(part.name, self.language))
            yield self._keys([("", key) for key in part.keys])
            if part.name == "score":
                yield from self._methods(keys.methods)
        if keys.aggregations:
            yield Heading(3, "aggregate")
            yield Paragraph(self._text("aggregate"))
            table = TableOf(keys.aggregations)
            table.column(self._text("column.form"), lambda one: TableCell(one.form(), code=True))
            table.column(self._text("column.meaning"), self._aggregation)
            yield table.made("aggregations")

    def _methods(self, methods: Iterable[Method]) -> Iterator[Block]:
        yield Heading(3, "method")
        yield Paragraph(self._text("method"))
        table = TableOf(methods)
        table.column(self._text("column.method"), lambda one: TableCell(one.name, code=True))
        table.column(self._text("column.meaning"), lambda one: key_text(one.name, self.language))
        table.column(self._text("column.reads"), lambda one: self._text(f"reads.{one.reads}"))
        table.column(self._text("column.outside"), lambda one: TableCell(one.outside, code=True))
        table.column(self._text("column.example"), lambda one: TableCell(one.example, code=True))
        yield table.made("methods")
        yield self._keys([(method.name, key) for method in methods for key in method.parameters])

    def _keys(self, keys: Iterable[tuple[str, Key]]) -> Table:
        """Return a row a key; parameters have their method before them."""
        table = TableOf(keys)
        of_methods = any(method for method, _ in table.rows)
        name = self._text("column.parameter" if of_methods else "column.key")
        table.column(
            self._text("column.method"), lambda row: TableCell(row[0], code=True), sparse=True
        )
        table.column(name, lambda row: TableCell(row[1].name, code=True), header=True)
        table.column(self._text("column.meaning"), lambda row: key_text(row[1].text, self.language))
        table.column(self._text("column.holds"), lambda row: self._holds(row[1].holds))
        table.column(self._text("column.default"), lambda row: self._default(row[1]))
        table.column(self._text("column.example"), lambda row: TableCell(row[1].example, code=True))
        return table.made("keys")

    def _aggregation(self, one: type[Aggregation]) -> str:
        examples = one.takes.examples if one.takes else ()
        return self.phrase(one.title, parameter=" / ".join(examples))

    def _default(self, key: Key) -> TableCell:
        if key.default is not None:
            return TableCell(key.default, code=True)
        return TableCell(self._text("required") if key.required else "")

    def _holds(self, holds: Holds) -> TableCell:
        """Return what may stand at a key; a part leads to where its keys are."""
        what = holds.part or ", ".join(holds.values) or self._text(f"holds.{holds.word}")
        if holds.low is not None and not holds.part and not holds.values:
            key = "holds.from" if holds.high is None else "holds.between"
            what = self._text(key, what=what, low=holds.low, high=holds.high)
        if holds.key is not None:
            name = self._text(f"holds.{holds.key}").partition(":")[0]
            what = self._text("holds.mapping", name=name, what=what)
        if holds.many:
            what = self._text("holds.many", what=what)
        alone = bool(holds.values) and not (holds.many or holds.key)
        return TableCell(what, link=holds.part or "", code=alone)

    def _text(self, key: str, **params: object) -> str:
        return reference_text(key, self.language, **params)
