"""Relations to verdicts. The only room that may name a tolerance."""

from syditval.arithmetic.chance import is_improbable
from syditval.arithmetic.evaluation import evaluate
from syditval.arithmetic.policy import NEAREST, Policy, RatioBasis, RoundingMode
from syditval.arithmetic.precision import column_step, places_of, step_of

__all__ = [
    "NEAREST",
    "Policy",
    "RatioBasis",
    "RoundingMode",
    "column_step",
    "evaluate",
    "is_improbable",
    "places_of",
    "step_of",
]
