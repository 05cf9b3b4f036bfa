"""The figures that the explanations tell in prose and tables are those of the program."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from kediri_index.usecases.inputs import load_definition
from tests.published.tables import Row, shipped, shipped_row, shipped_rows
from tests.shipped import SHIPPED

PAGES = Path(__file__).parents[2] / "docs" / "explanation"
CENT = Decimal("0.01")
MINUS = "\N{MINUS SIGN}"
TABLES = {
    "kota-kediri-2022": "kominfo-2022-reguler",
    "kppn-2022": "kominfo-2022-kppn",
    "surabaya-2022": "kominfo-2022-kppn",
    "reguler-2023": "kominfo-2023-reguler",
    "kppn-2023": "kominfo-2023-kppn",
}
"""The published tables of overall scores, and the definition that gave each."""


def page(name: str) -> str:
    """Return a page with the decimals of English."""
    text = (PAGES / f"{name}.md").read_text(encoding="utf-8")
    return re.sub(r"(?<=\d),(?=\d)", ".", text)


def rows_of(text: str, after: str) -> list[list[str]]:
    """Return the cells of the first table after a heading or a sentence, without its head."""
    table = text.split(after, 1)[1].split("\n|", 1)[1].split("\n\n", 1)[0]
    lines = [line.strip("|").split("|") for line in ("|" + table).splitlines()]
    return [[cell.strip(" *`") for cell in line] for line in lines[2:]]


def weights(definition: str) -> dict[str, Decimal]:
    return {group.id: Decimal(str(group.weight)) for group in load_definition(definition).groups}


Terms = list[Decimal]
Floats = list[float]
RULES: list[Callable[[Terms, Floats], Decimal]] = [
    lambda terms, _: sum((one.quantize(CENT, ROUND_HALF_UP) for one in terms), Decimal(0)),
    lambda terms, _: sum(terms, Decimal(0)).quantize(CENT, ROUND_HALF_UP),
    lambda terms, _: sum(terms, Decimal(0)).quantize(CENT, ROUND_HALF_EVEN),
    lambda terms, _: sum(terms, Decimal(0)).quantize(CENT, ROUND_DOWN),
    lambda _, floats: Decimal(str(round(sum(floats), 2))),
    lambda _, floats: Decimal(str(round(sum(round(one, 2) for one in floats), 2))),
]
"""In the order of the table."""


def hits(row: Row, of: Mapping[str, Decimal]) -> list[bool]:
    """Return for each rule whether it makes the printed overall of the printed dimensions."""
    there = [one for one in of if row.get(one)]
    terms = [of[one] * Decimal(row[one]) / 100 for one in there]
    floats = [float(of[one]) / 100 * float(row[one]) for one in there]
    return [rule(terms, floats) == Decimal(row["overall"]) for rule in RULES]


@pytest.fixture(scope="module")
def counted() -> dict[str, list[list[bool]]]:
    """The hits of all rules in every published row, by year."""
    found: dict[str, list[list[bool]]] = {"2022": [], "2023": []}
    for table, definition in TABLES.items():
        of = weights(definition)
        for row in shipped_rows(table):
            found[row["year"]].append(hits(row, of))
    return found


@pytest.mark.parametrize(
    ("name", "after"),
    [("rounding", "## What the published rows say"), ("pembulatan", "## Apa kata nilai-nilai")],
)
def test_the_rules_of_rounding_hit_as_many_rows_as_the_page_says(
    name: str, after: str, counted: dict[str, list[list[bool]]]
) -> None:
    text = page(name)
    stated = [(int(row[1]), int(row[2])) for row in rows_of(text, after)]
    columns = [[sum(rule) for rule in zip(*rows, strict=True)] for rows in counted.values()]
    assert stated == list(zip(*columns, strict=True))
    assert [len(rows) for rows in counted.values()] == [39, 130]
    assert re.search(r"\b39 \w+ (for|untuk) 2022 .*\b130( \w+)? (for|untuk) 2023", text)


@pytest.mark.parametrize(
    ("name", "after"),
    [("rounding", "## Kota Kediri 2022 by hand"), ("pembulatan", "## Kota Kediri 2022 dihitung")],
)
def test_the_calculation_by_hand_is_right(name: str, after: str) -> None:
    *rows, (_, _, _, total, rounded) = rows_of(page(name), after)
    row = shipped_row("kota-kediri-2022", "KOTA KEDIRI")
    of = weights("kominfo-2022-reguler")
    terms = [of[one] * Decimal(row[one]) / 100 for one in of]
    assert [Decimal(one[1].removesuffix(" %")) for one in rows] == list(of.values())
    assert [one[2] for one in rows] == [f"{Decimal(row[one]):.2f}" for one in of]
    assert [one[3] for one in rows] == [f"{one:.3f}" for one in terms]
    assert [one[4] for one in rows] == [str(one.quantize(CENT, ROUND_HALF_UP)) for one in terms]
    assert Decimal(total) == sum(terms)
    assert Decimal(rounded) == sum(Decimal(one[4]) for one in rows) == Decimal(row["overall"])


@pytest.mark.parametrize(
    ("name", "after"),
    [("rounding", "definitions use three"), ("pembulatan", "Definisi bawaan memakai tiga")],
)
def test_every_shipped_definition_rounds_at_the_stages_of_its_row(name: str, after: str) -> None:
    stated = {
        definition: set(re.findall(r"[\w-]+", stages))
        for stages, definitions in rows_of(page(name), after)
        for definition in re.findall(r"[\w-]+", definitions)
    }
    assert stated == {one: set(load_definition(one).publish.stages) for one in SHIPPED}


@pytest.mark.parametrize("name", ["method", "metode"])
def test_the_weights_of_the_smart_city_are_those_of_the_definitions(name: str) -> None:
    order = (*weights("kominfo-2023-kppn"),)
    stated = {
        row[0]: dict(zip(order, map(Decimal, filter(None, row[1:])), strict=False))
        for row in rows_of(page(name), "Smart City\n" if name == "metode" else "smart-city eval")
    }
    assert stated == {one: weights(one) for one in set(TABLES.values())}


@pytest.mark.parametrize(
    "name", ["rounding", "pembulatan", "method", "metode", "change", "certainty"]
)
def test_what_stands_set_apart_as_a_sum_is_right(name: str) -> None:
    for line in re.findall(r"^> (.*=.*)$", page(name), re.MULTILINE):
        *sums, shown = re.sub(r"^.*: (?=\()|, [a-z].*$", "", line).split(" = ")
        digits, cut = shown.rstrip("…"), shown.endswith("…")
        unit = Decimal(1).scaleb(-len(digits.partition(".")[2]))
        for one in sums:
            value = Decimal(computed(one).numerator) / computed(one).denominator
            rounded = value.quantize(unit, ROUND_DOWN if cut else ROUND_HALF_UP)
            assert rounded == Decimal(digits.replace(MINUS, "-")), line


def computed(arithmetic: str) -> Fraction:
    """Return what a sum of the pages comes to, exactly."""
    plain = arithmetic.translate({ord("×"): "*", ord("÷"): "/", ord(MINUS): "-"})
    assert re.fullmatch(r"[\d.+*/() -]+", plain), arithmetic
    exact = re.sub(r"\d+(?:\.\d+)?", r"Fraction('\g<0>')", plain)
    value = eval(exact, {"Fraction": Fraction})  # noqa: S307 - figures and signs alone, see above
    assert isinstance(value, Fraction)
    return value


def test_what_the_pages_count_among_the_published_results() -> None:
    rows = [row for table in TABLES for row in shipped_rows(table)]
    assert len(rows) == 169
    assert sum("change" in row for row in rows) == 33
    deviations = [
        table.definition
        for table in shipped().values()
        for row in table.rows
        for _ in row.deviations
    ]
    assert len(deviations) == 10
    assert not any(str(one).startswith("kominfo") for one in deviations)
    assert len(shipped_rows("reguler-2023")) == 72
    for path in (*PAGES.glob("met*d*.md"), *PAGES.parents[1].glob("README*.md")):
        assert re.search(r"\b169 (of|dari) 169\b", path.read_text(encoding="utf-8")), path
    for name in ("rounding", "pembulatan"):
        assert re.search(r"\b33 (changes|perubahan)\b", page(name))
        assert re.search(r"\b(ten figures|sepuluh angka)\b", page(name))


def test_malang_2022_would_be_2_50_by_the_rule_of_2023() -> None:
    row = shipped_row("kppn-2022", "KAB. MALANG")
    of = weights("kominfo-2022-kppn")
    total = sum(of[one] * Decimal(row[one]) / 100 for one in of)
    assert (total, row["overall"]) == (Decimal("2.504"), "2.51")


def test_the_questions_of_the_regular_cohort_are_111_of_117() -> None:
    regular, other = (
        {one.id for one in load_definition(f"kominfo-2023-{cohort}").all_indicators()}
        for cohort in ("reguler", "kppn")
    )
    assert (len(regular), len(other)) == (111, 117)
    assert regular < other


def test_the_page_about_changes_tells_the_figures_that_compare_prints() -> None:
    text, shown = page("change"), (PAGES.parent / "how-to" / "compare.md").read_text("utf-8")
    told = re.search(r"five contributions, (.*), make (\S+), which", text)
    assert told is not None
    contributions = re.findall(rf"[{MINUS}+] ?(\d\.\d{{3}})", told[1])
    assert len(contributions) == 5
    assert all(f"{one}  " in shown for one in contributions)
    assert computed(f"0 {told[1]}") == computed(f"0 {told[2]}") == Fraction("-0.118")
    assert "-0,086" in shown
    assert "naik 0,44" in shown
    assert "away\n0.086" in text
    assert "rose by 0.44" in text


def test_the_example_of_two_changes_is_shared_as_it_says() -> None:
    mean = (Fraction("0.30") + Fraction("0.20")) / 2 * (3 - 2)
    assert f"is taken: {float(mean):.2f}" in page("change")
    assert f"with ten there are {math.factorial(10):,}" in (PAGES / "change.md").read_text("utf-8")


def test_outcome_alone_would_bring_3_39_at_the_cost_of_the_plan() -> None:
    row = dict(shipped_row("kota-kediri-2022", "KOTA KEDIRI"))
    of = weights("kominfo-2022-reguler")

    def overall(outcome: str) -> Decimal:
        scores = row | {"outcome": outcome}
        terms = (of[one] * Decimal(scores[one]) / 100 for one in of)
        return sum((one.quantize(CENT, ROUND_HALF_UP) for one in terms), Decimal(0))

    assert Decimal("3.23") + Decimal("0.27") == Decimal("3.50")
    assert overall("3.50") == Decimal("3.39")
    assert overall("3.53") == Decimal("3.40")
