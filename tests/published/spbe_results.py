"""The published results of SPBE evaluations that come with their inputs, typed here.

Answers stand one digit an indicator, a word an aspect; figures in the order of the regulation.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

CURRENT = "spbe-2020"
OLD = "spbe-2018"
ASPECTS = {
    CURRENT: tuple(f"spbe-a{number}" for number in range(1, 9)),
    OLD: tuple(f"spbe18-a{number}" for number in range(1, 8)),
}
DOMAINS = {
    CURRENT: tuple(f"spbe-d{number}" for number in range(1, 5)),
    OLD: ("spbe18-policy", "spbe18-governance", "spbe18-services"),
}
INDICATORS = {
    CURRENT: tuple(f"SPBE-{number:02d}" for number in range(1, 48)),
    OLD: (*(f"SPBE18-{number:02d}" for number in range(1, 36)), "SPBE18-35-2", "SPBE18-35-3"),
}
Inputs = Mapping[str, str]
DENPASAR_2021_SELF = "2244444244 4424 3453 45 22422335 333 5335543355 532555"
DENPASAR_2018_SELF = "1313333 3111355155 15 33 355 2155535 525555"


class Result(NamedTuple):
    """One published index; *mixed* are inputs of several levels that stand beside the others."""

    name: str
    year: int
    overall: str
    domains: str
    aspects: str = ""
    answers: str = ""
    mixed: Inputs = MappingProxyType({})
    definition: str = CURRENT

    def levels(self) -> dict[str, Inputs]:
        """What the index can be computed from, deepest first."""
        found = {
            "answers": answers_of(self.definition, self.answers),
            "mixed": self.mixed,
            "aspects": named(ASPECTS[self.definition], self.aspects),
            "domains": named(DOMAINS[self.definition], self.domains),
        }
        return {level: inputs for level, inputs in found.items() if inputs}

    def printed(self) -> dict[str, str]:
        """Every published figure by the id of its node; the index is ``overall``."""
        return {
            "overall": self.overall,
            **named(DOMAINS[self.definition], self.domains),
            **named(ASPECTS[self.definition], self.aspects),
        }


def named(ids: tuple[str, ...], figures: str) -> dict[str, str]:
    words = figures.split()
    return dict(zip(ids, words, strict=True)) if words else {}


def answers_of(definition: str, answers: str) -> dict[str, str]:
    return named(INDICATORS[definition], " ".join(answers.replace(" ", "")))


RESULTS = (
    Result(
        "Kemenko Perekonomian",
        2021,
        overall="2.95",
        domains="3.00 3.00 1.00 3.61",
        aspects="3.00 3.25 3.00 2.50 1.00 1.00 3.90 3.17",
        answers="3333333333 2254 3333 32 11111111 111 4444443345 432433",
    ),
    Result(
        "Kota Denpasar",
        2021,
        overall="3.19",
        domains="3.00 3.30 2.18 3.55",
        answers="4143333333 2234 4353 43 22222223 223 4335533335 422444",
    ),
    # Means over agencies, printed down to the aspects.
    Result(
        "Rata-rata nasional",
        2021,
        overall="2.24",
        domains="2.21 1.89 1.23 2.81",
        aspects="2.21 1.77 2.00 1.93 1.26 1.17 2.86 2.74",
    ),
    Result(
        "Rata-rata kementerian",
        2021,
        overall="2.84",
        domains="2.68 2.61 1.50 3.49",
        aspects="2.68 2.36 2.86 2.59 1.53 1.43 3.50 3.49",
    ),
    Result(
        "Rata-rata LPNK",
        2021,
        overall="2.77",
        domains="2.81 2.56 1.39 3.37",
        aspects="2.81 2.47 2.71 2.46 1.37 1.44 3.48 3.21",
    ),
    Result(
        "Rata-rata lembaga lain",
        2021,
        overall="2.10",
        domains="1.89 1.83 1.25 2.62",
        aspects="1.89 1.80 1.86 1.82 1.25 1.23 2.86 2.26",
    ),
    Result(
        "Rata-rata provinsi",
        2021,
        overall="2.46",
        domains="2.26 2.14 1.31 3.10",
        aspects="2.26 1.91 2.36 2.16 1.35 1.22 3.14 3.04",
    ),
    Result(
        "Rata-rata kabupaten",
        2021,
        overall="2.11",
        domains="2.13 1.73 1.17 2.66",
        aspects="2.13 1.62 1.82 1.78 1.20 1.11 2.71 2.59",
    ),
    Result(
        "Rata-rata kota",
        2021,
        overall="2.29",
        domains="2.23 1.91 1.26 2.88",
        aspects="2.23 1.78 1.99 2.02 1.29 1.17 2.88 2.88",
    ),
    Result(
        "Kabupaten Aceh Tengah",
        2025,
        overall="2.59",
        domains="2.30 1.70 1.00 3.75",
        mixed={
            "spbe-d1": "2.30",
            "spbe-d2": "1.70",
            "spbe-a5": "1.00",
            "spbe-a6": "1.00",
            "spbe-a7": "3.80",
            "spbe-a8": "3.67",
        },
    ),
    Result("Kabupaten Aceh Jaya", 2025, overall="2.98", domains="3.90 2.00 1.09 3.94"),
    # The regulation's own example: an aspect, its domain and the index.
    Result(
        "Contoh Permen PANRB 59/2020",
        2021,
        overall="3.28",
        domains="3.70 3.40 3.00 3.20",
        mixed={
            "spbe-d1": "3.70",
            **named(INDICATORS[CURRENT][10:14], "3 4 3 2"),
            "spbe-a3": "4.00",
            "spbe-a4": "3.00",
            "spbe-d3": "3.00",
            "spbe-d4": "3.20",
        },
    ),
    Result(
        "Kota Denpasar",
        2018,
        definition=OLD,
        overall="2.64",
        domains="2.06 2.29 3.00",
        aspects="2.00 2.10 2.00 2.50 2.33 3.29 2.50",
        answers="1113233 2111333133 13 23 322 3144434 323133",
    ),
    # Of 2019 the answers of the services are known, and for the rest the aspects.
    Result(
        "Kota Denpasar",
        2019,
        definition=OLD,
        overall="3.33",
        domains="3.00 3.00 3.61",
        aspects="3.00 3.00 3.50 3.00 2.67 3.57 3.67",
        mixed={
            **named(ASPECTS[OLD][:5], "3.00 3.00 3.50 3.00 2.67"),
            **named(INDICATORS[OLD][24:], "3 3 4 4 4 3 4 4 3 4 3 4 4"),
        },
    ),
)
