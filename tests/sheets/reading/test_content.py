from __future__ import annotations

import pytest

from kediri_index.sheets.reading.refusal import Content, content_of, refused_content

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("data", "content"),
    [
        (b"", Content.EMPTY),
        (b"PK\x03\x04", Content.ZIP),
        (b"PK\x05\x06" + b"\0" * 18, Content.ZIP),
        (OLE, Content.OLD_EXCEL),
        (OLE + "EncryptedPackage".encode("utf-16-le"), Content.ENCRYPTED),
        (b"\x09\x04\x06\x00\x00\x00", Content.OLD_EXCEL),
        (b"%PDF-1.4", Content.BINARY),
        (b"\x89PNG\r\n", Content.BINARY),
        (b"\x1f\x8b\x08", Content.BINARY),
        (b"a\x00b", Content.BINARY),
        (b"<!DOCTYPE html>", Content.HTML),
        (b"  \r\n<HTML lang='id'>", Content.HTML),
        (b"\xef\xbb\xbf<table>", Content.HTML),
        ("<table>".encode("utf-16"), Content.HTML),
        (b"MIME-Version: 1.0\r\n", Content.HTML),
        (b"<?xml version='1.0'?><html xmlns='x'>", Content.HTML),
        (b"<?xml version='1.0'?><Workbook>", Content.XML),
        (b"unit,year\n", Content.TEXT),
        (b"\xef\xbb\xbfunit;year\n", Content.TEXT),
        ("unit\tyear\n".encode("utf-16"), Content.TEXT),
        (b"<5 tahun,3\n", Content.TEXT),
        (b"tabel,<table>\n", Content.TEXT),
        (b"x", Content.TEXT),
    ],
)
def test_the_first_bytes_say_what_a_file_is(data: bytes, content: Content) -> None:
    assert content_of("-", data) is content


def test_zero_bytes_under_a_text_ending_are_left_to_the_text_reader() -> None:
    assert content_of("a.csv", b"a\x00b") is Content.TEXT


@pytest.mark.parametrize("ending", [".xlsx", ".XLSM", ".xls", ".ods"])
def test_text_under_a_workbooks_ending_is_refused(ending: str) -> None:
    finding = refused_content(f"a{ending}", Content.TEXT)
    assert finding is not None
    assert (finding.code, finding.params["ending"]) == ("F107", ending.lower())


@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.txt", "-", "a", "a.dat"])
def test_text_under_any_other_name_is_read(name: str) -> None:
    assert refused_content(name, Content.TEXT) is None
