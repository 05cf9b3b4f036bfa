"""What every hostile run is held to, and what each names."""

from __future__ import annotations

import csv
import json
import os
import re
import sys
import unicodedata
import zipfile
from collections.abc import Callable
from html.parser import HTMLParser
from io import BytesIO, StringIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml
from markdown_it import MarkdownIt

from tests.hostile.cases import FINDINGS, FINE, USAGE, Case
from tests.hostile.forking import MAIN
from tests.hostile.plain import DEFINITION
from tests.hostile.running import Ran, bounded, forked
from tests.hostile.sandbox import Sandbox

_SHOWS_NOTHING = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_HARMLESS = "\n"
NEIGHBOUR = 54_002
TOLD = """
import os
from kediri_index import project_folder as project
look, theirs = project.status_of, [os.path.abspath(one) for one in {names}]
def told(path, *, follow=True):
    status = look(path, follow=follow)
    if status is None or os.path.abspath(path) not in theirs:
        return status
    return os.stat_result((*status[:4], {owner}, *status[5:10]))
project.status_of = told
"""
"""The system's word for whose files are, where we may give none away."""
_FORMULA = re.compile(r'[\s"]*[-=+@\uff0d\uff1d\uff0b\uff20]')
_MARKUP = ("<script", "<img", "<!--", "<a ", "<strong>c", "<b ")


def judged(case: Case, tmp_path: Path) -> Ran:
    """Run *case* and hold it to what it must name; return the run."""
    sandbox = prepared(case, tmp_path)
    ran = called(case, sandbox.data)
    harmless(ran)
    said = (ran.out + ran.err).decode()
    faults = sandbox.faults(said, case.writes, reads=case.reads)
    assert not faults, faults
    told = told_by(ran)
    expected = case.code
    if expected is None:
        expected = FINDINGS if case.faults else FINE
    if not any(" " in fault for fault in case.faults):
        told = [one.partition(" ")[0] for one in told]
    assert (ran.code, told) == (expected, sorted(case.faults)), (ran.code, told, ran.err[-2000:])
    for text in case.shows:
        assert text in said
    if case.held:
        case.held(sandbox.data, ran)
    return ran


def prepared(case: Case, tmp_path: Path) -> Sandbox:
    """Return the sandbox with what *case* reads, or skip it where it cannot be."""
    if case.powerless and sys.platform != "linux":
        pytest.skip("only here can root be kept from reading what its mode forbids")
    sandbox = Sandbox(tmp_path)
    case.make(sandbox.data)
    definition = sandbox.data / "uji.yaml"
    if not os.path.lexists(definition):
        definition.write_text(DEFINITION, encoding="utf-8")
    if is_root():
        for name in case.neighbours:
            os.chown(sandbox.data / name, NEIGHBOUR, -1, follow_symlinks=False)
    sandbox.close()
    return sandbox


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def called(case: Case, folder: Path, *, alone: bool = False) -> Ran:
    """Run the command of *case* in its *folder*."""
    arguments = [*case.command, *([case.file] if case.file else []), *case.arguments]
    if case.command == ("check",):
        arguments += ["--config", "uji.yaml", "--unit", "Kota Uji", "--format", "jsonl"]
    if case.neighbours and not is_root():
        program = TOLD.format(names=case.neighbours, owner=NEIGHBOUR) + MAIN
        return forked(folder, arguments=arguments, program=program)
    stdin = None if case.stdin is None else folder / case.stdin
    return bounded(
        folder,
        arguments,
        stdin=stdin,
        powerless=case.powerless,
        variables=dict(case.variables),
        alone=alone or not hasattr(os, "fork"),
    )


def harmless(ran: Ran) -> None:
    """Assert that a run ended by itself and by the rules, and said nothing that a screen obeys."""
    said = (ran.out + ran.err).decode("utf-8", "strict")
    assert ran.code in {FINE, FINDINGS, USAGE}, (ran.code, ran.seconds, said[-2000:])
    assert "Traceback" not in said
    assert obeyed(said) == set()


def obeyed(text: str) -> set[str]:
    """Return the characters of *text* that a terminal obeys or does not show."""
    return {
        char for char in set(text) - set(_HARMLESS) if unicodedata.category(char) in _SHOWS_NOTHING
    }


def obeyed_by_logs(text: str) -> list[str]:
    """Return the lines of *text* that GitHub, GitLab, Azure or TeamCity take for a command."""
    return [
        line
        for line in re.split(r"\r\n|[\r\n]", text)
        if line.strip().startswith("::")
        or re.search(r"##\w*\[", line)
        or re.search(r"section_(start|end):\d+:\S*\x1b", line)
    ]


def formulas_in(text: str) -> list[str]:
    """Return the fields of a CSV that a spreadsheet would calculate, whatever parts its fields."""
    found = []
    for delimiter in ",;\t":
        for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):
            for fields in csv.reader(StringIO(text), delimiter=delimiter, quoting=quoting):
                found += [one for one in fields if _FORMULA.match(one) and not _is_number(one)]
    return found


def _is_number(field: str) -> bool:
    """Return whether *field* is a number, perhaps with the rest of a line after it."""
    return re.match(r'"?-?[0-9.]+"?(,|$)', field) is not None


def shown_by_terminal(data: bytes) -> str:
    """Return what a terminal shows of *data*: colours and positions are taken out."""
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", data.decode())


