"""What was decided, by whom and on what basis."""
