"""One file of a unit whose name is much like that of all the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kediri_index.model.finding_text import FindingText
from kediri_index.model.findings import Finding, Severity
from kediri_index.model.names import exact
from kediri_index.model.nearest import NEARLY_THE_SAME, Names
from kediri_index.rules.context import DataContext

FINDINGS = (
    FindingText(
        "F440",
        Severity.WARNING,
        "nama wilayah mirip yang lain",
        "unit named much like another",
        "hanya berkas ini untuk «{value}»; {count} berkas lain untuk «{unit}»",
        "only this file is of «{value}»; {count} others are of «{unit}»",
        "perbaiki Wilayah, atau periksa berkas ini terpisah bila memang wilayah lain",
        "correct Wilayah, or check this file apart if it is another unit's",
    ),
)

FEWEST_OTHERS = 3


def lone_unit(context: DataContext) -> Iterable[Finding]:
    """Yield F440 where at least three files agree on another name that is nearly the same."""
    if context.hints.theirs is not None:
        return
    said = [file.says.unit for file in context.data.inputs if file.superseded_by is None]
    names = {exact(one.text): one.text for one in said if one is not None}
    count = Counter(exact(one.text) for one in said if one is not None)
    common = [names[name] for name, files in count.items() if files >= FEWEST_OTHERS]
    if not common:
        return
    known = Names(common)
    for one in said:
        if one is None or count[exact(one.text)] > 1:
            continue
        other = known.nearest(one.text, cutoff=NEARLY_THE_SAME)
        if other is not None:
            yield Finding.at_cell(
                "F440", one.source, one.text, unit=other, count=count[exact(other)]
            )
