"""What ``bundle`` made: one format a file."""
