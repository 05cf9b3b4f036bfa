"""What ``definition lint`` came to: the findings, and of data the statistics."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from fractions import Fraction
from math import floor, log10
from operator import itemgetter

from kediri_index.messages.values import fixed
from kediri_index.model.definition import Group, Indicator
from kediri_index.model.findings import Severity
from kediri_index.model.statistics import (
    Correlation,
    DescribedColumn,
    Description,
    GroupStatistics,
    IndexStatistics,
    LeafStatistics,
    Pair,
    WithDenominator,
)
from kediri_index.present.document import (
    NOTHING,
    Block,
    ColumnKind,
    Difference,
    Document,
    Paragraph,
    Section,
    TableCell,
    TableOf,
    Tone,
)
from kediri_index.present.envelope import AGREED, Json, agreed, envelope
from kediri_index.present.findings import LineOf, counted_files, counts, faults
from kediri_index.present.formats import Presentation
from kediri_index.scoring.fold import OVERALL
from kediri_index.scoring.statistics.judging import WITH_SIZE
from kediri_index.scoring.statistics.significance import correlation_p
from kediri_index.usecases.fix import FixedDefinition
from kediri_index.usecases.lint import Linted

_SPECIAL_BLANK = re.compile(r"[^\S ]")
_DIGITS = 4
"""Of a figure with decimals; whole digits are never cut."""


@dataclass(frozen=True)
class LintPresentation(Presentation):
    """What was found; *line_of* gives a line of a file by its number, None where it cannot."""

    linted: Linted
    line_of: LineOf
    fixed: tuple[FixedDefinition, ...] | None = None

    def document(self) -> Document:
        """Return the statistics where there are any, every finding, and the counts."""
        linted, sections = self.linted, []
        if self.fixed or (self.fixed is not None and not linted.findings):
            sections.append(self._of_corrections(self.fixed))
        if linted.statistics is not None:
            sections.append(self._of_indicators(linted.statistics))
            sections.append(self._of_groups(linted.statistics))
            if linted.statistics.denominators:
                sections.append(self._of_denominators(linted.statistics))
        if linted.findings:
            found = tuple(faults(linted.findings, self.language, self.line_of))
            sections.append(Section("findings", "", found))
        placed = (one.file for one in linted.findings if one.file and one.line is not None)
        paths = {*linted.paths, *(file.path for file in linted.inputs), *placed}
        end = counted_files(paths, linted.findings, self.language)
        return Document(self.language, tuple(sections), end=end)

    def json(self) -> str:
        """Return the envelope of ``definition lint``: the findings stand beside the result."""
        linted = self.linted
        found = counts(linted.findings)
        result: dict[str, Json] = {
            "files": linted.paths,
            "errors": found[Severity.ERROR],
            "warnings": found[Severity.WARNING],
            "notes": found[Severity.NOTE],
        }
        if self.fixed is not None:
            result["fixed"] = [_fixed(one) for one in self.fixed]
        if linted.inputs:
            result["statistics"] = _statistics(linted.statistics)
        inputs, findings = linted.inputs, linted.findings
        by = linted.definition
        return envelope("definition-lint", by, inputs, result, findings, self.language)

    def _of_corrections(self, fixed: Sequence[FixedDefinition]) -> Section:
        """Return what is changed in each file, and where it is written."""
        blocks: list[Block] = []
        if not fixed:
            blocks.append(Paragraph(self.say("fix.nothing")))
        for one in fixed:
            if one.before != one.after:
                blocks.append(Difference(tuple(_difference(one))))
            blocks += (Paragraph(said) for said in self._said_of(one))
        return Section("fixed", self.say("fix.title"), tuple(blocks))

    def _said_of(self, one: FixedDefinition) -> Iterator[str]:
        if not one.changes:
            said = "fix.shipped" if one.shipped else "fix.untouched"
            yield self.say(said, path=one.path)
            return
        output = one.output or ""
        if one.encoding is not None:
            yield self.say("fix.encoding", path=one.path, encoding=one.encoding, output=output)
        if one.lines:
            where = "fix.in-place" if output == one.path else "fix.written"
            yield self.say(where, path=one.path, count=len(one.lines), output=output)

    def _of_indicators(self, found: IndexStatistics) -> Section:
        """Return what the data are, in words, and a row an indicator."""
        several = found.observations > found.units
        title = self.say(
            "statistics.indicators-years" if several else "statistics.indicators",
            count=found.units,
            observations=found.observations,
            years=found.years,
        )
        say = self.say
        rows: list[tuple[TableCell, Description]] = []
        for leaf in found.leaves:
            rows.append((TableCell(leaf.id), leaf.measured.figures))
            if leaf.prepared is not None:
                name = TableCell(f"  {say('statistics.prepared')}", tone=Tone.MUTED)
                rows.append((name, leaf.prepared.figures))
        table = TableOf(rows)

        def column(key: str, cell: Callable[[Description], str]) -> None:
            title = say(f"statistics.column.{key}")
            table.column(title, lambda row: cell(row[1]), ColumnKind.NUMBER)

        table.column(say("column.code"), lambda row: row[0])
        column("n", lambda one: str(one.n))
        column("minimum", lambda one: self._significant(one.minimum))
        column("median", lambda one: self._significant(one.median))
        column("maximum", lambda one: self._significant(one.maximum))
        column("mean", lambda one: self._significant(one.mean))
        column("sd", lambda one: self._significant(one.sd))
        column("skewness", lambda one: self._decimals(one.skewness))
        column("kurtosis", lambda one: self._decimals(one.kurtosis))
        return Section("indicators", title, (table.made("indicators"),))

    def _of_groups(self, found: IndexStatistics) -> Section:
        """Return a row for each group, and below it one for each of its parts."""
        nodes = {} if self.linted.definition is None else self.linted.definition.nodes()
        say = self.say
        rows = [
            row
            for group in found.groups
            for row in (
                (self._name(group, nodes), "", "", "", self._decimals(group.alpha.pairwise)),
                *(
                    (
                        f"  {child.id}",
                        self._percent(child.weight),
                        self._percent(child.influence),
                        self._decimals(child.correlation),
                        "",
                    )
                    for child in group.children
                ),
            )
        ]
        table = TableOf(rows, lambda row: Tone.PLAIN if row[0].startswith(" ") else Tone.STRONG)
        titles = ("part", "influence", "correlation", "alpha")
        part, *others = (say(f"statistics.column.{key}") for key in titles)
        table.column(part, itemgetter(0))
        for at, title in enumerate((say("column.weight"), *others), start=1):
            table.column(title, itemgetter(at), ColumnKind.NUMBER)
        legend = Paragraph(say("statistics.legend"), muted=True)
        return Section("groups", say("statistics.groups"), (table.made("groups"), legend))

    def _of_denominators(self, found: IndexStatistics) -> Section:
        """Return a row for each indicator that goes with a denominator, or that none does."""
        say, limit = self.say, self.short(Fraction(str(WITH_SIZE)))
        rows = [
            one for one in found.with_denominators if abs(one.measured.pearson or 0) > WITH_SIZE
        ]
        title = say("statistics.denominators")
        if not rows:
            named = say(
                "statistics.denominators-none", denominators=found.denominators, limit=limit
            )
            return Section("denominators", title, (Paragraph(named),))
        table = TableOf(rows)
        table.column(say("column.code"), lambda row: row.indicator)
        table.column(say("statistics.column.denominator"), lambda row: row.denominator)

        def number(key: str, cell: Callable[[WithDenominator], str]) -> None:
            table.column(say(f"statistics.column.{key}"), cell, ColumnKind.NUMBER)

        number("n", lambda row: str(row.measured.n))
        number("correlation", lambda row: self._decimals(row.measured.pearson))
        number("by-rank", lambda row: self._decimals(row.measured.spearman))
        number("as-prepared", lambda row: self._decimals(row.prepared and row.prepared.pearson))
        legend = Paragraph(say("statistics.denominators-legend", limit=limit), muted=True)
        return Section("denominators", title, (table.made("denominators"), legend))

    def _name(self, group: GroupStatistics, nodes: Mapping[str, Group | Indicator]) -> str:
        if group.id == OVERALL:
            return self.say("overall")
        return nodes[group.id].label.in_language(self.language)

    def _significant(self, figure: float | None) -> str:
        """Return *figure* with four digits, or all that stand before its decimals."""
        if figure is None:
            return NOTHING
        size = floor(log10(abs(figure))) + 1 if figure else 1
        decimals = max(0, _DIGITS - size)
        return self.short(Fraction(fixed(Fraction(figure), decimals)))

    def _decimals(self, figure: float | None) -> str:
        return NOTHING if figure is None else self.to(Fraction(figure), 2)

    def _percent(self, share: Fraction | float | None) -> str:
        return NOTHING if share is None else f"{self.to(100 * Fraction(share), 1)} %"


def _difference(fixed: FixedDefinition) -> Iterator[str]:
    """Return the changes as ``diff -u`` has them, without the ends of lines; blanks are seen."""
    before, after = (
        [_SPECIAL_BLANK.sub("·", line.replace("\t", "→")) for line in text.splitlines()]
        for text in (fixed.before, fixed.after)
    )
    return unified_diff(before, after, fixed.path, fixed.output or "", n=1, lineterm="")


def _fixed(fixed: FixedDefinition) -> Json:
    return {
        "path": fixed.path,
        "output": fixed.output,
        "encoding": fixed.encoding,
        "changes": [
            {"line": one.line, "before": one.before, "after": one.after, "codes": one.codes}
            for one in fixed.lines
        ],
    }


def _statistics(statistics: IndexStatistics | None) -> Json:
    """Return the value of ``statistics``; the overall has the id null."""
    if statistics is None:
        return None
    return {
        "observations": statistics.observations,
        "units": statistics.units,
        "years": statistics.years,
        "indicators": [_leaf(leaf) for leaf in statistics.leaves],
        "groups": [_group(group) for group in statistics.groups],
        "pairs": [_pair(pair) for pair in statistics.pairs],
        "components": [_components(group) for group in statistics.groups],
        "denominators": [_with_denominator(one) for one in statistics.with_denominators],
    }


def _leaf(leaf: LeafStatistics) -> dict[str, Json]:
    prepared = {} if leaf.prepared is None else {"prepared": _column(leaf.prepared)}
    return {
        "id": leaf.id,
        "in": leaf.parent,
        **_column(leaf.measured),
        **prepared,
        "effective_weight": leaf.effective_weight,
        "influence": leaf.influence,
        "correlation": leaf.correlation,
    }


def _column(column: DescribedColumn) -> dict[str, Json]:
    figures = column.figures
    return {
        "n": figures.n,
        "missing": figures.missing,
        "min": figures.minimum,
        "q1": figures.q1,
        "median": figures.median,
        "q3": figures.q3,
        "max": figures.maximum,
        "mean": figures.mean,
        "sd": figures.sd,
        "skewness": figures.skewness,
        "kurtosis": figures.kurtosis,
        "nonzero": figures.nonzero,
        "distinct": figures.distinct,
        "same": figures.same,
        "present_share": _share(figures.n, figures.n + figures.missing),
        "nonzero_share": _share(figures.nonzero, figures.n),
        "distinct_share": _share(figures.distinct, figures.n),
        "same_share": _share(figures.same, figures.n),
        "constant": figures.is_constant,
        "skewed": column.is_skewed,
        "outliers": [
            {"unit": one.unit, "year": one.year, "value": one.value} for one in column.outliers
        ],
    }


def _group(group: GroupStatistics) -> dict[str, Json]:
    return {
        "id": None if group.id == OVERALL else group.id,
        "n": group.n,
        "effective_weight": group.effective_weight,
        "alpha": group.alpha.pairwise,
        "alpha_complete": group.alpha.complete,
        "complete": group.alpha.complete_n,
        "items": group.alpha.items,
        "children": [
            {
                "id": child.id,
                "n": child.n,
                "weight": child.weight,
                "influence": child.influence,
                "correlation": child.correlation,
                "correlation_with_siblings": child.with_siblings,
                "vif": agreed(inflation),
            }
            for child, inflation in zip(group.children, group.components.inflation, strict=True)
        ],
    }


def _pair(pair: Pair) -> dict[str, Json]:
    return {
        "a": pair.a,
        "b": pair.b,
        "siblings": pair.group is not None,
        **_correlation(Correlation(pair.n, pair.pearson, pair.spearman)),
    }


def _correlation(found: Correlation) -> dict[str, Json]:
    return {
        "n": found.n,
        "pearson": found.pearson,
        "spearman": found.spearman,
        "pearson_p": agreed(correlation_p(found.pearson, found.n)),
        "spearman_p": agreed(correlation_p(found.spearman, found.n)),
    }


def _with_denominator(row: WithDenominator) -> dict[str, Json]:
    prepared = {} if row.prepared is None else {"prepared": _correlation(row.prepared)}
    return {
        "indicator": row.indicator,
        "denominator": row.denominator,
        "divides": row.divides,
        **_correlation(row.measured),
        **prepared,
    }


def _components(group: GroupStatistics) -> dict[str, Json]:
    ids = [child.id for child in group.children]
    return {
        "id": None if group.id == OVERALL else group.id,
        "n": group.components.n,
        "components": [
            {
                "eigenvalue": _rounded(one.eigenvalue),
                "share": _rounded(one.share),
                "loadings": [
                    {"id": child, "loading": None if loading is None else _rounded(loading)}
                    for child, loading in zip(ids, one.loadings, strict=True)
                ],
            }
            for one in group.components.each
        ],
    }


def _rounded(figure: float) -> float:
    """Return *figure* with the decimals that every machine agrees on, near 0 too."""
    return round(figure, AGREED) + 0.0


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
