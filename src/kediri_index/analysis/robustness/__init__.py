"""How sure scores, classes and ranks are: Monte-Carlo draws and Sobol indices.

Draws are scored in plain doubles; the nominal figures beside them are those of `score`.
"""
