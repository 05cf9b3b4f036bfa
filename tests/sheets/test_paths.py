from __future__ import annotations

import io
import os
from collections.abc import Iterable
from pathlib import Path
from unittest.mock import Mock

import pytest

from kediri_index.errors import NotFoundError, UsageError
from kediri_index.messages.texts import text
from kediri_index.model.findings import Finding
from kediri_index.model.language import Language
from kediri_index.sheets.paths import TooLargeError, expand, read_bytes


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, so that paths are short."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def touch(*paths: str) -> None:
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).touch()


def files(*paths: str) -> list[str]:
    findings: list[Finding] = []
    found = list(expand(paths, findings))
    assert findings == []
    return found


def refused(paths: Iterable[str]) -> NotFoundError:
    with pytest.raises(NotFoundError) as caught:
        list(expand(paths, []))
    return caught.value


def test_a_file_is_itself_whatever_its_ending() -> None:
    touch("isian.xlsx", "catatan.txt")
    assert files("isian.xlsx", "catatan.txt") == ["isian.xlsx", "catatan.txt"]


def test_a_folder_is_all_workbooks_in_and_below_it_in_order() -> None:
    touch(
        "masuk/b.xlsx",
        "masuk/a.CSV",
        "masuk/c.xls",
        "masuk/d.ods",
        "masuk/2/z.xlsm",
        "masuk/10/y.xlsb",
        "masuk/profile.yaml",
        "masuk/.git/x.xlsx",
    )
    assert files("masuk") == [
        "masuk/a.CSV",
        "masuk/b.xlsx",
        "masuk/c.xls",
        "masuk/d.ods",
        "masuk/10/y.xlsb",
        "masuk/2/z.xlsm",
    ]


def test_lock_files_in_a_folder_are_passed_over_and_said_to_be() -> None:
    touch("masuk/a.xlsx", "masuk/~$a.xlsx", "masuk/.~lock.a.xlsx#")
    findings: list[Finding] = []
    assert list(expand(["masuk"], findings)) == ["masuk/a.xlsx"]
    assert {(finding.code, finding.file) for finding in findings} == {
        ("F415", "masuk/~$a.xlsx"),
        ("F415", "masuk/.~lock.a.xlsx#"),
    }


@pytest.mark.parametrize("name", ["~$a.xlsx", ".~lock.a.xlsx#"])
def test_a_lock_file_that_is_named_itself_is_passed_over_too(name: str) -> None:
    touch("a.xlsx", name)
    findings: list[Finding] = []
    assert list(expand(["a.xlsx", name], findings)) == ["a.xlsx"]
    assert [(finding.code, finding.file) for finding in findings] == [("F415", name)]


def test_a_pattern_is_expanded_where_the_shell_did_not() -> None:
    touch("masuk/b.xlsx", "masuk/a.xlsx", "masuk/c.csv", "masuk/d.yaml", "masuk/sub/e.xlsx")
    assert files("masuk/*.xlsx") == ["masuk/a.xlsx", "masuk/b.xlsx"]
    assert files("masuk/*") == ["masuk/a.xlsx", "masuk/b.xlsx", "masuk/c.csv"]
    assert files("masuk/**/*.xlsx") == ["masuk/a.xlsx", "masuk/b.xlsx", "masuk/sub/e.xlsx"]
    assert files("masuk/**/**/*.xlsx") == files("masuk/**/*.xlsx")
    assert files("m*/a.xlsx", "m*/sub/e.xlsx") == ["masuk/a.xlsx", "masuk/sub/e.xlsx"]
    assert files("masuk/[ac].*") == ["masuk/a.xlsx", "masuk/c.csv"]
    assert files(f"{Path.cwd()}/masuk/?.csv") == [f"{Path.cwd()}/masuk/c.csv"]


@pytest.mark.parametrize("pattern", ["masuk/*/*.xlsx", "masuk/**/*.xlsx", "masuk/*/a.xlsx"])
def test_a_pattern_follows_no_link_out_of_its_folder(pattern: str) -> None:
    touch("masuk/dinas/a.xlsx", "lain/b.xlsx", "lain/a.xlsx")
    Path("masuk/luar").symlink_to(Path("lain").absolute())
    findings: list[Finding] = []
    assert list(expand([pattern], findings)) == ["masuk/dinas/a.xlsx"]
    assert findings == [Finding("F129", file="masuk/luar")]


