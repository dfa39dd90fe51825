"""
COPY as a value.
"""

from __future__ import annotations

import pytest

from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate.commands.copy_option_list import Option
from pggate.translate.commands.copying import Copy, copy

WHOLE = (
    # text                                    relation        name    columns       query        from   options
    ("copy t to stdout", "t", "t", None, "", False, {}),
    ('COPY public."T x" (a, "B") FROM STDIN', 'public."T x"', "T x", ("a", "B"), "", True, {}),
    ("copy a . b from stdout", "a . b", "b", None, "", True, {}),  # the direction has been said
    ("copy t to stdin", "t", "t", None, "", False, {}),
    ("copy (select 1) to stdout", "", "", None, "select 1", False, {}),
    ("copy ( select (1), ')' ) to stdout csv", "", "", None, "select (1), ')'", False, {"format": "csv"}),
    ("copy binary t to stdout", "t", "t", None, "", False, {"format": "binary"}),
    ("copy t from stdin;", "t", "t", None, "", True, {}),
)


@pytest.mark.parametrize("case", WHOLE, ids=lambda case: case[0])
def test_statements(case: tuple[str, str, str, tuple[str, ...] | None, str, bool, dict[str, str]]) -> None:
    sql, relation, name, columns, query, is_from, options = case
    found = copy(sql)
    assert (found.relation, found.name, found.columns) == (relation, name, columns)
    assert (found.query, found.is_from, found.where) == (query, is_from, "client")
    assert told(found) == options


def told(found: Copy) -> dict[str, object]:
    return {option.name: option.value for option in found.options}


def test_the_query_stands_where_it_says() -> None:
    sql = "copy (  select a from t ) to stdout"
    found = copy(sql)
    assert sql[found.offset :].startswith(found.query)


WITH_OPTIONS = (
    # what follows "copy t from stdin"                        the options
    ("csv header", {"format": "csv", "header": "true"}),
    ("with csv header", {"format": "csv", "header": "true"}),
    ("with (format csv)", {"format": "csv"}),
    ("delimiters ','", {"delimiter": ","}),
    ("using delimiters ',' with null as 'x'", {"delimiter": ",", "null": "x"}),
)


@pytest.mark.parametrize(("text", "options"), WITH_OPTIONS)
def test_what_stands_around_options(text: str, options: dict[str, str]) -> None:
    assert told(copy(f"copy t from stdin {text}")) == options


def test_an_option_stands_where_it_says() -> None:
    assert copy("copy t to stdout (format csv)").options == (Option("format", "csv", 19),)
    assert copy("copy t to stdout with binary csv").options[1].position == 30


def test_files_and_programs() -> None:
    assert copy("copy t from '/x'").where == "file"
    assert copy("copy t to program 'x' csv").where == "program"


@pytest.mark.parametrize(
    ("sql", "schema"), [("s.t", "s"), ("t", ""), ("d.s.t", ""), ('"S s".t', "S s"), ("(select 1)", "")]
)
def test_schemas(sql: str, schema: str) -> None:
    assert copy(f"copy {sql} to stdout").schema == schema


def test_a_condition() -> None:
    assert copy("copy t from stdin csv where a > 1 and b = 'x'").filter == "a > 1 and b = 'x'"
    assert copy("copy t from stdin").filter == ""


# PostgreSQL 15.18's messages and positions.
WRONG = (
    ("copy", "syntax error at end of input", 5),
    ("copy t", "syntax error at end of input", 7),
    ("copy t frm stdin", 'syntax error at or near "frm"', 8),
    ("copy (select 1) from stdin", 'syntax error at or near "from"', 17),
    ("copy (select 1; select 2) to stdout", 'syntax error at or near ";"', 15),
    ("copy () to stdout", 'syntax error at or near ")"', 7),
    ("copy t to stdout garbage", 'syntax error at or near "garbage"', 18),
    ("copy t to stdout where a = 1", "WHERE clause not allowed with COPY TO", 18),
    ("copy t from stdin where", "syntax error at end of input", 24),
    ("copy t () from stdin", 'syntax error at or near ")"', 9),
    ("copy binary (select 1) to stdout", 'syntax error at or near "("', 13),
    ("copy a.b.c.t to stdout", "improper qualified name (too many dotted names): a.b.c.t", 6),
    ("copy t from 1", 'syntax error at or near "1"', 13),
)


@pytest.mark.parametrize(("sql", "message", "position"), WRONG)
def test_what_is_no_copy(sql: str, message: str, position: int) -> None:
    with pytest.raises(SqlSyntaxError) as raised:
        copy(sql)
    assert (raised.value.message, raised.value.position) == (message, position)
