"""A notebook run from its first cell to its last, with what each cell shows."""

from __future__ import annotations

import ast
import contextlib
import io
import json
from typing import Any

Shown = list[dict[str, Any]]


def run(text: str) -> str:
    """Return the notebook *text* with the outputs of its cells, all run in one name space.

    What a cell prints comes first, then its last expression, as HTML where it has any.
    """
    notebook = json.loads(text)
    names: dict[str, Any] = {}
    for count, cell in enumerate(
        (one for one in notebook["cells"] if one["cell_type"] == "code"), start=1
    ):
        cell["execution_count"] = count
        cell["outputs"] = _outputs("".join(cell["source"]), names, count)
    return f"{json.dumps(notebook, ensure_ascii=False, indent=1)}\n"


def _outputs(source: str, names: dict[str, Any], count: int) -> Shown:
    parsed = ast.parse(source)
    last = parsed.body.pop() if isinstance(parsed.body[-1], ast.Expr) else None
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(parsed, "notebook", "exec"), names)  # noqa: S102 - our own cells
        value = None
        if isinstance(last, ast.Expr):
            value = eval(compile(ast.Expression(last.value), "notebook", "eval"), names)  # noqa: S307
    outputs: Shown = []
    if printed.getvalue():
        text = _lines(printed.getvalue())
        outputs.append({"name": "stdout", "output_type": "stream", "text": text})
    if value is not None:
        outputs.append(_result(value, count))
    return outputs


def _result(value: Any, count: int) -> dict[str, Any]:
    data = {"text/plain": _lines(repr(value))}
    html = getattr(value, "_repr_html_", None)
    if html is not None:
        data = {"text/html": _lines(html()), **data}
    return {
        "data": data,
        "execution_count": count,
        "metadata": {},
        "output_type": "execute_result",
    }


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)
