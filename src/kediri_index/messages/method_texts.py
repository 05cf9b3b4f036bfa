"""What the scoring methods and their parameters mean, in their own files and in common."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from kediri_index.model.wording import Described, Wording
from kediri_index.scoring.methods import METHODS


def described_parameters() -> Iterator[tuple[str, Described]]:
    """Yield the parameters that a method's file describes, such as ``z_score.mean``."""
    for name, method in METHODS.items():
        described: dict[str, Described] = getattr(sys.modules[method.__module__], "KEYS", {})
        yield from ((f"{name}.{key}", one) for key, one in described.items())


METHOD_TEXTS: dict[str, Wording] = {
    **{name: sys.modules[method.__module__].MEANING for name, method in METHODS.items()},
    **{key: Wording(one.indonesian, one.english) for key, one in described_parameters()},
    "level": Wording(
        "Satu tingkat dari metode levels; teks saja berarti namanya.",
        "One level of the method levels; a text alone is its name.",
    ),
    "level.name": Wording(
        "Nama tingkat ini; isian boleh menyebutnya.", "The name of this level; a cell may hold it."
    ),
    "level.score": Wording(
        "Nilai tingkat ini; bawaan: tingkat itu sendiri.",
        "The score of this level; by default the level itself.",
    ),
    "band": Wording("Satu jenjang dari metode bands.", "One band of the method bands."),
    "band.score": Wording("Nilai jenjang ini.", "The score of this band."),
    "band.below": Wording(
        "Batas atas yang sudah termasuk jenjang berikutnya.",
        "The upper bound, which itself belongs to the next band.",
    ),
    "band.up_to": Wording(
        "Batas atas yang masih termasuk jenjang ini.",
        "The upper bound, which itself belongs to this band.",
    ),
    "by_rank.ties": Wording(
        "Peringkat bagi nilai yang sama: yang terkecil (min) atau rata-ratanya (average).",
        "The rank of equal values: the smallest of theirs (min) or its mean (average).",
    ),
    "over_units.years": Wording(
        "Semua tahun bersama (pooled) atau setiap tahun sendiri (each).",
        "All years together (pooled) or each year by itself.",
    ),
}
