"""One scoring method a file; a new one is one more file, and its name in one more line here.

The file holds its class, what it means, and its keys. Those that look at several units stand in
``scoring.normalisations``.
"""

from collections.abc import Iterator, Mapping

from kediri_index.model.scoring import ScoringMethod
from kediri_index.scoring import ClassesOfOthers, Registered, in_files

Kind = type[ScoringMethod]

_ALONE = (
    "as_given",
    "levels",
    "yes_no",
    "achievement",
    "goalposts",
    "bands",
)


OTHER_METHODS: ClassesOfOthers = ClassesOfOthers("kediri_index.scoring_methods")


class Methods(Mapping[str, Kind]):
    """The methods by name: those *alone*, then those over several units, then those of others.

    Most definitions have none of the latter two, and start without; the last are not listed.
    """

    def __init__(self, alone: Mapping[str, Kind]) -> None:
        self.alone = alone

    def __getitem__(self, name: str) -> Kind:
        if name in self.alone:
            return self.alone[name]
        over_units = _over_units()
        return over_units[name] if name in over_units else OTHER_METHODS.find(name)

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys([*self.alone, *_over_units()]))

    def __len__(self) -> int:
        return len(list(iter(self)))


def _over_units() -> Mapping[str, Kind]:
    from kediri_index.scoring.normalisations import PANEL_METHODS  # noqa: PLC0415 - most have no use for it

    return PANEL_METHODS


METHODS = Methods(Registered(in_files(__name__, _ALONE)))
