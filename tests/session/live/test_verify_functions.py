"""
pggate.verify() and pggate.damage().
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect

pytestmark = pytest.mark.slow


def test_a_topic_and_all(session: Client) -> None:
    session.run("create table t (a int)", "insert into t values (1), (2)", "create table u (a int)")
    found = json.loads(session.value("select pggate.verify('t')") or "")
    assert (found["topics"]["public.t"]["rows"], found["faults"]) == (2, [])
    (file,) = session.files()
    Path(file).unlink()
    found = json.loads(session.value("select pggate.verify()") or "")
    assert found["faults"][0].endswith("is missing")


@pytest.mark.parametrize(("call", "code"), [("verify('nope')", "42P01"), ("verify('a b')", "42602")])
def test_what_is_refused(session: Client, call: str, code: str) -> None:
    assert session.code(f"select pggate.{call}") == code


def test_only_for_superusers(session: Client, connect: Connect) -> None:
    session.run("create role verifier login")
    assert connect(user="verifier").code("select pggate.verify()") == "42501"
    session.run("drop role verifier")


def test_damage_is_found_in_the_sessions_database(session: Client) -> None:
    session.run("create table t (a int)", "insert into t values (1)")
    assert session.value("select pggate.damage()") == "{}"
    (file,) = session.files()
    Path(file).unlink()
    assert session.rows("select unnest(pggate.damage()) like 'public.t: file % is missing'") == [("t",)]
