"""
A statement that writes, in two phases: it reads and says what it answers; then it writes.

The parts of one statement all read what was there before it (PostgreSQL 15, 7.8.4): each goes through its
first phase before any of them writes.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Generator

    from pggate.session.statement.outcome import Outcome

Phases: TypeAlias = "Generator[Outcome, None, None]"
"""Gives what the statement answers between the two; to be closed where it does not come to its end."""


def whole(phases: Phases) -> Outcome:
    """
    A statement by itself: one phase after the other.
    """
    with closing(phases):
        outcome = next(phases)
        finish(phases)
    return outcome


def finish(phases: Phases) -> None:
    """
    The second phase.
    """
    for _ in phases:
        raise AssertionError("a statement answers once")
