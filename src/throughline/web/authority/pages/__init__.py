"""What the pages of who can decide by law may show."""
