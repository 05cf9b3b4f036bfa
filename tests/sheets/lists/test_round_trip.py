"""A definition, written as YAML for people and as a list of indicators, means what it meant."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kediri_index.definition.library import shipped_folder
from kediri_index.definition.load_definition import load_definition_file
from kediri_index.definition.meaning import fingerprint
from kediri_index.definition.written import written
from kediri_index.model.definition import (
    Definition,
    Evidence,
    Group,
    Indicator,
    Kind,
    MissingPolicy,
    NotApplicable,
    Publish,
    ScoreClass,
    ScoreRule,
    Status,
    Unanswered,
)
from kediri_index.model.language import Label, Language
from kediri_index.model.scoring import Direction, ScoringMethod
from kediri_index.scoring.aggregations import AGGREGATIONS
from kediri_index.scoring.methods.achievement import Achievement
from kediri_index.scoring.methods.as_given import AsGiven
from kediri_index.scoring.methods.bands import Band, Bands
from kediri_index.scoring.methods.goalposts import Goalposts
from kediri_index.scoring.methods.levels import Levels
from kediri_index.scoring.methods.yes_no import YesNo
from kediri_index.usecases.lists import definition_list
from kediri_index.usecases.start import read_definition
from tests.definition.conftest import FULL, MINIMAL

F = Fraction
WHOLE = FULL.replace(", to: [1, 4], outside: keep", "")
"""Without what lists cannot say."""
WITHOUT_SCALE = MINIMAL.replace("scale: {min: 0, max: 4}\n", "").replace(
    "name: Satu}", "name: Satu, score: {method: z_score}}"
)
SHIPPED = sorted(path for path in shipped_folder().glob("*.yaml") if path.name != "profile.yaml")
NOT_HELD = {"idm-2016": {"superseded", "given"}, "kominfo-2022-reguler": {"given"}}


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_each_shipped_definition_reads_back_or_says_what_it_cannot_hold(path: Path) -> None:
    definition = load_definition_file(path).definition
    lacking = {key for key, _ in definition_list(definition, None, Language.ID).not_held}
    assert lacking == NOT_HELD.get(definition.id, set())


@pytest.mark.parametrize(
    "text",
    [
        WHOLE,
        WHOLE.replace("language: id", "language: en").replace(
            "title_en: Index", "title_id: Indeks"
        ),
        WITHOUT_SCALE,
    ],
    ids=["published classes", "translations", "no scale"],
)
def test_whatever_a_definition_says_is_written_as_yaml(text: str) -> None:
    meant = read_definition(text)
    again = read_definition(written(meant, (), {}, Language.ID))
    assert (again.sha256, again.title) == (meant.sha256, meant.title)


SCALE = (F(0), F(100))
NUMBERS = st.integers(-99_999, 99_999).map(lambda n: F(n, 100))
POSITIVE = st.integers(1, 999_999).map(lambda n: F(n, 1000))
RANGES = st.tuples(NUMBERS, POSITIVE).map(lambda pair: (pair[0], pair[0] + pair[1]))
WORDS = st.sampled_from(
    [
        "Indeks SPBE",
        "Penduduk miskin (%)",
        "Waktu: layanan",
        'Kata "kutip"',
        "# tanda",
        "Ya, tidak",
        "Mutu air / udara",
        "50% terendah",
        "Sampah; daur ulang",
        "Jalan – mantap",
        "- a",
        "é ü",
    ]
)


@st.composite
def methods(draw: st.DrawFn) -> ScoringMethod:
    low, high = draw(RANGES)
    names = draw(st.lists(WORDS, min_size=3, max_size=3))
    choices: list[ScoringMethod] = [
        AsGiven(),
        YesNo(F(100), F(0)),
        YesNo(F(75), F(25)),
        Achievement(draw(st.none() | st.just(F(1)) | st.just(F(6, 5))), draw(st.none() | POSITIVE)),
        Achievement(None, (low, high)),
        Goalposts(low, high),
        Bands((Band(F(1), below=low), Band(F(2), up_to=high), Band(F(100)))),
        Levels({F(at): f"{name} {at}" for at, name in enumerate(names)}),
        Levels({F(at): f"Tingkat {at}" for at in range(1, 6)}, fractional=draw(st.booleans())),
        Levels({F(at): f"Tingkat {at}" for at in range(1, 6)}, spread=True).on_range(SCALE),
    ]
    return draw(st.sampled_from(choices))


@st.composite
def definitions(draw: st.DrawFn) -> Definition:
    number = iter(range(1, 100))
    weighted = draw(st.booleans())

    def indicator(parent: str) -> Indicator:
        at = next(number)
        method = draw(methods())
        return Indicator(
            f"A-{at}",
            parent,
            Label(f"{draw(WORDS)} {at}", None, draw(st.none() | WORDS)),
            ScoreRule(method, SCALE, method.default_outside),
            draw(POSITIVE) if weighted else None,
            draw(st.none() | st.just("1.2.3")),
            draw(st.none() | st.sampled_from(["%", "menit", "indeks"])),
            draw(st.none() | RANGES),
            draw(st.sampled_from(Direction)),
            opd=(),
            evidence=draw(st.sampled_from(Evidence)),
            not_applicable=draw(st.sampled_from(NotApplicable)),
        )

    def group(kind: str, depth: int) -> Group:
        at = next(number)
        inner = depth == 0 and draw(st.booleans())
        groups = tuple(group("sub_pillar", 1) for _ in range(draw(st.integers(1, 2)) * inner))
        own = 0 if groups else draw(st.integers(1, 3))
        return Group(
            f"g{at}",
            kind,
            Label(f"{draw(WORDS)} {at}", None, draw(st.none() | WORDS)),
            AGGREGATIONS[draw(st.sampled_from(["arithmetic", "geometric", "min"]))](),
            draw(st.none() | POSITIVE) if depth else draw(POSITIVE),
            groups=groups,
            indicators=tuple(indicator(f"g{at}") for _ in range(own)),
        )

    classes = (
        ScoreClass(Label("Kurang"), F(50)),
        ScoreClass(Label("Cukup"), F(75), bound_included=True),
        ScoreClass(Label("Baik", None, "Good"), None),
    )
    return Definition(
        "uji-2026",
        "1",
        Status.OWN,
        Label("Indeks uji"),
        Language.ID,
        tuple(group("pillar", 0) for _ in range(draw(st.integers(1, 3)))),
        AGGREGATIONS[draw(st.sampled_from(["arithmetic", "geometric"]))](),
        SCALE,
        draw(st.none() | st.just(2026)),
        "Sumber",
        Publish(draw(st.integers(0, 3))),
        MissingPolicy(draw(st.sampled_from(Unanswered)), draw(st.none() | st.just(F(1, 2)))),
        draw(st.sampled_from([(), classes])),
        kinds=(
            Kind("pillar", Label("Pilar", None, "Pillar")),
            Kind("sub_pillar", Label("Sub pilar", None, "Sub-pillar")),
        ),
    )


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(definitions())
def test_a_random_definition_means_the_same_as_yaml_and_as_a_list(drawn: Definition) -> None:
    meant = drawn._replace(sha256=fingerprint(drawn))
    yaml = written(meant, (), {}, Language.ID)
    assert read_definition(yaml).sha256 == meant.sha256
    assert definition_list(meant, None, Language.ID).not_held == ()
