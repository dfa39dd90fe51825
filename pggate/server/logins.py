"""
From the first packet to the first ReadyForQuery: encryption, cancel requests, authentication.

PostgreSQL 15, 55.2.1 "Start-up", 55.2.8 "Canceling Requests in Progress", 55.3 "SASL Authentication".
Runs in a worker thread; replies are yielded.
"""

from __future__ import annotations

import base64
import re
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pggate.errors import (
    FeatureNotSupported,
    InvalidAuthorizationSpecification,
    PgError,
    ProtocolViolation,
    SyntaxError,  # noqa: A004  PostgreSQL's name for 42601
)
from pggate.wire import backend, frontend
from pggate.wire.connection import negotiation
from pggate.wire.scram import NONCE_SIZE, ScramServer
from pggate.wire.scram_verifier import MECHANISM, Verifier

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.metrics import Refusal
    from pggate.server.sessions import Sessions
    from pggate.session.live.gateway import Gateway
    from pggate.wire.connection import Replies

_NOT_SETTINGS: Final = frozenset({"user", "database", "options", "replication"})
_WORD: Final = re.compile(r"(?:\\.|[^\s\\])+", re.DOTALL)


_REASONS: Final[dict[str, Refusal]] = {"53300": "too_many", "08P01": "protocol", "57014": "timeout"}


def _reason(error: PgError) -> Refusal:
    """What kind of refusal it is."""
    return _REASONS.get(error.code, "login")


@dataclass(frozen=True, slots=True)
class Entrance:
    """
    How clients may come in.

    `password_needed` is the choice between `scram` and `trust`; `tls_offered` what SSLRequest is answered.
    """

    password_needed: bool
    tls_offered: bool


@dataclass(frozen=True, slots=True)
class Applicant:
    """
    Who a StartupMessage says the client is, and what it asks for.
    """

    user: str
    database: str
    settings: dict[str, str]


@dataclass(frozen=True, slots=True)
class Account:
    """
    What the log is told of a connection; None is not known, or is not so.
    """

    pid: int | None = None
    user: str | None = None
    database: str | None = None
    refused: Refusal | None = None
    sqlstate: str | None = None


