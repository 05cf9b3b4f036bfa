"""Each format is one module that renders the blocks of documents, or of them a report."""

from __future__ import annotations

import inspect
from importlib import import_module
from types import ModuleType
from typing import get_args

import pytest

from kediri_index import present
from kediri_index.present.document import Block
from kediri_index.present.formats import Format, OutputKind
from kediri_index.present.yearly.report import FORMS


def module(folder: str, name: str) -> ModuleType:
    return import_module(f"{present.__name__}.{folder}.{name}")


RENDERED = [one for one in Format if one.printed in {OutputKind.PAGE, OutputKind.FINDINGS}]


@pytest.mark.parametrize("form", RENDERED)
def test_a_renderer_takes_a_document_or_findings_and_returns_text(form: Format) -> None:
    signature = inspect.signature(module("renderers", form).rendered)
    (taken,) = (one.annotation for one in signature.parameters.values())
    assert (taken, signature.return_annotation) in {
        ("Document", "str"),
        ("FindingsReport", "str"),
    }


@pytest.mark.parametrize("name", ["md", "terminal"])
def test_a_renderer_knows_every_block(name: str) -> None:
    source = inspect.getsource(module("renderers", name))
    unknown = [one for one in get_args(Block) if f"case {one.__name__}()" not in source]
    assert unknown == []


@pytest.mark.parametrize("form", sorted(set(FORMS) - {Format.XLSX}))
def test_a_renderer_of_the_yearly_report_makes_a_file_of_its_document(form: Format) -> None:
    signature = inspect.signature(module("renderers", form.value).rendered)
    taken, *further = signature.parameters.values()
    assert taken.annotation == "Document"
    assert all(one.default is None for one in further)  # a letterhead
    assert signature.return_annotation in {"str", "bytes"}
