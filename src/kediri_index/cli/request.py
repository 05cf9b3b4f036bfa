"""What a command line says of the files that it names."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from kediri_index.cli.numbers import decimal_mark, given_name, given_year, limits_from
from kediri_index.cli.printing import said_again
from kediri_index.model.dataset import Lead
from kediri_index.model.profile import Hints
from kediri_index.usecases.load import Named

if TYPE_CHECKING:
    from kediri_index.usecases.check import Checked


class Request(NamedTuple):
    """The options in common, as they were typed; *empty_folder*: one without workbooks will do."""

    paths: tuple[str, ...]
    config: str | None
    profile: str | None
    limits: tuple[str, ...]
    value: Lead | None = None
    unit: str | None = None
    year: str | None = None
    decimal: str | None = None
    waivers: str | None = None
    opd: str | None = None
    empty_folder: bool = False

    def hints(self) -> Hints:
        """Return what is said of the files; raises :class:`UsageError` for what nobody can mean."""
        given_name("--profile", self.profile)
        return Hints(
            given_name("--unit", self.unit),
            given_year(self.year),
            decimal_mark(self.decimal),
            given_name("--opd", self.opd),
        )

    def named(self) -> Named:
        """Return what the user named, beside which the rest was found."""
        return Named(self.config, self.profile, self.paths)

    def waiving(self) -> Callable[[Checked], Checked] | None:
        """Return what takes accepted findings out, None without waivers."""
        if self.waivers is None:
            return None
        from kediri_index.cli.days import today
        from kediri_index.usecases.waive import load_waivers, waive  # most runs have none

        waivers = load_waivers(self.waivers, limits=limits_from(self.limits))
        return lambda checked: waive(checked, waivers, today())

    def again(self, **more: object) -> str:
        """Return the paths, the options that were given and *more*, for the next command."""
        said = {
            "config": self.config,
            "profile": self.profile,
            "value": self.value,
            "unit": self.unit,
            "year": self.year,
            "decimal": self.decimal,
            "waivers": self.waivers,
        }
        further = {name.replace("_", "-"): value for name, value in more.items()}
        return said_again([*self.paths], said | further)
