"""Pages of who can decide by law, of advance refusals and of advocates."""
