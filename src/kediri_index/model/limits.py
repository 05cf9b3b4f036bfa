"""Limits on what is read; each can be raised with ``--limit NAME=VALUE``."""

from __future__ import annotations

from typing import NamedTuple


class Limits(NamedTuple):
    """Bounds that a well-meant file stays far below; sizes are bytes.

    *rows* and *columns* are a sheet's and let pass whatever Excel can hold; *strings* are the texts
    that cells share, *elements* what a part holds besides cells. *seconds* are those of the
    processor for reading a file, and as many again for its rows. *findings* are those of one file,
    *units* the regions and years of all files of a call, *marked_cells* the cells of a file that a
    marked copy is made of.
    """

    file_bytes: int = 100_000_000
    members: int = 2_000
    member_bytes: int = 200_000_000
    total_bytes: int = 400_000_000
    ratio: int = 1_000
    sheets: int = 200
    rows: int = 1_048_576
    columns: int = 16_384
    cells: int = 1_200_000
    strings: int = 1_000_000
    elements: int = 1_000_000
    text_length: int = 100_000
    seconds: int = 10
    findings: int = 5_000
    units: int = 20_000
    marked_cells: int = 300_000
    definition_bytes: int = 2_000_000
    definition_depth: int = 40
    definition_nodes: int = 200_000
    definition_aliases: int = 100
    extends: int = 8
