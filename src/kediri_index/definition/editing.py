"""The text of a YAML file with one key of its top changed; comments and all else stay."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from kediri_index.definition.source import events


class _Place(NamedTuple):
    """Where an entry of the top stands: its key, its value, and the end of its last word.

    *inside* is where the last value in it ends, before the braces around it close; *inner* is the
    column of the keys below it, None where they stand in braces.
    """

    key: int
    begin: int
    end: int
    inside: int
    inner: int | None = None


def is_editable(text: str) -> bool:
    """Return whether the keys of *text*, which is one mapping, stand on lines of their own."""
    mappings = (one for one in events(text) if isinstance(one, yaml.MappingStartEvent))
    top = next(mappings)
    return not top.flow_style and not _start(top).column


def with_value(text: str, key: str, value: str) -> str:
    """Return *text* where *key* has *value*, which is YAML on one line; a new key at the end."""
    place = _places(text).get(key)
    if place is None:
        return with_lines(text, f"{key}: {value}")
    space = " " if place.begin == place.end else ""
    return f"{text[: place.begin]}{space}{value}{text[place.end :]}"


def without(text: str, key: str, instead: str) -> str:
    """Return *text* with the lines *instead* of the entry of *key*, at the end if there is none."""
    place = _places(text).get(key)
    if place is None:
        return with_lines(text, instead)
    return f"{text[: place.key]}{instead}{text[_line_end(text, place.end) :]}"


def with_entry(text: str, key: str, inner: str, value: str) -> str:
    """Return *text* with a further entry in the mapping of *key*, which may be new or empty."""
    place = _places(text).get(key)
    said = f"{inner}: {value}"
    if place is None or text[place.begin : place.end] in {"", "{}", "~", "null"}:
        return with_value(text, key, f"{{{said}}}")
    if place.inner is None and place.inside == place.begin:  # braces around a comment alone
        return f"{text[: place.begin + 1]}{said}{text[place.begin + 1 :]}"
    if place.inner is None:
        return f"{text[: place.inside]}, {said}{text[place.inside :]}"
    return _after(text, place.end, f"{' ' * place.inner}{said}")


def with_remark(text: str, key: str, remark: str) -> str | None:
    """Return *text* with the *remark* below the entry of *key*, None where there is none."""
    place = _places(text).get(key)
    return None if place is None else _after(text, place.end, f"# {remark}")


def with_example(text: str, key: str, lines: str) -> str:
    """Return *text* with *lines* in place of a comment that has *key*, else at the end."""
    there = re.search(rf"^# {key}:.*", text, re.MULTILINE)
    if there is None:
        return with_lines(text, lines)
    return f"{text[: there.start()]}{lines}{text[there.end() :]}"


def with_lines(text: str, lines: str) -> str:
    """Return *text* with *lines* at its end."""
    return _after(text, len(text.rstrip()), lines)


def _after(text: str, index: int, lines: str) -> str:
    """Return *text* with *lines* below the line of *index*."""
    end = _line_end(text, index)
    rest = text[end:].removeprefix("\n")
    return f"{text[:end]}\n{lines}\n{rest}"


def _line_end(text: str, index: int) -> int:
    found = text.find("\n", index)
    return len(text) if found < 0 else found


def _places(text: str) -> dict[str, _Place]:
    """Return the place of each entry of the top."""
    return dict(_entries(text))


def _entries(text: str) -> Iterator[tuple[str, _Place]]:
    depth = 0
    key: yaml.ScalarEvent | None = None
    begin = end = inside = 0
    inner: int | None = None
    for event in events(text):
        start = _start(event)
        if isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
            if start.index != _end(event).index:  # a bracket
                inside, end = end, _end(event).index
        elif isinstance(event, yaml.NodeEvent):
            if depth == 1 and key is None and isinstance(event, yaml.ScalarEvent):
                key, inner = event, None
                continue
            if depth == 1:
                begin = end = inside = start.index
            if isinstance(event, yaml.CollectionStartEvent):
                is_block = depth == 1 and not event.flow_style
                inner = start.column if is_block else inner
                depth += 1
            else:
                end = _end_of_value(text, event)
        if depth == 1 and key is not None:
            yield key.value, _Place(_start(key).index, begin, end, inside, inner)
            key = None


def _end_of_value(text: str, event: yaml.Event) -> int:
    """Return where a value ends; that of a block of lines holds the line break after it."""
    end = _end(event).index
    in_lines = isinstance(event, yaml.ScalarEvent) and event.style in {"|", ">"}
    return len(text[:end].rstrip()) if in_lines else end


def _start(event: yaml.Event) -> yaml.Mark | yaml._yaml.Mark:
    assert event.start_mark is not None  # noqa: S101 - for mypy: what was parsed has a place
    return event.start_mark


def _end(event: yaml.Event) -> yaml.Mark | yaml._yaml.Mark:
    assert event.end_mark is not None  # noqa: S101 - likewise
    return event.end_mark
