"""
CREATE TYPE … AS (…).
"""

from __future__ import annotations

import pytest

from pggate.errors import PgError
from pggate.translate.commands.composite_commands import CreateComposite, altered, create_composite


def test_created() -> None:
    found = create_composite('create type s.addr as (a int, "B" numeric(10, 2)[], c text collate "C");')
    assert found == CreateComposite(("s", "addr"), (("a", "int"), ("B", "numeric(10, 2)[]"), ("c", "text")))
    assert create_composite("create type e as ()") == CreateComposite(("e",), ())
    assert create_composite("create type mood as enum ('x')") is None
    assert altered("alter type s.addr rename to b") == ("s", "addr")


@pytest.mark.parametrize(
    ("sql", "sqlstate"),
    [
        ("create type t as (a int, a text)", "42701"),
        ("create type t as (a)", "42601"),
        ("create type t as (a int", "42601"),
        ("create type t as (a int) x", "42601"),
    ],
)
def test_refused(sql: str, sqlstate: str) -> None:
    with pytest.raises(PgError) as raised:
        create_composite(sql)
    assert raised.value.code == sqlstate