class Login:
    """
    Answers a connection's messages until it has a session.
    """

    def __init__(
        self,
        gateway: Gateway,
        sessions: Sessions,
        entrance: Entrance,
        begin: Callable[[Applicant], Replies],
    ) -> None:
        self._gateway = gateway
        self._sessions = sessions
        self._entrance = entrance
        self._begin = begin
        self._applicant: Applicant | None = None
        self._refused: PgError | None = None
        self._scram: ScramServer | None = None

    def handle(self, message: frontend.Frontend) -> Replies:
        """
        Answer one message.  What goes wrong here ends the connection: the error is the last word.
        """
        try:
            yield from self._answer(message)
        except PgError as error:
            self.refuse(error)
            yield backend.ErrorResponse(error, severity="FATAL")

    def refuse(self, error: PgError) -> None:
        """
        The connection ends before it has a session: count it, and keep the reason for the log.
        """
        self._refused = error
        self._gateway.metrics.connections.refused(_reason(error))

    def account(self) -> Account:
        """
        Who wanted to come in, and why it may not, but not in words, which may repeat a setting's value.
        """
        applicant, refused = self._applicant, self._refused
        return Account(
            user=applicant.user if applicant else None,
            database=applicant.database if applicant else None,
            refused=_reason(refused) if refused else None,
            sqlstate=refused.code if refused else None,
        )

    def _answer(self, message: frontend.Frontend) -> Replies:
        match message:
            case frontend.SSLRequest():
                yield backend.EncryptionResponse(self._entrance.tls_offered)
            case frontend.GSSENCRequest():
                yield backend.EncryptionResponse(accepted=False)
            case frontend.CancelRequest():
                self._sessions.cancel(message.pid, message.secret)
            case frontend.StartupMessage():
                yield from self._start(message)
            case frontend.SASLInitialResponse():
                yield from self._first(message)
            case frontend.SASLResponse():
                yield from self._final(message)
            case _:
                raise ProtocolViolation(f"{type(message).__name__} came before authentication was over")

    def _start(self, message: frontend.StartupMessage) -> Replies:
        if (more := negotiation(message)) is not None:
            yield more
        self._applicant = applicant(message.parameters)
        if self._entrance.password_needed:
            yield backend.AuthenticationSASL((MECHANISM,))
        else:
            if not self._gateway.registry.has_role(self._applicant.user):
                raise InvalidAuthorizationSpecification(f'role "{self._applicant.user}" does not exist')
            yield from self._welcome(self._applicant)

    def _first(self, message: frontend.SASLInitialResponse) -> Replies:
        if message.mechanism != MECHANISM or self._applicant is None:
            raise ProtocolViolation("client selected an invalid SASL authentication mechanism")
        user = self._applicant.user
        self._scram = ScramServer(
            self._verifier(user), base64.b64encode(secrets.token_bytes(NONCE_SIZE)).decode(), user=user
        )
        yield backend.AuthenticationSASLContinue(self._scram.first(message.data or b""))

    def _verifier(self, user: str) -> Verifier:
        """What is known of the user's password; of a user who is not there, what cannot be told from it."""
        role = self._gateway.registry.roles.get(user)
        if role is None or role.verifier is None:
            return Verifier.mock(user, self._gateway.mock_secret)
        return Verifier.parse(role.verifier)

    def _final(self, message: frontend.SASLResponse) -> Replies:
        if self._scram is None or self._applicant is None:
            raise ProtocolViolation("expected the first SASL message")
        yield backend.AuthenticationSASLFinal(self._scram.final(message.data))
        yield from self._welcome(self._applicant)

    def _welcome(self, applicant: Applicant) -> Replies:
        """Authenticated: the session begins, or says why it cannot."""
        yield backend.AuthenticationOk()
        yield from self._begin(applicant)


def applicant(parameters: dict[str, str]) -> Applicant:
    """
    Read a StartupMessage's parameters (PostgreSQL 15, 55.7 "StartupMessage").

    Raises:
        InvalidAuthorizationSpecification: No user is named.
        FeatureNotSupported: A replication connection is asked for.
        SyntaxError: The options are none.

    """
    user = parameters.get("user", "")
    if not user:
        raise InvalidAuthorizationSpecification("no PostgreSQL user name specified in startup packet")
    if parameters.get("replication", "false").lower() not in ("false", "off", "no", "0"):
        raise FeatureNotSupported(
            "replication connections are not supported", hint="Read topics with ordinary queries."
        )
    settings = {
        name: value
        for name, value in parameters.items()
        if name not in _NOT_SETTINGS and not name.startswith("_pq_.")  # protocol options, not settings
    }
    return Applicant(
        user, parameters.get("database") or user, {**options(parameters.get("options", "")), **settings}
    )


def options(text: str) -> dict[str, str]:
    r"""
    Settings in the `options` parameter: `-c name=value` and `--name=value`, blanks escaped as `\ `.

    Raises:
        SyntaxError: Another switch, or one without a value.

    """
    words = iter([re.sub(r"\\(.)", r"\1", word, flags=re.DOTALL) for word in _WORD.findall(text)])
    settings = {}
    for word in words:
        if word.startswith("--"):
            assignment = word.removeprefix("--")
        elif word.startswith("-c"):
            assignment = word.removeprefix("-c") or next(words, "")
        else:
            raise SyntaxError(f"invalid command-line argument for server process: {word}")
        name, is_assigned, value = assignment.partition("=")
        if not is_assigned:
            raise SyntaxError(f"{word[:2]}{assignment} requires a value")
        settings[name.replace("-", "_")] = value
    return settings
