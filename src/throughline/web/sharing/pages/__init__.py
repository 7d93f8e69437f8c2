"""What the pages of who may see what may show."""
