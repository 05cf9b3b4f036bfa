"""A resolved definition as YAML: what it says with everything that it extends merged in.

What a terminal or the log of a CI would obey is an escape in quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from kediri_index.definition.nodes import MarkedMapping, MarkedScalar, Node
from kediri_index.model.safe_text import is_hidden, spelled_commands

_WIDTH = 100
_COMMAND_AT_START = re.compile(r"^([^\S\n]*):(?=:)", re.MULTILINE)
_LARGEST_OF_FOUR_DIGITS = 0xFFFF


def resolved_yaml(tree: MarkedMapping) -> str:
    """Return *tree* as YAML text that loads again to the same definition.

    PyYAML's own emitter gives the same bytes on every machine, whether libyaml is there or not.
    """
    text: str = yaml.emit(_document(tree), Dumper=yaml.SafeDumper, width=_WIDTH, allow_unicode=True)
    return with_escapes(text)


def _document(tree: MarkedMapping) -> Iterator[yaml.Event]:
    yield yaml.StreamStartEvent()
    yield yaml.DocumentStartEvent(explicit=False)
    yield from _events(tree)
    yield yaml.DocumentEndEvent(explicit=False)
    yield yaml.StreamEndEvent()


def _events(node: Node) -> Iterator[yaml.Event]:
    if isinstance(node, MarkedScalar):
        yield _scalar(node)
    elif isinstance(node, MarkedMapping):
        entries = [entry for entry in node.entries.values() if not _is_null(entry.value)]
        flat = all(isinstance(value, MarkedScalar) for _, value in entries)
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
