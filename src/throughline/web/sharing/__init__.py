"""Who may see what about a person: asked, taken back, kept from, given by law, shared for a reason, told outside."""
