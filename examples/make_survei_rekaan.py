"""Write an invented survey of the ministry's impact dimension: 54 questions, 50 respondents.

Nobody was asked: the answers are drawn with a fixed seed, so the same definition gives the same
bytes, and both files say so. Run as ``python -m examples.make_survei_rekaan``.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from examples.finding_examples.workbooks import Row, Sheet, workbook
from examples.make_examples import CONFIG, FOLDER
from kediri_index.model.definition import Definition, Group
from kediri_index.model.language import Language
from kediri_index.usecases.inputs import load_definition

SURVEY = FOLDER / "survei-rekaan"
DEFINITION = "dampak-rekaan.yaml"
WORKBOOK = "survei-dampak-rekaan.xlsx"
INVENTED = "CONTOH: semua jawaban di lembar ini rekaan, bukan hasil survei"
YEAR, SEED, RESPONDENTS = 2023, 54, 50
BEGUN = datetime(YEAR, 9, 4, 8, 30)  # noqa: DTZ001 - a form writes local time without a zone
MINUTES = 17
STRAIGHT = 17
"""The respondent who gives one answer to everything."""


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Write an invented survey and its definition.")
    parser.add_argument(
        "--output", type=Path, default=SURVEY, metavar="DIR", help="default: beside this script"
    )
    for path in write_all(parser.parse_args().output):
        print(f"wrote {path}")


def write_all(folder: Path) -> list[Path]:
    """Write the definition and the workbook into *folder*; return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    definition = load_definition(CONFIG / "pillars.yaml")
    impact = next(group for group in definition.groups if group.id == "impact")
    paths = [folder / DEFINITION, folder / WORKBOOK]
    paths[0].write_text("".join(f"{line}\n" for line in _lines(definition, impact)), "utf-8")
    paths[1].write_bytes(workbook({"Survei (rekaan)": Sheet(tuple(_rows(impact)))}))
    return paths


def _lines(definition: Definition, impact: Group) -> Iterator[str]:
    """Yield the lines of the definition: the impact dimension, with a survey of each question."""
    yield f"# Dimensi impact dari {definition.id}, sebagai survei kepada {RESPONDENTS} responden."
    yield "# Jawaban di berkas contohnya rekaan; skala jawabannya anggapan kami."
    yield "kediri_index: 1"
    yield "id: dampak-rekaan"
    yield 'version: "1"'
    yield "status: own"
    yield "title: Dimensi impact dari survei (contoh rekaan)"
    yield "title_en: Impact dimension from a survey (invented example)"
    yield f"year: {YEAR}"
    yield "scale: {min: 0, max: 4}"
    yield "kinds:"
    used = {group.kind for group in impact.at_or_below() if isinstance(group, Group)}
    for kind in definition.kinds:
        if kind.id in used - {impact.kind}:
            english = kind.label.in_language(Language.EN)
            yield f"  {kind.id}: {{name: {kind.label.main}, name_en: {english}}}"
    yield "groups:"
    for group in impact.groups:
        yield from _group(group, "  ")
    yield "indicators:"
    for one in impact.at_or_below():
        if not isinstance(one, Group):
            name = f'"{one.label.main}"'
            survey = f"{{min_respondents: {RESPONDENTS}}}"
            yield f"  - {{id: {one.id}, in: {one.parent}, survey: {survey}, name: {name}}}"


def _group(group: Group, indent: str) -> Iterator[str]:
    name = f'name: "{group.label.main}"'
    if not group.groups:
        yield f"{indent}- {{id: {group.id}, kind: {group.kind}, {name}}}"
        return
    yield f"{indent}- id: {group.id}"
    yield from (f"{indent}  {said}" for said in (f"kind: {group.kind}", name, "groups:"))
    for inner in group.groups:
        yield from _group(inner, f"{indent}    ")


def _rows(impact: Group) -> Iterator[Row]:
    """Yield the sheet: what it is, whose, texts and codes of the questions, then respondents."""
    random = Random(SEED)  # noqa: S311 - an example, no secret
    questions = [one for one in impact.at_or_below() if not isinstance(one, Group)]
    yield (INVENTED,)
    yield "Wilayah", "Kota Contoh"
    yield "Tahun", YEAR
    yield ()
    yield ("Cap waktu", "Responden", "Nama", *(one.label.main for one in questions))
    yield (None, None, None, *(one.id for one in questions))
    liked = [random.uniform(2.2, 3.6) for _ in questions]
    for number in range(1, RESPONDENTS + 1):
        sent = BEGUN + timedelta(minutes=MINUTES * number)
        mood = random.gauss(0, 0.4)
        answers = [min(4, max(0, round(random.gauss(one + mood, 0.7)))) for one in liked]
        if number == STRAIGHT:
            answers = [4] * len(questions)
        who = f"R{number:02}", f"Responden rekaan {number}"
        yield (f"{sent:%d/%m/%Y %H:%M:%S}", *who, *answers)


if __name__ == "__main__":
    main()
