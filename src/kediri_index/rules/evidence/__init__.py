"""Evidence (bukti dukung) as items by level, for definitions that list any."""
