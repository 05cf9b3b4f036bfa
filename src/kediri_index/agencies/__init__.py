"""Agencies (OPD): which one a text names, who answers for what, and what each has filled in."""
