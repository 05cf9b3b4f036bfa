"""The exceptions of this package; each knows its exit code.

- ``KediriIndexError``
  - ``UsageError``: nothing could be done with what was asked (exit 2)
    - ``NotFoundError``: a path, definition or profile that is not there
    - ``MissingExtraError``: something asked for needs a package that is not installed
  - ``DefinitionError``: a broken definition, with its findings (exit 2)
    - ``ProfileError``: a broken profile
    - ``WaiversError``: a broken file of waivers
    - ``CostsError``: a broken table of costs
    - ``WeightSetsError``: a broken file of sets of weights
    - ``OwnMethodError``: a registered function that fails
    - ``UncertainError``: a broken file of uncertain values
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from kediri_index.model.language import Language
from kediri_index.model.shown import showing

if TYPE_CHECKING:
    from kediri_index.model.findings import Finding

EXIT_FINE = 0
EXIT_FINDINGS = 1
EXIT_USAGE = 2
EXIT_NOT_VERIFIED = 3
"""An archive of another version: nothing was proven or disproven."""
EXIT_BUG = 70
EXIT_INTERRUPTED = 130


class KediriIndexError(Exception):
    """Base of all errors that this package raises on purpose."""

    exit_code: ClassVar[int] = EXIT_USAGE

    def __str__(self) -> str:
        return self.sentence(Language.EN)

    def sentence(self, language: Language | str) -> str:
        """Return where, what was found, and what to do."""
        return showing().sentence(self, Language(language))


class UsageError(KediriIndexError):
    """What was asked cannot be done.

    *message* is a key of the text catalogue, *params* fill it.
    """

    def __init__(self, message: str, **params: object) -> None:
        super().__init__(message, params)
        self.message = message
        self.params = params

    def __reduce__(self) -> tuple[object, ...]:
        """Return how another process makes it again."""
        return partial(type(self), self.message, **self.params), ()


class NotFoundError(UsageError):
    """A path, a definition or a profile that is not there."""


class MissingExtraError(UsageError):
    """Something that needs a package of the extra *extra*, which is not installed."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__("missing-extra", what=what, extra=extra)

    def __reduce__(self) -> tuple[object, ...]:
        """Return how another process makes it again."""
        return partial(type(self), str(self.params["what"]), str(self.params["extra"])), ()


class DefinitionError(KediriIndexError):
    """A definition that cannot be used; all its faults at once."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("; ".join(f"{f.file}:{f.line}:{f.column} {f.code}" for f in findings))
        self.findings = findings


class ProfileError(DefinitionError):
    """A profile that cannot be used; all its faults at once."""


class WaiversError(DefinitionError):
    """A file of waivers that cannot be used; all its faults at once."""


class CostsError(DefinitionError):
    """A table of costs that cannot be used; all its faults at once."""


class WeightSetsError(DefinitionError):
    """A file of sets of weights that cannot be used; all its faults at once."""


class OwnMethodError(DefinitionError):
    """A registered function that raises or does not return scores; the finding names it."""


class UncertainError(DefinitionError):
    """A file of uncertain values that cannot be used; all its faults at once."""
