"""Indicators of agencies (OPD): shared ones, and answers that another agency was to give."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kediri_index.agencies.assignment import opd_named, opd_of_leaves
from kediri_index.model.answers import full_answers
from kediri_index.model.dataset import Answer, Missing, Reading, Shares
from kediri_index.model.definition import Indicator, Unanswered
from kediri_index.model.findings import Finding, FindingText, Severity, Source
from kediri_index.model.language import NamedFigures, Wording
from kediri_index.model.profile import Combine, Opd, Profile, opd_names
from kediri_index.model.scoring import Reads
from kediri_index.rules.context import UnitContext
from kediri_index.scoring.answers import LeafScore

_SHARED = (
    FindingText(
        "X312",
        Severity.ERROR,
        "nilai OPD berbeda",
        "agencies give different values",
        "nilai {indicator} dari beberapa OPD harus sama, tetapi berbeda: {values}",
        "{indicator} must have the same value from each agency, but differs: {values}",
        "samakan nilainya; atau, di profile.yaml pada kunci shared, tetapkan OPD yang nilainya "
        "dipakai (lead), rata-ratanya (combine: mean), atau jumlahnya (combine: sum)",
        "correct the wrong value; or name the agency that counts (lead), the mean (combine: mean) "
        "or the sum (combine: sum) in profile.yaml, key shared",
        for_agency=Wording(
            "periksa nilai ini bersama OPD lain yang tercantum, lalu samakan",
            "check this value with the other agencies named, and make them the same",
        ),
    ),
    FindingText(
        "X313",
        Severity.ERROR,
        "OPD belum mengisi indikator bersama",
        "agency has not answered a shared indicator",
        "{opd} belum mengisi {indicator}; tanpa itu, nilai OPD lain tidak dihitung: {values}",
        "{opd} has not answered {indicator}; other agencies' values alone do not count: {values}",
        "tambahkan berkas OPD itu, atau ubah kunci shared di profile.yaml",
        "add that agency's file, or change the key shared in profile.yaml",
        for_agency=Wording(
            "isi indikator ini di formulir OPD", "fill in this indicator in your form"
        ),
    ),
    FindingText(
        "X314",
        Severity.NOTE,
        "nilai OPD lain tidak dihitung",
        "another agency's value does not count",
        "untuk {indicator}, nilai {opd} yang dihitung; nilai ini tidak",
        "for {indicator}, the value of {opd} counts; this one does not",
        "tidak perlu diubah; OPD penentu tercantum di profile.yaml pada kunci shared",
        "nothing to change; profile.yaml names the agency that counts in the key shared",
        for_agency=Wording("tidak perlu diubah", "nothing to change"),
    ),
    FindingText(
        "X315",
        Severity.WARNING,
        "nilai bersama belum lengkap",
        "shared value is incomplete",
        "{indicator} tidak dihitung karena {opd} belum mengisinya; nilai yang tidak terpakai: "
        "{values}",
        "{indicator} does not count, because {opd} has not answered it; unused: {values}",
        "minta isian OPD itu, atau ubah kunci shared di profile.yaml",
        "ask that agency for its value, or change the key shared in profile.yaml",
        for_agency=Wording(
            "OPD yang tercantum perlu mengisi indikator ini",
            "the agency named has to fill in this indicator",
        ),
    ),
    FindingText(
        "X316",
        Severity.NOTE,
        "tidak berlaku bagi salah satu OPD",
        "not applicable to one agency",
        "{indicator} tidak berlaku bagi {opd}; dihitung dari OPD lainnya",
        "{indicator} does not apply to {opd}; the other agencies' values count",
        "tidak perlu diubah bila memang tidak berlaku",
        "nothing to change if it does not apply",
    ),
    FindingText(
        "X317",
        Severity.ERROR,
        "jumlah di luar batas",
        "sum out of range",
        "jumlah {indicator} dari beberapa OPD adalah {sum}, di luar {low}–{high}: {values}",
        "the sum of {indicator} over the agencies is {sum}, outside {low}–{high}: {values}",
        "perbaiki nilai yang salah, atau pakai combine: mean pada kunci shared di profile.yaml",
        "correct the wrong value, or use combine: mean in profile.yaml, key shared",
        for_agency=Wording(
            "periksa nilai ini bersama OPD lain yang tercantum, lalu perbaiki yang salah",
            "check this value with the other agencies named, and correct the wrong one",
        ),
    ),
    FindingText(
        "X318",
        Severity.ERROR,
        "nilai tidak dapat dijumlahkan",
        "scores cannot be summed",
        "{indicator} dinilai langsung, bukan diukur; nilai beberapa OPD tidak dapat dijumlahkan",
        "{indicator} is scored directly, not measured; the agencies' scores cannot be summed",
        "pakai combine: mean atau lead pada kunci shared di profile.yaml",
        "use combine: mean or lead in profile.yaml, key shared",
        for_agency=Wording(
            "tidak perlu diubah; tim penyusun indeks mengatur penggabungannya",
            "nothing to change; those who compile the index decide how the scores are combined",
        ),
    ),
    FindingText(
        "X319",
        Severity.WARNING,
        "target bersama dapat dibaca dua cara",
        "shared target has two readings",
        "target {indicator} dijumlahkan menjadi {sum}: {values}; bila itu target bersama, "
        "jumlahnya terlalu besar",
        "the targets of {indicator} are summed to {sum}: {values}; if each is the whole target, "
        "the sum is too large",
        "bila target itu milik bersama, tulis di satu formulir saja",
        "if it is the target of all agencies together, write it in one form only",
    ),
)
"""X312 is given where rows become answers."""


def shared_values(context: UnitContext) -> Iterable[Finding]:
    """Yield the findings on shared indicators that have a value, or would have one."""
    names = opd_names(context.profile)
    for answer in context.full:
        shares = answer.shares
        leaf = None if shares is None else context.leaf(answer.id)
        if shares is None or leaf is None:
            continue
        if shares.sharing.lead is not None:
            yield from _not_counting(answer, shares, names)
        elif shares.needs_all and leaf.score is not None:
            yield from _inapplicable(answer, shares, names)
        if shares.sharing.combine is Combine.SUM:
            yield from _summed(context, answer, shares, names)
        if leaf.score is None:
            yield from _unused(context, leaf, shares, names)


def gaps(context: UnitContext, leaf: LeafScore, shares: Shares) -> Iterator[Finding]:
    """Yield C101 or C102 at each empty cell of an agency, X313 for those that have no row.

    A row without the column that counts is named at its beginning. Without all files an absent row
    is not a fault.
    """
    for one in shares.counting:
        for cell in _empty_cells(one.answer):
            code = "C101" if cell.missing is Missing.EMPTY else "C102"
            yield Finding.at_cell(code, cell.source, cell.text or None, leaf.id)
        if one.answer is not None and _value(one.answer) is not None:
            yield from _without_column(one.answer, leaf)
    absent = [one.opd for one in shares.counting if one.answer is None]
    if absent and context.complete:
        names = opd_names(context.profile)
        said = _said(shares)
        yield Finding(
            "X313",
            file=context.only_file,
            indicator=leaf.id,
            params={
                "opd": tuple(names.get(opd, opd) for opd in absent),
                "values": _figures(said, names),
            },
        )


def _without_column(answer: Answer, leaf: LeafScore) -> Iterator[Finding]:
    if not any(cell.source in leaf.sources for cell in _readings(answer)):
        yield Finding.at_cell("C101", answer.row, None, leaf.id)


def _readings(answer: Answer | None) -> list[Reading]:
    if answer is None:
        return []
    found = (answer.measure, *answer.assessor, answer.self_score)
    return [one for one in found if one is not None]


def _value(answer: Answer | None) -> Reading | None:
    """Return the first cell of the row that holds a number."""
    return next((one for one in _readings(answer) if one.number is not None), None)


def _empty_cells(answer: Answer | None) -> list[Reading]:
    """Return the cell to fill in of a row that holds nothing."""
    readings = _readings(answer)
    nothing = {Missing.EMPTY, Missing.NOT_COLLECTED, Missing.NOT_DUE}
    if answer is None or not all(one.missing in nothing for one in readings):
        return []
    said = [one for one in readings if one.missing is not Missing.EMPTY]
    return (said or readings or [Reading(None, Missing.EMPTY, "", answer.row)])[:1]


def _said(shares: Shares) -> dict[str, Reading]:
    return {one.opd: value for one in shares.each if (value := _value(one.answer)) is not None}


def _figures(said: dict[str, Reading], names: dict[str, str]) -> NamedFigures:
    return NamedFigures(
        tuple(
            (f"{names.get(opd, opd)}, {one.source.seen_from('')}", one.text)
            for opd, one in said.items()
        )
    )


def _not_counting(answer: Answer, shares: Shares, names: dict[str, str]) -> Iterator[Finding]:
    """Yield X314 for each value that is another than the lead's."""
    lead = shares.sharing.lead or ""
    counts = _value(answer)
    for opd, other in _said(shares).items():
        if opd != lead and counts is not None and other.number != counts.number:
            yield Finding.at_cell(
                "X314", other.source, other.text, answer.id, opd=names.get(lead, lead)
            )


