"""
The gateway whose things grow old within seconds: `python -m tests.durability.hasty serve …`.

The least that can be configured is ten minutes for files that were let go of, and an hour for snapshots and
orphans; a look at each is taken once a minute, and once an hour.
"""

from __future__ import annotations

import sys
from datetime import timedelta
from pathlib import Path
from typing import Final

from pggate import cli, composition
from pggate.lake.upkeep import cleaning, letting_go

ENVIRON: Final = {"PYTHONPATH": str(Path(__file__).parents[2])}
"""What it needs to be found."""

SECOND: Final = timedelta(seconds=1)
MARGIN: Final = 10 * SECOND  # longer than any step of compaction takes in a test
AGES: Final = letting_go.Ages(snapshots=2 * SECOND, files=SECOND, orphans=SECOND)

if __name__ == "__main__":
    vars(composition).update(ages_of=lambda _config: AGES)
    vars(cleaning).update(MARGIN=MARGIN)
    vars(letting_go).update(MARGIN=MARGIN, INTERVAL=0.5, ORPHANS_INTERVAL=2.0)
    sys.exit(cli.main())
