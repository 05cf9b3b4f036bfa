"""Groups of units: their figures against pandas, ranks within them, and whose values count."""

from __future__ import annotations

import random
from collections.abc import Mapping
from statistics import median
from typing import cast

import pandas as pd
import pytest

from kediri_index import load_definition, score
from kediri_index.errors import UsageError
from kediri_index.messages.catalogue import message_of
from kediri_index.model.definition import Definition
from kediri_index.model.language import Language
from kediri_index.model.profile import Hints, Profile
from kediri_index.model.scores import ScoreOutcome
from kediri_index.model.unit_groups import UnitGroups
from kediri_index.usecases.inputs import Submission
from tests.findings.building import ONE_GROUP, TOP, csv_table, definition, workbook

ONE = definition(f"{TOP}{ONE_GROUP}\nindicators: [{{id: A-1, in: a, name: A}}]\n")
BY = Hints(by="provinsi")
PARTS = ("baseline", "output", "outcome", "impact", "quick_win")


def scored(
    text: str,
    hints: Hints = BY,
    profile: Profile | None = None,
    by: Definition = ONE,
    *,
    allow: bool = False,
) -> ScoreOutcome:
    return score(Submission((csv_table(text),)), by, profile, hints=hints, allow_errors=allow)


def groups(text: str, hints: Hints = BY, profile: Profile | None = None) -> UnitGroups:
    found = scored(text, hints, profile).unit_groups
    assert found is not None
    return found


def places(found: UnitGroups) -> dict[str | None, tuple[str | None, int | None, int]]:
    return {unit: tuple(place) for (unit, _), place in found.places.items()}  # type: ignore[misc]


def drawn(count: int) -> str:
    """Return a table of units in two years with scores of two decimals; some have no province."""
    made = random.Random(count)  # noqa: S311 - a test's data
    rows = [
        f"Kota {at},{year},{made.choice(['Bali', 'Papua', 'Jawa  Timur', 'jawa timur', '', '-'])},"
        + ",".join(f"{made.randint(0, 400) / 100:.2f}" for _ in PARTS)
        for year in (2022, 2023)
        for at in range(count)
    ]
    return "\n".join([f"unit,year,provinsi,{','.join(PARTS)}", *rows, ""])


@pytest.mark.parametrize("count", [9, 130])  # one by one, and as arrays
def test_figures_and_ranks_are_those_of_pandas(count: int) -> None:
    by = load_definition("kominfo-2023-reguler")
    outcome = scored(drawn(count), by=by)
    found, units = outcome.unit_groups, outcome.units
    assert found is not None
    assert units is not None
    assert found.parts == PARTS
    frame = pd.DataFrame(
        {
            "unit": one.unit,
            "year": one.year,
            "value": place.value and place.value.casefold(),
            "rank": place.rank,
            "score": float(one.overall.score or 0),
            "published": float(one.overall.published or 0),
            **{group.id: float(group.figure.score or 0) for group in one.groups},
        }
        for one in units
        for place in [found.place(one.unit, one.year)]
    )
    assert len(frame) == 2 * count
    values = {(one.year, one.value and one.value.casefold()): one for one in found.groups}
    assert len(values) == len(found.groups)
    grouped = frame.groupby(["year", "value"], dropna=False)
    assert len(grouped) == len(values)
    for whose, rows in grouped:
        year, value = cast("tuple[int, str | float]", whose)
        named = value if isinstance(value, str) else None
        one = values[year, named]
        assert one.scored == len(one.units) == len(rows)
        for kind in ("score", "published"):
            column = rows[kind]
            expected = {
                "mean": column.mean(),
                "median": median(column),
                "lowest": column.min(),
                "highest": column.max(),
            }
            for name, figure in expected.items():
                shown = getattr(getattr(one, name), kind)
                near = 0.005 + 1e-9 if kind == "published" and name in {"mean", "median"} else 1e-9
                assert float(shown) == pytest.approx(figure, abs=near)
                assert kind == "score" or round(float(shown), 2) == float(shown)
        for at, node in enumerate(PARTS):
            assert float(one.parts[at].score or 0) == pytest.approx(rows[node].mean(), abs=1e-9)
        if named is None or len(rows) == 1:
            assert rows["rank"].isna().all()
        else:
            ranks = rows["score"].round(9).rank(method="min", ascending=False)
            assert [*rows["rank"]] == [*ranks]
        best_first = rows.sort_values("score", ascending=False, kind="stable")["score"]
        names = dict(zip(rows["unit"], rows["score"], strict=True))
        assert [names[str(unit)] for unit in one.units] == pytest.approx([*best_first])


def test_groups_stand_by_year_then_mean_and_units_without_one_last() -> None:
    found = groups(
        "unit,year,provinsi,A-1\nA,2022,X,1\nB,2022,Y,2\nC,2022,,3\nA,2023,Y,1\nB,2023,Z,0.5\n"
    )
    assert [(one.year, one.value, one.units) for one in found.groups] == [
        (2022, "Y", ("B",)),
        (2022, "X", ("A",)),
        (2022, None, ("C",)),
        (2023, "Y", ("A",)),
        (2023, "Z", ("B",)),
    ]
    assert found.of_years({2023}).groups == found.groups[3:]
    assert set(found.of_years({2023}).places) == {("A", 2023), ("B", 2023)}


