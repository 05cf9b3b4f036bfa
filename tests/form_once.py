"""Forms written once: most of what ``init`` and ``template`` take, in run after run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kediri_index.sheets.forms import writing
from kediri_index.sheets.forms.form import Form

if TYPE_CHECKING:
    import pytest

WRITTEN: dict[str, bytes] = {}
write = writing.form_bytes


def form_once(form: Form) -> bytes:
    """Return the form's bytes, from earlier where nothing in it is another."""
    key = repr(form)
    if key not in WRITTEN:
        WRITTEN[key] = write(form)
    return WRITTEN[key]


def forms_written_once(patch: pytest.MonkeyPatch) -> None:
    """Let runs in this process write a form once."""
    patch.setattr(writing, "form_bytes", form_once)
