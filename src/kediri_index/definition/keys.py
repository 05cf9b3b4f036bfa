"""The keys of definition, profile and waivers, read from the dataclasses that describe them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING
from enum import StrEnum
from fractions import Fraction
from inspect import get_annotations
from typing import Any

from kediri_index.definition.shapes import LEVEL, Field, Shape, fields_of
from kediri_index.definition.specs import (
    AGGREGATION,
    SCORE_SCHEMA,
    SURVEY_COMBINE,
    ClassSpec,
    DeclaredSpec,
    DefinitionSpec,
    GroupSpec,
    ImputeSpec,
    IndicatorSpec,
    MissingSpec,
    NameSpec,
    OpdSpec,
    PlaceSpec,
    ProfileSpec,
    PublishSpec,
    RangeSpec,
    ScaleSpec,
    ScoreSpec,
    ScreenSpec,
    SenderSpec,
    SharedSpec,
    SignatorySpec,
    StepSpec,
    SurveySpec,
    TreatSpec,
    WaiverSpec,
)
from kediri_index.definition.values import (
    BANDS,
    CAP,
    CELL,
    DAY,
    EVIDENCE,
    FLAG,
    ID,
    ID_PATTERN,
    INTEGER,
    NUMBER,
    NUMBER_OR_PAIR,
    PAIR,
    TEXT,
    WANTED,
    Json,
    Parsed,
)
from kediri_index.messages.screens.keys import described_parameters
from kediri_index.messages.values import plain
from kediri_index.model.keys import Holds, Key, Keys, Method, Part
from kediri_index.model.scoring import Level, PanelMethod
from kediri_index.scoring.aggregations import AGGREGATIONS, DEFAULT
from kediri_index.scoring.methods import METHODS
from kediri_index.scoring.methods.as_given import AsGiven
from kediri_index.scoring.methods.bands import Band
from kediri_index.scoring.normalisations.standing import ByRank
from kediri_index.scoring.prepare.impute import Impute
from kediri_index.scoring.prepare.treat import Treat

NAMES: dict[type[Any], str] = {
    DefinitionSpec: "definition",
    NameSpec: "name",
    DeclaredSpec: "declared",
    ScaleSpec: "scale",
    PublishSpec: "publish",
    MissingSpec: "missing",
    ClassSpec: "classes",
    GroupSpec: "groups",
    IndicatorSpec: "indicators",
    SurveySpec: "survey",
    ScoreSpec: "score",
    RangeSpec: "score",
    Band: "band",
    Level: "level",
    StepSpec: "prepare",
    ImputeSpec: "impute",
    ScreenSpec: "screen",
    TreatSpec: "treat",
    ProfileSpec: "profile",
    OpdSpec: "opd",
    SharedSpec: "shared",
    SenderSpec: "letters",
    SignatorySpec: "signatories",
    WaiverSpec: "waivers",
    PlaceSpec: "place",
    PanelMethod: "over_units",
    ByRank: "by_rank",
}
"""What the texts and examples call a part."""

TITLES = NAMES | {DeclaredSpec: "kinds"}
"""What the reference calls it where it stands by itself."""

_STEPS: dict[type[Any], Any] = {ImputeSpec: Impute, TreatSpec: Treat}
"""What has the default of a key that the file's own dataclass leaves open."""

_LEFT_OUT = {"definition.aggregate": DEFAULT, "definition.score": AsGiven.name}
"""What a definition is read as that says neither."""

_WORDS: dict[Parsed, str] = {
    TEXT: "text",
    ID: "id",
    ID_PATTERN: "id-pattern",
    NUMBER: "number",
    INTEGER: "integer",
    FLAG: "flag",
    DAY: "day",
    CELL: "cell",
    PAIR: "pair",
    NUMBER_OR_PAIR: "number-or-pair",
    CAP: "cap",
    BANDS: "bands",
    SURVEY_COMBINE: "mean-or-share",
}
_DEFINITION_PARTS = (
    DefinitionSpec,
    ScaleSpec,
    PublishSpec,
    MissingSpec,
    ClassSpec,
    DeclaredSpec,
    GroupSpec,
    IndicatorSpec,
    SurveySpec,
)
_LATER_PARTS = (Level, Band, StepSpec, ImputeSpec, ScreenSpec, TreatSpec)


