"""One scoring method a file; a new one is one more file and one more line here.

Those that look at several units stand in ``engine.panel``.
"""

from collections.abc import Iterator, Mapping

from kediri_index.engine.scoring.achievement import Achievement
from kediri_index.engine.scoring.as_given import AsGiven
from kediri_index.engine.scoring.bands import Bands
from kediri_index.engine.scoring.goalposts import Goalposts
from kediri_index.engine.scoring.levels import Levels
from kediri_index.engine.scoring.yes_no import YesNo
from kediri_index.model.scoring import ScoringMethod

Kind = type[ScoringMethod]


class Methods(Mapping[str, Kind]):
    """The methods by name; those over several units are imported when one not known is asked for.

    Most definitions have none of them, and start without. *alone* are the others.
    """

    def __init__(self, *methods: Kind) -> None:
        self.alone: dict[str, Kind] = {method.name: method for method in methods}

    def __getitem__(self, name: str) -> Kind:
        return self.alone[name] if name in self.alone else self._all()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def _all(self) -> dict[str, Kind]:
        from kediri_index.engine.panel import PANEL_METHODS  # noqa: PLC0415 - most have no use for it

        return self.alone | PANEL_METHODS


METHODS = Methods(AsGiven, Levels, YesNo, Achievement, Goalposts, Bands)
