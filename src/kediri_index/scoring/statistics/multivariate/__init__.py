"""Statistics that look at several columns at once, by linear algebra."""
