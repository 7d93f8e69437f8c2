"""What the pages of a plan may show, as typed values."""
