from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from kediri_index.definition.load_definition import Loaded, load_definition_file
from kediri_index.errors import DefinitionError
from kediri_index.model.definition import Evidence
from kediri_index.model.findings import Finding
from kediri_index.model.language import Label
from kediri_index.model.limits import Limits
from kediri_index.project_folder import outside
from kediri_index.scoring.aggregations.extremes import Min
from kediri_index.scoring.aggregations.geometric import Geometric
from kediri_index.scoring.aggregations.mazziotta_pareto import MazziottaPareto

Write = Callable[..., Path]

BASE = """\
kediri_index: 1
id: induk
version: "1"
status: own
title: Induk
title_en: Base
scale: {min: 0, max: 4}
publish: {decimals: 2, round: [dimension, overall]}
missing: {answers: error}
kinds:
  dimension: {name: Dimensi, name_en: Dimension}
  pillar: {name: Pilar}
tags:
  theme: {name: Tema}
groups:
  - id: impact
    kind: dimension
    weight: 40
    name: Impact
    name_en: Effects
    groups:
      - {id: governance, kind: pillar, name: Tata kelola}
      - {id: living, kind: pillar, name: Hidup}
  - {id: output, kind: dimension, weight: 60, name: Output}
indicators:
  - {id: A-1, in: governance, name: Satu, score: {method: goalposts, min: 0, max: 10}}
  - {id: A-2, in: living, name: Dua, tags: {theme: air}}
  - {id: A-3, in: output, name: Tiga}
"""
SUPERSEDED = BASE.replace("title: Induk", "superseded_by: Indeks baru\ntitle: Induk")
TOP = "kediri_index: 1\nid: anak\nextends: induk\n"


@pytest.fixture
def load(write: Write) -> Callable[..., Loaded]:
    def load_on_base(child: str, base: str = BASE) -> Loaded:
        write(base, "induk.yaml")
        return load_definition_file(write(TOP + child, "anak.yaml"), shown="config/anak.yaml")

    return load_on_base


@pytest.fixture
def refused(load: Callable[..., Loaded]) -> Callable[..., tuple[Finding, ...]]:
    def faults_on_base(child: str, base: str = BASE) -> tuple[Finding, ...]:
        with pytest.raises(DefinitionError) as caught:
            load(child, base)
        return caught.value.findings

    return faults_on_base


Load = Callable[..., Loaded]
Refused = Callable[..., tuple[Finding, ...]]


def test_what_the_child_does_not_say_is_the_parents(load: Load) -> None:
    child = load("").definition
    assert child.id == "anak"
    assert child.title == Label("Induk", None, "Base")
    assert [group.id for group in child.all_groups()] == [
        "impact",
        "governance",
        "living",
        "output",
    ]
    assert [item.id for item in child.all_indicators()] == ["A-1", "A-2", "A-3"]


def test_groups_are_merged_by_id_at_their_parent(load: Load) -> None:
    child = load(
        "groups:\n"
        "  - id: impact\n"
        "    weight: 50\n"
        "    groups:\n"
        "      - {id: living, weight: 2}\n"
        "      - {id: economy, kind: pillar, name: Ekonomi}\n"
        "  - {id: input, kind: dimension, name: Input}\n"
    ).definition
    impact, output, added = child.groups
    assert (impact.weight, impact.label.main, added.id) == (
        Fraction(50),
        "Impact",
        "input",
    )
    assert [(group.id, group.weight) for group in impact.groups] == [
        ("governance", None),
        ("living", Fraction(2)),
        ("economy", None),
    ]
    assert output.weight == 60


def test_indicators_are_merged_by_id(load: Load) -> None:
    child = load(
        "indicators:\n"
        "  - {id: A-2, weight: 3, in: output}\n"
        "  - {id: A-4, in: living, name: Empat}\n"
    ).definition
    nodes = {item.id: item for item in child.all_indicators()}
    assert (nodes["A-2"].parent, nodes["A-2"].weight) == ("output", Fraction(3))
    assert nodes["A-2"].label.main == "Dua"
    assert nodes["A-2"].tags == {"theme": "air"}
    assert list(nodes) == ["A-1", "A-4", "A-2", "A-3"]


