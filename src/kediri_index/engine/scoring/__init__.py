"""One scoring method a file; a new one is one more file, and its name in one more line here.

The file holds its class, what it means, and its keys. Those that look at several units stand in
``engine.panel``.
"""

from collections.abc import Iterator, Mapping

from kediri_index.engine.registered import registered
from kediri_index.model.scoring import ScoringMethod

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
    """The methods by name; those over several units are imported when one not known is asked for.

    Most definitions have none of them, and start without. *alone* are the others.
    """

    def __init__(self, alone: Mapping[str, Kind]) -> None:
        self.alone = dict(alone)

    def __getitem__(self, name: str) -> Kind:
        return self.alone[name] if name in self.alone else self._all()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def _all(self) -> dict[str, Kind]:
        from kediri_index.engine.panel import PANEL_METHODS  # noqa: PLC0415 - most have no use for it

        return self.alone | PANEL_METHODS


METHODS = Methods(registered(__name__, _ALONE))
