"""Files of people who know no YAML: what they meant, and as far as that is certain."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from kediri_index.definition import corrections
from kediri_index.definition.corrections import Corrected, corrected
from kediri_index.definition.load_definition import load_definition_file
from kediri_index.definition.load_profile import load_profile_file, load_waivers_file
from kediri_index.definition.specs import DefinitionSpec
from kediri_index.errors import DefinitionError
from kediri_index.messages.catalogue import message_of, repair_of
from kediri_index.model.dataset import SourceFile
from kediri_index.model.findings import Finding, range_of
from kediri_index.model.language import Language
from kediri_index.model.limits import Limits
from kediri_index.usecases.inputs import Surroundings
from kediri_index.usecases.lint import lint
from tests.golden.yaml_slips import BASE, SLIPS, Slip

Write = Callable[..., Path]
FindingsOf = Callable[..., tuple[Finding, ...]]
each_slip = pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)


def correction(data: bytes) -> Corrected:
    found = corrected(SourceFile("uji.yaml", data), DefinitionSpec, Limits())
    assert found is not None
    return found


@each_slip
def test_what_is_certain_means_what_was_meant(slip: Slip, write: Write) -> None:
    found = correction(slip.data())
    if not slip.certain:
        return
    meant = load_definition_file(write(slip.intended(), "maksud.yaml")).definition
    assert load_definition_file(write(found.sure)).definition.sha256 == meant.sha256


@each_slip
def test_what_is_not_certain_stays_a_finding(slip: Slip, write: Write) -> None:
    path = write(correction(slip.data()).sure)
    if slip.certain:
        load_definition_file(path)
    else:
        with pytest.raises(DefinitionError):
            load_definition_file(path)


@each_slip
def test_a_second_correction_changes_nothing(slip: Slip) -> None:
    once = correction(slip.data()).sure
    assert correction(once.encode()).sure == once


@each_slip
def test_only_lines_with_a_slip_are_changed(slip: Slip) -> None:
    found = correction(slip.data())
    changed = {
        number
        for number, lines in enumerate(
            zip(found.written.split("\n"), found.text.split("\n"), strict=True), start=1
        )
        if lines[0] != lines[1]
    }
    assert slip.lists or changed <= {one.line for one in found.slips}


def test_a_definition_without_a_slip_is_not_changed() -> None:
    found = correction(BASE.encode())
    assert (found.sure, found.slips) == (BASE, ())


def test_comments_and_ends_of_lines_stay() -> None:
    text = BASE.replace("weight: 60", "bobot: 60%   # dari rapat").replace("\n", "\r\n")
    found = correction(text.encode())
    assert found.sure == text.replace("bobot: 60%", "weight: 60")


def test_slips_of_one_kind_are_one_finding_that_names_their_lines(
    findings_of: FindingsOf,
) -> None:
    (finding,) = findings_of(
        BASE.replace("weight: 50", "weight: 50%").replace("0\n    name", "0%\n    name")
    )
    assert (finding.code, range_of(finding)) == ("D106", "13,17,24,31")
    assert message_of(finding, Language.ID).endswith("; juga di baris 17, 24, 31")
    assert repair_of(finding, Language.ID).endswith("; barisnya menjadi: weight: 60")


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ({"Indeks Kota Cerdas": '"Indeks Kota', ": Ekonomi": ': "Ekonomi'}, "D714:5 D714:14"),
        ({"Indeks Kota Cerdas": "'Indeks Kota", ": Ekonomi": ": 'Ekonomi"}, "D714:5 D714:14"),
        ({"Indeks Kota Cerdas": "'Indeks Kota", ": Ekonomi": ': "Ekonomi'}, "D714:5 D714:14"),
        ({"max: 100}": "max: 100", ": Ekonomi": ': "Ekonomi'}, "D714:7 D714:14"),
        ({": Ekonomi": ': "Ekonomi', "100]}": "100}"}, "D714:14 D714:33"),
        ({": Ekonomi": ': "Ekonomi', "in: lingkungan": "in: lingkung"}, "D714:14 D202:33"),
        ({": Ekonomi": ': "Ekonomi', "- {id: LIN-01": "- {idd: LIN-01"}, "D714:14 D101:33 D102:33"),
    ],
)
def test_a_mark_that_is_not_closed_hides_nothing_below_it(
    edits: dict[str, str], expected: str, findings_of: FindingsOf
) -> None:
    text = BASE
    for old, new in edits.items():
        text = text.replace(old, new, 1)
    found = findings_of(text)
    assert " ".join(f"{one.code}:{range_of(one) or one.line}" for one in found) == expected


def test_no_slip_hides_another(findings_of: FindingsOf) -> None:
    text = (
        BASE.replace("name: Ekonomi\n", "name: Ekonomi: kota\n")
        .replace("weight: 40", "bobot: 40%")
        .replace("direction: lower", "direction: naik turun")
        .replace("in: lingkungan", "in: lingkugan")
    )
    assert [(one.code, one.line, one.column) for one in findings_of(text)] == [
        ("D707", 14, 11),
        ("D701", 17, 5),
        ("D106", 17, 12),
        ("D113", 32, 16),
        ("D202", 33, 22),
    ]


@pytest.mark.parametrize(
    ("old", "new", "code", "value"),
    [
        ("Indeks Kota Cerdas", "“Indeks Kota Cerdas”", "D706", "“Indeks Kota Cerdas”"),
        ("Indeks Kota Cerdas", "&Indeks Kota Cerdas", "D718", "&Indeks Kota Cerdas"),
    ],
)
def test_a_text_that_is_silently_read_as_another_is_a_warning_of_the_lint(
    old: str, new: str, code: str, value: str, write: Write, tmp_path: Path
) -> None:
    write(BASE.replace(old, new))
    found = lint(("uji.yaml",), Surroundings(tmp_path, {}, Limits())).findings
    assert [(one.code, one.line, one.value) for one in found] == [(code, 5, value)]


@pytest.mark.parametrize(
    ("load", "text", "codes"),
    [
        (load_profile_file, "unit: Kota: Uji\ntenggat: 2026-09-13\n", "D707 D701"),
        (load_profile_file, "unit: %\nopd:\n  -{id: dlh, name: DLH}\n", "D258 D710"),
        (load_waivers_file, "- code: C203\n  reason: Rapat: mufakat\n  who: @dewi\n", "D707 D708"),
    ],
)
def test_profiles_and_waivers_are_read_likewise(
    load: Callable[[Path], object], text: str, codes: str, write: Write
) -> None:
    with pytest.raises(DefinitionError) as caught:
        load(write(text))
    found = " ".join(one.code for one in caught.value.findings if one.code != "D101")
    assert found == codes


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("30%", "30"),
        ("12,5 %", "12.5"),
        ("1.250,5", "1250.5"),
        ("1.250.000", "1250000"),
        ("0,125", "0.125"),
        ("1250,125", "1250.125"),
    ],
)
def test_a_number_with_one_reading_is_certain(said: str, read: str) -> None:
    found = correction(BASE.replace("weight: 60", f"weight: '{said}'").encode())
    assert found.sure == BASE.replace("weight: 60", f"weight: {read}")


@pytest.mark.parametrize(
    ("old", "said", "sure"),
    [
        (
            "name: Sampah terkelola, unit: persen",
            "name: @Sampah, unit: %",
            'name: "@Sampah", unit: "%"',
        ),
        ("id: LIN-01", 'id: "LIN-01", source: @a', 'id: "LIN-01", source: "@a"'),
        ("name: Ekonomi\n", "name: [Eko] nomi\n", 'name: "[Eko] nomi"\n'),
        ("name: Lingkungan\n", 'name: "Hijau" kota\n', "name: '\"Hijau\" kota'\n"),
    ],
)
def test_a_text_that_needs_quotes_gets_them_beside_others_in_its_line(
    old: str, said: str, sure: str
) -> None:
    found = correction(BASE.replace(old, said).encode())
    assert found.sure == BASE.replace(old, sure)


@pytest.mark.parametrize(
    ("old", "said", "meant"),
    [
        (
            "name: Sampah terkelola, unit: persen, valid: [0, 100]}",
            'name: "Sampah, unit: persen}',
            'name: "Sampah", unit: persen}',
        ),
        (
            "name: Sampah terkelola, unit: persen, valid: [0, 100]}",
            'name: "Sampah, sisa: x", valid: [0, 100}',
            'name: "Sampah, sisa: x", valid: [0, 100]}',
        ),
        ("  - id: EKO-02\n    in: ekonomi", "  - id: EKO-02\n   in: ekonomi", None),
    ],
)
def test_what_is_guessed_is_put_right_for_the_rest_of_the_file_alone(
    old: str, said: str, meant: str | None
) -> None:
    text = BASE.replace(old, said)
    found = correction(text.encode())
    assert (found.text, found.sure) == (BASE.replace(old, meant or old), text)


@pytest.mark.parametrize(
    ("old", "said"),
    [
        ("name: Ekonomi\n", f"name: @{'a' * 2000}\n"),
        ("unit: persen, valid", "weight: 1,250, valid"),
        ("score: {", "classes: {name: A,\n  name: B}\nscore: {"),
        ("score: {", "? classes\n: name: A\n  below: 50\nscore: {"),
    ],
)
def test_what_nobody_can_be_certain_of_stays(old: str, said: str) -> None:
    text = BASE.replace(old, said)
    assert correction(text.encode()).sure == text


def test_keys_below_their_own_key_move_under_it_with_all_they_hold() -> None:
    text = BASE.replace("score: {method: achievement, target: 90}\n", "")
    said = "score:\nmethod: levels\nlevels:\n\n  # turun\n  1: satu\n  2: dua\n"
    meant = "score:\n  method: levels\n  levels:\n\n    # turun\n    1: satu\n    2: dua\n"
    assert correction(f"{text}{said}".encode()).sure == f"{text}{meant}"


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("scale: 0-100", "scale: {min: 0, max: 100}"),
        ("scale: [0, 100]", "scale: {min: 0, max: 100}"),
        ("scale: 0 – 1.000", "scale: 0 – 1.000"),
        ("score: {method: levels, levels: {0 ada, 1: baik}}", None),
    ],
)
def test_a_scale_or_a_level_that_is_written_as_one_text_is_taken_apart(
    slip: str, meant: str | None
) -> None:
    text = BASE.replace("score: {method: achievement, target: 90}\n", "")
    text = "".join(line for line in text.splitlines(keepends=True) if "scale:" not in line)
    meant = meant or slip.replace("0 ada", "0: ada")
    assert correction(f"{text}{slip}\n".encode()).sure == f"{text}{meant}\n"


LEVELS = "score:\n  method: levels\n  levels:\n    0: belum\n    1: rintisan\n    2.5: terkelola\n"


@pytest.mark.parametrize("level", ["0: belum", "1: rintisan", "2.5: terkelola"])
def test_a_level_without_a_colon_between_others_is_one_finding_with_its_line(
    level: str, findings_of: FindingsOf
) -> None:
    text = BASE.replace("score: {method: achievement, target: 90}\n", LEVELS)
    text = re.sub("    direction: .*\n", "", text)
    said = level.replace(":", "")
    (finding,) = findings_of(text.replace(level, said))
    assert (finding.code, finding.value, finding.params["corrected"]) == ("D712", said, level)
    assert correction(text.replace(level, said).encode()).sure == text


def test_a_number_and_a_word_that_stand_alone_are_no_level(findings_of: FindingsOf) -> None:
    text = BASE.replace("score: {method", "judul\n  2 kota\nscore: {method")
    assert "D712" not in {one.code for one in findings_of(text)}


UNCLOSED = BASE.replace("Sampah terkelola, unit", '"Sampah, sisa: x", unit').replace(
    "100]}", "100}"
)
"""Several repairs are tried until one helps."""


@pytest.mark.parametrize(
    ("name", "most", "text"),
    [
        ("MOST_FAULTS", 1, BASE.replace("weight: 50", "weight: 50%")),
        ("_WORK", len(BASE) // 2, BASE.replace("weight: 60", "weight: 60%")),
        ("_WORK", len(UNCLOSED) + 1, UNCLOSED),
    ],
)
def test_a_file_with_more_faults_or_work_than_people_make_is_left_as_it_is(
    name: str, most: int, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert correction(text.encode()).text != text
    monkeypatch.setattr(corrections, name, most)
    assert correction(text.encode()).text == text


def test_where_most_is_faulty_no_slip_is_looked_for(
    monkeypatch: pytest.MonkeyPatch, findings_of: FindingsOf
) -> None:
    text = BASE.replace("weight: 60", "weight: 60%").replace("name: Ekonomi", "name: @Eko")
    assert [one.code for one in findings_of(text)] == ["D106", "D708"]
    monkeypatch.setattr(corrections, "MOST_FAULTS", 0)
    assert [one.code for one in findings_of(text)] == ["D007"]


def test_a_place_behind_one_that_was_corrected_is_that_of_the_file(
    findings_of: FindingsOf,
) -> None:
    text = BASE.replace("unit: persen, valid: [0, 100]", "unit: %, valid: [0, 12a]")
    places = [(one.code, one.column) for one in findings_of(text)]
    line = next(line for line in text.splitlines() if "LIN-01" in line)
    assert places == [("D258", line.index("%") + 1), ("D114", line.index("[0") + 1)]


@pytest.mark.parametrize("said", ["1,250", "12,500", "banyak", "1.2.3"])
def test_a_number_with_two_readings_or_none_is_not(said: str) -> None:
    text = BASE.replace("weight: 60", f"weight: '{said}'")
    assert correction(text.encode()).sure == text


def test_a_share_in_percent_is_a_hundredth() -> None:
    text = BASE + "missing: {answers: exclude, min_present: 66%}\n"
    assert correction(text.encode()).sure == text.replace("66%", "0.66")


def test_what_an_alias_refers_to_keeps_its_anchor() -> None:
    text = BASE.replace("name: Ekonomi\n", "name: &nama Ekonomi\n    name_en: *nama\n")
    assert correction(text.encode()).sure == text
