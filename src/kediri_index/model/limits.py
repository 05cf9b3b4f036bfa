"""Limits on what is read; each can be raised with ``--limit NAME=VALUE``."""

from typing import NamedTuple

WORK_A_SECOND = 500_000
"""About what a slow machine computes in one."""


class Limits(NamedTuple):
    """Bounds that a well-meant file stays far below; sizes are bytes.

    *rows* and *columns* are a sheet's and let pass whatever Excel can hold; *strings* are the texts
    that cells share, *texts* the characters of all cells of a file, *elements* what a part holds
    besides cells. *seconds* are those of the
    processor for reading a file, and as many again for its rows; of a plan and of a comparison they
    bound the *work* instead, the same on every machine. *findings* are those of one file,
    *units* the regions and years of all files of a call, *comparisons* those of two units by one
    child under ``copeland``, *marked_cells* the cells of a file that a marked copy is made of.
    *patterns* are names with ``*`` in a profile or a table of costs, *weights* the cells of a file
    of sets of weights, or the rows of one of uncertain values.
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
    texts: int = 50_000_000
    seconds: int = 10
    findings: int = 5_000
    units: int = 20_000
    comparisons: int = 12_000_000
    marked_cells: int = 300_000
    definition_bytes: int = 2_000_000
    definition_depth: int = 40
    definition_nodes: int = 200_000
    definition_aliases: int = 100
    patterns: int = 500
    weights: int = 500_000
    extends: int = 8

    @property
    def work(self) -> int:
        """How much a plan or a comparison may compute: as many pairs of ways, or as long."""
        return self.seconds * WORK_A_SECOND
