"""The board of agencies (OPD): one format a file."""
