"""What ``definition lint`` prints, with the statistics of data."""

from __future__ import annotations

from pages.schemas.envelope import Command
from pages.schemas.score import UNIT, YEAR
from pages.shapes import (
    BARE,
    INDICATORS,
    Schema,
    count,
    effective,
    flag,
    listed,
    maybe,
    number,
    or_null,
    same_as,
    share,
    text,
    thing,
    whole,
)

_R = "correlation, -1 to 1"


def _figure(meaning: str, unit: str = INDICATORS) -> Schema:
    return or_null(number(meaning, unit))


_COLUMN: dict[str, Schema] = {
    "n": count("Values that are there."),
    "missing": count("Values that are not."),
    "min": _figure("The lowest."),
    "q1": _figure("The lower quartile, interpolated."),
    "median": _figure("The median."),
    "q3": _figure("The upper quartile, interpolated."),
    "max": _figure("The highest."),
    "mean": _figure("The mean."),
    "sd": _figure("The standard deviation, by n - 1."),
    "skewness": _figure("The skewness, corrected for small samples.", BARE),
    "kurtosis": _figure("The kurtosis in excess of 3, corrected for small samples.", BARE),
    "nonzero": count("Values that are not zero."),
    "distinct": count("Different values."),
    "same": count("How often the most frequent value occurs."),
    "present_share": or_null(share("Values that are there, of all.")),
    "nonzero_share": or_null(share("Values that are not zero, of those there.")),
    "distinct_share": or_null(share("Different values, of those there.")),
    "same_share": or_null(share("The most frequent value, of those there.")),
    "constant": flag("Whether all values are the same."),
    "skewed": flag("Whether the shape speaks of outliers."),
    "outliers": listed(same_as("outlier"), "Values far from the middle half."),
}
_OUTLIER = thing(
    "One value far from the middle half.",
    {"unit": UNIT, "year": YEAR, "value": number("The value.", INDICATORS)},
)
_LEAF = thing(
    "One indicator, or a group whose score is given.",
    {
        "id": text("Its id."),
        "in": or_null(text("The group it stands in; null at the top.")),
        **_COLUMN,
        "prepared": maybe(
            thing("The same of the values as `prepare` made them, where it changed any.", _COLUMN)
        ),
        "effective_weight": or_null(effective("Its share in the overall.")),
        "influence": _figure("Its share in what moves the overall.", "share"),
        "correlation": _figure("The correlation of its scores with the overall.", _R),
    },
)
_CHILD = thing(
    "One child.",
    {
        "id": text("Its id."),
        "n": count("Units that have a score of it."),
        "weight": effective("Its share among its siblings."),
        "influence": _figure("Its share in what moves the group.", "share"),
        "correlation": _figure("The correlation of its scores with the group's.", _R),
        "correlation_with_siblings": _figure("The mean correlation with its siblings.", _R),
        "vif": _figure(
            "Its variance inflation factor among its siblings, over complete rows.", BARE
        ),
    },
)
_GROUP = thing(
    "One group.",
    {
        "id": or_null(text("Its id; null for the overall.")),
        "n": count("Units that have a score of it."),
        "effective_weight": or_null(effective("Its share in the overall.")),
        "alpha": _figure("Cronbach's alpha of the children, by pairs.", BARE),
        "alpha_complete": _figure("The same, over the complete rows.", BARE),
        "complete": count("Complete rows."),
        "items": count("Children."),
        "children": listed(_CHILD, "The children."),
    },
)


def _correlation(of: str) -> dict[str, Schema]:
    return {
        "n": count(f"Units that have {of} of both."),
        "pearson": _figure(f"The correlation of the {of}.", _R),
        "spearman": _figure("The correlation of the ranks.", _R),
        "pearson_p": _figure(
            "How likely chance alone gives it: two-sided, by Student's t.", "share"
        ),
        "spearman_p": _figure("The same of the ranks, by approximation.", "share"),
    }


_PAIR = thing(
    "Two nodes.",
    {
        "a": text("The id of one."),
        "b": text("The id of the other."),
        "siblings": flag("Whether both stand in one group."),
        **_correlation("scores"),
    },
)
_WITH_DENOMINATOR = thing(
    "An indicator and a denominator.",
    {
        "indicator": text("The id of the indicator."),
        "denominator": text("The column, or the id of the indicator, that may divide it."),
        "divides": flag("Whether a step of the definition divides it by that."),
        **_correlation("raw values"),
        "prepared": maybe(
            thing(
                "The same of the values as `prepare` made them, where it changed any.",
                _correlation("values"),
            )
        ),
    },
)
_LOADING = thing(
    "One child.",
    {
        "id": text("Its id."),
        "loading": _figure("Its loading; null where it does not vary.", BARE),
    },
)
_COMPONENT = thing(
    "One principal component of the correlations.",
    {
        "eigenvalue": number("Its variance; all together are as many as children that vary.", BARE),
        "share": share("Its share of all variance."),
        "loadings": listed(_LOADING, "The children; the squares of all loadings add up to 1."),
    },
)
_COMPONENTS = thing(
    "One group.",
    {
        "id": or_null(text("Its id; null for the overall.")),
        "n": count("Complete rows."),
        "components": listed(
            _COMPONENT, "The components, the largest first; none below three complete rows."
        ),
    },
)
_STATISTICS = thing(
    "The statistics of the data; null where errors forbid them.",
    {
        "observations": count("Units, each year by itself."),
        "units": count("Units."),
        "years": listed(whole("A year.", "year"), "The years."),
        "indicators": listed(_LEAF, "The indicators, and given groups."),
        "groups": listed(_GROUP, "The groups, and the overall."),
        "pairs": listed(_PAIR, "The correlations."),
        "components": listed(_COMPONENTS, "The principal components of each group."),
        "denominators": listed(
            _WITH_DENOMINATOR,
            "Each indicator with what steps divide by, and with what `--denominator` names.",
        ),
    },
)

_FIXED = thing(
    "A definition, and what is corrected in it.",
    {
        "path": text("The file."),
        "output": or_null(text("The file that was written; null where nothing is corrected.")),
        "encoding": or_null(text("What the file was encoded in; null for UTF-8.")),
        "changes": listed(
            thing(
                "A line that is corrected.",
                {
                    "line": count("The line, from 1."),
                    "before": text("The line as it was."),
                    "after": text("The line as it is."),
                    "codes": listed(text("A code."), "The codes of its findings, if it has any."),
                },
            ),
            "The lines that are corrected.",
        ),
    },
)

LINT = Command(
    "definition-lint",
    "What `definition lint --format json` prints.",
    thing(
        "How many findings there are of each; the findings themselves stand beside the result.",
        {
            "files": listed(text("A path."), "The files that were looked at."),
            "errors": count("Faults."),
            "warnings": count("Findings that want a look."),
            "notes": count("Findings that are good to know."),
            "fixed": maybe(
                listed(
                    same_as("fixed"), "There with `--fix` alone: every file that may be corrected."
                )
            ),
            "statistics": maybe(or_null(same_as("statistics", "There with `--data` alone."))),
        },
    ),
    {"statistics": _STATISTICS, "outlier": _OUTLIER, "fixed": _FIXED},
)
