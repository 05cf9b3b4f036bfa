"""Functions of one's own as scoring methods and aggregations: arrays in, arrays out."""
