"""Other treatments and imputations in place of a definition's own, of the same values."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from kediri_index.model.definition import BY_GROUP, Definition, Imputation, Logarithm, Treatment
from kediri_index.model.preparing import Step
from kediri_index.model.robustness import AS_DEFINED, Drawing
from kediri_index.scoring.prepare import prepare
from kediri_index.scoring.prepare.impute import Impute
from kediri_index.scoring.prepare.treat import Treat
from kediri_index.scoring.scores import Scores

_NONE = "none"
_NAMES = (AS_DEFINED, _NONE)
_LOGARITHMS = tuple(one.value for one in Logarithm)
_TREATMENTS = (*(one.value for one in Treatment), *_LOGARITHMS)
_Steps = tuple[Step, ...]


class Alternative(NamedTuple):
    """The *scores* of all units by one imputation and one treatment, which are its *name*.

    *by_method* are the same by each of several scoring methods, where one of these is drawn too.
    """

    name: str
    scores: Scores
    by_method: tuple[Scores, ...] = ()


def known_treatments() -> tuple[str, ...]:
    """Return the names of treatments, each of which may have a *winmax* behind a colon."""
    return (*_NAMES, *_TREATMENTS)


def known_imputations(definition: Definition) -> tuple[str, ...]:
    """Return the names of imputations: those by group where *definition* has a column of groups."""
    without = frozenset() if _column_of_groups(definition.prepare) else BY_GROUP
    return (*_NAMES, *(one.value for one in Imputation if one not in without))


def is_treatment(name: str) -> bool:
    """Return whether *name* is that of a treatment, with a sensible *winmax* or none."""
    method, colon, winmax = name.partition(":")
    if not colon:
        return name in known_treatments()
    return method in _TREATMENTS and winmax.isdecimal() and winmax.isascii()


def alternatives(scores: Scores, drawing: Drawing) -> tuple[Alternative, ...]:
    """Return *scores* by each imputation of *drawing*, and in each of them by each treatment."""
    definition = scores.definition
    units = tuple(one._replace(left_out=False) for one in scores.prepared.units)
    done: list[tuple[_Steps, Scores]] = [(definition.prepare, scores)]
    found = []
    for imputation in drawing.imputations or (AS_DEFINED,):
        imputed = with_imputation(definition.prepare, imputation)
        for treatment in drawing.treatments or (AS_DEFINED,):
            steps = with_treatment(imputed, treatment)
            made = next((one for known, one in done if known == steps), None)
            if made is None:
                other = prepare(definition._replace(prepare=steps), units, scores.value)
                made = Scores(other, value=scores.value)
                done.append((steps, made))
            chosen = [
                *(drawing.imputations and [imputation]),
                *(drawing.treatments and [treatment]),
            ]
            found.append(Alternative(" + ".join(chosen), made))
    return tuple(found)


def with_treatment(steps: _Steps, name: str) -> _Steps:
    """Return *steps* whose values are treated as *name* says: each in its place, else at the end.

    What *name* does not say is as the step has it.
    """
    if name == AS_DEFINED:
        return steps
    if name == _NONE:
        return tuple(one for one in steps if not isinstance(one, Treat))
    method, _, winmax = name.partition(":")
    own = [one for one in steps if isinstance(one, Treat)]

    def other(step: Treat) -> Treat:
        found = replace(step, winmax=int(winmax) if winmax else step.winmax)
        if method in _LOGARITHMS:
            log = Logarithm(method)
            found = replace(found, method=Treatment.WINSORISE_THEN_LOG, log=log)
        else:
            found = replace(found, method=Treatment(method))
        return found if found.log is Logarithm.BOX_COX else replace(found, power=None)

    if not own:
        return (*steps, other(Treat()))
    return tuple(other(one) if isinstance(one, Treat) else one for one in steps)


def with_imputation(steps: _Steps, name: str) -> _Steps:
    """Return *steps* that impute as *name* says: each in its place, else before any treatment."""
    if name == AS_DEFINED:
        return steps
    if name == _NONE:
        return tuple(one for one in steps if not isinstance(one, Impute))
    method = Imputation(name)
    by = _column_of_groups(steps) if method in BY_GROUP else None
    if any(isinstance(one, Impute) for one in steps):
        return tuple(
            replace(one, method=method, by=(by and one.by) or by)
            if isinstance(one, Impute)
            else one
            for one in steps
        )
    treated = (at for at, one in enumerate(steps) if isinstance(one, Treat))
    first = next(treated, len(steps))
    return (*steps[:first], Impute(method, by), *steps[first:])


def _column_of_groups(steps: _Steps) -> str | None:
    """Return the column whose groups a step imputes by."""
    return next((one.by for one in steps if isinstance(one, Impute) and one.by), None)
