"""Loading a definition: everything that is wrong with it at once, else what all work with."""

import os
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from kediri_index.definition.checks import check_definition
from kediri_index.definition.extends import NO_TEXTS, Merged, Texts, layered_source, resolved_source
from kediri_index.definition.faults import any_error, told
from kediri_index.definition.library import DEFAULT_LIMITS, FolderCopy
from kediri_index.definition.meaning import fingerprint
from kediri_index.definition.merging import group_ids
from kediri_index.definition.placed import (
    PlacedDefinition,
    PlacedGroup,
    PlacedIndicator,
    placed_definition,
)
from kediri_index.definition.reading import read
from kediri_index.definition.source import MarkedMapping
from kediri_index.definition.specs import (
    ClassSpec,
    DefinitionSpec,
    ImputeSpec,
    IndicatorSpec,
    NameSpec,
    ScoreSpec,
    ScreenSpec,
    StepSpec,
    SurveySpec,
    TreatSpec,
    survey_scale,
)
from kediri_index.errors import DefinitionError
from kediri_index.messages.values import plain
from kediri_index.model.dataset import SourceFile
from kediri_index.model.definition import (
    Definition,
    Evidence,
    Group,
    Indicator,
    Kind,
    MissingPolicy,
    Publish,
    ScoreClass,
    ScoreRule,
    Tag,
)
from kediri_index.model.findings import Finding
from kediri_index.model.language import Label
from kediri_index.model.limits import Limits
from kediri_index.model.scoring import Range
from kediri_index.scoring.aggregations import AGGREGATIONS, DEFAULT
from kediri_index.scoring.methods.as_given import AsGiven

if TYPE_CHECKING:
    from kediri_index.model.evidence import EvidenceItem
    from kediri_index.model.preparing import Step
    from kediri_index.model.survey import Survey


class Loaded(NamedTuple):
    """A definition, what is doubtful about it, and the parts that it was built of.

    *files* are the definition's own and those of what it extends, as they were read.
    """

    definition: Definition
    findings: tuple[Finding, ...]
    placed: PlacedDefinition
    files: tuple[SourceFile, ...] = ()

    @property
    def tree(self) -> MarkedMapping:
        """The tree that the definition was read from, with all that it extends."""
        return self.placed.tree


def load_definition_file(
    path: str | os.PathLike[str],
    *,
    shown: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    copy: FolderCopy | None = None,
    texts: Texts = NO_TEXTS,
) -> Loaded:
    """Return the definition in the file at *path*, with all that it extends.

    *shown* is the path as findings and outputs name it; *copy* is the copy of an earlier state
    that the file lies in; *texts* are read in place of what files hold. Raises DefinitionError with
    every finding if any of them is an error.
    """
    name = str(path) if shown is None else shown
    resolve = partial(resolved_source, Path(path), name, limits, copy)
    return _loaded(resolve, name, limits, texts)


def load_definition_sources(
    files: Sequence[SourceFile], *, limits: Limits = DEFAULT_LIMITS
) -> Loaded:
    """Return the definition in the first of *files*; the others are what it extends, in order.

    No file is opened. Raises DefinitionError likewise.
    """
    return _loaded(partial(layered_source, files, limits), files[0].path, limits, NO_TEXTS)


def load_definition_mapping(definition: Mapping[str, object]) -> Loaded:
    """Return the definition with the keys of *definition*, as the file that YAML makes of it.

    Raises DefinitionError likewise; its places are those of that file.
    """
    import yaml  # noqa: PLC0415 - few definitions are no file

    text = yaml.safe_dump(dict(definition), allow_unicode=True, sort_keys=False, width=1 << 16)
    return load_definition_sources((SourceFile("definition", text.encode()),))


_Resolve = Callable[[Texts], Merged]


