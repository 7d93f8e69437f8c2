"""The thread, computed from the record and never changing it."""
