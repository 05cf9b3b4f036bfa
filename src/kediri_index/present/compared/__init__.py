"""What is said of results that are compared: of two, of many units, of several years."""
