"""Every code of the family: a file that gives exactly that finding, at the place of ``§``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError

from kediri_index.definition.lint import lint_alone, lint_together
from kediri_index.definition.load_definition import load_definition_file
from kediri_index.definition.load_profile import load_profile_file, load_waivers_file
from kediri_index.definition.source import plain, read_tree
from kediri_index.definition.specs import DefinitionSpec, ProfileSpec, WaiversSpec
from kediri_index.errors import DefinitionError
from kediri_index.messages.catalogue import message_of, repair_of, severity_of
from kediri_index.messages.findings.definition import FINDINGS, KEY_FINDINGS
from kediri_index.model.findings import Finding, Severity
from kediri_index.model.language import Language
from kediri_index.model.limits import Limits
from kediri_index.usecases.diff import compared

TOP = """\
kediri_index: 1
id: uji
version: "1"
status: own
title: Uji
"""
SCALE = "scale: {min: 0, max: 4}\n"
KINDS = "kinds: {pillar: {name: Pilar}}\n"
GROUPS = "groups:\n  - {id: a, kind: pillar, name: A}\n"
INDICATORS = "indicators:\n  - {id: I-1, in: a, name: Satu}\n"
ALL = TOP + SCALE + KINDS + GROUPS + INDICATORS
WAIVER = """\
- code: C203
  place: {file: isian.xlsx, sheet: Penilaian, cell: H14}
  reason: Disepakati dalam rapat
  who: Dewi
  until: 2026-12-31
