"""Which files are meant, whose they are, and what each says as a whole."""
