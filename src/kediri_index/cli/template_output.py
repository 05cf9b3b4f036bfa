"""Writing forms, and printing which."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from kediri_index.cli.in_format import print_in
from kediri_index.cli.output import (
    STANDARD_OUTPUT,
    in_folder,
    print_bytes,
    refuse_links,
    say,
    write_file,
)
from kediri_index.cli.template_forms import Choice, Forms, ToWrite
from kediri_index.cli.used import tell_inputs
from kediri_index.errors import UsageError
from kediri_index.messages.texts import text
from kediri_index.present.formats import TemplateFormat
from kediri_index.present.template.shown import TemplateShown, WrittenForm
from kediri_index.workbook.template.writing import form_bytes

if TYPE_CHECKING:
    from kediri_index.model.language import Language

_IDS_SHOWN = 8


def write_forms(forms: Forms, choice: Choice, *, force: bool) -> tuple[WrittenForm, ...]:
    """Write every form, none where any is in the way; return what was written.

    Raises :class:`UsageError` where a file exists and *force* is not given, or writing fails.
    """
    if choice.folder is None:
        return tuple(_written(file, force=force) for file in forms.files)
    folder = Path(choice.folder)
    refuse_links(folder, [Path(file.path) for file in forms.files])
    there = [file for file in forms.files if Path(file.path).exists()]
    if there and not force:
        raise UsageError("forms-exist", path=str(folder), count=len(there))
    with in_folder(folder):
        return tuple(_written(file, force=force) for file in forms.files)


def print_forms(
    forms: Forms,
    written: tuple[WrittenForm, ...],
    output_format: TemplateFormat,
    *,
    quiet: bool,
    verbose: bool,
) -> None:
    """Print what was written; a workbook on standard output stands there alone."""
    wanted = forms.wanted
    is_json = output_format is TemplateFormat.JSON
    if is_json or written[0].path != STANDARD_OUTPUT:
        shown = TemplateShown(written, forms.inputs, wanted.definition, wanted.language)
        print_in(output_format, shown)
    if is_json:
        return
    if verbose:
        tell_inputs(wanted.definition, wanted.profile, forms.inputs, wanted.language)
    if quiet:
        return
    if forms.without:
        say(text("forms.without", wanted.language, names=forms.without))
    if forms.in_none:
        say(text("forms.in-none", wanted.language, ids=_some(forms.in_none, wanted.language)))
    if written[0].path != STANDARD_OUTPUT:
        say(text("next.send", wanted.language))


def _some(ids: tuple[str, ...], language: Language) -> str:
    shown, more = ", ".join(ids[:_IDS_SHOWN]), len(ids) - _IDS_SHOWN
    return text("and-more", language, ids=shown, count=more) if more > 0 else shown


def _written(file: ToWrite, *, force: bool) -> WrittenForm:
    data = form_bytes(file.form)
    if file.path == STANDARD_OUTPUT:
        print_bytes([data])
    else:
        write_file(Path(file.path), data, force=force)
    opd = file.form.opd.id if file.form.opd else None
    return WrittenForm(file.path, sha256(data).hexdigest(), opd, len(file.form.rows))
