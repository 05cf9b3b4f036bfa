"""Readers of what ``check`` prints for programs; none of them is the project's own."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET

from junitparser import Failure, JUnitXml, Skipped
from markdown_it import MarkdownIt

from kediri_index.present.formats import Format

if TYPE_CHECKING:
    from markdown_it.token import Token


class Told(NamedTuple):
    """One finding as a program sees it; *said* holds all that is told of it."""

    code: str
    file: str
    place: str
    said: str
    waived: bool = False


def of_json(text: str) -> list[Told]:
    return [_of_object(one) for one in json.loads(text)["findings"]]


def of_jsonl(text: str) -> list[Told]:
    return [_of_object(json.loads(line)) for line in text.splitlines()]


def _of_object(one: dict[str, object]) -> Told:
    cell = f"{one['sheet']}!{one['cell']}" if one["sheet"] else one["cell"]
    place = f"{one['line']}:{one['column']}" if one["line"] else cell
    said = f"{one['value']} {one['message']} · {one['hint']}"
    return Told(
        str(one["code"]), str(one["file"]), str(place or ""), said, one.get("waived") is True
    )


class Command(NamedTuple):
    """A workflow command, as GitHub's runner understands a line."""

    name: str
    properties: dict[str, str]
    message: str


def command_of(line: str) -> Command | None:
    """Read a line as the runner does (``ActionCommand.TryParseV2``, ``TryParse``)."""
    trimmed = line.strip()
    if not trimmed.startswith("::"):
        assert "##[" not in line
        return None
    head, separator, message = trimmed[2:].partition("::")
    if not separator:
        return None
    name, _, said = head.partition(" ")
    properties = {}
    for pair in filter(None, said.split(",")):
        key, _, value = pair.partition("=")
        properties[key.strip()] = _unescaped(value, ("%0D", "\r"), ("%3A", ":"), ("%2C", ","))
    return Command(name, properties, _unescaped(message, ("%0D", "\r")))


def _unescaped(text: str, *more: tuple[str, str]) -> str:
    for escape, char in (*more, ("%0A", "\n"), ("%25", "%")):
        text = text.replace(escape, char)
    return text


def of_github(text: str) -> list[Told]:
    found = []
    for line in text.splitlines():
        command = command_of(line)
        assert command is not None
        assert command.name in {"error", "warning", "notice"}
        assert set(command.properties) <= {"file", "line", "col", "title"}
        code, _, place = command.properties["title"].partition(" ")
        if "line" in command.properties:
            place = f"{command.properties['line']}:{command.properties['col']}"
        assert "line" in command.properties or command.message.startswith(place)
        found.append(Told(code, command.properties.get("file", ""), place, command.message))
    return found


_ATTRIBUTES = {
    "testsuites": {"name", "tests", "failures", "errors", "skipped"},
    "testsuite": {"name", "tests", "failures", "errors", "skipped"},
    "testcase": {"classname", "name", "file"},
    "failure": {"message", "type"},
    "skipped": {"message"},
    "system-out": set[str](),
}
_CHILDREN = {
    "testsuites": {"testsuite"},
    "testsuite": {"testcase"},
    "testcase": {"failure", "skipped", "system-out"},
}


def of_junit(text: str) -> list[Told]:
    """Read it twice: by the rules of the format, and as a library for JUnit does."""
    root = ET.fromstring(text.encode())  # noqa: S314 - what the project itself wrote
    for element in root.iter():
        assert set(element.attrib) == _ATTRIBUTES[element.tag]
        assert {child.tag for child in element} <= _CHILDREN.get(element.tag, set())
    for element in (root, *root):
        assert int(element.attrib["tests"]) == len([*element.iter("testcase")])
        assert int(element.attrib["failures"]) == len([*element.iter("failure")])
        assert int(element.attrib["skipped"]) == len([*element.iter("skipped")])
        names = [(case.get("classname"), case.get("name")) for case in element.iter("testcase")]
        assert len(names) == len(set(names))
    found = []
    for suite in JUnitXml.fromstring(text.encode()):
        for case in suite:
            told = [*case.result, *([case.system_out] if case.system_out else [])]
            if not told:
                continue
            (one,) = told
            assert isinstance(one, Failure | Skipped | str)
            said = one if isinstance(one, str) else f"{one.message} {one.text}"
            code, _, place = str(case.name).partition(" ")
            found.append(
                Told(code, str(case.classname), place, str(said), isinstance(one, Skipped))
            )
    return found


def of_md(text: str) -> list[Told]:
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    assert {token.type for token in tokens if token.nesting == 1} <= {
        *("heading_open", "paragraph_open", "table_open", "thead_open", "tbody_open"),
        *("tr_open", "th_open", "td_open"),
    }
    assert {token.type for token in tokens if token.nesting == 0} == {"inline"}
    found = []
    heading, waived = "", False
    for kind, cells in _blocks(tokens):
        if kind == "heading":
            (heading,) = cells
            waived = waived or heading in {"Waived", "Dikecualikan"}
        else:
            _, cell, code, message, repair = cells
            file, _, sheet = heading.partition(" · ")
            place = f"{sheet}!{cell}" if sheet else cell
            found.append(Told(code, file, place, f"{message} · {repair}", waived))
    return found


def _blocks(tokens: list[Token]) -> Iterator[tuple[str, list[str]]]:
    """Yield the headings, and the rows of tables but their first."""
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            yield "heading", [_words(tokens[index + 1])]
        elif token.type == "tr_open" and tokens[index + 1].type == "td_open":
            end = next(at for at in range(index, len(tokens)) if tokens[at].type == "tr_close")
            yield "row", [_words(one) for one in tokens[index:end] if one.type == "inline"]


def _words(inline: Token) -> str:
    """The words of a cell, which are no more than words."""
    children = inline.children or []
    assert {child.type for child in children} <= {"text", "strong_open", "strong_close"}
    return "".join(child.content for child in children)


class _Page(HTMLParser):
    """The findings of a page, whose texts are those that a browser would show."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Told] = []
        self.texts: dict[str, str] = {}
        self.heading, self.inside, self.waived = "", "", False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        about = dict(attrs)
        if tag == "h3":
            self.heading, self.inside = "", tag
        elif tag == "li" and "data-code" in about:
            self.texts = {"code": about["data-code"] or ""}
        elif tag in {"p", "span"} and about.get("class") in {"place", "message", "repair"}:
            self.inside = about["class"] or ""
        elif about.get("class") == "state waived":
            self.waived = True

    def handle_endtag(self, tag: str) -> None:
        if tag == "li" and self.texts:
            file, _, sheet = self.heading.partition(" · ")
            cell = self.texts.get("place", "")
            said = f"{self.texts.get('message', '')} · {self.texts.get('repair', '')}"
            place = f"{sheet}!{cell}" if sheet else cell
            self.found.append(Told(self.texts["code"], file, place, said, self.waived))
            self.texts, self.waived = {}, False
        if tag in {"h3", "p", "span"}:
            self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside == "h3":
            self.heading += data
        elif self.inside:
            self.texts[self.inside] = self.texts.get(self.inside, "") + data


def of_html(text: str) -> list[Told]:
    page = _Page()
    page.feed(text)
    return page.found


READERS: dict[Format, Callable[[str], list[Told]]] = {
    Format.JSON: of_json,
    Format.JSONL: of_jsonl,
    Format.GITHUB: of_github,
    Format.JUNIT: of_junit,
    Format.MD: of_md,
    Format.HTML: of_html,
}
