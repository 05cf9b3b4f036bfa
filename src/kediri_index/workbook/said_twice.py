"""What a file says of itself in two places: the same, or in contradiction."""

from __future__ import annotations

from collections.abc import Iterator

from kediri_index.agencies.naming import opd_named
from kediri_index.model.dataset import Said
from kediri_index.model.findings import Finding
from kediri_index.model.names import exact
from kediri_index.model.profile import Profile, unit_key
from kediri_index.workbook.identity import Identity, Item

_COMPARED = (
    Item.UNIT,
    Item.YEAR,
    Item.OPD,
    Item.REVISION,
    Item.DEFINITION,
    Item.VERSION,
)


def said_twice(
    identity: Identity, above: tuple[Identity, ...], profile: Profile | None
) -> Iterator[Finding]:
    """Yield F435 for each contradiction: on the sheets that say it, or above a header.

    Names of a unit or an agency are compared as *profile* knows them; without it two spellings of
    an agency may be one.
    """
    compared = [(identity, one) for one in (*identity.again, *_said_above(above))]
    compared += [(one, again) for one in above for again in one.again]
    for place, (item, said) in compared:
        first = place.items.get(item)
        if first is None or item not in _COMPARED:
            continue
        if not _same(item, first.text, said.text, profile):
            other = first.source.seen_from(said.source.file)
            yield Finding.at_cell(
                "F435", said.source, said.text, name=item.value, first=first.text, other=other
            )


def _said_above(above: tuple[Identity, ...]) -> Iterator[tuple[Item, Said]]:
    return (pair for one in above for pair in one.items.items())


def _same(item: Item, one: str, other: str, profile: Profile | None) -> bool:
    if item is Item.UNIT:
        return unit_key(profile, one) == unit_key(profile, other)
    if exact(one) == exact(other):
        return True
    if item is not Item.OPD:
        return False
    known = [opd_named(profile, text) if profile else None for text in (one, other)]
    return None in known or known[0] == known[1]
