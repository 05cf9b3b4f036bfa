"""Build the runtime of the check page: ``python -m builds.page -o dist``.

The wheel ``kediri-index-page`` holds Python for a browser (Pyodide) and the libraries that the page
needs. ``parts.txt`` names each with its version and the SHA-256 of the file that its registry has;
a file with another hash is refused, and nothing is written. The same parts give the same bytes.
"""

from __future__ import annotations

import argparse
import io
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from zopfli.gzip import compress

HERE = Path(__file__).parent
PACKAGE = "kediri_index_page"
ABI = "cp314"
PLATFORMS = {
    "any": (),
    "browser": ("--platform", "pyemscripten_2026_0_wasm32", "--python-version", "314"),
    "linux": ("--platform", "manylinux2014_x86_64", "--python-version", "311"),
}
"""What pip is asked for. A wheel for Linux is taken for its Python files: its C parts are dropped,
and the library does without them."""
RUNTIME = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
NOT_IN_LIBRARY = ("pydantic/v1/", "pydantic/mypy.py", "jinja2/ext.py", "typer/rich_utils.py")
OF_RICH = ("rich/__init__.py", "rich/_extension.py", "rich/cells.py", "rich/_unicode_data/")
"""The widths of letters; the rest of Rich writes to terminals."""


def words(name: str) -> Iterator[list[str]]:
    """Yield the words of each line of our file *name*; ``#`` begins a remark."""
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if found := line.partition("#")[0].split():
            yield found


class Part(NamedTuple):
    """A file of a registry: of which platform, its name and version, the hash that it must have."""

    platform: str
    name: str
    version: str
    sha256: str


class WrongHashError(Exception):
    """A file that is not the one that ``parts.txt`` names."""


def checked(part: Part, data: bytes) -> bytes:
    """Return *data*; raises :class:`WrongHashError` where it is not that of *part*."""
    found = sha256(data).hexdigest()
    if found != part.sha256:
        message = f"{part.name} {part.version}: sha256 is {found}, parts.txt has {part.sha256}"
        raise WrongHashError(message)
    return data


