"""The wording of reports: names, cells, columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from pathlib import PurePath
from typing import TypeVar

from kediri_index.agencies.assignment import opd_of_leaves
from kediri_index.model.dataset import InputFile
from kediri_index.model.definition import Group, Indicator
from kediri_index.model.findings import Source
from kediri_index.model.language import Language
from kediri_index.model.profile import Profile, opd_names
from kediri_index.model.scores import GroupResult, ScoreOutcome, UnitResult
from kediri_index.model.yearly import Yearly
from kediri_index.present.charts.legend import ScaleFrame
from kediri_index.present.document import ColumnKind, TableCell, TableColumn, TableOf, Tone
from kediri_index.present.wording import ScoreWording
from kediri_index.scoring.rounding import round_half_up

_Row = TypeVar("_Row")

NOTHING = "–"
_OF_BOTH = ("S305", "S6")
"""The codes of findings on last year's data."""
_MORE_DECIMALS = 2
"""Parts of a change, and what a step adds, are small beside scores."""


class ReportWording(ScoreWording):
    """The wording of any report: of its files, findings, and figures.

    *profile* names the agencies.
    """

    def __init__(
        self,
        outcome: ScoreOutcome,
        previous_inputs: Sequence[InputFile],
        profile: Profile | None,
        language: Language,
    ) -> None:
        super().__init__(outcome.definition, language)
        self.outcome = outcome
        self.previous_inputs = previous_inputs
        self.nodes = self.definition.nodes()
        self.opd_names = opd_names(profile)
        paths = [file.path for file in (*outcome.inputs, *previous_inputs)]
        names = Counter(PurePath(path).name for path in paths)
        self._short = {one.id: one.short or one.name for one in profile.opd} if profile else {}
        self._files = {
            path: PurePath(path).name if names[PurePath(path).name] == 1 else path for path in paths
        }
        here = outcome.inputs
        self._only = here[0].path if len(here) == 1 else ""
        counting = [one for one in here if one.opd and not one.superseded_by]
        sent = Counter(one.opd for one in counting)
        self._senders = {one.path: one for one in counting if sent[one.opd] == 1}

    @property
    def fine(self) -> int:
        """The decimals of what is small beside a score."""
        return self.decimals + _MORE_DECIMALS

    def group(self, result: GroupResult) -> Group:
        """Return the group of the definition that *result* is of."""
        found = self.nodes[result.id]
        assert isinstance(found, Group)  # noqa: S101 - ids of groups are groups'
        return found

    def name(self, node_id: str) -> str:
        """Return what a group or an indicator is called."""
        node = self.nodes.get(node_id)
        return node_id if node is None else self.label(node.label)

    def code_and_name(self, node_id: str) -> str:
        """Return the id of an indicator before its name; a group's name alone."""
        node = self.nodes.get(node_id)
        if node is None or isinstance(node, Group):
            return self.name(node_id)
        return f"{node_id} {self.label(node.label)}"

    def in_unit(self, node_id: str, seen: str) -> str:
        """Return a number as it is *seen*, with the unit that the indicator is measured in."""
        node = self.nodes.get(node_id)
        unit = node.unit if isinstance(node, Indicator) else None
        return f"{seen} {unit}" if unit and seen[-1:].isdigit() else seen

    def opd(self, opd_id: str) -> str:
        """Return an agency's name as the profile has it."""
        return self.opd_names.get(opd_id, opd_id)

    def short_opd(self, opd_id: str) -> str:
        """Return what an agency is called for short, where the profile says it."""
        return self._short.get(opd_id, opd_id)

    def file(self, path: str) -> str:
        """Return a file's name, with its folders only where two have the same."""
        return self._files.get(path, path)

    def place(self, sources: Iterable[Source]) -> str:
        """Return the cells that a figure comes from, each with the agency or the file it is in.

        The only file is not named.
        """
        return "; ".join(map(self._cell_of, dict.fromkeys(sources)))

    def _cell_of(self, source: Source) -> str:
        sender = self._senders.get(source.file)
        if source.file == self._only or sender is None or not sender.opd:
            return source._replace(file=self.file(source.file)).seen_from(self.file(self._only))
        sheet = None if source.sheet == sender.sheet else source.sheet
        return Source(self.short_opd(sender.opd), sheet, source.cell).seen_from("")

    def sentence(self, words: str) -> str:
        """Return the message of a finding as a sentence of its own."""
        return f"{words[:1].upper()}{words[1:]}."

    def moved(self, value: Fraction, decimals: int) -> str:
        """Return *value* with its sign; what rounds to nothing has none."""
        shown = self.to(value, decimals)
        return f"+{shown}" if value > 0 and shown.strip("0.,") else shown

    def moved_cell(self, value: Fraction, decimals: int) -> TableCell:
        """Return a number with its sign."""
        tone = Tone.GOOD if value > 0 else Tone.BAD if value < 0 else Tone.PLAIN
        return TableCell(self.moved(value, decimals), value, tone)

    def brief(self, value: Fraction) -> str:
        """Return *value* with as many decimals as it has, but no more than small figures have."""
        if 10**self.fine % value.denominator:
            return self.to(value, self.fine)
        return self.short(value)

    def number_column(
        self,
        table: TableOf[_Row],
        title: str,
        value: Callable[[_Row], Fraction | None],
        *,
        sparse: bool = False,
    ) -> None:
        """Add a column of numbers with as many decimals as the one that has most needs."""
        decimals = self.decimals_of(map(value, table.rows))

        def cell(row: _Row) -> TableCell:
            return self.number_cell(value(row), decimals)

        table.column(title, cell, ColumnKind.NUMBER, decimals, sparse=sparse)

    def decimals_of(self, values: Iterable[Fraction | None]) -> int:
        """Return how many decimals *values* need, but no more than small figures have."""
        found = [one.denominator for one in values if one is not None]
        exact = (n for n in range(self.fine) if all(10**n % one == 0 for one in found))
        return next(exact, self.fine)

    def share_column(
        self, table: TableOf[_Row], title: str, share: Callable[[_Row], Fraction]
    ) -> None:
        """Add a column of percentages: all have a decimal where one has."""
        shown = [round_half_up(share(row) * 100, 1) for row in table.rows]
        decimals = int(any(one.denominator > 1 for one in shown))

        def cell(row: _Row) -> TableCell:
            return TableCell(f"{self.to(share(row) * 100, decimals)} %", share(row))

        table.column(title, cell, ColumnKind.PERCENT)

    def code_column(self, table: TableOf[_Row], code: Callable[[_Row], str]) -> None:
        """Add the codes, which a small screen has no room for."""
        title = TableColumn(self.say("column.code"), ColumnKind.CODE, may_go=True)
        table.column(title, lambda row: self.cell(code(row)))

    def source_column(
        self, table: TableOf[_Row], sources: Callable[[_Row], Iterable[Source]]
    ) -> None:
        """Add the cells that figures come from, which a small screen has no room for."""
        title = TableColumn(self.say("yearly.column.source"), may_go=True)
        table.column(title, lambda row: self.cell(self.place(sources(row))), sparse=True)

    def listed(self, names: Sequence[str], most: int = 6) -> str:
        """Return *names* with commas; after *most* only how many more."""
        if len(names) <= most + 1:
            return ", ".join(names)
        return self.say("and-more", ids=", ".join(names[:most]), count=len(names) - most)


