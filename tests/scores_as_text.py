"""Scores in the formats that are text: what ``score`` would print."""

from __future__ import annotations

from kediri_index.model.language import Language
from kediri_index.model.scores import ScoreOutcome
from kediri_index.present.commands.score import ScoreShown
from kediri_index.present.document import clean
from kediri_index.present.renderers import md
from tests.present.screens import drawn


def score_csv(outcome: ScoreOutcome) -> str:
    return "".join(ScoreShown(Language.EN, outcome).csv())


def score_json(outcome: ScoreOutcome, language: Language, *, detail: bool) -> str:
    return "".join(ScoreShown(language, outcome, detail).json())


def score_md(outcome: ScoreOutcome, language: Language, *, detail: bool) -> str:
    return md.rendered(clean(ScoreShown(language, outcome, detail).document()))


def score_table(outcome: ScoreOutcome, language: Language, *, width: int = 120) -> str:
    return drawn(ScoreShown(language, outcome), width)
