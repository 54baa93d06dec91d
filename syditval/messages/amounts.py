"""How amounts are written for a reader: grouped by threes, decimal comma, a plain hyphen as minus."""

from __future__ import annotations

from decimal import Decimal

GROUP = "\N{NO-BREAK SPACE}"


def written(amount: Decimal) -> str:
    """An amount the Swedish way, every digit kept: 43306.5 is ``43 306,5`` with a no-break space."""
    sign, digits, fraction = _parts(amount)
    grouped = f"{int(digits):,}".replace(",", GROUP)
    return sign + grouped + ("," + fraction if fraction else "")


def signed(amount: Decimal) -> str:
    """The same with a plus sign on what is above zero, for differences."""
    return ("+" if amount > 0 else "") + written(amount)


def _parts(amount: Decimal) -> tuple[str, str, str]:
    text = format(amount.copy_abs(), "f")
    digits, _, fraction = text.partition(".")
    sign = "-" if amount < 0 else ""
    return sign, digits, fraction.rstrip("0")
