"""The command line: one small file a command, which imports what it needs when it runs."""
