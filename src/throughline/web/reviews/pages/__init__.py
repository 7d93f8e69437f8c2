"""What the pages of answers and reviews may show: one frozen value a page."""
