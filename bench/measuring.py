"""
Measuring contestants side by side, and what came of it.
"""

from __future__ import annotations

import statistics
import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ROUNDS = 5

Unit = Literal["s", "ms", "1/s", "KB", "MB", "files"]


@dataclass(frozen=True, slots=True)
class Measured:
    """
    One line of the table.

    Args:
        name: What was measured.
        pggate: Our figure.
        peer: The other's figure, or the limit where there is no other.
        versus: Who the other is.
        unit: Of both figures; more of "1/s" is better, less of everything else.
        goal: The ratio that we want, better than the peer by so many times.

    """

    name: str
    pggate: float
    peer: float
    versus: str
    unit: Unit
    goal: float

    @property
    def ratio(self) -> float:
        """How many times better than the peer."""
        if self.unit == "1/s":
            return self.pggate / self.peer
        return self.peer / self.pggate if self.pggate else float("inf")

    @property
    def is_reached(self) -> bool:
        return self.ratio >= self.goal

    def line(self) -> str:
        return (
            f"{self.name:<52} {_figure(self.pggate, self.unit):>12} {_figure(self.peer, self.unit):>12}  "
            f"{self.versus:<16} {self.ratio:7.2f}  goal {self.goal:g}{'' if self.is_reached else '  MISSED'}"
        )


def _figure(value: float, unit: Unit) -> str:
    digits = 0 if value >= 1000 else 1 if value >= 100 else 3 if value < 10 else 2
    return f"{value:,.{digits}f} {unit}"


def seconds(work: Callable[[], object]) -> float:
    """How long it takes, by the wall."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def interleaved(contestants: Mapping[str, Callable[[], object]], rounds: int = ROUNDS) -> dict[str, float]:
    """
    The median seconds of each, after one run to warm up.
    """
    for work in contestants.values():
        work()
    return medians({name: partial(seconds, work) for name, work in contestants.items()}, rounds)


def medians(contestants: Mapping[str, Callable[[], float]], rounds: int = ROUNDS) -> dict[str, float]:
    """
    The median of the figures that each gives; they take turns, so what else the machine does falls on all
    of them.
    """
    figures: dict[str, list[float]] = {name: [] for name in contestants}
    for _ in range(rounds):
        for name, measure in contestants.items():
            figures[name].append(measure())
    return {name: statistics.median(of_one) for name, of_one in figures.items()}
