"""The page of the Python interface: every public name, with its signature and docstring."""

from __future__ import annotations

import ast
import enum
import inspect
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import FunctionType
from typing import Any

import kediri_index
from kediri_index import errors
from kediri_index.present.escaping import row

_PACKAGE = "kediri_index"
_NAME = re.compile(r"[A-Za-z_][A-Za-z_0-9.]*")
_ROLE = re.compile(r":(?:func|class|meth):`~?([\w.]+)`")
_EMPHASIS = re.compile(r"(?<![\w*])\*(\w+)\*(?![\w*])")
_INNER = ("Ready", "Comparisons")
"""What scoring hands from step to step inside a :class:`Checked`."""
_ORDER = (
    *(
        "load_definition",
        "load_profile",
        "read_workbooks",
        "read_frame",
        "check",
        "load_waivers",
        "waive",
    ),
    *("mark", "status", "score", "compare", "trace", "load_costs", "plan", "load_weight_sets"),
    "load_uncertain",
    *("robustness", "yearly_report", "render_report", "bundle", "verify", "outside"),
    *("scoring_method", "aggregation"),
)
_HEAD = Path(__file__).parent / "heads" / "python.md"
"""What stands above what is made."""


def python_md() -> str:
    """Return the page."""
    public = {name: getattr(kediri_index, name) for name in kediri_index.__all__}
    types = _types(public)
    lines = [_HEAD.read_text(encoding="utf-8"), "## Functions", ""]
    functions = [public[name] for name in _ORDER]
    lines += _table(
        ("function", "does"),
        ([f"[`{one.__name__}`](#{one.__name__})", _first_line(one, types)] for one in functions),
    )
    for one in functions:
        lines += ["", f"### {one.__name__}", "", *_signature(one), "", *_documented(one, types)]
    lines += ["", "## Errors", ""]
    lines += _errors(types)
    own = [one for one in public.values() if isinstance(one, type) and not _is_error(one)]
    lines += ["", "## Types of the interface"]
    for one in sorted(own, key=lambda one: one.__name__):
        lines += _type(one, types)
    lines += ["", "## Types within these", "", "Not exported by the package, but by their modules."]
    for one in sorted(set(types) - set(own), key=_anchor):
        if not _is_error(one):
            lines += _type(one, types)
    return "\n".join(lines) + "\n"


def _is_error(one: type) -> bool:
    return issubclass(one, Exception)


def _types(public: Mapping[str, Any]) -> dict[type, str]:
    """Return every type that the interface hands out or takes, with its heading."""
    found: dict[type, str] = {}

    def visit(one: Any) -> None:
        namespace = vars(sys.modules[one.__module__])
        for said in _annotations(one).values():
            for name in _NAME.findall(said):
                inner = namespace.get(name)
                if (
                    isinstance(inner, type)
                    and inner.__module__.startswith(_PACKAGE)
                    and inner.__name__ not in _INNER
                    and inner not in found
                ):
                    found[inner] = f"{inner.__module__.removeprefix(f'{_PACKAGE}.')}.{name}"
                    visit(inner)

    found |= {one: name for name, one in public.items() if isinstance(one, type)}
    for one in public.values():
        visit(one)
    return found


def _annotations(one: Any) -> dict[str, str]:
    """Return the types of parameters or fields, as they are written."""
    if inspect.isfunction(one):
        signature = inspect.signature(one)
        said = {parameter.name: parameter.annotation for parameter in signature.parameters.values()}
        return {**said, "return": signature.return_annotation}
    if _is_error(one) or issubclass(one, enum.Enum):
        return {}
    fields: dict[str, str] = {}
    for part in reversed(one.__mro__):  # what is private is described with what is made of it
        if part is one or (part.__name__.startswith("_") and part.__module__ == one.__module__):
            fields |= _written(part)
    return {name: said for name, said in fields.items() if not said.startswith("ClassVar")}


def _written(kind: type) -> dict[str, str]:
    """Return the types of the fields of *kind* as its file has them."""
    tree = ast.parse(inspect.getsource(sys.modules[kind.__module__]))
    classes = [one for one in tree.body if isinstance(one, ast.ClassDef)]
    (body,) = (one.body for one in classes if one.name == kind.__name__)
    return {
        ast.unparse(one.target): ast.unparse(one.annotation).strip("'")
        for one in body
        if isinstance(one, ast.AnnAssign)
    }