def test_a_group_has_one_spelling_over_all_years_that_of_most_units() -> None:
    found = groups(
        "unit,year,provinsi,A-1\nA,2022,jawa  timur,4\nB,2022,Jawa Timur,2\n"
        "A,2023,JAWA TIMUR,4\nB,2023,Jawa Timur,1\n"
    )
    assert [(one.year, one.value) for one in found.groups] == [
        (2022, "Jawa Timur"),
        (2023, "Jawa Timur"),
    ]
    assert {place.value for place in found.places.values()} == {"Jawa Timur"}


def test_ties_share_a_rank_and_the_only_unit_of_a_group_has_none() -> None:
    found = groups("unit,provinsi,A-1\nA,X,2\nB,X,3\nC,X,2\nD,X,1\nE,Y,4\nF,,4\n")
    assert places(found) == {
        "B": ("X", 1, 4),
        "A": ("X", 2, 4),
        "C": ("X", 2, 4),
        "D": ("X", 4, 4),
        "E": ("Y", None, 1),
        "F": (None, None, 1),
    }
    assert tuple(found.place("nobody", None)) == (None, None, 0)


def test_a_unit_without_a_score_is_counted_and_has_no_rank() -> None:
    text = "unit,provinsi,A-1\nA,X,2\nB,X,-\nC,Y,-\nD,Z,1\n"
    found = scored(text, by=ONE, allow=True).unit_groups
    assert found is not None
    assert [(one.value, one.scored, one.unscored, one.mean.published) for one in found.groups] == [
        ("X", 1, 1, 2),
        ("Z", 1, 0, 1),
        ("Y", 0, 1, None),
    ]
    assert places(found)["A"] == ("X", 1, 1)
    assert places(found)["B"] == ("X", None, 1)


def test_a_unit_with_two_values_in_one_year_is_an_error_and_in_two_years_is_not() -> None:
    twice = scored("unit,provinsi,A-1\nA,X,2\nA,Y,2\nB,X,2\n")
    assert twice.units is None
    (found, *_) = [one for one in twice.findings if one.code == "X303"]
    assert (found.cell, found.value, found.params["first"]) == ("B3", "Y", "X")
    assert "provinsi" in message_of(found, Language.EN)
    years = groups("unit,year,provinsi,A-1\nA,2022,X,2\nB,2022,X,2\nA,2023,Y,2\nB,2023,Y,1\n")
    assert years.place("A", 2022).value == "X"
    assert years.place("A", 2023).value == "Y"


PROFILE = Profile(
    unit_groups={
        "kohort": {"2017": ("kota  a", "Kota B"), "2018": ("Kota C", "Kota Z")},
        "pulau": {"Jawa": ("Kota A",)},
    }
)
FOUR = "unit,provinsi,A-1\nKota A,X,1\nKota B,X,2\nKota C,Y,3\nKota D,Y,4\n"


@pytest.mark.parametrize(
    ("hints", "name", "expected"),
    [
        (Hints(), "kohort", {"Kota A": "2017", "Kota B": "2017", "Kota C": "2018", "Kota D": None}),
        (
            Hints(by="Pulau"),
            "pulau",
            {"Kota A": "Jawa", "Kota B": None, "Kota C": None, "Kota D": None},
        ),
        (
            Hints(by="Provinsi"),
            "Provinsi",
            {"Kota A": "X", "Kota B": "X", "Kota C": "Y", "Kota D": "Y"},
        ),
    ],
)
def test_the_profile_lists_groups_and_the_first_of_them_is_used_by_itself(
    hints: Hints, name: str, expected: Mapping[str, str | None]
) -> None:
    found = groups(FOUR, hints, PROFILE)
    assert found.name == name
    assert {unit: place.value for (unit, _), place in found.places.items()} == expected


def test_a_column_that_the_profile_lists_too_is_not_read_and_said_so() -> None:
    profile = Profile(unit_groups={"PROVINSI": {"Bali": ("Kota A",)}})
    outcome = scored(FOUR, BY, profile)
    assert outcome.unit_groups is not None
    assert outcome.unit_groups.place("Kota A", None).value == "Bali"
    assert [one.value for one in outcome.findings if one.code == "F413"] == ["provinsi"]
    assert not [one for one in scored(FOUR, BY).findings if one.code == "F413"]


def test_without_a_column_or_a_key_there_are_no_groups() -> None:
    assert scored(FOUR, Hints()).unit_groups is None
    assert scored("unit,A-1\n", BY).unit_groups is None  # no data at all


