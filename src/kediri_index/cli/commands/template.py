"""The command ``template``."""

from __future__ import annotations

from typing import Annotated

from kediri_index.cli import options
from kediri_index.present.formats import TemplateFormat


def template(  # noqa: PLR0913 - the options of the command
    *,
    opd: Annotated[str | None, options.option("opd", "name", about="form-of")] = None,
    all_into: Annotated[str | None, options.option("all", "folder", about="all-forms")] = None,
    previous: Annotated[str | None, options.option("previous", "file", about="last-year")] = None,
    config: options.Config = None,
    profile: options.ProfilePath = None,
    unit: options.UnitName = None,
    year: options.Year = None,
    output_format: Annotated[TemplateFormat, options.FORMAT] = TemplateFormat.TEXT,
    output: options.Output = None,
    force: options.Force = False,
    lang: options.Lang = None,
    limit: options.Limit = None,
    allow_outside: options.AllowOutside = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    debug: options.Debug = False,
) -> int:
    """Write the forms that agencies fill in; return the exit code."""
    del allow_outside, debug  # the whole run sees them
    from kediri_index.cli.numbers import given_year
    from kediri_index.cli.output import STANDARD_OUTPUT
    from kediri_index.cli.printing import Printing
    from kediri_index.cli.show import Used, show, tell
    from kediri_index.cli.template_forms import Asked, Choice, load_forms, write_forms
    from kediri_index.cli.used import tell_found
    from kediri_index.present.commands.template import TemplatePresentation
    from kediri_index.usecases.load import Named

    choice = Choice(opd, all_into, output)
    choice.refuse_contradictions(output_format)
    asked = Asked(config, profile, unit, given_year(year), previous, lang, tuple(limit or ()))
    forms = load_forms(asked, choice)
    written = write_forms(forms, choice, force=force)
    wanted = forms.wanted
    printing = Printing(wanted.language, quiet=quiet, verbose=verbose)
    tell_found(wanted.definition, wanted.profile, Named(config, profile), printing)
    alone = written[0].path == STANDARD_OUTPUT  # a workbook, beside which nothing is printed
    inputs, by = forms.inputs, wanted.definition
    shown = TemplatePresentation(
        wanted.language, written, inputs, by, forms.without, forms.in_none, to_send=not alone
    )
    told = tell if alone else show
    told(shown, output_format, printing, Used(by, wanted.profile, inputs))
    return 0
