"""The page for those who come from COINr: each function has its line, and what is there runs."""

from __future__ import annotations

import csv
import re
import shutil
from pathlib import Path

import numpy as np
import pytest
import yaml

from kediri_index import compare, load_definition, read_frame, read_workbooks, score
from kediri_index.cli.run import run
from kediri_index.usecases.inputs import Submission

ROOT = Path(__file__).parents[2]
ASEM = ROOT / "examples" / "asem"
COUNTRIES = 51
PAGE = (ROOT / "docs" / "how-to" / "from-coinr.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (`[^|]+`) \| (has|partly|not) \| (.+) \|$", PAGE, re.MULTILINE)
FUNCTIONS = """
Aggregate CAGR Custom COIN_to_coin Denominate Impute Normalise Regen SA_estimate SA_sample Screen
Treat
a_amean a_copeland a_genmean a_gmean a_hmean approx_df boxcox build_example_coin
build_example_purse change_ind check_SkewKurt check_iData check_iMeta compare_coins
compare_coins_corr compare_coins_multi compare_df export_to_excel get_PCA get_corr get_corr_flags
get_cronbach get_data get_data_avail get_denom_corr get_dset get_eff_weights get_noisy_weights
get_opt_weights get_pvals get_results get_sensitivity get_stats get_str_weak get_trends
get_unit_summary i_mean i_mean_grp i_median i_median_grp icodes_to_inames import_coin_tool
impute_panel is.coin is.purse kurt log_CT log_CT_orig log_CT_plus log_GII n_borda n_dist2max
n_dist2ref n_dist2targ n_fracmax n_goalposts n_minmax n_prank n_rank n_scaled n_zscore
names_to_codes new_coin outrankMatrix plot_bar plot_corr plot_dist plot_dot plot_framework
plot_scatter plot_sensitivity plot_uncertainty prc_change print qNormalise qTreat rank_df
remove_elements replace_df round_df signif_df skew winsorise
"""
"""The exported functions of COINr 1.1.14, methods of its classes aside."""
_SPAN = re.compile(r"`([^`]+)`")
COMMANDS = sorted(
    {
        span
        for _, _, how in ROWS
        for span in _SPAN.findall(how)
        if re.match(r"(check|score|definition|robustness|report|compare) \S*\S ?.*/", span)
    }
)
PARTS = sorted(
    {
        span
        for _, _, how in ROWS
        for span in _SPAN.findall(how)
        if re.match(r"(prepare|score|aggregate|publish): ", span)
    }
)
FRAMES = sorted({one for _, _, how in ROWS for one in re.findall(r'to_frame\("(\w+)"\)', how)})


def test_every_function_has_one_line() -> None:
    named = [name for names, _, _ in ROWS for name in _SPAN.findall(names)]
    assert sorted(named) == sorted(FUNCTIONS.split())


def test_what_it_has_is_shown_by_something_that_runs() -> None:
    for names, state, how in ROWS:
        runs = [*_SPAN.findall(how), *re.findall(r"\]\(", how)]
        words = ("the same command", "run the command", "names are shown")
        assert state == "not" or runs or any(one in how for one in words), names


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_page_runs(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("asem", "wilayah-contoh", "wilayah-contoh-2022"):
        shutil.copytree(ROOT / "examples" / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    assert run(command.split()) == 0


@pytest.fixture(scope="module")
def countries() -> Submission:
    return read_workbooks(str(ASEM / "asem.csv"))


@pytest.fixture(scope="module")
def asem() -> dict[str, object]:
    found: dict[str, object] = yaml.safe_load((ASEM / "asem.yaml").read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("part", PARTS)
def test_a_part_of_a_definition_on_the_page_scores_the_countries(
    part: str, asem: dict[str, object], countries: Submission
) -> None:
    definition = load_definition({**asem, **yaml.safe_load(part)})
    outcome = score(countries, definition)
    assert outcome.units is not None, outcome.findings
    assert len(outcome.units) == COUNTRIES
    assert any(one.overall.score is not None for one in outcome.units)


def test_a_frame_of_the_page_has_rows(countries: Submission) -> None:
    outcome = score(countries, load_definition(str(ASEM / "asem.yaml")))
    assert set(FRAMES) == {"indicators", "units"}
    for of in FRAMES:
        assert len(outcome.to_frame(of)) >= COUNTRIES


def test_ranks_within_groups_are_those_of_the_scores_that_coinr_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What ``rank_df`` with *use_group* gives."""
    monkeypatch.chdir(ROOT / "examples")
    path = tmp_path / "ranks.csv"
    call = "score asem/asem.csv --config asem/asem.yaml --by EurAsia_group --format csv"
    assert run([*call.split(), "--output", str(path)]) == 0
    with path.open(encoding="utf-8", newline="") as file:
        overall = [row for row in csv.DictReader(file) if row["kind"] == "overall"]
    with (ASEM / "coinr.csv").open(encoding="utf-8", newline="") as file:
        scores = {row["unit"]: float(row["score"]) for row in csv.DictReader(file)}
    groups: dict[str, list[float]] = {}
    for row in overall:
        groups.setdefault(row["unit_group"], []).append(scores[row["unit"]])
    assert {group: len(units) for group, units in groups.items()} == {"Asia": 21, "Europe": 30}
    for row in overall:
        above = sum(one > scores[row["unit"]] for one in groups[row["unit_group"]])
        assert int(row["unit_group_rank"]) == above + 1


def test_trends_over_years_are_those_of_least_squares_and_of_compound_growth() -> None:
    """What ``get_trends`` gives with a slope, and with ``CAGR``; a year is missing."""
    definition = load_definition(str(ROOT / "examples" / "wilayah-contoh" / "indeks.yaml"))
    years, scores = [2019, 2020, 2023], [60, 66, 65]
    frame = {"unit": ["Kota Satu"] * 3, "year": years, "kesehatan": scores}
    outcome = compare(None, read_frame(frame, definition), definition, allow_errors=True)
    assert outcome.years is not None
    trend = outcome.years.units[0].trend
    assert trend is not None
    slope, _ = np.polyfit(years, scores, 1)
    assert float(trend.slope) == pytest.approx(slope, abs=1e-12)
    assert trend.growth_rate is not None
    growth = (scores[-1] / scores[0]) ** (1 / (years[-1] - years[0])) - 1
    assert float(trend.growth_rate) == pytest.approx(growth, abs=1e-12)
