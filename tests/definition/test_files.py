from __future__ import annotations

import os
from pathlib import Path

import pytest

from kediri_index.definition.load_definition import load_definition_file
from kediri_index.definition.load_profile import load_profile_file
from kediri_index.errors import DefinitionError
from kediri_index.messages.catalogue import message_of
from kediri_index.model.findings import Finding
from kediri_index.model.language import Language


def refused(path: Path | str) -> Finding:
    with pytest.raises(DefinitionError) as caught:
        load_definition_file(path, shown="uji.yaml")
    (finding,) = caught.value.findings
    assert finding.file == "uji.yaml"
    return finding


def test_a_file_that_is_not_there_is_a_finding(tmp_path: Path) -> None:
    assert refused(tmp_path / "tiada.yaml").code == "D001"


def test_a_folder_is_not_read(tmp_path: Path) -> None:
    assert refused(tmp_path).code == "D002"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_never_opened(tmp_path: Path) -> None:
    pipe = tmp_path / "pipa.yaml"
    os.mkfifo(pipe)
    assert refused(pipe).code == "D002"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no such device")
def test_a_device_is_never_read() -> None:
    assert refused("/dev/zero").code == "D002"


def test_a_path_that_the_system_refuses_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("a")
    assert refused(tmp_path / "berkas" / "uji.yaml").code == "D003"
    assert refused(f"{tmp_path}/\x00.yaml").code == "D003"


def test_other_encodings_are_refused(tmp_path: Path, minimal: str) -> None:
    path = tmp_path / "uji.yaml"
    path.write_bytes(minimal.replace("title: Uji", "title: Évaluasi").encode("cp1252"))
    finding = refused(path)
    assert (finding.code, finding.line, finding.column) == ("D005", 5, 8)


@pytest.mark.parametrize("head", [b"PK\x03\x04", b"%PDF-1.7\n"])
def test_a_workbook_is_not_said_to_be_badly_encoded(head: bytes, tmp_path: Path) -> None:
    path = tmp_path / "uji.yaml"
    path.write_bytes(head + b"\xbb")
    assert refused(path).code == "D282"


def test_why_the_system_refuses_is_said_in_the_language_of_the_reader(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("a")
    finding = refused(tmp_path / "berkas" / "uji.yaml")
    said = [message_of(finding, language) for language in Language]
    assert "bagian dari jalurnya bukan folder" in said[0]
    assert "part of the path is not a folder" in said[1]


def test_a_profile_is_read_with_the_same_care(tmp_path: Path) -> None:
    with pytest.raises(DefinitionError) as caught:
        load_profile_file(tmp_path)
    assert [finding.code for finding in caught.value.findings] == ["D002"]


def test_a_link_out_of_the_project_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "proyek" / "config").mkdir(parents=True)
    (tmp_path / "luar.yaml").write_text("KUNCI", encoding="utf-8")
    link = tmp_path / "proyek" / "config" / "uji.yaml"
    link.symlink_to(tmp_path / "luar.yaml")
    assert refused(link).code == "D281"
