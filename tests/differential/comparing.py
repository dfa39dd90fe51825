"""
One statement to two servers, and what is not the same in their answers.

Each statement goes by the simple protocol, which answers in text, and by the extended one with every column in
binary.  Names of columns, the words of an error and command tags are not compared: transcripts do that.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pggate.types.oids import PG_TYPE
from pggate.wire import backend, frontend
from tests.transcripts.client import Client
from tests.transcripts.messages import Closed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tests.transcripts.player import Server

Row = tuple[bytes | None, ...]

NAMES: Final = {row.oid: row.typname for row in PG_TYPE}
GONE: Final = "gone"
"""In place of an SQLSTATE: the server has hung up."""


@dataclass(frozen=True, slots=True)
class Answer:
    """
    What a server said: an SQLSTATE, or columns as (type OID, typmod) and rows.
    """

    error: str | None = None
    message: str = ""
    columns: tuple[tuple[int, int], ...] = ()
    rows: tuple[Row, ...] = ()

    @property
    def types(self) -> tuple[str, ...]:
        return tuple(NAMES.get(oid, str(oid)) for oid, _ in self.columns)

    @property
    def typmods(self) -> tuple[int, ...]:
        return tuple(typmod for _, typmod in self.columns)


@dataclass(frozen=True, slots=True)
class Both:
    """
    A statement's answers in text, by the simple protocol, and in binary, by the extended one.
    """

    text: Answer
    binary: Answer

    def __str__(self) -> str:
        if self.text.error:
            return f"{self.text.error} {self.text.message}"
        typed = (
            name if typmod == -1 else f"{name}:{typmod}" for name, (_, typmod) in _named(self.text.columns)
        )
        shown = f"({', '.join(typed)}) {_shown(self.text.rows)}"
        if self.binary.error:
            return f"{shown} · binary: {self.binary.error} {self.binary.message}"
        return shown


class Side:
    """
    A session on one of the servers.
    """

    def __init__(self, server: Server, setup: Iterable[str] = ()) -> None:
        self._server = server
        self._setup = tuple(setup)
        self._client = self._connected()

    def close(self) -> None:
        self._client.close()

    def send(self, sql: str) -> None:
        """Ask; the server answers while somebody else is asked."""
        self._client.send(pipeline(sql))

    def receive(self) -> Both:
        """The answers to what was sent; after a lost connection the next one is asked on a new one."""
        both = Both(*(answer(list(self._messages())) for _ in range(2)))
        if GONE in (both.text.error, both.binary.error):
            self._client.close()
            self._client = self._connected()
        return both

    def _connected(self) -> Client:
        client = self._client = Client(self._server.host, self._server.port)
        names = {"user": self._server.user, "database": self._server.database}
        client.start(names, (3, 0), self._server.password)
        list(self._messages())
        for sql in self._setup:
            client.send(frontend.encode(frontend.Query(sql)))
            list(self._messages())  # where it has failed, what follows will tell
        return client

    def _messages(self) -> Iterator[backend.Backend | Closed]:
        while True:
            message = self._client.receive()
            yield message
            if isinstance(message, Closed | backend.ReadyForQuery):
                return


def pipeline(sql: str) -> bytes:
    """The statement in both protocols, sent at once."""
    extended: Sequence[frontend.Frontend] = (
        frontend.Parse("", sql, ()),
        frontend.Bind("", "", (), (), (1,)),
        frontend.Describe("P", ""),
        frontend.Execute("", 0),
        frontend.Sync(),
    )
    return b"".join(map(frontend.encode, (frontend.Query(sql), *extended)))


def answer(messages: Iterable[backend.Backend | Closed]) -> Answer:
    columns: tuple[tuple[int, int], ...] = ()
    rows: list[Row] = []
    for message in messages:
        match message:
            case backend.ErrorResponse(error):
                return Answer(error=error.code, message=error.message)
            case Closed():
                return Answer(error=GONE)
            case backend.RowDescription(fields):
                columns = tuple((field.type_oid, field.typmod) for field in fields)
            case backend.DataRows():
                rows.extend(message.cells())
    return Answer(columns=columns, rows=tuple(rows))


def differences(expected: Both, given: Both) -> tuple[str, ...]:
    """
    What is not the same, each in a word: error, types, typmods, text, binary error, binary.
    """
    if expected.text.error != given.text.error:
        return ("error",)
    text, binary = (expected.text, given.text), (expected.binary, given.binary)
    apart = {
        "types": text[0].types != text[1].types or binary[0].types != binary[1].types,
        "typmods": text[0].typmods != text[1].typmods or binary[0].typmods != binary[1].typmods,
        "text": text[0].rows != text[1].rows,
        "binary error": binary[0].error != binary[1].error,
        "binary": binary[0].rows != binary[1].rows,
    }
    return tuple(name for name, is_apart in apart.items() if is_apart)


def _named(columns: Iterable[tuple[int, int]]) -> Iterator[tuple[str, tuple[int, int]]]:
    return ((NAMES.get(column[0], str(column[0])), column) for column in columns)


def _shown(rows: Iterable[Row]) -> str:
    return " ".join(f"[{', '.join(map(_cell, row))}]" for row in rows)


def _cell(cell: bytes | None) -> str:
    return "null" if cell is None else repr(cell.decode(errors="backslashreplace"))
