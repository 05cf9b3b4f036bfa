"""The first screen: the finding, the figure, the target, what moved, what is not available."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from kediri_index.messages.catalogue import severity_of
from kediri_index.model.definition import ClassesOn
from kediri_index.model.findings import Severity
from kediri_index.model.profile import Basis
from kediri_index.model.scores import Previous, PreviousBasis, UnitResult
from kediri_index.present.document import ClassBand, Fact, Head, Scale, Tone
from kediri_index.present.yearly.groups import best_and_worst
from kediri_index.present.yearly.headline import headline, no_score, ranked
from kediri_index.present.yearly.missing import not_applicable
from kediri_index.present.yearly.wording import YearlyWording


def head(words: YearlyWording, *, of_many: bool = False) -> Head:
    """Return the first screen; *of_many* that of one of the pages of all units."""
    result = words.yearly.result
    published = result.overall.published
    return Head(
        of_index=words.label(words.definition.title),
        title=words.unit(result),
        headline=headline(words),
        score=words.say("yearly.no-score-mark") if published is None else words.fixed(published),
        of=_beside(words, result),
        stamp=words.say("yearly.stamp") if published is not None and warning(words) else "",
        facts=tuple(_facts(words, result)),
        summary=tuple(remarks(words)),
        absent=_absent(words, result, of_many=of_many),
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
        _other_total(words, result),
        words.official(result),
    )
    return " · ".join(one for one in said if one)


def _other_total(words: YearlyWording, result: UnitResult) -> str | None:
    """Return the score by the assessment that does not count, where there are both."""
    total = {Basis.ASSESSOR: result.self_total, Basis.SELF: result.assessor_total}
    other = None if result.basis is None else total.get(result.basis)
    if other is None or other.figure.published is None:
        return None
    basis = Basis.SELF if result.basis is Basis.ASSESSOR else Basis.ASSESSOR
    said = f"{words.say(f'basis.{basis.value}')} {words.published(other.figure)}"
    if other.answered == result.completeness.answered:
        return said
    return words.say("yearly.of-answers", score=said, count=other.answered)


def warning(words: YearlyWording) -> str:
    """Return what every page says while the figures are not final, else nothing."""
    outcome, result = words.yearly.outcome, words.yearly.result
    count, expected = words.missing_answers, result.completeness.expected
    errors = sum(1 for one in outcome.findings if severity_of(one) is Severity.ERROR)
    if outcome.partial and count:
        said = {"errors": errors, "missing": count, "expected": expected}
        return words.say("yearly.partial-and-missing", **said)
    if outcome.partial:
        return words.say("yearly.partial", count=errors)
    return words.say("yearly.incomplete", count=count, expected=expected) if count else ""


def summary(words: YearlyWording) -> Iterator[str]:
    """Yield all that the figures say, in sentences."""
    result = words.yearly.result
    yield _scored(words, result)
    if result.class_label is not None:
        yield words.say("yearly.in-class", name=words.label(result.class_label))
    rank = ranked(words)
    if rank is not None:
        yield words.say("yearly.rank", rank=rank)
    yield _target(words, result)
    changed = _changed(words, result)
    if changed:
        yield changed
    then = _published_then(words, result.previous)
    if then is not None and result.previous is not None:
        year, previous = _year(words, result.previous), words.fixed(result.previous.published)
        said = {"year": year, "previous": previous, "published": words.fixed(then)}
        yield words.say("yearly.recomputed", **said)
    yield from remarks(words)


def remarks(words: YearlyWording) -> Iterator[str]:
    """Yield what the large figures do not say themselves."""
    result = words.yearly.result
    said = (
        words.other_basis(result),
        *not_applicable(words),
        best_and_worst(words),
        _other_published(words, result),
    )
    yield from filter(None, said)


def _changed(words: YearlyWording, result: UnitResult) -> str | None:
    """Return how the score moved from last year, None where that is not known."""
    previous, change = result.previous, result.change
    if previous is None or change is None:
        return None
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
        return words.say("yearly.unscored", unit=unit, reason=no_score(words, result))
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
    """Yield the cards; of what is not known there is none."""
    if result.target is not None:
        yield _target_fact(words, result.target, result.gap)
    above = _next_class(words, result)
    if above is not None:
        yield above
    rank = ranked(words)
    if rank is not None:
        yield Fact(words.say("column.rank"), rank)
    label = words.say("yearly.change")
    if result.previous is not None and result.other_basis:
        note = words.say(
            "yearly.other-basis-note",
            previous=words.fixed(result.previous.published),
            year=_year(words, result.previous),
            **words.both_bases(result),
        )
        yield Fact(label, words.say("yearly.not-compared"), note, Tone.MUTED)
    elif result.previous is not None and result.change is not None:
        yield _change_fact(words, label, result.previous, result.change)
    part, missing = result.completeness, words.missing_answers
    yield Fact(
        words.say("yearly.filled"),
        words.say("yearly.of-many", count=part.answered, total=part.expected),
        words.say("yearly.missing-note", count=missing)
        if missing
        else words.say("yearly.nothing-missing"),
        Tone.BAD if missing else Tone.GOOD,
    )


def _target_fact(words: YearlyWording, target: Fraction, gap: Fraction | None) -> Fact:
    label, text = words.say("yearly.target"), words.short(target)
    if gap is None:
        return Fact(label, text)
    key = "yearly.short" if gap < 0 else "yearly.over" if gap else "yearly.just"
    note = words.say(key, gap=words.fixed(abs(gap)))
    tone = Tone.PLAIN if warning(words) else Tone.BAD if gap < 0 else Tone.GOOD
    return Fact(label, text, note, tone)


def _next_class(words: YearlyWording, result: UnitResult) -> Fact | None:
    """Return the class above the score's, and how far it is."""
    definition = words.definition
    on_published = definition.classes_on is ClassesOn.PUBLISHED
    figure = result.overall.published if on_published else result.overall.score
    above = [
        (next_one, one.bound - figure)
        for one, next_one in pairwise(definition.classes)
        if one.label == result.class_label and one.bound is not None and figure is not None
    ]
    if not above:
        return None
    ((next_one, distance),) = above
    gap, least = words.fixed(distance), words.fixed(Fraction(1, 10**words.decimals))
    note = words.say("yearly.short", gap=gap if gap.strip("0,.") else f"< {least}")
    return Fact(words.say("yearly.next-class"), words.label(next_one.label), note)


