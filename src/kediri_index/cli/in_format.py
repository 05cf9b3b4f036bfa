"""Printing a result in the format that was asked for."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from kediri_index.cli.output import STANDARD_OUTPUT, print_text, write_screen, write_text
from kediri_index.present.formats import Format


def print_in(
    form: Format, shown: object, output: str | None = None, *, force: bool = False
) -> None:
    """Print *shown* by the renderer of *form* that stands beside its class.

    It goes to the file *output*, to standard output if that is None or ``-``.
    """
    renderer = renderer_of(form, type(shown))
    if hasattr(renderer, "draw"):
        write_screen(lambda console: renderer.draw(shown, console), output, force=force)
        return
    text = renderer.render(shown)
    if form.value == "text" and output in {None, STANDARD_OUTPUT}:
        print_text(text if isinstance(text, str) else "".join(text))
        return
    # all parts or nothing, though in one piece a long text is held twice
    write_text(text if isinstance(text, str) else tuple(text), output, force=force)


def renderer_of(form: Format, kind: type) -> ModuleType:
    """Return the module named as *form* in the folder of the class *kind*: no other is imported."""
    folder = kind.__module__.rpartition(".")[0]
    return import_module(f"{folder}.{form.value}")
