from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.errors import (
    FeatureNotSupported,
    InvalidAuthorizationSpecification,
    PgError,
    ProtocolViolation,
    SyntaxError,  # noqa: A004  PostgreSQL's name
)
from pggate.server.logins import Account, Applicant, Entrance, Login, applicant, options
from pggate.server.sessions import Sessions
from pggate.wire import backend as b
from pggate.wire import frontend as f
from pggate.wire.connection import Connection
from pggate.wire.state import State
from tests.server.conftest import PASSWORD
from tests.transcripts.client import Scram

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.session.live.gateway import Gateway
    from tests.server.conftest import Parts

# PostgreSQL 15, pg_split_opts and process_postgres_switches.
OPTIONS = [
    ("", {}),
    ("-c work_mem=1MB", {"work_mem": "1MB"}),
    ("-cwork_mem=1MB", {"work_mem": "1MB"}),
    ("--work-mem=1MB", {"work_mem": "1MB"}),
    ("  -c  a=1   --b-c=2\t-c d=3 ", {"a": "1", "b_c": "2", "d": "3"}),
    ("-c search_path=a,b -c search_path=c", {"search_path": "c"}),
    (r"-c search_path=a,\ b", {"search_path": "a, b"}),
    (r"-c datestyle=ISO,\ MDY -c x=\\", {"datestyle": "ISO, MDY", "x": "\\"}),
    ("-c a=b=c", {"a": "b=c"}),
    ("-c a=", {"a": ""}),
    ("-c a=x--b=y", {"a": "x--b=y"}),
    ("-c my.own=ä", {"my.own": "ä"}),
]


@pytest.mark.parametrize(("text", "settings"), OPTIONS)
def test_options(text: str, settings: dict[str, str]) -> None:
    assert options(text) == settings


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("-c", "-c requires a value"),
        ("-c a=1 -c b", "-cb requires a value"),
        ("--a-b", "--a-b requires a value"),
        ("a=b", "invalid command-line argument for server process: a=b"),
        ("-x", "invalid command-line argument for server process: -x"),
    ],
)
def test_options_that_are_none(text: str, message: str) -> None:
    with pytest.raises(SyntaxError, match=f"^{message}$"):
        options(text)


@pytest.mark.parametrize(
    ("parameters", "who"),
    [
        ({"user": "ann"}, Applicant("ann", "ann", {})),
        ({"user": "ann", "database": ""}, Applicant("ann", "ann", {})),
        ({"user": "Ä b", "database": "lake"}, Applicant("Ä b", "lake", {})),
        (
            {"user": "ann", "client_encoding": "UTF8", "options": "-c TimeZone=UTC -c client_encoding=X"},
            Applicant("ann", "ann", {"TimeZone": "UTC", "client_encoding": "UTF8"}),
        ),
        ({"user": "ann", "_pq_.compression": "on", "replication": "off"}, Applicant("ann", "ann", {})),
    ],
)
def test_applicant(parameters: dict[str, str], who: Applicant) -> None:
    assert applicant(parameters) == who


@pytest.mark.parametrize(
    ("parameters", "error"),
    [
        ({}, InvalidAuthorizationSpecification),
        ({"user": "", "database": "lake"}, InvalidAuthorizationSpecification),
        ({"user": "ann", "replication": "true"}, FeatureNotSupported),
        ({"user": "ann", "replication": "database"}, FeatureNotSupported),
    ],
)
def test_no_applicant(parameters: dict[str, str], error: type[PgError]) -> None:
    with pytest.raises(error):
        applicant(parameters)


class Door:
    """
    A login behind the protocol's state machine.
    """

    def __init__(self, gateway: Gateway, *, password_needed: bool, tls_offered: bool = True) -> None:
        self.entered: list[Applicant] = []
        self.sessions = Sessions(10)
        self.connection = Connection()
        self._login = Login(gateway, self.sessions, Entrance(password_needed, tls_offered), self._begin)

    def _begin(self, who: Applicant) -> Iterator[b.Backend]:  # type: ignore[override]
        self.entered.append(who)
        yield b.ReadyForQuery("I")

    def say(self, message: f.Frontend) -> list[b.Backend]:
        self.connection.receive_data(f.encode(message))
        read = self.connection.next_message()
        assert read is not None
        replies = list(self._login.handle(read))
        for reply in replies:
            self.connection.send(reply)
        return replies

    def account(self) -> Account:
        return self._login.account()

    def prove(self, user: str, password: str) -> list[b.Backend]:
        """Log in with SCRAM: all replies."""
        scram = Scram(password)
        replies = self.say(f.StartupMessage((3, 0), {"user": user}))
        while (answer := scram.answer(replies[-1])) is not None:
            replies += self.say(answer)
        return replies


def fatal(reply: b.Backend) -> tuple[str, str]:
    assert isinstance(reply, b.ErrorResponse)
    assert reply.severity == "FATAL"
    return reply.error.code, reply.error.message


def test_scram(parts: Parts) -> None:
    door = Door(parts.gateway, password_needed=True)
    kinds = [type(reply) for reply in door.prove("pggate", parts.password)]
    assert kinds == [
        b.AuthenticationSASL,
        b.AuthenticationSASLContinue,
        b.AuthenticationSASLFinal,
        b.AuthenticationOk,
        b.ReadyForQuery,
    ]
    assert door.entered == [Applicant("pggate", "pggate", {})]
    assert door.connection.state is State.READY


