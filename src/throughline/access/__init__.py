"""Who may do what, and who may see whom. Every other package asks here; this one asks nobody."""
