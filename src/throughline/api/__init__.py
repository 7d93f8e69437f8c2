"""The door for other systems: a documented JSON API over the same actions and scopes as the pages."""
