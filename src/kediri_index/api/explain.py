"""What codes of findings mean, shown by their examples."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from os.path import relpath
from pathlib import Path

from kediri_index.api.examples import examples_folder, examples_in, files_of
from kediri_index.errors import UsageError
from kediri_index.messages.catalogue import CATALOGUE
from kediri_index.model.explained import Explained
from kediri_index.model.findings import Finding
from kediri_index.model.limits import Limits
from kediri_index.model.nearest import Suggestion, suggest

Run = Callable[[Sequence[str], Limits], Iterable[Finding]]
"""What a command finds in files, within limits."""
_NONE: Mapping[str, Run] = {}


def known_code(text: str) -> str:
    """Return the code that *text* spells in any case; raises :class:`UsageError` for others."""
    code = text.strip().upper()
    if code not in CATALOGUE:
        raise UsageError("no-such-code", value=text, nearest=_nearest(code))
    return code


def _nearest(code: str) -> Suggestion:
    """Return the code of the same family whose number is nearest, else one spelt alike."""
    family = [one for one in CATALOGUE if one[0] == code[:1]]
    if not (family and code[1:].isdecimal()):
        return suggest(code, CATALOGUE)
    number = int(code[1:])
    return Suggestion(min(family, key=lambda one: (abs(int(one[1:]) - number), one)))


def explain(codes: Iterable[str], further: Mapping[str, Run] = _NONE) -> tuple[Explained, ...]:
    """Return each of *codes*, which are known ones, with its example.

    While an example runs, the working folder of the process is the examples'. *further* gives, by
    command, what the commands find that stand above this part of the program.
    """
    from kediri_index.api.example_run import finding_of  # noqa: PLC0415 - reads definitions
    from kediri_index.api.excerpt import excerpt_of  # noqa: PLC0415 - reads workbooks

    folder = examples_folder()
    examples = examples_in(folder)
    explained = []
    for code in codes:
        example = examples.get(code)
        if example is None:
            explained.append(Explained(code))
            continue
        explained.append(
            Explained(
                code,
                example,
                finding_of(example, folder, further),
                _shown(folder),
                files_of(example, folder),
                excerpt_of(example, folder),
            )
        )
    return tuple(explained)


def _shown(folder: Path) -> str:
    """Return *folder* as seen from the working one where it lies in it, else in full."""
    here = Path.cwd()
    return relpath(folder, here) if folder.is_relative_to(here) else str(folder)
