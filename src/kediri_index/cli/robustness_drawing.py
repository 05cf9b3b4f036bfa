"""What the options of ``robustness`` ask to be drawn."""

from __future__ import annotations

from typing import NamedTuple

from kediri_index.api.weight_sets import load_weight_sets
from kediri_index.cli.inputs import Inputs
from kediri_index.cli.numbers import given_count, given_number
from kediri_index.errors import UsageError
from kediri_index.model.aggregation import Aggregation
from kediri_index.model.nearest import suggest
from kediri_index.model.robustness import Drawing
from kediri_index.scoring.aggregations import AGGREGATIONS

_EXAMPLES = {"power": "power:2", "mpi": "mpi:-1"}


class Asked(NamedTuple):
    """The options as they are written."""

    draws: str
    seed: str
    weights: str | None
    weight_sets: str | None
    methods: str | None
    aggregations: str | None
    missing: bool
    sobol: bool
    keep: bool = False

    def check(self) -> None:
        """Raise :class:`UsageError` for what can be told without any file."""
        given_count("--draws", self.draws, 1)
        given_count("--seed", self.seed, 0)
        given_number("--weights", self.weights)
        _aggregations(self.aggregations)
        _names("--methods", self.methods)


def drawing_of(asked: Asked, inputs: Inputs) -> Drawing:
    """Return what is asked for; reads the file of sets of weights."""
    sets = asked.weight_sets
    return Drawing(
        draws=given_count("--draws", asked.draws, 1),
        seed=given_count("--seed", asked.seed, 0),
        weights=given_number("--weights", asked.weights),
        weight_sets=()
        if sets is None
        else load_weight_sets(sets, inputs.definition, limits=inputs.surroundings.limits),
        methods=_names("--methods", asked.methods),
        aggregations=_aggregations(asked.aggregations),
        missing=asked.missing,
        sobol=asked.sobol,
        keep=asked.keep,
    )


def _names(option: str, text: str | None) -> tuple[str, ...]:
    """Return the names between commas, each once."""
    if text is None:
        return ()
    names = tuple(dict.fromkeys(filter(None, (name.strip() for name in text.split(",")))))
    if not names or names[0].startswith("--"):
        raise UsageError("no-name", option=option, value=text)
    return names


def _aggregations(text: str | None) -> tuple[Aggregation, ...]:
    return tuple(map(_aggregation, _names("--aggregations", text)))


def _aggregation(text: str) -> Aggregation:
    """Return the aggregation of a name such as ``geometric``, ``power:2`` or ``mpi:-1``."""
    name, colon, written = text.partition(":")
    if name not in AGGREGATIONS or (colon and name not in _EXAMPLES):
        known = tuple(_EXAMPLES.get(one, one) for one in AGGREGATIONS if one != "copeland")
        nearest = suggest(name, known)
        if name != "copeland":
            raise UsageError(
                "bad-value", option="--aggregations", value=text, nearest=nearest, known=known
            )
    if name not in _EXAMPLES:
        return AGGREGATIONS[name]()
    parameter = given_number("--aggregations", written) if colon else None
    found = None if parameter is None else AGGREGATIONS[name].of(parameter)
    if found is None:
        raise UsageError("aggregation-parameter", value=name, example=_EXAMPLES[name])
    return found
