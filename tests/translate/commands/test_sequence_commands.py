from __future__ import annotations

import pytest

from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate.commands.sequence_commands import (
    AlterSequence,
    CreateSequence,
    DropSequences,
    alter_sequence,
    create_sequence,
    drop_sequence,
)
from pggate.translate.commands.sequence_options import SequenceOptions


def test_create() -> None:
    assert create_sequence("CREATE SEQUENCE s") == CreateSequence(("s",), SequenceOptions())
    found = create_sequence('create unlogged sequence if not exists a."B" start with -5 owned by t.c;')
    assert found == CreateSequence(("a", "B"), SequenceOptions(start=-5, owner=("t", "c")), True)
    assert create_sequence("create temp sequence s") == CreateSequence(
        ("s",), SequenceOptions(), temporary=True
    )
    with pytest.raises(SqlSyntaxError):
        create_sequence("create temp unlogged sequence s")


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("alter sequence s rename to t", AlterSequence(("s",), rename="t")),
        ("alter sequence if exists s set schema t", AlterSequence(("s",), schema="t", if_exists=True)),
        ("alter sequence s owner to me", AlterSequence(("s",))),
        ("alter sequence s restart", AlterSequence(("s",), SequenceOptions(restarts=True))),
    ],
)
def test_alter(sql: str, expected: AlterSequence) -> None:
    assert alter_sequence(sql) == expected


def test_drop() -> None:
    assert drop_sequence("drop sequence if exists a, b.c cascade") == DropSequences(
        (("a",), ("b", "c")), if_exists=True, cascade=True
    )


@pytest.mark.parametrize(
    "sql", ["create sequence", "alter sequence s", "alter sequence s rename to", "drop sequence a b"]
)
def test_nonsense(sql: str) -> None:
    with pytest.raises(SqlSyntaxError):
        (create_sequence if "create" in sql else alter_sequence if "alter" in sql else drop_sequence)(sql)
