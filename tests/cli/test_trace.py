from __future__ import annotations

import json
import re
import shlex
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.running import Cli

KEDIRI = "examples/kota-kediri-2022.xlsx"
MALANG = "examples/kabupaten-malang-2023.xlsx"
USED = " Memakai profil config/profile.yaml\n"
REGIONS = ("examples/wilayah-contoh", "--config", "examples/wilayah-contoh/indeks.yaml")


@pytest.mark.usefixtures("repository")
class TestInTheRepository:
    def test_the_command_that_score_prints_is_exactly_what_works(self, cli: Cli) -> None:
        said = cli("score", KEDIRI).err
        found = re.search(r"kediri-index (trace .*)", said)
        assert found is not None
        assert found[1] == f"trace {KEDIRI} impact"
        ran = cli(*shlex.split(found[1]))
        assert (ran.code, ran.err) == (0, USED)
        assert "Impact 3,07 = rata-rata 6 pilar: (2,75 + 2,75 + 3,50 + 3,33 + 3,33" in ran.out

    def test_without_a_node_it_is_the_overall_whose_terms_can_be_added_by_hand(
        self, cli: Cli
    ) -> None:
        ran = cli("trace", KEDIRI)
        assert "Keseluruhan 3,31 = 0,36 + 0,64 + 0,97 + 0,61 + 0,73" in ran.out

    def test_json_has_the_promised_keys(self, cli: Cli) -> None:
        document = json.loads(cli("trace", KEDIRI, "impact", "--format", "json").out)
        assert document["schema"] == "kediri-index/trace/1"
        assert document["findings"] == []
        result = document["result"]
        assert (result["unit"], result["year"], result["above"]) == (
            *("Kota Kediri", 2022),
            ["overall"],
        )
        promised = ("id", "kind", "score", "weight", "contribution", "rule", "sources")
        assert set(promised) <= set(result)
        assert (result["id"], result["kind"], result["weight"]) == ("impact", "dimension", 20)
        assert result["published"] == "3.07"
        assert result["contribution"] == pytest.approx(0.2 * result["score"])
        assert result["defined_at"] == "config/kominfo-2022-reguler.yaml:31:5"
        assert [child["id"] for child in result["children"]] == [
            *("governance", "branding", "economy", "living", "society", "environment")
        ]
        first = result["children"][0]
        assert first["sources"] == [
            {
                "file": KEDIRI,
                "sheet": "Penilaian",
                "cell": "D7",
                "role": "assessor",
                "value": "2.75",
            }
        ]
        assert (first["given"], first["children"], first["not_shown"]) == (True, [], 0)

    @pytest.mark.parametrize(
        ("depth", "shown", "hidden"), [("0", 1, 11), ("1", 6, 6), ("2", 12, 0), ("99", 12, 0)]
    )
    def test_depth_is_how_many_levels_are_shown(
        self, depth: str, shown: int, hidden: int, cli: Cli
    ) -> None:
        document = json.loads(cli("trace", KEDIRI, "--depth", depth, "--format", "json").out)
        nodes = [document["result"]]
        for node in nodes:
            nodes += node["children"]
        assert len(nodes) == shown
        assert sum(node["not_shown"] for node in nodes) == hidden

    def test_a_large_tree_is_cut_for_a_screen_alone_and_says_how_to_see_more(
        self, cli: Cli
    ) -> None:
        ran = cli("trace", MALANG)
        assert "IMP-01" not in ran.out
        assert "… 33 indikator lagi" in ran.out
        assert ran.err == (
            f"{USED} Sampai ke sel: kediri-index trace {MALANG} baseline"
            "   ·   semuanya: --depth 4\n"
        )
        assert "IMP-01" in cli("trace", MALANG, "--depth", "4").out
        assert cli("trace", MALANG, "--depth", "4").err == USED
        assert "IMP-01" in cli("trace", MALANG, "--format", "md").out
        assert "Lebih dalam: --depth 4" in cli("trace", MALANG, "--depth", "0").err
        assert cli("trace", MALANG, "--quiet").err == ""

    def test_a_leaf_alone_has_the_way_down_to_it(self, cli: Cli) -> None:
        out = cli("trace", MALANG, "IMP-36").out
        assert "Keseluruhan > Impact > Smart Living > Telekomunikasi dan transportasi >" in out
        assert "IMP-36 " in out
        assert "Penilaian!L" in out

    def test_many_files_of_one_city_are_one_folder_or_many_paths(self, cli: Cli) -> None:
        folder = cli("trace", "examples/kota-contoh", "impact", "--format", "json")
        files = sorted(map(str, Path("examples/kota-contoh").glob("*.xlsx")))
        paths = cli("trace", *files, "impact", "--format", "json")
        assert json.loads(folder.out)["result"] == json.loads(paths.out)["result"]
        screen = cli("trace", "examples/kota-contoh", "BAS-01").out
        assert "OPD " in screen

    def test_of_several_units_one_is_chosen(self, cli: Cli) -> None:
        ran = cli("trace", *REGIONS, "--unit", "kabupaten rekaan 3", "KES-1")
        assert ran.code == 0
        assert "Kabupaten Rekaan 3 · 2023" in ran.out
        assert "(70,8 - 20) ÷ (85 - 20) = 0,7815" in ran.out

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            ((KEDIRI, "impct"), "«impct» bukan berkas yang ada, dan bukan bagian atau indikator"),
            ((KEDIRI, "impct"), "terdekat: impact (Impact)"),
            ((KEDIRI, "overal"), "terdekat: overall; "),
            ((KEDIRI, "nope"), "«nope» bukan berkas yang ada, dan bukan bagian atau indikator"),
            (
                (KEDIRI, "--node", "nope"),
                "«nope»; kelompok utamanya: baseline, output, outcome, impact, quick_win;",
            ),
            ((KEDIRI, "--node", "impct"), "«impct»; terdekat: impact (Impact); "),
            (("impact",), "kediri-index trace data.xlsx impact"),
            ((KEDIRI, "impact", "output"), "hanya satu bagian ditelusuri sekaligus"),
            ((KEDIRI, ""), "satu kata dalam perintah ini kosong"),
            ((KEDIRI, "lain.xlsx"), "lain.xlsx: berkas atau folder ini tidak ada"),
            ((KEDIRI, "--depth", "dua"), "--depth: «dua» bukan bilangan bulat mulai dari 0"),
            ((KEDIRI, "--depth", "-1"), "--depth: «-1» bukan bilangan bulat mulai dari 0"),
            (REGIONS, "berkas ini memuat 20 wilayah: Kabupaten Rekaan 1, "),
            ((*REGIONS, "--unit", "Kabupaten Rekan 3"), "terdekat: Kabupaten Rekaan 3"),
            (
                (*REGIONS, "--unit", "Kabupaten Rekaan 3", "--year", "2020"),
                "tidak ada data Kabupaten Rekaan 3 tahun 2020; yang ada: 2023",
            ),
        ],
    )
    def test_a_wrong_call_says_what_to_do(
        self, words: tuple[str, ...], said: str, cli: Cli
    ) -> None:
        ran = cli("trace", *words)
        assert (ran.code, ran.out) == (2, "")
        assert said in ran.err

    def test_files_of_another_unit_or_year_are_findings(self, cli: Cli) -> None:
        for option, code in (("--unit", "F423"), ("--year", "F424")):
            ran = cli("trace", KEDIRI, option, "2021")
            assert (ran.code, ran.out) == (1, "")
            assert code in ran.err
            assert f"kediri-index trace {KEDIRI} {option} 2021 --allow-errors" in ran.err

    def test_files_of_the_profiles_unit_are_meant_where_others_lie_among_them(
        self, cli: Cli
    ) -> None:
        ran = cli("trace", "examples/kota-contoh-salah")
        assert (ran.code, ran.out) == (1, "")
        assert "F423" in ran.err
        partial = cli("trace", "examples/kota-contoh-salah", "--allow-errors", "--depth", "0")
        assert "Kota Contoh · 2023" in partial.out

    def test_the_definition_in_use_is_told(self, cli: Cli) -> None:
        assert "config/kominfo-2022-reguler.yaml (" in cli("trace", KEDIRI, "--verbose").err


