"""What the pages of this area show."""
