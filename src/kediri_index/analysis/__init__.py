"""Questions about scores, answered by pure functions over the model and scoring."""