def _signature(function: Any) -> Iterator[str]:
    signature = inspect.signature(function)
    yield "```python"
    yield f"def {function.__name__}("
    keyword = False
    for one in signature.parameters.values():
        if one.kind is one.KEYWORD_ONLY and not keyword:
            keyword = True
            yield "    *,"
        default = "" if one.default is one.empty else f" = {_default(one.default)}"
        yield f"    {one.name}: {one.annotation}{default},"
    yield f") -> {signature.return_annotation}: ..."
    yield "```"


def _default(value: object) -> str:
    match value:
        case enum.Enum():
            return f"{type(value).__name__}.{value.name}"
        case type() | FunctionType():
            return value.__name__
        case str():
            return f'"{value}"'
        case tuple() if hasattr(value, "_fields"):
            return f"{type(value).__name__}()"
        case Mapping():
            return "{}"
    return repr(value)


def _documented(one: Any, types: Mapping[type, str]) -> Iterator[str]:
    """Yield the docstring as Markdown."""
    for line in (inspect.getdoc(one) or "").splitlines():
        yield _markdown(line, types)


def _first_line(one: Any, types: Mapping[type, str]) -> str:
    return _markdown((inspect.getdoc(one) or "").partition("\n")[0], types)


def _markdown(line: str, types: Mapping[type, str]) -> str:
    headings = {one.__name__: _link(heading) for one, heading in types.items()}
    headings |= {name: name for name in _ORDER}

    def linked(role: re.Match[str]) -> str:
        name = role[1].rpartition(".")[2]
        error = getattr(errors, name, None)
        if error is not None:
            return f"[`{name}`](#errors)"
        return f"[`{name}`](#{headings[name]})" if name in headings else f"`{name}`"

    line = _ROLE.sub(linked, line.replace("``", "`"))
    return _EMPHASIS.sub(r"`\1`", line)


def _link(heading: str) -> str:
    return heading.replace(".", "").lower()


def _anchor(one: type) -> tuple[str, str]:
    return one.__module__, one.__name__


def _errors(types: Mapping[type, str]) -> Iterator[str]:
    """Yield the tree of exceptions."""
    yield "Every exception that the package raises on purpose is one of these; `exit_code` is what"
    yield "a command ends with."
    yield ""

    def below(one: type[errors.KediriIndexError], depth: int) -> Iterator[str]:
        module = _PACKAGE if one.__name__ in kediri_index.__all__ else errors.__name__
        about = _first_line(one, types)
        yield f"{'    ' * depth}- `{module}.{one.__name__}` (exit code {one.exit_code}): {about}"
        for inner in one.__subclasses__():
            if inner.__module__ == errors.__name__:
                yield from below(inner, depth + 1)

    yield from below(errors.KediriIndexError, 0)


def _type(one: type, types: Mapping[type, str]) -> Iterator[str]:
    yield from ("", f"### {types[one]}", "")
    yield from _documented(one, types)
    if issubclass(one, enum.Enum):
        yield ""
        yield "One of " + ", ".join(f"`{member.name}` (`{member.value!r}`)" for member in one) + "."
        return
    said = _annotations(one)
    if said:
        yield ""
        defaults = getattr(one, "_field_defaults", {})
        namespace = vars(sys.modules[one.__module__])
        yield from _table(
            ("field", "type", "default"),
            (
                [
                    f"`{name}`",
                    _linked(annotation, namespace, types),
                    f"`{_default(defaults[name])}`".replace("|", r"\|") if name in defaults else "",
                ]
                for name, annotation in said.items()
            ),
        )
    members = [
        (name, member)
        for name, member in vars(one).items()
        if not name.startswith("_") and (isinstance(member, property) or inspect.isfunction(member))
    ]
    if members:
        yield ""
        for name, member in members:
            call = name if isinstance(member, property) else _call(name, member)
            yield f"- `{call}`: {_first_line(member, types)}"


def _call(name: str, member: Any) -> str:
    parameters = list(inspect.signature(member).parameters)[1:]
    return f"{name}({', '.join(parameters)})"


def _linked(annotation: str, namespace: Mapping[str, Any], types: Mapping[type, str]) -> str:
    """Return a type in words, the names in it linked to where they are told."""

    def link(name: re.Match[str]) -> str:
        inner = namespace.get(name[0])
        heading = types.get(inner) if isinstance(inner, type) else None
        return name[0] if heading is None else f"[{name[0]}](#{_link(heading)})"

    escaped = annotation.replace("[", r"\[").replace("]", r"\]").replace(" | ", " or ")
    return _NAME.sub(link, escaped)


def _table(heads: tuple[str, ...], rows: Any) -> Iterator[str]:
    yield row(heads)
    yield row(["---"] * len(heads))
    yield from map(row, rows)
