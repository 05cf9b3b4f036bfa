"""Files of another unit, year or agency than was asked for, or than all others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable

from kediri_index.agencies.assignment import opd_named, spellings
from kediri_index.model.dataset import InputFile, UnitData
from kediri_index.model.findings import Finding, FindingText, Severity
from kediri_index.model.language import Wording
from kediri_index.model.profile import unit_key
from kediri_index.model.text import NEARLY_THE_SAME, YEAR, Names, exact
from kediri_index.rules.context import DataContext

FINDINGS = (
    FindingText(
        "F423",
        Severity.ERROR,
        "berkas wilayah lain",
        "file of another unit",
        "berkas ini untuk «{value}», sedangkan yang diperiksa berkas «{theirs}»",
        "this file is of «{value}», but the files being checked are those of «{theirs}»",
        "perbaiki Wilayah, atau pisahkan berkasnya",
        "correct Wilayah, or keep the file elsewhere",
        related=("F408",),
    ),
    FindingText(
        "F424",
        Severity.ERROR,
        "berkas tahun lain",
        "file of another year",
        "berkas ini untuk tahun {value}, sedangkan yang diminta {wanted}",
        "this file is of {value}, but {wanted} was asked for",
        "perbaiki Tahun, atau pisahkan berkasnya",
        "correct Tahun, or keep the file elsewhere",
        related=("F432",),
    ),
    FindingText(
        "F426",
        Severity.ERROR,
        "berkas OPD lain",
        "file of another OPD",
        "berkas ini dari «{value}», sedangkan yang diminta «{wanted}»",
        "this file is from «{value}», but «{wanted}» was asked for",
        "kirim berkas OPD yang benar, atau perbaiki OPD pada lembar Identitas",
        "send the right agency's file, or correct OPD on the sheet Identitas",
        related=("X307",),
    ),
    FindingText(
        "F425",
        Severity.WARNING,
        "OPD tidak dikenal",
        "unknown OPD",
        "OPD «{value}» tidak ada dalam profil{nearest}",
        "the OPD «{value}» is not in the profile{nearest}",
        "perbaiki namanya, atau tambahkan ejaan ini di also pada profil",
        "correct the name, or add this spelling under also in the profile",
        related=("D403",),
        for_agency=Wording(
            "perbaiki nama OPD; yang benar ada pada templat",
            "correct the agency's name; the right one stands in the template",
        ),
    ),
    FindingText(
        "F440",
        Severity.WARNING,
        "nama wilayah mirip yang lain",
        "unit named much like another",
        "hanya berkas ini untuk «{value}»; {count} berkas lain untuk «{unit}»",
        "only this file is of «{value}»; {count} others are of «{unit}»",
        "perbaiki Wilayah, atau periksa berkas ini terpisah bila memang wilayah lain",
        "correct Wilayah, or check this file apart if it is another unit's",
    ),
    FindingText(
        "F432",
        Severity.WARNING,
        "satu-satunya berkas tahun itu",
        "only file of its year",
        "hanya berkas ini untuk tahun {value}; {count} berkas lain untuk {year}",
        "only this file is of {value}; {count} others are of {year}",
        "perbaiki Tahun, atau pisahkan berkasnya",
        "correct Tahun, or keep the file elsewhere",
    ),
)

FEWEST_OTHERS = 3
"""So many files agree before another is a lone one."""


def other_unit(context: DataContext) -> Iterable[Finding]:
    """Yield F423 for each such file, where the user or the profile beside the files says whose."""
    theirs = context.hints.theirs
    if theirs is None:
        return
    names = {exact(theirs)}
    profile = context.profile
    if profile is not None and profile.is_of(theirs):
        names |= {exact(name) for name in (profile.unit or theirs, *profile.also)}
    for file in context.data.inputs:
        said = file.says.unit
        if said is not None and exact(said.text) not in names:
            yield Finding.at_cell("F423", said.source, said.text, theirs=theirs)


def files_of_others(findings: Iterable[Finding]) -> frozenset[str]:
    """Return the files of which *findings* say that they are of another unit."""
    said = (one.file for one in findings if one.code == "F423")
    return frozenset(file for file in said if file is not None)


def is_of_others(unit: UnitData, others: Container[str]) -> bool:
    """Return whether all files of *unit* are among those of *others*."""
    return bool(unit.files) and all(file in others for file in unit.files)


def other_year(context: DataContext) -> Iterable[Finding]:
    """Yield F424 for each file that says another year than the user does."""
    wanted = context.hints.year
    if wanted is None:
        return
    for file in context.data.inputs:
        said = file.says.year
        if said is not None and YEAR.fullmatch(said.text) and int(said.text) != wanted:
            yield Finding.at_cell("F424", said.source, said.text, wanted=wanted)


def other_agency_asked_for(context: DataContext) -> Iterable[Finding]:
    """Yield F426 for each file that says it is from another agency than the user does."""
    wanted = context.hints.opd
    if wanted is None:
        return
    for file in context.data.inputs:
        said = file.says.opd
        if said is not None and not _is_same_agency(context, said.text, wanted):
            yield Finding.at_cell("F426", said.source, said.text, wanted=wanted)


def _is_same_agency(context: DataContext, one: str, other: str) -> bool:
    if exact(one) == exact(other):
        return True
    if context.profile is None:
        return False
    known = opd_named(context.profile, one)
    return known is not None and known == opd_named(context.profile, other)


def unknown_agency(context: DataContext) -> Iterable[Finding]:
    """Yield F425 for each file of the profile's unit whose agency has no such name there."""
    profile = context.profile
    if profile is None or not profile.opd:
        return
    own = {path for unit in context.data.units for path in unit.files if profile.is_of(unit.unit)}
    known = Names(spellings(profile))
    for file in context.data.inputs:
        said = file.says.opd
        if said is None or file.path not in own or opd_named(profile, said.text) is not None:
            continue
        nearest = known.suggest(said.text)
        yield Finding.at_cell("F425", said.source, said.text, nearest=nearest)


def lone_unit(context: DataContext) -> Iterable[Finding]:
    """Yield F440 where at least three files agree on another name that is nearly the same."""
    if context.hints.theirs is not None:
        return
    said = [file.says.unit for file in context.data.inputs if file.superseded_by is None]
    names = {exact(one.text): one.text for one in said if one is not None}
    count = Counter(exact(one.text) for one in said if one is not None)
    common = [names[name] for name, files in count.items() if files >= FEWEST_OTHERS]
    if not common:
        return
    known = Names(common)
    for one in said:
        if one is None or count[exact(one.text)] > 1:
            continue
        other = known.nearest(one.text, cutoff=NEARLY_THE_SAME)
        if other is not None:
            yield Finding.at_cell(
                "F440", one.source, one.text, unit=other, count=count[exact(other)]
            )


def lone_year(context: DataContext) -> Iterable[Finding]:
    """Yield F432 where at least three files of the same unit agree on another year."""
    if context.hints.year is not None:
        return
    by_unit: dict[str, list[InputFile]] = {}
    for file in context.data.inputs:
        said = file.says.year
        if said is not None and YEAR.fullmatch(said.text) and file.superseded_by is None:
            unit = unit_key(context.profile, file.says.unit.text) if file.says.unit else ""
            by_unit.setdefault(unit, []).append(file)
    for files in by_unit.values():
        years = Counter(file.says.year.text for file in files if file.says.year)
        year, count = years.most_common(1)[0]
        if count < FEWEST_OTHERS:
            continue
        for file in files:
            said = file.says.year
            if said is not None and years[said.text] == 1:
                yield Finding.at_cell("F432", said.source, said.text, count=count, year=year)