@pytest.mark.parametrize(
    ("table", "profile", "key", "nearest", "known"),
    [
        (FOUR, PROFILE, "no-such-column", "provinsi", ("kohort", "pulau", "provinsi")),
        (FOUR, None, "no-such-column", "provinsi", ("provinsi",)),
        ("unit,A-1\nKota A,1\n", None, "no-columns", None, None),
        ("unit,provnsi,A-1\nKota A,X,x\n", None, "no-such-column", "provnsi", ("provnsi",)),
    ],
)
def test_a_column_that_is_not_there_is_wrong_usage(
    table: str,
    profile: Profile | None,
    key: str,
    nearest: str | None,
    known: tuple[str, ...] | None,
) -> None:
    with pytest.raises(UsageError) as caught:
        scored(table, Hints(by="propinsi"), profile)
    said = caught.value
    assert (said.message, said.params["value"]) == (key, "propinsi")
    assert said.params.get("known") == known
    assert getattr(said.params.get("nearest"), "name", None) == nearest


def test_an_indicator_is_no_column_of_groups() -> None:
    with pytest.raises(UsageError, match="A-1"):
        scored(FOUR, Hints(by="A-1"))


def test_a_column_that_a_step_reads_may_group_the_units_too() -> None:
    prepared = definition(
        f"{TOP}{ONE_GROUP}\nprepare: [{{impute: {{method: group_mean, by: provinsi}}}}]\n"
        "indicators: [{id: A-1, in: a, name: A}]\n"
    )
    outcome = scored("unit,Provinsi,A-1\nA,X,2\nB,X,\nC,Y,1\n", by=prepared)
    assert outcome.unit_groups is not None
    assert outcome.unit_groups.place("B", None).value == "X"


def test_long_rows_have_groups_by_the_profile() -> None:
    rows = "Wilayah,Kode,Nilai asesor\nKota A,A-1,1\nKota B,A-1,2\nKota C,A-1,4\n"
    found = groups(rows, Hints(), PROFILE)
    assert [(one.value, one.units) for one in found.groups] == [
        ("2018", ("Kota C",)),
        ("2017", ("Kota B", "Kota A")),
    ]


LONG = (
    "Wilayah,Tahun,Provinsi,Kohort,Kode,Nilai asesor\n"
    "Kota A,2023,Bali,2017,A-1,1\nKota A,2023,bali,2017,A-2,3\n"
    "Kota B,2023,,2018,A-1,2\nKota B,2023,Bali,2018,A-2,2\n"
    "Kota C,2023,-,2017,A-1,4\nKota C,2023,,2017,A-2,4\n"
)
TWO = definition(
    f"{TOP}{ONE_GROUP}\nindicators: [{{id: A-1, in: a, name: A}}, {{id: A-2, in: a, name: B}}]\n"
)


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("provinsi", {"Kota A": "Bali", "Kota B": "Bali", "Kota C": None}),
        ("KOHORT", {"Kota A": "2017", "Kota B": "2018", "Kota C": "2017"}),
    ],
)
def test_a_column_of_long_rows_groups_their_units(
    by: str, expected: Mapping[str, str | None]
) -> None:
    outcome = scored(LONG, Hints(by=by), by=TWO)
    assert outcome.unit_groups is not None
    assert {unit: one.value for (unit, _), one in outcome.unit_groups.places.items()} == expected
    unread = [one.value for one in outcome.findings if one.code == "F433"]
    assert unread == ([] if by == "KOHORT" else ["Kohort"])


def test_two_values_of_one_unit_in_long_rows_are_an_error() -> None:
    outcome = scored(LONG.replace("bali", "Papua"), by=TWO)
    (found,) = [one for one in outcome.findings if one.code == "X303"]
    assert (found.cell, found.value, found.params["first"]) == ("C3", "Papua", "Bali")


def test_a_form_of_one_unit_may_say_its_group_in_one_row() -> None:
    rows = [
        ("Kode", "Provinsi", "Nilai asesor"),
        ("A-1", "Bali", 2),
        ("A-2", None, 3),
    ]
    one = workbook({"Identitas": [("Wilayah", "Kota A"), ("Tahun", 2023)], "Penilaian": rows})
    other = csv_table("Wilayah,Tahun,Kode,Nilai asesor\nKota B,2023,A-1,1\nKota B,2023,A-2,1\n")
    found = score(Submission((one, other)), TWO, hints=BY).unit_groups
    assert found is not None
    assert places(found) == {"Kota A": ("Bali", None, 1), "Kota B": (None, None, 1)}


def test_without_any_column_beside_the_message_says_what_to_do() -> None:
    rows = "Wilayah,Kode,Nilai asesor\nKota A,A-1,1\n"
    with pytest.raises(UsageError, match="add the column"):
        groups(rows, Hints(by="Provinsi"))


def test_a_frame_has_a_row_for_each_group() -> None:
    outcome = scored("unit,year,provinsi,A-1\nA,2023,X,1\nB,2023,X,2\nC,2023,Y,n/a\n", allow=True)
    frame = outcome.to_frame("unit_groups")
    assert [*frame["value"]] == ["X", "Y"]
    assert [*frame["units"]] == [2, 1]
    assert [*frame["scored"]] == [2, 0]
    figures = frame[["mean", "median", "lowest", "highest", "published_mean"]]
    assert [*figures.iloc[0]] == [1.5, 1.5, 1, 2, 1.5]
    assert figures.iloc[1].isna().all()
    assert len(scored("unit,A-1\nA,1\n", Hints()).to_frame("unit_groups")) == 0
