"""What may stand in a definition, a profile or a list of waivers: types that parse texts.

``reading`` makes them from a marked tree. Pydantic understands the same declarations: it makes the
JSON Schema, and the tests compare what it accepts.
"""
