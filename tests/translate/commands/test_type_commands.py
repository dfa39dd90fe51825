from __future__ import annotations

import pytest

from pggate.errors import FeatureNotSupported, InvalidName, PgError, UniqueViolation
from pggate.translate.commands.type_commands import (
    AddValue,
    CreateEnum,
    DropTypes,
    RenameType,
    RenameValue,
    SetOwner,
    SetSchema,
    alter_type,
    create_type,
    drop_type,
)


def test_create() -> None:
    assert create_type("CREATE TYPE s.\"Mood\" AS ENUM ('a', 'it''s')") == CreateEnum(
        ("s", "Mood"), ("a", "it's")
    )
    assert create_type("create type e as enum ()") == CreateEnum(("e",), ())


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("alter type m add value 'x'", AddValue(("m",), "x")),
        ("alter type m add value if not exists 'x' before 'y'", AddValue(("m",), "x", True, True, "y")),
        ("alter type m add value 'x' after 'y'", AddValue(("m",), "x", False, False, "y")),
        ("alter type m rename value 'x' to 'y'", RenameValue(("m",), "x", "y")),
        ("alter type s.m rename to n", RenameType(("s", "m"), "n")),
        ("alter type m set schema s", SetSchema(("m",), "s")),
        ("alter type m owner to me", SetOwner(("m",))),
    ],
)
def test_alter(sql: str, expected: object) -> None:
    assert alter_type(sql) == expected


def test_drop() -> None:
    assert drop_type("drop type if exists a, s.b cascade") == DropTypes((("a",), ("s", "b")), True, True)
    assert drop_type("drop type a restrict") == DropTypes((("a",),))


@pytest.mark.parametrize(
    ("sql", "code"),
    [
        ("create type c as (a int)", FeatureNotSupported.sqlstate),
        ("create type c as range (subtype = int)", FeatureNotSupported.sqlstate),
        ("create type c as enum ('a' 'b')", "42601"),
        ("create type c as enum ('a', 'a')", UniqueViolation.sqlstate),
        (f"create type c as enum ('{'x' * 64}')", InvalidName.sqlstate),
        ("alter type c add attribute a int", FeatureNotSupported.sqlstate),
        ("alter type c rename to a b", "42601"),
        ("drop type", "42601"),
    ],
)
def test_refused(sql: str, code: str) -> None:
    read = {"create": create_type, "alter": alter_type, "drop": drop_type}[sql.split(maxsplit=1)[0]]
    with pytest.raises(PgError) as caught:
        read(sql)
    assert caught.value.code == code
