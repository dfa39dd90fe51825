"""
What a live view takes of what has come to its topics and gone: of each of its relations, the rows.

A view that joins is brought on snapshot by snapshot.  What one of them makes of F1 ⋈ F2 is, with what came
and went of each as Δ, and the rows before and after it as - and +,

    ΔF1 ⋈ F2-  and  F1+ ⋈ ΔF2

and so on for more (`Compiled.terms`).  What came is added and what went is taken back; the rows of the others
are read from the lake as of that snapshot, or the one before, so a term without a Δ costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pggate.lake import feed
from pggate.lake.changes import Kind
from pggate.views.compiled import SEQ, Role
from pggate.views.state import Delta

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pggate.lake.changes import Changes
    from pggate.lake.lake import Lake
    from pggate.lake.topics import Topic
    from pggate.views.compiled import Compiled, Term
    from pggate.views.needs import Kept


class Staged(NamedTuple):
    """
    What has come to a topic and gone: the queries of that, "" of nothing, and how many rows it is.
    """

    topic: Topic
    inserted: str = ""
    deleted: str = ""
    moved: int = 0


def delta(lake: Lake, one: Kept, staged: Mapping[int, Staged], found: Changes) -> Delta:
    """
    Args:
        staged: By the topics' ids, of all the changes.

    """
    of = [staged[table_id] for table_id in one.view.topics]
    inserted: list[Mapping[str, str]] = []
    deleted: list[Mapping[str, str]] = []
    if one.compiled.is_linear:
        (term,) = one.compiled.terms
        came, went = [each.inserted for each in of], [each.deleted for each in of]
        inserted += _rows(lake, one.compiled, term, of, came, found.until)
        deleted += _rows(lake, one.compiled, term, of, went, found.until)
        return Delta(one.view, one.compiled, tuple(inserted), tuple(deleted))
    for snapshot in moves(one.view.topics, found):
        came = _at(snapshot, [each.inserted for each in of], one.view.topics, found, Kind.APPENDED)
        went = _at(snapshot, [each.deleted for each in of], one.view.topics, found, Kind.DELETED)
        for term in one.compiled.terms:
            inserted += _rows(lake, one.compiled, term, of, came, snapshot)
            deleted += _rows(lake, one.compiled, term, of, went, snapshot)
    return Delta(one.view, one.compiled, tuple(inserted), tuple(deleted))


def history(lake: Lake, compiled: Compiled, topics: Sequence[Topic], snapshot: int) -> dict[str, str]:
    """
    All rows of a snapshot, for each of a view's relations.

    Args:
        topics: Those of `Compiled.source`, as they were then.

    """
    return {name: feed.history(lake, topics[number], snapshot) for name, number in compiled.relations.items()}


def moves(topics: Sequence[int], found: Changes) -> list[int]:
    """
    The snapshots that gave some of the topics other rows.
    """
    kinds = Kind.APPENDED | Kind.DELETED
    return sorted({one.snapshot for topic in topics for one in found.of(topic) if one.kinds & kinds})


def _at(snapshot: int, rows: Sequence[str], topics: Sequence[int], found: Changes, kind: Kind) -> list[str]:
    """What of the rows is of one snapshot."""
    moved = {
        topic for topic in topics for one in found.of(topic) if one.snapshot == snapshot and kind & one.kinds
    }
    return [
        f'SELECT * FROM ({each}) WHERE "{SEQ}" = {snapshot}' if topic in moved and each else ""
        for topic, each in zip(topics, rows, strict=True)
    ]


def _rows(
    lake: Lake, compiled: Compiled, term: Term, of: Sequence[Staged], moved: Sequence[str], snapshot: int
) -> Iterator[dict[str, str]]:
    """What each relation has where a term is computed; nothing where nothing has moved in it."""
    given: dict[str, str] = {}
    is_moved = False
    for name, number in compiled.relations.items():
        topic, role = of[number].topic, term.get(name)
        if role is Role.DELTA and moved[number]:
            given[name], is_moved = moved[number], True
        elif role is Role.BEFORE:
            given[name] = feed.history(lake, topic, snapshot - 1, snapshot)
        elif role is Role.AFTER:
            given[name] = feed.history(lake, topic, snapshot)
        else:
            given[name] = feed.nothing(topic)
    if is_moved:
        yield given