def _change_fact(words: YearlyWording, label: str, previous: Previous, change: Fraction) -> Fact:
    """Return the change; what is not final has no colour."""
    arrow = "▲ " if change > 0 else "▼ " if change < 0 else ""
    note = words.say(
        f"yearly.change-note.{previous.basis.value}",
        previous=words.fixed(previous.published),
        year=_year(words, previous),
    )
    then = _published_then(words, previous)
    if then is not None:
        note = f"{note}; {words.say('official', score=words.fixed(then))}"
    text = f"{arrow}{words.fixed(abs(change))}"
    if warning(words):
        return Fact(label, text, f"{note}; {words.say('yearly.provisional')}", Tone.MUTED)
    tone = Tone.GOOD if change > 0 else Tone.BAD if change < 0 else Tone.PLAIN
    return Fact(label, text, note, tone)


def _year(words: YearlyWording, previous: Previous) -> str:
    return str(previous.year) if previous.year else words.say("yearly.year-before")


def _scale(words: YearlyWording, result: UnitResult) -> Scale | None:
    scale, published = words.definition.scale, result.overall.published
    if scale is None or published is None:
        return None
    target, previous = result.target, result.previous
    made = Scale(
        low=words.short(scale[0]),
        high=words.short(scale[1]),
        score=_part(scale, published),
        bands=tuple(_bands(words, scale, result)),
    )
    if target is not None and scale[0] <= target <= scale[1]:
        text = words.say("yearly.target-mark", target=words.short(target))
        made = made._replace(target=_part(scale, target), target_text=text)
    bounds = result.range_if_missing
    if bounds is not None and None not in {bounds.low.published, bounds.high.published}:
        low, high = bounds.low.published or scale[0], bounds.high.published or scale[1]
        return made._replace(
            span=(_part(scale, low), _part(scale, high)),
            span_text=f"{words.fixed(low)}–{words.fixed(high)}",
        )
    if previous is None or result.change is None:  # of another basis, or not known
        return made
    text = f"{_year(words, previous)}: {words.fixed(previous.published)}"
    return made._replace(previous=_part(scale, previous.published), previous_text=text)


def _part(scale: tuple[Fraction, Fraction], value: Fraction) -> Fraction:
    """Return where *value* stands on the scale, 0 to 1."""
    low, high = scale
    return min(max((value - low) / (high - low), Fraction(0)), Fraction(1))


def _bands(
    words: YearlyWording, scale: tuple[Fraction, Fraction], result: UnitResult
) -> Iterator[ClassBand]:
    start = Fraction(0)
    for one in words.definition.classes:
        end = Fraction(1) if one.bound is None else _part(scale, one.bound)
        if end > start:
            yield ClassBand(words.label(one.label), start, end, one.label == result.class_label)
        start = end


def _published_then(words: YearlyWording, previous: Previous | None) -> Fraction | None:
    """Return last year's published figure, where the one compared with is another."""
    if previous is None or previous.basis is PreviousBasis.PUBLISHED:
        return None
    said = next((one.score for one in words.yearly.years if one.year == previous.year), None)
    return None if said == previous.published else said


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


def _absent(words: YearlyWording, result: UnitResult, *, of_many: bool) -> str:
    """Return in one line what the report has nothing of, and why."""
    yearly, say = words.yearly, words.say
    found = []
    if result.overall.published is not None:
        if result.target is None:
            year = say("minutes.year", year=result.year) if result.year else ""
            found.append(" ".join(filter(None, (say("yearly.absent.target"), year))))
        if words.missing_answers:
            found.append(say("yearly.absent.plan", count=words.missing_answers))
        if result.previous is None:
            unfit = words.is_previous_unfit()
            found.append(say(f"yearly.absent.{'unfit' if unfit else 'previous'}"))
        elif yearly.comparison is None and not result.other_basis and not of_many:
            unfit = words.is_previous_unfit()
            found.append(say(f"yearly.absent.{'unfit' if unfit else 'cause'}"))
    if not result.indicators:
        found.append(say("yearly.absent.indicators"))
    elif words.opd_names and not yearly.crossings and not of_many:
        found.append(say("yearly.absent.agencies"))
    if of_many:
        found.append(say("yearly.absent.of-one"))
    return say("yearly.absent", names="; ".join(found)) if found else ""
