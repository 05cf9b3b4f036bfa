"""Which labels say that a row sums up others, and of which figures."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.model.dataset import Summands
from kediri_index.model.limits import Limits
from kediri_index.sheets.rows.context import RowContext
from kediri_index.sheets.rows.totals import is_mean, is_sum, total_word, totals_of
from kediri_index.sheets.tables.header import Nodes
from kediri_index.sheets.tables.table import Layout, SheetTable
from kediri_index.usecases.check import check
from kediri_index.usecases.inputs import Submission
from tests.findings.building import (
    HERE,
    TOP,
    checked,
    codes,
    csv_table,
    definition,
    long_sheet,
    measured,
    places,
)

TEXT = (
    TOP
    + "groups:\n"
    + "  - {id: g, kind: pillar, name: Smart Governance}\n"
    + "  - {id: e, kind: pillar, name: Smart Economy}\n"
    + "indicators:\n"
    + "  - {id: G-1, in: g, name: Jumlah layanan daring}\n"
    + "  - {id: G-2, in: g, name: Total nilai}\n"
    + "  - {id: E-1, in: e, name: Rata-rata lama izin}\n"
)
HEADER = ("Kode", "Indikator", "Nilai asesor")


def word(text: str) -> str | None:
    nodes = Nodes.of(definition(TEXT))
    return total_word(text, RowContext(nodes, None, from_csv=False, definition_id="uji"))


@pytest.mark.parametrize(
    "text",
    [
        "Rata-rata",
        "RATA - RATA",
        "Rata rata :",
        "Rata\N{EN DASH}rata",
        "Rerata dimensi",
        "Rata-rata pilar",
        "Rata-rata Governance",
        "Rata-rata Smart Economy",
        "Rata-rata pilar 1",
        "Nilai rata-rata",
        "Nilai rata-ratanya",
        "Jumlah",
        "Jumlah / Rata-rata",
        "Jumlah (A + B)",
        "Total Skor",
        "Skor total",
        "Total keseluruhan",
        "Grand total",
        "Overall average",
    ],
)
def test_a_label_of_general_words_or_a_groups_name_is_a_totals(text: str) -> None:
    assert word(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Nilai",
        "Governance",
        "Jumlah layanan daring",
        "Jumlah layanan darinng",
        "Total nilai",
        "Rata-rata lama izin",
        "Jumlah Governance Economy",
        "Totalitas pelayanan",
        "Subtotalan",
        "",
    ],
)
def test_an_indicators_name_right_or_misspelt_is_none(text: str) -> None:
    assert word(text) is None


def test_a_label_says_which_figure_it_is_of() -> None:
    said = {text: (is_sum(text), is_mean(text)) for text in ("Total Nilai", "Nilai rata - rata")}
    assert said == {"Total Nilai": (True, False), "Nilai rata - rata": (False, True)}
    assert (is_sum("Jumlah / Rata-rata"), is_mean("Jumlah / Rata-rata")) == (True, True)


@pytest.mark.parametrize(
    ("label", "figures", "others"),
    [
        ("Rata-rata Governance", (3,), (6, 4)),
        ("Skor total", (6,), (3, 4)),
        ("Jumlah / Rata-rata", (3, 6), (4,)),
    ],
)
def test_the_figure_of_a_total_is_compared_with_that(
    label: str, figures: tuple[int, ...], others: tuple[int, ...]
) -> None:
    def found(figure: int) -> list[tuple[str, str | None]]:
        rows = [("G-1", None, 4), ("G-2", None, 2), (None, label, figure)]
        return places(checked(long_sheet(HEADER, *rows), text=TEXT).findings)

    assert [found(figure) for figure in figures] == [[] for _ in figures]
    assert [found(figure) for figure in others] == [[("X322", "C4")] for _ in others]


def test_a_row_without_a_code_whose_name_is_misspelt_is_no_total() -> None:
    rows = (("G-1", None, 3), (None, "Jumlah layanan darinng", 3))
    assert codes(checked(long_sheet(HEADER, *rows), text=TEXT).findings) == ["X302"]


SHARES = measured("method: goalposts, min: 0, max: 100", 'unit: "%", ')


@pytest.mark.parametrize(
    "csv",
    [
        'kode,nilai asesor\nA-1,"3,125"\nA-2,"2,5"\nRata-rata,"2,81"\n',
        'kode,nilai asesor\nA-1,tiga\nA-2,"2,5"\nRata-rata,"2,75"\n',
    ],
)
def test_a_total_below_a_number_that_is_not_certain_is_not_compared(csv: str) -> None:
    assert "X322" not in codes(checked(csv_table(csv)).findings)


@pytest.mark.parametrize(("mean", "told"), [("84.33", []), ("85.5", [("X322", "B5")])])
def test_percentages_written_with_their_sign_are_figures_too(
    mean: str, told: list[tuple[str, str]]
) -> None:
    rows = "".join(f"M-1,{value}\n" for value in ("80%", "85", "88"))
    csv = f"kode,realisasi\n{rows}Rata-rata,{mean}\n"
    found = places(checked(csv_table(csv), text=SHARES).findings)
    assert [place for place in found if place[0] == "X322"] == told


def test_many_totals_are_read_in_a_moment() -> None:
    rows = "".join("A-1,3\nJumlah,3\n" for _ in range(3000))
    found = checked(csv_table(f"kode,nilai asesor\n{rows}"))
    assert len(found.data.totals) == 3000
    assert {len(one.blocks) for one in found.data.totals} <= set(range(6))


@pytest.mark.parametrize("row", ["Jumlah,3\n", "Pilar pertama,\n", "A-1,\n"])
def test_rows_that_are_no_new_answers_have_no_endless_time_either(row: str) -> None:
    table = csv_table("kode,nilai asesor\nA-1,3\n" + row * 3_000)
    submission = Submission((table,), limits=Limits(seconds=0))
    told = check(submission, definition(), hints=HERE)
    assert "F208" in codes(told.findings)


def test_given_groups_may_be_summed_up_alone_or_left_out() -> None:
    scores = (("g", 3), ("G-1", 2), ("G-2", 4), ("e", 1), ("E-1", 1), ("Jumlah", 11))
    (sheet,) = long_sheet(("Kode", "Nilai asesor"), *scores).sheets
    table = SheetTable(sheet, Layout.LONG, 1, {}, {}, {}, ())
    context = RowContext(Nodes(), None, from_csv=False, definition_id="uji")
    (total,) = totals_of(table, {7: "Jumlah"}, [2], context, groups={2, 5})
    assert total.blocks == (
        Summands(5, Fraction(11)),
        Summands(2, Fraction(4)),
        Summands(3, Fraction(7)),
    )
