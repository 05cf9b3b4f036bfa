"""The command ``page``."""

from __future__ import annotations

from pathlib import Path

from kediri_index.cli import options
from kediri_index.cli.commands import command
from kediri_index.cli.output import refuse_outputs, write_bytes
from kediri_index.cli.printing import SourcesRead, print_outcome
from kediri_index.errors import EXIT_FINE, UsageError
from kediri_index.present.formats import Offer

_DEFAULT = "periksa.html"
_ENDINGS = (".html", ".htm")


@command(Offer.BRIEF, without=options.ABOUT_DATA, output="page-into")
def page(request: options.DataRequest) -> int:
    """Write the page that checks submissions in a browser; return the exit code."""
    from kediri_index.present.check_page import fingerprint, page_parts, rendered
    from kediri_index.present.commands.page import PagePresentation
    from kediri_index.usecases.check_page import check_page
    from kediri_index.usecases.inputs import Surroundings

    path = request.output or _DEFAULT
    if Path(path).suffix.lower() not in _ENDINGS:
        raise UsageError("page-ending", path=path)
    refuse_outputs([path], force=request.force)
    made = check_page(request.named(), Surroundings.here(request.limits()))
    definition, profile = made.definition, made.profile
    request.refuse_inputs(definition.path, None if profile is None else profile.path)
    language = request.language(definition.language)
    parts = page_parts(made)
    data = rendered(made, parts, language).encode()
    write_bytes(path, data, force=request.force)
    shown = PagePresentation(language, made, path, data, fingerprint(parts))
    print_outcome(shown, request.on_a_screen(), SourcesRead(definition, profile))
    return EXIT_FINE
