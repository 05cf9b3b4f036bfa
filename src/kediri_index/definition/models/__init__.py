"""What may stand in a definition or profile, as Pydantic models of its texts."""