def fetched(part: Part, folder: Path) -> bytes:
    """Return the file of *part* from its registry, by npm or pip."""
    if part.platform == "npm":
        _run("npm", "pack", "--silent", "--pack-destination", folder, f"{part.name}@{part.version}")
    else:
        asked = PLATFORMS[part.platform]
        own = ("--implementation", "cp", "--abi", ABI) if part.platform == "browser" else ()
        _run(
            *(sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"),
            *("--only-binary=:all:", *asked, *own, "--dest", folder),
            f"{part.name}=={part.version}",
        )
    (file,) = folder.iterdir()
    return checked(part, file.read_bytes())


def runtime_files(package: bytes) -> dict[str, bytes]:
    """Return the files of Pyodide's npm *package* that a page needs, by name."""
    found = _npm_files(package)
    lock = json.loads(found["pyodide-lock.json"]) | {"packages": {}}
    files = {name: found[name] for name in RUNTIME}
    files["pyodide-lock.json"] = json.dumps(lock).encode()
    files["python_stdlib.zip"] = zipped(_stdlib(found["python_stdlib.zip"]))
    return files


def _npm_files(package: bytes) -> dict[str, bytes]:
    with tarfile.open(fileobj=io.BytesIO(package)) as archive:
        return {
            PurePosixPath(one.name).name: file.read()
            for one in archive.getmembers()
            if (file := archive.extractfile(one)) is not None
        }


def _stdlib(archive: bytes) -> Iterator[tuple[str, bytes]]:
    left_out = {name for (name,) in words("left_out_of_stdlib.txt")}
    encodings = {name for (name,) in words("encodings.txt")}
    for name, data in _members(archive):
        folder, _, rest = name.partition("/")
        if folder == "encodings" and rest.removesuffix(".py") not in encodings:
            continue
        if folder.removesuffix(".py") not in left_out:
            yield name, data


def library_files(wheels: Iterable[tuple[Part, bytes]]) -> Iterator[tuple[str, bytes]]:
    """Yield the files of libraries that a page imports, by name."""
    for part, wheel in wheels:
        for name, data in _members(wheel):
            is_c = name.endswith(".so") and part.platform != "browser"
            is_about = ".dist-info/" in name or name.endswith((".pyi", ".pyx", ".c", "py.typed"))
            is_idle = name.startswith("rich/") and not name.startswith(OF_RICH)
            if not (is_c or is_about or is_idle or name.startswith(NOT_IN_LIBRARY)):
                yield name, data


def licences(wheels: Iterable[tuple[Part, bytes]], of_runtime: Mapping[str, str]) -> str:
    """Return the licences of all that is inside: a heading each, and its text."""
    texts = dict(of_runtime)
    for part, wheel in wheels:
        found = [
            data.decode()
            for name, data in _members(wheel)
            if ".dist-info/" in name and "licen" in name.rsplit("/", 1)[-1].lower()
        ]
        texts[f"{part.name} {part.version}"] = "\n".join(found)
    missing = [name for name, text in texts.items() if not text.strip()]
    if missing:
        message = f"no licence: {', '.join(missing)}"
        raise ValueError(message)
    return "\n".join(
        f"{name}\n{'=' * len(name)}\n\n{text.strip()}\n" for name, text in texts.items()
    )


def zipped(files: Iterable[tuple[str, bytes]], method: int = ZIP_STORED) -> bytes:
    """Return an archive of *files* by name, the same bytes for the same files."""
    data = io.BytesIO()
    with ZipFile(data, "w", method, compresslevel=9) as archive:
        for name, content in sorted(files):
            member = ZipInfo(name)
            member.compress_type = method
            archive.writestr(member, content)
    return data.getvalue()


def wheel(version: str, files: Mapping[str, bytes], texts: Mapping[str, str]) -> bytes:
    """Return a wheel with *files*, each compressed by gzip, and *texts*, as they are."""
    about = f"{PACKAGE}-{version}.dist-info"
    members = {f"{PACKAGE}/__init__.py": b'"""The runtime of the check page of kediri-index."""\n'}
    members |= {f"{PACKAGE}/parts/{name}.gz": _compressed(data) for name, data in files.items()}
    members |= {f"{PACKAGE}/parts/{name}": text.encode() for name, text in texts.items()}
    members[f"{about}/METADATA"] = (
        f"Metadata-Version: 2.4\nName: kediri-index-page\nVersion: {version}\n"
        "Summary: Runtime of the check page of kediri-index: Python for a browser\n"
        "License-Expression: MPL-2.0 AND PSF-2.0 AND MIT AND BSD-3-Clause AND BSD-2-Clause\n"
        "Requires-Python: >=3.11\n"
    ).encode()
    members[f"{about}/WHEEL"] = (
        b"Wheel-Version: 1.0\nGenerator: kediri-index\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    )
    rows = [f"{name},sha256={_record_hash(data)},{len(data)}\n" for name, data in members.items()]
    members[f"{about}/RECORD"] = "".join([*sorted(rows), f"{about}/RECORD,,\n"]).encode()
    return zipped(members.items(), ZIP_DEFLATED)


def _compressed(data: bytes) -> bytes:
    made: bytes = compress(data, numiterations=5)  # more take long, and save a thousandth
    return made


def _record_hash(data: bytes) -> str:
    return urlsafe_b64encode(sha256(data).digest()).decode().rstrip("=")


def _members(archive: bytes) -> Iterator[tuple[str, bytes]]:
    with ZipFile(io.BytesIO(archive)) as opened:
        for member in opened.infolist():
            if not member.is_dir():
                yield member.filename, opened.read(member)


def _run(*command: object) -> None:
    subprocess.run(list(map(str, command)), stdout=subprocess.DEVNULL, check=True)


def main(arguments: Sequence[str] | None = None) -> None:
    """Fetch the parts, and write the wheel into a folder."""
    parser = argparse.ArgumentParser(prog="python -m builds.page", description=__doc__)
    parser.add_argument("-o", "--output", type=Path, default=Path("dist"), help="default: dist")
    parser.add_argument(
        "--stdlib", type=Path, help="write the whole standard library too, for tests"
    )
    asked = parser.parse_args(arguments)
    output: Path = asked.output
    if shutil.which("npm") is None:
        sys.exit("npm is needed, which comes with Node.js")
    project = tomllib.loads((HERE.parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
    version = project["project"]["version"]
    files: dict[str, bytes] = {}
    wheels: list[tuple[Part, bytes]] = []
    for part in (Part(*line) for line in words("parts.txt")):
        with tempfile.TemporaryDirectory() as folder:
            data = fetched(part, Path(folder))
        if part.platform == "npm":
            files |= runtime_files(data)
            runtime = part
            if asked.stdlib is not None:
                asked.stdlib.write_bytes(_npm_files(data)["python_stdlib.zip"])
        else:
            wheels.append((part, data))
    files["library.zip"] = zipped(library_files(wheels))
    of_runtime = {
        f"Pyodide {runtime.version}": (HERE / "MPL-2.0.txt").read_text(encoding="utf-8"),
        "Python": (HERE / "PSF-2.0.txt").read_text(encoding="utf-8"),
    }
    made = wheel(version, files, {"LICENSES.txt": licences(wheels, of_runtime)})
    output.mkdir(parents=True, exist_ok=True)
    path = output / f"{PACKAGE}-{version}-py3-none-any.whl"
    path.write_bytes(made)
    print(f"{path}: {len(made) / 1e6:.1f} MB, sha256 {sha256(made).hexdigest()}")


if __name__ == "__main__":
    main()
