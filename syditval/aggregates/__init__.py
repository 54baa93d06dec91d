"""What figures are made of: sums, differences, ratios, averages and changes, found without any schema."""

from syditval.aggregates.aggregate import Aggregate
from syditval.aggregates.find import find_aggregates, find_sums_of_rows
from syditval.aggregates.lattice import Axis, Lattice
from syditval.aggregates.words import does_not_add_up, is_called_total

__all__ = [
    "Aggregate",
    "Axis",
    "Lattice",
    "does_not_add_up",
    "find_aggregates",
    "find_sums_of_rows",
    "is_called_total",
]
