"""What the pages of family, advocates and professionals show, one file a page."""
