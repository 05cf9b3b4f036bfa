"""Definitions compared: one format a file."""