def _loaded(resolve: _Resolve, name: str, limits: Limits, texts: Texts) -> Loaded:
    source = resolve(texts)
    placed, findings = _checked(source)
    if placed is not None and not any_error(findings):
        return Loaded(definition_of(placed, name), told(findings, limits), placed, source.files)
    raise DefinitionError(told(_as_meant(resolve, source, findings, limits, texts), limits))


def _checked(source: Merged) -> tuple[PlacedDefinition | None, list[Finding]]:
    """Return the parts of what was read, None where nothing can be used, and every finding."""
    findings = list(source.findings)
    if source.root is None:
        return None, findings
    names = frozenset(group_ids(source.root))
    spec, faults = read(DefinitionSpec, source.root)
    findings += faults
    if spec is None:
        return None, findings
    placed = placed_definition(spec, source.root, names)
    return placed, [*findings, *check_definition(placed)]


def _as_meant(
    resolve: _Resolve, source: Merged, findings: list[Finding], limits: Limits, texts: Texts
) -> list[Finding]:
    """Return *findings* with the slips of its files, and what is wrong when those are corrected.

    So no slip hides what else is wrong, and what only follows from one is no finding.
    """
    from kediri_index.definition.corrections import (  # noqa: PLC0415 - of faults
        MOST_FAULTS,
        Corrected,
        corrected,
        with_slips,
    )

    meant: dict[str, Corrected] = {}
    while len(findings) <= MOST_FAULTS:
        not_ours = {one.file for one in findings if one.line is None}
        new = {
            path: found
            for path, file in {one.path: one for one in source.files}.items()
            if path not in {*meant, *not_ours}
            and (found := corrected(file, DefinitionSpec, limits)) is not None
            and found.slips
        }
        if not new:
            break
        meant |= new
        source = resolve({**texts, **{path: one.text for path, one in meant.items()}})
        findings = _checked(source)[1]
    return with_slips(meant, findings)


def definition_of(placed: PlacedDefinition, path: str) -> Definition:
    """Return the definition that *placed* describes; *path* is its file as shown."""
    spec = placed.spec
    scale = (spec.scale.min, spec.scale.max) if spec.scale else None
    build = _Build(spec, scale)
    definition = Definition(
        id=spec.id,
        version=spec.version,
        status=spec.status,
        title=Label(spec.title, spec.title_id, spec.title_en),
        language=spec.language,
        groups=tuple(map(build.group, placed.top)),
        scale=scale,
        year=spec.year,
        source=spec.source,
        publish=Publish(spec.publish.decimals, spec.publish.mode, frozenset(spec.publish.round)),
        missing=MissingPolicy(
            spec.missing.answers, spec.missing.min_present, spec.missing.not_applicable
        ),
        classes=tuple(map(_score_class, spec.classes)),
        classes_on=spec.classes_on,
        kinds=tuple(Kind(kind_id, _label(kind)) for kind_id, kind in spec.kinds.items()),
        tags=tuple(Tag(tag_id, _label(tag)) for tag_id, tag in spec.tags.items()),
        aggregate_top=spec.aggregate_top or build.aggregate,
        prepare=tuple(map(_step, spec.prepare)),
        path=path,
        superseded_by=spec.superseded_by,
    )
    return definition._replace(sha256=fingerprint(definition))


