"""What ``score`` prints."""

from __future__ import annotations

from kediri_index.model.aggregation import NoScore
from kediri_index.model.dataset import Lead, Missing
from kediri_index.model.profile import Basis
from kediri_index.model.scores import PreviousBasis
from pages.schemas.envelope import Command
from pages.shapes import (
    BARE,
    INDICATORS,
    RANK,
    WEIGHT,
    Schema,
    by_name,
    count,
    effective,
    flag,
    listed,
    maybe,
    number,
    one_of,
    or_null,
    points,
    same_as,
    share,
    text,
    thing,
    whole,
)

UNIT: Schema = or_null(text("The unit, such as a city; null where no file names one."))
YEAR: Schema = or_null(whole("The year; null where no file names one.", "year"))
VALUE: Schema = one_of(Lead, "Whose scores count: the agencies' own, or the assessors'.")
PUBLISHED: Schema = or_null(
    text("The score as published: by the definition's stages of rounding, with its decimals.")
)
WHY_EMPTY = [one.value for one in Missing if one is not Missing.EMPTY]
MISSING: Schema = or_null(one_of(WHY_EMPTY, "Why there is no value; null where there is one."))
NO_SCORE: Schema = or_null(one_of(NoScore, "Why there is no score; null where there is one."))
CLASS: Schema = or_null(text("The class, where the definition has classes."))

FIGURE: dict[str, Schema] = {
    "score": or_null(points("The score, free of any rounding below it; null for none.")),
    "published": PUBLISHED,
}
_PARTS: dict[str, Schema] = {
    "completeness": or_null(share("How much of the weight is answered.")),
    "answered": count("Answers that are there; a given group is one."),
    "expected": count("Answers that the definition wants."),
}
_SOURCES: Schema = listed(
    thing(
        "One cell.",
        {
            "file": text("The file."),
            "sheet": or_null(text("The sheet; null in a file of text.")),
            "cell": text("The cell, such as `H14`."),
        },
    ),
    "The cells that the score was read from; a group has some where its score is given.",
)
_TOTAL: dict[str, Schema] = {**FIGURE, "answered": count("Answers that have this score.")}
_OVERALL: dict[str, Schema] = {
    **FIGURE,
    "class": CLASS,
    "rank": or_null(whole("The rank among the units of the year; null for one unit.", RANK)),
    "target": or_null(points("What is aimed at.")),
    "gap": or_null(points("The published score less the target.")),
    "previous": or_null(points("Last year's published score.")),
    "change": or_null(points("The published score less last year's.")),
    "previous_basis": or_null(
        one_of(PreviousBasis, "Whether last year's is the published one, or computed anew.")
    ),
    "previous_year": or_null(whole("The year that `previous` is of.", "year")),
    "change_reason": or_null(
        text("Why there is no change: `other_basis` if both rest on different assessments.")
    ),
    "basis": or_null(
        one_of(Basis, "Whose assessment the score is; null if measured, or if nothing says so.")
    ),
    "official": or_null(points("The score that the profile has as published for this year.")),
    **_PARTS,
    "no_score": NO_SCORE,
    "range_if_missing": or_null(
        thing(
            "The overall if what is missing were worst or best; null where nothing is.",
            {"low": thing("All worst.", FIGURE), "high": thing("All best.", FIGURE)},
        )
    ),
    "self": or_null(thing("The overall by the agencies' own scores.", _TOTAL)),
    "assessor": or_null(thing("The overall by the assessors' scores.", _TOTAL)),
}
_WEIGHT: Schema = or_null(number("The weight in use, as the definition writes it.", WEIGHT))
_EFFECTIVE: Schema = or_null(
    effective("The share in the overall; over all answers that count these add up to 1.")
)
_GROUP = thing(
    "One group, with those below it.",
    {
        "id": text("Its id."),
        "kind": text("The kind, such as `dimension` or `pillar`."),
        "name": text("Its name."),
        **FIGURE,
        "weight": _WEIGHT,
        "effective_weight": _EFFECTIVE,
        "contribution": or_null(
            points("Its part of the overall; null where that is no sum of such.")
        ),
        "given": flag("Whether the data have its score itself, not those of its parts."),
        **_PARTS,
        "class": CLASS,
        "no_score": NO_SCORE,
        "sources": _SOURCES,
        "groups": listed(same_as("group"), "The groups in it."),
    },
)
_INDICATOR = thing(
    "One indicator.",
    {
        "id": text("Its id."),
        **FIGURE,
        "raw": or_null(
            text(
                "The answer as it stands in the cell; a stored number in at most 15 digits, of a "
                "cell shown as a percentage the share (`0.85`)."
            )
        ),
        "self": or_null(points("The agency's own score.")),
        "assessor": or_null(points("The assessors' score: their mean.")),
        "sources": _SOURCES,
        "weight": _WEIGHT,
        "effective_weight": _EFFECTIVE,
        "missing": MISSING,
        "survey": maybe(same_as("survey")),
    },
)
SURVEY = thing(
    "What respondents said, where the value is theirs.",
    {
        "value": number("The value, in the unit of the indicator.", INDICATORS),
        "respondents": count("Respondents that count."),
        "low": or_null(
            number("Where its 90% interval begins; null with one respondent.", INDICATORS)
        ),
        "high": or_null(number("Where the interval ends.", INDICATORS)),
        "answers": listed(
            thing(
                "The answers to one question in one sheet.",
                {
                    "question": text("The code of the question."),
                    "file": text("The file."),
                    "sheet": or_null(text("The sheet; null in a file of text.")),
                    "cells": text("The cells, such as `F5:F54`."),
                },
            ),
            "The cells of the answers.",
        ),
    },
)
_VIEW = thing(
    "One row of a view.",
    {
        "id": text("The agency's id, or the tag."),
        "name": text("Its name."),
        "score": or_null(points("The weighted mean of its indicators; no index of its own.")),
        "answered": count("Answers that are there."),
        "expected": count("Answers that the definition wants."),
        "completeness": or_null(share("How much of its weight is answered.")),
        "contribution": or_null(points("Its part of the overall; null where there is none.")),
    },
)
_OMISSION = thing(
    "Something that the score leaves out.",
    {
        "id": text("The indicator or group."),
        "reason": one_of([*WHY_EMPTY, Missing.EMPTY, *NoScore], "Why."),
        "counted_as_zero": flag("Whether it counts as zero instead."),
    },
)
_EFFECT = thing(
    "One value that a step changed.",
    {
        "step": text("The step, such as `impute`."),
        "how": text("In which way, such as `median`."),
        "unit": UNIT,
        "year": YEAR,
        "indicator": or_null(text("Whose value; null where the step left the whole unit out.")),
        "before": or_null(
            number("The value before; of a unit left out its share of answers.", INDICATORS)
        ),
        "after": or_null(number("The value after.", INDICATORS)),
        "power": maybe(number("The power of the Box-Cox transform.", BARE)),
    },
)
_GROUP_FIGURES: dict[str, Schema] = {
    "score": or_null(points("Of the scores without rounding; null without any.")),
    "published": or_null(text("Of the published scores, rounded as these are.")),
}
_UNIT_GROUP = thing(
    "The units of one year with one value.",
    {
        "year": YEAR,
        "value": or_null(text("The value; null for the units without one.")),
        "units": listed(UNIT, "Their names, best first; those without a score stand last."),
        "scored": count("Units with a score."),
        "unscored": count("Units without a score."),
        "mean": thing("The mean of the overall scores.", _GROUP_FIGURES),
        "median": thing("The median.", _GROUP_FIGURES),
        "lowest": thing("The lowest.", _GROUP_FIGURES),
        "highest": thing("The highest.", _GROUP_FIGURES),
        "groups": listed(
            thing(
                "The mean of one group of the top level.",
                {"id": text("Its id."), **_GROUP_FIGURES},
            ),
            "The means of the groups of the top level.",
        ),
    },
)

