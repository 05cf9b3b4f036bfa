"""Files that a new project begins with."""
