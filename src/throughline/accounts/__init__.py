"""Who runs the service and who signs in: provider, services, users."""
