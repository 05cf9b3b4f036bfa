from __future__ import annotations

import errno
import re
from collections.abc import Iterator
from fractions import Fraction
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from string import Formatter

import pytest

import kediri_index
from kediri_index.messages import screens
from kediri_index.messages.screens.error import system_reason
from kediri_index.messages.texts import TEXTS, Texts, text
from kediri_index.messages.values import worded
from kediri_index.model.aggregation import NoScore
from kediri_index.model.bundle import Called, ComputedFrom, Why
from kediri_index.model.comparison import ChangeKind, DiffState
from kediri_index.model.dataset import Lead, Missing
from kediri_index.model.definition import Status
from kediri_index.model.findings import Family, Severity
from kediri_index.model.language import Language, Wording
from kediri_index.model.profile import OpdState, OtherFileReason
from kediri_index.model.robustness import FactorKind
from kediri_index.model.scores import PreviousBasis
from kediri_index.model.traced import Role
from kediri_index.scoring.aggregations import AGGREGATIONS

SOURCE = Path(kediri_index.__file__).parent
SAME_IN_BOTH = {
    "column.opd",
    "column.status",
    "compare.rank-change.short",
    "form.ask.target",
    "weights.method.critic",
    "yearly.definition.program",
    "yearly.target",
    "yearly.target-mark",
}
"""Words that are the same in Indonesian and English."""

NEVER_ONE = {
    "annotated",
    "board.several-files",
    "league.among",
    "league.folded",
    "league.ranking-named",
    "league.relations-note",
    "statistics.indicators",
}
"""Texts that are only there for more than one."""

LETTERS = tuple(state for state in OpdState if state is not OpdState.COMPLETE)


