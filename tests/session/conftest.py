"""
What the session's tests stand on: a gateway in this process, and clients that speak to a session of it in
messages, without a socket between.
"""

from __future__ import annotations

import itertools
import struct
import threading
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from pggate import config
from pggate.composition import FIRST, open_gateway
from pggate.datadir import DataDirectory
from pggate.session.session import Session
from pggate.session.settings.settings import Settings
from pggate.session.statement.identity import Identity
from pggate.wire import backend, frontend
from pggate.wire.connection import NeedData

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pggate.catalog.model import Database
    from pggate.errors import Notice, PgError
    from pggate.session.live.gateway import Gateway
    from pggate.translate.texts.statements import Statement
    from pggate.wire.connection import Replies

    Row = tuple[str | None, ...]

NUMBERS = itertools.count(1)

COPIED = (frontend.CopyData, frontend.CopyDone, frontend.CopyFail)
"""Outside of a COPY they are read over."""


class Client:
    """
    A client of the gateway, who is logged in.

    Args:
        gateway: Which one.
        database: In which database.
        user: A role that exists.
        parameters: Settings of the StartupMessage.

    """

    def __init__(self, gateway: Gateway, database: str, user: str = FIRST, **parameters: str) -> None:
        self.gateway = gateway
        self.identity = Identity(user, database, next(NUMBERS), gateway.registry.role(user).superuser)
        settings = Settings(gateway.fixed_settings)
        settings.start(parameters)
        self.settings = settings
        self._pending: list[frontend.Frontend] = []
        self.waiting: Replies
        """The rest of a reply that waits for more rows."""
        gateway.presence.enter(database)
        self.session = Session(
            gateway,
            self.identity,
            settings,
            alarm,
            lambda: bool(self._pending) and isinstance(self._pending[0], frontend.Sync),
        )
        list(self.session.greeting(b"4444"))

    def send(self, *messages: frontend.Frontend) -> list[backend.Backend]:
        """The replies to messages that arrive together; after an error, up to Sync, they are discarded."""
        replies: list[backend.Backend] = []
        self._pending = list(messages)
        failed = False
        while self._pending:
            message = self._pending.pop(0)
            if isinstance(message, COPIED) or (failed and not isinstance(message, frontend.Sync)):
                continue
            answer = list(self._answer(message))
            failed = any(isinstance(m, backend.ErrorResponse) for m in answer) and not isinstance(
                message, frontend.Query
            )
            replies += answer
        return replies

    def _answer(self, message: frontend.Frontend) -> Iterator[backend.Backend]:
        """The replies to a message; one that waits for rows gets those that come next, or waits for ever."""
        replies = self.session.handle(message)
        reply = next(replies, None)
        while reply is not None:
            if isinstance(reply, NeedData):
                while self._pending and isinstance(self._pending[0], frontend.Sync | frontend.Flush):
                    self._pending.pop(0)  # "ignore Flush and Sync messages received during copy-in mode"
                more = self._pending and isinstance(self._pending[0], COPIED)
                try:
                    reply = replies.send(self._pending.pop(0) if more else None)
                except StopIteration:
                    return
                if isinstance(reply, NeedData) and not more:
                    self.waiting = replies
                    return
            else:
                yield reply
                reply = next(replies, None)

    def copy(self, sql: str, *data: bytes) -> list[backend.Backend]:
        """COPY FROM STDIN, and rows for it."""
        return self.send(frontend.Query(sql), *map(frontend.CopyData, data), frontend.CopyDone())

    def query(self, sql: str) -> list[backend.Backend]:
        return self.send(frontend.Query(sql))

    def run(self, *texts: str) -> None:
        """Texts that succeed."""
        for sql in texts:
            succeeded(self.query(sql))

    def rows(self, sql: str) -> list[Row]:
        return rows_of(succeeded(self.query(sql)))

    def value(self, sql: str) -> str | None:
        ((value,),) = self.rows(sql)
        return value

    def tag(self, sql: str) -> str:
        """The last command's tag."""
        return [m.tag for m in succeeded(self.query(sql)) if isinstance(m, backend.CommandComplete)][-1]

    def error(self, sql: str) -> PgError:
        return error_of(self.query(sql))

    def code(self, sql: str) -> str:
        """The error's SQLSTATE."""
        return self.error(sql).code

    def notices(self, sql: str) -> list[Notice]:
        return [m.notice for m in succeeded(self.query(sql)) if isinstance(m, backend.NoticeResponse)]

    def columns(self, sql: str) -> list[str]:
        """The names of a query's columns."""
        return [field.name for field in fields_of(succeeded(self.query(sql)))]

    def extended(
        self, sql: str, params: Sequence[str | None] = (), oids: Sequence[int] = ()
    ) -> list[backend.Backend]:
        """Parse, Bind, Describe, Execute, Sync, with everything as text."""
        values = tuple(None if value is None else value.encode() for value in params)
        return self.send(
            frontend.Parse("", sql, tuple(oids)),
            frontend.Bind("", "", (), values, ()),
            frontend.Describe("P", ""),
            frontend.Execute(""),
            frontend.Sync(),
        )

    def described(self, sql: str, oids: Sequence[int] = ()) -> tuple[tuple[int, ...], list[tuple[str, int]]]:
        """The OIDs of the parameters, and name and OID of each column; nothing is executed."""
        replies = succeeded(
            self.send(frontend.Parse("", sql, tuple(oids)), frontend.Describe("S", ""), frontend.Sync())
        )
        (parameters,) = [m.oids for m in replies if isinstance(m, backend.ParameterDescription)]
        return parameters, [(field.name, field.type_oid) for field in fields_of(replies)]

    @property
    def status(self) -> str:
        """I, T or E."""
        (ready,) = self.send(frontend.Sync())
        assert isinstance(ready, backend.ReadyForQuery)
        return ready.status

    def analyse(self, statement: Statement, declared: Sequence[int] = (), *, describe: bool = True) -> Any:
        """What the session's own analyst says of a statement."""
        return self.session._parts.analyst.analyse(statement, declared, describe=describe)

    @property
    def catalog(self) -> Database:
        """What everybody sees in the client's database."""
        return self.gateway.mirror.catalog.database(self.identity.database)

    def files(self) -> list[str]:
        """All segments that lie in the client's lake, whether a snapshot names them or not."""
        lake = self.gateway.databases.find(self.identity.database).lake
        return sorted(str(file) for file in Path(lake.storage.root).rglob("*.parquet"))

    def close(self) -> None:
        self.session.close()
        self.gateway.presence.leave(self.identity.database)


