"""The people we support, where they live, and who is in their lives."""
