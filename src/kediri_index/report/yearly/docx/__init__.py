"""The yearly report as a Word document; only this package imports python-docx."""
