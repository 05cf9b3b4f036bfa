"""The texts of findings that no rule gives, by what they are about."""
