"""Stories of invented people, built through actions, and a synthetic provider."""
