"""Answers to questions about scores: pure functions over the model and the engine."""
