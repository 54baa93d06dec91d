"""What every table needs, made ready before the first one."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from syditval.checks.catalogue import rule_modules


def warm_up() -> None:
    """Load the rules and have pandera make itself ready, as it does with the first frame it is given.

    Processes made of this one find it done; it takes longer than to check a table of one page.
    """
    rule_modules()
    pa.DataFrameSchema().validate(pd.DataFrame())
