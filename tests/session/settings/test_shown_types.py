"""
Settings that choose the types of nested lists and of STRUCTs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.errors import ArraySubscriptError
from pggate.session.settings.settings import Settings
from pggate.session.settings.shown_types import shown_types
from pggate.types.duck import Shown
from pggate.wire import backend

if TYPE_CHECKING:
    from tests.session.conftest import Client


def test_what_they_say() -> None:
    settings = Settings({})
    assert shown_types(settings) == Shown()
    settings.set("pggate.nested_lists", "json")
    settings.set("pggate.struct_as", "composite")
    assert shown_types(settings) == Shown(nested_as_json=True, structs_as_composites=True)


@pytest.mark.server
def test_in_a_session(session: Client) -> None:
    def answer(sql: str) -> tuple[int, bytes | None]:
        replies = session.query(sql)
        (row,) = (reply for reply in replies if isinstance(reply, backend.RowDescription))
        found = session.rows(sql)
        return row.fields[0].type_oid, found[0][0]

    assert answer("select {'a': 1, 'b': 'x y'} as s") == (114, '{"a":1,"b":"x y"}')
    session.run("set pggate.struct_as = 'composite'")
    assert answer("select {'a': 1, 'b': 'x y'} as s") == (0x677A5F96, '(1,"x y")')
    one = answer("select {'a': 1} as s")[0]
    assert answer("select [{'a': 1}] as s") == (one + 1, "{(1)}")
    session.run("set pggate.nested_lists = 'json'")
    assert answer("select [[1], [2, 3]] as l") == (114, "[[1],[2,3]]")
    assert answer("select [1, 2] as l") == (1007, "{1,2}")
    session.run("reset pggate.nested_lists")
    with pytest.raises(ArraySubscriptError):
        session.run("select [[1], [2, 3]] as l")
