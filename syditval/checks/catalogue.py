"""Which rules there are: every module of this room that states a RULE, and those on traits."""

from __future__ import annotations

import pkgutil
from functools import cache
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from types import ModuleType

from syditval.checks.traits import TRAIT_RULES
from syditval.model.rule import RuleInfo

# The rules that compare one month with another.
_OF_MONTHS = "T"


@cache
def rule_modules() -> tuple[ModuleType, ...]:
    """The modules that hold a rule, by its code."""
    names = (module.name for module in pkgutil.iter_modules([str(Path(__file__).parent)]))
    modules = (import_module(f"syditval.checks.{name}") for name in sorted(names))
    return tuple(sorted((m for m in modules if hasattr(m, "RULE")), key=lambda module: str(module.RULE.code)))


def rule_infos() -> tuple[RuleInfo, ...]:
    """What every rule says of itself, by code."""
    stated = [*(module.RULE for module in rule_modules()), *TRAIT_RULES.values()]
    return tuple(sorted(stated, key=lambda info: info.code))


def rule_digests(
    *, inferred: bool, recalculated: bool, has_months: bool = False
) -> tuple[tuple[str, str], ...]:
    """Each rule that is applied, by code, with the SHA-256 of the source that states it.

    ``inferred`` tells whether relations are inferred from the figures, or declared by kinds,
    ``recalculated`` whether formulas are calculated again, ``has_months`` whether a workbook is held
    against earlier months.
    """
    stated = [
        (module.RULE.code, module.__name__)
        for module in rule_modules()
        if _is_applied(module, inferred, recalculated, has_months)
    ]
    stated += [(info.code, "syditval.checks.traits") for info in TRAIT_RULES.values()]
    return tuple(sorted((code, _digest(name)) for code, name in stated))


def _is_applied(module: ModuleType, inferred: bool, recalculated: bool, has_months: bool) -> bool:
    """Whether a rule has a say: those on tables of a kind have none where no kind is looked for."""
    if module.RULE.code.startswith(_OF_MONTHS):
        return has_months and not inferred
    if hasattr(module, "check_recalculated"):
        return recalculated
    if not inferred:
        return not hasattr(module, "INFERRED")
    is_of_tables = module.RULE.code[0] not in "HW" or hasattr(module, "schema_checks")
    return hasattr(module, "INFERRED") or not is_of_tables


@cache
def _digest(module: str) -> str:
    package, _, name = module.rpartition(".")
    return sha256(pkgutil.get_data(package, f"{name}.py") or b"").hexdigest()