def test_scram_with_a_password_that_is_not_ascii(parts: Parts) -> None:
    assert isinstance(Door(parts.gateway, password_needed=True).prove("ann", PASSWORD)[-1], b.ReadyForQuery)


@pytest.mark.parametrize("user", ["pggate", "nobody", "ann"])
def test_who_does_not_exist_is_as_wrong_as_the_password(parts: Parts, user: str) -> None:
    salts = set()
    for _ in range(2):
        door = Door(parts.gateway, password_needed=True)
        replies = door.prove(user, "wrong")
        assert [type(reply) for reply in replies[:-1]] == [
            b.AuthenticationSASL,
            b.AuthenticationSASLContinue,
        ]
        assert fatal(replies[-1]) == ("28P01", f'password authentication failed for user "{user}"')
        assert door.connection.state is State.CLOSED
        assert door.entered == []
        assert isinstance(replies[1], b.AuthenticationSASLContinue)
        salts.add(replies[1].data.split(b",")[1])
    assert len(salts) == 1, "the same salt each time, as if there were a password"


def test_another_mechanism_is_refused(parts: Parts) -> None:
    door = Door(parts.gateway, password_needed=True)
    door.say(f.StartupMessage((3, 0), {"user": "pggate"}))
    (reply,) = door.say(f.SASLInitialResponse("SCRAM-SHA-256-PLUS", b"n,,n=,r=x"))
    assert fatal(reply) == ("08P01", "client selected an invalid SASL authentication mechanism")


@pytest.mark.parametrize("data", [None, b"", b"garbage", b"\xff", b"p=tls-unique,,n=,r=x"])
def test_a_first_message_that_is_none(parts: Parts, data: bytes | None) -> None:
    door = Door(parts.gateway, password_needed=True)
    door.say(f.StartupMessage((3, 0), {"user": "pggate"}))
    (reply,) = door.say(f.SASLInitialResponse("SCRAM-SHA-256", data))
    assert fatal(reply)[0] == "08P01"
    assert door.connection.state is State.CLOSED


def test_no_query_before_authentication_is_over(parts: Parts) -> None:
    door = Door(parts.gateway, password_needed=True)
    door.say(f.StartupMessage((3, 0), {"user": "pggate"}))
    door.connection.receive_data(f.encode(f.Query("select 1")))
    with pytest.raises(ProtocolViolation):
        door.connection.next_message()
    assert door.connection.state is State.CLOSED


def test_trust(parts: Parts) -> None:
    door = Door(parts.gateway, password_needed=False)
    replies = door.say(f.StartupMessage((3, 0), {"user": "ann", "database": "lake", "options": "-c a=b"}))
    assert replies == [b.AuthenticationOk(), b.ReadyForQuery("I")]
    assert door.entered == [Applicant("ann", "lake", {"a": "b"})]


def test_trust_knows_who_does_not_exist(parts: Parts) -> None:
    (reply,) = Door(parts.gateway, password_needed=False).say(f.StartupMessage((3, 0), {"user": "nobody"}))
    assert fatal(reply) == ("28000", 'role "nobody" does not exist')


def test_a_newer_protocol_is_negotiated_down(parts: Parts) -> None:
    door = Door(parts.gateway, password_needed=False)
    replies = door.say(f.StartupMessage((3, 2), {"user": "ann", "_pq_.x": "1"}))
    assert replies == [
        b.NegotiateProtocolVersion(0, ("_pq_.x",)),
        b.AuthenticationOk(),
        b.ReadyForQuery("I"),
    ]


@pytest.mark.parametrize("offered", [True, False])
def test_encryption(parts: Parts, offered: bool) -> None:
    door = Door(parts.gateway, password_needed=False, tls_offered=offered)
    assert door.say(f.GSSENCRequest()) == [b.EncryptionResponse(accepted=False)]
    assert door.say(f.SSLRequest()) == [b.EncryptionResponse(accepted=offered)]


class Running:
    """
    A session that can be stopped.
    """

    def __init__(self) -> None:
        self.stopped = False

    def interrupt(self, reason: PgError) -> None:
        self.stopped = True


def test_a_cancel_request_is_never_answered(parts: Parts) -> None:
    for right in (False, True):
        door = Door(parts.gateway, password_needed=True)
        running = Running()
        pid, secret = door.sessions.add(running)
        assert door.say(f.CancelRequest(pid, secret if right else b"none")) == []
        assert running.stopped is right
        assert door.connection.state is State.CLOSED


def test_the_refused_are_counted(parts: Parts) -> None:
    def refused(reason: str) -> int:
        (count,) = [
            line.rpartition(" ")[2]
            for line in parts.gateway.metrics.render().decode().splitlines()
            if line.startswith(f'pggate_connections_refused_total{{reason="{reason}"}}')
        ] or ["0"]
        return int(float(count))

    before = refused("login")
    Door(parts.gateway, password_needed=True).prove("nobody", "")
    assert refused("login") == before + 1


def test_the_account_of_a_login(parts: Parts) -> None:
    """The log has it, so there is nothing in it that only the client should know."""
    door = Door(parts.gateway, password_needed=True)
    assert door.account() == Account()
    door.prove("ann", "a wrong password")
    assert door.account() == Account(user="ann", database="ann", refused="login", sqlstate="28P01")
    door = Door(parts.gateway, password_needed=True)
    door.prove("ann", PASSWORD)
    assert door.account() == Account(user="ann", database="ann")
