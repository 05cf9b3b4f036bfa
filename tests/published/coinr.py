"""The ASEM oracle as definitions and wide data, read and scored the way the command line does it.

What is compared was made by COINr; the oracle's README says how, and what each step means.
"""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from kediri_index.model.profile import Hints
from kediri_index.model.scores import GroupResult, ScoreOutcome
from kediri_index.usecases.inputs import load_definition, read_workbooks
from kediri_index.usecases.score import score

ORACLE = Path(__file__).parents[3] / "shared" / "oracles" / "coinr-asem"
POINT = Hints(decimal_mark=".")
DENOMINATORS = ("Area", "Energy", "GDP", "Population")
LEVELS = ("lowest", "middle", "top")
SPLIT = {"5.1000000000000005": "5.1000000002", "3.4000000000000004": "3.4000000002"}
METHODS = {"minmax": "min_max", "zscore": "z_score", "scaled": "goalposts"}

Case = Mapping[str, Any]
Row = Mapping[str, str]


class Value(NamedTuple):
    """One figure of the oracle: of a unit, in a year where there are several, at a node."""

    unit: str
    year: str
    node: str
    score: float


def table(name: str) -> list[dict[str, str]]:
    path = ORACLE / name
    if name.endswith(".gz"):
        with gzip.open(path, "rt", encoding="utf-8", newline="") as stream:
            return list(csv.DictReader(stream))
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def cases() -> list[Case]:
    if not ORACLE.is_dir():
        return []
    text = (ORACLE / "cases.yaml").read_text(encoding="utf-8")
    found: list[Case] = yaml.safe_load(text)["cases"]
    return found


@cache
def metadata() -> dict[str, Row]:
    return {row["iCode"]: row for row in table("metadata.csv")}


@cache
def indicators() -> tuple[str, ...]:
    return tuple(code for code, row in metadata().items() if row["Level"] == "1")


