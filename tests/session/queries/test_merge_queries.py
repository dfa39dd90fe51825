from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.session.queries import merge_queries
from pggate.translate.writing.merges import parse

if TYPE_CHECKING:
    from tests.session.conftest import Client


def test_query() -> None:
    merge = parse(
        "with q as (select 1) merge into t x using q on x.a = 1 when matched then update set b = x.c"
    )
    assert merge is not None
    assert merge_queries.query(merge) == "with q as (select 1) SELECT x.a = 1, x.c FROM q, t x"


@pytest.mark.slow
def test_written(session: Client) -> None:
    merge = parse(
        "merge into t using (select 1 as i) q on t.a = q.i when not matched then insert values (q.i + 1)"
    )
    assert merge is not None
    binder = session.session._parts.cursors.binder
    tree = binder.tree(merge_queries.query(merge))
    tree["node"]["select_list"].reverse()
    assert merge_queries.written(binder, merge, tree) == (
        "merge into t using (SELECT 1 AS i) AS q on (q.i + 1) when not matched then insert values ((t.a = q.i))"
    )
