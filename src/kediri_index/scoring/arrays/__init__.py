"""Many units at once, in doubles with a bound of their error; the only part that needs numpy."""

LEAST_UNITS = 64
"""Below it, importing numpy takes longer than it saves."""
