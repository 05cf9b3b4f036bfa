"""What each command came to, in one language: as a document, as JSON, as rows of CSV."""
