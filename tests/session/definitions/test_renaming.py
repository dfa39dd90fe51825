"""
A name that changes, and when it cannot.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.engine.definitions import Altered, Relation
from pggate.errors import FeatureNotSupported
from pggate.session.definitions.renaming import new_name, refuse_late_rename

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect


def altered(action: str, **details: str) -> Altered:
    return Altered(Relation("lake:a", "public", "k"), action, found=True, details=details)


def test_the_new_name() -> None:
    assert new_name(altered("rename_table", new_table_name="l")).name == "l"
    assert new_name(altered("rename_view", new_view_name="m")).name == "m"
    assert new_name(altered("add_column")).name == "k"


def test_what_was_altered_before() -> None:
    rename = altered("rename_table", new_table_name="l")
    refuse_late_rename(rename, set())
    refuse_late_rename(altered("add_column"), {rename.relation})
    with pytest.raises(FeatureNotSupported, match='"k" was altered in this transaction'):
        refuse_late_rename(rename, {rename.relation})


@pytest.mark.server
@pytest.mark.parametrize(
    ("definition", "statements"),
    [
        ("create table k (a int)", ["alter table k add column b int", "alter table k rename to l"]),
        ("create table k (a int)", ["comment on table k is 'x'", "alter table k rename to l"]),
        ("create table k (a int)", ["alter table k rename column a to b", "alter table k rename to l"]),
        (
            "create table k (a int)",
            ["alter table k rename to l", "alter table l add column b int", "alter table l rename to m"],
        ),
        ("create view k as select 1 as a", ["comment on view k is 'x'", "alter view k rename to l"]),
    ],
)
def test_what_was_altered_is_not_renamed_in_the_same_transaction(
    session: Client, connect: Connect, definition: str, statements: list[str]
) -> None:
    """ducklake 1.5.5 leaves a database that nobody can read any more."""
    session.run(definition, "begin", *statements[:-1])
    error = session.error(statements[-1])
    assert (error.code, bool(error.hint)) == ("0A000", True)
    session.run("rollback")
    assert connect().rows(
        "select table_name from information_schema.tables where table_schema = 'public'"
    ) == [("k",)]


@pytest.mark.server
def test_what_was_renamed_may_be_altered_in_the_same_transaction(session: Client, connect: Connect) -> None:
    session.run("create table k (a int)", "begin", "alter table k rename to l")
    session.run("alter table l add column b int", "commit", "alter table l rename to m")
    assert connect().columns("select * from m") == ["a", "b"]
