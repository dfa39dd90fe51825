"""
ALTER TYPE about attributes.
"""

from __future__ import annotations

import pytest

from pggate.errors import PgError
from pggate.translate.commands.attribute_commands import (
    AddAttribute,
    DropAttribute,
    RenameAttribute,
    RetypeAttribute,
    attribute_actions,
)


@pytest.mark.parametrize(
    ("sql", "actions"),
    [
        ("alter type t add attribute a varchar(3)", (AddAttribute("a", "varchar(3)"),)),
        (
            'alter type s.t add attribute "A" numeric(3, 1)[] collate "C" cascade, drop attribute b;',
            (AddAttribute("A", "numeric(3, 1)[]"), DropAttribute("b")),
        ),
        ("alter type t drop attribute if exists a restrict", (DropAttribute("a", True),)),
        ("alter type t rename attribute a to b cascade", (RenameAttribute("a", "b"),)),
        (
            "alter type t alter attribute a type int, alter attribute b set data type text",
            (RetypeAttribute("a", "int"), RetypeAttribute("b", "text")),
        ),
        ("alter type t rename to u", ()),
        ("alter type t add value 'x'", ()),
    ],
)
def test_actions(sql: str, actions: tuple[object, ...]) -> None:
    assert attribute_actions(sql) == actions


@pytest.mark.parametrize(
    "sql",
    [
        "alter type t add attribute a",
        "alter type t add attribute a int,",
        "alter type t drop attribute a b",
        "alter type t rename attribute a",
        "alter type t alter attribute a int",
    ],
)
def test_refused(sql: str) -> None:
    with pytest.raises(PgError) as raised:
        attribute_actions(sql)
    assert raised.value.code == "42601"
