"""The bounds of rounding over whole arrays, for searches that must look at very many sums.

What a search finds with binary doubles is only a candidate: its verdict comes from ``evaluate``, in
exact decimals. The slack below is far finer than any figure's last place and coarser than a double.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from syditval.arithmetic.balance import CREDIBLE_DEVIATIONS

Array: TypeAlias = npt.NDArray[np.float64]

_SLACK = 1e-9


def credible_gaps(half_widths: Array, variances: Array, size: Array) -> Array:
    """How far sums may miss their totals by rounding, credibly: the array form of the rule for verdicts.

    ``half_widths`` and ``variances`` are those of all figures of each sum, added; ``size`` is the sum
    of their absolute amounts.
    """
    deviations: Array = float(CREDIBLE_DEVIATIONS) * np.sqrt(variances)
    gaps: Array = np.minimum(half_widths, deviations) + slack(size)
    return gaps


def slack(size: Array) -> Array:
    """What the noise of doubles may add to a gap between amounts of a size."""
    noise: Array = _SLACK * (size + _SLACK)
    return noise
