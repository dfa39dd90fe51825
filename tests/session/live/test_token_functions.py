"""
Tokens: for whom they are made, what they may, and how they end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client


def test_a_token_is_for_one_topic(session: Client) -> None:
    session.run("create schema s", "create table s.t (a int)", "create table t (a int)")
    first, second = (session.value(f"select pggate.create_token('{name}')") for name in ("s.t", "t"))
    assert first
    assert second
    assert first != second
    tokens = session.rows("select token_id, revoked_at from pggate.tokens order by token_id")
    assert len(tokens) == 2
    assert all(revoked is None for _, revoked in tokens)
    assert first not in str(session.rows("select * from pggate.tokens"))
    assert session.rows(f"select pggate.revoke_token({tokens[0][0]})") == [("t",)]
    after = dict(session.rows("select token_id, revoked_at from pggate.tokens"))
    assert after[tokens[0][0]] is not None
    assert after[tokens[1][0]] is None


def test_a_token_has_rates_of_its_own(session: Client) -> None:
    session.run("create table t (a int)", "select pggate.create_token('t')")
    token = session.value("select max(token_id) from pggate.tokens")
    rates = f"""select requests_per_second, rows_per_second, bytes_per_second
                from pggate.tokens where token_id = {token}"""
    assert session.rows(rates) == [(None, None, None)]
    session.run(
        f"select pggate.limit_token({token}, 'rows', 10)", f"select pggate.limit_token({token}, 'rows', 20)"
    )
    assert session.rows(rates) == [(None, "20", None)]
    session.run(f"select pggate.limit_token({token}, 'rows', 0)")
    assert session.rows(rates) == [(None, None, None)]


@pytest.mark.parametrize(
    ("call", "code"),
    [
        ("pggate.create_token('nope')", "42P01"),
        ("pggate.create_token('nope.t')", "42P01"),
        ("pggate.create_token('nope.public.t')", "42P01"),
        ("pggate.create_token('v')", "42809"),
        ("pggate.create_token('a b')", "42602"),
        ("pggate.create_token('')", "42602"),
        ("pggate.revoke_token(0)", "42704"),
        ("pggate.revoke_token(999999999999)", "42704"),
        ("pggate.revoke_token('x')", "22P02"),
        ("pggate.limit_token(0, 'rows', 1)", "42704"),
        ("pggate.limit_token(0, 'files', 1)", "22023"),
        ("pggate.limit_token(0, 'rows', -1)", "22023"),
    ],
)
def test_errors(session: Client, call: str, code: str) -> None:
    session.run("create table t (a int)", "create view v as select a from t")
    before = session.rows("select * from pggate.tokens")
    assert session.code(f"select {call}") == code
    assert session.rows("select * from pggate.tokens") == before
