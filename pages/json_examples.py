"""The calls whose whole outputs stand in ``tests/golden``, one of each command."""

from __future__ import annotations

from typing import NamedTuple


class Example(NamedTuple):
    """A *call*, and the *file* below ``tests/golden`` with what it prints."""

    call: str
    file: str


EXAMPLES: dict[str, Example] = {
    "init": Example(
        "init kota --config six-pillars --unit 'Kota Contoh' --year 2026", "json/init.json"
    ),
    "template": Example(
        "template --config six-pillars --year 2026 --opd disdik --output disdik.xlsx",
        "json/template.json",
    ),
    "status": Example(
        "status examples/kota-contoh-salah --lang en", "status-kota-contoh-salah.json"
    ),
    "check": Example(
        "check 'examples/kota-contoh-salah/Dinas Lingkungan Hidup.xlsx' --lang en",
        "check-json.en.json",
    ),
    "score": Example(
        "score examples/kabupaten-malang-2023.xlsx", "score-kabupaten-malang-2023.json"
    ),
    "compare": Example(
        "compare examples/kota-kediri-2022.xlsx examples/kota-kediri-2023.xlsx",
        "compare-kota-kediri.json",
    ),
    "trace": Example(
        "trace examples/kota-kediri-2022.xlsx impact --lang en",
        "trace-kota-kediri-2022-impact.en.json",
    ),
    "plan": Example("plan examples/kota-kediri-2022.xlsx", "plan/kota-kediri-2022.json"),
    "robustness": Example(
        "robustness examples/wilayah-contoh/wilayah.csv "
        "--config examples/wilayah-contoh/indeks.yaml --weights 0.5 "
        "--aggregations arithmetic,geometric --missing --sobol --target 60 --leave-out "
        "--draws 1000",
        "robustness/wilayah-contoh.json",
    ),
    "report": Example(
        "report examples/kota-kediri-2022.xlsx --output report.md", "json/report.json"
    ),
    "page": Example("page", "json/page.json"),
    "bundle": Example("bundle examples/kota-kediri-2022.xlsx --output arsip.zip", "bundle.json"),
    "verify": Example("verify arsip.zip", "verify.json"),
    "explain": Example("explain C121 D211 F103 --lang en", "explain.en.json"),
    "definition-list": Example("definition list", "definition-list.json"),
    "definition-show": Example("definition show six-pillars", "definition-show.json"),
    "definition-lint": Example(
        "definition lint examples/wilayah-contoh/indeks.yaml "
        "--data examples/wilayah-contoh/wilayah.csv",
        "definition-lint.json",
    ),
    "definition-diff": Example(
        "definition diff kominfo-2023-reguler kominfo-2023-kppn "
        "--data examples/kota-kediri-2023.xlsx --data examples/kabupaten-malang-2023.xlsx",
        "definition-diff.json",
    ),
    "definition-weights": Example(
        "definition weights examples/wilayah-contoh/indeks.yaml "
        "--data examples/wilayah-contoh/wilayah.csv --method critic",
        "definition-weights.json",
    ),
}
"""By the command's name in ``schema``."""
