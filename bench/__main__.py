"""
python -m bench [GROUP...]: run the groups of benches, all of them by default, and keep their figures.
"""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING, Final

from bench import analytics, connections, introspection, moving, report, statements
from bench.servers import World

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bench.measuring import Measured

GROUPS: Final[dict[str, Callable[[World], Iterator[Measured]]]] = {
    "results": moving.results,
    "copies": moving.copies,
    "drivers": moving.drivers,
    "analytics": analytics.queries,
    "statements": statements.statements,
    "connections": connections.costs,
    "introspection": introspection.statements,
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("groups", nargs="*", choices=[*GROUPS, []], default=list(GROUPS), metavar="GROUP")
    os.environ["PGSSLMODE"] = "disable"  # or pggate alone would encrypt: PostgreSQL does not by default
    print(*(f"{name}={value}" for name, value in report.machine().items()))
    for name in parser.parse_args().groups:
        measured = []
        with World() as world:  # each group begins with fresh servers
            for one in GROUPS[name](world):
                measured.append(one)
                print(one.line(), flush=True)
        report.keep(name, measured)
    report.update_readme()


main()
