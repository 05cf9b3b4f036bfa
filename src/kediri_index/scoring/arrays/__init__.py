"""Many units at once, in doubles with a bound of their error; the only part that needs numpy."""
