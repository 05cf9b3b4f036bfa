"""From where on a figure is worth a word.

None of these is a law; each is what others who build indices use.
"""

from __future__ import annotations

SKEWNESS, KURTOSIS = 2.0, 3.5
"""Both exceeded: outliers. JRC's rule, and COINr's default."""

FENCE = 1.5
"""Widths of the middle half beyond the quartiles (Tukey 1977)."""

COLLINEAR = 0.9
"""Two columns that say nearly the same: COINr's default in ``get_corr_flags``."""

OPPOSED = -0.4
"""Siblings that cancel each other: COINr's default where it colours correlations."""

AGAINST = -0.2
"""The mean of a part's correlations with its siblings. Our own choice."""

ALPHA = 0.7
"""Reliable enough (Nunnally 1978, as the OECD/JRC handbook quotes it)."""

TIMES = 3
"""An influence so many times the weight, or the weight the influence. Our own choice."""

ENOUGH = 10
"""With fewer observations chance alone gives such figures. Our own choice."""