def _inapplicable(answer: Answer, shares: Shares, names: dict[str, str]) -> Iterator[Finding]:
    for one in shares.each:
        cell = next((r for r in _readings(one.answer) if r.missing is Missing.NOT_APPLICABLE), None)
        if cell is not None and _value(one.answer) is None:
            yield Finding.at_cell(
                "X316", cell.source, cell.text, answer.id, opd=names.get(one.opd, one.opd)
            )


def _summed(
    context: UnitContext, answer: Answer, shares: Shares, names: dict[str, str]
) -> Iterator[Finding]:
    node = context.tree.nodes.get(answer.id)
    if not isinstance(node, Indicator) or node.rule.method.reads is not Reads.MEASURE:
        for first in list(_said(shares).values())[:1]:
            yield Finding.at_cell("X318", first.source, first.text, answer.id)
        return
    measure = answer.measure
    if measure is None or measure.number is None:
        return
    if node.valid is not None and not node.valid[0] <= measure.number <= node.valid[1]:
        yield Finding.at_cell(
            "X317",
            measure.source,
            next(iter(_said(shares).values())).text,
            answer.id,
            sum=measure.number,
            low=node.valid[0],
            high=node.valid[1],
            values=_figures(_said(shares), names),
        )
    targets = {
        one.opd: one.answer.target
        for one in shares.each
        if one.answer is not None
        and one.answer.target is not None
        and one.answer.target.number is not None
    }
    numbers = [one.number for one in targets.values()]
    doubtful = len(set(numbers)) == 1 or len(numbers) < len(shares.each)
    if node.rule.method.reads_target and len(numbers) > 1 and doubtful and answer.target:
        yield Finding.at_cell(
            "X319",
            answer.target.source,
            next(iter(targets.values())).text,
            answer.id,
            sum=answer.target.number,
            values=_figures(targets, names),
        )


