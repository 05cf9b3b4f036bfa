"""What every format of ``verify`` shows."""

from __future__ import annotations

from typing import NamedTuple

from kediri_index.model.bundle import Verified
from kediri_index.model.language import Language


class VerifyShown(NamedTuple):
    """What computing an archive again came to."""

    verified: Verified
    language: Language
