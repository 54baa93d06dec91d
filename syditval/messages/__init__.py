"""Every text that a user sees, keyed by code, in Swedish and English."""

from syditval.messages.catalogue import Texts, choose_language, texts

__all__ = ["Texts", "choose_language", "texts"]
