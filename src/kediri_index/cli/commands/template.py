"""The command ``template``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from kediri_index.cli import options
from kediri_index.cli.commands import command
from kediri_index.cli.folders import refuse_files, write_files
from kediri_index.cli.language import chosen_language
from kediri_index.cli.output import STANDARD_OUTPUT, write_bytes
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
    from kediri_index.present.commands.template import TemplatePresentation
    from kediri_index.sheets.forms.writing import form_bytes
    from kediri_index.usecases.template import FormsOf, load_forms

    output, force = request.output, request.force
    if list_file is not None:
        others = {"--opd": opd, "--all": all_into, "--previous": previous, "--output": output}
        options.refuse_together("--list", others)
        return _write_list(list_file, request)
    _refuse_contradictions(opd, all_into, output, request.format)
    forms = load_forms(
        request.named(),
        request.hints(),
        request.limits(),
        FormsOf(opd, every=all_into is not None),
        previous=previous,
        language=chosen_language(request.lang),
    )
    files = {
        output or str(Path(all_into or "", name)): form for name, form in forms.forms
    }  # --output is of one form alone
    refuse_files(all_into, files, forms.read(), "forms-exist", force=force)
    written = {path: form_bytes(form) for path, form in files.items()}
    write_files(all_into, written, force=force)
    wanted = forms.wanted
    sources = SourcesRead(wanted.definition, wanted.profile, forms.inputs)
    alone = output == STANDARD_OUTPUT  # a workbook, beside which nothing is printed
    shown = TemplatePresentation(wanted.language, forms, written, to_send=not alone)
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
        options.refuse_together("--all", {"--opd": opd, "--output": output})
    elif opd is None and output is None:
        raise UsageError("form-nowhere")
    elif output is not None:
        _refuse_ending(output)


def _refuse_ending(path: str) -> None:
    if path != STANDARD_OUTPUT and Path(path).suffix.lower() != _ENDING:
        raise UsageError("form-ending", path=path)


def _write_list(path: str, request: options.DataRequest) -> int:
    """Write an empty list of indicators to *path*; return the exit code."""
    from kediri_index.present.commands.template import EmptyListPresentation
    from kediri_index.usecases.lists import empty_list_bytes

    _refuse_ending(path)
    language = request.language(Language.ID)
    data = empty_list_bytes(language)
    write_bytes(path, data, force=request.force)
    if path != STANDARD_OUTPUT:
        print_outcome(EmptyListPresentation(language, path, data), request.on_a_screen())
    return EXIT_FINE
