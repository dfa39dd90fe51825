"""
DECLARE, FETCH, MOVE and CLOSE; the errors' positions are PostgreSQL 15's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.errors import InvalidCursorDefinition, PgError
from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate.commands import cursors
from pggate.translate.commands.cursors import Declare, Fetch

if TYPE_CHECKING:
    from collections.abc import Callable

DECLARES = (
    ("declare c cursor for select 1", Declare("c", "select 1", 21)),
    ("DECLARE C CURSOR FOR SELECT 1;", Declare("c", "SELECT 1", 21)),
    ('declare "C" /* a cursor */ cursor -- of\nfor select 1', Declare("C", "select 1", 44)),
    ("declare c binary no scroll cursor with hold for select 1",
     Declare("c", "select 1", 48, binary=True, hold=True)),
    ("declare c insensitive scroll cursor without hold for table t", Declare("c", "table t", 53, scroll=True)),
    ("declare c asensitive scroll scroll binary cursor for values (1), (2)",
     Declare("c", "values (1), (2)", 53, scroll=True, binary=True)),
    ("declare c cursor for with a as (select 1) select * from a",
     Declare("c", "with a as (select 1) select * from a", 21)),
    ("declare c cursor for (select 1) union select 2", Declare("c", "(select 1) union select 2", 21)),
    ("declare scroll cursor for select $1::int", Declare("scroll", "select $1::int", 26)),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), DECLARES)
def test_declare(sql: str, expected: Declare) -> None:
    assert cursors.declare(sql) == expected
    assert sql[expected.offset :].removesuffix(";") == expected.query


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ("scroll no scroll", "cannot specify both SCROLL and NO SCROLL"),
        ("no scroll binary scroll", "cannot specify both SCROLL and NO SCROLL"),
        ("insensitive asensitive", "cannot specify both INSENSITIVE and ASENSITIVE"),
    ],
)
def test_contradictions(options: str, message: str) -> None:
    with pytest.raises(InvalidCursorDefinition, match=message) as caught:
        cursors.declare(f"declare c {options} cursor for select 1")
    assert caught.value.code == "42P11"


@pytest.mark.parametrize(
    "text",
    [
        "cursor for select a from t for update",
        "no scroll cursor without hold for select a from t for key share of t",
        "scroll cursor for select a from (select a from t for update) s",
        "scroll cursor for select substring('ab' for 1)",
    ],
)
def test_rows_that_may_be_locked(text: str) -> None:
    assert cursors.declare(f"declare c {text}").name == "c"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("scroll cursor for select a from t for update", "0A000 DECLARE SCROLL CURSOR ... FOR UPDATE"),
        ("cursor with hold for select 1 for share", "0A000 DECLARE CURSOR WITH HOLD ... FOR SHARE"),
        (
            "insensitive cursor for select 1 for key share",
            "42P11 DECLARE INSENSITIVE CURSOR ... FOR KEY SHARE",
        ),
    ],
)
def test_rows_that_cannot_be_locked(text: str, said: str) -> None:
    with pytest.raises(PgError) as caught:
        cursors.declare(f"declare c {text}")
    assert f"{caught.value.code} {caught.value.message}".startswith(said)


FETCHES = (
    ("fetch c", Fetch("c")),
    ("fetch from c", Fetch("c")),
    ('FETCH IN "C" ;', Fetch("C")),
    ("fetch 10 in c", Fetch("c", "forward", 10)),
    ("fetch +10 c", Fetch("c", "forward", 10)),
    ("fetch 0 c", Fetch("c", "forward", 0)),
    ("fetch -2 c", Fetch("c", "backward", 2)),
    ("fetch 2147483647 c", Fetch("c", "forward", 2147483647)),
    ("fetch all from c", Fetch("c", "forward", None)),
    ("fetch all c", Fetch("c", "forward", None)),
    ("fetch forward from c", Fetch("c", "forward", 1)),
    ("fetch forward c", Fetch("c", "forward", 1)),
    ("fetch forward 100 from c", Fetch("c", "forward", 100)),
    ("fetch forward -100 from c", Fetch("c", "backward", 100)),
    ("fetch forward all c", Fetch("c", "forward", None)),
    ("fetch backward c", Fetch("c", "backward", 1)),
    ("fetch backward 3 c", Fetch("c", "backward", 3)),
    ("fetch backward -3 c", Fetch("c", "forward", 3)),
    ("fetch backward all c", Fetch("c", "backward", None)),
    ("fetch next from c", Fetch("c", "forward", 1)),
    ("fetch prior from c", Fetch("c", "backward", 1)),
    ("fetch first from c", Fetch("c", "absolute", 1)),
    ("fetch last from c", Fetch("c", "absolute", -1)),
    ("fetch absolute -3 from c", Fetch("c", "absolute", -3)),
    ("fetch relative 0 from c", Fetch("c", "relative", 0)),
    ("move /* on */ forward 5 from c", Fetch("c", "forward", 5)),
    ("fetch first", Fetch("first")),
    ("fetch next next", Fetch("next")),
    ("fetch from forward", Fetch("forward")),
    ("fetch forward backward", Fetch("backward")),
    ('fetch "all"', Fetch("all")),
)


@pytest.mark.parametrize(("sql", "expected"), FETCHES)
def test_fetch(sql: str, expected: Fetch) -> None:
    assert cursors.fetch(sql) == expected


def test_close() -> None:
    assert cursors.close('close "C"') == "C"
    assert cursors.close("close ALL") is None
    assert cursors.close("CLOSE next;") == "next"


WRONG = (
    (cursors.declare, "declare c for select 1", 'at or near "for"', 11),
    (cursors.declare, "declare c cursor", "at end of input", 17),
    (cursors.declare, "declare c cursor for", "at end of input", 21),
    (cursors.declare, "declare c no cursor for select 1", 'at or near "cursor"', 14),
    (cursors.declare, "declare c cursor with for select 1", 'at or near "for"', 23),
    (cursors.declare, "declare c cursor without for select 1", 'at or near "for"', 26),
    (cursors.declare, "declare c cursor for delete from t", 'at or near "delete"', 22),
    (cursors.declare, "declare c cursor for select 1 into t", None, 36),
    (cursors.declare, "declare 'c' cursor for select 1", "at or near \"'c'\"", 9),
    (cursors.fetch, "fetch", "at end of input", 6),
    (cursors.fetch, "fetch all", "at end of input", 10),
    (cursors.fetch, "fetch from from c", 'at or near "from"', 12),
    (cursors.fetch, "fetch forward all", "at end of input", 18),
    (cursors.fetch, "fetch absolute from c", 'at or near "from"', 16),
    (cursors.fetch, "fetch - from c", 'at or near "from"', 9),
    (cursors.fetch, "fetch 1.5 from c", 'at or near "1.5"', 7),
    (cursors.fetch, "fetch 2147483648 from c", 'at or near "2147483648"', 7),
    (cursors.fetch, "fetch 1 from c d", 'at or near "d"', 16),
    (cursors.close, "close", "at end of input", 6),
    (cursors.close, "close c d", 'at or near "d"', 9),
)


@pytest.mark.parametrize(("parse", "sql", "where", "position"), WRONG)
def test_syntax_errors(parse: Callable[[str], object], sql: str, where: str | None, position: int) -> None:
    with pytest.raises(SqlSyntaxError) as caught:
        parse(sql)
    message = f"syntax error {where}" if where else "SELECT ... INTO is not allowed here"
    assert (caught.value.message, caught.value.position) == (message, position)


def test_a_name_has_characters() -> None:
    with pytest.raises(SqlSyntaxError, match='zero-length delimited identifier at or near """"') as caught:
        cursors.declare('declare "" cursor for select 1')
    assert caught.value.position == 9