def judged_file(form: str, data: bytes) -> None:
    """Hold a file in a format to what whatever opens it may not obey."""
    if form in _PACKAGES:
        with zipfile.ZipFile(BytesIO(data)) as package:
            for name in package.namelist():
                _PACKAGES[form](name, package.read(name))
        return
    text = data.decode("utf-8")
    if form == "txt":  # a letter, whose mark and line ends are those of Windows
        text = text.removeprefix("\N{BYTE ORDER MARK}").replace("\r\n", "\n")
    assert obeyed(text) - set("\t" if form == "tsv" else "") == set()
    if form != "github":
        assert obeyed_by_logs(text) == []
    _READ.get(form, str)(text)


def holds_no_markup(text: str) -> None:
    """Assert that Markdown renders to no element, link or image of the text's own."""
    page = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(text).casefold()
    assert not [one for one in _MARKUP if one in page]


def _holds_no_formula(text: str) -> None:
    assert formulas_in(text) == []


def _is_json_on_each_line(text: str) -> None:
    assert all(isinstance(json.loads(line), dict) for line in text.splitlines())


def _holds_own_commands_alone(text: str) -> None:
    commands = ("::error ", "::warning ", "::notice ")
    assert all(line.startswith(commands) for line in text.splitlines())
    assert not re.search(r"##\w*\[", text)


def _holds_no_element_of_others(text: str) -> None:
    """Assert that a page is well-formed and holds no element that a text brought with it."""
    seen = _Page()
    seen.feed(text)
    seen.close()
    assert (seen.open, seen.faults) == ([], [])


class _Page(HTMLParser):
    """What is open while a page is read, and what may not be in it; it has one script, its own."""

    _VOID = frozenset({"meta", "link", "br", "hr", "img", "col", "input", "wbr"})
    _NEVER = frozenset({"img", "iframe", "object", "b", "base", "form"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.scripts = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.scripts += tag == "script"
        if (
            tag in self._NEVER
            or self.scripts > 1
            or any(name.startswith("on") for name, _ in attrs)
            or any(name == "href" and not (value or "").startswith("#") for name, value in attrs)
        ):
            self.faults.append(f"{tag} {attrs}")
        if tag not in self._VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}>")


def _judged_member(name: str, data: bytes) -> None:
    """Hold a member of an archive to what we write; what was sent stays as it was sent."""
    if name.startswith(("cells/", "definition/resolved")) or "/" not in name:
        judged_file(name.rpartition(".")[2], data)


def _judged_part(name: str, data: bytes) -> ET.Element | None:
    """Hold a part of a document to well-formed XML without characters that are obeyed."""
    assert obeyed(name) == set()
    if not name.endswith((".xml", ".rels")):
        return None
    root = ET.fromstring(data)  # noqa: S314 - our own
    for one in root.iter():
        for text in filter(None, (one.text, one.tail, *one.attrib.values())):
            assert obeyed(text) - set("\t") == set()
        kind = one.tag.rpartition("}")[2]
        if kind in {"f", "definedName", "instrText", "formula1", "formula2"}:
            assert not _HOSTILE_FORMULA.search(re.sub('"[^"]*"', "", one.text or "")), one.text
        assert kind != "Relationship" or one.get("TargetMode") != "External"
    return root


def _judged_part_of_workbook(name: str, data: bytes) -> None:
    root = _judged_part(name, data)
    if root is not None:  # here numbers stand for characters
        assert not re.search(r"(?<!_x005F)_x(?!005F_)[0-9A-F]{4}_", "\n".join(root.itertext()))


def _judged_part_of_marked(name: str, data: bytes) -> None:
    """Hold what was added to a workbook of two sheets; what was sent stays as it was sent."""
    if name.endswith((".xml", ".rels", ".vml")):
        root = ET.fromstring(data)  # noqa: S314 - our own
        if "comments" in name or name.endswith("sheet3.xml"):
            assert obeyed("\n".join(root.itertext())) == set()


_HOSTILE_FORMULA = re.compile(r"cmd|http|vso|SUM\(A1")
_PACKAGES: dict[str, Callable[[str, bytes], object]] = {
    "xlsx": _judged_part_of_workbook,
    "docx": _judged_part,
    "zip": _judged_member,
    "marked": _judged_part_of_marked,
}
_READ: dict[str, Callable[[str], object]] = {
    "csv": _holds_no_formula,
    "tsv": _holds_no_formula,
    "json": json.loads,
    "jsonl": _is_json_on_each_line,
    "github": _holds_own_commands_alone,
    "junit": ET.fromstring,
    "md": holds_no_markup,
    "html": _holds_no_element_of_others,
    "yaml": yaml.safe_load,
}


def told_by(ran: Ran) -> list[str]:
    """Return the findings of a run: those of ``--format jsonl`` or ``json``."""
    said = ran.out.decode()
    if said.startswith("{\n"):
        return sorted(map(_told, json.loads(said)["findings"]))
    return sorted(_told(json.loads(line)) for line in said.splitlines() if line[:1] == "{")


def _told(one: dict[str, object]) -> str:
    place = one["cell"]
    if one["line"]:
        place = f"{one['line']}" + (f":{one['column']}" if one["column"] else "")
    if one["sheet"]:
        place = f"{one['sheet']}!{place}" if place else one["sheet"]
    return f"{one['code']} {place}" if place else str(one["code"])
