"""Examples of the family S8: sets of weights with a fault, and draws that are not to be trusted."""

from __future__ import annotations

from examples.finding_examples.example import Example, Found
from examples.finding_examples.yaml_files import MARK

_DEFINITION = """\
kediri_index: 1
id: contoh
version: "1"
status: own
title: Indeks contoh
year: 2023
missing: {answers: exclude}
kinds: {pillar: {name: Pilar}}
groups:
  - {id: pelayanan, kind: pillar, name: Pelayanan, aggregate: AGGREGATE}
indicators:
  - {id: U-1, in: pelayanan, name: Layanan daring, weight: 2, score: {METHOD}}
  - {id: U-2, in: pelayanan, name: Waktu layanan, weight: 1, score: {METHOD}, direction: TOWARDS}
  - {id: U-3, in: pelayanan, name: Loket terpadu, weight: 1, score: {METHOD}}
"""
_DATA = """\
unit,U-1,U-2,U-3
Kota Contoh,3,40,7
Kota Lain,5,30,2
Kota Ketiga,9,10,4
"""
_SKEWED = """\
unit,U-1,U-2,U-3
Kota Contoh,10,40,7
Kota Lain,10,30,2
Kota Ketiga,11,10,4
Kota Keempat,12,20,5
Kota Kelima,11,35,3
Kota Keenam,10,15,6
Kota Ketujuh,30,25,8
"""
_MIN_MAX = "method: min_max, to: [0, 4]"


def _of(
    code: str,
    *options: str,
    found: Found,
    data: str = _DATA,
    method: str = _MIN_MAX,
    aggregate: str = "arithmetic",
    direction: str = "lower",
) -> Example:
    path, table = f"{code}/indeks.yaml", f"{code}/wilayah.csv"
    text = _DEFINITION.replace("METHOD", method).replace("AGGREGATE", aggregate)
    text = text.replace("TOWARDS", direction)
    files = {path: text.encode(), table: data.encode()}
    arguments = (table, "--config", path, *options)
    return Example(code, files, arguments, found, command="robustness")


def _sets(code: str, text: str, value: str, *options: str, placed: bool = True) -> Example:
    """Return an example of a faulty file of sets."""
    sets = f"{code}/himpunan.csv"
    before = text.partition(MARK)[0]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    found = (
        Found(code, sets, line=line, column=column, value=value) if placed else Found(code, sets)
    )
    example = _of(code, "--weight-sets", sets, *options, found=found)
    files = {**example.files, sets: text.replace(MARK, "").encode()}
    return example._replace(files=files)


def _uncertain(
    code: str,
    text: str,
    value: str,
    *options: str,
    placed: bool = True,
    **more: str,
) -> Example:
    """Return an example of a faulty file of uncertain values."""
    path = f"{code}/ketidakpastian.csv"
    before = text.partition(MARK)[0]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    found = (
        Found(code, path, line=line, column=column, value=value) if placed else Found(code, path)
    )
    example = _of(code, "--uncertain", path, *options, found=found, **more)
    files = {**example.files, path: text.replace(MARK, "").encode()}
    return example._replace(files=files)


EXAMPLES: tuple[Example, ...] = (
    _sets("S801", "set,U-1,§U-9\nwarga,2,1\n", "U-9"),
    _sets("S802", "set,U-1,U-2\nwarga,2,§banyak\n", "banyak"),
    _sets("S803", "set,U-1,U-2\n§warga,2\n", "warga"),
    _sets("S804", "set,U-1,§U-1\nwarga,2,1\n", "U-1"),
    _sets("S805", "§U-1,U-2\n2,1\n", "U-1"),
    _sets("S806", "§set,U-1,U-2\n", ""),
    _sets("S721", "set,U-1,U-2\nwarga,2,1\n", "", "--limit", "weights=1", placed=False),
    _uncertain("S851", "unit,indicator,sd\n§Kota Contih,U-1,1\n", "Kota Contih"),
    _uncertain("S852", "unit,indicator,sd\nKota Contoh,§U-9,1\n", "U-9"),
    _uncertain("S853", "unit,indicator,sd\nKota Contoh,U-1,§-1\n", "-1"),
    _uncertain("S854", "unit,indicator,low,high\nKota Contoh,U-1,§5,2\n", "5"),
    _uncertain("S855", "unit,indicator,sd,low,high\nKota Contoh,§U-1,1,2,5\n", "U-1"),
    _uncertain("S856", "§unit,indicator,low\nKota Contoh,U-1,2\n", "high"),
    _uncertain("S857", "unit,indicator,sd\nKota Contoh,U-1,1\nKota Contoh,§U-1,2\n", "U-1"),
    _uncertain(
        "S858",
        "unit,indicator,sd\nKota Contoh,§U-1,1\n",
        "U-1",
        data=_DATA.replace("Contoh,3", "Contoh,"),
    ),
    _uncertain(
        "S859",
        "unit,indicator,sd\nKota Contoh,§U-1,1\n",
        "U-1",
        data="unit,U-1,U-2,U-3\nKota Contoh,3,4,2\nKota Lain,2,3,2\n",
        method="method: levels, levels: {2: cukup, 3: baik, 4: sangat baik}",
    ),
    _uncertain("S860", "unit,indicator,sd,§satuan\nKota Contoh,U-1,1,orang\n", "satuan"),
    _uncertain("S861", "unit,indicator,sd\n§Kota Contoh,U-1,0,5\n", ""),
    _uncertain("S862", "§unit,indicator,sd\n", ""),
    _uncertain(
        "S722",
        "unit,indicator,sd\nKota Contoh,U-1,1\n",
        "",
        *("--limit", "weights=1"),
        placed=False,
    ),
    _of(
        "S811",
        *("--methods", "min_max,fraction_of_max"),
        found=Found("S811", "S811/wilayah.csv", value="fraction_of_max"),
    ),
    _of(
        "S816",
        *("--treatments", "as_defined,log:0"),
        found=Found("S816", "S816/wilayah.csv", value="log:0"),
        data=_SKEWED,
        method="method: goalposts, min: 0, max: 100, to: [0, 4], outside: error",
        direction="higher",
    ),
    _of(
        "S812",
        found=Found("S812", "S812/wilayah.csv", value="U-2"),
        data="unit,U-1,U-2,U-3\nKota Contoh,3,,7\nKota Lain,5,,2\nKota Ketiga,9,,4\n",
        method="method: z_score",
    ),
    _of(
        "S813",
        *("--methods", "min_max,fraction_of_max"),
        found=Found("S813", "S813/wilayah.csv", value="Kota Contoh"),
        data="unit,U-1,U-2,U-3\nKota Contoh,-3,40,7\nKota Lain,5,30,2\nKota Ketiga,9,10,4\n",
        aggregate="geometric",
        direction="higher",
    ),
    _of("S814", *("--sobol", "--draws", "20"), found=Found("S814", "S814/wilayah.csv")),
    _of(
        "S815",
        *("--sobol", "--draws", "16"),
        found=Found("S815", "S815/wilayah.csv", value="weights:pelayanan"),
    ),
)
