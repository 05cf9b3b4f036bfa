"""Scores in the formats that are text: what ``score`` would print."""

from __future__ import annotations

from kediri_index.model.language import Language
from kediri_index.model.scores import ScoreOutcome
from kediri_index.present.commands.score import ScorePresentation
from kediri_index.present.document import clean
from kediri_index.present.renderers import md
from tests.present.screens import drawn


def score_csv(outcome: ScoreOutcome) -> str:
    return "".join(ScorePresentation(Language.EN, outcome).csv())


def score_json(outcome: ScoreOutcome, language: Language, *, detail: bool) -> str:
    return "".join(ScorePresentation(language, outcome, detail).json())


def score_md(outcome: ScoreOutcome, language: Language, *, detail: bool) -> str:
    return md.rendered(clean(ScorePresentation(language, outcome, detail).document()))


def score_table(outcome: ScoreOutcome, language: Language, *, width: int = 120) -> str:
    return drawn(ScorePresentation(language, outcome), width)
