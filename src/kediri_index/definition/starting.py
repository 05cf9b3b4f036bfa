"""A resolved definition as YAML, and the YAML of a new project."""

import math
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

import yaml

from kediri_index.definition.load_definition import Loaded
from kediri_index.definition.merging import merged
from kediri_index.definition.source import MarkedMapping, MarkedScalar, Node, read_source
from kediri_index.messages.texts import text
from kediri_index.model.definition import Definition
from kediri_index.model.language import Language
from kediri_index.model.limits import Limits
from kediri_index.model.profile import Opd
from kediri_index.model.text import is_hidden, spelled_commands, without_commands

_LINE_WIDTH = 100
_COMMAND_AT_START = re.compile(r"^([^\S\n]*):(?=:)", re.MULTILINE)
_LARGEST_OF_FOUR_DIGITS = 0xFFFF


def resolved_yaml(tree: MarkedMapping) -> str:
    """Return *tree* as YAML text that loads again to the same definition.

    PyYAML's own emitter gives the same bytes on every machine, whether libyaml is there or not.
    """
    text: str = yaml.emit(
        _document(tree), Dumper=yaml.SafeDumper, width=_LINE_WIDTH, allow_unicode=True
    )
    return with_escapes(text)


def _document(tree: MarkedMapping) -> Iterator[yaml.Event]:
    yield yaml.StreamStartEvent()
    yield yaml.DocumentStartEvent(explicit=False)
    yield from _events(tree, at_top=True)
    yield yaml.DocumentEndEvent(explicit=False)
    yield yaml.StreamEndEvent()


def _events(node: Node, *, at_top: bool = False) -> Iterator[yaml.Event]:
    if isinstance(node, MarkedScalar):
        yield _scalar(node)
    elif isinstance(node, MarkedMapping):
        entries = [entry for entry in node.entries.values() if not _is_null(entry.value)]
        flat = not at_top and all(isinstance(value, MarkedScalar) for _, value in entries)
        yield yaml.MappingStartEvent(None, None, implicit=True, flow_style=flat)
        for key, value in entries:
            yield _scalar(key)
            yield from _events(value)
        yield yaml.MappingEndEvent()
    else:
        flat = all(isinstance(item, MarkedScalar) for item in node.items)
        yield yaml.SequenceStartEvent(None, None, implicit=True, flow_style=flat)
        for item in node.items:
            yield from _events(item)
        yield yaml.SequenceEndEvent()


def _is_null(node: Node) -> bool:
    return isinstance(node, MarkedScalar) and node.is_null


def _scalar(scalar: MarkedScalar) -> yaml.ScalarEvent:
    """Return *scalar*, in quotes where it had them or needs escapes."""
    style = '"' if _needs_quotes(scalar.text) else None
    return yaml.ScalarEvent(None, None, (scalar.plain, True), scalar.text, style=style)


def _needs_quotes(text: str) -> bool:
    """Return whether *text* must stand in double quotes, which alone have escapes."""
    if "::" in text or "##" in text:
        return True
    return not text.isprintable() and any(map(is_hidden, set(text) - {"\n"}))


def with_escapes(yaml_text: str) -> str:
    """Return *yaml_text* with escapes; what they replace stands only in double quotes."""
    said = _COMMAND_AT_START.sub(r"\1\\x3a", spelled_commands(yaml_text, r"#\\x23"))
    hidden = {ord(char): _escape(char) for char in set(said) if char != "\n" and is_hidden(char)}
    return said.translate(hidden) if hidden else said


def _escape(char: str) -> str:
    code = ord(char)
    return f"\\u{code:04X}" if code <= _LARGEST_OF_FOUR_DIGITS else f"\\U{code:08X}"


SCHEMAS = ("definition.schema.json", "profile.schema.json", "waivers.schema.json")
"""What an editor checks definition, profile and waivers by, as files beside them."""
EDITOR = "# yaml-language-server: $schema={}\n"
_WIDTH = 96
_REMARK_LENGTH = 70
TITLES = {
    Language.ID: ("Indeks {year}", "Indeks {unit} {year}"),
    Language.EN: ("Index {year}", "Index of {unit} {year}"),
}
"""Of an index whose unit is not named yet, and of one whose unit is."""


