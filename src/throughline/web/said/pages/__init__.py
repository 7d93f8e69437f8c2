"""What the pages of voices and conversations may show."""
