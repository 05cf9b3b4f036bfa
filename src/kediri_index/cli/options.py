"""The options that several commands have, each declared once, and the request that they make.

A command names the class of its request and its own options;
:func:`~kediri_index.cli.commands.command` gives it the rest.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Annotated, Any, Self, TypedDict

import typer

from kediri_index.cli import values
from kediri_index.cli.language import chosen_language, help_language
from kediri_index.cli.process import COMPLETING
from kediri_index.cli.quoting import shell_arguments
from kediri_index.cli.values import (
    decimal_mark,
    given_name,
    given_number,
    given_year,
    limits_from,
)
from kediri_index.errors import UsageError
from kediri_index.messages.texts import text
from kediri_index.model.dataset import Lead
from kediri_index.model.findings import Severity
from kediri_index.model.language import Language
from kediri_index.present.formats import Format
from kediri_index.project_folder import allow_outside

if TYPE_CHECKING:
    from fractions import Fraction

    from kediri_index.cli.progress import Waiting
    from kediri_index.model.limits import Limits
    from kediri_index.model.profile import Hints
    from kediri_index.sheets.identity import Known
    from kediri_index.usecases.inputs import Inputs, NamedFiles, Waive

_LANGUAGE = help_language()


def explained(key: str) -> str:
    """Return the text of an option or an argument in the language of the help."""
    return text(f"help.option.{key}", _LANGUAGE)


def _metavar(key: str | None) -> str | None:
    return None if key is None else text(f"help.metavar.{key}", _LANGUAGE)


def option(
    name: str,
    value: str | None = None,
    *further: str,
    about: str | None = None,
    shown: str | None = None,
    completes: str | None = None,
    callback: Callable[[bool], bool] | None = None,
) -> Any:  # noqa: ANN401 - as Typer has it
    """Return the option ``--name``; *value* is the word for what follows it, *about* its text.

    Without *about* the text is the one of its name. *completes* is what a shell may complete.
    """
    return typer.Option(
        f"--{name}",
        *further,
        help=explained(about or name),
        metavar=shown or _metavar(value),
        callback=callback,
        autocompletion=completer(completes),
    )


def argument(
    about: str, value: str | None = None, *, shown: str | None = None, completes: str | None = None
) -> Any:  # noqa: ANN401 - as Typer has it
    """Return an argument: the key of its text, and of the word for it where that is another."""
    return typer.Argument(
        help=explained(about),
        metavar=shown or _metavar(value or about),
        autocompletion=completer(completes),
    )


def completer(what: str | None) -> Callable[[str], list[str]] | None:
    """Return what completes a word; None while no shell asks, since Typer looks at it long."""
    if what is None or COMPLETING not in os.environ:
        return None
    from kediri_index.cli.completion import COMPLETERS  # a shell's call only

    return COMPLETERS[what]


def _allowed_outside(asked: bool) -> bool:  # noqa: FBT001 - as Typer calls it
    """Let the whole run lead outside where it is *asked*; return that."""
    if asked:
        allow_outside()
    return asked


ABOUT_DATA = ("paths", "value", "unit", "year", "decimal", "waivers", "allow_errors")
"""The options about data, which a command on definitions does without."""
Detail = Annotated[bool, option("detail")]
FailOn = Annotated[Severity, option("fail-on")]


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Request:
    """What every command can be asked beside its own."""

    asked_format: Annotated[Format | None, option("format")] = None
    output: Annotated[str | None, option("output", "file", "-o")] = None
    force: Annotated[bool, option("force")] = False
    lang: Annotated[Language | None, option("lang")] = None
    limit: Annotated[list[str] | None, option("limit", "limit")] = None
    allow_outside: Annotated[bool, option("allow-outside", callback=_allowed_outside)] = False
    quiet: Annotated[bool, option("quiet", None, "-q")] = False
    verbose: Annotated[bool, option("verbose")] = False
    debug: Annotated[bool, option("debug")] = False

    @property
    def format(self) -> Format:
        """The format to print; only ``report`` has none by default, and writes HTML then."""
        return self.asked_format or Format.HTML

    def limits(self) -> Limits:
        """Return the limits; raises :class:`UsageError` for a name that is none."""
        return limits_from(self.limit)

    def language(self, of_definition: Language) -> Language:
        """Return the language asked for, else the definition's."""
        return chosen_language(self.lang) or of_definition

    def named(self) -> NamedFiles | None:
        """Return what the user named, beside which the rest was found; None where all is named."""
        return None

    def on_a_screen(self) -> Self:
        """Return the request of who writes a file of its own, and prints what it did."""
        return replace(self, output=None, force=False)

    def waiting(self) -> Waiting:
        """Return what shows how far long work is, to people."""
        from kediri_index.cli.progress import Waiting

        return Waiting(help_language(), wanted=self.format.is_for_people and not self.quiet)

    def refuse_inputs(self, *inputs: str | None) -> None:
        """Raise :class:`UsageError` where the output is one of the *inputs*."""
        from kediri_index.cli.output import refuse_inputs

        refuse_inputs(self.output, filter(None, inputs))


