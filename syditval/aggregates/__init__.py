"""What figures are made of: sums, differences, ratios, averages and changes, found without any schema."""

from syditval.aggregates.aggregate import Aggregate
from syditval.aggregates.find import find_aggregates
from syditval.aggregates.lattice import Axis, Lattice
from syditval.aggregates.words import is_called_total, names_ratio

__all__ = ["Aggregate", "Axis", "Lattice", "find_aggregates", "is_called_total", "names_ratio"]
