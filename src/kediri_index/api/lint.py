"""All findings on definitions, each by itself and all together."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from kediri_index.api.load import Surroundings
from kediri_index.api.read import Submission
from kediri_index.definition.files import is_shipped
from kediri_index.definition.find import find_definition
from kediri_index.definition.lint import lint_alone, lint_together
from kediri_index.definition.listing import list_definitions
from kediri_index.definition.load_definition import Loaded, load_definition_file
from kediri_index.definition.told import told
from kediri_index.errors import DefinitionError
from kediri_index.model.dataset import InputFile
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding, in_order
from kediri_index.model.language import Language
from kediri_index.model.limits import Limits
from kediri_index.model.profile import Profile
from kediri_index.model.statistics import IndexStatistics
from kediri_index.model.user_hints import Hints
from kediri_index.workbook.made_for import carried_definition


class Linted(NamedTuple):
    """The files that were checked, and every finding on them.

    With data, *definition* is the one they were scored by, with the *profile*, None where it is
    broken; *statistics* is None there too, and where the data have no several units.
    """

    paths: tuple[str, ...]
    findings: tuple[Finding, ...]
    languages: frozenset[Language] = frozenset()
    inputs: tuple[InputFile, ...] = ()
    definition: Definition | None = None
    statistics: IndexStatistics | None = None
    profile: Profile | None = None


def lint(references: tuple[str, ...], surroundings: Surroundings) -> Linted:
    """Check the definitions that *references* name, or all in reach.

    What an id means is compared across these and the shipped definitions.
    """
    folder = surroundings.folder
    in_reach = {one.path: folder / one.path for one in list_definitions(folder)}
    asked = {}
    for reference in references:
        found = find_definition(
            reference,
            folder=folder,
            environment=surroundings.environment,
            limits=surroundings.limits,
        )
        asked[found.shown] = found.path
    asked = asked or in_reach
    findings: list[Finding] = []
    definitions: list[Definition] = []
    for shown, path in {**in_reach, **asked}.items():
        load = _shipped if is_shipped(str(path)) else _loaded
        try:
            loaded = load(path, shown, surroundings.limits)
        except DefinitionError as error:
            found_here = error.findings
        else:
            found_here = loaded.findings
            definitions.append(loaded.definition)
            if shown in asked:
                found_here = (*found_here, *lint_alone(loaded.definition, loaded.draft))
        if shown in asked:
            findings += found_here
    findings += [one for one in lint_together(definitions) if one.file in asked]
    languages = frozenset(one.language for one in definitions if one.path in asked)
    return Linted(tuple(asked), told(findings, surroundings.limits), languages)


def _loaded(path: Path, shown: str, limits: Limits) -> Loaded:
    return load_definition_file(path, shown=shown, limits=limits)


@cache
def _shipped(path: Path, shown: str, limits: Limits) -> Loaded:
    """Load a definition that comes with the program: it stays as it is while the program runs."""
    return _loaded(path, shown, limits)


def lint_with_data(
    reference: str | None,
    submission: Submission,
    surroundings: Surroundings,
    profile: Profile | None = None,
    hints: Hints | None = None,
) -> Linted:
    """Check one definition, and look at what the data of several units say of it.

    Without a *reference* it is the definition that the files are scored by.
    """
    found = find_definition(
        reference,
        folder=surroundings.folder,
        environment=surroundings.environment,
        carried=carried_definition(submission.workbooks),
        limits=surroundings.limits,
    )
    linted = lint((found.shown,), surroundings)
    try:
        loaded = load_definition_file(found.path, shown=found.shown, limits=surroundings.limits)
    except DefinitionError:  # its findings are among those above
        return linted
    from kediri_index.api.statistics import examine  # noqa: PLC0415 - without data no use for it

    examined = examine(
        submission,
        loaded.definition,
        profile,
        hints=hints,
        known=surroundings.known_definitions,
    )
    return linted._replace(
        findings=in_order((*linted.findings, *examined.findings)),
        inputs=examined.inputs,
        definition=loaded.definition,
        profile=profile,
        statistics=examined.statistics,
    )
