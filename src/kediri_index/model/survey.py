"""A survey: what an indicator asks of respondents, and what their answers came to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final, NamedTuple

from kediri_index.model.dataset import Reading
from kediri_index.model.findings import Source
from kediri_index.model.scoring import Range

_RANGES_SHOWN: Final = 4


@dataclass(frozen=True, slots=True)
class Survey:
    """How the answers of respondents make the value of an indicator.

    *questions* are texts by code. *scale* has the lowest and the highest number of an answer,
    *answers* the number of each answer in words. Without *share_at_least* the value is the mean of
    the respondents; with it, the share of those whose own mean is at least that. *groups* are the
    target groups, named in the column *group_column*.
    """

    questions: Mapping[str, str]
    scale: Range
    answers: Mapping[Fraction, str] = field(default_factory=dict)
    share_at_least: Fraction | None = None
    min_respondents: int = 1
    groups: tuple[str, ...] = ()
    group_column: str | None = None


class Answered(NamedTuple):
    """The cells of one question in one sheet: *place* names the range, such as ``F5:F54``."""

    question: str
    place: Source


class SurveyValue(NamedTuple):
    """The value that a survey came to, of how many *respondents*, and its 90% interval.

    The interval lies within the scale, and is None where it cannot be computed. *first* are the
    cells of the first respondents. *share* is the value as a share from 0 to 1, where it is one.
    """

    survey: Survey
    value: Fraction
    respondents: int
    interval: tuple[float, float] | None
    answered: tuple[Answered, ...]
    first: tuple[Reading, ...]
    share: Fraction | None = None

    def cells(self) -> str:
        """Return the ranges of the answers as seen from their first file; of many the first."""
        places = [one.place for one in self.answered]
        shown = [place.seen_from(places[0].file) for place in places[:_RANGES_SHOWN]]
        return ", ".join((*shown, "…") if len(places) > len(shown) else shown)