def test_mappings_are_merged_key_by_key_and_lists_replaced(load: Load) -> None:
    child = load(
        "publish: {decimals: 3}\nmissing: {min_present: 0.5}\nkinds: {pillar: {name_en: Pillar}}\n"
        "scale: {max: 5}\n"
    ).definition
    assert child.publish.decimals == 3
    assert child.publish.stages == {"dimension", "overall"}
    assert child.missing.min_present == Fraction(1, 2)
    assert child.scale == (Fraction(0), Fraction(5))
    assert [kind.label.english for kind in child.kinds] == ["Dimension", "Pillar"]
    assert load("publish: {round: [overall]}\n").definition.publish.stages == {"overall"}


def test_another_scoring_method_replaces_the_parameters_too(load: Load) -> None:
    child = load("indicators:\n  - {id: A-1, score: {method: yes_no, yes: 4, no: 0}}\n")
    rule = next(child.definition.all_indicators()).rule
    assert rule.method.name == "yes_no"


def test_another_aggregation_replaces_the_parameter_too(load: Load) -> None:
    base = BASE + "aggregate: {power: 2}\naggregate_top: geometric\n"
    own = "aggregate: {mpi: -1}\ngroups:\n  - {id: output, aggregate: min}\n"
    child = load(own, base).definition
    impact, output = child.groups
    assert impact.aggregate == impact.groups[0].aggregate == MazziottaPareto(-1)
    assert output.aggregate == Min()
    assert child.aggregate_top == Geometric()


def test_parameters_without_a_method_are_merged(load: Load) -> None:
    child = load("indicators:\n  - {id: A-1, score: {max: 20}}\n").definition
    rule = next(child.all_indicators()).rule
    assert (getattr(rule.method, "min", None), getattr(rule.method, "max", None)) == (
        Fraction(0),
        Fraction(20),
    )


def test_a_new_name_does_not_keep_the_old_translation(load: Load) -> None:
    child = load("title: Anak\ngroups:\n  - {id: impact, name: Dampak}\n").definition
    assert child.title == Label("Anak")
    assert child.groups[0].label == Label("Dampak")
    same = load("title: Induk\n").definition
    assert same.title == Label("Induk", None, "Base")


def test_a_null_takes_an_optional_value_away(load: Load) -> None:
    child = load("scale: ~\nindicators:\n  - {id: A-1, score: ~}\n").definition
    assert child.scale is None
    assert next(child.all_indicators()).rule.method.name == "as_given"


def test_a_child_may_ask_for_evidence_where_its_parent_does_not(load: Load) -> None:
    child = load("evidence: required\nindicators:\n  - {id: A-1, evidence: optional}\n").definition
    wanted = {one.id: one.evidence for one in child.all_indicators()}
    required = Evidence.REQUIRED
    assert wanted == {"A-1": Evidence.OPTIONAL, "A-2": required, "A-3": required}


def test_dropping_removes_indicators_kinds_and_tags(load: Load) -> None:
    child = load(
        "indicators:\n  - {id: A-2, drop: true}\n"
        "tags: {theme: {drop: yes}}\n"
        "kinds: {pillar: {drop: true}, pilar: {name: Pilar}}\n"
        "groups: [{id: impact, groups: [{id: living, kind: pilar}, {id: governance, kind: pilar}]}]"
    ).definition
    assert [item.id for item in child.all_indicators()] == ["A-1", "A-3"]
    assert child.tags == ()
    assert [kind.id for kind in child.kinds] == ["dimension", "pilar"]


def test_dropping_a_group_removes_what_stands_below_it(load: Load) -> None:
    child = load("groups:\n  - {id: impact, drop: true}\n").definition
    assert [group.id for group in child.all_groups()] == ["output"]
    assert [item.id for item in child.all_indicators()] == ["A-3"]


def test_an_indicator_that_moves_survives_its_dropped_group(load: Load) -> None:
    child = load(
        "groups:\n  - {id: impact, drop: true}\nindicators:\n  - {id: A-1, in: output}\n"
    ).definition
    assert [item.id for item in child.all_indicators()] == ["A-1", "A-3"]


