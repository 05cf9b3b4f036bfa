"""The ids of the shipped definitions, in the order in which their files are listed."""

from __future__ import annotations

SHIPPED = [
    "idm-2016",
    "ipm-bps",
    "kominfo-2022-kppn",
    "kominfo-2022-reguler",
    "kominfo-2023-kppn",
    "pemdi-2026",
    "kominfo-2023-reguler",  # in pillars.yaml
    "sakip-2021",
    "six-pillars",
    "spbe-2018",
    "spbe-2020",
]
