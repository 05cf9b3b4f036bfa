"""What screens, help, errors, letters and reports say."""
