"""
A session from its greeting to its end: what it says of its own accord, and what it leaves behind.
"""

from __future__ import annotations

import re
import threading
from typing import TYPE_CHECKING

import pytest

from pggate.errors import PgError, QueryCanceled
from pggate.wire import backend, frontend
from tests.session.conftest import error_of

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect

pytestmark = pytest.mark.server


def test_the_greeting_ends_with_ready(connect: Connect) -> None:
    greeting = list(connect(application_name="me").session.greeting(b"1234"))
    assert isinstance(greeting[-2], backend.BackendKeyData)
    assert greeting[-1] == backend.ReadyForQuery("I")


def test_a_cancel_ends_what_runs_and_nothing_else(session: Client) -> None:
    session.session.interrupt(QueryCanceled("canceling statement due to user request"))
    assert session.rows("select 1") == [("1",)]
    timer = threading.Timer(0.2, session.session.interrupt, [QueryCanceled("stopped by hand")])
    timer.start()
    error = session.error(
        "select count(*) from range(100000000) a, range(100000000) b where a.range + b.range = 1"
    )
    timer.join()
    assert (error.code, error.message) == ("57014", "stopped by hand")
    assert session.rows("select 1") == [("1",)]


def test_a_bug_of_ours_is_an_error_and_not_the_end(session: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise KeyError("a bug")

    session.run("begin")
    monkeypatch.setattr(session.session._parts.analyst, "analyse", broken)
    error = session.error("select 1")
    assert error.code == "XX000"
    assert error.hint
    monkeypatch.undo()
    assert session.status == "E"
    session.run("rollback", "select 1")


def test_a_message_that_does_not_belong_here(session: Client) -> None:
    assert error_of(session.send(frontend.PasswordMessage("x"), frontend.Sync())).code == "08P01"
    assert error_of(session.send(frontend.FunctionCall(b""))).code == "0A000"


def test_close_forgets_the_session(session: Client, connect: Connect) -> None:
    other = connect()
    other.run("begin", "select 1")
    assert other.identity.pid in session.gateway.settings
    other.session.close()
    assert other.identity.pid not in session.gateway.settings


def test_an_error_is_the_clients_alone(session: Client) -> None:
    assert isinstance(session.error("select 'secret'::int"), PgError)
    assert session.status == "I"


@pytest.mark.parametrize(
    ("messages", "counted"),
    [
        pytest.param([frontend.Parse("", "select nope", ()), frontend.Sync()], "select", id="Parse"),
        pytest.param(
            [frontend.Parse("", "delete from nope; select 1", ()), frontend.Sync()], "delete", id="two"
        ),
        pytest.param(
            [
                frontend.Parse("", "select $1::int", ()),
                frontend.Bind("", "", (), (b"x",), ()),
                frontend.Execute(""),
                frontend.Sync(),
            ],
            "select",
            id="Bind",
        ),
        pytest.param([frontend.Query("select 1; selec 2")], "unknown", id="Query"),
        pytest.param([frontend.Query("select nope")], "select", id="one"),
    ],
)
def test_every_failure_is_counted_once(
    session: Client, messages: list[frontend.Frontend], counted: str
) -> None:
    def failures() -> dict[str, float]:
        found = re.findall(
            r'^pggate_queries_total\{kind="(\w+)",outcome="error"\} (\S+)$',
            session.gateway.metrics.render().decode(),
            re.MULTILINE,
        )
        return {kind: float(count) for kind, count in found}

    before = failures()
    error_of(session.send(*messages))
    assert failures() == {**before, counted: before.get(counted, 0) + 1}
