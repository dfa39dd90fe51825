"""
What a regular expression of PostgreSQL's matches, by the module regex.

It searches no longer than a limit, since an expression with lookaround or references can take any time.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import regex

from pggate.functions.regular_expressions import invalid

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pggate.functions.regexp_nodes import Expression

SECONDS: Final = 10.0
"""For one row: what is slower than that is stopped, as too complex."""
QUICK: Final = 0.01
"""Seconds for which a search keeps Python's lock."""


class Match(NamedTuple):
    """
    Where it is, and where what its groups matched; None of a group that matched nothing.
    """

    start: int
    stop: int
    groups: tuple[tuple[int, int] | None, ...]

    def span(self, group: int) -> tuple[int, int] | None:
        """Of the whole: 0."""
        if group == 0:
            return self.start, self.stop
        return self.groups[group - 1] if group <= len(self.groups) else None

    def text(self, group: int, subject: str) -> str | None:
        span = self.span(group)
        return None if span is None else subject[slice(*span)]

    def captured(self, subject: str) -> list[str | None]:
        """What the groups matched, or where there are none the whole."""
        return [self.text(group, subject) for group in range(1, len(self.groups) + 1)] or [
            self.text(0, subject)
        ]


class Matcher:
    """
    Finds what one expression matches.
    """

    def __init__(self, expression: Expression) -> None:
        self.expression = expression
        # What is leftmost and longest the engine finds itself (POSIX); what is shortest, by lazy quantifiers.
        options = 0 if expression.is_plain or not expression.is_greedy else regex.POSIX
        lazy = not expression.is_greedy
        self._spans = _compiled(expression.python(lazy=lazy), options)
        self._inside = (
            _compiled(expression.python(), 0) if expression.groups and not expression.is_plain else None
        )

    def matches(self, subject: str, start: int = 0) -> Iterator[Match]:
        """
        All matches from a place on, left to right, none overlapping another.
        """
        deadline = time.monotonic() + SECONDS
        while start <= len(subject):
            found = _within(deadline, self._spans.search, subject, start)
            if found is None:
                return
            yield Match(found.start(), found.end(), self._groups(found, subject, deadline))
            start = found.end() if found.end() > found.start() else found.end() + 1

    def first(self, subject: str, start: int = 0) -> Match | None:
        return next(self.matches(subject, start), None)

    def _groups(self, found: Any, subject: str, deadline: float) -> tuple[tuple[int, int] | None, ...]:
        """Inside of the whole, each group is greedy or not by itself."""
        if self._inside is None:
            return self._spans_of(found)
        inside = _within(deadline, self._inside.fullmatch, subject, found.start(), found.end())
        return self._spans_of(inside or found)

    def _spans_of(self, found: Any) -> tuple[tuple[int, int] | None, ...]:
        spans = [found.span(group) for group in range(1, self.expression.groups + 1)]
        return tuple(None if span[0] < 0 else span for span in spans)


def _within(deadline: float, search: Callable[..., Any], *arguments: Any) -> Any:
    """
    What is quick keeps Python's lock, since taking it again takes longer; what is not gives it back.
    """
    try:
        return search(*arguments, timeout=QUICK)
    except TimeoutError:
        pass
    try:
        return search(*arguments, timeout=max(deadline - time.monotonic(), QUICK), concurrent=True)
    except TimeoutError as error:
        raise invalid("regular expression is too complex") from error


def _compiled(pattern: str, options: int) -> Any:
    return regex.compile(pattern, options | regex.VERSION0, cache_pattern=False)
