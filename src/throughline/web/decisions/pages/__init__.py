"""What the pages of questions and decisions may show."""
