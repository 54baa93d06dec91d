"""How a store comes from one version to the next. A migration that was released is never changed."""
