"""What the pages of parts and agreements may show."""
