"""The catalogue as a whole: every code once, complete in both languages."""

from __future__ import annotations

import re
from collections import Counter
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from string import Formatter

import kediri_index
from kediri_index.messages import findings
from kediri_index.messages.catalogue import CATALOGUE, has_errors, message_of, severity_of
from kediri_index.model.findings import Finding, Severity
from kediri_index.model.language import Language
from kediri_index.rules import RULE_FINDINGS

ENTRIES = list(CATALOGUE.values())
SOURCE = Path(kediri_index.__file__).parent


def params_of(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def test_no_code_stands_twice_and_each_has_the_letter_of_a_family() -> None:
    names = [one.name for one in iter_modules(findings.__path__)]
    tables = [import_module(f"{findings.__name__}.{name}").FINDINGS for name in names]
    codes = [entry.code for table in (RULE_FINDINGS, *tables) for entry in table]
    assert sorted(codes) == sorted(CATALOGUE)
    assert [code for code, count in Counter(codes).items() if count > 1] == []
    assert [code for code in codes if not re.fullmatch("[CDFRSX][0-9]{3}", code)] == []


def test_every_text_is_there_in_both_languages_and_names_the_same_params() -> None:
    for entry in ENTRIES:
        pairs = (
            (entry.title_id, entry.title_en),
            (entry.text_id, entry.text_en),
            (entry.repair_id, entry.repair_en),
        )
        for indonesian, english in pairs:
            assert indonesian.strip() == indonesian != "", entry.code
            assert english.strip() == english != "", entry.code
            assert params_of(indonesian) == params_of(english), entry.code
        assert not params_of(entry.title_id), entry.code
        assert entry.text_id != entry.text_en, entry.code
        assert entry.repair_id != entry.repair_en, entry.code


def test_a_text_is_one_plain_sentence_and_ends_without_a_full_stop() -> None:
    for entry in ENTRIES:
        for sentence in (entry.text_id, entry.text_en, entry.repair_id, entry.repair_en):
            assert not sentence.endswith((".", "!")), entry.code
            assert "\n" not in sentence, entry.code
            assert "  " not in sentence, entry.code
            assert all(name.isidentifier() for name in params_of(sentence)), entry.code


def test_every_code_is_given_by_some_part_of_the_program() -> None:
    texts = SOURCE.joinpath("messages")
    sources = (path for path in SOURCE.rglob("*.py") if texts not in path.parents)
    program = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    assert [entry.code for entry in ENTRIES if f'"{entry.code}"' not in program] == []


def test_every_code_that_the_program_gives_is_in_the_catalogue() -> None:
    given = {
        code
        for path in SOURCE.rglob("*.py")
        for code in re.findall(r'"([A-Z][0-9]{3})"', path.read_text(encoding="utf-8"))
    }
    assert given <= set(CATALOGUE)


def test_only_errors_count_as_errors() -> None:
    by_severity = {
        severity: Finding(code)
        for code, severity in ((entry.code, entry.severity) for entry in ENTRIES)
        for severity in (severity,)
    }
    assert set(by_severity) == set(Severity)
    for severity, finding in by_severity.items():
        assert severity_of(finding) is severity
        assert has_errors([finding]) is (severity is Severity.ERROR)
    assert not has_errors([])


def test_a_value_with_braces_is_shown_as_it_is() -> None:
    finding = Finding("C110", value="{0} {nearest}")
    assert "«{0} {nearest}»" in message_of(finding, Language.EN)


AT_LEAST_TWO = {"C154", "C156", "C158", "F432", "F440", "S331", "S333", "S836"}
"""Codes of what is never alone."""


def test_no_text_counts_one_thing_as_several() -> None:
    counting = re.compile(r"(?<!all )(?<!of )\{(count|units)\} [a-z]+s\b")
    plural = {entry.code for entry in ENTRIES if counting.search(entry.text_en)}
    assert plural == AT_LEAST_TWO
