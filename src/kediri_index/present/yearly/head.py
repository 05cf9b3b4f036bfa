"""The first screen: the figure, the target, what moved, what is missing or does not apply."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from kediri_index.messages.catalogue import message_of, severity_of
from kediri_index.model.aggregation import NoScore
from kediri_index.model.dataset import UnitData
from kediri_index.model.findings import Finding, Severity, unfolded
from kediri_index.model.profile import OpdState
from kediri_index.model.scores import Omission, Previous, PreviousBasis, UnitResult
from kediri_index.present.document import (
    ColumnKind,
    Fact,
    Head,
    Paragraph,
    Scale,
    Section,
    Table,
    TableOf,
    Tone,
)
from kediri_index.present.yearly.groups import best_and_worst
from kediri_index.present.yearly.wording import YearlyWording


def head(words: YearlyWording) -> Head:
    """Return the first screen."""
    result = words.yearly.result
    published = result.overall.published
    return Head(
        of_index=words.label(words.definition.title),
        title=words.unit(result),
        score=words.say("yearly.no-score-mark") if published is None else words.fixed(published),
        of=_beside(words, result),
        facts=tuple(_facts(words, result)),
        summary=tuple(summary(words)),
        scale=_scale(words, result),
        class_name="" if result.class_label is None else words.label(result.class_label),
    )


def _beside(words: YearlyWording, result: UnitResult) -> str:
    """Return what stands beside the figure: the scale, whose assessment, the published score."""
    scale = words.definition.scale
    if result.overall.published is None:
        return ""
    said = (
        None if scale is None else words.say("yearly.of", high=scale[1]),
        words.basis(result),
        words.official(result),
    )
    return " · ".join(one for one in said if one)


def warning(words: YearlyWording) -> str:
    """Return what every page says where the figures are partial, else nothing."""
    outcome = words.yearly.outcome
    if not outcome.partial:
        return ""
    errors = sum(1 for one in outcome.findings if severity_of(one) is Severity.ERROR)
    return words.say("yearly.partial", count=errors)


def summary(words: YearlyWording) -> Iterator[str]:
    """Yield what the figures say, in sentences."""
    result = words.yearly.result
    yield _scored(words, result)
    if result.class_label is not None:
        yield words.say("yearly.in-class", name=words.label(result.class_label))
    if result.rank is not None and not words.yearly.outcome.partial:
        units = words.yearly.outcome.units or ()
        among = sum(1 for one in units if one.year == result.year)
        yield words.say("yearly.rank", rank=result.rank, count=among)
    yield _target(words, result)
    changed = _changed(words, result)
    if changed:
        yield changed
        then = _published_then(words, result.previous)
        if then:
            yield then
    yield from not_applicable(words)
    ends = best_and_worst(words)
    if ends:
        yield ends
    other = _other_published(words, result)
    if other:
        yield other


def _changed(words: YearlyWording, result: UnitResult) -> str | None:
    """Return how the score moved from last year, None where that is not known."""
    previous, change = result.previous, result.change
    if previous is None or change is None:
        return words.other_basis(result)
    key = "yearly.rose" if change > 0 else "yearly.fell" if change < 0 else "yearly.stayed"
    return words.say(
        key,
        change=words.fixed(abs(change)),
        previous=words.fixed(previous.published),
        year=_year(words, previous),
    )


def _scored(words: YearlyWording, result: UnitResult) -> str:
    unit = result.unit or words.say("unit-unknown")
    if result.overall.published is None:
        reason = (
            words.say("no-overall")
            if result.no_score is None
            else words.say(f"no-score.{result.no_score.value}")
        )
        return words.say("yearly.unscored", unit=unit, reason=reason)
    score = words.fixed(result.overall.published)
    scale = words.definition.scale
    if scale is None:
        return words.say("yearly.scored-plain", unit=unit, score=score)
    return words.say("yearly.scored", unit=unit, score=score, low=scale[0], high=scale[1])


def _target(words: YearlyWording, result: UnitResult) -> str:
    if result.target is None:
        return words.say("yearly.target-none")
    if result.gap is None:
        return f"{words.say('yearly.target')}: {words.short(result.target)}."
    key = (
        "yearly.target-missed"
        if result.gap < 0
        else "yearly.target-met"
        if result.gap
        else "yearly.target-exact"
    )
    return words.say(key, target=words.short(result.target), gap=words.fixed(abs(result.gap)))


def _facts(words: YearlyWording, result: UnitResult) -> Iterator[Fact]:
    label = words.say("yearly.target")
    if result.target is None:
        note = words.say("yearly.no-target-note")
        yield Fact(label, words.say("yearly.none"), note, Tone.MUTED)
    else:
        yield _target_fact(words, label, result.target, result.gap)
    label = words.say("yearly.change")
    if result.previous is not None and result.other_basis:
        note = words.say(
            "yearly.other-basis-note",
            previous=words.fixed(result.previous.published),
            year=_year(words, result.previous),
            **words.both_bases(result),
        )
        yield Fact(label, words.say("yearly.not-compared"), note, Tone.MUTED)
    elif result.previous is None or result.change is None:
        unfit = words.is_previous_unfit()
        note = words.say("yearly.unfit-previous-note" if unfit else "yearly.no-previous-note")
        yield Fact(label, words.say("yearly.unknown"), note, Tone.MUTED)
    else:
        yield _change_fact(words, label, result.previous, result.change)
    part = result.completeness
    missing = part.expected - part.answered
    yield Fact(
        words.say("yearly.filled"),
        words.say("yearly.of-many", count=part.answered, total=part.expected),
        words.say("yearly.missing-note", count=missing)
        if missing
        else words.say("yearly.nothing-missing"),
        Tone.BAD if missing else Tone.GOOD,
    )


def _target_fact(words: YearlyWording, label: str, target: Fraction, gap: Fraction | None) -> Fact:
    text = words.short(target)
    if gap is None:
        return Fact(label, text)
    key = "yearly.short" if gap < 0 else "yearly.over" if gap else "yearly.just"
    note = words.say(key, gap=words.fixed(abs(gap))) if gap else words.say("yearly.just")
    return Fact(label, text, note, Tone.BAD if gap < 0 else Tone.GOOD)


def _change_fact(words: YearlyWording, label: str, previous: Previous, change: Fraction) -> Fact:
    arrow = "▲ " if change > 0 else "▼ " if change < 0 else ""
    note = words.say(
        f"yearly.change-note.{previous.basis.value}",
        previous=words.fixed(previous.published),
        year=_year(words, previous),
    )
    tone = Tone.GOOD if change > 0 else Tone.BAD if change < 0 else Tone.PLAIN
    return Fact(label, f"{arrow}{words.fixed(abs(change))}", note, tone)


def _year(words: YearlyWording, previous: Previous) -> str:
    return str(previous.year) if previous.year else words.say("yearly.year-before")


def _scale(words: YearlyWording, result: UnitResult) -> Scale | None:
    scale, published = words.definition.scale, result.overall.published
    if scale is None or published is None:
        return None
    low, span = scale[0], scale[1] - scale[0]
    target = result.target
    if target is not None and not low <= target <= scale[1]:
        target = None

    def at(value: Fraction | None) -> Fraction | None:
        return None if value is None else min(max((value - low) / span, Fraction(0)), Fraction(1))

    return Scale(
        low=words.short(scale[0]),
        high=words.short(scale[1]),
        score=at(published) or Fraction(0),
        target=at(target),
        target_text=""
        if target is None
        else words.say("yearly.target-mark", target=words.short(target)),
        previous=at(result.previous.published if result.previous else None),
        previous_text=_previous_mark(words, result.previous),
    )


def _published_then(words: YearlyWording, previous: Previous | None) -> str | None:
    """Return that last year's figure is not the one published then, where that is known."""
    if previous is None or previous.basis is PreviousBasis.PUBLISHED:
        return None
    said = next((one.score for one in words.yearly.years if one.year == previous.year), None)
    if said is None or said == previous.published:
        return None
    return words.say(
        "yearly.recomputed",
        year=_year(words, previous),
        previous=words.fixed(previous.published),
        published=words.fixed(said),
    )


