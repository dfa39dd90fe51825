"""
A query, compiled and held against the binder's plans: PostgreSQL's functions are macros there.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from pggate.catalog import emulation
from pggate.engine.binder import Binder
from pggate.errors import FeatureNotSupported, UndefinedTable
from pggate.lake.live_views import InlinedView
from pggate.views.live_views import EMULATED
from pggate.views.verified import verified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.engine.binding import BinderCursor

LAKE = "lake:a"


@pytest.fixture(scope="module")
def cursor() -> Iterator[BinderCursor]:
    binder = Binder.open()
    emulation.define(binder)
    binder.attach(LAKE)
    binder.apply(
        [
            f'CREATE SCHEMA "{LAKE}".public',
            f'CREATE TABLE "{LAKE}".public.t (g VARCHAR, v INTEGER, ts TIMESTAMPTZ)',
        ]
    )
    with closing(binder), closing(binder.cursor()) as cursor:
        cursor.set_search_path([(LAKE, "public"), EMULATED])
        yield cursor


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("SELECT date_trunc('minute', ts) AS m, count(*) AS n FROM public.t GROUP BY 1", "groups"),
        ('SELECT "~pg"."~mirror".extract_hour(ts) AS h FROM public.t WHERE (v > 1)', "rows"),
        ("SELECT g FROM public.t ORDER BY now() - ts", "rows"),
    ],
)
def test_what_can_be_kept(cursor: BinderCursor, text: str, kind: str) -> None:
    compiled = verified(cursor, LAKE, text)
    assert compiled.kind == kind
    assert [source.name for source in compiled.source] == ["t"]
    assert verified(cursor, LAKE, text) == compiled


def test_several_tables_and_views(cursor: BinderCursor) -> None:
    views = (InlinedView("", "public", "w", "SELECT g, (v + 1) AS v FROM public.t", ("k", "n")),)
    cursor.execute(f'CREATE TABLE IF NOT EXISTS "{LAKE}".public.w (k VARCHAR, n INTEGER)')
    compiled = verified(
        cursor, LAKE, "SELECT w.k, sum(t.v) AS s FROM public.w JOIN public.t ON w.n = t.v GROUP BY 1", views
    )
    assert (compiled.joins, [source.name for source in compiled.source]) == (1, ["t"])
    sampled = (InlinedView("", "public", "w", "SELECT g, random() AS v FROM public.t", ("k", "n")),)
    with pytest.raises(FeatureNotSupported):
        verified(cursor, LAKE, "SELECT k FROM public.w", sampled)


@pytest.mark.parametrize(
    "text",
    ["SELECT random() AS r FROM public.t", "SELECT nextval('s') AS r FROM public.t", "SELECT v FROM t"],
)
def test_what_cannot(cursor: BinderCursor, text: str) -> None:
    with pytest.raises(FeatureNotSupported) as caught:
        verified(cursor, LAKE, text)
    assert caught.value.hint


def test_a_topic_that_is_not_there(cursor: BinderCursor) -> None:
    with pytest.raises(UndefinedTable):
        verified(cursor, LAKE, "SELECT a FROM public.nope")
