"""
Defaults of enumerated columns whose labels get other names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.lake.declared import DeclaredColumn
from pggate.session.definitions.label_defaults import with_label_renamed

if TYPE_CHECKING:
    from pggate.engine.cursor import Cursor
    from tests.session.conftest import Client

SHOWN = """select column_default from information_schema.columns where table_name = 't' and column_default is not null
           order by ordinal_position"""


@pytest.mark.parametrize(
    ("words", "shown", "is_list", "new_words", "new_shown"),
    [
        ("'a'", "'a'::mood", False, "'it''s'", "'it''s'::mood"),
        ("'b'", "'b'::mood", False, "'b'", "'b'::mood"),
        ("", "", False, "", ""),
        ("CASE WHEN random() > 1 THEN 'a' ELSE 'b' END", "x", False,
         "CASE WHEN random() > 1 THEN 'it''s' ELSE 'b' END", "x"),
        ("'[a, b, NULL]'", "'{a,b,NULL}'::mood[]", True, "'[''it\\''s'', b, NULL]'", "'{it''s,b,NULL}'::mood[]"),
        ("'[a, b]'", "ARRAY['a'::mood, 'b'::mood]", True, "'[''it\\''s'', b]'", "ARRAY['it''s'::mood, 'b'::mood]"),
    ],
)  # fmt: skip
def test_in_the_engines_words_and_as_they_are_shown(
    cursor: Cursor, words: str, shown: str, is_list: bool, new_words: str, new_shown: str
) -> None:
    said = DeclaredColumn(7, default=words, shown_default=shown)
    found = with_label_renamed(cursor, said, "a", "it's", is_list=is_list)
    assert found == DeclaredColumn(7, default=new_words, shown_default=new_shown)


@pytest.mark.server
def test_rows_take_the_label_as_it_is_called_now(session: Client) -> None:
    session.run(
        "create type mood as enum ('a', 'b')",
        "create table t (id int, m mood default 'a', ms mood[] default '{a,b}', n mood default 'b')",
        "insert into t (id) values (1)",
        "begin",
        "alter type mood rename value 'a' to 'x'",
        "insert into t (id) values (2)",
        "insert into t values (3, default, '{x}')",
        "create table own (m mood default 'b', i int)",
        "alter type mood rename value 'b' to 'y'",
        "insert into own (i) values (1)",
    )
    assert session.rows("select m, ms, n from t order by id") == [
        *(("x", "{x,y}", "y"), ("x", "{x,y}", "y"), ("x", "{x}", "y"))
    ]
    assert session.rows("select m from own") == [("y",)]
    assert session.rows(SHOWN) == [("'x'::mood",), ("'{x,y}'::mood[]",), ("'y'::mood",)]
    assert session.code("insert into t (m) values ('a')") == "22P02"
    session.run("rollback", "insert into t (id) values (4)")
    assert session.rows("select m, ms, n from t where id = 4") == [("a", "{a,b}", "b")]
    session.run("alter type mood rename value 'a' to 'z'", "insert into t (id) values (5)")
    assert session.rows("select m, ms, n from t where id = 5") == [("z", "{z,b}", "b")]
