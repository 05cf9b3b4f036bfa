"""Archives as a forger would make them, each with what must be said of it.

A forger knows the program: hashes are written anew wherever they stand, and whatever follows from a
change is changed as well, unless a forgery is about that.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from typing import NamedTuple

from examples.finding_examples.bundles import (
    CHECK,
    FAULTY,
    GOOD,
    PARTIAL,
    SCORE,
    TABLE,
    bundled,
    edited,
    made_by,
    relisted,
    zipped,
)
from kediri_index.archive.container import MANIFEST, RESOLVED
from tests.archive.forging import (
    CELLS,
    OTHER,
    added_unit,
    another_city,
    called_with,
    cells_and,
    commented,
    decomposed_names,
    edited_text,
    emptied,
    keys_in_order,
    name_otherwise,
    overlapping,
    patched_directory,
    patched_local,
    relanguaged,
    removed_unit,
    same_before,
    second_profile,
    shouted,
    size_of_good,
    swapped_inputs,
    swapped_order,
    two_ends,
    undated,
    with_document,
    with_folder,
    with_further,
    with_gap,
    with_header,
    with_manifest,
    with_member,
    with_name,
    without_input,
    zip64_end,
)


class Forgery(NamedTuple):
    """An archive, and the codes of what is said of it with what each is about.

    *code* is what the program ends with: 1 for what differs, 3 for what another version wrote.
    """

    name: str
    make: Callable[[], bytes]
    said: tuple[tuple[str, str | None], ...]
    code: int = 1


def _forged(name: str, make: Callable[[], bytes], *said: str, code: int = 1) -> Forgery:
    """Each of *said* is a code and, after a space, what it is about."""
    pairs = (one.partition(" ") for one in said)
    return Forgery(name, make, tuple((first, rest or None) for first, _, rest in pairs), code)


FORGERIES: tuple[Forgery, ...] = (
    # the version, behind which a difference could hide
    _forged(
        "another city's 4.00 under another version",
        lambda: zipped(another_city("9.9")),
        "F467",
        "F471 9.9",
    ),
    _forged(
        "no units under another version", lambda: zipped(emptied("0.0.1")), "F467", "F471 0.0.1"
    ),
    _forged(
        "another version in the manifest alone",
        lambda: with_manifest(lambda manifest: manifest["tool"].update(version="9.9")),
        "F471 9.9",
        "F473 results/check.json (tool · version)",
        "F473 results/score.json (tool · version)",
    ),
    _forged("another version everywhere", lambda: zipped(made_by("9.9", GOOD)), "F471 9.9", code=3),
    _forged(
        "findings emptied under another version",
        lambda: zipped(
            made_by("9.9", with_document(CHECK, lambda check: check["findings"].clear(), PARTIAL))
        ),
        "F469 C110",
        "F471 9.9",
    ),
    _forged(
        "resolved definition under another version",
        lambda: zipped(made_by("9.9", relisted(edited(GOOD, RESOLVED, "id: U-1", "id: U-9")))),
        "F471 9.9",
        "F473 definition/resolved.yaml",
    ),
    _forged(
        "hash of another input in the results, under another version",
        lambda: zipped(
            made_by(
                "9.9", with_document(SCORE, lambda one: one["inputs"][0].update(sha256="0" * 64))
            )
        ),
        "F471 9.9",
        "F473 results/score.json (inputs · isian.csv · sha256)",
    ),
    _forged(
        "a sentence as the version",
        lambda: zipped(made_by("9.9 wrote it.\nVerified: all figures", GOOD)),
        "F460",
    ),
    _forged(
        "another tool",
        lambda: with_manifest(lambda manifest: manifest["tool"].update(name="lain")),
        f"F473 {MANIFEST} (tool · name)",
    ),
    # results
    _forged("emptied check.json", lambda: with_member(CHECK, b""), f"F473 {CHECK}"),
    _forged("check.json of an empty object", lambda: with_member(CHECK, b"{}\n"), "F467"),
    _forged(
        "another message of a finding",
        lambda: zipped(
            with_document(CHECK, lambda one: one["findings"][0].update(message="Benar."), PARTIAL)
        ),
        f"F473 {CHECK}",
    ),
    _forged("an added unit", lambda: zipped(added_unit()), "F467"),
    _forged("a removed unit", lambda: zipped(with_document(SCORE, removed_unit)), "F467"),
    _forged(
        "an added figure",
        lambda: zipped(with_document(SCORE, lambda one: one["result"].update(total=4.0))),
        "F467",
    ),
    _forged(
        "a figure twice in score.json",
        lambda: zipped(
            relisted(
                edited(
                    GOOD, SCORE, '"published": "2.50"', '"published": "4.00", "published": "2.50"'
                )
            )
        ),
        f"F481 {SCORE} (published)",
    ),
    _forged(
        "other spaces in score.json",
        lambda: with_member(SCORE, GOOD[SCORE] + b"\n"),
        f"F473 {SCORE}",
    ),
    _forged(
        "resolved.yaml with another weight",
        lambda: zipped(relisted(edited(GOOD, RESOLVED, "id: U-1", "id: U-9"))),
        f"F473 {RESOLVED}",
    ),
    _forged(
        "a comment in resolved.yaml",
        lambda: with_member(RESOLVED, GOOD[RESOLVED] + b"# sah\n"),
        f"F473 {RESOLVED}",
    ),
    _forged(
        "the same text of score.json spelt otherwise",
        lambda: zipped(relisted(edited(GOOD, SCORE, "Kota Contoh", "\\u004bota Contoh"))),
        f"F473 {SCORE}",
    ),
    # cells
    _forged("an added cell", lambda: with_member(CELLS, cells_and("Z9")), "F466"),
    _forged(
        "a line of cells that is none",
        lambda: with_member(CELLS, GOOD[CELLS] + b"x\n"),
        f"F473 {CELLS}",
    ),
    # the manifest
    _forged(
        "a key twice in the manifest",
        lambda: edited_text(MANIFEST, '"findings": []', '"findings": [],\n  "findings": []'),
        f"F481 {MANIFEST} (findings)",
    ),
    _forged(
        "NaN in the manifest",
        lambda: edited_text(MANIFEST, '"call": {', '"call": {\n    "x": NaN,'),
        f"F481 {MANIFEST} (NaN)",
    ),
    _forged(
        "an added key in the manifest",
        lambda: with_manifest(lambda manifest: manifest.update(checked_by="BPK")),
        f"F473 {MANIFEST} (checked_by)",
    ),
    _forged(
        "lines of the manifest that end as on Windows",
        lambda: zipped({**GOOD, MANIFEST: GOOD[MANIFEST].replace(b"\n", b"\r\n")}),
        f"F473 {MANIFEST}",
    ),
    _forged("keys in another order", keys_in_order, f"F473 {MANIFEST}"),
    _forged(
        "a number of 5,000 digits",
        lambda: edited_text(MANIFEST, '"year": 2023', '"year": ' + "9" * 5000),
        "F460",
    ),
    _forged(
        "a target that is not reduced",
        lambda: called_with(target="10/4"),
        "F467",
    ),
    _forged("a hash in capital letters", lambda: zipped({**GOOD, MANIFEST: shouted()}), "F463"),
    _forged(
        "another definition's hash in the manifest",
        lambda: with_manifest(lambda manifest: manifest["definition"].update(sha256="0" * 64)),
        f"F473 {MANIFEST} (definition · sha256)",
    ),
    _forged(
        "findings in the manifest",
        lambda: with_manifest(lambda manifest: manifest["findings"].append("x")),
        f"F473 {MANIFEST}",
    ),
    # how it was called
    _forged(
        "the unit of no profile",
        lambda: called_with(unit=None, profile_unit="Kota Lain"),
        "F467",
        "F482 call · profile_unit",
        "F469",
    ),
    _forged("a day without waivers", lambda: called_with(day="2020-01-01"), "F482 call · day"),
    _forged(
        "usual limits as if raised",
        lambda: called_with(limits={"cells": 1_200_000}),
        "F482 call · limits",
    ),
    _forged(
        "ids that are none",
        lambda: called_with(known_definitions=["b", "a"]),
        "F482 call · known_definitions",
    ),
    _forged("waivers without a day", undated, "F482 call · day"),
    _forged("this year's definition as last year's own", same_before, "F482 previous/definition"),
    _forged(
        "last year without files",
        lambda: called_with(previous="lalu", previous_passed_over=[]),
        "F469",
        "F482 previous",
    ),
    _forged("errors that were not allowed", lambda: zipped(bundled(FAULTY)), "F485"),
    _forged("another language of findings", relanguaged, f"F473 {SCORE}", f"F473 {CHECK}"),
    # files
    _forged("an input that is gone", without_input, "F467", "F482 inputs", "F485"),
    _forged(
        "an input twice",
        lambda: with_further("inputs/002-isian.csv", TABLE.encode(), "input", "isian.csv"),
        "F461",
        "F467",
        "F469",
        "F482 isian.csv",
    ),
    _forged(
        "a profile that is none",
        lambda: with_further("profile/001-p.yaml", b"kediri_index: 1\n", "profile", "p.yaml"),
        "F470",
        "D282",
    ),
    _forged(
        "two inputs under each other's names", swapped_inputs, "F467 a.csv", "F467 b.csv", "F482"
    ),
    _forged("a second profile", second_profile, "F482 profile/002-p.yaml"),
    _forged(
        "a definition that nothing extends",
        lambda: with_further("definition/002-x.yaml", b"kediri_index: 1\n", "definition", "x.yaml"),
        "F482 x.yaml",
    ),
    _forged(
        "a name that bundle does not give",
        lambda: zipped(
            relisted(
                {(n.replace("001-uji", "007-uji")): d for n, d in GOOD.items()}, name_otherwise
            )
        ),
        "F482 definition/007-uji.yaml",
    ),
    _forged(
        "a definition named as shipped",
        lambda: zipped(bundled(TABLE, "kediri_index/config/pillars.yaml")),
        "F483 kediri_index/config/pillars.yaml",
    ),
    _forged(
        "a member that is not listed",
        lambda: zipped({**GOOD, "catatan.txt": b"x"}),
        "F462 catatan.txt",
    ),
    # the container
    _forged("trailing bytes", lambda: zipped(GOOD) + b"PK", f"F479 {size_of_good()}"),
    _forged("a comment", commented, f"F479 {size_of_good()}"),
    _forged("two ends of the directory", two_ends, "F475"),
    _forged("a zip before the zip", lambda: zipped(OTHER) + zipped(GOOD), "F479 0"),
    _forged("bytes between members and directory", with_gap, "F479"),
    _forged("a folder with data", lambda: with_folder(b"x"), "F462 results/"),
    _forged("an empty folder", lambda: with_folder(b""), "F462 results/"),
    _forged("members in another order", swapped_order, "F479"),
    _forged(
        "a compressed member",
        lambda: with_header(compress_type=zipfile.ZIP_DEFLATED),
        f"F480 {CHECK}",
    ),
    _forged("another date", lambda: with_header(date_time=(2022, 12, 5, 0, 0, 0)), f"F480 {CHECK}"),
    _forged("a comment of a member", lambda: with_header(comment=b"sah"), f"F480 {CHECK}"),
    _forged("an extra field", lambda: with_header(extra=b"\xfe\xca\x02\x00ok"), f"F480 {CHECK}"),
    _forged("a symbolic link", lambda: with_header(external_attr=0o120777 << 16), f"F480 {CHECK}"),
    _forged("a member made on Windows", lambda: with_header(create_system=0), f"F480 {CHECK}"),
    _forged("a locked member", lambda: patched_directory(8, b"\x01"), f"F476 {CHECK}"),
    _forged(
        "another size in the directory",
        lambda: patched_directory(24, b"\x01\x00\x00\x00"),
        f"F476 {CHECK}",
    ),
    _forged(
        "another size in a member's own header", lambda: patched_local(18, b"\x01"), f"F480 {CHECK}"
    ),
    _forged(
        "another date in a member's own header", lambda: patched_local(10, b"\x01"), f"F480 {CHECK}"
    ),
    _forged(
        "another name in a member's own header", lambda: patched_local(30, b"R"), f"F475 {CHECK}"
    ),
    _forged("two members in one place", overlapping, "F476"),
    _forged("an end of the directory for large archives", zip64_end, "F479"),
    _forged("a zip64 member", lambda: patched_directory(20, b"\xff" * 8), "F477"),
    _forged(
        "a name in capital letters",
        lambda: with_name("RESULTS/check.json"),
        "F480 RESULTS/check.json",
    ),
    _forged(
        "a name with a backslash",
        lambda: with_name("results\\check.json"),
        "F480 results\\check.json",
    ),
    _forged(
        "a name with NUL",
        lambda: zipped(GOOD).replace(CHECK.encode(), b"results/check\0json"),
        "F476",
    ),
    _forged("a name in other Unicode", decomposed_names, "F461", "F462", "F470"),
)
