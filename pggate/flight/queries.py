"""
SQL over Flight: each query in a session of its own, which ends with its rows.
"""

from __future__ import annotations

import threading
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pyarrow as pa

from pggate.errors import AdminShutdown, InsufficientPrivilege
from pggate.flight.departures import Departures
from pggate.flight.topics import FIRST
from pggate.session.session import Session
from pggate.session.settings.settings import Settings
from pggate.session.statement.identity import Identity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pggate.errors import PgError
    from pggate.flight.credentials import Caller
    from pggate.server.sessions import Sessions
    from pggate.session.live.gateway import Gateway


class Queries:
    """
    Args:
        sessions: Those of all listeners: they count towards one limit.

    """

    def __init__(self, gateway: Gateway, sessions: Sessions) -> None:
        self._gateway = gateway
        self._sessions = sessions
        self._departures = Departures()

    def rows(
        self, caller: Caller, sql: str, is_gone: Callable[[], bool]
    ) -> tuple[pa.Schema, Iterator[pa.RecordBatch]]:
        """
        What a statement returns; its session ends with the last row, or when nobody wants more.

        Args:
            is_gone: Is the client?  From any thread, while the rows are not at their end.

        Raises:
            InsufficientPrivilege: A token reads nothing.
            PgError: It fails.

        """
        answer = self._answer(caller, sql, is_gone)
        first = next(answer, None)
        if first is None:
            return pa.schema([]), iter(())
        schema: pa.Schema = first
        return schema, answer

    def schema(self, caller: Caller, sql: str) -> pa.Schema:
        """
        The schema of what it would return; it does not run.  Raises as `rows`.
        """
        session = self._begin(caller)
        try:
            return session.describe_arrow(sql)
        finally:
            self._end(session)

    def interrupt_all(self) -> None:
        """
        The server stops.
        """
        self._departures.interrupt_all(AdminShutdown("terminating connection due to administrator command"))

    def _answer(
        self, caller: Caller, sql: str, is_gone: Callable[[], bool]
    ) -> Iterator[pa.Schema | pa.RecordBatch]:
        session = self._begin(caller)
        self._departures.enter(session, is_gone)
        try:
            yield from session.run_arrow(sql)
        finally:
            self._departures.leave(session)
            self._end(session)

    def _begin(self, caller: Caller) -> Session:
        if caller.role is None:
            raise InsufficientPrivilege(
                "a token appends and reads nothing", hint="Call with a role's name and password."
            )
        gateway, role, database = self._gateway, caller.role, caller.database or FIRST
        gateway.mirror.catalog.database(database)
        settings = Settings(
            {
                **gateway.fixed_settings,
                "is_superuser": "on" if role.superuser else "off",
                "session_authorization": role.name,
            }
        )
        settings.start({"application_name": "flight"})
        slot = Slot()
        with ExitStack() as failing:
            pid, _ = self._sessions.add(slot)
            failing.callback(self._sessions.remove, pid)
            gateway.presence.enter(database)
            failing.callback(gateway.presence.leave, database)
            identity = Identity(role.name, database, pid, role.superuser)
            slot.session = session = Session(
                gateway, identity, settings, alarm, lambda: False, slot.interrupt
            )
            failing.pop_all()
        return session

    def _end(self, session: Session) -> None:
        self._sessions.remove(session.identity.pid)
        try:
            session.close()
        finally:
            self._gateway.presence.leave(session.identity.database)


class Slot:
    """
    What a cancel request finds of a session.
    """

    def __init__(self) -> None:
        self.session: Session | None = None

    def interrupt(self, reason: PgError) -> None:
        """From any thread."""
        if self.session is not None:
            self.session.interrupt(reason)


def alarm(seconds: float, ring: Callable[[], None]) -> Callable[[], None]:
    """
    The clock of statement_timeout.
    """
    timer = threading.Timer(seconds, ring)
    timer.daemon = True
    timer.start()
    return timer.cancel
