"""Each format is one module in the folder of its command, and takes what that command shows."""

from __future__ import annotations

import inspect
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from kediri_index import present
from kediri_index.present import formats
from kediri_index.present.formats import Format
from kediri_index.present.yearly.formats import FORMS

ROOT = Path(present.__file__).parent
OF_SEVERAL = {
    "definition.list": formats.DefinitionFormat,
    "definition.lint": formats.DefinitionFormat,
    "definition.show": formats.DefinitionFormat,
    "definition.diff": formats.DiffFormat,
}
"""Folders that are not named as their formats."""
FOLDERS = {
    path.parent.relative_to(ROOT).as_posix().replace("/", ".")
    for path in ROOT.glob("*/**/shown.py")
}
TEXTS = {"str", "Iterator[str]", "Iterable[str]"}


def listed(folder: str) -> type[Format]:
    """The list of the formats of what a folder shows."""
    named: type[Format] | None = getattr(formats, f"{folder.title()}Format", None)
    return named or OF_SEVERAL[folder]


def module(folder: str, name: str) -> ModuleType:
    return import_module(f"{present.__name__}.{folder}.{name}")


CASES = [(folder, form) for folder in sorted(FOLDERS) for form in listed(folder)]


def test_every_command_that_has_formats_has_a_folder() -> None:
    having = {listed(folder) for folder in FOLDERS}
    others = {formats.ReportFormat, formats.SchemaFormat}  # files, and two different documents
    others |= {formats.PlanFormat, formats.VerifyFormat, formats.BundleFormat}
    others |= {
        formats.CheckFormat,
        formats.StatusFormat,
        formats.ScoreFormat,
        formats.ExplainFormat,
        formats.TemplateFormat,
        formats.InitFormat,
    }
    assert having | others == set(Format.__subclasses__())


@pytest.mark.parametrize(("folder", "form"), CASES, ids=str)
def test_a_renderer_takes_what_its_command_shows_and_returns_a_text_or_draws(
    folder: str, form: Format
) -> None:
    shown = [
        name
        for name, kind in vars(module(folder, "shown")).items()
        if name.endswith("Shown") and kind.__module__ == f"{present.__name__}.{folder}.shown"
    ]
    renderer = module(folder, form.value)
    found = [getattr(renderer, name) for name in ("render", "draw") if hasattr(renderer, name)]
    assert len(found) == 1
    signature = inspect.signature(found[0])
    taken = {name: one.annotation for name, one in signature.parameters.items()}
    first = {"shown": shown[0]}
    assert shown == [first["shown"]]
    if found[0].__name__ == "draw":
        assert (taken, signature.return_annotation) == (first | {"console": "Console"}, "None")
    else:
        assert taken == first
        assert signature.return_annotation in TEXTS


@pytest.mark.parametrize("folder", sorted(FOLDERS))
def test_every_renderer_is_listed(folder: str) -> None:
    there = {
        path.stem
        for path in ROOT.joinpath(*folder.split(".")).glob("*.py")
        if inspect.getmembers(module(folder, path.stem), lambda one: is_renderer(one, folder))
    }
    assert there == set(listed(folder))


def is_renderer(one: object, folder: str) -> bool:
    named = inspect.isfunction(one) and one.__name__ in {"render", "draw"}
    return named and one.__module__.startswith(f"{present.__name__}.{folder}.")


@pytest.mark.parametrize("form", set(FORMS) - {formats.ReportFormat.MD})
def test_a_renderer_of_the_yearly_report_makes_a_file_of_the_year_and_its_words(
    form: Format,
) -> None:
    signature = inspect.signature(module("yearly", form.value).render)
    taken = {name: one.annotation for name, one in signature.parameters.items()}
    assert taken == {"yearly": "Yearly", "worded": "Document"}
    assert signature.return_annotation == "bytes"
