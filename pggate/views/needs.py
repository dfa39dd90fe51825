"""
What a live view needs for what has happened to its topics.
"""

from __future__ import annotations

import enum
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Final, NamedTuple

from pggate.lake import feed
from pggate.lake.changes import Kind
from pggate.views.deltas import moves

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pggate.lake.changes import Change, Changes
    from pggate.lake.live_views import LiveView
    from pggate.views.compiled import Compiled
    from pggate.views.state_file import Entry

MOVES: Final = Kind.APPENDED | Kind.DELETED
"""What gives a topic other rows."""


MANY: Final = 64
"""Snapshots that a view which joins would take one by one; to make it anew is quicker then."""


class Needs(enum.Enum):
    """
    What brings a view up to a snapshot.
    """

    NOTHING = "nothing"
    DELTA = "delta"
    REGROUPING = "regrouping"
    REBUILDING = "rebuilding"


class Kept(NamedTuple):
    """
    A view and its tables.

    Args:
        takes_back: Do negated partials take back exactly what has gone?

    """

    view: LiveView
    compiled: Compiled
    entry: Entry
    takes_back: bool


def kinds_of(span: Iterable[Change]) -> Kind:
    """
    All that has happened to a topic.
    """
    return reduce(or_, (change.kinds for change in span), Kind(0))


def needed(one: Kept, found: Changes) -> Needs:
    """
    What a view needs to have what has happened.
    """
    spans = [found.of(table_id) for table_id in one.view.topics]
    kinds = kinds_of(change for span in spans for change in span)
    if not found.is_complete or not all(map(feed.is_known, spans)):
        return Needs.REBUILDING
    if Kind.DELETED in kinds and not one.takes_back:
        return Needs.REGROUPING if one.compiled.of_affected else Needs.REBUILDING
    if not one.compiled.is_linear and len(moves(one.view.topics, found)) > MANY:
        return Needs.REBUILDING
    return Needs.DELTA if kinds & MOVES else Needs.NOTHING
