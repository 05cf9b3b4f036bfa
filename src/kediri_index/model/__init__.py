"""Frozen data that every other package speaks in: it imports nothing of theirs."""
