"""
What PostgreSQL 15 and the gateway answer to statements, or which statements of a family they answer differently.

    python -m tests.differential "select 1 / 2.0" "select date 'today'"    # both answers, the same or not
    python -m tests.differential date/time arrays                          # families: what is not the same
    python -m tests.differential                                           # every family
    python -m tests.differential --keep                                    # and what came of it, for docs/types.md
    python -m tests.differential -                                         # statements from standard input, by line
"""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from tests.differential import results
from tests.differential.accepted import ACCEPTED
from tests.differential.declared import REASONS
from tests.differential.families import FAMILIES
from tests.differential.running import run, servers

if TYPE_CHECKING:
    from tests.differential.family import Family
    from tests.differential.running import Pair


def compare(pair: Pair, family: Family) -> tuple[results.Count, list[str]]:
    """Print what is not the same in a family and not declared, and how many there are."""
    outcomes, apart = [], []
    for outcome in run(pair, family.statements, family.setup):
        outcomes.append(outcome)
        if outcome.differences and outcome.statement not in REASONS.keys() | ACCEPTED.keys():
            apart.append(outcome.statement)
            print(outcome)
    counted = results.count(family.name, outcomes)
    differing = counted.asked - counted.same
    print(f"-- {family.name}: {differing} of {counted.asked} differ, {counted.declared} declared", flush=True)
    return counted, apart


def main(words: list[str]) -> None:
    is_kept = words == ["--keep"]
    if words == ["-"]:
        words = [line.strip() for line in sys.stdin if line.strip()]
    names = list(FAMILIES) if is_kept or not words else words
    with servers() as pair:
        for outcome in run(pair, (word for word in names if word not in FAMILIES)):
            print(outcome, flush=True)
        compared = [compare(pair, FAMILIES[name]) for name in names if name in FAMILIES]
    if is_kept:
        results.keep((counted for counted, _ in compared), (one for _, apart in compared for one in apart))
        subprocess.run([sys.executable, "-m", "tests.reference.generate_type_document"], check=True)


main(sys.argv[1:])
