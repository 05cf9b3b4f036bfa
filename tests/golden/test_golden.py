"""Whole outputs, as they stood when someone last looked at them.

Each is a file beside this test. A change of any output fails here; look at the difference, and if
it is what was meant, write the files anew:

    KEDIRI_INDEX_UPDATE_GOLDEN=1 pytest tests/golden

Left out is what must vary: the hashes of files, and the version of the program.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from examples.finding_examples.bundles import zipped
from kediri_index import __version__
from kediri_index.cli.run import run
from tests.archive.archives import members_of, workbook_replaced
from tests.findings.building import percent, xlsx

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
UPDATE = os.environ.get("KEDIRI_INDEX_UPDATE_GOLDEN") == "1"
LANGUAGES = ("id", "en")
EXAMPLES = (
    "kota-kediri-2022",
    "kota-kediri-2023",
    "kabupaten-malang-2022",
    "kabupaten-malang-2023",
)
SHORT = "examples/kota-contoh-salah/Dinas Lingkungan Hidup.xlsx"
ENDINGS = {
    "text": "txt",
    "json": "json",
    "jsonl": "jsonl",
    "github": "txt",
    "junit": "xml",
    "md": "md",
}
FAULTY = "Dinas Koperasi dan UMKM.xlsx"
DIFF = (
    *("definition", "diff", "kominfo-2023-reguler", "kominfo-2023-kppn"),
    *("--data", "examples/kota-kediri-2023.xlsx"),
    *("--data", "examples/kabupaten-malang-2023.xlsx"),
)
WEIGHTS = (
    *("definition", "weights", "examples/wilayah-contoh/indeks.yaml"),
    *("--data", "examples/wilayah-contoh/wilayah.csv", "--method", "critic"),
)
Printed = Callable[..., str]


@pytest.fixture
def printed(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Printed:
    """Return a function that runs the command line in the repository, 100 columns wide."""
    for variable in ("FORCE_COLOR", "KEDIRI_INDEX_CONFIG", "KEDIRI_INDEX_LANG", "NO_COLOR", "TERM"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(ROOT)

    def run_line(*arguments: str, code: int = 0) -> str:
        monkeypatch.setattr(sys, "argv", ["kediri-index", *arguments])
        assert run(arguments) == code
        return capsys.readouterr().out

    return run_line


@pytest.fixture
def faulty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, printed: Printed) -> Printed:
    """Return the same, in a project of its own that holds a workbook with many faults."""
    shutil.copytree(ROOT / "config", tmp_path / "config")
    (tmp_path / FAULTY).write_bytes(
        xlsx(
            {
                "Identitas": [
                    ("Wilayah", "Kota Kediri"),
                    ("Tahun", "'26"),
                    ("OPD", "dinkop-umtk"),
                    ("Definisi", "six-pillars"),
                    ("Versi definisi", "0"),
                ],
                "Penilaian": [
                    ("Dinas Koperasi, Usaha Mikro dan Tenaga Kerja",),
                    (),
                    ("Kode", "Indikator", "Target", "Realisasi", "Nilai mandiri", "Nilai asesor"),
                    ("BRA-01", None, None, None, "tiga", 5),
                    ("BRA-02", None, None, "1.234", None, None),
                    ("BRA-03", None, 0, 12, None, None),
                    ("BRA-04", None, None, None, None, "mungkin"),
                    ("ECO-01", None, None, percent(0.045), None, None),
                    ("ECO-02", None, 5, "7 - 8", None, None),
                    ("ECO-03", None, None, 140, None, None),
                    ("ECO-04", None, None, "=D8/2", None, None),
                    ("LIV-01", None, None, date(2026, 5, 1), None, None),
                    ("ECO-3", None, None, 40, None, None),
                    (None, "Tingkat pengangguran", None, 4, None, None),
                    ("ECO-01", None, None, 5, None, None),
                    (None, "Rata-rata", None, 4, None, None),
                ],
            }
        )
    )
    monkeypatch.chdir(tmp_path)
    return printed


def normalised(text: str) -> str:
    """The text without what must vary."""
    text = re.sub(r'"(sha256|fingerprint)": "[0-9a-f]{64}"', r'"\1": "…"', text)
    text = re.sub(r"· [0-9a-f]{12} ·", "· … ·", text)
    return text.replace(f'"version": "{__version__}"', '"version": "…"', 1)


def assert_golden(name: str, text: str) -> None:
    """Compare with the file beside this test, or write it."""
    path = HERE / name
    seen = normalised(text)
    if UPDATE:
        path.write_text(seen, encoding="utf-8")
    assert path.is_file(), f"{name} is not there; see the head of this test"
    assert seen == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("example", EXAMPLES)
@pytest.mark.parametrize(("form", "ending"), [("table", "txt"), ("md", "md")])
def test_score_for_people(
    form: str, ending: str, example: str, language: str, printed: Printed
) -> None:
    out = printed("score", f"examples/{example}.xlsx", "--format", form, "--lang", language)
    assert_golden(f"score-{example}.{language}.{ending}", out)


@pytest.mark.parametrize("example", EXAMPLES)
@pytest.mark.parametrize("form", ["json", "csv"])
def test_score_for_programs_is_the_same_in_both_languages_but_for_the_texts_of_findings(
    form: str, example: str, printed: Printed
) -> None:
    for language in LANGUAGES:
        out = printed("score", f"examples/{example}.xlsx", "--format", form, "--lang", language)
        out = re.sub(r'"(message|hint)": ".*"', r'"\1": "…"', out)
        assert_golden(f"score-{example}.{form}", out)


@pytest.mark.parametrize("language", LANGUAGES)
def test_score_in_detail(language: str, printed: Printed) -> None:
    out = printed("score", "examples/kabupaten-malang-2022.xlsx", "--detail", "--lang", language)
    assert_golden(f"score-detail-kabupaten-malang-2022.{language}.txt", out)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("form", "ending"), [("text", "txt"), ("json", "json")])
def test_check_of_a_workbook_with_many_faults(
    form: str, ending: str, language: str, faulty: Printed
) -> None:
    out = faulty("check", FAULTY, "--format", form, "--lang", language, code=1)
    assert_golden(f"check.{language}.{ending}", out)


COMPARED = ("kota-kediri", "kabupaten-malang")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", ["80", "100"])
@pytest.mark.parametrize("name", COMPARED)
def test_a_comparison_for_people(
    name: str, width: str, language: str, printed: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    out = printed("compare", *_years(name), "--lang", language)
    assert_golden(f"compare-{name}-{width}.{language}.txt", out)


@pytest.mark.parametrize("form", ["json", "csv", "md"])
@pytest.mark.parametrize("name", COMPARED)
def test_a_comparison_in_other_formats(name: str, form: str, printed: Printed) -> None:
    out = printed("compare", *_years(name), "--format", form)
    assert_golden(f"compare-{name}.{form}", out)


REGIONS = (
    *("compare", "examples/wilayah-contoh-2022/wilayah.csv", "examples/wilayah-contoh/wilayah.csv"),
    *("--config", "examples/wilayah-contoh/indeks.yaml"),
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", ["80", "100"])
def test_many_units_compared_for_people(
    width: str, language: str, printed: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    out = printed(*REGIONS, "--lang", language)
    assert_golden(f"compare-wilayah-contoh-{width}.{language}.txt", out)


@pytest.mark.parametrize("form", ["csv", "md"])
def test_many_units_compared_in_other_formats(form: str, printed: Printed) -> None:
    assert_golden(f"compare-wilayah-contoh.{form}", printed(*REGIONS, "--format", form))


def _years(name: str) -> tuple[str, str]:
    return f"examples/{name}-2022.xlsx", f"examples/{name}-2023.xlsx"


OF_REGIONS = (
    *("definition", "lint", "examples/wilayah-contoh/indeks.yaml"),
    *("--data", "examples/wilayah-contoh/wilayah.csv"),
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_data_say_of_a_definition(
    language: str, printed: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert_golden(f"definition-lint.{language}.txt", printed(*OF_REGIONS, "--lang", language))


def test_what_data_say_of_a_definition_to_programs(printed: Printed) -> None:
    out = printed(*OF_REGIONS, "--format", "json", "--lang", "en")
    rounded = re.sub(r"-?[0-9]+\.[0-9]{9,}", lambda figure: f"{float(figure[0]):.8f}", out)
    assert_golden("definition-lint.json", rounded)


BOARDS = ("kota-contoh", "kota-contoh-salah")


@pytest.fixture
def on_the_day(printed: Printed, monkeypatch: pytest.MonkeyPatch) -> Printed:
    """Return the same, four days after all was due."""
    monkeypatch.setattr("kediri_index.cli.values.today", lambda: date(2023, 9, 19))
    return printed


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", ["80", "120"])
@pytest.mark.parametrize("folder", BOARDS)
def test_status_for_people(
    folder: str,
    width: str,
    language: str,
    on_the_day: Printed,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    code = int(folder == "kota-contoh-salah")
    out = on_the_day("status", f"examples/{folder}", "--lang", language, code=code)
    assert_golden(f"status-{folder}-{width}.{language}.txt", out)


@pytest.mark.parametrize(("form", "ending"), [("json", "json"), ("csv", "csv"), ("md", "md")])
def test_status_in_other_formats(form: str, ending: str, on_the_day: Printed) -> None:
    out = on_the_day("status", "examples/kota-contoh-salah", "--format", form, code=1)
    assert_golden(f"status-kota-contoh-salah.{ending}", out)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_to_an_agency(language: str, on_the_day: Printed, tmp_path: Path) -> None:
    options = ("--messages", str(tmp_path), "--lang", language)
    on_the_day("status", "examples/kota-contoh-salah", *options, code=1)
    for opd in ("dlh", "rsud"):
        said = (tmp_path / f"{opd}.txt").read_text(encoding="utf-8-sig")
        assert_golden(f"message-{opd}.{language}.txt", said)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["text", "json", "jsonl", "github", "junit", "md"])
def test_check_of_one_file_in_each_format(form: str, language: str, printed: Printed) -> None:
    out = printed("check", SHORT, "--format", form, "--lang", language, code=1)
    assert_golden(f"check-{form}.{language}.{ENDINGS[form]}", out)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["text", "jsonl", "junit", "md"])
def test_check_with_an_accepted_finding(form: str, language: str, printed: Printed) -> None:
    waivers = ("--waivers", "examples/waivers.yaml")
    out = printed("check", SHORT, *waivers, "--format", form, "--lang", language, code=1)
    assert_golden(f"check-waived-{form}.{language}.{ENDINGS[form]}", out)


@pytest.mark.parametrize("language", LANGUAGES)
def test_definition_list(language: str, printed: Printed) -> None:
    assert_golden(
        f"definition-list.{language}.txt", printed("definition", "list", "--lang", language)
    )


def test_definition_list_for_programs(printed: Printed) -> None:
    assert_golden("definition-list.json", printed("definition", "list", "--format", "json"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_definition_show(language: str, printed: Printed) -> None:
    out = printed("definition", "show", "six-pillars", "--lang", language)
    assert_golden(f"definition-show.{language}.txt", out)


def test_definition_show_for_programs(printed: Printed) -> None:
    out = printed("definition", "show", "six-pillars", "--format", "json")
    assert_golden("definition-show.json", out)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("form", "ending"), [("table", "txt"), ("md", "md")])
def test_definition_diff(form: str, ending: str, language: str, printed: Printed) -> None:
    out = printed(*DIFF, "--detail", "--format", form, "--lang", language)
    assert_golden(f"definition-diff.{language}.{ending}", out)


@pytest.mark.parametrize("form", ["json", "csv"])
def test_definition_diff_for_programs(form: str, printed: Printed) -> None:
    assert_golden(f"definition-diff.{form}", printed(*DIFF, "--format", form))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("form", "ending"), [("table", "txt"), ("md", "md")])
def test_definition_weights(form: str, ending: str, language: str, printed: Printed) -> None:
    out = printed(*WEIGHTS, "--format", form, "--lang", language)
    assert_golden(f"definition-weights.{language}.{ending}", out)


@pytest.mark.parametrize("form", ["json", "csv"])
def test_definition_weights_for_programs(form: str, printed: Printed) -> None:
    assert_golden(f"definition-weights.{form}", printed(*WEIGHTS, "--format", form))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("form", "ending"), [("text", "txt"), ("json", "json"), ("md", "md")])
def test_explain_of_a_cell_of_a_definition_and_of_a_file(
    form: str, ending: str, language: str, printed: Printed
) -> None:
    out = printed("explain", "C121", "D211", "F103", "--format", form, "--lang", language)
    assert_golden(f"explain.{language}.{ending}", out)


@pytest.mark.parametrize("language", LANGUAGES)
def test_explain_without_a_code(language: str, printed: Printed) -> None:
    assert_golden(f"explain-list.{language}.txt", printed("explain", "--lang", language))


def test_no_golden_file_is_left_over() -> None:
    made = {
        *(
            f"score-{one}.{tongue}.{end}"
            for one in EXAMPLES
            for tongue in LANGUAGES
            for end in ("txt", "md")
        ),
        *(f"score-{one}.{form}" for one in EXAMPLES for form in ("json", "csv")),
        *(f"score-detail-kabupaten-malang-2022.{tongue}.txt" for tongue in LANGUAGES),
        *(f"check.{tongue}.{end}" for tongue in LANGUAGES for end in ("txt", "json")),
        *(f"explain.{tongue}.{end}" for tongue in LANGUAGES for end in ("txt", "json", "md")),
        *(f"explain-list.{tongue}.txt" for tongue in LANGUAGES),
        *(f"definition-lint.{end}" for end in ("en.txt", "id.txt", "json")),
        *(f"check-{form}.{tongue}.{end}" for form, end in ENDINGS.items() for tongue in LANGUAGES),
        *(
            f"check-waived-{form}.{tongue}.{ENDINGS[form]}"
            for form in ("text", "jsonl", "junit", "md")
            for tongue in LANGUAGES
        ),
        *(f"definition-{what}.{tongue}.txt" for what in ("list", "show") for tongue in LANGUAGES),
        *(
            f"status-{folder}-{width}.{tongue}.txt"
            for folder in BOARDS
            for width in (80, 120)
            for tongue in LANGUAGES
        ),
        *(f"status-kota-contoh-salah.{form}" for form in ("json", "csv", "md")),
        *(f"message-{opd}.{tongue}.txt" for opd in ("dlh", "rsud") for tongue in LANGUAGES),
        *(f"definition-{what}.json" for what in ("list", "show", "diff")),
        *(f"definition-diff.{tongue}.{end}" for tongue in LANGUAGES for end in ("txt", "md")),
        "definition-diff.csv",
        *(f"definition-weights.{tongue}.{end}" for tongue in LANGUAGES for end in ("txt", "md")),
        *(f"definition-weights.{form}" for form in ("json", "csv")),
        *(
            f"{name}-{width}.{tongue}.txt"
            for name in TRACES
            for width in (80, 120)
            for tongue in LANGUAGES
        ),
        *(
            f"trace-kota-kediri-2022-impact.{tongue}.{end}"
            for tongue in LANGUAGES
            for end in ("md", "json")
        ),
        *(f"trace-six-pillars.{tongue}.txt" for tongue in LANGUAGES),
        *(
            f"compare-{name}-{width}.{tongue}.txt"
            for name in COMPARED
            for width in ("80", "100")
            for tongue in LANGUAGES
        ),
        *(f"compare-{name}.{form}" for name in COMPARED for form in ("json", "csv", "md")),
        *(
            f"compare-wilayah-contoh-{width}.{tongue}.txt"
            for width in ("80", "100")
            for tongue in LANGUAGES
        ),
        *(f"compare-wilayah-contoh.{form}" for form in ("csv", "md")),
        *(
            f"verify{what}.{tongue}.{end}"
            for what in ("", "-changed")
            for tongue in LANGUAGES
            for end in ("txt", "md")
        ),
        *(f"verify-published.{tongue}.txt" for tongue in LANGUAGES),
        "bundle.json",
        "verify.json",
    }
    there = {
        path.name
        for path in HERE.iterdir()
        if path.suffix in {".txt", ".md", ".json", ".jsonl", ".xml", ".csv"}
    }
    assert there == made


ENVELOPE = ["schema", "tool", "definition", "inputs", "result", "findings"]
FINDING = [
    "code",
    "severity",
    "file",
    "sheet",
    "cell",
    "line",
    "column",
    "value",
    "message",
    "hint",
    "indicator",
]


@pytest.mark.parametrize("name", sorted(path.name for path in HERE.glob("*.json")))
def test_the_envelope_keeps_its_names(name: str) -> None:
    document = json.loads((HERE / name).read_text(encoding="utf-8"))
    assert list(document) == ENVELOPE
    command = re.match(
        r"score|check|bundle|verify|compare|explain|status|trace|definition-(diff|lint|list|show|weights)",
        name,
    )
    assert command is not None
    assert document["schema"] == f"kediri-index/{command[0]}/1"
    assert document["tool"] == {"name": "kediri-index", "version": "…"}
    if document["definition"] is not None:
        assert list(document["definition"]) == ["id", "version", "status", "sha256", "path"]
    for finding in document["findings"]:
        assert list(finding) == FINDING
    assert "NaN" not in (HERE / name).read_text(encoding="utf-8")


TRACES = {
    "trace-kota-kediri-2022": ("examples/kota-kediri-2022.xlsx",),
    "trace-kota-kediri-2022-impact": ("examples/kota-kediri-2022.xlsx", "impact"),
    "trace-kabupaten-malang-2023": ("examples/kabupaten-malang-2023.xlsx",),
    "trace-kabupaten-malang-2023-living": ("examples/kabupaten-malang-2023.xlsx", "living"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", ["80", "120"])
@pytest.mark.parametrize("name", TRACES)
def test_trace_on_a_screen(
    name: str, width: str, language: str, printed: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    out = printed("trace", *TRACES[name], "--lang", language)
    assert max(map(len, out.splitlines())) <= int(width)
    assert_golden(f"{name}-{width}.{language}.txt", out)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("form", "ending"), [("md", "md"), ("json", "json")])
def test_trace_in_a_document(form: str, ending: str, language: str, printed: Printed) -> None:
    name = "trace-kota-kediri-2022-impact"
    out = printed("trace", *TRACES[name], "--format", form, "--lang", language)
    assert_golden(f"{name}.{language}.{ending}", out)


@pytest.mark.parametrize("language", LANGUAGES)
def test_trace_of_measured_results(language: str, printed: Printed, tmp_path: Path) -> None:
    file = tmp_path / "isian.xlsx"
    rows = [
        ("Wilayah", "Kota Uji"),
        ("Tahun", 2026),
        (),
        ("Kode", "Target", "Realisasi", "Nilai asesor 1", "Nilai asesor 2"),
        *(("GOV-01", None, 3.4), ("GOV-02", None, None, 3, 2.5), ("GOV-03", None, None, 3)),
        *(("GOV-04", None, 72), ("BRA-01", None, None, 4), ("BRA-02", None, 2_000_000)),
        *(("BRA-03", 40, 30), ("BRA-04", None, None, "ya"), ("ECO-01", None, 4.5)),
        *(("ECO-02", 6, 7.5), ("ECO-03", None, 55), ("ECO-04", None, 60, 2)),
        *(
            ("LIV-01", None, 45),
            ("LIV-02", None, 95),
            ("LIV-03", None, "n/a"),
            ("LIV-04", None, 95),
        ),
    ]
    file.write_bytes(xlsx({"Penilaian": rows}))
    options = ("--config", "six-pillars", "--allow-errors", "--depth", "2", "--lang", language)
    out = printed("trace", str(file), *options)
    assert_golden(f"trace-six-pillars.{language}.txt", out.replace(str(tmp_path), "…"))


@pytest.fixture
def archives(tmp_path: Path, printed: Printed, monkeypatch: pytest.MonkeyPatch) -> Printed:
    """Return the same, 80 columns wide, beside an archive and one with a changed cell."""
    path = tmp_path / "arsip.zip"
    printed("bundle", "examples/kota-kediri-2022.xlsx", "--output", str(path))
    changed = workbook_replaced(
        members_of(path.read_bytes()), "inputs/", "xl/worksheets/sheet2.xml", ">3.23<", ">3.33<"
    )
    (tmp_path / "berubah.zip").write_bytes(zipped(changed))
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)

    def run_line(*arguments: str, code: int = 0) -> str:
        out = printed(*arguments, code=code)
        out = re.sub(r"\bsha256:? [0-9a-f]{64}", "sha256 …", out)
        return out.replace(f"kediri-index {__version__}", "kediri-index …")

    return run_line


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("form", "ending"), [("text", "txt"), ("md", "md")])
def test_verify_for_people(form: str, ending: str, language: str, archives: Printed) -> None:
    options = ("--format", form, "--lang", language)
    out = archives("verify", "arsip.zip", *options)
    assert_golden(f"verify.{language}.{ending}", out)
    out = archives("verify", "berubah.zip", *options, code=1)
    assert_golden(f"verify-changed.{language}.{ending}", out)


def test_bundle_and_verify_for_programs(archives: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    out = archives("verify", "arsip.zip", "--format", "json", "--lang", "en")
    assert_golden("verify.json", out.replace(f'"{__version__}"', '"…"'))
    here = Path.cwd()
    monkeypatch.chdir(ROOT)
    path = str(here / "lagi.zip")
    out = archives("bundle", "examples/kota-kediri-2022.xlsx", "-o", path, "--format", "json")
    assert_golden("bundle.json", out.replace(path, "arsip.zip"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_published_results_for_people(language: str, archives: Printed) -> None:
    assert_golden(
        f"verify-published.{language}.txt", archives("verify", "--published", "--lang", language)
    )