class YearlyWording(ReportWording):
    """The wording of the report of one unit in one language."""

    def __init__(self, yearly: Yearly, language: Language) -> None:
        profile = yearly.own_profile()
        super().__init__(yearly.outcome, yearly.previous_inputs, profile, language)
        self.yearly = yearly

    @cached_property
    def before(self) -> dict[str, Fraction]:
        """The scores of the year before by their ids, where it is compared with."""
        comparison = self.yearly.comparison
        found = comparison.contributions if comparison else ()
        return {one.id: one.before for one in found if one.before is not None}

    @cached_property
    def ends(self) -> tuple[Fraction, Fraction]:
        """The ends of the scale; without one, 0 and the highest score that is charted."""
        figures = [one.figure.published or Fraction(0) for one in self.yearly.result.all_groups()]
        return self.definition.scale or (Fraction(0), max([*figures, Fraction(1)]))

    def reach(self, value: Fraction | None) -> float | None:
        """Return where *value* stands between the ends, 0 to 1."""
        low, high = self.ends
        if value is None or high == low:
            return None
        return float(min(max((value - low) / (high - low), Fraction(0)), Fraction(1)))

    def frame(self) -> ScaleFrame:
        """Return the scale for pictures, with the target where that is on it."""
        low, high = self.ends
        target, comparison = self.yearly.result.target, self.yearly.comparison
        year = comparison.old.year if comparison else None
        found = ScaleFrame(self.say("column.score"), str(year or self.say("yearly.column.before")))
        if self.definition.scale is None:
            return found
        found = found._replace(low=self.short(low), high=self.short(high))
        if target is None or not low <= target <= high:
            return found
        said = self.say("yearly.target-of-all", target=self.short(target))
        return found._replace(goal=self.reach(target), goal_text=said)

    @property
    def missing_answers(self) -> int:
        """How many answers that the score needs are missing."""
        part = self.yearly.result.completeness
        return max(part.expected - part.answered, 0)

    @cached_property
    def _owners(self) -> Mapping[str, tuple[str, ...]]:
        return opd_of_leaves(self.definition, self.yearly.own_profile())

    def agencies(self, leaf: str) -> str:
        """Return the agencies that are responsible for an indicator."""
        return "; ".join(map(self.short_opd, self._owners.get(leaf, ())))

    def other_basis(self, result: UnitResult) -> str | None:
        """Return why no change is shown, where last year's score rests on another assessment."""
        previous = result.previous
        if previous is None or not result.other_basis:
            return None
        return self.say(
            "yearly.other-basis",
            previous=self.fixed(previous.published),
            year=str(previous.year) if previous.year else self.say("yearly.year-before"),
            **self.both_bases(result),
        )

    def is_previous_unfit(self) -> bool:
        """Return whether last year's files were given, but say nothing about this unit."""
        return any(one.code.startswith(_OF_BOTH) for one in self.yearly.outcome.findings)
