"""The wheel with the runtime of the check page: from checked packages, the same bytes each time."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest

from builds.page import __main__ as build
from kediri_index.usecases.check_page import RUNTIME, RUNTIME_PARTS

ROOT = Path(__file__).parents[2]


def zip_of(*names: str) -> bytes:
    return build.zipped((name, name.encode()) for name in names)


def npm_package() -> bytes:
    files = {name: name.encode() for name in build.RUNTIME}
    files["pyodide-lock.json"] = json.dumps({"info": {}, "packages": {"numpy": {}}}).encode()
    files["python_stdlib.zip"] = zip_of(
        "json/__init__.py", "pdb.py", "encodings/utf_8.py", "encodings/euc_jp.py"
    )
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w:gz") as archive:
        for name, data in files.items():
            member = tarfile.TarInfo(f"package/{name}")
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return made.getvalue()


def parts() -> dict[str, bytes]:
    part = build.Part("linux", "pyyaml", "6", "")
    library = zip_of("yaml/__init__.py", "yaml/_yaml.so", "pyyaml-6.dist-info/METADATA")
    files = build.runtime_files(npm_package())
    return files | {"library.zip": build.zipped(build.library_files([(part, library)]))}


def test_a_package_with_another_hash_is_refused() -> None:
    part = build.Part("any", "rich", "15", sha256(b"rich").hexdigest())
    assert build.checked(part, b"rich") == b"rich"
    with pytest.raises(build.WrongHashError, match=r"rich 15: sha256 is .*, parts\.txt has"):
        build.checked(part, b"Rich")


def test_the_same_parts_give_the_same_wheel_and_it_has_what_a_page_asks_for() -> None:
    one, two = (build.wheel("1.0", parts(), {"LICENSES.txt": "MIT"}) for _ in range(2))
    assert one == two
    with ZipFile(io.BytesIO(one)) as archive:
        assert archive.testzip() is None
        names = set(archive.namelist())
        assert {f"{RUNTIME}/parts/{name}.gz" for name in RUNTIME_PARTS} < names
        assert {f"{RUNTIME}/__init__.py", f"{RUNTIME}/parts/LICENSES.txt"} < names
        record = archive.read("kediri_index_page-1.0.dist-info/RECORD").decode().splitlines()
        assert {line.split(",")[0] for line in record} == names
        lock = gzip.decompress(archive.read(f"{RUNTIME}/parts/pyodide-lock.json.gz"))
    assert json.loads(lock)["packages"] == {}


def test_what_is_not_needed_and_what_is_compiled_for_other_systems_is_left_out() -> None:
    made = parts()
    with ZipFile(io.BytesIO(made["python_stdlib.zip"])) as stdlib:
        assert stdlib.namelist() == ["encodings/utf_8.py", "json/__init__.py"]
    with ZipFile(io.BytesIO(made["library.zip"])) as library:
        assert library.namelist() == ["yaml/__init__.py"]


def test_a_package_without_a_licence_is_refused() -> None:
    part = build.Part("any", "rich", "15", "")
    bare = zip_of("rich/__init__.py")
    with pytest.raises(ValueError, match="no licence: rich 15"):
        build.licences([(part, bare)], {"Python": "PSF"})
    told = build.licences([(part, zip_of("rich-15.dist-info/LICENSE"))], {"Python": "PSF"})
    assert "rich 15\n=======\n\nrich-15.dist-info/LICENSE" in told


def test_each_part_has_a_platform_a_version_and_a_hash_and_no_address() -> None:
    listed = [build.Part(*line) for line in build.words("parts.txt")]
    assert {one.platform for one in listed} <= {"npm", *build.PLATFORMS}
    assert all(len(one.sha256) == 64 for one in listed)
    folder = ROOT / "builds" / "page"
    own = [path for path in folder.iterdir() if path.suffix == ".py" or path.stem == "parts"]
    assert not [path for path in own if "://" in path.read_text(encoding="utf-8")]


def test_the_extra_is_of_the_same_version() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    version = project.split('\nversion = "')[1].split('"')[0]
    assert f'page = ["kediri-index-page=={version}"]' in project
