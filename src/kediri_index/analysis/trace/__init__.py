"""Where a score comes from, down to the cells."""
