"""Scores in the formats that are text: what ``score`` would print."""

from __future__ import annotations

import io

from rich.console import Console

from kediri_index.model.language import Language
from kediri_index.model.outcomes import ScoreOutcome
from kediri_index.present.score import csv, json, md, table
from kediri_index.present.score.shown import ScoreShown


def score_csv(outcome: ScoreOutcome) -> str:
    return "".join(csv.render(ScoreShown(outcome, Language.EN)))


def score_json(outcome: ScoreOutcome, language: Language, *, detail: bool) -> str:
    return "".join(json.render(ScoreShown(outcome, language, detail)))


def score_md(outcome: ScoreOutcome, language: Language, *, detail: bool) -> str:
    return md.render(ScoreShown(outcome, language, detail))


def score_table(outcome: ScoreOutcome, language: Language, *, width: int = 120) -> str:
    stream = io.StringIO()
    console = Console(
        file=stream, width=width, color_system=None, markup=False, highlight=False, emoji=False
    )
    table.draw(ScoreShown(outcome, language), console)
    return stream.getvalue()