def test_a_group_may_move_by_being_dropped_and_said_again(load: Load) -> None:
    child = load(
        "groups:\n"
        "  - {id: impact, groups: [{id: living, drop: true}]}\n"
        "  - {id: living, kind: dimension, name: Hidup}\n"
    ).definition
    assert [group.id for group in child.groups] == ["impact", "output", "living"]
    assert [item.id for item in child.groups[2].indicators] == ["A-2"]


def test_an_indicator_that_is_put_into_a_dropped_group_is_a_fault(refused: Refused) -> None:
    (finding,) = refused(
        "groups:\n  - {id: output, drop: true}\nindicators:\n  - {id: A-4, in: output, name: E}\n"
    )
    assert (finding.code, finding.file, finding.line) == ("D202", "config/anak.yaml", 7)


@pytest.mark.parametrize(
    ("child", "value", "near"),
    [
        ("indicators:\n  - {id: A-22, drop: true}\n", "A-22", "A-2"),
        ("groups:\n  - {id: outputs, drop: true}\n", "outputs", "output"),
        ("groups:\n  - {id: living, drop: true}\n", "living", None),
        ("kinds: {pilar: {drop: true}}\n", "pilar", "pillar"),
        ("tags: {tema: {drop: true}}\n", "tema", "theme"),
    ],
)
def test_dropping_what_is_not_there_is_a_fault(
    refused: Refused, child: str, value: str, near: str | None
) -> None:
    (finding,) = refused(child)
    assert (finding.code, finding.value) == ("D023", value)
    suggestion = finding.params["near"]
    assert getattr(suggestion, "name", "") == near


def test_dropping_without_extends_is_a_fault(write: Write) -> None:
    text = BASE.replace("name: Tiga}", "name: Tiga, drop: true}")
    with pytest.raises(DefinitionError) as caught:
        load_definition_file(write(text))
    assert [finding.code for finding in caught.value.findings] == ["D023"]


def test_drop_false_means_nothing_and_another_word_is_a_fault(load: Load, refused: Refused) -> None:
    kept = load("indicators:\n  - {id: A-1, drop: false}\n").definition
    assert next(kept.all_indicators()).id == "A-1"
    (finding,) = refused("indicators:\n  - {id: A-1, drop: perhaps}\n")
    assert (finding.code, finding.value) == ("D110", "perhaps")


def test_a_finding_points_into_the_file_that_holds_the_value(refused: Refused) -> None:
    found = refused("indicators:\n  - {id: A-1, in: goverment}\n", BASE.replace("max: 4", "max: x"))
    assert [(item.code, item.file, item.line) for item in found] == [
        ("D202", "config/anak.yaml", 5),
        ("D106", "config/induk.yaml", 7),
    ]


def test_a_group_stands_where_its_weight_does(load: Load) -> None:
    child = load("groups:\n  - {id: output, weight: 5}\n  - {id: impact, optional: true}\n")
    marks = {group.id: str(group.mark) for group in child.definition.groups}
    assert marks == {"output": "config/anak.yaml:5:5", "impact": "config/induk.yaml:16:5"}


def test_an_id_that_the_child_says_twice_is_a_fault_once(refused: Refused) -> None:
    (finding,) = refused("indicators:\n  - {id: A-1, weight: 1}\n  - {id: A-1, weight: 2}\n")
    assert (finding.code, finding.line) == ("D201", 6)
    assert finding.params["first"] == "config/anak.yaml:5:10"


def test_a_child_needs_an_id_of_its_own(write: Write) -> None:
    write(BASE, "induk.yaml")
    with pytest.raises(DefinitionError) as caught:
        load_definition_file(write("kediri_index: 1\nextends: induk\n"))
    assert [(item.code, item.params["key"]) for item in caught.value.findings] == [("D101", "id")]


def test_every_file_of_the_chain_says_its_format(write: Write, refused: Refused) -> None:
    (finding,) = refused("", BASE.replace("kediri_index: 1\n", "kediri_index: 2\n"))
    assert (finding.code, finding.file, finding.line) == ("D030", "config/induk.yaml", 1)
    write(BASE.replace("kediri_index: 1\n", ""), "induk.yaml")
    path = write(TOP.replace("induk", "./induk.yaml"), "anak.yaml")
    with pytest.raises(DefinitionError) as caught:
        load_definition_file(path, shown="config/anak.yaml")
    (finding,) = caught.value.findings
    assert (finding.code, finding.file) == ("D101", "config/induk.yaml")


