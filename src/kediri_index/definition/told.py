"""What is told of a definition or another file beside the data: up to a number of findings."""

from __future__ import annotations

from collections.abc import Iterable

from kediri_index.errors import DefinitionError
from kediri_index.model.findings import Finding, Severity, in_order
from kediri_index.model.limits import Limits

_MORE = "D270"


def told(findings: Iterable[Finding], limits: Limits) -> tuple[Finding, ...]:
    """Return *findings* in order, no more than ``limits.findings``, errors before others.

    If any are left out, D270 gives their number.
    """
    ordered = in_order(findings)
    most = limits.findings
    if len(ordered) <= most:
        return ordered
    from kediri_index.messages.catalogue import severity_of  # noqa: PLC0415 - few files need it

    ranks = list(Severity)
    found = [one for one in ordered if one.code != _MORE]
    kept = sorted(found, key=lambda one: ranks.index(severity_of(one)))[:most]
    before = sum(int(str(one.params["more"])) for one in ordered if one.code == _MORE)
    files = {one.file for one in ordered}
    params = {
        "limit": most,
        "more": len(found) - len(kept) + before,
        "option": f"--limit findings={len(found) + before}",
    }
    rest = Finding(_MORE, file=files.pop() if len(files) == 1 else None, params=params)
    return (*in_order(kept), rest)


def usable(
    findings: Iterable[Finding],
    limits: Limits,
    broken: type[DefinitionError] = DefinitionError,
) -> tuple[Finding, ...]:
    """Return *findings* in order; raises *broken* if any of them is an error."""
    found = tuple(findings)
    if not found:
        return ()
    from kediri_index.messages.catalogue import has_errors  # noqa: PLC0415 - only findings need it

    if has_errors(found):
        raise broken(told(found, limits))
    return told(found, limits)