class Connect(Protocol):
    def __call__(self, database: str | None = None, user: str = FIRST, **parameters: str) -> Client: ...


def alarm(seconds: float, ring: Callable[[], None]) -> Callable[[], None]:
    timer = threading.Timer(seconds, ring)
    timer.start()
    return timer.cancel


def succeeded(replies: list[backend.Backend]) -> list[backend.Backend]:
    """The same; raises the error that is among them."""
    for message in replies:
        if isinstance(message, backend.ErrorResponse):
            raise message.error
    return replies


def error_of(replies: list[backend.Backend]) -> PgError:
    errors = [m.error for m in replies if isinstance(m, backend.ErrorResponse)]
    assert len(errors) == 1, replies
    return errors[0]


def fields_of(replies: list[backend.Backend]) -> tuple[backend.Field, ...]:
    return next((m.fields for m in replies if isinstance(m, backend.RowDescription)), ())


def rows_of(replies: list[backend.Backend]) -> list[Row]:
    """All rows, in text."""
    return [row for m in replies if isinstance(m, backend.DataRows) for row in cells(m)]


def copied(replies: list[backend.Backend]) -> bytes:
    """What a COPY TO STDOUT gave."""
    parts = []
    for message in replies:
        if isinstance(message, backend.CopyRows | backend.CopyData):
            data, at = bytes(backend.encode(message)), 0
            while at < len(data):
                (length,) = struct.unpack_from(">i", data, at + 1)
                parts.append(data[at + 5 : at + 1 + length])
                at += 1 + length
    return b"".join(parts)


def cells(block: backend.DataRows) -> Iterator[Row]:
    """The DataRow messages of a block (PostgreSQL 15, 55.7)."""
    data, at = bytes(block.block), 0
    while at < len(data):
        (count,) = struct.unpack_from(">H", data, at + 5)
        at += 7
        row: list[str | None] = []
        for _ in range(count):
            (length,) = struct.unpack_from(">i", data, at)
            at += 4
            row.append(None if length < 0 else bytes(data[at : at + length]).decode())
            at += max(length, 0)
        yield tuple(row)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gateway]:
    with ExitStack() as stack:
        path = tmp_path_factory.mktemp("gateway")
        directory = DataDirectory(path)
        stack.callback(directory.release)
        yield open_gateway(config.load(None, {}, {"data_dir": str(path), "auth": "trust"}), directory, stack)


@pytest.fixture
def database(opened: Gateway) -> str:
    """A database of the test's own."""
    name = f"db{next(NUMBERS)}"
    opened.databases.create(name)
    opened.mirror.refresh()
    return name


@pytest.fixture
def connect(opened: Gateway, database: str) -> Iterator[Connect]:
    """Makes more clients, of the test's database where no other is named."""
    with ExitStack() as stack:

        def another(database_name: str | None = None, user: str = FIRST, **parameters: str) -> Client:
            client = Client(opened, database_name or database, user, **parameters)
            stack.callback(client.close)
            return client

        yield another


@pytest.fixture
def session(connect: Connect) -> Client:
    """A client in a database of the test's own, which is empty."""
    return connect()


@pytest.fixture
def tables(session: Client) -> Client:
    """A client with a topic that has a key and a default, and one that has neither."""
    session.run(
        "create table t (id int primary key, n int default 7, s text)", "create table u (k int, s text)"
    )
    return session
