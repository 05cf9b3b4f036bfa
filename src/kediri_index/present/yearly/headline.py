"""The headline: the finding in one sentence."""

from __future__ import annotations

from fractions import Fraction

from kediri_index.model.profile import Basis
from kediri_index.model.scores import UnitResult
from kediri_index.present.yearly.staircase import moved_parts
from kediri_index.present.yearly.wording import YearlyWording


def headline(words: YearlyWording) -> str:
    """Return the finding: what is possible, how the score moved and why, or where it stands."""
    result = words.yearly.result
    if result.overall.published is None:
        return words.say("yearly.headline.unscored", reason=no_score(words, result))
    score = words.fixed(result.overall.published)
    official = words.official(result)
    score = f"{score} ({official})" if official else score
    if words.missing_answers:
        return _incomplete(words, result, score)
    if result.change is None:
        return _standing(words, result, score)
    said = _moved(words, result.change, score)
    cause = _main_cause(words, result.change)
    return words.say("yearly.headline.cause", said=said, name=cause) if cause else said


def _incomplete(words: YearlyWording, result: UnitResult, score: str) -> str:
    bounds = result.range_if_missing
    said = {"score": score, "count": words.missing_answers}
    said["expected"] = result.completeness.expected
    if bounds is None:
        return words.say("yearly.headline.incomplete", **said)
    low, high = words.published(bounds.low), words.published(bounds.high)
    return words.say("yearly.headline.range", low=low, high=high, **said)


def _moved(words: YearlyWording, change: Fraction, score: str) -> str:
    key = "rose" if change > 0 else "fell" if change < 0 else "stayed"
    return words.say(f"yearly.headline.{key}", change=words.fixed(abs(change)), score=score)


def _main_cause(words: YearlyWording, change: Fraction) -> str | None:
    """Return the part that moved the score most in the direction of *change*."""
    comparison = words.yearly.comparison
    if comparison is None:
        return None
    sign = 1 if change > 0 else -1
    parts = [one for one in moved_parts(words, comparison) if one.contribution * sign > 0]
    if not change or not parts:
        return None
    return max(parts, key=lambda one: abs(one.contribution)).name


def _standing(words: YearlyWording, result: UnitResult, score: str) -> str:
    """Return the score with its class and the distance to the target."""
    own = result.basis in {Basis.SELF, Basis.MIXED}
    basis = words.basis(result) if own else None
    said = words.say("yearly.headline.score", score=f"{score} ({basis})" if basis else score)
    label, rank = result.class_label, ranked(words)
    more = (
        None if label is None else words.say("yearly.headline.class", name=words.label(label)),
        None if rank is None else words.say("yearly.headline.rank", rank=rank),
        None if result.gap is None else _gap_to_target(words, result, result.gap),
    )
    found = ", ".join(one for one in more if one)
    return f"{said}: {found}" if found else said


def _gap_to_target(words: YearlyWording, result: UnitResult, gap: Fraction) -> str:
    key = "short" if gap < 0 else "over" if gap else "just"
    target = words.short(result.target or 0)
    return words.say(f"yearly.headline.{key}", gap=words.fixed(abs(gap)), target=target)


def ranked(words: YearlyWording) -> str | None:
    """Return the rank among the units of the year, None where there are no others."""
    outcome, result = words.yearly.outcome, words.yearly.result
    if result.rank is None or outcome.partial:
        return None
    if words.yearly.league is not None:
        among = len(words.yearly.league.units)
    else:
        among = sum(1 for one in outcome.units or () if one.year == result.year)
    return words.say("yearly.of-many", count=result.rank, total=among)


def no_score(words: YearlyWording, result: UnitResult) -> str:
    """Return why there is no score."""
    return words.say(f"no-score.{result.no_score}")
