"""The yearly report: one document, and a renderer for each format."""
