"""Statistics over several units, in floats: for the builder of an index; never a score."""
