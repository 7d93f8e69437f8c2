"""What the pages of a shift may show: one frozen value a page."""
