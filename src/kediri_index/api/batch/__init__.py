"""Checking so many files that they are read in groups: a ministry's thousands of workbooks."""
