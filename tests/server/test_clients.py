"""
A client without a socket: messages in, messages out, through the protocol's state machine.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
from queue import Queue
from typing import TYPE_CHECKING, TypeVar

import pytest

from pggate.errors import CharacterNotInRepertoire, ProtocolViolation, QueryCanceled
from pggate.server.clients import Client
from pggate.server.logins import Account, Entrance
from pggate.server.sessions import Sessions
from pggate.wire import backend as b
from pggate.wire import frontend as f
from pggate.wire.connection import Connection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pggate.errors import PgError
    from pggate.session.live.gateway import Gateway
    from tests.server.conftest import Parts

T = TypeVar("T")


class Guest:
    """
    A client and what it is told.
    """

    def __init__(self, gateway: Gateway, sessions: Sessions, loop: asyncio.AbstractEventLoop) -> None:
        self.connection = Connection()
        self.client = Client(
            gateway, sessions, Entrance(password_needed=False, tls_offered=False), self.connection, loop
        )
        self._left = False

    def leave(self) -> None:
        """Hang up, once."""
        if not self._left:
            self._left = True
            self.client.close()

    def say(self, *messages: f.Frontend) -> list[b.Backend]:
        self.connection.receive_data(b"".join(map(f.encode, messages)))
        replies: list[b.Backend] = []
        while (message := self.connection.next_message()) is not None:
            for reply in self.client.handle(message):
                self.connection.send(reply)
                replies.append(reply)
        return replies

    def start(self, user: str = "pggate", database: str = "pggate", **more: str) -> list[b.Backend]:
        return self.say(f.StartupMessage((3, 0), {"user": user, "database": database, **more}))

    def value(self, sql: str) -> bytes:
        """Of a query with one row and one column, in text."""
        (rows,) = [reply for reply in self.say(f.Query(sql)) if isinstance(reply, b.DataRows)]
        return bytes(rows.block[11:])


@pytest.fixture
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    """In a thread of its own: where timeouts are timed."""
    made = asyncio.new_event_loop()
    thread = threading.Thread(target=made.run_forever)
    thread.start()
    yield made
    made.call_soon_threadsafe(made.stop)
    thread.join()
    made.close()


@pytest.fixture
def sessions() -> Sessions:
    return Sessions(2)


@pytest.fixture
def new(parts: Parts, sessions: Sessions, loop: asyncio.AbstractEventLoop) -> Iterator[Callable[[], Guest]]:
    with contextlib.ExitStack() as stack:

        def made() -> Guest:
            guest = Guest(parts.gateway, sessions, loop)
            stack.callback(guest.leave)
            return guest

        yield made


def fatal(replies: list[b.Backend]) -> tuple[str, str]:
    error = replies[-1]
    assert isinstance(error, b.ErrorResponse)
    assert error.severity == "FATAL"
    return error.error.code, error.error.message


def test_the_greeting(new: Callable[[], Guest]) -> None:
    guest = new()
    assert guest.client.account() == Account()
    first, *told, key, ready = guest.start(application_name="probe", options="-c datestyle=ISO,\\ MDY")
    assert (first, ready) == (b.AuthenticationOk(), b.ReadyForQuery("I"))
    assert isinstance(key, b.BackendKeyData)
    said = {one.name: one.value for one in told if isinstance(one, b.ParameterStatus)}
    assert len(said) == len(told)
    # PostgreSQL 15, 55.2.7, without those that only a server of its own has.
    assert said.items() >= {
        ("application_name", "probe"),
        ("client_encoding", "UTF8"),
        ("DateStyle", "ISO, MDY"),
        ("integer_datetimes", "on"),
        ("is_superuser", "on"),
        ("session_authorization", "pggate"),
        ("standard_conforming_strings", "on"),
    }
    assert guest.client.account() == Account(key.pid, "pggate", "pggate")
    assert guest.value("select pg_backend_pid()") == str(key.pid).encode()


def test_who_is_no_superuser(new: Callable[[], Guest]) -> None:
    guest = new()
    told = guest.start("ann")
    assert b.ParameterStatus("is_superuser", "off") in told
    assert guest.value("select current_user") == b"ann"


@pytest.mark.parametrize(
    ("parameters", "error"),
    [
        ({"database": "nowhere"}, ("3D000", 'database "nowhere" does not exist')),
        ({"user": "nobody"}, ("28000", 'role "nobody" does not exist')),
        (
            {"statement_timeout": "soon"},
            ("22023", 'invalid value for parameter "statement_timeout": "soon"'),
        ),
    ],
)
def test_who_is_not_let_in_takes_no_place(
    new: Callable[[], Guest], sessions: Sessions, parameters: dict[str, str], error: tuple[str, str]
) -> None:
    guest = new()
    assert fatal(guest.start(**parameters)) == error
    wanted = {"user": "pggate", "database": "pggate", **parameters}
    who = Account(user=wanted["user"], database=wanted["database"], refused="login", sqlstate=error[0])
    assert guest.client.account() == who
    assert len(sessions) == 0


def test_the_limit_and_the_place_that_becomes_free(new: Callable[[], Guest], sessions: Sessions) -> None:
    one, other, late = new(), new(), new()
    one.start()
    other.start()
    assert fatal(late.start()) == ("53300", "sorry, too many clients already")
    one.leave()
    assert len(sessions) == 1
    assert new().start()[-1] == b.ReadyForQuery("I")


def test_a_client_that_never_came_in_can_go(new: Callable[[], Guest]) -> None:
    guest = new()
    guest.client.interrupt(QueryCanceled("x"))
    guest.client.expire()
    assert guest.client.deadline() is None
    with pytest.raises(CharacterNotInRepertoire):
        guest.client.malformed(CharacterNotInRepertoire("bad"), ready=False)
    guest.client.lose(ProtocolViolation("no PostgreSQL"))
    assert guest.client.account() == Account(refused="protocol", sqlstate="08P01")


def test_a_message_that_cannot_be_read_is_the_sessions(new: Callable[[], Guest]) -> None:
    guest = new()
    guest.start()
    error = CharacterNotInRepertoire("bad")
    replies = list(guest.client.malformed(error, ready=True))
    assert replies == [b.ErrorResponse(error), b.ReadyForQuery("I")]


def test_statement_timeout_is_timed_on_the_loop(new: Callable[[], Guest]) -> None:
    guest = new()
    guest.start(options="-c statement_timeout=50")
    replies = guest.say(f.Query("select count(*) from range(100000000000) as t(a) where a % 7 = 3"))
    (error,) = [reply.error for reply in replies if isinstance(reply, b.ErrorResponse)]
    assert (error.code, error.message) == ("57014", "canceling statement due to statement timeout")
    guest.say(f.Query("set statement_timeout = 0"))
    assert guest.value("select 7") == b"7"


def test_one_session_ends_another(new: Callable[[], Guest]) -> None:
    one, other = new(), new()
    one.start()
    other.start()
    ended: Queue[PgError] = Queue()
    other.client.end = ended.put
    pid = other.value("select pg_backend_pid()").decode()
    assert one.value(f"select pg_terminate_backend({pid}, 10)") == b"f", (
        "it waits for the end, which does not come"
    )
    assert (ended.get(timeout=10).code, ended.empty()) == ("57P01", True)
    assert one.value(f"select pg_cancel_backend({pid})") == b"t"
    other.leave()
    assert one.value(f"select count(*) from pg_stat_activity where pid = {pid}") == b"0"


def test_a_session_that_ends_itself_hears_that_alone(new: Callable[[], Guest]) -> None:
    guest = new()
    guest.start()
    replies = guest.say(f.Query("select pg_terminate_backend(pg_backend_pid()) from range(100000)"))
    assert fatal(replies) == ("57P01", "terminating connection due to administrator command")


def test_a_session_is_present_in_its_database(new: Callable[[], Guest], parts: Parts) -> None:
    guest = new()
    guest.start()
    assert parts.gateway.presence._sessions["pggate"] == 1
    guest.leave()
    assert parts.gateway.presence._sessions["pggate"] == 0


def test_a_database_that_is_being_dropped_is_not_entered(
    new: Callable[[], Guest], parts: Parts, sessions: Sessions
) -> None:
    guest = new()
    with parts.gateway.presence.kept_out("pggate"):
        assert fatal(guest.start()) == ("3D000", 'database "pggate" does not exist')
    assert len(sessions) == 0
    assert parts.gateway.presence._sessions["pggate"] == 0


def test_what_was_open_is_rolled_back(new: Callable[[], Guest]) -> None:
    one, other = new(), new()
    one.start()
    other.start()
    one.say(f.Query("create table left_open (a int)"), f.Query("begin"))
    one.say(f.Query("insert into left_open values (1)"))
    one.leave()
    assert other.value("select count(*) from left_open") == b"0"