SCORE = Command(
    "score",
    "What `score --format json` prints.",
    thing(
        "The scores.",
        {
            "units": listed(
                thing(
                    "One unit in one year.",
                    {
                        "unit": UNIT,
                        "year": YEAR,
                        "value": VALUE,
                        "overall": thing("The index itself.", _OVERALL),
                        "groups": listed(same_as("group"), "The groups of the top level."),
                        "views": by_name(
                            listed(same_as("view_row"), "The rows."),
                            "The indicators put together in other ways: by agency (`opd`), by tag.",
                        ),
                        "omissions": listed(same_as("omission"), "What the score leaves out."),
                        "unit_group": maybe(
                            thing(
                                "The group of units that it is in, where `unit_groups` is there.",
                                {
                                    "value": or_null(text("The value; null for none.")),
                                    "rank": or_null(
                                        whole(
                                            "The rank within the group; null for its only unit, "
                                            "and without a score.",
                                            RANK,
                                        )
                                    ),
                                    "scored": count("Units of the group with a score."),
                                },
                            )
                        ),
                        "indicators": maybe(
                            listed(
                                same_as("indicator"),
                                "The indicators; of several units with `--detail` alone.",
                            )
                        ),
                    },
                ),
                "The units, in order of name and year.",
            ),
            "prepared": maybe(
                listed(
                    same_as("effect"),
                    "What `prepare` changed; there where the definition has such steps.",
                )
            ),
            "unit_groups": maybe(
                thing(
                    "The groups of units, where `--by` or the profile names any.",
                    {
                        "name": text("The column, or the key of the profile."),
                        "groups": listed(
                            same_as("unit_group"),
                            "By year; in each year the highest mean first, units without a value "
                            "last.",
                        ),
                    },
                )
            ),
        },
    ),
    {
        "group": _GROUP,
        "indicator": _INDICATOR,
        "view_row": _VIEW,
        "omission": _OMISSION,
        "effect": _EFFECT,
        "unit_group": _UNIT_GROUP,
        "survey": SURVEY,
    },
    can_be_partial=True,
)
