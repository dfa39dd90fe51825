"""
One client of the PostgreSQL listener: first its login answers, then its session.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.errors import PgError
from pggate.server.logins import Account, Login
from pggate.session.session import Session
from pggate.session.settings.settings import Settings
from pggate.session.statement.identity import Identity
from pggate.wire import frontend

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

    from pggate.server.logins import Applicant, Entrance
    from pggate.server.sessions import Sessions
    from pggate.session.live.gateway import Gateway
    from pggate.wire.connection import Connection, Replies


class Client:
    """
    The conversation that a driver drives.

    Args:
        gateway: What all sessions share.
        sessions: Where the session is entered once it begins.
        entrance: How clients may come in.
        connection: Of this client; the session looks ahead in it.
        loop: Where statement_timeout is timed.
        wake: Has a reply that waits for the client look at whether it has been interrupted; on the loop.
        address: The client's host and port.

    """

    def __init__(
        self,
        gateway: Gateway,
        sessions: Sessions,
        entrance: Entrance,
        connection: Connection,
        loop: asyncio.AbstractEventLoop,
        wake: Callable[[], None] = lambda: None,
        address: tuple[str, int] | None = None,
    ) -> None:
        self._gateway = gateway
        self._sessions = sessions
        self._connection = connection
        self._loop = loop
        self._wake = wake
        self._address = address
        self.end: Callable[[PgError], None] = self.interrupt
        """Ends the connection, wherever it is; on the loop."""
        self._login = Login(gateway, sessions, entrance, self._begin)
        self._session: Session | None = None

    def account(self) -> Account:
        """Who it is; of a client that was not let in, whom it wanted to be, and why it is not."""
        if self._session is None:
            return self._login.account()
        who = self._session.identity
        return Account(who.pid, who.user, who.database)

    def handle(self, message: frontend.Frontend) -> Replies:
        """Answer one message."""
        return (self._session or self._login).handle(message)

    def malformed(self, error: PgError, *, ready: bool) -> Replies:
        """Answer a message that could not be read; only a session's can be survived."""
        if self._session is None:
            raise error
        return self._session.malformed(error, ready=ready)

    @property
    def is_let_in(self) -> bool:
        """Has it logged in?"""
        return self._session is not None

    def lose(self, error: PgError) -> None:
        """The connection ends for this."""
        if self._session is None:
            self._login.refuse(error)

    def interrupt(self, reason: PgError) -> None:
        """Stop what runs now."""
        if self._session is not None:
            self._session.interrupt(reason)
            self._loop.call_soon_threadsafe(self._wake)

    def deadline(self) -> float | None:
        """When patience with the idle client ends."""
        return self._session.deadline() if self._session else None

    def expire(self) -> None:
        """The deadline has passed."""
        if self._session is not None:
            self._session.expire()

    def close(self) -> None:
        """The connection is gone."""
        if self._session is not None:
            self._sessions.remove(self._session.identity.pid)
            try:
                self._session.close()
            finally:
                self._gateway.presence.leave(self._session.identity.database)

    def _begin(self, applicant: Applicant) -> Replies:
        """
        The applicant is who it says: make its session, and greet.

        Raises:
            InvalidCatalogName: There is no such database.
            TooManyConnections: The limit is reached.
            PgError: A start-up parameter is refused.

        """
        self._gateway.mirror.catalog.database(applicant.database)
        role = self._gateway.registry.role(applicant.user)
        settings = Settings(
            {
                **self._gateway.fixed_settings,
                "is_superuser": "on" if role.superuser else "off",
                "session_authorization": role.name,
            }
        )
        settings.start(applicant.settings)
        pid, secret = self._sessions.add(self)
        self._enter(applicant.database, pid)
        identity = Identity(role.name, applicant.database, pid, role.superuser, self._address)
        self._session = Session(
            self._gateway,
            identity,
            settings,
            self._alarm,
            lambda: self._connection.peek() is frontend.Sync,
            self._end,
        )
        self._gateway.metrics.connections.let_in()
        return self._session.greeting(secret)

    def _enter(self, database: str, pid: int) -> None:
        try:
            self._gateway.presence.enter(database)
        except PgError:
            self._sessions.remove(pid)
            raise

    def _end(self, reason: PgError) -> None:
        """From any thread; what it runs is interrupted at once: it may be the session that asks."""
        self.interrupt(reason)
        self._loop.call_soon_threadsafe(self.end, reason)

    def _alarm(self, seconds: float, ring: Callable[[], None]) -> Callable[[], None]:
        timers: list[asyncio.TimerHandle] = []

        def ring_out() -> None:
            ring()
            self._wake()

        self._loop.call_soon_threadsafe(lambda: timers.append(self._loop.call_later(seconds, ring_out)))

        def stop_timers() -> None:
            for timer in timers:
                timer.cancel()

        def call_off() -> None:
            self._loop.call_soon_threadsafe(stop_timers)

        return call_off
