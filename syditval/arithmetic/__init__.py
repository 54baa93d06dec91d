"""Relations to verdicts. The only room that may name a tolerance."""

from syditval.arithmetic.chance import is_improbable
from syditval.arithmetic.doubles import is_result
from syditval.arithmetic.evaluation import evaluate
from syditval.arithmetic.policy import NEAREST, Policy, RatioBasis, RoundingMode
from syditval.arithmetic.precision import (
    column_step,
    money_step,
    percent_without_noise,
    places_of,
    rounded,
    settled,
    step_of,
    without_noise,
)

__all__ = [
    "NEAREST",
    "Policy",
    "RatioBasis",
    "RoundingMode",
    "column_step",
    "evaluate",
    "is_improbable",
    "is_result",
    "money_step",
    "percent_without_noise",
    "places_of",
    "rounded",
    "settled",
    "step_of",
    "without_noise",
]
