"""
python -m bench [GROUP...]: run the groups of benches, all of them by default, and keep their figures.
"""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING, Final

from bench import (
    analytics,
    commits,
    connections,
    https,
    ingest,
    introspection,
    live_views,
    moving,
    report,
    restart,
    s3,
    statements,
)
from bench.servers import World

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bench.measuring import Measured

GROUPS: Final[dict[str, Callable[[World], Iterator[Measured]]]] = {
    "results": moving.results,
    "copies": moving.copies,
    "drivers": moving.drivers,
    "analytics": analytics.queries,
    "statements": statements.statements,
    "connections": connections.costs,
    "introspection": introspection.statements,
    "ingest": ingest.appends,
    "restart": restart.restarts,
    "s3": s3.appends,
    "commits": commits.history,
    "https": https.idle,
    "views": live_views.views,
}


def chosen(arguments: Sequence[str]) -> Sequence[str]:
    """
    The groups that the command line names; all of them where it names none.
    """
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("groups", nargs="*", choices=[*GROUPS, []], metavar="GROUP")  # [] is none at all
    return parser.parse_args(arguments).groups or tuple(GROUPS)


def main() -> None:
    groups = chosen(sys.argv[1:])
    os.environ["PGSSLMODE"] = "disable"  # or pggate alone would encrypt: PostgreSQL does not by default
    print(*(f"{name}={value}" for name, value in report.machine().items()))
    for name in groups:
        measured = []
        with World() as world:  # each group begins with fresh servers
            for one in GROUPS[name](world):
                measured.append(one)
                print(one.line(), flush=True)
        report.keep(name, measured)
    report.update_readme()


if __name__ == "__main__":
    main()