"""
SHARED = "opd: [{id: x, name: X}, {id: y, name: Y}]\nassign: {x: [A-1, A-2], y: [A-1]}\n"
PLACE = "§"


@dataclass(frozen=True)
class Case:
    """Texts of files by name; the first is loaded, as what *kind* says."""

    code: str
    files: str | Mapping[str, str]
    value: str | None = None
    kind: str = "definition"
    limits: Limits = field(default_factory=Limits)


def with_top(more: str) -> str:
    return TOP + SCALE + more + KINDS + GROUPS + INDICATORS


def with_groups(groups: str) -> str:
    return TOP + SCALE + KINDS + groups + INDICATORS


def with_score(score: str) -> str:
    return (
        TOP
        + SCALE
        + KINDS
        + GROUPS
        + (f"indicators:\n  - {{id: I-1, in: a, name: Satu, score: {{{score}}}}}\n")
    )


def with_indicator(more: str) -> str:
    return (
        TOP
        + SCALE
        + KINDS
        + GROUPS
        + (f"indicators:\n  - {{id: I-1, in: a, name: Satu, {more}}}\n")
    )


def on_base(child: str, base: str = ALL) -> dict[str, str]:
    top = "kediri_index: 1\nid: anak\nextends: ./induk.yaml\n"
    return {"uji.yaml": top + child, "induk.yaml": base}


def two(second: str) -> dict[str, str]:
    return {"satu.yaml": ALL, "uji.yaml": second}


CASES = [
    Case("D004", ALL, limits=Limits(definition_bytes=20)),
    Case("D006", ALL + "# §\x00\n", "U+0000"),
    Case("D007", ALL + "§]\n"),
    Case("D008", ALL + "§---\n"),
    Case("D009", "- a\n"),
    Case("D010", with_top("source: &x a\nunit: §*x\n"), limits=Limits(definition_aliases=0)),
    Case("D011", "id: uji\nkinds: {x: §{name: X}}\n", limits=Limits(definition_depth=2)),
    Case("D012", ALL + "§title: Lagi\n", "title"),
    Case("D013", with_top("source: §!!binary aGk=\n"), "tag:yaml.org,2002:binary"),
    Case("D014", with_top("classes: &x [§*x]\n"), "x"),
    Case("D015", with_top("source: §*x\n"), "x"),
    Case("D016", ALL + "? §[a]\n: 1\n"),
    Case("D017", "§kediri_index: 1\n", limits=Limits(definition_nodes=0)),
    Case("D270", with_indicator("weight: 0.0"), limits=Limits(findings=0)),
    Case("D271", "definitions: §[A*]\n".replace("§[", "[§"), None, "profile", Limits(patterns=0)),
    Case(
        "D272",
        with_top("source: &x " + "a" * 2000 + "\ntitle_en: §*x\n"),
        limits=Limits(definition_bytes=3000),
    ),
    Case("D020", TOP + "extends: §uji-lain\n", "uji-lain"),
    Case("D021", TOP + "extends: §./uji.yaml\n", "./uji.yaml"),
    Case(
        "D022",
        {"uji.yaml": TOP + "extends: §./induk.yaml\n", "induk.yaml": ALL},
        "./induk.yaml",
        limits=Limits(extends=0),
    ),
    Case("D023", on_base("indicators:\n  - {id: §I-2, drop: true}\n"), "I-2"),
    Case(
        "D024",
        {
            "uji.yaml": TOP.replace("uji", "anak") + "extends: §uji\n",
            "induk.yaml": ALL,
            "paman.yaml": ALL,
        },
        "uji",
    ),
    Case("D280", TOP + "extends: §/etc/passwd\n", "/etc/passwd"),
    Case("D282", "nama: Budi\nsandi: rahasia\n"),
    Case("D030", "kediri_index: §2\nid: uji\n", "2"),
    Case("D101", ALL.replace("title: Uji\n", "").replace("kediri", PLACE + "kediri", 1)),
    Case("D102", ALL + "§clases: []\n", "clases"),
    Case("D103", ALL.replace("Uji", "§[Uji]"), "[Uji]"),
    Case("D112", SHARED + "shared: {A-1: {lead: §[x]}}\n", "[x]", "profile"),
    Case("D104", ALL.replace("{min: 0, max: 4}", "§empat"), "empat"),
    Case("D105", with_top("classes: §{a: b}\n"), "{a: b}"),
    Case("D105", with_top("publish: {round: §{pillar: x}}\n"), "{pillar: x}"),
    Case("D106", ALL.replace("max: 4", "max: §'4,5'"), "4,5"),
    Case("D106", with_indicator("survey: {}").replace("max: 4", "max: §'4,5'"), "4,5"),
    Case("D107", ALL.replace("max: 4", "max: §1e99"), "1e99"),
    Case("D108", with_top("missing: {min_present: §1.2}\n"), "1.2"),
    Case("D109", with_top("publish: {decimals: §2.5}\n"), "2.5"),
    Case(
        "D110",
        with_groups("groups:\n  - {id: a, kind: pillar, name: A, optional: §mungkin}\n"),
        "mungkin",
    ),
    Case("D111", "due: §13-09-2026\n", "13-09-2026", "profile"),
    Case("D112", ALL.replace("id: uji", "id: §1uji"), "1uji"),
    Case("D113", ALL.replace("own", "§owned"), "owned"),
    Case("D114", with_indicator("valid: §[0]"), "[0]"),
    Case("D115", ALL.replace("Uji", "§''"), ""),
    Case("D116", ALL.replace("title: Uji", "title: §~"), "~"),
    Case("D117", with_score("method: levels, levels: §{1: a, 1.0: b}"), "{1: a, 1.0: b}"),
    Case("D201", ALL + "  - {id: §a, in: a, name: Dua}\n", "a"),
    Case("D202", ALL + "  - {id: I-2, in: §b, name: Dua}\n", "b"),
    Case("D203", ALL.replace("kind: pillar", "kind: §pilar"), "pilar"),
    Case("D204", with_indicator("tags: {§theme: x}"), "theme"),
    Case("D205", with_top("publish: {round: [pillar, §pilar]}\n"), "pilar"),
    Case("D206", ALL.replace("{pillar: {", "{§terms: {name: T}, pillar: {"), "terms"),
    Case("D207", PLACE + TOP),
    Case("D210", with_top("weights_sum: §100\n").replace("kind:", "weight: 99.8, kind:"), "100"),
    Case(
        "D211",
        TOP
        + SCALE
        + "weights_of: whole\n"
        + KINDS
        + "groups:\n  - {id: a, kind: pillar, weight: §30, name: A}\n"
        + "indicators:\n  - {id: I-1, in: a, name: Satu, weight: 20}\n",
        "30",
    ),
    Case("D212", with_indicator("weight: §-1"), "-1"),
    Case("D213", with_indicator("weight: §0.0"), "0.0"),
    Case("D214", ALL + "  - {id: I-2, in: a, name: Dua, weight: 2}\n", None),
    Case("D220", ALL.replace("{min: 0, max: 4}", "§{min: 4, max: 4}"), "{min: 4, max: 4}"),
    Case("D221", with_indicator("valid: §[100, 0]"), "[100, 0]"),
    Case(
        "D222",
        with_top("classes: [§{name: A}, {name: B}]\n"),
        "{name: A}",
    ),
    Case("D223", with_top("classes: [{name: A, below: §1}]\n"), "1"),
    Case(
        "D224",
        with_top("classes: [{name: A, below: 2}, {name: B, up_to: §2}, {name: C}]\n"),
        "2",
    ),
    Case(
        "D225",
        with_top("classes: [{name: A, below: 1, up_to: §2}, {name: B}]\n"),
        "{name: A, below: 1, up_to: 2}",
    ),
    Case(
        "D226",
        with_top("missing: {answers: §zero}\n").replace("min: 0", "min: 1"),
        "zero",
    ),
    Case("D230", with_score("method: yes_no, yes: §5, no: 0"), "5"),
    Case("D230", with_score("method: bands, bands: [{below: 1, score: §9}, {score: 4}]"), "9"),
    Case("D230", with_score("method: levels, levels: {1: {name: a, score: §9}, 2: b}"), "9"),
    Case("D231", with_score("method: as_given, to: §[0, 5]"), "[0, 5]"),
    Case("D232", with_score("method: goalposts, min: 5, max: §5"), "5"),
    Case("D233", with_score("method: goalposts, min: §0, max: 5, transform: log"), "0"),
    Case("D234", with_score("method: achievement, target: §0"), "0"),
    Case("D235", with_score("method: achievement, cap: §-1"), "-1"),
    Case("D236", with_score("method: bands, bands: §[]")),
    Case("D237", with_indicator("direction: §lower")),
    Case(
        "D241",
        with_top("aggregate_top: geometric\npublish: {round: [pillar, §terms]}\n"),
        "terms",
    ),
    Case("D238", with_score("method: as_given, outside: §clip").replace(SCALE, ""), "clip"),
    Case(
        "D246", with_score("method: levels, levels: {1: a, 2: b}, spread: §on").replace(SCALE, "")
    ),
    Case("D247", with_score("method: levels, levels: {1: {name: a, score: 2}, 2: b}, spread: §on")),
    Case("D248", with_score("method: levels, levels: {1: a}, spread: §on")),
    Case("D249", with_score("method: levels, levels: {1: {name: §Belum}, 2: b}"), "Belum"),
    Case("D259", with_indicator("evidence: {1: [SK tim], §7: [Laporan rapat]}"), "7"),
    Case(
        "D259",
        with_indicator(
            "score: {method: levels, levels: {1: a, 2: b}}, evidence: {1: [SK tim], §3: [Laporan]}"
        ),
        "3",
    ),
    Case("D260", with_indicator("evidence: {1: [SK tim], 2: [Laporan, §sk  Tim]}"), "sk  Tim"),
    Case("D261", with_indicator("evidence: {1: [SK tim], §2: []}"), "2"),
    Case(
        "D262",
        with_indicator("score: {method: goalposts, min: 0, max: 9}, evidence: §{1: [SK tim]}"),
    ),
    Case(
        "D250",
        with_score("method: bands, bands: [{below: 9, score: 0}, {score: 3}]").replace(
            "{min", "§{min"
        ),
        None,
        "alone",
    ),
    Case(
        "D251", with_score("method: yes_no, yes: 4, no: 1").replace("{min", "§{min"), None, "alone"
    ),
    Case(
        "D252",
        ALL.replace("{min", "§{min").replace("name: Satu}", "name: Satu, weight: 3}")
        + "aggregate: sum\n",
        None,
        "alone",
    ),
    Case(
        "D253",
        with_score(
            "method: levels, levels: §{0: a, 1: {name: b, score: 4}, 2: {name: c, score: 3}}"
        ),
        None,
        "alone",
    ),
    Case("D254", with_score("method: yes_no, yes: 4, no: 0, to: §[0, 4]"), "[0, 4]", "alone"),
    Case(
        "D255",
        with_score("method: achievement, target: §120").replace(
            "score:", "valid: [0, 100], score:"
        ),
        "120",
        "alone",
    ),
    Case(
        "D256",
        ALL.replace("{id: a,", "{id: a, weight: §59.8,").replace(
            "name: A}\n", "name: A}\n  - {id: b, kind: pillar, weight: 40, name: B}\n"
        ),
        None,
        "alone",
    ),
    Case("D257", ALL.replace("name: A}", "name: A, weight: §98,5}"), "98,5"),
    Case("D258", ALL.replace("name: Satu}", "name: Satu, unit: §%}"), "%"),
    Case("D701", with_indicator("§bobot: 3"), "bobot"),
    Case("D702", with_indicator("direction: §tinggi, score: {method: achievement}"), "tinggi"),
    Case("D703", ALL.replace("\n  - {id: I-1", "\n§\t- {id: I-1")),
    Case("D704", ALL.replace("title: Uji", "title:§\u00a0Uji"), "U+00A0"),
    Case("D705", ALL.replace("own", "§“own”"), "“own”"),
    Case("D707", ALL.replace("title: Uji", "title: §Uji: coba"), "Uji: coba"),
    Case("D708", ALL.replace("title: Uji", "title: §@Uji"), "@Uji"),
    Case("D709", ALL.replace("title: Uji", "title: §'Jum'at'"), "'Jum'at'"),
    Case("D710", ALL.replace("- {id: I-1", "§-{id: I-1")),
    Case("D711", ALL.replace("- {id: I-1", "§– {id: I-1"), "–"),
    Case("D712", ALL.replace("title: Uji", "§title = Uji"), "title = Uji"),
    Case("D713", ALL.replace("title: Uji", " §title: Uji"), "title: Uji"),
    Case("D714", ALL.replace("title: Uji", 'title: §"Uji'), '"Uji'),
    Case("D715", with_top("classes: §{name: A}\n"), "{name: A}"),
    Case(
        "D716",
        ALL.replace("kinds: {pillar: {name: Pilar}}", "kinds:\n§pillar: {name: Pilar}"),
        "pillar",
    ),
    Case("D716", ALL + "score:\n§method: as_given\n", "method"),
    Case("D717", ALL.replace("name: Satu", "name: §Satu, dua"), "Satu, dua"),
    Case("D240", with_top("prepare:\n  - §{}\n"), "{}"),
    Case("D245", with_top("prepare: [{denominate: {§I-9: Penduduk}}]\n"), "I-9"),
    Case("D242", with_top("prepare: [{impute: {method: §group_mean}}]\n"), "group_mean"),
    Case("D243", with_top("prepare: [{impute: {method: mean, §by: Pulau}}]\n"), "by"),
    Case("D243", with_top("prepare: [{impute: {method: mean, §beyond: nearest}}]\n"), "beyond"),
    Case("D244", with_score("method: z_score, sd: §0"), "0"),
    Case(
        "D301",
        two(ALL.replace("uji", "dua").replace("- {id: I-1", "- §{id: I-1").replace("Satu", "Lain")),
        "I-1",
        "lint",
    ),
    Case(
        "D302",
        two(
            TOP.replace("uji", "dua")
            + KINDS
            + GROUPS.replace("{id: a", "{id: b")
            + "indicators:\n  - §{id: a, in: b, name: A}\n"
        ),
        "a",
        "lint",
    ),
    Case("D303", two(PLACE + ALL), "uji", "lint"),
    Case(
        "D304",
        {
            "satu.yaml": ALL,
            "uji.yaml": ALL.replace("version: ", "version: §").replace("Satu", "Lain"),
        },
        "1",
        "diff",
    ),
    Case("D401", "opd:\n  - {id: x, name: X}\n  - {id: §x, name: Y}\n", "x", "profile"),
    Case(
        "D402", "opd:\n  - {id: x, name: X}\n  - {id: y, name: Y, also: [§'x ']}\n", "x ", "profile"
    ),
    Case("D403", "opd: [{id: dinkes, name: X}]\nassign: {§dinke: [A]}\n", "dinke", "profile"),
    Case("D404", "unit_groups: {p: {X: [Kota A, kota a], Y: [§KOTA  A]}}\n", "KOTA  A", "profile"),
    Case("D305", SHARED + "shared: {A-1: {lead: §dinke}}\n", "dinke", "profile"),
    Case("D306", SHARED + "shared: {A-1: §{}}\n", "A-1", "profile"),
    Case("D306", SHARED + "shared: {A-1: §{lead: x, combine: sum}}\n", "A-1", "profile"),
    Case("D307", SHARED + "shared: {A-2: {lead: §y}}\n", "y", "profile"),
    Case("D308", SHARED + "shared: {A-2: §{combine: sum}}\n", "A-2", "profile"),
    Case("D121", with_top("aggregate: §power\n"), "power"),
    Case("D118", WAIVER.replace("H14", "§14"), "14", "waivers"),
    Case("D601", "§code: C203\n", None, "waivers"),
    Case("D602", WAIVER.replace("C203", "§C2*"), "C2*", "waivers"),
    Case("D603", WAIVER + WAIVER.replace("C203", "§C203"), "C203", "waivers"),
]
"""All but those that no text can trigger: they stand in ``test_files.py``."""
WITHOUT_TEXT = {"D001", "D002", "D003", "D005", "D281"}
SILENT = {"D706", "D718"}
"""Texts that are read as another one; ``test_corrections.py`` has them."""
OF_THE_CHECK = {"D604", "D605"}
"""Waivers that are well written, but of no use; ``tests/usecases/test_waive.py`` has them."""


def findings_of(case: Case, folder: Path) -> tuple[Finding, ...]:
    files = {"uji.yaml": case.files} if isinstance(case.files, str) else case.files
    for name, text in files.items():
        (folder / name).write_text(text.replace(PLACE, ""), encoding="utf-8")
    path = folder / "uji.yaml"
    try:
        if case.kind == "profile":
            return load_profile_file(path, shown="uji.yaml", limits=case.limits).findings
        if case.kind == "waivers":
            load_waivers_file(path, shown="uji.yaml", limits=case.limits)
            return ()
        if case.kind == "diff":
            before = load_definition_file(folder / "satu.yaml", shown="satu.yaml")
            return compared(before, load_definition_file(path, shown="uji.yaml")).findings
        if case.kind == "lint":
            first = load_definition_file(folder / "satu.yaml", shown="satu.yaml").definition
            second = load_definition_file(path, shown="uji.yaml").definition
            return lint_together([first, second])
        loaded = load_definition_file(path, shown="uji.yaml", limits=case.limits)
        alone = lint_alone(loaded.definition, loaded.placed) if case.kind == "alone" else ()
    except DefinitionError as error:
        return error.findings
    return (*loaded.findings, *alone)


def place_of(case: Case) -> tuple[int, int] | None:
    text = case.files if isinstance(case.files, str) else case.files["uji.yaml"]
    before, found, _ = text.partition(PLACE)
    lines = before.split("\n")
    return (len(lines), len(lines[-1]) + 1) if found else None


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_each_code_has_a_file_that_gives_exactly_it(case: Case, tmp_path: Path) -> None:
    findings = findings_of(case, tmp_path)
    assert [finding.code for finding in findings] == [case.code]
    finding = findings[0]
    assert finding.file == "uji.yaml"
    place = place_of(case)
    if place is not None:
        assert (finding.line, finding.column) == place
    assert finding.value == case.value
    for language in Language:
        assert "{" not in message_of(finding, language).replace(finding.value or "", "")
        assert repair_of(finding, language)


def test_every_code_of_the_family_is_covered() -> None:
    codes = [entry.code for entry in FINDINGS]
    assert len(set(codes)) == len(codes)
    assert sorted(codes) == sorted(
        {case.code for case in CASES} | WITHOUT_TEXT | SILENT | OF_THE_CHECK
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_a_warning_leaves_the_definition_usable_and_an_error_does_not(
    case: Case, tmp_path: Path
) -> None:
    (finding,) = findings_of(case, tmp_path)
    if case.kind != "definition":
        return
    path = tmp_path / "uji.yaml"
    if severity_of(finding) is Severity.ERROR:
        with pytest.raises(DefinitionError):
            load_definition_file(path, limits=case.limits)
    else:
        assert load_definition_file(path, limits=case.limits).definition.groups


KEY_CODES = {entry.code for entry in KEY_FINDINGS} - {"D117"}  # of which Pydantic takes the last


@pytest.mark.parametrize(
    "case", [case for case in CASES if case.code in KEY_CODES], ids=lambda case: case.code
)
def test_what_is_a_finding_pydantic_refuses_too(case: Case) -> None:
    assert isinstance(case.files, str)
    root, _ = read_tree(case.files.replace(PLACE, "").encode(), "uji.yaml", Limits())
    assert root is not None
    data = {"waivers": plain(root)} if case.kind == "waivers" else plain(root)
    kinds: dict[str, type[object]] = {"profile": ProfileSpec, "waivers": WaiversSpec}
    with pytest.raises(ValidationError):
        TypeAdapter(kinds.get(case.kind, DefinitionSpec)).validate_python(data)