def params_of(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def tables() -> Iterator[dict[str, Wording]]:
    """Yield the tables of texts that a key may stand in."""
    for one in iter_modules(screens.__path__):
        module = import_module(f"{screens.__name__}.{one.name}")
        if one.name != "keys":  # which are asked for by their own functions
            yield from (found for name, found in vars(module).items() if name.endswith("_TEXTS"))


def test_no_key_stands_in_two_tables() -> None:
    assert len(TEXTS) == sum(map(len, tables())) > 0


def test_all_keys_are_those_of_every_file_whatever_was_asked_for_before() -> None:
    some = Texts(("screen", "error"))
    assert some["bug"] == TEXTS["bug"]
    assert {"bug", "partial"} <= set(some) < set(TEXTS)


def test_every_text_is_there_in_both_languages_with_the_same_params() -> None:
    for key, (indonesian, english, english_one) in TEXTS.items():
        assert indonesian.strip() == indonesian != "", key
        assert english.strip() == english != "", key
        assert params_of(indonesian) == params_of(english), key
        assert not re.search(r"\b(?:FILE|DIR|NAME|YEAR)\b", indonesian), key
        assert (indonesian == english) is (key in SAME_IN_BOTH), key
        if english_one is not None:
            assert english_one not in ("", english), key
            assert params_of(english_one) <= params_of(english), key
            assert "count" in params_of(english), key


def test_every_text_fills_in() -> None:
    for key, wording in TEXTS.items():
        for language, template in zip(Language, wording[:2], strict=True):
            params = {name: f"<{name}>" for name in params_of(template)}
            filled = text(key, language, **params)
            assert all(value in filled for value in params.values()), key
            assert "{" not in filled, key


def test_the_languages_stand_in_the_order_of_a_wording() -> None:
    assert tuple(Language) == (Language.ID, Language.EN)
    assert Wording._fields == ("indonesian", "english", "english_one")
    assert text("error", Language.ID) == "galat"
    assert text("error", Language.EN) == "error"


@pytest.mark.parametrize(
    "key",
    [
        *(f"status.{one}" for one in Status),
        *(f"lead.{one}" for one in Lead),
        *(f"change.{one}" for one in PreviousBasis),
        *(f"missing.{one}" for one in Missing),
        *(f"no-score.{one}" for one in NoScore),
        *(f"trace.{name}" for name in AGGREGATIONS if name != "arithmetic"),
        *(f"trace.prepared.{step}" for step in ("denominate", "impute", "treat")),
        *(f"trace.{role}" for role in (Role.SELF, Role.ASSESSOR)),
        *(f"trace.role.{role}" for role in (Role.TARGET, Role.DIVISOR)),
        *(f"family.{one}" for one in Family),
        *(f"severity.{one}" for one in Severity),
        *(f"weight.{one}" for one in Severity),
        *(f"change-kind.{one}" for one in ChangeKind),
        *(f"diff.state.{one}" for one in DiffState),
        *(f"state.{one}" for one in OpdState),
        *(f"robustness.factor.{one}" for one in FactorKind),
        *(f"level.{one}" for one in ComputedFrom),
        *(f"index.{one}" for one in Called),
        *(f"deviation.{one}" for one in Why),
        *(f"other-file.{one}" for one in OtherFileReason),
        *(f"letter.{what}.{one}" for what in ("state", "opening", "ask") for one in LETTERS),
        *(
            f"letter.perhaps.{one}"
            for one in OtherFileReason
            if one is not OtherFileReason.PASSED_OVER
        ),
    ],
)
def test_every_member_of_what_a_screen_names_has_a_word(key: str) -> None:
    assert key in TEXTS


PROGRAM = (
    "\n".join(
        path.read_text(encoding="utf-8")
        for path in sorted(one for end in ("py", "html", "js") for one in SOURCE.rglob(f"*.{end}"))
        if path.parent.name != "screens"
    )
    .replace("'", '"')
    .replace("`page.", 'f"page.')
    .replace(".${", ".{")
)
"""Its source; a text inside another has the other quotes, and a script fills in as Python does."""


def is_used(key: str) -> bool:
    """Whether the program has the key in full, or puts it together from its parts."""
    parts = key.split(".")
    halves = ((".".join(parts[:cut]), ".".join(parts[cut:])) for cut in range(1, len(parts)))
    return f'"{key}"' in PROGRAM or any(
        f'f"{first}.{{' in PROGRAM and (is_said(second) or is_said(*second.rsplit(".", 1)))
        for first, second in halves
    )


def is_said(first: str, last: str | None = None) -> bool:
    """Whether the program has *first*, and puts *last* behind something of its own."""
    return f'"{first}"' in PROGRAM and (last is None or f'}}.{last}"' in PROGRAM)


def test_no_text_is_left_over_from_something_that_is_gone() -> None:
    assert [key for key in TEXTS if not is_used(key)] == []


def test_no_text_is_asked_for_that_is_not_there() -> None:
    asked = set(re.findall(r"\b(?:say|(?<![.])text)\(\s*\"([a-z][a-z.-]*)\"", PROGRAM))
    assert len(asked) > 300
    ends = {".".join(parts[at:]) for key in TEXTS for parts in [key.split(".")] for at in range(3)}
    assert asked - ends == set()


def test_english_has_its_singular_and_indonesian_needs_none() -> None:
    texts = [text("count.files", language, count=n) for language in Language for n in (0, 1, 2)]
    assert texts == ["0 berkas", "1 berkas", "2 berkas", "0 files", "1 file", "2 files"]


def test_an_english_plural_has_its_singular() -> None:
    for key in TEXTS.keys() - NEVER_ONE:
        plural = re.search(r"\{count\} (\w+ )?[a-z]+s\b", TEXTS[key].english)
        assert plural is None or TEXTS[key].english_one is not None, key


def test_a_texts_numbers_have_the_decimals_of_the_language() -> None:
    assert "3,25" in text("target", Language.ID, target=Fraction("3.25"), gap="0")
    assert "3.25" in text("target", Language.EN, target=Fraction("3.25"), gap="0")


def test_why_the_system_refuses_is_said_in_both_languages_else_in_its_own_words() -> None:
    full = system_reason(OSError(errno.ENOSPC, "No space left on device"))
    assert full.in_language(Language.ID) == "diska penuh"
    assert full.in_language(Language.EN) == "the disk is full"
    other = system_reason(OSError(99_999, "Unheard of"))
    assert [other.in_language(one) for one in Language] == ["Unheard of"] * 2


def test_texts_are_all_there_before_any_is_asked_for() -> None:
    texts = Texts(["league"])
    assert {"league.headline", "league.kind"} <= set(texts)


def test_a_list_of_long_names_is_cut_with_the_number_of_the_rest() -> None:
    names = tuple(f"{'Dinas ' * 30}{at}" for at in range(20))
    said = worded(names, Language.EN)
    assert len(said) < 1400
    assert said.endswith("14 more"), said[-40:]