def test_a_chain_is_merged_from_its_end(write: Write) -> None:
    write(BASE, "induk.yaml")
    write(TOP + "year: 2022\nsource: anak\n", "anak.yaml")
    path = write("kediri_index: 1\nid: cucu\nextends: anak\nyear: 2023\n", "cucu.yaml")
    grandchild = load_definition_file(path).definition
    assert (grandchild.id, grandchild.year, grandchild.source) == ("cucu", 2023, "anak")
    assert grandchild.title.main == "Induk"


def test_a_path_counts_from_the_file_that_says_it(write: Write) -> None:
    write(BASE, "config/induk.yaml")
    path = write("kediri_index: 1\nid: anak\nextends: ../config/induk.yaml\n", "kota/anak.yaml")
    assert load_definition_file(path).definition.title.main == "Induk"


OUTSIDE = [
    "/etc/passwd",
    "../../../../../../etc/passwd",
    "/proc/self/environ",
    "../induk.yaml",
    r"\\\\peladen\\berbagi\\induk.yaml",
    r"\\\\.\\pipe\\induk",
    r"C:\\induk.yaml",
    "./tautan.yaml",
    "./folder/induk.yaml",
    "./.git/config.yaml",
]


@pytest.mark.attack("reading out of the project")
@pytest.mark.parametrize("reference", OUTSIDE)
def test_a_path_out_of_the_project_is_refused_unread(write: Write, reference: str) -> None:
    outside_of_it = write(BASE, "induk.yaml")
    path = write(f'kediri_index: 1\nid: anak\nextends: "{reference}"\n', "kota/anak.yaml")
    write(BASE, "kota/.git/config.yaml")
    (path.parent / "tautan.yaml").symlink_to(outside_of_it)
    (path.parent / "folder").symlink_to("..")
    with pytest.raises(DefinitionError) as caught:
        load_definition_file(path, shown="anak.yaml")
    (finding,) = caught.value.findings
    assert (finding.code, finding.line, finding.column) == ("D280", 3, 10)


def test_a_path_out_of_the_project_is_followed_by_who_means_it(write: Write) -> None:
    write(BASE, "induk.yaml")
    path = write("kediri_index: 1\nid: anak\nextends: ../induk.yaml\n", "kota/anak.yaml")
    with outside(allowed=True):
        assert load_definition_file(path).definition.title.main == "Induk"


def test_a_project_has_its_bases_in_all_its_folders_and_through_links(write: Write) -> None:
    base = write(BASE, "dasar/induk.yaml")
    (base.parent / "tautan.yaml").symlink_to("induk.yaml")
    for reference in ("../../dasar/induk.yaml", "../../dasar/tautan.yaml", str(base)):
        top = f"kediri_index: 1\nid: anak\nextends: {reference}\n"
        path = write(top, "kota/config/anak.yaml")
        write(top, "config/lain.yaml")
        assert load_definition_file(path).definition.title.main == "Induk"


def test_a_file_name_alone_is_a_path(write: Write) -> None:
    write(BASE, "nama-lain.yml")
    path = write("kediri_index: 1\nid: anak\nextends: nama-lain.yml\n", "anak.yaml")
    assert load_definition_file(path).definition.title.main == "Induk"


def test_an_id_is_looked_for_beside_the_file_then_upward_then_among_the_shipped(
    write: Write,
) -> None:
    write(BASE.replace("title: Induk", "title: Proyek"), "config/induk.yaml")
    path = write(TOP, "dalam/anak.yaml")
    assert load_definition_file(path).definition.title.main == "Proyek"
    write(BASE, "dalam/induk.yaml")
    assert load_definition_file(path).definition.title.main == "Induk"
    shipped = write("kediri_index: 1\nid: kota\nextends: kominfo-2023-reguler\n", "dalam/kota.yaml")
    assert load_definition_file(shipped).definition.year == 2023


