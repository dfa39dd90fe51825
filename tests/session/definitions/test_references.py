"""
What foreign keys may point to; what PostgreSQL answers is in the transcript `key_actions`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.errors import PgError
from pggate.session.definitions.references import set_places
from pggate.translate.definitions.written_keys import WrittenKey

if TYPE_CHECKING:
    from tests.session.conftest import Client


def test_the_columns_that_are_set() -> None:
    key = WrittenKey("f", ("a", "b"), set_columns=("b", "a"))
    assert set_places(key, {"a", "b"}) == (2, 1)
    for name, sqlstate in (("c", "42P10"), ("d", "42703")):
        with pytest.raises(PgError) as raised:
            set_places(WrittenKey("f", ("a", "b"), set_columns=(name,)), {"a", "b", "c"})
        assert raised.value.code == sqlstate


@pytest.mark.slow
def test_what_is_pointed_to_is_a_key(session: Client) -> None:
    session.run("create table o (id int primary key deferrable, a int, b int, unique (a, b))")
    for references, sqlstate in (
        ("o", "55000"),
        ("o (id)", "55000"),
        ("o (a)", "42830"),
        ("o (a, b)", "42830"),
        ("o (nope)", "42703"),
        ("nope", "42P01"),
    ):
        assert session.code(f"create table f (x int references {references})") == sqlstate
    session.run("create table f (x int, y int, foreign key (x, y) references o (b, a))")
