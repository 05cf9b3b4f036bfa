"""The keys of definitions, profiles and waivers: one format a file."""