def _previous_mark(words: YearlyWording, previous: Previous | None) -> str:
    if previous is None:
        return ""
    return f"{_year(words, previous)}: {words.fixed(previous.published)}"


def _other_published(words: YearlyWording, result: UnitResult) -> str | None:
    """Return that the profile's history has another figure for this very year."""
    said, published = result.other_official, result.overall.published
    if said is None or published is None:
        return None
    return words.say(
        "yearly.other-published",
        year=result.year,
        published=words.fixed(said),
        score=words.fixed(published),
    )


_OF_FORMS: Final = frozenset({"S330", "S331", "S332", "S333"})
_OF_TABLES: Final = "S334"
_MOST: Final = 5


def not_applicable(words: YearlyWording) -> list[str]:
    """Return what does not apply, with its effect on the score; at most five, and how many more."""
    sentences = []
    for finding in _findings(words):
        message = message_of(finding, words.language)
        sentences.append(f"{message[:1].upper()}{message[1:]}.")
    if len(sentences) <= _MOST:
        return sentences
    return [*sentences[:_MOST], words.say("yearly.more-na", count=len(sentences) - _MOST)]


def _findings(words: YearlyWording) -> Iterator[Finding]:
    outcome, result = words.yearly.outcome, words.yearly.result
    units = outcome.data.units if outcome.data is not None else ()
    own = [one for one in units if (one.unit, one.year) == (result.unit, result.year)]
    files = {file for unit in own for file in unit.files}
    for finding in unfolded(outcome.findings):
        if finding.code in _OF_FORMS:
            if finding.file is None or finding.file in files:
                yield finding
        elif finding.code == _OF_TABLES and any(_holds(unit, finding) for unit in own):
            yield finding


