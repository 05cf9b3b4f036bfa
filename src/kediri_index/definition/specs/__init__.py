"""What may stand in a definition or profile: dataclasses whose field types parse text.

Two things read them. ``reading`` makes them from a file without faults and imports nothing heavy;
``faults`` hands them to Pydantic where something is wrong, which then says everything that is, and
which also writes the JSON Schema. So a clean file does not pay for Pydantic's start, some 90 ms.
"""
