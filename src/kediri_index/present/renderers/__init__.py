"""A renderer a format: each knows the blocks of a document, and no command."""
