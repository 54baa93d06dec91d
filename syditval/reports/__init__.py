"""A frozen Report to its outputs: the terminal text and the JSON record."""
