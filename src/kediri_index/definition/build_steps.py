"""The steps of ``prepare`` as the engine takes them."""

from __future__ import annotations

from kediri_index.definition.specs.prepare import ImputeSpec, StepSpec, TreatSpec
from kediri_index.model.prepare_words import Beyond, Logarithm
from kediri_index.model.preparing import Step
from kediri_index.model.scoring import Years
from kediri_index.scoring.prepare.denominate import Denominate
from kediri_index.scoring.prepare.impute import Impute
from kediri_index.scoring.prepare.screen import Screen
from kediri_index.scoring.prepare.treat import Treat


def step_of(spec: StepSpec) -> Step:
    """Return the one step that *spec* names."""
    if spec.impute is not None:
        return _impute(spec.impute)
    if spec.screen is not None:
        return Screen(spec.screen.min_present)
    if spec.treat is not None:
        return _treat(spec.treat)
    return Denominate(spec.denominate or {})


def _impute(spec: ImputeSpec) -> Impute:
    years, beyond = spec.years or Years.POOLED, spec.beyond or Beyond.MISSING
    return Impute(spec.method, spec.by, years, beyond)


def _treat(spec: TreatSpec) -> Treat:
    return Treat(
        method=spec.method,
        winmax=spec.winmax,
        skew=spec.skew,
        kurtosis=spec.kurtosis,
        log=spec.log or Logarithm.LOG,
        combine=spec.combine or False,
        years=spec.years,
    )
