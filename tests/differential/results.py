"""
What came of the last whole run, by family: kept in last.json, shown in docs/types.md.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.differential.accepted import ACCEPTED
from tests.differential.declared import REASONS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.differential.running import Outcome

LAST: Final = Path(__file__).parent / "last.json"
OPEN: Final = Path(__file__).parent / "open.json"
"""What differed in the last whole run and has no reason: faults, to be mended one by one."""


@dataclass(frozen=True, slots=True)
class Count:
    """
    Of the statements of a family: how many PostgreSQL understands, and of those, how many the gateway answers alike,
    and of how many the difference is declared.
    """

    family: str
    asked: int
    same: int
    declared: int


def count(family: str, outcomes: Iterable[Outcome]) -> Count:
    asked = [one for one in outcomes if one.statement not in ACCEPTED]
    same = sum(not one.differences for one in asked)
    return Count(family, len(asked), same, sum(one.statement in REASONS for one in asked))


def keep(counts: Iterable[Count], apart: Iterable[str]) -> None:
    """Write a whole run, and the statements that differed without a reason."""
    LAST.write_text(json.dumps([asdict(one) for one in counts], indent=1) + "\n")
    OPEN.write_text(json.dumps(list(apart), indent=1, ensure_ascii=False) + "\n")


def last() -> list[Count]:
    """The last whole run."""
    return [Count(**one) for one in json.loads(LAST.read_text())]


def known_faults() -> frozenset[str]:
    """The statements of OPEN."""
    return frozenset(json.loads(OPEN.read_text()))
