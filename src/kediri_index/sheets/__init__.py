"""From the bytes of a spreadsheet to answers with their cells."""