@pytest.mark.parametrize("path", ["luar", "luar/*.xlsx"])
def test_a_path_that_leads_out_of_the_project_is_refused(
    path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    touch("kota/.git/HEAD", "lain/a.xlsx")
    Path("kota/luar").symlink_to(Path("lain").absolute())
    monkeypatch.chdir("kota")
    with pytest.raises(UsageError, check=lambda error: error.message == "path-outside"):
        list(expand([path], []))


def test_a_file_whose_name_looks_like_a_pattern_is_itself() -> None:
    touch("data [2022].xlsx", "data 2.xlsx")
    assert files("data [2022].xlsx") == ["data [2022].xlsx"]


def test_a_file_named_twice_is_read_once() -> None:
    touch("masuk/a.xlsx", "masuk/b.xlsx")
    assert files("masuk/b.xlsx", "masuk", "masuk/b.xlsx") == ["masuk/b.xlsx", "masuk/a.xlsx"]


@pytest.mark.parametrize("again", ["./masuk/a.xlsx", "masuk/../masuk/a.xlsx", "masuk//a.xlsx"])
def test_a_file_spelt_in_two_ways_is_read_once(again: str) -> None:
    touch("masuk/a.xlsx")
    assert files("masuk/a.xlsx", again) == ["masuk/a.xlsx"]


@pytest.mark.parametrize("spelt", [".", "./", "./."])
def test_files_of_the_working_folder_are_named_without_it(spelt: str) -> None:
    touch("b.csv", "dinas/a.csv")
    assert files(spelt) == ["b.csv", "dinas/a.csv"]


@pytest.mark.parametrize("spelt", ["masuk/", "./masuk", "masuk//", "./masuk/."])
def test_a_folder_has_one_name_however_it_is_spelt(spelt: str) -> None:
    touch("masuk/b.csv", "masuk/dinas/a.csv")
    assert files(spelt) == ["masuk/b.csv", "masuk/dinas/a.csv"]


def test_a_hyphen_is_standard_input_even_where_a_file_is_called_so() -> None:
    touch("-", "a.xlsx")
    assert files("-", "a.xlsx") == ["-", "a.xlsx"]


def test_a_path_that_is_not_there_is_named_with_the_nearest() -> None:
    touch("masuk/dinkes.xlsx", "masuk/dishub.xlsx")
    error = refused(["masuk/dinke.xlsx"])
    assert error.message == "path-not-found"
    said = text(error.message, Language.ID, **error.params)
    assert said.startswith("masuk/dinke.xlsx: ")
    assert "terdekat: dinkes.xlsx" in said


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_that_takes_the_place_of_a_file_holds_nobody_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    touch("masuk/b.csv")
    os.mkfifo("masuk/a.csv")
    monkeypatch.setattr(Path, "is_file", lambda _: True)  # as a moment before
    end = os.open("masuk/a.csv", os.O_RDWR)
    os.write(end, b"file,sheet,cell,code\n")  # else who opened it would wait for this
    assert files("masuk") == ["masuk/a.csv", "masuk/b.csv"]
    os.close(end)


def test_a_link_to_nowhere_is_not_its_own_nearest() -> None:
    Path("a.xlsx").symlink_to("tiada")
    error = refused(["a.xlsx"])
    assert "terdekat" not in text(error.message, Language.ID, **error.params)


def test_a_path_in_a_folder_that_is_not_there_has_no_nearest() -> None:
    error = refused(["tiada/dinkes.xlsx"])
    assert error.message == "path-not-found"
    assert "terdekat" not in text(error.message, Language.ID, **error.params)


def test_a_list_of_findings_in_a_folder_is_about_its_files_and_not_one_of_them() -> None:
    touch("masuk/a.csv", "masuk/kosong.csv")
    Path("masuk/faults.csv").write_text("file,sheet,cell,code\na.csv,,A1,F402\n")
    assert files("masuk") == ["masuk/a.csv", "masuk/kosong.csv"]
    assert files("masuk/faults.csv") == ["masuk/faults.csv"]


def test_a_folder_without_workbooks_and_a_pattern_without_matches_are_refused() -> None:
    touch("masuk/catatan.yaml")
    assert refused(["masuk"]).message == "folder-without-workbooks"
    assert refused(["masuk/*.xlsx"]).message == "no-match"
    assert refused(["masuk/*.yaml"]).message == "no-match"


PASSED_OVER = {
    "masuk/._a.xlsx": "F125",
    "masuk/__MACOSX": "F125",
    "masuk/kiriman.ZIP": "F126",
    "masuk/lama.rar": "F126",
    "masuk/tabel.numbers": "F126",
    "masuk/catatan.txt": "F127",
    "masuk/surat.doc": "F127",
    "masuk/surat.pdf": "F127",
    "masuk/2/lagi.pdf": "F127",
}


@pytest.mark.parametrize("paths", [["masuk"], ["masuk/**/*"]])
def test_what_is_no_workbook_but_may_hold_answers_is_named(paths: list[str]) -> None:
    touch("masuk/a.xlsx", "masuk/b.ods", "masuk/surat2.pdf")
    touch("masuk/__MACOSX/._a.xlsx", *(one for one in PASSED_OVER if one != "masuk/__MACOSX"))
    findings: list[Finding] = []
    assert list(expand(paths, findings)) == ["masuk/a.xlsx", "masuk/b.ods"]
    expected = {(code, file) for file, code in PASSED_OVER.items()}
    if paths != ["masuk"]:  # a pattern leaves out names that begin with a dot
        expected -= {("F125", "masuk/._a.xlsx"), ("F125", "masuk/__MACOSX")}
        expected -= {("F127", "masuk/2/lagi.pdf"), ("F127", "masuk/surat.pdf")}
        expected |= {("F127", "masuk/2/lagi.pdf")}  # one for all of one ending
    assert sorted((one.code, str(one.file)) for one in findings) == sorted(expected)


def test_a_shadow_file_of_macos_that_is_named_itself_is_passed_over_too() -> None:
    touch("a.xlsx", "._a.xlsx")
    findings: list[Finding] = []
    assert list(expand(["a.xlsx", "._a.xlsx"], findings)) == ["a.xlsx"]
    assert [(one.code, one.file) for one in findings] == [("F125", "._a.xlsx")]


def test_a_folder_of_archives_alone_is_refused_with_their_names() -> None:
    touch("masuk/kiriman.zip")
    error = refused(["masuk"])
    for language in Language:
        assert "masuk/kiriman.zip" in text(error.message, language, **error.params)


def test_what_is_no_ordinary_file_is_not_read() -> None:
    os.mkfifo("pipa.xlsx")
    with pytest.raises(UsageError) as caught:
        read_bytes("pipa.xlsx", 100)
    assert caught.value.message == "path-not-ordinary"
    assert not isinstance(caught.value, NotFoundError)


@pytest.mark.skipif(os.getuid() == 0, reason="root reads every file")
def test_a_file_that_may_not_be_read_is_refused() -> None:
    touch("a.xlsx")
    Path("a.xlsx").chmod(0)
    with pytest.raises(UsageError) as caught:
        read_bytes("a.xlsx", 100)
    assert caught.value.message == "path-unreadable"


def test_the_bytes_of_a_file_are_what_it_holds() -> None:
    Path("a.csv").write_bytes(b"\xef\xbb\xbfunit\r\n")
    assert read_bytes("a.csv", 100) == b"\xef\xbb\xbfunit\r\n"
    assert read_bytes("a.csv", 9) == b"\xef\xbb\xbfunit\r\n"


def test_a_file_beyond_the_limit_is_not_read() -> None:
    with Path("a.xlsx").open("wb") as file:
        file.truncate(10 << 40)  # nothing but a size
    with pytest.raises(TooLargeError) as caught:
        read_bytes("a.xlsx", 100)
    assert caught.value.size == 10 << 40


class Endless(io.RawIOBase):
    """A stream that never ends, whatever is read."""

    def read(self, size: int | None = -1, /) -> bytes:
        assert size is not None
        assert 0 < size <= 1 << 21
        return b"0" * size


@pytest.mark.parametrize("most", [0, 1, 100, 5_000_000])
def test_of_standard_input_no_more_is_read_than_may_be(
    most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", Mock(buffer=Endless()))
    with pytest.raises(TooLargeError) as caught:
        read_bytes("-", most)
    assert caught.value.size == most + 1


def test_a_limit_beyond_all_memory_takes_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", Mock(buffer=io.BytesIO(b"abc")))
    assert read_bytes("-", 10**18) == b"abc"


def test_a_pipe_named_like_a_table_does_not_stop_a_folder() -> None:
    touch("masuk/b.csv")
    os.mkfifo("masuk/a.csv")
    assert list(expand(["masuk"], [])) == ["masuk/a.csv", "masuk/b.csv"]


@pytest.mark.parametrize("name", ["n" * 300, "n" * 100_000, "a\0.xlsx"])
def test_what_cannot_be_a_path_is_not_there(name: str) -> None:
    assert refused([name]).message == "path-not-found"


def test_a_folder_that_cannot_be_entered_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    touch("masuk/a.xlsx", "masuk/tertutup/b.xlsx")
    opened = os.scandir

    def scandir(path: str) -> object:
        if Path(path).name == "tertutup":
            raise PermissionError(13, "Permission denied", path)
        return opened(path)

    monkeypatch.setattr(os, "scandir", scandir)
    findings: list[Finding] = []
    assert list(expand(["masuk"], findings)) == ["masuk/a.xlsx"]
    assert findings == [Finding("F124", file="masuk/tertutup")]
    with pytest.raises(UsageError) as caught:
        list(expand(["masuk/tertutup"], []))
    assert caught.value.message == "path-unreadable"


def test_a_folder_that_links_to_itself_ends() -> None:
    touch("masuk/a.xlsx")
    Path("masuk/lagi").symlink_to(Path("masuk").absolute())
    assert files("masuk") == ["masuk/a.xlsx"]
