"""The reference pages that are made from the code; ``python -m pages`` writes all of them."""