class NewDefinition(NamedTuple):
    """What a new definition says of itself, and in which *language* its comments are.

    *named* says whether the definition under it was asked for: then its title and source stay.
    """

    id: str
    unit: str | None
    year: int
    language: Language
    named: bool = False


class NewProfile(NamedTuple):
    """A region and its agencies; *invented*: the agencies are ours, not given by anyone.

    *assign* has the indicators of each agency by its id, None where nobody said.
    """

    unit: str
    year: int
    opd: tuple[Opd, ...]
    due: date | None
    language: Language
    invented: bool
    assign: Mapping[str, Sequence[str]] | None = None


def extending(new: NewDefinition, base: Definition) -> str:
    """Return a definition that takes over everything of *base* by its id."""
    last = next(reversed(list(base.all_indicators())), None)
    example = ["# indicators:", f"#   - id: {last.id}", "#     drop: true"] if last else []
    return "".join(
        (
            EDITOR.format(SCHEMAS[0]),
            _comment("project.definition", new.language, id=base.id),
            _head(new, base, f"extends: {base.id}\n"),
            "\n",
            _comment("project.definition.change", new.language),
            *(f"{line}\n" for line in example),
        )
    )


def copying(new: NewDefinition, base: Loaded, limits: Limits) -> str:
    """Return a definition that says everything of *base* itself, so that it needs no other file."""
    head = read_source(_head(new, base.definition, "").encode(), "", limits)
    assert head.root is not None, "what was just written can be read"  # noqa: S101 - an invariant
    tree, _ = merged(base.tree, head.root)
    return EDITOR.format(SCHEMAS[0]) + resolved_yaml(tree)


def blank_yaml(new: NewDefinition) -> str:
    """Return a definition of one group and one indicator, six lines of it to fill in."""
    language = new.language
    title = TITLES[language][new.unit is not None].format(unit=new.unit, year=new.year)

    def said(key: str) -> str:
        return quoted(text(f"blank.{key}", language))

    group = f"id: pilar-1, kind: pillar, weight: 100, name: {said('group.value')}"
    indicator = f'id: IND-01, in: pilar-1, name: {said("indicator.value")}, unit: "%"'
    score = "direction: higher, score: {method: achievement, target: 90}"
    lines = (
        ("title", f"title: {quoted(title)}"),
        ("source", f"source: {said('source.value')}"),
        ("year", f"year: {new.year}"),
        ("scale", "scale: {min: 0, max: 100}"),
        (None, f"kinds: {{pillar: {{name: {said('kind')}}}}}"),
        (None, "groups:"),
        ("group", f"  - {{{group}}}"),
        (None, "indicators:"),
        ("indicator", f"  - {{{indicator}, {score}}}"),
    )
    body = "".join(
        f"{_comment(f'blank.{key}', language) if key else ''}{line}\n" for key, line in lines
    )
    top = f'kediri_index: 1\nid: {new.id}\nversion: "1"\nstatus: own\nlanguage: {language}\n\n'
    return "".join(
        (
            EDITOR.format(SCHEMAS[0]),
            _comment("blank", language),
            top,
            body,
        )
    )


def profile_yaml(new: NewProfile, definition: Definition) -> str:
    """Return a profile in which every leaf of *definition* has the agency that it is assigned to.

    Where that is not known, the leaves are dealt out in their order, in equal parts.
    """
    language = new.language
    listed = "project.opd.invented" if new.invented else "project.opd"
    dealt_out = new.assign is None
    due = f"due: {new.due}" if new.due else f"# due: {new.year}-09-30"
    lines = (
        f"unit: {quoted(new.unit)}",
        "",
        *comment_lines(listed, language),
        *_listed("opd", [line for opd in new.opd for line in _agency(opd)], "[]"),
        "",
        *comment_lines("project.assign" if dealt_out else "project.assign.listed", language),
        *_listed("assign", list(_assigned(new, definition)), "{}"),
        "",
        *comment_lines("project.due", language),
        due,
        "",
        *comment_lines("project.history", language),
        f"# history: {{{new.year - 1}: 3.10}}",
        f"# targets: {{{new.year}: 3.25}}",
    )
    head = EDITOR.format(SCHEMAS[1]) + _comment("project.profile", language)
    return head + "\n".join(lines) + "\n"


