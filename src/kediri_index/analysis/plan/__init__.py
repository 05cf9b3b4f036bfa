"""The least-cost plan to a target, proven over the fronts of cost against score."""
