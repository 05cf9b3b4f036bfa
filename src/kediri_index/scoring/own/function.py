"""A registered function: its faces, and what it is held to.

A function may have further faces: the exact score of one value, an explanation, a formula. One with
arrays alone scores single values in doubles too, so no tie of the published decimals is sure.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from numbers import Rational
from typing import TYPE_CHECKING, Any, Final, TypeVar

from kediri_index.errors import OwnMethodError
from kediri_index.model.findings import Finding
from kediri_index.scoring import said

if TYPE_CHECKING:
    from kediri_index.model.aggregation import Array

WITHIN: Final = 1e-12
"""How near its exact scores a function's arrays are taken to be, relative to them above 1."""
Face = TypeVar("Face", bound=Callable[..., Any])


@dataclass(eq=False)
class OwnFunction:
    """A function registered under *name*; it is called as it always was.

    *asks* are the arguments beside the values, *doubles* the parameters that it takes as such; with
    *share* it returns shares. :meth:`exact`, :meth:`explain` and :meth:`formula` are decorators for
    its further faces. Each takes one value where the function takes an array, and the same
    parameters.
    """

    name: str
    function: Callable[..., Any]
    asks: tuple[str, ...]
    doubles: frozenset[str]
    share: bool = False
    faces: dict[str, Callable[..., Any]] = field(default_factory=dict)

    def __call__(self, /, *arguments: Any, **parameters: Any) -> Any:  # noqa: ANN401 - as the function
        """Return what the function returns."""
        return self.function(*arguments, **parameters)

    def exact(self, face: Face) -> Face:
        """Register what returns the exact score, a Fraction, of exact numbers."""
        return self._with("exact", face)

    def explain(self, face: Face) -> Face:
        """Register what returns a text on how a score came about."""
        return self._with("explain", face)

    def formula(self, face: Face) -> Face:
        """Register what returns a spreadsheet's formula, without ``=``, of the named cells."""
        return self._with("formula", face)

    def _with(self, name: str, face: Face) -> Face:
        self.faces[name] = face
        return face

    @property
    def in_doubles(self) -> bool:
        """Whether it has arrays alone."""
        return "exact" not in self.faces

    def arrays(self, count: int, /, *arguments: object, **parameters: object) -> Array:
        """Return *count* finite numbers; raises OwnMethodError for anything else."""
        import numpy as np  # noqa: PLC0415 - for many units

        def doubles() -> Array:
            found: Any = self.function(*arguments, **parameters)
            if np.iscomplexobj(found):
                message = "complex numbers are no scores"
                raise TypeError(message)
            if isinstance(found, np.ma.MaskedArray):
                found = found.astype(np.float64).filled(np.nan)  # type: ignore[attr-defined]
            return np.asarray(found, dtype=np.float64)

        found: Array = self._called(doubles)
        if found.shape != (count,):
            shape = " × ".join(map(str, found.shape)) or "–"
            raise self._failed("S324", shape=shape, count=count)
        lacking = int(np.count_nonzero(~np.isfinite(found)))
        if lacking:
            raise self._failed("S325", lacking=lacking, count=count)
        if self.share and count:
            self._check_share(float(found.min()), float(found.max()))
        return found

    def _check_share(self, *found: float | Fraction) -> None:
        """Raise S335 for a share beyond 0 and 1, but for what doubles lose."""
        for one in found:
            if self.share and not -WITHIN <= one <= 1 + WITHIN:
                raise self._failed("S335", found=Fraction(one).limit_denominator(10**6))

    def exactly(self, /, *arguments: object, **parameters: object) -> Fraction:
        """Return the exact score; raises OwnMethodError for anything but a fraction."""
        return self._fraction(self._called(lambda: self.faces["exact"](*arguments, **parameters)))

    def exactly_each(
        self, values: Sequence[Fraction], /, *arguments: object, **parameters: object
    ) -> list[Fraction]:
        """Return the exact scores of *values*; raises OwnMethodError likewise."""
        found = self._called(lambda: list(self.faces["exact"](values, *arguments, **parameters)))
        if len(found) != len(values):
            raise self._failed("S324", shape=str(len(found)), count=len(values))
        return [self._fraction(one) for one in found]

    def _fraction(self, found: object) -> Fraction:
        if isinstance(found, Rational) and not isinstance(found, bool):
            self._check_share(Fraction(found))
            return Fraction(found)
        raise self._failed("S326", found=type(found).__name__)

    def check_equal(self, values: Sequence[Fraction], scores: Sequence[Fraction]) -> None:
        """Raise S323 where two of *values*, which rise or fall, are equal and their scores not."""
        pairs = pairwise(zip(values, scores, strict=True))
        if any(a == b and abs(one - other) > WITHIN for (a, one), (b, other) in pairs):
            raise self._failed("S323", error="equal values have different scores")

    def text(self, face: str, /, *arguments: object, **parameters: object) -> str | None:
        """Return what the *face* says; None without that face."""
        if face not in self.faces:
            return None
        return str(self._called(lambda: self.faces[face](*arguments, **parameters)))

    def _called(self, call: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever the function returns
        try:
            return call()
        except (Exception, SystemExit) as error:
            raise self._failed("S323", error=said(error)) from error

    def _failed(self, code: str, **params: object) -> OwnMethodError:
        return OwnMethodError((Finding(code, value=self.name, params=params),))
