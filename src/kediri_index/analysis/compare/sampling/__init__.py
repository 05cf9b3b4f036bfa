"""Shapley values from sampled orders, in floats."""
