"""One scoring method a file; a new one is one more file, and its name in one more line here.

The file holds its class, what it means, and its keys. Those that look at several units stand in
``scoring.normalisations``.
"""

from collections.abc import Iterator, Mapping

from kediri_index.model.scoring import ScoringMethod
from kediri_index.scoring import Registered, in_files

Kind = type[ScoringMethod]

_ALONE = (
    "as_given",
    "levels",
    "yes_no",
    "achievement",
    "goalposts",
    "bands",
)


class Methods(Mapping[str, Kind]):
    """The methods by name: those *alone*, then those over several units.

    Most definitions have none of the latter, and start without.
    """

    def __init__(self, alone: Mapping[str, Kind]) -> None:
        self.alone = alone

    def __getitem__(self, name: str) -> Kind:
        return self.alone[name] if name in self.alone else _over_units()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys([*self.alone, *_over_units()]))

    def __len__(self) -> int:
        return len(list(iter(self)))


def _over_units() -> Mapping[str, Kind]:
    from kediri_index.scoring.normalisations import PANEL_METHODS  # noqa: PLC0415 - most have no use for it

    return PANEL_METHODS


METHODS = Methods(Registered(in_files(__name__, _ALONE)))