def test_a_node_that_is_a_file_too_is_in_doubt(cli: Cli, project: Path) -> None:
    file = "kota-kediri-2022.xlsx"
    (project / "impact").mkdir()
    shutil.copy(project / file, project / "impact")
    doubt = cli("trace", file, "impact")
    assert doubt.code == 2
    assert "./impact" in doubt.err
    assert "--node impact" in doubt.err
    assert "Impact 3,07" in cli("trace", file, "--node", "impact").out
    assert "Keseluruhan 3,31" in cli("trace", "impact").out


def test_a_file_with_errors_is_refused_and_may_be_traced_all_the_same(
    cli: Cli, project: Path
) -> None:
    (project / "isian.csv").write_text(
        "wilayah,tahun,kode,nilai asesor\nKota Uji,2022,baseline,9\nKota Uji,2022,output,3\n",
        encoding="utf-8",
    )
    words = ("trace", "isian.csv", "--config", "kominfo-2022-reguler")
    refused = cli(*words)
    assert (refused.code, refused.out) == (1, "")
    assert "C203" in refused.err
    document = json.loads(cli(*words, "--format", "json").out)
    assert document["result"] is None
    partial = cli(*words, "--allow-errors")
    assert partial.code == 0
    assert "Baseline –: «9» tidak dapat dinilai, lihat temuannya; tidak dihitung" in partial.out
    assert "dihitung meskipun ada galat" in partial.out
    assert json.loads(cli(*words, "--allow-errors", "--format", "json").out)["partial"] is True
    assert "meskipun ada galat" in cli(*words, "--allow-errors", "--format", "md").out


