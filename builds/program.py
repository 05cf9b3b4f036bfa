"""Build the program for people without Python: ``python -m builds.program file -o dist``.

``file`` is one file that unpacks itself at each start, ``folder`` the same program unpacked, so it
starts sooner; ``zip`` is one file for those who have Python, made of pure files and the wheels of
this system. Each holds every command, made from a wheel of this tree in an environment of its own.
Beside them stands ``contents.txt``: every distribution that is inside, with version and licence.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
import venv
from collections.abc import Sequence
from importlib.metadata import distributions
from pathlib import Path

ROOT = Path(__file__).parents[1]
NAME = "kediri-index"
PYINSTALLER = "pyinstaller>=6.11,<7"
SHIV = "shiv>=1.0.8,<2"
EXTRAS = "docx"
WITHIN = (
    # modules that are imported by name, and files that are read
    *("--collect-submodules", "kediri_index", "--collect-data", "kediri_index"),
    *("--collect-submodules", "rich._unicode_data", "--collect-data", "docx"),
    *("--copy-metadata", NAME),
    *("--exclude-module", "tkinter"),
)
VERSION_RESOURCE = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}),
  kids=[
    StringFileInfo([StringTable("040904B0", [
      StringStruct("FileDescription", {summary!r}),
      StringStruct("FileVersion", {version!r}),
      StringStruct("InternalName", {name!r}),
      StringStruct("OriginalFilename", "{name}.exe"),
      StringStruct("ProductName", {name!r}),
      StringStruct("ProductVersion", {version!r}),
    ])]),
    VarFileInfo([VarStruct("Translation", [1033, 1200])]),
  ],
)
"""
"""What Windows shows of a program, in the words of PyInstaller."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Build what is asked for into a folder, and print what each takes."""
    parser = argparse.ArgumentParser(prog="python -m builds.program", description=__doc__)
    parser.add_argument("what", nargs="+", choices=["file", "folder", "zip"])
    parser.add_argument("-o", "--output", type=Path, default=Path("dist"), help="default: dist")
    parser.add_argument("--page", type=Path, help="the wheel of builds.page, for the command page")
    asked = parser.parse_args(arguments)
    output = asked.output.absolute()
    output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        python = _installed(place, asked.page)
        package = next(place.glob("environment/**/kediri_index"))
        (output / "contents.txt").write_text(_contents(package), encoding="utf-8")
        for what in asked.what:
            made = (
                _zip(place, python, asked.page)
                if what == "zip"
                else _program(what, place, python, package)
            )
            built = _moved(made, output / (f"{NAME}-folder" if what == "folder" else made.name))
            print(f"{built}: {_size(built) / 1e6:.1f} MB")


def version_resource() -> str:
    """Return what Windows shows of the program: its name, version and purpose."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    version = project["version"]
    numbers = tuple(int(one) for one in f"{version}.0".split("."))
    return VERSION_RESOURCE.format(
        name=NAME, version=version, numbers=numbers, summary=project["description"]
    )


def _installed(place: Path, page: Path | None) -> Path:
    """Return the Python of an environment with a wheel of this tree, what it needs, and *page*."""
    folder = place / "environment"
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    _run(python, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", place, ROOT)
    further = () if page is None else (page,)
    _run(
        *(python, "-m", "pip", "install", "--quiet", "--no-compile"),
        *(f"{_wheel(place)}[{EXTRAS}]", *further),
    )
    _run(python, "-m", "pip", "check")
    return python


def _program(what: str, place: Path, python: Path, package: Path) -> Path:
    parts = package.parent / "docx" / "parts" / "__init__.py"  # templates are beside its folder
    resource = place / "version.txt"
    resource.write_text(version_resource(), encoding="utf-8")
    own: tuple[object, ...] = (
        ("--version-file", resource, "--icon", "NONE") if os.name == "nt" else ()
    )
    runtime = package.parent / "kediri_index_page"
    if runtime.is_dir():  # a page holds the program's own source
        own += ("--hidden-import", runtime.name, "--collect-data", runtime.name)
        own += ("--add-data", f"{package}:{package.name}")
    built = place / what
    _run(python, "-m", "pip", "install", "--quiet", PYINSTALLER)
    _run(
        *(python, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"),
        *("--onefile" if what == "file" else "--onedir", "--name", NAME, *own, *WITHIN),
        *("--add-data", f"{parts}:docx/parts"),
        *("--distpath", built, "--workpath", place / "work", "--specpath", place),
        package / "__main__.py",
    )
    (made,) = built.iterdir()
    return made


def _zip(place: Path, python: Path, page: Path | None) -> Path:
    made = place / f"{NAME}.pyz"
    _run(python, "-m", "pip", "install", "--quiet", SHIV)
    _run(
        *(python, "-m", "shiv", "--quiet", "--console-script", NAME, "--output-file", made),
        *("--reproducible", "--python", "/usr/bin/env python3", f"{_wheel(place)}[{EXTRAS}]"),
        *(() if page is None else (page,)),
    )
    return made


def _wheel(place: Path) -> Path:
    (found,) = place.glob("*.whl")
    return found


def _contents(package: Path) -> str:
    """Return a line for each distribution that stands beside the *package*."""
    rows = []
    for one in distributions(path=[str(package.parent)]):
        of = one.metadata
        marks = (
            mark.split(" :: ")[-1] for mark in of.get_all("Classifier", ()) if "License" in mark
        )
        licence = of["License-Expression"] or (of["License"] or "").split("\n")[0] or "".join(marks)
        rows.append(f"{of['Name']} {of['Version']}: {licence}\n")
    built_by = ("pip ", "setuptools ")
    rows = [row for row in rows if not row.startswith(built_by)]
    return f"Python {sys.version.split()[0]}\n{''.join(sorted(rows, key=str.lower))}"


def _moved(made: Path, to: Path) -> Path:
    shutil.rmtree(to) if to.is_dir() else to.unlink(missing_ok=True)
    shutil.move(made, to)
    return to


def _size(built: Path) -> int:
    files = built.rglob("*") if built.is_dir() else (built,)
    return sum(file.stat().st_size for file in files if file.is_file())


def _run(*command: object) -> str:
    """Return what a command prints; what it complains of is shown."""
    ran = subprocess.run(list(map(str, command)), stdout=subprocess.PIPE, check=False, text=True)
    if ran.returncode:
        sys.exit(f"{ran.stdout}{' '.join(map(str, command[:4]))} … ended with {ran.returncode}")
    return ran.stdout


if __name__ == "__main__":
    main()
