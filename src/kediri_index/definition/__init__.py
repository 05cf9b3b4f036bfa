"""Definitions and profiles: YAML with positions, validated by Pydantic, to frozen models."""
