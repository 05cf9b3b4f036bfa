"""A file as it was probably meant: its slips one after the other, each with its correction.

Where the parser cannot go on, the lines there are corrected one way after the other until it can;
where it can, what is read as the wrong thing is. So one fault does not hide the next.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

import yaml

from kediri_index.definition import line_repairs
from kediri_index.definition.line_repairs import LineRepair
from kediri_index.definition.reading import read
from kediri_index.definition.shapes import fields_of
from kediri_index.definition.source import (
    MarkedMapping,
    decoded,
    events,
    forbidden_in,
    of_encoding,
    tree_of,
)
from kediri_index.definition.specs import DefinitionSpec, ProfileSpec, fields_of_score
from kediri_index.definition.value_repairs import (
    ENDINGS,
    Edit,
    Place,
    TextValues,
    lines_of,
    says_something,
)
from kediri_index.definition.words import KEY_WORDS
from kediri_index.model.dataset import SourceFile
from kediri_index.model.findings import Finding, Mark
from kediri_index.model.limits import Limits
from kediri_index.scoring.methods import METHODS

LARGEST = 300_000
"""Signs of a file that people write by hand; a larger one is not looked at."""
MOST_FAULTS = 3_000
"""Of a file with more, each of which is looked at long, none is taken for a slip."""
_WORK = 6_000_000
"""Signs that the parser reads again for one file."""
_ROUNDS = 12
_TAB_WIDTHS = (2, 4, 8)


_OF_ONE_VALUE = frozenset(
    {"D006", "D007", *(f"D{number}" for number in (103, *range(106, 116), 118, 121))}
)
"""Codes that hold wherever in the file the value stands, and that the rest is not read."""


_GUESSED = frozenset({"D713", "D714"})


class Corrected(NamedTuple):
    """What a file was probably meant to say, and each slip, as it stands in the file *written*.

    *text* is all of it, *sure* as far as that is certain; in *written* nothing is corrected.
    *doubtful* tells whether anything in *text* is not certain.
    """

    written: str
    text: str
    sure: str
    slips: tuple[Finding, ...]
    doubtful: bool


def corrected(file: SourceFile, kind: Any, limits: Limits) -> Corrected | None:  # noqa: ANN401 - any spec
    """Return what *file* was probably meant to say, None where it is no text of YAML.

    One that is larger than people write is not looked at either.
    *kind* is what stands at its top, None where only its YAML is looked at.
    """
    text, encoding, wrong = decoded(file.data)
    if text is None or len(text) > LARGEST or forbidden_in(text):
        return None
    correction = _Correction(text, file.path, limits)
    if encoding is not None:
        correction.add(of_encoding(file.data, file.path, encoding, wrong))
    for _ in range(_ROUNDS):
        if not (correction.lines_repaired() and kind and correction.values_repaired(kind)):
            break
    return correction.made()


def with_slips(found: Mapping[str, Corrected], findings: Iterable[Finding]) -> list[Finding]:
    """Return the slips *found*, by file, and what of *findings* on the corrected files holds.

    Where a correction is doubtful, only what is said of a single value in another line holds.
    """
    doubtful = any(one.doubtful for one in found.values())
    slips = [slip for one in found.values() for slip in one.slips]
    guessed = {(one.file, one.line) for one in slips if one.code in _GUESSED}
    held = [
        one
        for one in findings
        if (one.file, one.line) not in guessed and (not doubtful or one.code in _OF_ONE_VALUE)
    ]
    lines = {file: (lines_of(one.text), lines_of(one.written)) for file, one in found.items()}
    for one in held:
        now, written = lines.get(one.file or "", ((), ()))
        at = (one.line or 0) - 1
        if one.column is not None and 0 <= at < min(len(now), len(written)):
            column = _column(now[at], written[at], one.column)
            slips.append(one._replace(column=column))
        else:
            slips.append(one)
    return slips


def as_meant(
    file: SourceFile,
    kind: Any,  # noqa: ANN401 - any spec
    findings: list[Finding],
    read_again: Callable[[SourceFile], list[Finding]],
    limits: Limits,
) -> list[Finding]:
    """Return *findings* on *file* with its slips, and what is wrong when those are corrected.

    So no slip hides what else is wrong, and what only follows from one is no finding.
    """
    found = corrected(file, kind, limits) if len(findings) <= MOST_FAULTS else None
    if found is None or not found.slips:
        return findings
    left = read_again(SourceFile(file.path, found.text.encode()))
    return with_slips({file.path: found}, left)


def silent_slips(file: SourceFile, kind: Any, limits: Limits) -> tuple[Finding, ...]:  # noqa: ANN401 - any spec
    """Return what is read as something else than was meant in a *file* without a fault."""
    found = corrected(file, kind, limits)
    return () if found is None else found.slips


class _Correction:
    """The lines of a file as they are corrected so far."""

    def __init__(self, text: str, file: str, limits: Limits) -> None:
        self._file, self._limits = file, limits
        self._written = lines_of(text)
        self._now = list(self._written)
        self._sure = list(self._written)
        self._slips: list[tuple[Finding, int | None]] = []
        self._doubtful = False
        self._room = _WORK

    def made(self) -> Corrected:
        """Return what it came to; each slip with the line as it should be written."""
        slips = tuple(self._with_line(*slip) for slip in self._slips)
        written, now, sure = ("".join(one) for one in (self._written, self._now, self._sure))
        return Corrected(written, now, sure, slips, self._doubtful)

    def _with_line(self, finding: Finding, line: int | None) -> Finding:
        if line is None:
            return finding
        params = {**finding.params, "corrected": self._now[line].strip()}
        return finding._replace(params=params)

    def add(self, finding: Finding, line: int | None = None) -> None:
        """Add a *finding* whose correction stands in *line*, if it has one there."""
        self._slips.append((finding, line))

    def lines_repaired(self) -> bool:
        """Repair lines until the parser comes to the end; return whether it does."""
        while (failure := self._failure(self._now)) is not None:
            found = self._tabs_repaired(failure) or self._repaired(failure)
            if not found or self._room < 0:
                return False
        return True

    def _failure(self, lines: list[str]) -> tuple[Place, int] | None:
        """Return where the parser ends too early, and the line where what it read there began."""
        text = "".join(lines)
        self._room -= len(text)
        try:
            for _ in events(text):
                pass
        except yaml.MarkedYAMLError as error:
            place, begun = _place_of(error.problem_mark), error.context_mark
            if begun is None:
                return place, place.line
            in_quotes = error.context == _IN_QUOTES  # all behind it is unread
            return _place_of(begun) if in_quotes else place, begun.line
        return None

    def _repaired(self, failure: tuple[Place, int]) -> bool:
        """Repair one line by which the parser comes further; return whether there is one."""
        near = self._near(*failure)
        best: tuple[Place, int, LineRepair] | None = None
        for make in self._makers(failure[0].line):
            for at in near:
                line, end = _cut(self._now[at])
                if len(line) > line_repairs.LONGEST:
                    continue
                for repair in make(line):
                    lines = [*self._now]
                    lines[at] = repair.line + end
                    after = self._failure(lines)
                    if (
                        after is None
                        or after[0].line > max(failure[0].line, at)
                        or (at < failure[0].line and self._opens(after[0], failure[0].line))
                    ):
                        self._take(at, repair, end)
                        return True
                    if after[0] > failure[0] and (best is None or after[0] > best[0]):
                        best = after[0], at, repair
                    if self._room < 0:
                        return False
        if best is not None and best[2].certain:
            self._take(best[1], best[2], _cut(self._now[best[1]])[1])
            return True
        return False

    def _opens(self, place: Place, line: int) -> bool:
        """Return whether the mark at *place* in *line* opens a text, which was taken for an end."""
        return place.line == line and self._now[line][place.column : place.column + 1] in {'"', "'"}

    def _makers(self, line: int) -> Iterator[Callable[[str], Iterator[LineRepair]]]:
        yield line_repairs.odd_space
        yield line_repairs.curly_quotes
        yield line_repairs.hyphen
        yield partial(line_repairs.colon, keys=known_words())
        beside = [_cut(one)[0] for one in self._now[max(0, line - 2) : line + 3]]
        yield partial(line_repairs.level, beside=beside)
        yield line_repairs.quotes
        yield line_repairs.unclosed
        yield partial(line_repairs.indented, widths=self._widths(line))

    def _near(self, failure: Place, begun: int) -> tuple[int, ...]:
        """Return the lines that may be at fault: there, above it, and where a quote was opened."""
        last = min(failure.line, len(self._now) - 1)
        above = [at for at in range(last - 1, -1, -1) if says_something(self._now[at])][:1]
        lines = range(last, -1, -1)
        opened = (
            at
            for mark in "\"'"
            for at in [at for at in lines if self._now[at].count(mark) % 2][:_OPENED]
        )
        return tuple(dict.fromkeys((last, *above, begun, *opened)))

    def _widths(self, line: int) -> set[int]:
        """Return the columns in which the lines above *line* begin, behind their hyphens too."""
        found: set[int] = set()
        for one in self._now[max(0, line - _ABOVE) : line]:
            if says_something(one):
                text = one.lstrip(" ")
                found |= {len(one) - len(text), len(one) - len(text.lstrip("- "))}
        return found

    def _take(self, at: int, repair: LineRepair, end: str) -> None:
        column = _column(self._now[at], self._written[at], repair.column + 1)
        mark = Mark(self._file, at + 1, column)
        self._change(at, repair.line + end, certain=repair.certain)
        self._doubtful |= not (repair.certain or repair.within)
        finding = Finding.at_mark(repair.code, mark, repair.value)
        self.add(finding._replace(params=repair.params), at)

    def _change(self, at: int, line: str, *, certain: bool) -> None:
        if certain and self._sure[at] == self._now[at]:
            self._sure[at] = line
        self._now[at] = line

    def _tabs_repaired(self, failure: tuple[Place, int]) -> bool:
        """Put blanks in place of tabs before texts; return whether there were any near *failure*.

        It is certain where all widths of a tab with which the parser comes furthest mean the same.
        """
        if not any(_TAB.match(self._now[at]) for at in self._near(*failure)):
            return False
        tried: dict[int, tuple[Place, list[tuple[object, ...]]]] = {}
        for width in _TAB_WIDTHS:
            lines = [_without_tabs(line, width) for line in self._now]
            tried[width] = self._read_so_far(lines)
        furthest = max(place for place, _ in tried.values())
        good = [width for width, (place, _) in tried.items() if place == furthest]
        certain = all(tried[width][1] == tried[good[0]][1] for width in good)
        for at, line in enumerate(self._now):
            if (tab := _TAB.match(line)) is not None:
                repair = LineRepair("", "D703", len(tab[0]) - 1, None, certain=certain)
                new, end = _cut(_without_tabs(line, good[0]))
                self._take(at, repair._replace(line=new), end)
        return True

    def _read_so_far(self, lines: list[str]) -> tuple[Place, list[tuple[object, ...]]]:
        text = "".join(lines)
        self._room -= len(text)
        seen: list[tuple[object, ...]] = []
        try:
            seen.extend((type(one), getattr(one, "value", None)) for one in events(text))
        except yaml.MarkedYAMLError as error:
            return _place_of(error.problem_mark), seen
        return Place(len(lines), 0), seen

    def values_repaired(self, kind: Any) -> bool:  # noqa: ANN401 - any spec
        """Repair keys and values that are read as something else; return whether there were any."""
        text = "".join(self._now)
        self._room -= len(text)
        if self._room < 0:
            return False
        tree = tree_of(text, self._file, self._limits)
        if not isinstance(tree.root, MarkedMapping):
            return False
        found = [*tree.findings, *read(kind, tree.root)[1]]
        if len(found) > MOST_FAULTS:
            return False
        values = TextValues(text)
        faulty = {Place(one.line - 1, one.column - 1) for one in found if one.line and one.column}
        found += values.silent(self._file, faulty)
        taken: list[tuple[Finding, list[Edit]]] = []
        touched: set[tuple[int, int]] = set()
        for finding in found:
            edits = values.edits(finding)
            places = {(edit.line, edit.start) for edit in edits}
            if edits and not places & touched:
                taken.append((finding, edits))
                touched |= places
        for finding, edits in taken:
            line, column = finding.line or 1, finding.column or 1
            own = _column(self._now[line - 1], self._written[line - 1], column)
            self.add(finding._replace(column=own), edits[0].line)
        for at, start, end, new in sorted((one for _, own in taken for one in own), reverse=True):
            text_now = self._now[at]
            self._change(at, text_now[:start] + new + text_now[end:], certain=True)
        return bool(taken)


_IN_QUOTES = "while scanning a quoted scalar"
"""What the parser was at where the file ends in quotation marks."""
_OPENED = 2
"""Where a mark ends that was opened in another line, either may lack its end."""
_ABOVE = 50
"""Lines above one whose columns are tried for it."""
_TAB = re.compile(r"[ \-]*\t")
_LEADING = re.compile(r"([ \t]*)((?:-[ \t]+)*)")


def _place_of(mark: yaml.Mark | yaml._yaml.Mark | None) -> Place:
    assert mark is not None  # noqa: S101 - for mypy: the parser says where it stops
    return Place(mark.line, mark.column)


def _without_tabs(line: str, width: int) -> str:
    found = _LEADING.match(line)
    if found is None or "\t" not in found[0]:
        return line
    before, hyphens = found[1].replace("\t", " " * width), re.sub(r"[ \t]+", " ", found[2])
    return before + hyphens + line[found.end() :]


def _cut(line: str) -> tuple[str, str]:
    text = line.rstrip(ENDINGS)
    return text, line[len(text) :]


def _column(line: str, other: str, column: int) -> int:
    """Return the *column* of *line* in *other*, which differs from it in one place."""
    if line == other:
        return column
    most = min(len(line), len(other))
    same = next((at for at in range(most) if line[at] != other[at]), most)
    if column <= same + 1:
        return column
    tail = next((at for at in range(most) if line[-1 - at] != other[-1 - at]), most)
    tail = min(tail, most - same)
    if column > len(line) - tail:
        return column + len(other) - len(line)
    return min(column, len(other) - tail + 1)


def known_words() -> frozenset[str]:
    """Return every key that may stand in a definition or a profile, in English and Indonesian."""
    found = {*KEY_WORDS, *(key for method in METHODS.values() for key in fields_of_score(method))}
    left: list[Any] = [DefinitionSpec, ProfileSpec]
    seen: list[Any] = []
    while left:
        seen.append(left.pop())
        for key, one in fields_of(seen[-1]).items():
            found.add(key)
            shapes = (one.shape, one.shape.items, one.shape.values)
            parts = {shape.part for shape in shapes if shape is not None and shape.part is not None}
            left += parts.difference(seen, left)
    return frozenset(found)
