from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from kediri_index.errors import NotFoundError, UsageError
from kediri_index.model.limits import Limits
from kediri_index.usecases.inputs import read_workbooks
from tests.findings.building import codes, xlsx

DATA = xlsx({"Penilaian": [("Kode", "Nilai asesor"), ("A-1", 3)]})


class Piped(io.StringIO):
    """Standard input with bytes behind it."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.buffer = io.BytesIO(data)  # type: ignore[misc] # as a text stream has it


def test_a_path_may_be_text_or_a_path_one_or_several(tmp_path: Path) -> None:
    first, second = tmp_path / "satu.xlsx", tmp_path / "dua.xlsx"
    for path in (first, second):
        path.write_bytes(DATA)
    assert [book.path for book in read_workbooks(first).workbooks] == [str(first)]
    assert [book.path for book in read_workbooks(str(first)).workbooks] == [str(first)]
    assert [book.path for book in read_workbooks([first, str(second)]).workbooks] == [
        str(first),
        str(second),
    ]
    assert [book.path for book in read_workbooks(tmp_path).workbooks] == [str(second), str(first)]


def test_a_file_that_is_no_spreadsheet_is_a_finding_of_its_workbook(tmp_path: Path) -> None:
    (tmp_path / "satu.xlsx").write_bytes(DATA)
    (tmp_path / "dua.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))
    submission = read_workbooks(tmp_path)
    assert submission.findings == ()
    assert [codes(book.findings) for book in submission.workbooks] == [["F103"], []]


def test_a_path_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        read_workbooks(tmp_path / "tiada.xlsx")


def test_what_a_folder_holds_and_cannot_be_opened_is_a_finding_and_the_rest_is_read(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.csv").write_text("kode,nilai asesor\nA-1,3\n")
    (tmp_path / "b.xlsx").symlink_to(tmp_path / "hilang.xlsx")
    os.mkfifo(tmp_path / "c.xlsx")
    submission = read_workbooks(tmp_path)
    assert [(Path(one.path).name, bool(one.sheets)) for one in submission.workbooks] == [
        ("a.csv", True),
        ("b.xlsx", False),
        ("c.xlsx", False),
    ]
    assert [[f.code for f in one.findings] for one in submission.workbooks] == [
        [],
        ["F124"],
        ["F124"],
    ]
    for named in ("b.xlsx", "c.xlsx"):
        with pytest.raises(UsageError):
            read_workbooks(tmp_path / named)


@pytest.mark.parametrize(
    ("data", "is_csv"),
    [(DATA, False), (b"kode,nilai asesor\nA-1,3\n", True)],
    ids=["workbook", "csv"],
)
def test_a_hyphen_reads_standard_input_whatever_it_holds(
    data: bytes, monkeypatch: pytest.MonkeyPatch, *, is_csv: bool
) -> None:
    monkeypatch.setattr(sys, "stdin", Piped(data))
    (book,) = read_workbooks("-").workbooks
    assert (book.path, book.is_csv, book.findings) == ("-", is_csv, ())
    assert len(book.sheets[0].cells) == 4


def test_limits_are_those_handed_in(tmp_path: Path) -> None:
    (tmp_path / "satu.xlsx").write_bytes(DATA)
    (book,) = read_workbooks(tmp_path, limits=Limits(file_bytes=100)).workbooks
    assert codes(book.findings) == ["F102"]
    assert book.sheets == ()
