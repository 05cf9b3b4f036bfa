"""One archive that replays: inputs, definition, results and hashes, written and computed again."""
