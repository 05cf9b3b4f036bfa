"""Definitions, profiles and waivers: YAML with positions, read once to frozen models."""