def test_an_error_that_was_waived_does_not_refuse_a_trace(cli: Cli, project: Path) -> None:
    (project / "isian.csv").write_text(
        "unit,year,baseline,output,outcome,impact,quick_win\nKota Uji,2022,9,3,3,3,3\n",
        encoding="utf-8",
    )
    (project / "pengecualian.yaml").write_text(
        "- {code: C203, place: {file: isian.csv, cell: C2}, reason: uji, who: Bappeda, "
        "until: 2099-12-31}\n",
        encoding="utf-8",
    )
    words = ("trace", "isian.csv", "--config", "kominfo-2022-reguler", "baseline")
    assert cli(*words).code == 1
    ran = cli(*words, "--waivers", "pengecualian.yaml")
    assert ran.code == 0, ran.err
    assert "Baseline –: «9» tidak dapat dinilai, lihat temuannya; tidak dihitung" in ran.out
    assert "1 dikecualikan" in ran.out


def test_the_tree_can_be_written_to_a_file(cli: Cli, project: Path) -> None:
    for form in ("tree", "md", "json"):
        ran = cli("trace", "kota-kediri-2022.xlsx", "--format", form, "--output", f"asal.{form}")
        assert (ran.code, ran.out) == (0, "")
        assert (project / f"asal.{form}").stat().st_size > 500
    assert cli("trace", "kota-kediri-2022.xlsx", "-o", "kota-kediri-2022.xlsx", "--force").code == 2


def test_names_of_the_definition_can_neither_move_a_cursor_nor_break_markdown(
    cli: Cli, project: Path
) -> None:
    (project / "lain.yaml").write_text(
        'kediri_index: 1\nid: lain\nversion: "1"\nstatus: own\ntitle: Uji\n'
        "scale: {min: 0, max: 4}\nkinds: {pillar: {name: Pilar}}\n"
        'groups: [{id: a, kind: pillar, name: "Bagian \\e[31m <b>A</b> | *x*"}]\n'
        "indicators: [{id: A-1, in: a, name: Satu}]\n",
        encoding="utf-8",
    )
    Path("isian.csv").write_text("wilayah,kode,nilai asesor\nKota Uji,A-1,3\n", encoding="utf-8")
    words = ("trace", "isian.csv", "--config", "lain.yaml")
    assert "\x1b" not in cli(*words).out
    markdown = cli(*words, "--format", "md").out
    assert r"\<b\>A\</b\> \| \*x\*" in markdown
    assert "\x1b" not in markdown
