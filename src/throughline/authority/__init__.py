"""Who can decide by law, what was seen of it, and who speaks up with the person."""
