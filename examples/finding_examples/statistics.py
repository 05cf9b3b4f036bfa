"""Examples of the family S5: a definition, and data of several regions that speak against it."""

from __future__ import annotations

from collections.abc import Sequence

from examples.finding_examples.example import Example, Found
from examples.finding_examples.yaml_files import GROUPS, KINDS, MARK, SCALE, TOP

_YEAR = "year: 2023\n"
_QUESTIONS = ("Layanan daring", "Waktu layanan", "Loket terpadu", "Aduan tertangani")

_EXCLUDE = "missing: {answers: exclude}\n"

RISING = (0.8, 1.1, 1.3, 1.6, 1.9, 2.1, 2.4, 2.6, 2.9, 3.1, 3.4, 3.7)
ALIKE = (1.2, 0.6, 1.9, 1.1, 2.6, 1.5, 2.9, 2.0, 2.2, 3.6, 2.8, 3.3)
NEARLY_ALIKE = (0.9, 1.0, 1.5, 1.5, 1.9, 2.2, 2.3, 2.8, 2.9, 3.0, 3.5, 3.6)
LOOSE = (1.9, 0.7, 2.0, 0.9, 1.2, 3.0, 2.0, 1.4, 3.3, 2.5, 2.8, 3.8)
UNRELATED = (2.4, 1.2, 3.3, 0.9, 2.8, 1.5, 3.6, 1.1, 3.1, 1.7, 2.6, 1.4)
AGAINST = (2.1, 2.0, 2.2, 2.1, 2.0, 1.9, 2.1, 2.2, 1.9, 2.0, 2.0, 2.1)
FALLING = (2.9, 3.6, 2.2, 1.4, 3.1, 2.5, 1.2, 2.7, 1.1, 2.3, 1.6, 1.9)
FAR_OUT = (0.4, 0.5, 0.5, 0.6, 0.6, 0.7, 0.7, 0.8, 0.8, 0.9, 0.9, 3.9)
CONSTANT = (2.5,) * 12
PEOPLE = (110, 160, 140, 230, 220, 290, 250, 350, 320, 410, 380, 470)


def _of(
    code: str,
    columns: Sequence[Sequence[float | None]],
    faulty: int | None,
    *weights: int,
    beside: str | None = None,
    options: Sequence[str] = (),
    more: str = "",
) -> Example:
    """Return an example of one question a column; the finding is at the *faulty* one's line.

    It is at the group's line where *faulty* is None. *beside* is a code there that comes with it.
    *more* are further lines at the top of the definition.
    """
    path, data = f"{code}/indeks.yaml", f"{code}/wilayah.csv"
    groups = GROUPS.replace("{", f"{MARK if faulty is None else ''}{{")
    questions = "".join(
        f"  - {MARK if number == faulty else ''}{{id: U-{number}, in: pelayanan, "
        f"name: {_QUESTIONS[number - 1]}{f', weight: {weights[number - 1]}' if weights else ''}}}\n"
        for number in range(1, len(columns) + 1)
    )
    text = TOP + _YEAR + more + SCALE + KINDS + groups + f"indicators:\n{questions}"
    before, _, _ = text.partition(MARK)
    place = (before.count("\n") + 1, len(before) - before.rfind("\n"))
    node = "pelayanan" if faulty is None else f"U-{faulty}"
    header = ["unit", *(f"U-{number}" for number in range(1, len(columns) + 1))]
    lines = [",".join(header)]
    for number, row in enumerate(zip(*columns, strict=True), 1):
        lines.append(
            ",".join([f"Kota Contoh {number}", *("" if one is None else str(one) for one in row)])
        )
    group_line = text.partition("groups:\n")[0].count("\n") + 2
    return Example(
        code,
        {
            path: text.replace(MARK, "").encode(),
            data: "".join(f"{line}\n" for line in lines).encode(),
        },
        (path, "--data", data, *options),
        Found(code, path, line=place[0], column=place[1], value=node),
        (Found(beside, path, line=group_line, column=5, value="pelayanan"),) if beside else (),
        command="definition lint",
    )


def _weights(
    code: str, columns: Sequence[Sequence[float | None]], method: str, more: str = ""
) -> Example:
    """Return an example of weights that *method* proposes, or does not, for one group."""
    found = _of(code, columns, None, options=("--method", method), more=more)
    return found._replace(command="definition weights")


def _with_people(code: str, column: Sequence[float], more: str) -> Example:
    """Return an example of one question beside a column that might divide it."""
    found = _of(code, (column,), 1, options=("--denominator", "Penduduk"), more=more)
    data = f"{code}/wilayah.csv"
    rows = zip(found.files[data].decode().splitlines(), ("Penduduk", *PEOPLE), strict=True)
    table = "".join(f"{row},{said}\n" for row, said in rows)
    return found._replace(files={**found.files, data: table.encode()})


def _at_data(example: Example) -> Example:
    """Return *example* with its finding at the data as a whole."""
    return example._replace(found=Found(example.code, f"{example.code}/wilayah.csv"))


EXAMPLES: tuple[Example, ...] = (
    _at_data(_of("S501", (RISING[:1], ALIKE[:1]), 1)),
    _at_data(_of("S502", (RISING[:4], ALIKE[:4]), 1)),
    _of("S503", (CONSTANT, RISING), 1),
    _of("S504", (FAR_OUT,), 1),
    _of("S505", (RISING, NEARLY_ALIKE), 1),
    _of("S506", (RISING, ALIKE, LOOSE, AGAINST), 4),
    _of("S507", (RISING, FALLING), 1, beside="S508"),
    _of("S508", (RISING, UNRELATED), None),
    _of("S509", (RISING, LOOSE), 2, 9, 1),
    _at_data(_weights("S510", (RISING[:2], ALIKE[:2]), "critic")),
    _weights("S511", (RISING[:4], (None, None, *ALIKE[2:4])), "critic", _EXCLUDE),
    _weights("S512", (RISING, ALIKE, CONSTANT), "pca"),
    _weights("S513", (RISING, ALIKE, FALLING), "pca"),
    _weights("S514", (RISING, ALIKE, RISING), "equal-influence"),
    _weights("S515", (RISING, ALIKE), "entropy", "aggregate: min\n"),
    _weights("S516", (RISING, ALIKE), "equal-influence", "aggregate: geometric\n"),
    _weights("S517", (RISING, ALIKE, CONSTANT), "entropy"),
    _weights("S518", (RISING, (None, *ALIKE[1:])), "critic", _EXCLUDE),
    _with_people("S519", RISING, "score: {method: min_max}\n"),
)
