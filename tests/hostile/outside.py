"""What lies outside of the project, reached for by a file or a link of the project."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.hostile.cases import FINDINGS, FINE, USAGE, Case, file_case
from tests.hostile.making import RELATIONS, relations, workbook
from tests.hostile.plain import DEFINITION
from tests.hostile.sandbox import OUTSIDE

_PART = relations([("rId1", "worksheet", f"../../{OUTSIDE}/a.xlsx")])


class Link(NamedTuple):
    """A committed *link* that leads to *target*, the command that meets it, what is said, and the exit code."""

    link: str
    target: str
    command: str
    said: str
    code: int = USAGE


LINKS = {
    "a definition": Link(
        "config/lain.yaml", "pillars.yaml", "score a.csv --config config/lain.yaml", "D281"
    ),
    "a definition to be checked": Link(
        "config/lain.yaml", "pillars.yaml", "definition lint config/lain.yaml", "D281", FINDINGS
    ),
    "a definition to be shown": Link(
        "config/lain.yaml", "pillars.yaml", "definition show config/lain.yaml --resolved", "D281"
    ),
    "a definition to be compared": Link(
        "config/lain.yaml", "pillars.yaml", "definition diff config/lain.yaml six-pillars", "D281"
    ),
    "a folder of definitions": Link(
        "tautan", "", "definition show tautan/pillars.yaml --resolved", "D281"
    ),
    "a profile that is found": Link(
        "config/profile.yaml", "profile.yaml", "definition show", "D281"
    ),
    "a profile beside the data": Link("profile.yaml", "profile.yaml", "check a.csv", "D281"),
    "a profile": Link("p.yaml", "profile.yaml", "check a.csv --profile p.yaml", "D281"),
    "waivers": Link("w.yaml", "waivers.yaml", "check a.csv --waivers w.yaml", "D281"),
    "costs": Link("biaya.csv", "costs.csv", "plan a.csv --target 4 --costs biaya.csv", "D281"),
    "sets of weights": Link(
        "w.csv", "weights.csv", "robustness a.csv --draws 1 --weight-sets w.csv", "D281"
    ),
    "a submission": Link("b.csv", "a.csv", "check b.csv", "--allow-outside"),
    "last year": Link("b.csv", "a.csv", "score a.csv --previous b.csv", "--allow-outside"),
    "a submission in a folder": Link("masuk/b.csv", "a.csv", "check masuk", "F128", FINDINGS),
    "a submission of a pattern": Link("masuk/b.csv", "a.csv", "check mas*/*.csv", "F128", FINDINGS),
    "a folder": Link("tautan", "", "check tautan", "--allow-outside"),
    "a folder on the way": Link("tautan", "", "check tautan/a.csv", "--allow-outside"),
    "a folder in a folder": Link("masuk/tautan", "", "check masuk", "F129", FINE),
    "a folder of a pattern": Link("masuk/tautan", "", "check masuk/**/*.csv", "F129", FINE),
    "a folder named in a pattern": Link("tautan", "", "check tautan/*.csv", "--allow-outside"),
    "the disk": Link("masuk/tautan", "/", "check **/*.csv", "F129", FINE),
    "a bundle": Link("b.csv", "a.csv", "bundle b.csv -o hasil.zip", "--allow-outside"),
    "a bundle of a folder": Link(
        "masuk/b.csv", "a.csv", "bundle masuk -o hasil.zip", "F128", FINDINGS
    ),
    "a marked copy": Link("masuk/b.xlsx", "a.xlsx", "check masuk --mark hasil", "F128", FINDINGS),
    "an archive": Link("b.zip", "a.xlsx", "verify b.zip", "--allow-outside"),
    "a list of agencies": Link(
        "opd.txt", "a.csv", "init baru --opd-list opd.txt", "--allow-outside"
    ),
}


def project(folder: Path) -> None:
    """Write a project with a definition, data and a folder of data."""
    for name in ("config", "masuk"):
        (folder / name).mkdir()
    (folder / "config" / "pillars.yaml").write_text(DEFINITION, encoding="utf-8")
    for name in ("a.csv", "masuk/a.csv"):
        (folder / name).write_text("Kode,Nilai asesor\nA-1,3\nB-1,2\n", encoding="utf-8")


def _linked(link: Link) -> Callable[[Path], None]:
    def make(folder: Path) -> None:
        project(folder)
        (folder / link.link).symlink_to(folder.parent / OUTSIDE / link.target)

    return make


def _case(name: str, link: Link) -> Case:
    command = tuple(link.command.split())
    return Case(
        f"a link: {name}",
        _linked(link),
        code=link.code,
        file="",
        command=command,
        shows=(link.said,),
    )


CASES: tuple[Case, ...] = (
    file_case(
        "a sheet's part that lies outside",
        lambda: workbook(changed={RELATIONS: _PART}),
        "F204 Penilaian",
    ),
    *(_case(*one) for one in LINKS.items()),
)
