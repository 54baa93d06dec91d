"""Every text that a user sees, keyed by code, in Swedish and English."""

from syditval.messages.catalogue import Texts, choose_language, texts
from syditval.messages.refusal import Refusal

__all__ = ["Refusal", "Texts", "choose_language", "texts"]
