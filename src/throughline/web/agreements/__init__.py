"""Who takes part in what, what was agreed with the circle, and who decides, on paper."""
