"""What every format of ``definition lint`` shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from kediri_index.api.lint import Linted
from kediri_index.model.language import Language


class LintShown(NamedTuple):
    """What was found; *line_of* gives a line of a file by its number, None where it cannot."""

    linted: Linted
    language: Language
    line_of: Callable[[str, int], str | None]
