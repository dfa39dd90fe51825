"""
Places of a statement's parts in its text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pggate.translate.syntax.scan import Scan


class Span(NamedTuple):
    """
    Characters [start, stop) of the statement's text.
    """

    start: int
    stop: int


def span(scan: Scan, first: int, stop: int) -> Span:
    """
    The characters of a scan's tokens [first, stop); where it would stand if there are none.
    """
    if first >= stop:
        place = scan.tokens[first].start if first < len(scan.tokens) else len(scan.sql)
        return Span(place, place)
    return Span(scan.tokens[first].start, scan.tokens[stop - 1].stop)
