from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.running import Cli

KEDIRI = "examples/kota-kediri-2022.xlsx"
REGIONS = ("examples/wilayah-contoh/wilayah.csv", "--config", "examples/wilayah-contoh/indeks.yaml")
FEW = ("--draws", "200")
pytestmark = pytest.mark.usefixtures("repository")


@pytest.mark.parametrize("form", ["table", "json", "csv", "md"])
@pytest.mark.parametrize("language", ["id", "en"])
def test_every_format_in_both_languages(form: str, language: str, cli: Cli) -> None:
    ran = cli("robustness", *REGIONS, *FEW, "--format", form, "--lang", language)
    assert ran.code == 0
    assert "Kabupaten Rekaan 19" in ran.out


def test_one_city_has_a_sentence_that_a_mayor_understands(cli: Cli) -> None:
    ran = cli("robustness", KEDIRI, "--target", "3.3")
    assert "Dalam 9 dari 10 simulasi, nilainya antara 3,29 dan 3,34." in ran.out
    assert "Peluang mencapai sasaran 3,3: 9" in ran.out
    ran = cli("robustness", KEDIRI, "--target", "3.3", "--lang", "en")
    assert "In 9 of 10 draws the score is between 3.29 and 3.34." in ran.out


def test_draws_without_a_score_are_told(cli: Cli, tmp_path: Path) -> None:
    sets = tmp_path / "bobot.csv"
    sets.write_text("set,baseline,output,outcome,impact,quick_win\nx,1,1,1,1,1\ny,0,0,0,0,0\n")
    one = cli("robustness", KEDIRI, "--weight-sets", str(sets), "--lang", "en").out
    assert "In 9 of 10 draws the score stays" in one
    assert "50 % of the draws have no score." in one
    assert "1 draw (seed 1)." in cli("robustness", KEDIRI, "--draws", "1", "--lang", "en").out
    groups = "kesehatan,pendidikan,penghidupan,pelayanan"
    sets.write_text(f"set,{groups}\nx,1,1,1,1\ny,0,0,0,0\n")
    several = cli("robustness", *REGIONS, "--weight-sets", str(sets), "--lang", "en").out
    assert several.count("50 %") >= 20
    assert "Scored" in several
    assert "Scored" not in cli("robustness", *REGIONS, *FEW, "--lang", "en").out


def test_a_self_assessed_score_is_called_so(cli: Cli, tmp_path: Path) -> None:
    sheet = tmp_path / "isian.csv"
    ids = ("baseline", "output", "outcome", "impact", "quick_win")
    sheet.write_text("Kode,Nilai mandiri\n" + "".join(f"{one},3\n" for one in ids))
    for form in ("table", "md"):
        ran = cli("robustness", str(sheet), *FEW, "--format", form, "--lang", "en")
        heading = next(line for line in ran.out.splitlines() if " · " in line)
        assert "self-assessed" in heading


