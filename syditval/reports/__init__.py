"""A frozen Report to its outputs: text, pages, records, and what other tools read."""
