"""Months as they were sent, with what was found: kept whole, append-only, for as long as the law asks."""
