"""Where tables stand on a sheet, and what their columns mean."""
