"""
Columns that follow from a primary key in GROUP BY.
"""

from __future__ import annotations

import pytest

from pggate.translate.rows import grouped_keys
from tests.translate import duck

COLUMNS = {
    ("d",): ("id", "title", "more"),
    ("e",): ("eid", "did", "id"),
    ("k",): ("a", "b", "v"),
    ("p", "d"): ("id", "title"),
}
KEYS = {("d",): ("id",), ("k",): ("a", "b"), ("p", "d"): ("id",)}
PAIRS = (
    # what is grouped by, after
    ("select title from d group by id", "id, d.title"),
    ("select count(*) from d group by d.id order by more desc", "d.id, d.more"),
    ("select upper(x.title) from d x group by x.id having more > 1", "x.id, x.title, x.more"),
    ("select d.* from d join e on did = d.id group by d.id", "d.id, d.title, d.more"),
    ("select d from d group by id", "id, d.title, d.more"),
    ("select id as n, title from d group by n", "n, d.title"),
    ("select id, title from d group by 1", "1, d.title"),
    ("select v from k group by b, a", "b, a, k.v"),
    ("select v, title from k, d group by b, a, id", "b, a, id, k.v, d.title"),
    ("select title from p.d group by id", "id, d.title"),
    ("select (select max(did) from e where e.id = d.more) from d group by id", "id, d.more"),
    ("select title from d join e using (id) group by id", "id, d.title"),
    ("select title from e right join d using (id) group by id", "id, d.title"),
    ("select title from d left join e on did = d.id group by d.id, eid", "d.id, eid, d.title"),
    # nothing follows
    ("select id from d group by id", None),
    ("select v from k group by a", None),
    ("select did from e group by eid", None),
    ("select title from d group by id + 0", None),
    ("select title from d group by rollup (id)", None),
    ("select title from d full join e using (id) group by id", None),
    ("select title from e join d using (id) group by id", None),
    ("with d as (select 1 as id, 2 as title) select title from d group by id", None),
    ("select title from (select * from d) d group by id", None),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), PAIRS)
def test_what_is_grouped_by(sql: str, expected: str | None) -> None:
    tree = duck.tree(sql)
    before = duck.text(tree)
    edited = grouped_keys.edit(tree, COLUMNS.get, lambda names: KEYS.get(names, ()))
    assert edited is (expected is not None)
    assert (f"GROUP BY {expected}" in duck.text(tree)) if edited else (duck.text(tree) == before)


def test_every_grouping_set_has_the_key() -> None:
    tree = duck.tree("select title from d group by grouping sets ((id), (id, more))")
    assert grouped_keys.edit(tree, COLUMNS.get, lambda names: KEYS.get(names, ()))
    assert duck.text(tree).endswith("GROUP BY GROUPING SETS ((id, d.title),(id, more, d.title))")
