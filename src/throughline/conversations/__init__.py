"""What was said: conversations, the person's voices, what others contributed, attempts to hear."""
