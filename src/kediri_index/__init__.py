"""Composite indices from YAML definitions and spreadsheets, exact to the last digit."""

__version__ = "0.1.0"
