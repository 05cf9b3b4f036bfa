"""Which forms ``template`` is to write, where, and writing them."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from kediri_index.cli.language import chosen_language
from kediri_index.cli.numbers import limits_from
from kediri_index.cli.output import (
    STANDARD_OUTPUT,
    in_folder,
    print_bytes,
    refuse_inputs,
    refuse_links,
    write_file,
)
from kediri_index.errors import UsageError
from kediri_index.model.dataset import InputFile
from kediri_index.present.commands.template import WrittenForm
from kediri_index.present.formats import TemplateFormat
from kediri_index.usecases.load import Surroundings, load, profile_for
from kediri_index.usecases.read import read_workbooks
from kediri_index.usecases.template import (
    Wanted,
    all_forms,
    file_names,
    form_for,
    form_of,
    last_answers,
    profile_of,
)
from kediri_index.workbook.files.made_for import carried_definition
from kediri_index.workbook.template.form_rows import Form
from kediri_index.workbook.template.writing import form_bytes

_ENDING = ".xlsx"


class Asked(NamedTuple):
    """What the command line says of forms, each None where it says nothing."""

    config: str | None
    profile: str | None
    unit: str | None
    year: int | None
    previous: str | None
    language: str | None
    limits: tuple[str, ...]


class Choice(NamedTuple):
    """For whom, and where to: an agency, a folder for all, a file."""

    opd: str | None
    folder: str | None
    output: str | None

    def refuse_contradictions(self, output_format: TemplateFormat) -> None:
        """Raise :class:`UsageError` where nothing is asked for, or two things at once."""
        if self.output == STANDARD_OUTPUT and output_format is TemplateFormat.JSON:
            raise UsageError("form-either", first="--output -", second="--format json")
        if self.folder is not None:
            for name, given in (("--opd", self.opd), ("--output", self.output)):
                if given is not None:
                    raise UsageError("form-either", first="--all", second=name)
        elif self.opd is None and self.output is None:
            raise UsageError("form-nowhere")
        elif self.output is not None and not self._is_workbook(self.output):
            raise UsageError("form-ending", path=self.output)

    @staticmethod
    def _is_workbook(output: str) -> bool:
        return output == STANDARD_OUTPUT or Path(output).suffix.lower() == _ENDING


class ToWrite(NamedTuple):
    """A form and its file; agencies that answer for nothing have none."""

    form: Form
    path: str


class Forms(NamedTuple):
    """The forms to write, who needs none, and what was read for them."""

    wanted: Wanted
    files: tuple[ToWrite, ...]
    without: tuple[str, ...] = ()
    in_none: tuple[str, ...] = ()
    inputs: tuple[InputFile, ...] = ()


def load_forms(asked: Asked, choice: Choice) -> Forms:
    """Return the forms that *choice* asks for.

    Raises :class:`UsageError` where the year is not known, or nobody answers for anything.
    """
    surroundings = Surroundings.here(limits_from(asked.limits))
    definition = load(asked.config, surroundings).definition
    profile = profile_for(asked.profile, [], surroundings)
    year = asked.year or definition.year
    if year is None:
        raise UsageError("form-year", id=definition.id)
    unit = asked.unit or (profile.unit if profile else None)
    language = chosen_language(asked.language) or definition.language
    wanted = Wanted(definition, profile, unit, year, language)
    inputs: tuple[InputFile, ...] = ()
    if asked.previous is not None:
        submission = read_workbooks([asked.previous], limits=surroundings.limits)
        carried = carried_definition(submission.workbooks)
        theirs = load(None, surroundings, carried=carried).definition if carried else definition
        last = last_answers(submission, theirs, profile, unit)
        wanted, inputs = wanted._replace(last_year=last.answers), last.inputs
    files, without = _files(wanted, choice)
    asked_for = {row.indicator.id for file in files for row in file.form.rows}
    in_none = tuple(
        one.id
        for one in definition.all_indicators()
        if choice.folder is not None and one.id not in asked_for
    )
    used = [definition.path, *([profile.path] if profile else []), *(one.path for one in inputs)]
    for file in files:
        refuse_inputs(file.path, used)
    return Forms(wanted, files, without, in_none, inputs)


def _files(wanted: Wanted, choice: Choice) -> tuple[tuple[ToWrite, ...], tuple[str, ...]]:
    if choice.folder is None:
        form = form_for(wanted, None) if choice.opd is None else form_of(wanted, choice.opd)
        return (ToWrite(form, choice.output or file_names([form])[0]),), ()
    forms = list(all_forms(wanted))
    filled = [form for form in forms if form.rows]
    if not filled:
        path = profile_of(wanted).path
        raise UsageError("no-forms", id=wanted.definition.id, path=path)
    names = file_names(filled)
    files = tuple(
        ToWrite(form, str(Path(choice.folder) / name))
        for form, name in zip(filled, names, strict=True)
    )
    without = tuple(form.opd.name for form in forms if form.opd and not form.rows)
    return files, without


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


def _written(file: ToWrite, *, force: bool) -> WrittenForm:
    data = form_bytes(file.form)
    if file.path == STANDARD_OUTPUT:
        print_bytes([data])
    else:
        write_file(Path(file.path), data, force=force)
    opd = file.form.opd.id if file.form.opd else None
    return WrittenForm(file.path, sha256(data).hexdigest(), opd, len(file.form.rows))
