"""
Who calls: a token, which may append to its topic, or a role with its password.

Both are told by the header `authorization`: Bearer TOKEN, or Basic NAME:PASSWORD.  A role that has shown its
password is given a Bearer for its further calls, since to check a password takes milliseconds on purpose.
"""

from __future__ import annotations

import base64
import binascii
import secrets
import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from pyarrow import flight

from pggate.errors import InvalidAuthorizationSpecification, InvalidPassword
from pggate.flight.status import told
from pggate.wire.scram_verifier import Verifier

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pggate.lake.entries import Role, Token
    from pggate.session.live.gateway import Gateway

    Headers: TypeAlias = Mapping[str, Sequence[str]]

BEARERS: Final = 10_000
"""That are remembered: the one that was not used for the longest time has to show its password again."""
MIDDLEWARE: Final = "caller"


@dataclass(frozen=True, slots=True)
class Caller:
    """
    Args:
        token: What it appends by; None of a role.
        role: Whose password it has; None of a token.
        database: The one that it named, if it did.
        key: An idempotency key.

    """

    token: Token | None = None
    role: Role | None = None
    database: str | None = None
    key: str | None = None

    @property
    def token_id(self) -> int | None:
        """The token's id."""
        return None if self.token is None else self.token.id


class Called(flight.ServerMiddleware):
    """
    One call: who calls, and the Bearer that a role is told.
    """

    def __init__(self, caller: Caller, bearer: str | None) -> None:
        self.caller = caller
        self._bearer = bearer

    def sending_headers(self) -> dict[str, str]:
        """Beside the answer."""
        return {} if self._bearer is None else {"authorization": f"Bearer {self._bearer}"}


class Credentials(flight.ServerMiddlewareFactory):
    """
    Looks at every call before it begins.  From gRPC's threads.
    """

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway
        self._lock = threading.Lock()
        self._bearers: OrderedDict[str, Role] = OrderedDict()

    def start_call(self, info: Any, headers: Headers) -> Called:  # noqa: ARG002  pyarrow's signature
        """
        Raises:
            FlightUnauthenticatedError: Nobody, or somebody else than is said.

        """
        with told():
            scheme, _, said = _header(headers, "authorization").partition(" ")
            database = _header(headers, "database") or None
            key = _header(headers, "idempotency-key") or None
            if scheme.lower() == "basic":
                role = self._role(said.strip())
                return Called(Caller(role=role, database=database, key=key), self._remember(role))
            if scheme.lower() == "bearer":
                return Called(self._bearer(said.strip(), database, key), None)
            raise InvalidAuthorizationSpecification(
                "no credentials", hint="Send a token as Bearer, or a role's name and password as Basic."
            )

    def _bearer(self, secret: str, database: str | None, key: str | None) -> Caller:
        with self._lock:
            role = self._bearers.get(secret)
            if role is not None:
                self._bearers.move_to_end(secret)
        if role is not None and self._gateway.registry.roles.get(role.name) == role:
            return Caller(role=role, database=database, key=key)
        token = self._gateway.registry.token(secret)
        if token is None:
            raise InvalidAuthorizationSpecification("unknown token")
        return Caller(token=token, database=database, key=key)

    def _remember(self, role: Role) -> str:
        bearer = secrets.token_hex(32)
        with self._lock:
            self._bearers[bearer] = role
            if len(self._bearers) > BEARERS:
                self._bearers.popitem(last=False)
        return bearer

    def _role(self, encoded: str) -> Role:
        """The role whose name and password these are (RFC 7617)."""
        try:
            padded = encoded + "=" * (-len(encoded) % 4)  # which some clients leave out
            name, _, password = base64.b64decode(padded, validate=True).decode().partition(":")
        except (binascii.Error, UnicodeDecodeError):
            raise InvalidAuthorizationSpecification("malformed credentials") from None
        role = self._gateway.registry.roles.get(name)
        if self._gateway.config.auth == "trust" and role is not None:
            return role
        known = role.verifier if role is not None else None
        verifier = Verifier.mock(name, self._gateway.mock_secret) if known is None else Verifier.parse(known)
        if not verifier.is_of(password) or role is None:
            raise InvalidPassword(f'password authentication failed for user "{name}"')
        return role


def _header(headers: Headers, name: str) -> str:
    values = headers.get(name, ())
    return values[0] if values else ""