def definition_keys() -> Keys:
    """Return the keys of a definition."""
    parts = [*map(_part, _DEFINITION_PARTS), _score_part(), *map(_part, _LATER_PARTS)]
    return Keys(
        tuple(parts),
        tuple(map(_method, METHODS)),
        tuple(AGGREGATIONS.values()),
    )


def profile_keys() -> Keys:
    """Return the keys of a profile."""
    parts = (ProfileSpec, OpdSpec, SharedSpec, SenderSpec, SignatorySpec)
    return Keys(tuple(map(_part, parts)))


def waivers_keys() -> Keys:
    """Return the keys of an entry in a list of waivers."""
    return Keys((_part(WaiverSpec), _part(PlaceSpec)))


def _part(kind: type[Any]) -> Part:
    return Part(TITLES[kind], tuple(_keys(kind)))


def _score_part() -> Part:
    """Return the keys that ``score:`` has whatever the method."""
    method = Key(
        "method",
        "score.method",
        Holds("part", part="method"),
        required=True,
        default=None,
        example=KEY_EXAMPLES["score.method"],
    )
    return Part("score", (method, *_keys(RangeSpec)))


def _method(name: str) -> Method:
    kind: Any = METHODS[name]
    keys = tuple(_keys(kind))
    needs = ", ".join(dict.fromkeys(key.example for key in keys if key.required))
    parameters = tuple(
        key._replace(example=_braced(f"method: {name}", _with_needs(key, needs))) for key in keys
    )
    return Method(
        name,
        kind.reads.value,
        kind.default_outside.value,
        _braced(f"method: {name}", needs),
        parameters,
    )


def _with_needs(key: Key, needs: str) -> str:
    """Return the example of a parameter; one that all methods share needs what this one does."""
    shared = key.text.partition(".")[0] in {NAMES[PanelMethod], NAMES[ByRank]}
    return ", ".join(filter(None, (needs, key.example))) if shared else key.example


def _braced(*said: str) -> str:
    return f"{{{', '.join(one for one in said if one)}}}"


def _keys(kind: Any) -> Iterator[Key]:  # noqa: ANN401 - any dataclass
    """Yield the keys of *kind*: those that must be there first."""
    listed = [_key(kind, key, field) for key, field in fields_of(kind).items()]
    yield from sorted(listed, key=lambda key: not key.required)


def _key(kind: type[Any], key: str, field: Field) -> Key:
    text = f"{_declared_by(kind, field.name)}.{key}"
    given = field.default
    if given is None and kind in _STEPS:
        given = fields_of(_STEPS[kind])[key].default
    required = given is MISSING
    default = None if required else default_text(given) or _LEFT_OUT.get(text)
    return Key(key, text, holds(field.shape), required, default, KEY_EXAMPLES[text])


def _declared_by(kind: type[Any], name: str) -> str:
    """Return the part that declares the field, which may be one that *kind* inherits from."""
    part = next(one for one in reversed(kind.__mro__) if name in get_annotations(one))
    return NAMES.get(part) or kind.name


def default_text(value: object) -> str | None:
    """Return a default as a file would say it; None where it says nothing."""
    if isinstance(value, bool):
        return str(value).lower()
    match value:
        case Fraction():
            return plain(value)
        case StrEnum():
            return value.value
        case int() | str():
            return str(value)
        case tuple() if value:
            return f"[{', '.join(filter(None, map(default_text, value)))}]"
    return None


def holds(shape: Shape) -> Holds:
    """Return what a value of *shape* is in a file."""
    if shape.parsed is not None:
        return _single(shape.parsed)
    if shape.items is not None:
        return holds(shape.items)._replace(many=True)
    if shape.keys is not None and shape.values is not None:
        return holds(shape.values)._replace(key=holds(shape.keys).word)
    return Holds("part", part=TITLES[shape.part])


def _single(parsed: Parsed) -> Holds:
    if parsed is AGGREGATION:
        return Holds("part", part="aggregate")
    if parsed.json is SCORE_SCHEMA:
        return Holds("part", part="score")
    if parsed is LEVEL:
        return Holds("part", part="level")
    json: Json = (WANTED if parsed is EVIDENCE else parsed).json  # its text says what else
    if parsed in _WORDS:
        return Holds(_WORDS[parsed])
    if "enum" in json:
        return Holds("one-of", tuple(dict.fromkeys(map(str, json["enum"]))))
    word = "integer" if "integer" in json["type"] else "number"
    return Holds(word, low=json.get("minimum"), high=json.get("maximum"))


