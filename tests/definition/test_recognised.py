"""Of a file that is not what it is taken for nothing is shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kediri_index.definition.load_definition import load_definition_file
from kediri_index.definition.load_profile import load_profile_file, load_waivers_file
from kediri_index.errors import DefinitionError, UsageError
from kediri_index.messages.catalogue import message_of, repair_of
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding
from kediri_index.model.language import Language
from kediri_index.usecases.plan import load_costs
from kediri_index.usecases.weight_sets import load_weight_sets
from tests.definition.conftest import MINIMAL

KEY = "KUNCI"
FOREIGN = {
    "passwd": f"root:x:0:0:{KEY}:/root:/bin/sh\ndaemon:x:1:1::/:/bin/sh\n",
    "env": f"export TOKEN={KEY}\nDB_PASSWORD='{KEY}'\n",
    "key": f"-----BEGIN OPENSSH PRIVATE KEY-----\n{KEY}\n-----END OPENSSH PRIVATE KEY-----\n",
    "hosts": f"github.com:\n    oauth_token: {KEY}\n    user: {KEY}\n",
    "json": f'{{"auths": {{"{KEY}": {{"auth": "{KEY}"}}}}}}',
    "json over lines": f'{{\n  "type": "service_account",\n  "key": "{KEY}"\n}}\n',
    "compose": f"version: '3'\nservices:\n  db: {{environment: {{A: {KEY}}}}}\nvolumes: {KEY}\n",
    "list": f"- {KEY}\n- user: {KEY}\n",
    "tags": f"- !{KEY} x\n",
    "broken": f"password: {KEY}\n{KEY}: [\n",
    "comment": f"# {KEY}\n",
    "table": f"nama;{KEY}\nbudi;{KEY}\n",
    "bytes": f"{KEY}\n\xe9\n",
    "control": f"{KEY}\x01\n",
}
Load = Callable[[Path], object]


def costs(path: Path) -> object:
    return load_costs(path, definition(path.parent))


def sets(path: Path) -> object:
    return load_weight_sets(path, definition(path.parent))


def definition(folder: Path) -> Definition:
    (folder / "uji.yaml").write_text(MINIMAL, encoding="utf-8")
    return load_definition_file(folder / "uji.yaml").definition


def extended(path: Path) -> object:
    top = path.parent / "anak.yaml"
    top.write_text(f"kediri_index: 1\nid: anak\nextends: ./{path.name}\n", encoding="utf-8")
    return load_definition_file(top)


LOADERS = [load_definition_file, extended, load_profile_file, load_waivers_file, costs, sets]


def faults(load: Load, path: Path) -> tuple[Finding, ...]:
    with pytest.raises((DefinitionError, UsageError)) as caught:
        load(path)
    assert KEY not in str(caught.value)
    return getattr(caught.value, "findings", ())


@pytest.mark.attack("reading out of the project")
@pytest.mark.parametrize("load", LOADERS, ids=lambda load: load.__name__)
@pytest.mark.parametrize("name", FOREIGN)
def test_nothing_of_another_file_is_shown(name: str, load: Load, tmp_path: Path) -> None:
    path = tmp_path / "lain.yaml"
    path.write_bytes(FOREIGN[name].encode("latin-1"))
    if load is load_waivers_file and name == "comment":
        assert load_waivers_file(path) == ()
        return
    for finding in faults(load, path):
        assert (finding.line, finding.column) == (None, None)  # no line is quoted below it
        assert KEY not in repr(finding)
        for language in Language:
            assert KEY not in message_of(finding, language) + repair_of(finding, language)


SLIPS = {
    "no format": MINIMAL.replace("kediri_index: 1\n", ""),
    "broken YAML": MINIMAL + "source: a: b\n",
    "the format alone": "kediri_index: 1\nsandi: x\nnama: y\nkunci: z\n",
    "JSON": '{\n  "kediri_index": "1",\n  "id" "uji"\n}\n',
    "Indonesian keys": "judul: Uji\nversi: 1\nskala: {}\nlain: 1\n",
}


@pytest.mark.parametrize("name", SLIPS)
def test_a_definition_with_slips_is_still_shown(name: str, tmp_path: Path) -> None:
    path = tmp_path / "uji.yaml"
    path.write_text(SLIPS[name], encoding="utf-8")
    assert all(finding.line for finding in faults(load_definition_file, path))


def test_a_profile_with_a_slip_is_still_shown(tmp_path: Path) -> None:
    path = tmp_path / "profil.yaml"
    path.write_text("oppd: []\n", encoding="utf-8")
    assert [(one.code, one.line) for one in faults(load_profile_file, path)] == [("D102", 1)]
