"""Many units at once, as columns of numpy: what is shown of scores, sure to the last digit.

Every score is computed as a sum of two doubles, with a bound on its error and on its denominator.
Where these do not tell on which side of a tie a score lies, the unit is left to the exact engine.
"""
