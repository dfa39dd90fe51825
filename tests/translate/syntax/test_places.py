"""
Places: the words around a dotted name that tell what it names.
"""

from __future__ import annotations

import pytest

from pggate.translate.syntax import lexer
from pggate.translate.syntax.places import Role, chains

PLACES = (
    # text                                              role of the first dotted name
    ("select a.b", Role.COLUMN),
    ("select a.b from t", Role.COLUMN),
    ("select a.*", Role.COLUMN),
    ("select 1 from a.b", Role.RELATION),
    ("select 1 from t join a.b on true", Role.RELATION),
    ("select 1 from (select 1) x, a.b", Role.RELATION),
    ("select 1 from t where a.b = 1", Role.COLUMN),
    ("select 1 from t join u on a.b = 1", Role.COLUMN),
    ("select 1 from t group by a.b", Role.COLUMN),
    ("select a.b(1)", Role.FUNCTION),
    ("select 1 from a.b(1)", Role.FUNCTION),
    ("select 1::a.b", Role.TYPE),
    ("select cast(1 as a.b)", Role.TYPE),
    ("select a.b '1'", Role.TYPE),
    ("alter table t alter c type a.b", Role.TYPE),
    ("create type a.b as enum ('x')", Role.RELATION),
    ("insert into a.b (c) values (1)", Role.RELATION),
    ("copy a.b (c) from stdin", Role.RELATION),
    ("grant select on a.b to u", Role.RELATION),
    ("create table t (c int references a.b (d))", Role.RELATION),
    ("drop view if exists a.b", Role.RELATION),
    ("drop schema a.b", Role.SCHEMA),
    ("select trim(both from a.b)", Role.COLUMN),
    ("update t set x = a.b", Role.COLUMN),
    ("select extract(year from a.b) from t", Role.COLUMN),
    ("select 1 from (a.b join u using (x)) y", Role.RELATION),
    ("select 1 from t join u using (x), a.b", Role.RELATION),
    ("select 1 from t left join lateral a.b(1) on true", Role.FUNCTION),
    ("select 1 from t where x in (select 1 from a.b)", Role.RELATION),
    ("select 1 from t where x in (values (a.b))", Role.COLUMN),
    ("select [a.b], {'x': 1} from t", Role.COLUMN),
    ("create table t (c a.b default 1)", Role.TYPE),
    ("create table t (c int default a.b(1))", Role.FUNCTION),
    ("create index i on a.b (c)", Role.RELATION),
    ("merge into t using a.b on true when matched then delete", Role.RELATION),
    ('select 1 from "a" . "b"', Role.RELATION),
)


@pytest.mark.parametrize(("sql", "role"), PLACES)
def test_places(sql: str, role: Role) -> None:
    chain = next(chains(lexer.tokens(sql)))
    assert chain.role is role
    assert chain.names[0] == "a"


CHAINS = (
    # text, every dotted name
    ("select 1 from t", []),
    ("select a.b, 'c.d', \"e.f\" -- g.h", [("a", "b")]),
    ('select A."B""c".d, x.*', [("a", 'B"c', "d"), ("x", "*")]),
    ("select (a).b, c[1].d from e.f", [("e", "f")]),
    ("select 1.5, .5, 1.e from b.c", [("b", "c")]),
    ("select a.b.c.d.* from a.b.c.d where a.", [("a", "b", "c", "d", "*"), ("a", "b", "c", "d")]),
    (") ] a.b ((", [("a", "b")]),
    ("", []),
)


@pytest.mark.parametrize(("sql", "names"), CHAINS)
def test_chains(sql: str, names: list[tuple[str, ...]]) -> None:
    tokens = lexer.tokens(sql)
    found = list(chains(tokens))
    assert [chain.names for chain in found] == names
    assert all(tokens[chain.first].is_name for chain in found)
