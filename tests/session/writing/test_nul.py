from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.engine.bound import Bound
from pggate.engine.definitions import Relation
from pggate.errors import CharacterNotInRepertoire
from pggate.session.writing.nul import refuse_nul

if TYPE_CHECKING:
    from pggate.engine.cursor import Cursor
    from tests.session.conftest import Client

RELATION = Relation("temp", "main", 'a "t"')
NAME = '"temp"."main"."a ""t"""'
MAKES = Bound("UPDATE", functions=frozenset({"chr"}))
JSON_NUL = r"""'{"a": "x\u0000y"}'::json"""


def holding(cursor: Cursor, expression: str) -> None:
    cursor.run(f'create or replace temp table {NAME} as select 1 as n, {expression} as "C c"')


@pytest.mark.parametrize(
    "expression",
    [
        "'a' || chr(0)",
        "chr(0)",
        "['a', chr(0)]",
        "{'a': {'b': 'x' || chr(0)}}",
        "map {'k': chr(0)}",
        f"{JSON_NUL} ->> 'a'",
    ],
)
def test_found(cursor: Cursor, expression: str) -> None:
    holding(cursor, expression)
    for bound in (MAKES, None):
        with pytest.raises(CharacterNotInRepertoire, match="0x00"):
            refuse_nul(cursor, RELATION, "", bound)


@pytest.mark.parametrize("expression", ["'a'", "null::varchar", "'\\x00'::blob", "2", "''", JSON_NUL])
def test_nothing_to_find(cursor: Cursor, expression: str) -> None:
    holding(cursor, expression)
    refuse_nul(cursor, RELATION, "", MAKES)
    refuse_nul(cursor, RELATION, "", None)


@pytest.mark.parametrize(
    ("text", "bound", "looks"),
    [
        ("x", Bound("UPDATE"), False),
        ("x", Bound("UPDATE", functions=frozenset({"lower", "+"})), False),
        ("x", Bound("UPDATE", functions=frozenset({"lower", "->>"})), True),
        ("x", Bound("UPDATE", functions=frozenset({"from_json"})), True),
        ("x", Bound("CREATE", table_functions=frozenset({"read_csv"})), True),
        (r"E'\000'", Bound("UPDATE"), True),
        (r"E'\x00'", Bound("UPDATE"), True),
        (r"U&'\0000'", Bound("UPDATE"), True),
        (r"'\u0000'", Bound("UPDATE"), True),
        ("x", None, True),
    ],
)
def test_only_what_can_make_one_is_looked_at(
    cursor: Cursor, text: str, bound: Bound | None, looks: bool
) -> None:
    holding(cursor, "chr(0)")
    if looks:
        with pytest.raises(CharacterNotInRepertoire):
            refuse_nul(cursor, RELATION, text, bound)
    else:
        refuse_nul(cursor, RELATION, text, bound)


@pytest.mark.parametrize(
    "expression",
    [
        f"""from_json({JSON_NUL}, '{{"a":"VARCHAR"}}')""",
        f"""json_transform({JSON_NUL}, '{{"a":"VARCHAR"}}')""",
    ],
)
def test_the_engine_makes_them_of_json(cursor: Cursor, expression: str) -> None:
    holding(cursor, expression)
    made = Bound("CREATE", functions=frozenset({expression.partition("(")[0]}))
    with pytest.raises(CharacterNotInRepertoire):
        refuse_nul(cursor, RELATION, "", made)


@pytest.mark.slow
@pytest.mark.parametrize(
    "statement",
    [
        "update t set s = j::struct(a varchar)",
        "update t set v = cast(j as struct(a varchar)).a",
        "update t set v = try_cast(j as map(varchar, varchar))['a']",
        "merge into t using (select 1) x on true when matched then update set s = j::struct(a varchar)",
        "create table made as select j::struct(a varchar) as s from t",
        "alter table t alter j type struct(a varchar) using j::struct(a varchar)",
    ],
)
def test_a_column_of_json_that_is_cast(session: Client, statement: str) -> None:
    session.run("create table t (j json, s struct(a varchar), v varchar)")
    session.run("""insert into t (j) values ('{"a": "x\\u0000y"}')""")
    assert session.code(statement) == "22021"
    assert session.rows("select s, v from t") == [(None, None)]
