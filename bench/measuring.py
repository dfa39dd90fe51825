"""
Measuring contestants side by side, and what came of it.
"""

from __future__ import annotations

import resource
import statistics
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

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


def percentile(figures: Sequence[float], percent: int) -> float:
    """That many of a hundred of the figures are below it."""
    return sorted(figures)[len(figures) * percent // 100]


def resident(pid: int) -> float:
    """Kilobytes of a process in memory."""
    return kilobytes(pid, "VmRSS")


def kilobytes(pid: int, name: str) -> float:
    """A line of a process's status: VmRSS, or its peak, VmHWM."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith(f"{name}:"):
            return float(line.split()[1])
    raise ProcessLookupError(pid)


def allow_files(count: int) -> None:
    """
    So many files and connections may be open in this process, and in those that it starts from now on.

    Raises:
        OSError: The system does not allow it.

    """
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, count), max(hard, count)))
    except ValueError:
        raise OSError(f"{count:,} files have to be open: `ulimit -Hn` is {hard:,}") from None
