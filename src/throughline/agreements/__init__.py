"""Who takes part, and who may see what: each with who said so, on what footing, and until when."""
