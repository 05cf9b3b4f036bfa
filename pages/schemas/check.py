"""What ``check`` prints."""

from __future__ import annotations

from pages.schemas.envelope import Command
from pages.shapes import count, listed, maybe, sha256, text, thing

CHECK = Command(
    "check",
    "What `check --format json` prints; with `--format jsonl` each line is one of its findings.",
    thing(
        "How many there are of each; the findings themselves stand beside the result.",
        {
            "files": count("Files that were read."),
            "errors": count("Findings that stand in the way of a score."),
            "warnings": count("Findings that want a look."),
            "notes": count("Findings that are good to know."),
            "waived": count("Findings that were accepted; they are not among the others."),
            "marked": maybe(
                listed(
                    thing(
                        "One copy.",
                        {
                            "path": text("Where it was written."),
                            "sha256": sha256("The hash of its bytes."),
                            "source": text("The file that it is a copy of."),
                        },
                    ),
                    "The marked copies; there with `--mark` alone.",
                )
            ),
        },
    ),
)
