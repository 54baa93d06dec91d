"""How a store came to be as it is, version by version."""
