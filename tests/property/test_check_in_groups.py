"""Files in any order, of any units, come to the same in groups of any size."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings
from hypothesis import strategies as st

from kediri_index.model.profile import Hints
from kediri_index.usecases.inputs import load_definition
from tests.usecases.test_check_in_groups import divided, together

DEFINITION = """\
kediri_index: 1
id: uji
version: "1"
status: own
title: Uji
scale: {min: 0, max: 4}
kinds: {pillar: {name: Pilar}}
groups: [{id: p, kind: pillar, name: P}]
indicators:
- {id: A, in: p, name: A}
- {id: B, in: p, name: B}
- {id: M, in: p, name: M, unit: "%", score: {method: goalposts, min: 0, max: 100}}
"""
units = st.sampled_from(("Kota Satu", "KOTA SATU", "Kota Dua", "Kota Tiga", "Kota Sato", ""))
years = st.sampled_from(("2023", "2023", "2022", "2032", "x", ""))
agencies = st.sampled_from(("Dinas", "Badan", ""))
answers = st.one_of(
    st.tuples(st.sampled_from("AB"), st.sampled_from(("1", "2", "9", "x", "")), st.just("")),
    st.tuples(
        st.just("M"), st.just(""), st.sampled_from(("50", "55", "0.5", "5,5", "1.234", "5000"))
    ),
)
Table = tuple[str, list[tuple[str, ...]]]


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Return the folder of a file and its rows, under a header."""
    whose = {"Wilayah": units, "Tahun": years, "OPD pengampu": agencies}
    said = [name for name in whose if draw(st.booleans())]
    rows: list[tuple[str, ...]] = [(*said, "Kode", "Nilai asesor", "Realisasi")]
    same = tuple(draw(whose[name]) for name in said)
    for answer in draw(st.lists(answers, max_size=5)):
        own = same if draw(st.booleans()) else tuple(draw(whose[name]) for name in said)
        rows.append((*own, *answer))
    return draw(st.sampled_from("abc")), rows


hints = st.sampled_from((Hints(), Hints(), Hints(unit="Kota Satu"), Hints(year=2023)))


OF_A_UNIT = ("Wilayah", "Kode", "Nilai asesor", "Realisasi")
OF_A_YEAR = ("Tahun", "Kode", "Nilai asesor", "Realisasi")


@example(  # what one group says of a unit without a name stands before what another says
    found=[
        ("a", [OF_A_UNIT, ("Kota Satu", "A", "1", "")]),
        ("a", [OF_A_YEAR, ("2023", "M", "", "50")]),
        ("a", [OF_A_UNIT, ("Kota Satu", "M", "", "50")]),
        ("a", [OF_A_YEAR, ("2023", "A", "1", "")]),
    ],
    said=Hints(),
    most=1,
    complete=True,
)
@settings(max_examples=60, deadline=None)
@given(
    found=st.lists(tables(), min_size=2, max_size=9),
    said=hints,
    most=st.integers(1, 4),
    complete=st.booleans(),
)
def test_files_in_any_order_come_to_the_same_in_groups(
    *, found: list[Table], said: Hints, most: int, complete: bool
) -> None:
    with TemporaryDirectory() as name:
        place = Path(name)
        (place / "uji.yaml").write_text(DEFINITION, encoding="utf-8")
        definition = load_definition(str(place / "uji.yaml"))
        files = []
        for number, (folder, rows) in enumerate(found):
            path = place / folder / f"{number}.csv"
            path.parent.mkdir(exist_ok=True)
            text = "".join(",".join(row) + "\n" for row in rows)
            path.write_text(text, encoding="utf-8")
            files.append(str(path))
        parts = divided(files, definition, None, said, most=most, complete=complete)
        assert parts is not None
        whole = together(files, definition, None, said, complete=complete)
        assert parts.findings == whole.findings
        assert parts.data.inputs == whole.data.inputs
        assert parts.completeness == whole.completeness