def test_a_circle_is_refused_and_shown(write: Write) -> None:
    write("kediri_index: 1\nid: induk\nextends: anak\n", "induk.yaml")
    with pytest.raises(DefinitionError) as caught:
        load_definition_file(write(TOP, "anak.yaml"), shown="anak.yaml")
    (finding,) = caught.value.findings
    assert (finding.code, finding.file) == ("D021", "induk.yaml")
    assert finding.params["files"] == ("anak.yaml", "induk.yaml")


def test_a_chain_beyond_the_limit_is_refused(write: Write) -> None:
    write(BASE, "d0.yaml")
    for number in range(1, 10):
        top = f"kediri_index: 1\nid: d{number}\nextends: d{number - 1}.yaml\n"
        path = write(top, f"d{number}.yaml")
    with pytest.raises(DefinitionError) as caught:
        load_definition_file(path)
    assert [finding.code for finding in caught.value.findings] == ["D022"]
    assert load_definition_file(path, limits=Limits(extends=9)).definition.id == "d9"


def test_what_is_extended_must_be_an_ordinary_file(write: Write, tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    path = write("kediri_index: 1\nid: anak\nextends: ./folder.yaml\n", "anak.yaml")
    with pytest.raises(DefinitionError) as caught:
        load_definition_file(path)
    assert [finding.code for finding in caught.value.findings] == ["D002"]


@pytest.mark.parametrize("value", ["[induk]", "{a: b}", "~"])
def test_extends_is_a_text(write: Write, value: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        load_definition_file(write(f"kediri_index: 1\nid: anak\nextends: {value}\n"))
    assert [finding.code for finding in caught.value.findings] == ["D103"]


def test_an_unknown_id_gets_the_nearest_known_one(write: Write) -> None:
    write(BASE, "induk.yaml")
    with pytest.raises(DefinitionError) as caught:
        load_definition_file(write("kediri_index: 1\nid: anak\nextends: indux\n", "anak.yaml"))
    (finding,) = caught.value.findings
    assert getattr(finding.params["near"], "name", None) == "induk"


@pytest.mark.parametrize("name", ["a\\0", "a" * 5000])
def test_what_cannot_be_a_path_is_not_there(write: Write, name: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        load_definition_file(write(f'kediri_index: 1\nid: anak\nextends: "./{name}.yaml"\n'))
    assert [finding.code for finding in caught.value.findings] == ["D020"]


def test_items_without_an_id_are_refused_in_the_file_that_has_them(refused: Refused) -> None:
    base = BASE + "  - {in: output, name: Tanpa id}\n"
    found = refused("indicators: [{in: output, name: Juga}, teks]\n", base)
    assert [(item.code, item.file) for item in found] == [
        ("D101", "config/anak.yaml"),
        ("D104", "config/anak.yaml"),
        ("D101", "config/induk.yaml"),
    ]


def test_a_list_that_is_none_is_refused_also_where_groups_are_dropped(refused: Refused) -> None:
    (finding,) = refused("groups: [{id: output, drop: true}]\nindicators: semua\n")
    assert (finding.code, finding.value) == ("D105", "semua")


def test_what_superseded_the_base_did_not_supersede_what_extends_it(write: Write) -> None:
    base = write(SUPERSEDED, "induk.yaml")
    assert load_definition_file(base).definition.superseded_by == "Indeks baru"
    child = write("kediri_index: 1\nid: anak\nextends: ./induk.yaml\nversion: 1\n", "anak.yaml")
    assert load_definition_file(child).definition.superseded_by is None


def test_a_folder_beside_is_found_from_a_folder_that_is_reached_through_a_link(
    tmp_path: Path,
) -> None:
    for name in ("config", "bersama"):
        (tmp_path / "kota" / name).mkdir(parents=True)
    (tmp_path / "kota" / "bersama" / "dasar.yaml").write_text(BASE, encoding="utf-8")
    (tmp_path / "kota" / "config" / "kota.yaml").write_text(
        'kediri_index: 1\nextends: ../bersama/dasar.yaml\nid: kota\nversion: "1"\ntitle: K\n',
        encoding="utf-8",
    )
    (tmp_path / "jalan").symlink_to("kota/config")
    path = tmp_path / "jalan" / "kota.yaml"
    assert load_definition_file(path, shown="kota.yaml").definition.id == "kota"
