"""What every format of ``explain`` shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from kediri_index.model.explained import Explained
from kediri_index.model.language import Language


class ExplainShown(NamedTuple):
    """The codes that were asked for; where there are none, a format shows all in its own way.

    *explain* looks codes up with their examples, which takes a while for all of them.
    """

    codes: tuple[str, ...]
    language: Language
    explain: Callable[[Iterable[str]], Sequence[Explained]]

    def explained(self) -> Sequence[Explained]:
        """Return the codes that were asked for, with their examples."""
        return self.explain(self.codes)
