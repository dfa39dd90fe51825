from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.engine.names import qualified, quote_identifier, quote_literal, search_path

if TYPE_CHECKING:
    from collections.abc import Callable

    import duckdb

NAMES = ["t", "T", "select", 'a"b', "a.b", "lake:a", "ä ö", "it's", "-- x", "a\\b", ""]


@pytest.mark.parametrize("name", [name for name in NAMES if name])
def test_an_identifier_comes_back_as_it_was(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    assert connection.execute(f"SELECT 1 AS {quote_identifier(name)}").description[0][0] == name


@pytest.mark.parametrize("text", [*NAMES, "'", "''", "\n", "$$", "E'\\n'"])
def test_a_literal_comes_back_as_it_was(connection: duckdb.DuckDBPyConnection, text: str) -> None:
    assert connection.execute(f"SELECT {quote_literal(text)}").fetchall() == [(text,)]


@pytest.mark.parametrize("quote", [quote_identifier, quote_literal])
def test_a_nul_character_would_end_the_statement(quote: Callable[[str], str]) -> None:
    with pytest.raises(ValueError, match="NUL"):
        quote("a\0b")


def test_qualified_names() -> None:
    assert qualified("lake:a", "public", 'x"y') == '"lake:a"."public"."x""y"'


def test_a_search_path_of_names_with_dots_and_commas(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("""ATTACH ':memory:' AS "a.b,c" """)
    connection.execute("""CREATE TABLE "a.b,c".main.t AS SELECT 7 AS n""")
    connection.execute("SET search_path = $1", [search_path([("a.b,c", "main"), ("memory", "main")])])
    assert connection.execute("SELECT n FROM t").fetchall() == [(7,)]
