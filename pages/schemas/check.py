"""What ``check`` prints."""

from __future__ import annotations

from pages.schemas.envelope import FINDING_KEYS, Command
from pages.shapes import count, flag, listed, maybe, or_null, same_as, sha256, text, thing, whole

REPORTED = thing(
    "One finding as the round before reported it.",
    {
        key: shape
        for key, shape in FINDING_KEYS.items()
        if key not in {"hint", "indicators", "waived", "waiver"}
    },
)
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
            "unit": maybe(
                or_null(
                    text(
                        "The only unit of the files; null where there are several. Like the next"
                        " two not in an archive, nor with a broken definition."
                    )
                )
            ),
            "year": maybe(or_null(whole("Its year; null where none is named.", "year"))),
            "complete": maybe(flag("Whether absent rows are findings too (`--complete`).")),
            "absent": maybe(
                listed(
                    thing(
                        "What one unit lacks.",
                        {
                            "unit": or_null(text("Its name; null where none is named.")),
                            "year": or_null(whole("Its year; null where none is named.", "year")),
                            "opd": listed(
                                thing(
                                    "One agency.",
                                    {
                                        "id": text("Its id in the profile."),
                                        "name": text("Its name."),
                                        "indicators": listed(
                                            text("An id."),
                                            "Its indicators without a value, by id.",
                                        ),
                                    },
                                ),
                                "Agencies without a usable file, where there are some of others.",
                            ),
                            "indicators": listed(
                                thing(
                                    "One indicator.",
                                    {
                                        "id": text("Its id."),
                                        "name": text("Its name."),
                                        "opd": listed(
                                            text("An id."), "Its responsible agencies, by id."
                                        ),
                                    },
                                ),
                                "The other indicators and given groups without a value.",
                            ),
                        },
                    ),
                    "What each unit lacks, the unit left out that lacks nothing; there with"
                    " `--complete`, not in an archive.",
                )
            ),
            "since": maybe(
                thing(
                    "What changed since the round before; there with `--since` alone.",
                    {
                        "new": listed(same_as("finding"), "Findings that were not there."),
                        "left": listed(same_as("finding"), "Findings that were there already."),
                        "repaired": listed(
                            same_as("reported"), "Findings that are not there any more."
                        ),
                        "elsewhere": count(
                            "Findings of that round in files, or of agencies, that were not checked"
                            " this time."
                        ),
                    },
                )
            ),
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
    {"reported": REPORTED},
)
