"""
What a view needs for what has happened to its topics.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pggate.lake.changes import Change, Changes, Kind
from pggate.views.needs import MANY, Kept, Needs, kinds_of, needed
from pggate.views.state_file import Entry
from tests.views.test_state import COMPILED, SUMS

if TYPE_CHECKING:
    from tests.views.conftest import Duck

KEPT = Kept(SUMS, COMPILED[SUMS.oid], Entry(SUMS.oid, 1, "", 5, 5), takes_back=True)
(TOPIC,) = SUMS.topics


def happened(*kinds: Kind, is_complete: bool = True) -> Changes:
    span = [Change(6 + at, TOPIC, kind) for at, kind in enumerate(kinds)]
    return Changes(5, 9, {TOPIC: span}, is_complete)


@pytest.mark.parametrize(
    ("kinds", "needs"),
    [
        ((), Needs.NOTHING),
        ((Kind.MERGED, Kind.REWRITTEN), Needs.NOTHING),
        ((Kind.APPENDED,), Needs.DELTA),
        ((Kind.APPENDED, Kind.DELETED, Kind.MERGED), Needs.DELTA),
        ((Kind.APPENDED | Kind.DELETED,), Needs.DELTA),
        ((Kind.APPENDED, Kind.ALTERED), Needs.REBUILDING),
        ((Kind.DROPPED,), Needs.REBUILDING),
        ((Kind.OPAQUE,), Needs.REBUILDING),
        ((Kind.REWRITTEN | Kind.APPENDED,), Needs.REBUILDING),
    ],
)
def test_what_a_view_needs(kinds: tuple[Kind, ...], needs: Needs) -> None:
    assert needed(KEPT, happened(*kinds)) is needs


def test_what_cannot_be_taken_back_is_made_anew() -> None:
    stubborn = KEPT._replace(takes_back=False)
    assert needed(stubborn, happened(Kind.APPENDED)) is Needs.DELTA
    assert needed(stubborn, happened(Kind.APPENDED, Kind.DELETED)) is Needs.REGROUPING
    assert needed(stubborn, happened(Kind.DELETED, Kind.ALTERED)) is Needs.REBUILDING
    whole = stubborn._replace(compiled=replace(stubborn.compiled, of_affected=""))
    assert needed(whole, happened(Kind.APPENDED, Kind.DELETED)) is Needs.REBUILDING


def test_a_view_that_joins_takes_a_few_snapshots(duck: Duck) -> None:
    compiled = duck.compiled("SELECT t.id FROM t JOIN t AS b USING (id)")
    one = KEPT._replace(compiled=compiled)
    assert needed(one, happened(*[Kind.APPENDED] * MANY)) is Needs.DELTA
    assert needed(one, happened(*[Kind.APPENDED] * MANY, Kind.MERGED)) is Needs.DELTA
    assert needed(one, happened(*[Kind.APPENDED] * MANY, Kind.DELETED)) is Needs.REBUILDING
    assert needed(KEPT, happened(*[Kind.APPENDED] * 2 * MANY)) is Needs.DELTA


def test_what_has_expired_is_made_anew() -> None:
    assert needed(KEPT, happened(is_complete=False)) is Needs.REBUILDING


def test_what_happens_to_other_topics_is_nothing() -> None:
    others = Changes(5, 9, {TOPIC + 1: [Change(6, TOPIC + 1, Kind.DROPPED)]}, is_complete=True)
    assert needed(KEPT, others) is Needs.NOTHING


def test_all_kinds_of_a_span() -> None:
    assert kinds_of([]) == Kind(0)
    both = [Change(1, 2, Kind.APPENDED), Change(2, 2, Kind.DELETED)]
    assert kinds_of(both) == Kind.APPENDED | Kind.DELETED