def _unused(
    context: UnitContext, leaf: LeafScore, shares: Shares, names: dict[str, str]
) -> Iterator[Finding]:
    """Yield X315 for values that do not count since others lack, where gaps are allowed.

    Without all files an absent row is not a fault, an empty cell is. *absent* marks what such rows
    alone tell.
    """
    if context.definition.missing.answers is Unanswered.ERROR or not shares.needs_all:
        return
    said = _said(shares)
    empty = {one.opd for one in shares.counting if _empty_cells(one.answer)}
    absent = {one.opd for one in shares.counting if one.answer is None and context.complete}
    lacking = [one.opd for one in shares.counting if one.opd in empty | absent]
    if said and lacking:
        first = next(iter(said.values()))
        yield Finding.at_cell(
            "X315",
            first.source,
            first.text,
            leaf.id,
            opd=tuple(names.get(opd, opd) for opd in lacking),
            values=_figures(said, names),
            absent=not empty,
        )


_OTHER = (
    FindingText(
        "X307",
        Severity.WARNING,
        "dijawab OPD lain",
        "answered by another OPD",
        "{indicator} dijawab {opd}, padahal yang ditugasi {assigned}",
        "{indicator} is answered by {opd}, but assigned to {assigned}",
        "kosongkan jawabannya, atau ubah assign di profil",
        "leave the answer empty, or change assign in the profile",
        related=("D403",),
        for_agency=Wording(
            "kosongkan jawabannya, atau beri tahu kami bila memang tugas OPD ini",
            "leave the answer empty, or tell us if this OPD is to answer it after all",
        ),
    ),
)


class _Said(NamedTuple):
    """Who answered, and where."""

    opd: str
    place: Source


def other_agency(context: UnitContext) -> Iterable[Finding]:
    """Yield X307 for each answer in the file of an agency that others answer for.

    Where no agency is known for the file, the row's own OPD column says whose it is. What is
    assigned to nobody is open to all, and a row without a number is no answer.
    """
    profile, data = context.profile, context.data
    if profile is None or not (data.agencies or any(one.opd for one in full_answers(data))):
        return
    assigned = opd_of_leaves(context.definition, profile)
    names = opd_names(profile)
    named = _Named(profile)
    for answer in data.answers.values():
        wanted = assigned.get(answer.id, ())
        for said in _who(answer, context, named) if wanted else ():
            if said.opd not in wanted:
                yield Finding.at_cell(
                    "X307",
                    said.place,
                    answer.id,
                    answer.id,
                    opd=names[said.opd],
                    assigned=tuple(names.get(opd, opd) for opd in wanted),
                )


class _Named(dict[str, Opd | None]):
    """The agency that each text names, looked up once."""

    def __init__(self, profile: Profile) -> None:
        super().__init__()
        self.profile = profile

    def __missing__(self, text: str) -> Opd | None:
        self[text] = opd_named(self.profile, text)
        return self[text]


def _who(answer: Answer, context: UnitContext, named: _Named) -> Iterator[_Said]:
    """Yield each agency whose file holds a number of *answer*, at its row."""
    seen: set[str] = set()
    for reading in (answer.self_score, *answer.assessor, answer.measure):
        if reading is None or reading.number is None or (file := reading.source.file) in seen:
            continue
        seen.add(file)
        at_row = file == answer.row.file
        opd = context.data.agencies.get(file)
        if opd is None and at_row and answer.opd:
            by_row = named[answer.opd]
            opd = by_row.id if by_row is not None else None
        if opd is not None:
            yield _Said(opd, answer.row if at_row else reading.source)


FINDINGS = (*_SHARED, *_OTHER)
