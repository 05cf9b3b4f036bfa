"""A resolved definition as YAML: what it says with everything that it extends merged in."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from kediri_index.definition.nodes import MarkedMapping, MarkedScalar, Node
from kediri_index.definition.quoted_yaml import needs_quotes, with_escapes

_WIDTH = 100


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
    style = '"' if needs_quotes(scalar.text) else None
    return yaml.ScalarEvent(None, None, (scalar.plain, True), scalar.text, style=style)
