"""Which rules there are: every module of this room that states a RULE, and those on traits."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

from syditval.checks.traits import TRAIT_RULES
from syditval.model.rule import RuleInfo


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
