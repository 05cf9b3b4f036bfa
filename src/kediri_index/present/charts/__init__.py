"""Charts, each drawn once as plain shapes; formats paint the same shapes."""
