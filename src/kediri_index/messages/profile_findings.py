"""Findings across definitions, and about a profile."""

from __future__ import annotations

from kediri_index.model.finding_text import FindingText
from kediri_index.model.findings import Severity

PROFILE_FINDINGS: tuple[FindingText, ...] = (
    FindingText(
        "D301",
        Severity.ERROR,
        "id dengan arti lain",
        "id with another meaning",
        "di sini «{value}» berarti «{name}», di {first} berarti «{first_name}»",
        "here «{value}» means «{name}», at {first} it means «{first_name}»",
        "beri pertanyaan yang berubah id baru, agar tahun dapat dibandingkan",
        "give a changed question a new id, so that years can be compared",
    ),
    FindingText(
        "D302",
        Severity.ERROR,
        "id kelompok dan indikator",
        "id of a group and of an indicator",
        "«{value}» di sini dan di {first} bukan hal yang sama: yang satu kelompok, yang lain "
        "indikator",
        "«{value}» here and at {first} is not the same: one is a group, the other an indicator",
        "beri salah satunya id lain",
        "give one of them another id",
    ),
    FindingText(
        "D303",
        Severity.ERROR,
        "dua definisi dengan satu id",
        "two definitions with one id",
        "definisi di {first} juga memakai id «{value}»",
        "the definition at {first} has the id «{value}» too",
        "beri salah satunya id lain",
        "give one of them another id",
    ),
    FindingText(
        "D304",
        Severity.ERROR,
        "makna berubah, versi tidak",
        "meaning changed, version did not",
        "makna definisi «{id}» berbeda dari yang di {before}, tetapi versinya tetap «{value}»",
        "the definition «{id}» means something else than at {before}, but its version is still "
        "«{value}»",
        "naikkan version; bila hasil sudah terbit dengan definisi ini, buat berkas baru dengan id "
        "baru",
        "raise version; if results were published with it, make a new file with a new id",
    ),
    FindingText(
        "D401",
        Severity.ERROR,
        "OPD ganda",
        "agency listed twice",
        "OPD «{value}» sudah ada di {first}",
        "the agency «{value}» is listed already at {first}",
        "hapus salah satu, atau beri id lain",
        "delete one of them, or give it another id",
    ),
    FindingText(
        "D402",
        Severity.ERROR,
        "nama OPD ganda",
        "name of two agencies",
        "nama «{value}» sudah menjadi milik OPD {opd} di {first}",
        "the name «{value}» belongs already to the agency {opd}, at {first}",
        "hapus nama itu dari salah satu OPD",
        "delete the name from one of the agencies",
    ),
    FindingText(
        "D403",
        Severity.ERROR,
        "OPD tidak ada",
        "no such agency",
        "assign menyebut OPD «{value}» yang tidak ada di opd{near}",
        "assign names the agency «{value}», which is not in opd{near}",
        "perbaiki idnya, atau tambahkan OPD itu di opd",
        "correct the id, or add the agency to opd",
    ),
)
