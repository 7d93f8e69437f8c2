"""Wiring: settings, addresses, the server's entry point."""
