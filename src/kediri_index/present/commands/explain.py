"""What codes mean: each with its example, or a list of all of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from kediri_index.messages.catalogue import (
    CATALOGUE,
    general_message_of,
    general_repair_of,
    message_of,
    related_codes,
    repair_of,
)
from kediri_index.messages.findings.archive import ABOUT_ARCHIVES
from kediri_index.model.findings import Example, ExplainedCode, Family, Grid, Lines, family_of
from kediri_index.model.language import Language
from kediri_index.present.document import (
    Block,
    ColumnKind,
    Command,
    Document,
    Head,
    Heading,
    LabelledText,
    LabelledTexts,
    Paragraph,
    Section,
    Table,
    TableCell,
    TableOf,
    Tone,
)
from kediri_index.present.envelope import Json, envelope
from kediri_index.present.findings import grid_table
from kediri_index.present.formats import Presentation


@dataclass(frozen=True)
class ExplainPresentation(Presentation):
    """The codes that were asked for; where there are none, all: a list, or a page that explains.

    *look_up* finds codes with their examples, which takes a while for all of them.
    """

    codes: tuple[str, ...]
    look_up: Callable[[Iterable[str]], Sequence[ExplainedCode]]

    def document(self) -> Document:
        """Return a section a code, or the page of all codes."""
        if not self.codes:
            return self._reference(self.look_up(sorted(CATALOGUE)))
        sections = tuple(
            Section(one.code, self._heading(one.code), tuple(self._blocks(one)))
            for one in self.look_up(self.codes)
        )
        return Document(self.language, sections)

    def screen(self) -> Document:
        """Return a section a code, or a table a family."""
        if self.codes:
            return self.document()
        return Document(
            self.language,
            tuple(
                Section(family, self._family(family), (self._list(codes),))
                for family, codes in _by_family()
            ),
        )

    def json(self) -> str:
        """Return the envelope: each code, those asked for with texts and example."""
        codes: list[dict[str, Json]] = [
            {
                **self._json(one.code),
                "message": self._message(one),
                "hint": self._repair(one),
                "related": list(related_codes(one.code)),
                "example": _example(one),
            }
            for one in self.look_up(self.codes)
        ]
        if not self.codes:
            codes = list(map(self._json, sorted(CATALOGUE)))
        return envelope("explain", None, (), {"codes": codes}, (), self.language)

    def next(self) -> Iterator[str]:
        """Yield how to have one code explained."""
        if not self.codes:
            yield self.say("explain.more", code="C121")

    def _blocks(self, one: ExplainedCode) -> Iterator[Block]:
        code = one.code
        kind = "archive" if code in ABOUT_ARCHIVES else CATALOGUE[code].severity
        yield Paragraph(f"{self._family(family_of(code))}. {self.say(f'weight.{kind}')}")
        yield from self._texts(one)
        related = [
            LabelledText("" if at else self.say("explain.related"), f"{other} {self._title(other)}")
            for at, other in enumerate(related_codes(code))
        ]
        if related:
            yield LabelledTexts(tuple(related))
        if one.example is not None and one.folder:
            label = self.say("explain.try", folder=one.folder)
            yield Command(label, _command(one.example))

    def _texts(self, one: ExplainedCode) -> Iterator[Block]:
        """Yield the message, the repair and the example, with what is seen there."""
        place = self.say("explain.none") if one.example is None else _place(one.example)
        said = {"message": self._message(one), "repair": self._repair(one), "example": place}
        yield LabelledTexts(
            tuple(LabelledText(self.say(f"explain.{key}"), text) for key, text in said.items())
        )
        if isinstance(one.excerpt, Grid):
            yield grid_table(one.excerpt)
        elif one.excerpt is not None:
            yield one.excerpt._replace(lines=tuple(map(_seen, one.excerpt.lines)))

    def _list(self, codes: Sequence[str]) -> Table:
        table = TableOf(codes)
        table.column("", lambda code: TableCell(code, tone=Tone.MUTED), ColumnKind.CODE)
        table.column("", self._severity)
        table.column("", self._title)
        return table.made("codes")

    def _reference(self, explained: Sequence[ExplainedCode]) -> Document:
        """Return the page of all codes, family by family."""
        every = {one.code: one for one in explained}
        made = f"kediri-index explain --format md --lang {self.language}"
        about = (
            Paragraph(self.say("explain.about")),
            Command(self.say("explain.made"), made),
            self._overview(),
        )
        sections = [Section("families", "", about)]
        for family, codes in _by_family():
            blocks: list[Block] = [self._index(codes)]
            for code in codes:
                weight = f"{self._title(code)} · {self._severity(code)}"
                blocks += [Heading(3, code), Paragraph(weight, strong=True)]
                blocks += self._texts(every[code])
            sections.append(Section(family, self._family(family), tuple(blocks)))
        return Document(self.language, tuple(sections), Head(title=self.say("explain.page")))

    def _overview(self) -> Table:
        """Return a table of the families, each with its codes from the first to the last."""
        table = TableOf(_by_family())
        table.column(
            self.say("explain.column.family"),
            lambda row: TableCell(
                self._family(row[0]), link=self._family(row[0]).lower().replace(" ", "-")
            ),
        )
        table.column(
            self.say("explain.column.codes"),
            lambda row: "–".join(dict.fromkeys((row[1][0], row[1][-1]))),
        )
        table.column(
            self.say("explain.column.count"), lambda row: str(len(row[1])), ColumnKind.COUNT
        )
        return table.made("families")

    def _index(self, codes: Sequence[str]) -> Table:
        """Return a table of the codes, each linked to where it is explained."""
        table = TableOf(codes)
        table.column(
            self.say("explain.column.code"), lambda code: TableCell(code, link=code.lower())
        )
        table.column(self.say("explain.column.title"), self._title)
        table.column(self.say("explain.column.severity"), self._severity)
        return table.made("codes")

    def _heading(self, code: str) -> str:
        return f"{code} · {self._title(code)}"

    def _family(self, family: Family) -> str:
        return self.say(f"family.{family}")

    def _title(self, code: str) -> str:
        entry = CATALOGUE[code]
        return entry.title_en if self.language is Language.EN else entry.title_id

    def _severity(self, code: str) -> str:
        return self.say(f"severity.{CATALOGUE[code].severity}")

    def _message(self, one: ExplainedCode) -> str:
        """Return the message as it reads in the example, else with its figures left open."""
        if one.finding is None:
            return general_message_of(one.code, self.language)
        return message_of(one.finding, self.language)

    def _repair(self, one: ExplainedCode) -> str:
        """Return what to do, likewise."""
        if one.finding is None:
            return general_repair_of(one.code, self.language)
        return repair_of(one.finding, self.language)

    def _json(self, code: str) -> dict[str, Json]:
        return {
            "code": code,
            "severity": CATALOGUE[code].severity.value,
            "family": family_of(code).value,
            "title": self._title(code),
        }


def _by_family() -> Iterator[tuple[Family, list[str]]]:
    for family in Family:
        yield family, [code for code in sorted(CATALOGUE) if family_of(code) is family]


def _place(example: Example) -> str:
    """Return where the finding stands: file, sheet and cell, or line and column."""
    parts = [example.file, example.sheet, example.cell]
    if example.line is not None:
        parts.append(f"{example.line}:{example.column}" if example.column else str(example.line))
    return " · ".join(part for part in parts if part)


def _command(example: Example) -> str:
    """Return the command to type in the examples' folder."""
    return f"kediri-index {example.command} {example.arguments}"


def _example(one: ExplainedCode) -> Json:
    example = one.example
    if example is None:
        return None
    return {
        "folder": one.folder,
        "files": one.files,
        "command": _command(example),
        "file": example.file,
        "sheet": example.sheet,
        "cell": example.cell,
        "line": example.line,
        "column": example.column,
        "value": example.value,
        "excerpt": _excerpt(one.excerpt),
    }


def _seen(line: str) -> str:
    """Return *line* with a mark for each blank that looks like a space and is none."""
    return re.sub(r"[^\S \t]", "·", line)


def _excerpt(excerpt: Grid | Lines | None) -> Json:
    match excerpt:
        case Grid(columns, rows):
            return {
                "columns": columns,
                "rows": [{"row": row.number, "cells": list(row.cells)} for row in rows],
            }
        case Lines(first, lines):
            return {"first_line": first, "lines": list(lines)}
    return None
