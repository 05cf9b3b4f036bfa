"""How a value was scored among several units, with the figures of the method as fitted."""

from __future__ import annotations

from bisect import bisect_right
from fractions import Fraction

from kediri_index.model.definition import ScoreRule
from kediri_index.model.scoring import Direction, ScoringMethod
from kediri_index.model.spread import Spread
from kediri_index.model.wording import Sentence, Sentences
from kediri_index.scoring.normalisations.borda import Borda
from kediri_index.scoring.normalisations.distance_to_max import DistanceToMax
from kediri_index.scoring.normalisations.distance_to_reference import DistanceToReference
from kediri_index.scoring.normalisations.distance_to_target import DistanceToTarget
from kediri_index.scoring.normalisations.fitted import Line, Stairs, Standing
from kediri_index.scoring.normalisations.fraction_of_max import FractionOfMax
from kediri_index.scoring.normalisations.min_max import MinMax
from kediri_index.scoring.normalisations.over_units import UNIT_RANGE
from kediri_index.scoring.normalisations.percentile_rank import PercentileRank
from kediri_index.scoring.normalisations.z_score import ZScore


def among_units(
    rule: ScoreRule, fitted: ScoringMethod, raw: Fraction, direction: Direction
) -> Sentences:
    """Return how *raw* was scored under *rule*, whose panel method became *fitted*."""
    match fitted:
        case Line():
            return _on_line(rule, fitted, raw)
        case Standing():
            return _standing(rule.method, fitted, raw)
        case Stairs():
            sign = 1 if direction is Direction.HIGHER else -1
            band = bisect_right(fitted.cuts, sign * raw) + 1
            params = {"raw": raw, "band": band, "bands": len(fitted.scores)}
            score = fitted.scores[band - 1]
            return (Sentence("trace.quantile-band", {**params, "score": score}),)
    return ()


def _on_line(rule: ScoreRule, line: Line, raw: Fraction) -> Sentences:
    """Read the figures of the formula off the line, which holds them exactly."""
    method = rule.method
    if isinstance(method, ZScore):
        middle = (method.mean - line.offset) / line.slope
        params = {"raw": raw, "mean": middle, "sd": method.sd / abs(line.slope)}
        turned = line.slope * method.sd < 0
        found = [Sentence("trace.z-score-lower" if turned else "trace.z-score", params)]
        if method.mean != 0 or method.sd != 1:
            shift = {"mean": method.mean, "sd": method.sd}
            found.append(Sentence("trace.z-shifted", shift))
        return tuple(found)
    low, high = rule.to or UNIT_RANGE
    zero, one = ((at - line.offset) / line.slope for at in (low, high))
    share = (raw - zero) / (one - zero)
    params = {"raw": raw, "worst": zero, "best": one, "share": share}
    match method:
        case MinMax() | DistanceToMax():
            said = Sentence("trace.between-units", params)
        case DistanceToReference():
            said = Sentence("trace.to-reference", {**params, "unit": method.unit})
        case DistanceToTarget():
            said = Sentence("trace.to-target", params)
        case FractionOfMax():
            said = Sentence("trace.of-highest", params)
        case _:
            return ()
    return (said, *onto(rule, low + share * (high - low)), *_capped(line, raw))


def _capped(line: Line, raw: Fraction) -> Sentences:
    if line.cap is None or line.offset + line.slope * raw <= line.cap:
        return ()
    return (Sentence("trace.at-most", {"cap": line.cap}),)


def _standing(method: ScoringMethod, standing: Standing, raw: Fraction) -> Sentences:
    score = standing.score(raw, None, Direction.HIGHER).value
    if score is None or not standing.slope:
        return ()
    count = len(standing.ordered)
    rank = (score - standing.offset) / standing.slope
    said = Sentence("trace.rank", {"raw": raw, "rank": rank, "total": count})
    if isinstance(method, Borda):
        return said, Sentence("trace.rank-less-one", {"score": score})
    if isinstance(method, PercentileRank):
        share = (rank - 1) / (count - 1)
        return said, Sentence("trace.percentile", {"rank": rank, "total": count, "share": share})
    return (said,)


def onto(rule: ScoreRule, score: Fraction) -> Sentences:
    """Return what a share comes to on the range of the score, where that is not from 0 to 1."""
    if not rule.method.onto or rule.to is None or rule.to == UNIT_RANGE:
        return ()
    return (Sentence("trace.onto", {"to": Spread(*rule.to), "score": score}),)
