"""
What is done, accepted or refused: every statement that is refused says what to do instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.session.statement.utilities import ACCEPTED, DONE, HINTS, refusal
from pggate.translate.texts.kinds import Kind
from pggate.translate.texts.statements import split

if TYPE_CHECKING:
    from tests.session.conftest import Client


@pytest.mark.parametrize(
    ("kind", "message", "hint"),
    [
        (Kind.LISTEN, "LISTEN is not supported", "Poll the topic; each commit is a snapshot."),
        (
            Kind.CREATE_EXTENSION,
            "CREATE EXTENSION is not supported",
            "Leave it out: extensions come with pggate's own installation.",
        ),
    ],
)
def test_refusal(kind: Kind, message: str, hint: str | None) -> None:
    error = refusal(kind)
    assert (error.code, error.message, error.hint) == ("0A000", message, hint)


STATEMENTS = {
    # of those of which the command's words alone are not one
    Kind.GRANT: "grant select on t to public",
    Kind.REVOKE: "revoke select on t from public",
    Kind.DESCRIBE: "describe select 1",
    Kind.SUMMARIZE: "summarize select 1 as a",
    Kind.PIVOT: "pivot (select 1 as a) on a using count(*)",
    Kind.UNPIVOT: "unpivot (select 1 as a) on a",
}


@pytest.mark.parametrize("kind", HINTS)
def test_who_is_refused_is_told_what_to_do(session: Client, kind: Kind) -> None:
    sql = STATEMENTS.get(kind, f"{kind.value} x")
    assert split(sql)[0].kind is kind
    error = session.error(sql)
    assert (error.code, error.message) == ("0A000", f"{kind.value} is not supported")
    assert error.hint == HINTS[kind]


@pytest.mark.parametrize(
    "instead",
    [
        "create or replace table u as select 1 as a",
        "select * from (describe select 1 as a)",
        "select * from (summarize select 1 as a)",
        "select * from (pivot (select 1 as a) on a using count(*))",
        "select * from (unpivot (select 1 as a, 2 as b) on a, b)",
        "set my.x = '1'; select current_setting('my.x'); reset my.x",
        "select uuid(), row_number() over ()",
        "comment on table t is 'secret'",
        "create role reader; create role writer superuser",
        "copy t to stdout",
    ],
)
def test_what_hints_advise_can_be_done(session: Client, instead: str) -> None:
    session.run("create table t (a bytea)", instead)
    for role in ("reader", "writer"):
        session.run(f"drop role if exists {role}")


def test_a_kind_is_done_accepted_or_refused() -> None:
    assert not DONE & ACCEPTED.keys()
    assert not HINTS.keys() & (DONE | ACCEPTED.keys())


def test_a_notice_is_worded_as_postgresql_words_them() -> None:
    for text in ACCEPTED.values():
        assert text[0].islower()
        assert not text.endswith(".")
    for hint in HINTS.values():
        assert hint[0].isupper()
        assert hint.endswith(".")
