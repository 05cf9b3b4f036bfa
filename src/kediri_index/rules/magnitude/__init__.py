"""How a number is held against its target, its range and its column, for the rule on slips."""
