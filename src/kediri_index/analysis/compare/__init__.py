"""What a change of the overall is made of: Shapley values, exact or sampled."""
