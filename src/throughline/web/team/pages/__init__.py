"""What the pages of the team show."""