def _holds(unit: UnitData, finding: Finding) -> bool:
    """Return whether the cell of *finding* is one of *unit*."""
    answer = unit.answers.get(finding.indicator or "")
    if answer is None:
        return False
    readings = (answer.measure, answer.self_score, *answer.assessor)
    places = {(one.source.file, one.source.cell) for one in readings if one is not None}
    return (finding.file, finding.cell) in places


def missing_section(words: YearlyWording) -> Section:
    """Return what is missing, in few words."""
    blocks = tuple(map(Paragraph, _sentences(words)))
    return Section("missing", words.say("yearly.missing"), blocks, brief=True)


def missing_table(words: YearlyWording) -> Table | None:
    """Return every answer that is missing or left out, with the reason; None where none is."""
    omissions = words.yearly.result.omissions
    if not omissions:
        return None
    table = TableOf(omissions)
    table.column(words.say("column.code"), lambda one: one.id, ColumnKind.CODE)
    table.column(words.say("column.part"), lambda one: words.name(one.id), header=True)
    table.column(words.say("yearly.column.why"), lambda one: _reason(words, one))
    return table.made("missing-answers", words.say("yearly.table.missing"), long=True)


def _sentences(words: YearlyWording) -> Iterator[str]:
    result = words.yearly.result
    part = result.completeness
    missing = part.expected - part.answered
    if missing:
        yield words.say("yearly.not-all-there", count=missing, expected=part.expected)
    else:
        yield words.say("yearly.all-there", count=part.expected)
    bounds = words.range_if_missing(result)
    if bounds:
        yield bounds
    board = words.yearly.board
    if board is not None:
        names = [
            row.opd.short or row.opd.name for row in board.opd if row.state is not OpdState.COMPLETE
        ]
        if names:
            yield words.say(
                "yearly.agencies-open",
                count=len(names),
                total=len(board.opd),
                names=words.listed(names),
            )


def _reason(words: YearlyWording, omission: Omission) -> str:
    family = "no-score" if isinstance(omission.reason, NoScore) else "missing"
    reason = words.say(f"{family}.{omission.reason.value}")
    return words.say("yearly.as-zero", reason=reason) if omission.counted_as_zero else reason
