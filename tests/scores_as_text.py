"""Scores in the formats that are text: what ``score`` would print."""

from __future__ import annotations

from kediri_index.model.language import Language
from kediri_index.model.outcomes import ScoreOutcome
from kediri_index.report.score import csv, json, md
from kediri_index.report.score.shown import ScoreShown


def score_csv(outcome: ScoreOutcome) -> str:
    return "".join(csv.render(ScoreShown(outcome, Language.EN)))


def score_json(outcome: ScoreOutcome, language: Language, *, detail: bool) -> str:
    return json.render(ScoreShown(outcome, language, detail))


def score_md(outcome: ScoreOutcome, language: Language, *, detail: bool) -> str:
    return md.render(ScoreShown(outcome, language, detail))