def test_one_unit_of_several_is_shown_with_its_rank_among_all(cli: Cli) -> None:
    options = (*REGIONS, *FEW, "--unit", "kabupaten rekaan 14")
    ran = cli("robustness", *options, "--sobol", "--lang", "en")
    assert "In 9 of 10 draws the score is between" in ran.out
    assert "Rank 2 of 20; in 9 of 10 draws its rank is 2" in ran.out
    assert "What matters most" in ran.out
    assert "Rekaan 19" not in ran.out
    as_json = ("--sobol", "--format", "json")
    every = json.loads(cli("robustness", *REGIONS, *FEW, *as_json).out)["result"]
    (one,) = json.loads(cli("robustness", *options, *as_json).out)["result"]["units"]
    assert one["sobol"]
    assert one in every["units"]
    ran = cli("robustness", *REGIONS, "--unit", "Kabupaten Rekan 14", "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert "these files have no «Kabupaten Rekan 14»; nearest: Kabupaten Rekaan 14" in ran.err


def test_the_target_is_the_profiles_unless_another_is_given(cli: Cli) -> None:
    given = json.loads(cli("robustness", KEDIRI, *FEW, "--format", "json").out)["result"]
    assert given["units"][0]["target"] == 3.4
    other = cli("robustness", KEDIRI, *FEW, "--format", "json", "--target", "3,1").out
    (unit,) = json.loads(other)["result"]["units"]
    assert (unit["target"], unit["target_probability"]) == (3.1, 1)


def test_json_has_the_promised_keys(cli: Cli) -> None:
    document = json.loads(cli("robustness", *REGIONS, *FEW, "--sobol", "--format", "json").out)
    assert document["schema"] == "kediri-index/robustness/1"
    result = document["result"]
    assert {"draws", "seed", "factors", "units"} <= set(result)
    assert (result["draws"], result["seed"], result["assumed"]) == (200, 1, True)
    unit = result["units"][0]
    assert {
        *("unit", "nominal", "mean", "p5", "p50", "p95", "class_probability", "rank"),
        *("rank_probability", "sobol"),
    } <= set(unit)
    assert {"nominal", "p5", "p50", "p95"} <= set(unit["rank"])
    assert sum(unit["rank_probability"].values()) == pytest.approx(1)
    assert set(unit["sobol"][0]) == {"factor", "first", "first_ci", "total", "total_ci"}
    names = {factor["factor"] for factor in result["factors"]}
    assert {index["factor"] for index in unit["sobol"]} == names
    assert "weights:kesehatan" in names


def test_each_element_is_left_out_in_json_and_csv(cli: Cli) -> None:
    as_json = cli("robustness", *REGIONS, *FEW, "--leave-out", "--format", "json").out
    found = json.loads(as_json)["result"]
    keys = {"id", "mean_rank_shift", "max_rank_shift", "correlation"}
    assert {frozenset(one) for one in found["leave_out"]} == {frozenset(keys)}
    ids = [one["id"] for one in found["leave_out"]]
    assert {"kesehatan", "KES-1", "LAY-2"} <= set(ids)
    text = cli("robustness", *REGIONS, *FEW, "--leave-out", "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(text)))
    for one in found["leave_out"]:
        shifts = [abs(int(row["rank"]) - int(row[f"rank_without:{one['id']}"])) for row in rows]
        assert one["mean_rank_shift"] == pytest.approx(sum(shifts) / len(rows))
        assert one["max_rank_shift"] == max(shifts)
    without = json.loads(cli("robustness", *REGIONS, *FEW, "--format", "json").out)["result"]
    assert without["leave_out"] == []
    assert without["units"] == found["units"]


def test_a_unit_shown_alone_has_its_score_without_each_element(cli: Cli) -> None:
    options = ("--leave-out", "--format", "json")
    (first, *_) = json.loads(cli("robustness", KEDIRI, *FEW, *options).out)["result"]["leave_out"]
    assert first == {
        "id": "baseline",
        "mean_rank_shift": None,
        "max_rank_shift": None,
        "correlation": None,
        "score": 3.282962963,
        "published": "3.28",
        "rank": None,
    }
    one = (*REGIONS, "--unit", "Kabupaten Rekaan 16", *FEW)
    found = json.loads(cli("robustness", *one, *options).out)["result"]["leave_out"]
    (domestic,) = [each for each in found if each["id"] == "HID-1"]
    assert (domestic["max_rank_shift"], domestic["rank"]) == (15, 6)
    said = cli("robustness", *one, "--leave-out", "--lang", "en").out
    (row,) = [line.split() for line in said.splitlines() if "HID-1" in line]
    assert row[-1] == "6"
    assert row[-2].startswith("+")


def test_what_nobody_answers_is_not_left_out(cli: Cli, tmp_path: Path) -> None:
    sheet = tmp_path / "isian.csv"
    sheet.write_text("Kode,Nilai asesor\nbaseline,3\n")
    call = ("robustness", str(sheet), *FEW, "--allow-errors", "--leave-out", "--format", "json")
    (only,) = json.loads(cli(*call).out)["result"]["leave_out"]
    assert (only["id"], only["score"], only["published"]) == ("baseline", None, None)


def test_the_same_seed_prints_the_same_bytes(cli: Cli) -> None:
    runs = [
        cli("robustness", *REGIONS, *FEW, "--seed", seed, "--format", "json").out
        for seed in ("4", "4", "5")
    ]
    assert runs[0] == runs[1] != runs[2]


def saved(cli: Cli, path: Path, *arguments: str) -> list[dict[str, str]]:
    ran = cli("robustness", *arguments, "--save-draws", str(path), "--force", "--quiet")
    assert ran.code == 0
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_every_draw_can_be_saved_and_drawn_again(tmp_path: Path, cli: Cli) -> None:
    path = tmp_path / "simulasi.csv"
    rows = saved(cli, path, KEDIRI, *FEW)
    assert [row["draw"] for row in rows] == [str(at) for at in range(1, 201)]
    out = cli("robustness", KEDIRI, *FEW, "--format", "json").out
    (unit,) = json.loads(out)["result"]["units"]
    scores = [float(row["score"]) for row in rows]
    assert sum(scores) / 200 == pytest.approx(unit["mean"], abs=1e-5)
    assert sum(score < unit["p5"] for score in scores) == 10
    weights = {"baseline": 10, "output": 20, "outcome": 30, "impact": 20, "quick_win": 20}
    tenth = rows[9]
    top = {name: weight * float(tenth[f"weight:{name}"]) for name, weight in weights.items()}
    inner = {
        name.removeprefix("weight:"): factor
        for name, factor in tenth.items()
        if name.startswith("weight:") and name.removeprefix("weight:") not in top
    }
    sets = tmp_path / "sets.csv"
    header = ",".join(["set", *top, *inner])
    row = ",".join(["10", *map(str, top.values()), *inner.values()])
    sets.write_text(f"{header}\n{row}\n", encoding="utf-8")
    (again,) = saved(cli, path, KEDIRI, "--weight-sets", str(sets))
    assert again["set"] == "10"
    assert float(again["score"]) == pytest.approx(float(tenth["score"]), abs=2e-5)
    assert saved(cli, path, KEDIRI, "--draws", "10")[9] == tenth


def test_saved_draws_of_several_units_name_them(tmp_path: Path, cli: Cli) -> None:
    path = tmp_path / "simulasi.csv"
    drawn = ("--missing", "--aggregations", "arithmetic,geometric", "--draws", "20")
    (first, *_) = saved(cli, path, *REGIONS, *drawn)
    assert first["aggregation"] in {"arithmetic", "geometric"}
    assert {"score:Kabupaten Rekaan 9", "rank:Kabupaten Rekaan 9"} <= set(first)
    gaps = [name for name in first if name.startswith("missing:")]
    assert len(gaps) == 2
    assert gaps[0].endswith(":Kabupaten Rekaan 16") or gaps[0].endswith(":Kabupaten Rekaan 5")
    (one, *_) = saved(cli, path, *REGIONS, *drawn, "--unit", "Kabupaten Rekaan 9")
    assert (one["score"], one["rank"]) == (
        first["score:Kabupaten Rekaan 9"],
        first["rank:Kabupaten Rekaan 9"],
    )


def test_more_draws_than_memory_holds_are_refused_when_each_is_to_be_saved(
    tmp_path: Path, cli: Cli
) -> None:
    ran = cli(
        *("robustness", KEDIRI, "--draws", "10000000"),
        *("--save-draws", str(tmp_path / "simulasi.csv"), "--lang", "en"),
    )
    assert (ran.code, ran.out) == (2, "")
    assert "10000000" in ran.err.replace(",", "").replace(".", "")


def test_a_shift_of_ranks_of_which_some_draws_have_none_has_no_indices(
    tmp_path: Path, cli: Cli
) -> None:
    (tmp_path / "d.yaml").write_text(
        "kediri_index: 1\nid: uji\nversion: '1'\nstatus: own\ntitle: Uji\n"
        "scale: {min: -50, max: 100}\nkinds: {bagian: {name: Bagian}}\n"
        "groups: [{id: mutu, kind: bagian, name: Mutu}]\nindicators:\n"
        "  - {id: A-1, in: mutu, name: Satu, score: {method: as_given}}\n"
        "  - {id: A-2, in: mutu, name: Dua, score: {method: as_given}}\n",
        encoding="utf-8",
    )
    (tmp_path / "w.csv").write_text(
        "Wilayah;Tahun;A-1;A-2\nKab. Bintan;2024;-10;90\n"
        "Kab. Karimun;2024;55;45\nKota Batam;2024;30;40\n",
        encoding="utf-8",
    )
    out = cli(
        *("robustness", str(tmp_path / "w.csv"), "--config", str(tmp_path / "d.yaml"), *FEW),
        *("--aggregations", "arithmetic,geometric", "--sobol", "--format", "json"),
    ).out
    result = json.loads(out)["result"]
    assert {one["unit"]: bool(one["sobol"]) for one in result["units"]}["Kab. Bintan"] is False
    assert not result["rank_shift"]["sobol"]


def test_two_exponents_that_differ_late_have_two_names(cli: Cli) -> None:
    both = "power:1.2345678,power:1.2345681"
    out = cli("robustness", KEDIRI, *FEW, "--aggregations", both, "--format", "json").out
    assert all(f'"{one}"' in out for one in both.split(","))


def test_uncertain_values_are_drawn_and_saved(tmp_path: Path, cli: Cli) -> None:
    values = tmp_path / "u.csv"
    values.write_text("unit,indicator,sd\nKabupaten Rekaan 19,HID-1,5\n")
    given = ("--uncertain", str(values))
    rows = saved(cli, tmp_path / "draws.csv", *REGIONS, *given)
    drawn = [float(row["value:HID-1:Kabupaten Rekaan 19"]) for row in rows]
    assert len(set(drawn)) > len(drawn) / 2
    for language, said in (
        ("en", "uncertain values: 1, as their file says"),
        ("id", "isian yang tidak pasti: 1 isian, sebagaimana tertulis di berkasnya"),
    ):
        assert said in cli("robustness", *REGIONS, *FEW, *given, "--lang", language).out


def test_faults_of_uncertain_values_are_told_with_their_line(tmp_path: Path, cli: Cli) -> None:
    values = tmp_path / "u.csv"
    values.write_text("unit,indicator,sd\nKabupaten Rekan 19,HID-1,5\nx,HID1,-5\n")
    ran = cli("robustness", *REGIONS, "--uncertain", str(values), "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert "nearest: Kabupaten Rekaan 19" in ran.err
    assert "nearest: HID-1" in ran.err
    assert "the uncertain values in" in ran.err
    assert "cannot be used: 4 errors" in ran.err


def test_saved_draws_replace_no_file_unasked(tmp_path: Path, cli: Cli) -> None:
    path = tmp_path / "simulasi.csv"
    path.write_text("", encoding="utf-8")
    ran = cli("robustness", KEDIRI, *FEW, "--save-draws", str(path))
    assert (ran.code, ran.out, path.read_text(encoding="utf-8")) == (2, "", "")
    ran = cli("robustness", KEDIRI, *FEW, "--save-draws", KEDIRI, "--force")
    assert (ran.code, ran.out) == (2, "")


def test_csv_has_one_row_a_unit(cli: Cli) -> None:
    out = cli("robustness", *REGIONS, *FEW, "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(out)))
    assert len(rows) == 20
    assert float(rows[0]["p5"]) < float(rows[0]["mean"]) < float(rows[0]["p95"])
    assert float(rows[0]["scored"]) == 1


def test_a_file_of_sets_alone_counts_each_once(tmp_path: Path, cli: Cli) -> None:
    path = tmp_path / "sets.csv"
    path.write_text("set,output,impact\na,20,20\nb,0,40\n", encoding="utf-8")
    ran = cli("robustness", KEDIRI, "--weight-sets", str(path))
    assert ran.code == 0
    assert "himpunan bobot: 2 himpunan, masing-masing satu kali" in ran.out


def test_a_faulty_file_of_sets_is_told_with_its_line(tmp_path: Path, cli: Cli) -> None:
    path = tmp_path / "sets.csv"
    path.write_text("set,outputt\na,satu\n", encoding="utf-8")
    ran = cli("robustness", KEDIRI, "--weight-sets", str(path), "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert "1:5      S801" in ran.err
    assert "nearest: output" in ran.err
    assert "2:3      S802" in ran.err
    assert "cannot be used: 2 errors" in ran.err


def test_a_text_longer_than_the_limit_in_a_file_of_sets_is_a_finding(
    tmp_path: Path, cli: Cli
) -> None:
    path = tmp_path / "sets.csv"
    path.write_text(f"set,output\n{'a' * 200_000},20\n", encoding="utf-8")
    ran = cli("robustness", KEDIRI, "--weight-sets", str(path), "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert "2        F207" in ran.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--draws", "banyak"), "--draws: «banyak» bukan bilangan bulat mulai dari 1"),
        (("--draws", "0"), "--draws: «0» bukan bilangan bulat mulai dari 1"),
        (("--seed", "-1"), "--seed: «-1» bukan bilangan bulat mulai dari 0"),
        (("--weights", "25"), "--weights: 25 di luar jangkauan"),
        (("--weights", "besar"), "--weights: «besar» bukan angka"),
        (("--weight-sets", "tidak-ada.csv"), "tidak-ada.csv: berkas himpunan bobot ini tidak ada"),
        (("--aggregations", "geometri"), "«geometri» tidak dikenal; terdekat: geometric"),
        (("--aggregations", "power"), "power perlu parameter; tulis misalnya power:2"),
        (("--aggregations", "mpi:3"), "mpi perlu parameter; tulis misalnya mpi:-1"),
        (("--aggregations", "copeland"), "copeland menghitung wilayah yang dikalahkan"),
        (("--aggregations", "geometric,sum"), "sum menjumlahkan bobot dikali nilai"),
        (("--aggregations", ","), "--aggregations: «,» bukan nama"),
        (("--methods", "min_max"), "tidak punya indikator yang dinilai antarwilayah"),
        (("--missing",), "tidak ada yang dapat diacak"),
        (("--draws", "999999999999"), "terlalu banyak untuk 1 daerah; paling banyak 60000000"),
    ],
)
def test_a_wrong_call_says_what_to_do(arguments: tuple[str, ...], said: str, cli: Cli) -> None:
    ran = cli("robustness", KEDIRI, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert ran.err.count("\n") == 1


def test_an_unknown_method_has_the_nearest(cli: Cli) -> None:
    ran = cli("robustness", *REGIONS, "--methods", "zscore")
    assert ran.code == 2
    assert "«zscore» tidak dikenal; terdekat: z_score; pilih salah satu: min_max, " in ran.err


def test_data_with_errors_are_refused_and_missing_answers_can_be_drawn(
    tmp_path: Path, cli: Cli
) -> None:
    table = tmp_path / "kota.csv"
    table.write_text("unit,year,baseline,output,outcome,impact,quick_win\nKota A,2022,3,3,3,3,\n")
    call = ("robustness", str(table), "--config", "kominfo-2022-reguler", *FEW)
    ran = cli(*call)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.rstrip().endswith("--config kominfo-2022-reguler --missing")
    assert json.loads(cli(*call, "--format", "json").out)["result"] is None
    drawn = cli(*call, "--missing")
    assert drawn.code == 0
    assert "isian kosong: 1 isian, di mana saja pada skalanya" in drawn.out
    allowed = json.loads(cli(*call, "--allow-errors", "--format", "json").out)
    assert allowed["partial"]


def test_warnings_about_draws_leave_the_exit_code_at_0(cli: Cli) -> None:
    for form in ("table", "csv"):
        ran = cli("robustness", *REGIONS, "--draws", "8", "--sobol", "--format", form)
        assert ran.code == 0
        assert "S815" in ran.out + ran.err


def test_the_sample_is_too_small_for_units_that_are_shown_alone(cli: Cli) -> None:
    options = (*REGIONS, "--draws", "128", "--sobol", "--format", "csv")
    for unit, warns in ((5, True), (1, False)):
        ran = cli("robustness", *options, "--unit", f"Kabupaten Rekaan {unit}")
        assert ("S814" in ran.err) is warns


CLASSES = """\
kediri_index: 1
id: kelas
version: "1"
status: own
title: Indeks berkelas
scale: {min: 0, max: 4}
missing: {answers: exclude}
classes: [{name: Kurang, name_en: Poor, below: 2}, {name: Baik, name_en: Good}]
kinds: {pillar: {name: Pilar}}
prepare: [{screen: {min_present: 0.5}}]
groups: [{id: a, kind: pillar, name: Layanan}]
indicators:
  - {id: A-1, in: a, name: Satu}
  - {id: A-2, in: a, name: Dua}
  - {id: A-3, in: a, name: Tiga}
"""


@pytest.mark.parametrize(
    ("language", "words"),
    [("id", ("Kelas", "Kurang", "Baik")), ("en", ("Class", "Poor", "Good"))],
)
@pytest.mark.parametrize("form", ["table", "md"])
def test_one_city_has_the_chance_of_each_class(
    form: str, language: str, words: tuple[str, ...], tmp_path: Path, cli: Cli
) -> None:
    table, config = _classes(tmp_path, "Kota A,2022,2,2,\n")
    ran = cli("robustness", table, "--config", config, "--format", form, "--lang", language)
    assert all(word in ran.out for word in words)
    assert "50 %" in ran.out or "51 %" in ran.out or "49 %" in ran.out


@pytest.mark.parametrize("form", ["table", "md", "csv", "json"])
def test_a_unit_that_is_left_out_stays_with_nothing_to_say(
    form: str, tmp_path: Path, cli: Cli
) -> None:
    rows = "Kota A,2022,2,2,3\nKota B,2022,3,2,\nKota C,2022,1,,\n"
    table, config = _classes(tmp_path, rows)
    call = ("robustness", table, "--config", config, "--target", "2", *FEW)
    ran = cli(*call, "--format", form)
    assert ran.code == 0
    if form == "json":
        unit = json.loads(ran.out)["result"]["units"][2]
        assert (unit["nominal"], unit["mean"], unit["rank"], unit["scored"]) == (
            None,
            None,
            None,
            0,
        )
        return
    line = next(one for one in ran.out.splitlines() if "Kota C" in one)
    if form == "table":
        assert line.split() == ["–", "Kota", "C", *"––––––"]
    if form == "csv":
        assert line == "Kota C,2022,,,,,,,2,0,,,,,,0,0,0"


def test_a_unit_without_a_score_alone_has_neither_interval_nor_indices(
    tmp_path: Path, cli: Cli
) -> None:
    table, config = _classes(tmp_path, "Kota A,2022,2,2,3\nKota C,2022,1,,\n")
    call = ("robustness", table, "--config", config, "--unit", "Kota C", *FEW, "--lang", "en")
    ran = cli(*call, "--sobol")
    assert "No draw has a score." in ran.out
    assert "The draws do not vary, so no influence can be measured." in ran.out


def test_what_happens_once_in_300_draws_is_neither_impossible_nor_never_missed(
    tmp_path: Path, cli: Cli
) -> None:
    config = tmp_path / "kelas.yaml"
    kelas = CLASSES.replace("Layanan}]", "Layanan}, {id: b, kind: pillar, name: Ekonomi}]")
    kelas = kelas.replace("{id: A-3, in: a", "{id: A-3, in: b").replace("prepare", "# prepare")
    config.write_text(kelas, encoding="utf-8")
    table = _classes(tmp_path, "Kota A,2022,1,1,3.2\n", "lain.yaml")[0]
    sets = tmp_path / "sets.csv"
    sets.write_text("set,a,b\n" + "".join(f"x{n},1,1\n" for n in range(299)) + "y,9,1\n")
    call = ("robustness", table, "--config", str(config), "--weight-sets", str(sets))
    screen = cli(*call, "--target", "2", "--lang", "en").out
    assert "The chance of meeting the target 2: > 99 %." in screen
    assert [
        line.split()[:4] for line in screen.splitlines() if line.startswith((" Poor", " Good"))
    ] == [
        ["Poor", "<", "1", "%"],
        ["Good", ">", "99", "%"],
    ]


def test_of_many_findings_only_those_about_the_draws_are_shown(tmp_path: Path, cli: Cli) -> None:
    codes = [f"A-{at}" for at in range(1, 10)]
    head = CLASSES[: CLASSES.index("indicators:")]
    leaves = "".join(f"  - {{id: {one}, in: a, name: {one}}}\n" for one in codes)
    (tmp_path / "tujuh.yaml").write_text(f"{head}indicators:\n{leaves}", encoding="utf-8")
    table = tmp_path / "tujuh.csv"
    rows = [f"Kota {at},2022,{'3,n/a,' * 4}{at}" for at in (1, 2)] + [
        "Kota 3,2022" + ",n/a,2" * 4 + ",3"
    ]
    table.write_text("\n".join([f"unit,year,{','.join(codes)}", *rows, ""]), encoding="utf-8")
    ran = cli("robustness", str(table), "--config", str(tmp_path / "tujuh.yaml"), *FEW)
    assert ran.code == 0
    assert "S334" not in ran.out
    assert "12 catatan" in ran.out + ran.err


def _classes(folder: Path, rows: str, name: str = "kelas.yaml") -> tuple[str, str]:
    table, config = folder / "kelas.csv", folder / name
    table.write_text(f"unit,year,A-1,A-2,A-3\n{rows}", encoding="utf-8")
    config.write_text(CLASSES, encoding="utf-8")
    return str(table), str(config)


@pytest.mark.parametrize("language", ["id", "en"])
def test_80_columns_are_enough(language: str, cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for data in ((KEDIRI,), REGIONS, ("examples/kabupaten-malang-2022.xlsx",)):
        out = cli("robustness", *data, *FEW, "--sobol", "--lang", language).out
        assert max(map(len, out.splitlines())) <= 80
