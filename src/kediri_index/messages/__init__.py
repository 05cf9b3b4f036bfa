"""All texts that people read, in Indonesian and English: findings, screens, help."""
