"""The command ``template``."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Annotated

from kediri_index.cli import options
from kediri_index.cli.commands import command
from kediri_index.cli.language import chosen_language
from kediri_index.cli.output import (
    STANDARD_OUTPUT,
    refuse_existing,
    refuse_inputs,
    write_all,
    write_bytes,
)
from kediri_index.cli.printing import SourcesRead, print_found, print_outcome, print_remarks
from kediri_index.errors import EXIT_FINE, UsageError
from kediri_index.model.language import Language
from kediri_index.present.formats import Format, Offer

_ENDING = ".xlsx"


@command(Offer.BRIEF, without=("paths", "value", "decimal", "waivers", "allow_errors"))
def template(
    request: options.DataRequest,
    *,
    opd: Annotated[str | None, options.option("opd", "name", about="form-of")] = None,
    all_into: Annotated[str | None, options.option("all", "folder", about="all-forms")] = None,
    list_file: Annotated[str | None, options.option("list", "file", about="empty-list")] = None,
    previous: Annotated[str | None, options.option("previous", "file", about="last-year")] = None,
) -> int:
    """Write the forms that agencies fill in; return the exit code."""
    from kediri_index.present.commands.template import TemplatePresentation, WrittenForm
    from kediri_index.sheets.forms.writing import form_bytes
    from kediri_index.usecases.template import FormsOf, load_forms

    output, force = request.output, request.force
    if list_file is not None:
        others = {"--opd": opd, "--all": all_into, "--previous": previous, "--output": output}
        _write_list(list_file, others, request)
        return EXIT_FINE
    _refuse_contradictions(opd, all_into, output, request.format)
    whose = FormsOf(opd, every=all_into is not None)
    forms = load_forms(
        request.named(),
        request.hints(),
        request.limits(),
        whose,
        previous=previous,
        language=chosen_language(request.lang),
    )
    folder = Path(all_into or "")
    if all_into is None:
        files = {output or name: form for name, form in forms.forms}
    else:
        files = {str(folder / name): form for name, form in forms.forms}
    for path in files:
        refuse_inputs(path, forms.read())
    if all_into is not None:
        refuse_existing(folder, [*map(Path, files)], "forms-exist", force=force)
    made = {path: form_bytes(form) for path, form in files.items()}
    if all_into is None:
        for path, data in made.items():
            write_bytes(path, data, force=force)
    else:
        write_all({Path(path): data for path, data in made.items()}, force=force)
    written = tuple(
        WrittenForm(
            path, sha256(made[path]).hexdigest(), form.opd.id if form.opd else None, len(form.rows)
        )
        for path, form in files.items()
    )
    wanted = forms.wanted
    sources = SourcesRead(wanted.definition, wanted.profile, forms.inputs)
    alone = output == STANDARD_OUTPUT  # a workbook, beside which nothing is printed
    shown = TemplatePresentation(
        wanted.language,
        written,
        forms.inputs,
        wanted.definition,
        forms.without,
        forms.in_none,
        to_send=not alone,
        surveyed=forms.surveyed,
    )
    if alone:
        print_found(sources, request, wanted.language)
        print_remarks(shown, request, sources)
    else:
        print_outcome(shown, request.on_a_screen(), sources)
    return EXIT_FINE


def _refuse_contradictions(
    opd: str | None, folder: str | None, output: str | None, form: Format
) -> None:
    """Raise :class:`UsageError` where nothing is asked for, or two things at once."""
    if output == STANDARD_OUTPUT and form is Format.JSON:
        raise UsageError("options-together", first="--output -", second="--format json")
    if folder is not None:
        for name, given in (("--opd", opd), ("--output", output)):
            if given is not None:
                raise UsageError("options-together", first="--all", second=name)
    elif opd is None and output is None:
        raise UsageError("form-nowhere")
    elif output not in {None, STANDARD_OUTPUT} and Path(output or "").suffix.lower() != _ENDING:
        raise UsageError("form-ending", path=output)


def _write_list(
    path: str,
    others: Mapping[str, str | None],
    request: options.DataRequest,
) -> None:
    """Write an empty list of indicators to *path*; none of the *others* may be asked for too."""
    from kediri_index.present.commands.template import EmptyListPresentation
    from kediri_index.usecases.lists import empty_list_bytes

    for name, given in others.items():
        if given is not None:
            raise UsageError("options-together", first="--list", second=name)
    if path != STANDARD_OUTPUT and Path(path).suffix.lower() != _ENDING:
        raise UsageError("form-ending", path=path)
    language = request.language(Language.ID)
    data = empty_list_bytes(language)
    write_bytes(path, data, force=request.force)
    if path != STANDARD_OUTPUT:
        shown = EmptyListPresentation(language, path, sha256(data).hexdigest())
        print_outcome(shown, request.on_a_screen())