def step(case: Case, name: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = next((one[name] for one in case["steps"] if name in one), {})
    return found


def aggregates(case: Case) -> dict[str, str]:
    """How each level is combined, where it is not by the weighted mean."""
    levels = zip(LEVELS, step(case, "aggregate")["levels"], strict=True)
    return {level: how for level, how in levels if how != "arithmetic"}


def definition_text(case: Case) -> str:
    """The definition of *case*, in YAML."""
    power = {"power": step(case, "aggregate").get("power")}
    combined = aggregates(case)
    levels = {level: power if how == "power" else how for level, how in combined.items()}
    wanted = step(case, "aggregate")
    weights = dict.fromkeys(metadata(), "1")
    if wanted["weights"] == "uneven":
        weights |= {row["iCode"]: row["Weight"] for row in table("weights_uneven.csv")}
    lowest, middle, top = wanted["min_available"]
    document = {
        "kediri_index": 1,
        "id": "asem",
        "version": "1",
        "status": "own",
        "title": "ASEM",
        "language": "en",
        "publish": {"decimals": 6, "round": []},
        "missing": {"answers": "exclude"} | _share(top),
        "kinds": {"sub_index": {"name": "Sub-index"}, "pillar": {"name": "Pillar"}},
        "prepare": list(steps(case)),
        "groups": [
            {"id": code, "kind": "sub_index", "name": code, "weight": weights[code]}
            | {"groups": _pillars(code, weights, lowest, levels)}
            | _share(middle)
            | _aggregate(levels.get("middle"))
            for code, row in metadata().items()
            if row["Level"] == "3"
        ],
        "indicators": [
            {
                "id": code,
                "in": metadata()[code]["Parent"],
                "name": code,
                "weight": weights[code],
                "direction": "higher" if direction(case, code) > 0 else "lower",
                "score": dict(rule(case, code)),
            }
            for code in indicators()
        ],
    }
    if "top" in levels:
        document["aggregate_top"] = levels["top"]
    return json.dumps(document)


def _pillars(
    parent: str, weights: Mapping[str, str], share: object, levels: Mapping[str, object]
) -> list[dict[str, object]]:
    return [
        {"id": code, "kind": "pillar", "name": code, "weight": weights[code]}
        | _share(share)
        | _aggregate(levels.get("lowest"))
        for code, row in metadata().items()
        if row["Level"] == "2" and row["Parent"] == parent
    ]


def _share(share: object) -> dict[str, object]:
    return {} if share is None else {"min_present": share}


def _aggregate(how: object) -> dict[str, object]:
    return {} if how is None else {"aggregate": how}


def direction(case: Case, code: str) -> int:
    of_data = step(case, "normalise")["direction"] == "metadata"
    return int(metadata()[code]["Direction"]) if of_data else 1


def rule(case: Case, code: str) -> Iterator[tuple[str, object]]:
    """What stands under ``score:`` for the indicator *code*."""
    wanted = step(case, "normalise")
    method = wanted["method"]
    yield "method", METHODS.get(method, method)
    if "scope" in wanted:
        yield "years", "pooled" if wanted["scope"].startswith("pooled") else "each"
    if method == "minmax":
        yield "to", [wanted["lower"], wanted["upper"]]
    if method in {"scaled", "goalposts"}:
        prefix = "scaled" if method == "scaled" else "goalpost"
        yield "min", parameters()[code][f"{prefix}_lower"]
        yield "max", parameters()[code][f"{prefix}_upper"]
        yield "to", [0, 100]
        yield "outside", "clip" if wanted.get("truncate") else "keep"
    if method == "distance_to_target":
        yield "target", parameters()[code]["Target"]
    if method == "quantile_bands":
        yield "bands", wanted["scores"]
    yield from (
        (key, wanted[key]) for key in ("mean", "sd", "ties", "unit", "cap") if key in wanted
    )


@cache
def parameters() -> dict[str, Row]:
    return {row["iCode"]: row for row in table("parameters.csv")}


def steps(case: Case) -> Iterator[dict[str, object]]:
    for one in case["steps"]:
        ((name, said),) = one.items()
        if name == "denominate":
            by = {code: metadata()[code]["Denominator"] for code in indicators()}
            yield {name: {code: column for code, column in by.items() if column}}
        elif name == "impute":
            yield {name: {"method": said["method"]} | _by(said)}
        elif name == "screen":
            yield {name: {"min_present": said["threshold"]}}
        elif name == "treat":
            own = {"method", "winmax", "skew", "kurtosis", "combine"}
            treat = {key: value for key, value in said.items() if key in own}
            yield {name: treat | {"log": said["second"]}}


def _by(said: Mapping[str, str]) -> dict[str, str]:
    return {"by": said["group"]} if "group" in said else {}


def data_rows(case: Case) -> Iterator[list[str]]:
    """The data of *case* as wide rows, with the columns that its steps name and no others."""
    if case.get("data") == "panel":
        yield ["unit", "year", *indicators()]
        for row in table("panel_indicators.csv.gz"):
            yield [row[column] for column in ("unit", "year", *indicators())]
        return
    names = {name for one in case["steps"] for name in one}
    further = [*(DENOMINATORS if "denominate" in names else ())]
    further += [one["group"] for said in case["steps"] for one in said.values() if "group" in one]
    yield ["unit", "year", *further, *indicators()]
    for row in table("indicators.csv"):
        yield [row["uCode"], "2018", *(row[column] for column in (*further, *indicators()))]


def outcome_of(case: Case, folder: Path, *, split: bool = True) -> ScoreOutcome:
    """Return the outcome of *case*, by files in *folder*.

    Two of the oracle's ties are split by the last bit of a binary number (5.1000000000000005 beside
    5.0999999999999996), which 15 significant digits do not show; *split* splits them visibly.
    """
    definition, data = folder / "asem.yaml", folder / "asem.csv"
    definition.write_text(definition_text(case), encoding="utf-8")
    with data.open("w", encoding="utf-8", newline="") as stream:
        rows = data_rows(case)
        csv.writer(stream).writerows(map(_visibly_split, rows) if split else rows)
    return score(read_workbooks(data), load_definition(definition), hints=POINT)


def _visibly_split(row: list[str]) -> list[str]:
    return [SPLIT.get(value, value) for value in row]


def scores_of(outcome: ScoreOutcome) -> dict[tuple[str, str, str], Fraction]:
    """Return every score there is, by unit, year and node."""
    found = {}
    for unit in outcome.units or ():
        nodes = {"Index": unit.overall.score}
        nodes |= {one.id: one.figure.score for one in _all_groups(unit.groups)}
        nodes |= {one.id: one.figure.score for one in unit.indicators}
        for node, value in nodes.items():
            if value is not None:
                found[unit.unit or "", str(unit.year), node] = value
    return found


def _all_groups(groups: Iterable[GroupResult]) -> Iterator[GroupResult]:
    for group in groups:
        yield group
        yield from _all_groups(group.groups)


def expected(case: Case) -> Iterator[Value]:
    for row in table(case["scores"]):
        if row["score"]:
            year = row.get("year", "2018")
            yield Value(row["unit"], year, row["node"], float(row["score"]))
