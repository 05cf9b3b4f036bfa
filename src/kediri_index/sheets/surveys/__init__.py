"""Sheets with a row per respondent: where they are, what they say, and the values they come to."""