def waivers_yaml(year: int, language: Language) -> str:
    """Return a list of waivers with an example in it that does not count."""
    said = text("project.waivers", language)
    reason = text("project.waivers.reason", language)
    lines = (
        f"# {said}",
        "# - code: C116",
        '#   place: {file: Dinas Kesehatan.xlsx, sheet: Penilaian, cell: "H11"}',
        f"#   reason: {reason}",
        "#   who: Diskominfo",
        f"#   until: {year}-12-31",
    )
    return EDITOR.format(SCHEMAS[2]) + "\n".join(lines) + "\n"


def quoted(value: str) -> str:
    """Return *value* as a YAML scalar on one line that is read as this text and nothing else."""
    scalar: str = yaml.dump(
        value, Dumper=yaml.SafeDumper, default_style='"', allow_unicode=True, width=math.inf
    )
    return with_escapes(scalar.rstrip("\n"))


def _head(new: NewDefinition, base: Definition, extends: str) -> str:
    head = f'kediri_index: 1\nid: {new.id}\nversion: "1"\nstatus: own\n{extends}'
    if new.named:
        return f"{head}year: {new.year}\n"
    other = Language.EN if base.language is Language.ID else Language.ID
    title, translated = (
        quoted(TITLES[language][new.unit is not None].format(unit=new.unit, year=new.year))
        for language in (base.language, other)
    )
    source = text("project.source", base.language, id=base.id, version=base.version)
    return (
        f"{head}title: {title}\ntitle_{other.value}: {translated}\n"
        f"source: {quoted(source)}\nyear: {new.year}\n"
    )


def _listed(key: str, lines: Sequence[str], nothing: str) -> list[str]:
    return [f"{key}:", *lines] if lines else [f"{key}: {nothing}"]


def _agency(opd: Opd) -> Iterator[str]:
    yield f"  - id: {opd.id}"
    yield f"    name: {quoted(opd.name)}"
    if opd.short:
        yield f"    short: {quoted(opd.short)}"


def _assigned(new: NewProfile, definition: Definition) -> Iterator[str]:
    leaves = _leaves(definition)
    names = dict(leaves)
    parts = (
        dealt(leaves, len(new.opd))
        if new.assign is None
        else [[(one, names[one]) for one in new.assign.get(opd.id, ())] for opd in new.opd]
    )
    for opd, part in zip(new.opd, parts, strict=True):
        if part:
            yield f"  {opd.id}:"
            yield from (f"    - {leaf} {_remark(name)}" for leaf, name in part)


def _leaves(definition: Definition) -> list[tuple[str, str]]:
    """Return id and name of whatever takes an answer, in the order of the tree."""
    found = []
    for group in definition.all_groups():
        own = group.indicators if group.children else (group,)
        found += [(one.id, one.label.main) for one in own]
    return found


def dealt(leaves: Sequence[tuple[str, str]], parts: int) -> list[Sequence[tuple[str, str]]]:
    """Return *leaves* in *parts* runs whose lengths differ by one at most."""
    bounds = [len(leaves) * part // parts for part in range(parts + 1)]
    return [leaves[start:end] for start, end in pairwise(bounds)]


def _remark(name: str) -> str:
    """Return *name* as a comment at the end of a line."""
    return f"# {textwrap.shorten(on_one_line(name), _REMARK_LENGTH, placeholder=' …')}"


def on_one_line(words: str) -> str:
    """Return *words* on one line, without what is hidden and what a terminal or a log obeys."""
    shown = "".join(char for char in " ".join(words.split()) if char.isprintable())
    return without_commands(shown)


def _comment(key: str, language: Language, **params: object) -> str:
    return "".join(f"{line}\n" for line in comment_lines(key, language, **params))


def comment_lines(key: str, language: Language, **params: object) -> list[str]:
    """Return a text of the catalogue as comments of YAML."""
    said = text(key, language, **params)
    return textwrap.wrap(
        said, _WIDTH, initial_indent="# ", subsequent_indent="# ", break_on_hyphens=False
    )
