from __future__ import annotations

import pytest

from pggate.errors import InvalidTextRepresentation
from pggate.translate import tokens
from pggate.translate.dialect.qualifiers import Names
from pggate.translate.syntax import lexer
from pggate.translate.types.enum_names import EnumNames, of_parameters
from pggate.types.enums import EnumType

MOOD = EnumType(1, 2, "public", "mood", ("sad", "ok"))
SIZE = EnumType(3, 4, "s", "Size", ("l",))
KNOWN = Names(enums=EnumNames.of([MOOD, SIZE], ("public",)))
E = MOOD.duckdb
EACH = f'lambda "~x": CAST("~x" AS {E})'


@pytest.mark.parametrize(
    ("pg", "duck"),
    [
        ("select 'sad'::mood", f"select 'sad'::{E}"),
        ("select cast(x as mood)", f"select cast(x as {E})"),
        ("select mood 'ok'", f"select CAST('ok' AS {E})"),
        ('select x::s."Size"', f"select x::{SIZE.duckdb}"),
        ("select x::size", "select x::size"),
        (
            "select mood, t.mood, mood as mood from mood as mood",
            "select mood, t.mood, mood as mood from mood as mood",
        ),
        ("select f(a.b, (1))::mood[]", f"select list_transform(f(a.b, (1))::VARCHAR[], {EACH})"),
        ("select cast(array['ok'] as mood[])", f"select list_transform((array['ok'] )::VARCHAR[], {EACH})"),
        (
            "create table t (a mood, mood int, b public.mood[])",
            "create table t (a VARCHAR, mood int, b VARCHAR[])",
        ),
        ("create temp table t (a mood)", f"create temp table t (a {E})"),
        ("alter table t alter a type mood", "alter table t alter a type VARCHAR"),
        ("select enum_range(null::mood)", f"select enum_range(null::{E})"),
    ],
)
def test_names_of_types(pg: str, duck: str) -> None:
    assert tokens.apply(pg, KNOWN).text == duck


@pytest.mark.parametrize(("sql", "position"), [("select 'x'::mood", 8), ("select mood 'x'", 13)])
def test_a_literal_that_is_no_label(sql: str, position: int) -> None:
    with pytest.raises(InvalidTextRepresentation, match='enum mood: "x"') as caught:
        tokens.apply(sql, KNOWN)
    assert caught.value.position == position


def test_a_type_that_is_not_on_the_path_is_said_with_its_schema() -> None:
    with pytest.raises(InvalidTextRepresentation, match=r'enum s\.Size: "x"'):
        tokens.apply("select 'x'::s.\"Size\"", KNOWN)


def test_without_types_nothing_is_looked_at() -> None:
    text = "select 'x'::mood, enum_range(x)"
    assert tokens.apply(text, Names()).text is text


def test_the_types_that_parameters_are_cast_to() -> None:
    text = "select $1::mood, cast($2 as public.mood), $3::mood[], $4::int, $5, f($1::text)"
    assert of_parameters(lexer.tokens(text), KNOWN.enums) == {1: E, 2: E, 3: f"{E}[]"}
