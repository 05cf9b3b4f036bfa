"""What ``status`` prints."""

from __future__ import annotations

from kediri_index.model.profile import OpdState, OtherFileReason
from pages.schemas.envelope import Command
from pages.schemas.score import UNIT, YEAR
from pages.shapes import COUNT, count, day, listed, one_of, or_null, share, text, thing, whole

_NAME = "An id of an indicator or group."
_OPD = thing(
    "One agency.",
    {
        "id": text("Its id in the profile."),
        "name": text("Its name."),
        "state": one_of(OpdState, "How far it is; the first that holds."),
        "files": listed(text("A path."), "Its files that count."),
        "superseded": listed(text("A path."), "Its files that a higher revision replaces."),
        "revision": or_null(whole("The highest revision that came.", COUNT)),
        "answered": count("Answers that are there."),
        "expected": count("Answers that it owes."),
        "not_applicable": listed(text(_NAME), "What its files say does not apply."),
        "unfilled": listed(text(_NAME), "What it has yet to answer."),
        "elsewhere": listed(text(_NAME), "What only files of no known agency answer."),
        "errors": count("Errors in its files."),
        "warnings": count("Warnings about its files."),
        "weight": share("The share of the index that it answers for."),
        "overdue_days": or_null(count("How late it is; null without a day due.", "days")),
        "evidence": or_null(
            thing(
                "Items of evidence that its levels ask for; null where they ask none.",
                {
                    "sent": count("Sent, but not assessed yet."),
                    "accepted": count("Accepted by the assessor."),
                    "to_revise": count("To be revised."),
                    "missing": count("Without a file or link."),
                },
            )
        ),
    },
)
_OTHER = thing(
    "One file that is no agency's.",
    {
        "path": text("The file."),
        "reason": one_of(OtherFileReason, "Why it counts for no agency."),
        "said": or_null(text("The agency, unit or year that it names.")),
        "nearest": or_null(text("The id of the agency whose name comes nearest; never used.")),
    },
)

STATUS = Command(
    "status",
    "What `status --format json` prints.",
    thing(
        "The board of agencies.",
        {
            "unit": UNIT,
            "year": YEAR,
            "due": or_null(day("The day by which sheets are due.")),
            "expected_opd": count("Agencies that must send a sheet."),
            "complete_opd": count("Agencies whose sheets are complete."),
            "opd": listed(_OPD, "The agencies, in the profile's order."),
            "other_files": listed(_OTHER, "Files that are no agency's."),
            "unassigned": thing(
                "What no agency answers for.",
                {
                    "ids": listed(text(_NAME), "The indicators and given groups."),
                    "answered": count("How many of them are answered all the same."),
                    "expected": count("How many there are."),
                    "weight": share("Their share of the index."),
                },
            ),
        },
    ),
)