KEY_EXAMPLES: dict[str, str] = {
    **{key: one.example for key, one in described_parameters()},
    "definition.kediri_index": "kediri_index: 1",
    "definition.extends": "extends: kominfo-2023-reguler",
    "definition.id": "id: kota-2026",
    "definition.version": 'version: "2.1"',
    "definition.status": "status: own",
    "definition.title": "title: Indeks kota cerdas",
    "definition.title_en": "title_en: Smart-city index",
    "definition.title_id": "title_id: Indeks kota cerdas",
    "definition.language": "language: en",
    "definition.source": "source: Peraturan Wali Kota 12/2026",
    "definition.superseded_by": "superseded_by: Indeks Desa",
    "definition.year": "year: 2026",
    "definition.scale": "scale: {min: 0, max: 4}",
    "definition.publish": "publish: {decimals: 3, round: [pilar, overall]}",
    "definition.missing": "missing: {answers: exclude, min_present: 0.66}",
    "definition.evidence": "evidence: required",
    "definition.classes": "classes: [{name: Kurang, below: 1.8}, {name: Memuaskan}]",
    "definition.classes_on": "classes_on: published",
    "definition.aggregate": "aggregate: geometric",
    "definition.aggregate_top": "aggregate_top: {power: 0.5}",
    "definition.weights_sum": "weights_sum: 100",
    "definition.weights_of": "weights_of: whole",
    "definition.score": "score: {method: levels, levels: {0: belum, 2: sebagian, 4: lengkap}}",
    "definition.prepare": "prepare: [{impute: {method: median}}, {screen: {min_present: 0.66}}]",
    "definition.kinds": "kinds: {pilar: {name: Pilar, name_en: Pillar}}",
    "definition.tags": "tags: {tema: {name: Tema}}",
    "definition.groups": "groups: [{id: layanan, kind: pilar, name: Layanan, weight: 100}]",
    "definition.indicators": "indicators: [{id: laman, in: layanan, name: Kunjungan laman}]",
    "name.name": "name: Layanan publik",
    "name.name_en": "name_en: Public service",
    "name.name_id": "name_id: Layanan publik",
    "declared.drop": "drop: true",
    "scale.min": "min: 1",
    "scale.max": "max: 5",
    "publish.decimals": "decimals: 3",
    "publish.mode": "mode: half_up",
    "publish.round": "round: [pilar, terms, overall]",
    "missing.answers": "answers: exclude",
    "missing.min_present": "min_present: 0.66",
    "missing.not_applicable": "not_applicable: refuse",
    "classes.below": "below: 1.8",
    "classes.up_to": "up_to: 1.8",
    "groups.id": "id: layanan",
    "groups.kind": "kind: pilar",
    "groups.weight": "weight: 20",
    "groups.optional": "optional: true",
    "groups.aggregate": "aggregate: {mpi: -1}",
    "groups.min_present": "min_present: 0.5",
    "groups.weights_sum": "weights_sum: 100",
    "groups.groups": "groups: [{id: daring, kind: pilar, name: Layanan daring, weight: 2}]",
    "indicators.id": "id: laman",
    "indicators.in": "in: layanan",
    "indicators.weight": "weight: 1.5",
    "indicators.printed": "printed: 5.1.1",
    "indicators.tags": "tags: {tema: air}",
    "indicators.unit": 'unit: "%"',
    "indicators.valid": "valid: [0, 100]",
    "indicators.direction": "direction: lower",
    "indicators.opd": "opd: [dinkes, diskominfo]",
    "indicators.evidence": "evidence: {1: [SK tim], 2: [Laporan rapat]}, "
    "score: {method: levels, levels: {1: rintisan, 2: terkelola}}",
    "indicators.not_applicable": "not_applicable: refuse",
    "indicators.score": "score: {method: goalposts, min: 20, max: 85}",
    "indicators.survey": "survey: {scale: {min: 1, max: 4}, min_respondents: 50}",
    "survey.questions": "questions: {P1: Layanannya cepat, P2: Petugasnya ramah}",
    "survey.scale": "scale: {min: 1, max: 4}",
    "survey.answers": "answers: {0: Tidak setuju, 2: Ragu-ragu, 4: Setuju}",
    "survey.combine": "combine: {share_at_least: 3}",
    "survey.min_respondents": "min_respondents: 50",
    "survey.groups": "groups: [warga, pelaku usaha]",
    "survey.group_column": "group_column: Peran responden, groups: [warga, ASN]",
    "score.method": "method: min_max",
    "score.to": "to: [1, 4]",
    "score.outside": "outside: keep",
    "prepare.denominate": "denominate: {laman: penduduk}",
    "prepare.impute": "impute: {method: median}",
    "prepare.screen": "screen: {min_present: 0.66}",
    "prepare.treat": "treat: {method: winsorise_then_log}",
    "impute.method": "method: linear_in_time",
    "impute.by": "by: pulau, method: group_median",
    "impute.beyond": "method: linear_in_time, beyond: nearest",
    "impute.years": "years: each",
    "screen.min_present": "min_present: 0.66",
    "treat.method": "method: winsorise",
    "treat.winmax": "winmax: 3",
    "treat.skew": "skew: 1.5",
    "treat.kurtosis": "kurtosis: 3",
    "treat.log": "log: log_signed",
    "treat.power": "log: box_cox, power: 0.5",
    "treat.combine": "combine: true",
    "treat.years": "years: each",
    "level.name": "name: rintisan",
    "level.score": "name: rintisan, score: 0",
    "band.score": "score: 1, below: 40",
    "band.below": "score: 1, below: 40",
    "band.up_to": "score: 1, up_to: 40",
    "by_rank.ties": "ties: average",
    "over_units.years": "years: each",
    "profile.unit": "unit: Kota Contoh",
    "profile.also": "also: [Kotamadya Contoh]",
    "profile.opd": "opd: [{id: dinkes, name: Dinas Kesehatan}]",
    "profile.assign": 'assign: {dinkes: [IMP-31, "BAS-*"]}',
    "profile.shared": 'shared: {KES-2: {lead: dinkes}, "BAS-*": {combine: mean}}',
    "shared.lead": "lead: dinkes",
    "shared.combine": "combine: mean",
    "profile.columns": "columns: {Nilai asesor: [Skor Akhir]}",
    "profile.due": "due: 2026-09-13",
    "profile.definitions": 'definitions: ["kominfo-*"]',
    "profile.history": "history: {2021: 3.06, 2022: 3.31}",
    "profile.history_value": "history_value: self",
    "profile.previous": "previous: ../tahun-lalu.zip",
    "profile.targets": "targets: {2026: 3.4}",
    "profile.costs": "costs: {IMP-31: 250000000}",
    "profile.unit_groups": (
        "unit_groups: {provinsi: {Jawa Timur: [Kota Kediri, Kota Malang], Bali: [Kota Denpasar]}}"
    ),
    "opd.id": "id: dinkes",
    "opd.name": "name: Dinas Kesehatan",
    "opd.short": "short: Dinkes",
    "opd.also": "also: [Dinas Kesehatan Kota]",
    "opd.head": "head: Direktur RSUD Kota Contoh",
    "profile.letters": "letters: {office: Dinas Kominfo, place: Contoh}",
    "letters.office": "office: Dinas Kominfo",
    "letters.place": "place: Contoh",
    "letters.number": "number: 000.7/…/Diskominfo/2026",
    "letters.signatories": ("signatories: [{name: Dewi Lestari, position: Kepala Dinas Kominfo}]"),
    "letters.letterhead": "letterhead: kop-surat.docx",
    "signatories.name": "name: Dewi Lestari, position: Kepala Dinas Kominfo",
    "signatories.position": "position: Kepala Dinas Kominfo, name: Dewi Lestari",
    "signatories.number": (
        "number: NIP 19700101 199503 2 001, name: Dewi Lestari, position: Kepala Dinas"
    ),
    "waivers.code": "code: C116",
    "waivers.place": "place: {file: Dinas Sosial.xlsx, sheet: Penilaian, cell: H11}",
    "waivers.reason": "reason: Angka akhirnya menyusul",
    "waivers.who": "who: Dewi",
    "waivers.until": "until: 2099-12-31",
    "place.file": "file: Dinas Sosial.xlsx",
    "place.sheet": "sheet: Penilaian",
    "place.cell": "cell: H11",
}
"""An example of every key by the name of its text, with what the key does not go without."""
