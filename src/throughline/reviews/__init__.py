"""What was learnt: reviews, and what we did about what was said."""