class QuestionOptions(TypedDict):
    """What every question about data can be given."""

    hints: Hints
    value: Lead | None
    allow_errors: bool
    waive: Waive | None
    known: Known


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class DataRequest(Request):
    """What commands about data can be asked, as it was typed."""

    paths: Annotated[list[str], argument("paths")] = field(default_factory=list)
    config: Annotated[str | None, option("config", "config", completes="definitions")] = None
    profile: Annotated[str | None, option("profile", "file")] = None
    value: Annotated[Lead | None, option("value")] = None
    unit: Annotated[str | None, option("unit", "name")] = None
    year: Annotated[str | None, option("year", "number")] = None
    decimal: Annotated[str | None, option("decimal", shown=", | .")] = None
    waivers: Annotated[str | None, option("waivers", "file")] = None
    allow_errors: Annotated[bool, option("allow-errors")] = False

    def hints(self, opd: str | None = None) -> Hints:
        """Return what the options say of the files; raises :class:`UsageError` for nonsense."""
        from kediri_index.model.profile import Hints

        given_name("--profile", self.profile)
        return Hints(
            given_name("--unit", self.unit),
            given_year(self.year),
            decimal_mark(self.decimal),
            given_name("--opd", opd),
        )

    def named(self) -> NamedFiles:
        """Return what the user named, beside which the rest was found."""
        from kediri_index.usecases.inputs import NamedFiles

        return NamedFiles(self.config, self.profile, tuple(self.paths))

    def one_definition(self, reference: str | None) -> str | None:
        """Return the definition that *reference* or ``--config`` names.

        Raises :class:`UsageError` where they name two.
        """
        if reference and self.config and reference != self.config:
            raise UsageError("two-definitions", value=reference, config=self.config)
        return reference or self.config

    def refuse_without_data(self) -> None:
        """Raise :class:`UsageError` for an option about data where there are none."""
        for name in ABOUT_DATA[1:]:
            refuse_alone(getattr(self, name) or None, f"--{name.replace('_', '-')}", None, "--data")

    def waive(self) -> Waive | None:
        """Return what takes accepted findings out, None without waivers."""
        if self.waivers is None:
            return None
        from kediri_index.usecases.waive import load_waivers, waive  # most runs have none

        waivers = load_waivers(self.waivers, limits=self.limits())
        return lambda checked: waive(checked, waivers, values.today())

    def load(
        self,
        *also: str | None,
        empty_folder: bool = False,
        watch: Callable[[int, int], None] | None = None,
    ) -> Inputs:
        """Return the files, the definition and the profile that are meant; *also* is read too.

        Raises :class:`UsageError` for what nobody can mean, and an output that is an input.
        """
        from kediri_index.cli.output import refuse_outputs
        from kediri_index.usecases.inputs import Surroundings, load_inputs

        refuse_outputs([self.output], force=self.force)  # before any work
        hints, waive = self.hints(), self.waive()
        here = Surroundings.here(self.limits())
        inputs = load_inputs(self.named(), hints, here, empty_folder=empty_folder, watch=watch)
        self.refuse_inputs(*inputs.paths(), self.waivers, *also)
        return inputs._replace(waive=waive)

    def asked(self, inputs: Inputs) -> QuestionOptions:
        """Return what a question about *inputs* is given."""
        return QuestionOptions(
            hints=inputs.hints,
            value=self.value,
            allow_errors=self.allow_errors,
            waive=inputs.waive,
            known=inputs.known,
        )

    def arguments(self, paths: Iterable[str] | None = None, **more: object) -> str:
        """Return the paths, the options that were given and *more*, to be typed once more."""
        names = ("config", "profile", "value", "unit", "year", "decimal", "waivers")
        given = {name: getattr(self, name) for name in names}
        return shell_arguments([*(paths or self.paths)], given | more)


class TargetOptions(QuestionOptions):
    """The same, and the target that is asked for."""

    target: Fraction | None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class TargetRequest(DataRequest):
    """What commands can be asked that set scores beside a target and last year's."""

    previous: Annotated[str | None, option("previous", "file")] = None
    previous_config: Annotated[str | None, option("previous-config", "config")] = None
    target: Annotated[str | None, option("target", "number")] = None

    def goal(self) -> Fraction | None:
        """Return the target; raises :class:`UsageError` for nonsense."""
        refuse_alone(self.previous_config, "--previous-config", self.previous, "--previous")
        given_name("--previous", self.previous)
        return given_number("--target", self.target)

    def load(
        self,
        *also: str | None,
        empty_folder: bool = False,
        watch: Callable[[int, int], None] | None = None,
    ) -> Inputs:
        """Return the same as every command about data; what nobody can mean is refused first."""
        self.goal()
        return super().load(self.previous, *also, empty_folder=empty_folder, watch=watch)

    def asked(self, inputs: Inputs) -> TargetOptions:
        """Return what a question about *inputs* is given."""
        return TargetOptions(**super().asked(inputs), target=inputs.on_scale(self.goal()))


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class GroupedRequest(DataRequest):
    """What commands can be asked that read the groups of units too."""

    by: Annotated[str | None, option("by", "column")] = None

    def hints(self, opd: str | None = None) -> Hints:
        """Return what the options say of the files, and what names the groups of units."""
        return super().hints(opd)._replace(by=given_name("--by", self.by))


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class LeagueRequest(GroupedRequest, TargetRequest):
    """What commands can be asked that show many units by group, beside a target."""


def refuse_alone(given: object, option: str, needed: object, needs: str) -> None:
    """Raise :class:`UsageError` where *option* is given, but not the one that it *needs*."""
    if given is not None and needed is None:
        raise UsageError("option-alone", option=option, needed=needs)


def refuse_together(option: str, others: Mapping[str, object]) -> None:
    """Raise :class:`UsageError` where one of the *others* is given beside *option*."""
    for name, given in others.items():
        if given is not None:
            raise UsageError("options-together", first=option, second=name)