class _Build:
    """What the top of the file says for every group and indicator."""

    def __init__(self, spec: DefinitionSpec, scale: Range | None) -> None:
        self.scale = scale
        self.aggregate = spec.aggregate or AGGREGATIONS[DEFAULT]()
        self.evidence = spec.evidence
        self.not_applicable = spec.missing.not_applicable
        self.rule = _rule(spec.score, scale)

    def group(self, placed: PlacedGroup) -> Group:
        spec = placed.spec
        return Group(
            id=spec.id,
            kind=spec.kind,
            label=_label(spec),
            weight=spec.weight,
            optional=spec.optional,
            aggregate=spec.aggregate or self.aggregate,
            min_present=spec.min_present,
            not_applicable=self.not_applicable,
            groups=tuple(map(self.group, placed.groups)),
            indicators=tuple(map(self.indicator, placed.indicators)),
            mark=placed.node.mark,
        )

    def indicator(self, placed: PlacedIndicator) -> Indicator:
        spec = placed.spec
        return Indicator(
            id=spec.id,
            parent=spec.in_,
            label=_label(spec),
            rule=self.rule if spec.score is None else _rule(spec.score, self.scale),
            weight=spec.weight,
            printed=spec.printed,
            unit=spec.unit,
            valid=spec.valid,
            direction=spec.direction,
            tags=spec.tags,
            opd=spec.opd,
            evidence=_wanted(spec, self.evidence),
            evidence_items=_evidence_items(spec) if isinstance(spec.evidence, dict) else (),
            not_applicable=spec.not_applicable or self.not_applicable,
            survey=None if spec.survey is None else _survey(spec, spec.survey, self.scale),
            mark=placed.node.mark,
        )


def _rule(spec: ScoreSpec | None, scale: Range | None) -> ScoreRule:
    if spec is None:
        return ScoreRule(AsGiven(), scale, AsGiven.default_outside)
    method, to = spec.method, spec.to or scale
    if to is not None:
        method = method.on_range(to)
    return ScoreRule(method, to, spec.outside or method.default_outside)


def _wanted(spec: IndicatorSpec, otherwise: Evidence) -> Evidence:
    """Return whether answers must name evidence in their row: where levels list items, no."""
    if isinstance(spec.evidence, dict):
        return Evidence.OPTIONAL
    return spec.evidence or otherwise


def _evidence_items(spec: IndicatorSpec) -> "tuple[EvidenceItem, ...]":
    """Return the items of every level, from the lowest."""
    from kediri_index.model.evidence import EvidenceItem  # noqa: PLC0415 - few definitions have any

    levels = spec.evidence if isinstance(spec.evidence, dict) else {}
    return tuple(
        EvidenceItem(f"{spec.id}.{plain(level)}.{place}", level, item)
        for level in sorted(levels)
        for place, item in enumerate(levels[level], start=1)
    )


def _survey(indicator: IndicatorSpec, spec: SurveySpec, scale: Range | None) -> "Survey":
    """Return what is asked of respondents: without questions, what the indicator's name asks."""
    from kediri_index.model.survey import Survey  # noqa: PLC0415 - few definitions have one

    return Survey(
        spec.questions or {indicator.id: indicator.name},
        survey_scale(spec, scale) or (Fraction(0), Fraction(1)),
        spec.answers,
        spec.combine,
        spec.min_respondents,
        spec.groups,
        spec.group_column,
    )


def _label(spec: NameSpec) -> Label:
    return Label(spec.name, spec.name_id, spec.name_en)


def _score_class(spec: ClassSpec) -> ScoreClass:
    if spec.up_to is not None:
        return ScoreClass(_label(spec), spec.up_to, bound_included=True)
    return ScoreClass(_label(spec), spec.below)


def _step(spec: StepSpec) -> "Step":
    """Return the one step that *spec* names; most definitions have none."""
    if spec.impute is not None:
        from kediri_index.scoring.prepare.impute import Impute  # noqa: PLC0415 - likewise

        return Impute(**_said(spec.impute))
    if spec.screen is not None:
        from kediri_index.scoring.prepare.screen import Screen  # noqa: PLC0415 - likewise

        return Screen(**_said(spec.screen))
    if spec.treat is not None:
        from kediri_index.scoring.prepare.treat import Treat  # noqa: PLC0415 - likewise

        return Treat(**_said(spec.treat))
    from kediri_index.scoring.prepare.denominate import Denominate  # noqa: PLC0415 - likewise

    return Denominate(spec.denominate or {})


def _said(spec: ImputeSpec | ScreenSpec | TreatSpec) -> dict[str, Any]:
    """Return what *spec* says; what it leaves open is as the step has it."""
    return {name: value for name, value in vars(spec).items() if value is not None}
