"""
SQL over Flight: each query in a session of its own, which ends with its rows.
"""

from __future__ import annotations

import threading
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Final

import pyarrow as pa

from pggate.errors import AdminShutdown, FeatureNotSupported, InsufficientPrivilege
from pggate.flight import parameters
from pggate.flight.departures import Departures
from pggate.flight.topics import FIRST
from pggate.session.session import Session
from pggate.session.settings.settings import Settings
from pggate.session.statement.identity import Identity
from pggate.session.transactions.statement_keys import SETTING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pggate.errors import PgError
    from pggate.flight.credentials import Caller
    from pggate.server.sessions import Sessions
    from pggate.session.arrow_query import Answer
    from pggate.session.live.gateway import Gateway


EMPTY: Final = pa.schema([])


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
        self,
        caller: Caller,
        sql: str,
        is_gone: Callable[[], bool],
        bound: pa.RecordBatch | None = None,
    ) -> tuple[pa.Schema, Iterator[pa.RecordBatch]]:
        """
        What a statement returns; its session ends with the last row, or when nobody wants more.

        Args:
            is_gone: Is the client?  From any thread, while the rows are not at their end.
            bound: Rows of its parameters: what it returns for each, one after the other.

        Raises:
            InsufficientPrivilege: A token reads nothing.
            PgError: It fails.

        """
        answer = self._answer(caller, sql, is_gone, bound)
        first = next(answer, None)
        if first is None:
            return EMPTY, iter(())
        schema: pa.Schema = first
        return schema, answer

    def run_all(self, caller: Caller, statements: Iterable[str]) -> list[str]:
        """
        Run statements in one session; their tags.

        Raises:
            FeatureNotSupported: They begin a transaction and do not end it.
            PgError: One fails.

        """
        with self._session(caller) as session:
            tags = [_tag(session.run_arrow(sql)) for sql in statements]
            _refuse_open(session)
            return tags

    def run_each(self, caller: Caller, sql: str, bound: pa.RecordBatch) -> list[str]:
        """
        Run a statement once for each row of its parameters, in one transaction; the tags.

        Raises:
            FeatureNotSupported: Several rows have one idempotency key.
            PgError: It fails.

        """
        if caller.key is not None and bound.num_rows > 1:
            raise FeatureNotSupported(
                "an idempotency key is for one statement, and these are several",
                hint="Send the rows by DoPut, or as bulk ingest.",
            )
        with self._session(caller) as session:
            oids = parameters.oids(bound.schema)
            _tag(session.run_arrow("BEGIN"))
            tags = [_tag(session.run_arrow_with(sql, oids, values)) for values in parameters.rows(bound)]
            _tag(session.run_arrow("COMMIT"))
            return tags

    def prepared(
        self, caller: Caller, sql: str, bound: pa.RecordBatch | None = None
    ) -> tuple[pa.Schema | None, tuple[int, ...]]:
        """
        The schema of what a statement would return, None of one that returns no rows, and the OIDs of its
        parameters; it does not run.

        Args:
            bound: Rows of its parameters, whose types count.

        """
        with self._session(caller) as session:
            return session.prepare_arrow(sql, () if bound is None else parameters.oids(bound.schema))

    def schema(self, caller: Caller, sql: str) -> pa.Schema:
        """
        The schema of what it would return; it does not run.  Raises as `rows`.
        """
        return self.prepared(caller, sql)[0] or EMPTY

    def interrupt_all(self) -> None:
        """
        The server stops.
        """
        self._departures.interrupt_all(AdminShutdown("terminating connection due to administrator command"))

    def _answer(
        self, caller: Caller, sql: str, is_gone: Callable[[], bool], bound: pa.RecordBatch | None
    ) -> Iterator[pa.Schema | pa.RecordBatch]:
        session = self._begin(caller)
        self._departures.enter(session, is_gone)
        try:
            yield from session.run_arrow(sql) if bound is None else _with(session, sql, bound)
            _refuse_open(session)
        finally:
            self._departures.leave(session)
            self._end(session)

    @contextmanager
    def _session(self, caller: Caller) -> Iterator[Session]:
        session = self._begin(caller)
        try:
            yield session
        finally:
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
        settings.start({"application_name": "flight", SETTING: caller.key or ""})
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


def _with(session: Session, sql: str, bound: pa.RecordBatch) -> Iterator[pa.Schema | pa.RecordBatch]:
    """What a statement returns for each row of its parameters, in one transaction, behind one schema."""
    if bound.num_rows < 2:
        yield from _with_one(session, sql, bound)
        return
    _tag(session.run_arrow("BEGIN"))
    for place in range(bound.num_rows):
        answer = _with_one(session, sql, bound.slice(place, 1))
        schema = next(answer, None)
        if schema is not None and not place:
            yield schema
        yield from answer
    _tag(session.run_arrow("COMMIT"))


def _with_one(session: Session, sql: str, bound: pa.RecordBatch) -> Answer:
    values = next(parameters.rows(bound), None)
    if values is None:
        return session.run_arrow(sql)
    return session.run_arrow_with(sql, parameters.oids(bound.schema), values)


def _refuse_open(session: Session) -> None:
    """
    Raises:
        FeatureNotSupported: A transaction was begun, and would end with the session: by ROLLBACK.

    """
    if session.in_transaction:
        raise FeatureNotSupported(
            "a transaction of several statements is a matter of PostgreSQL's protocol",
            hint="Each statement of Flight's is a transaction of its own.",
        )


def _tag(answer: Answer) -> str:
    """Take what a statement answers, and drop its rows."""
    while True:
        try:
            next(answer)
        except StopIteration as ended:
            return str(ended.value)


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
