"""From the bytes of a file to its cells; nothing here knows what a cell means."""
