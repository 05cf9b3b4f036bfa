"""What the scores mean beside themselves: why they changed."""
