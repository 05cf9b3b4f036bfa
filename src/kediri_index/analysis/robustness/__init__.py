"""How sure scores, classes and ranks are: Monte-Carlo draws and Sobol indices.

The only part of the package that imports numpy, and the only one that scores in floats: the nominal
figures beside its results come from the exact engine.
"""
