"""Lists of indicators, as offices keep them: read, written, and given their codes."""
