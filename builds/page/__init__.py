"""The runtime of the check page: Python for a browser, in one wheel."""
