"""
Plays a transcript against a server.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pggate.wire import frontend
from tests.transcripts.client import Client
from tests.transcripts.messages import Closed, Message, encoded, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.transcripts.transcript import Command


@dataclass(frozen=True, slots=True)
class Server:
    """
    Where to connect, and as whom.
    """

    host: str
    port: int
    user: str
    database: str
    password: str | None = None

    @property
    def values(self) -> dict[str, str]:
        """What a transcript calls %user% and %database%."""
        return {"user": self.user, "database": self.database}


def play(commands: Sequence[Command], server: Server) -> Iterator[tuple[Command, list[Message]]]:
    """Each `until` and what the server has answered."""
    with ExitStack() as stack:
        player = Player(server, stack)
        player.connect("", {})
        player.until("", ["ReadyForQuery"])
        for command in commands:
            match command.verb:
                case "open":
                    player.open(command.connection)
                case "connect":
                    player.connect(command.connection, command.options)
                case "cancel":
                    player.cancel(command.connection)
                case "send":
                    player.send(command.connection, command.messages)
                case "until":
                    yield command, player.until(command.connection, command.awaited, command.ignored)
        assert player.left_over() == [], "answers that no `until` has looked at"


class Player:
    """
    The client's side of a transcript.
    """

    def __init__(self, server: Server, stack: ExitStack) -> None:
        self._server = server
        self._stack = stack
        self._clients: dict[str, Client] = {}

    def open(self, name: str) -> Client:
        """A connection on which nothing has been said."""
        client = Client(self._server.host, self._server.port)
        self._stack.callback(client.close)
        self._clients[name] = client
        return client

    def connect(self, name: str, options: dict[str, str]) -> None:
        """A connection and its StartupMessage."""
        parameters = {"user": self._server.user, "database": self._server.database, **options}
        major, minor = parameters.pop("protocol", "3.0").split(".")
        password = parameters.pop("password", self._server.password)
        self.open(name).start(parameters, (int(major), int(minor)), password)

    def cancel(self, name: str) -> None:
        """Ask on another connection for what this one runs to be stopped; wait until it has been heard."""
        key = self._clients[name].key
        assert key is not None
        asking = self.open("cancel request")
        asking.send(frontend.encode(frontend.CancelRequest(key.pid, key.secret)))
        assert isinstance(asking.receive(), Closed)

    def send(self, name: str, messages: Sequence[Message]) -> None:
        """All of them at once, as in a pipeline."""
        self._clients[name].send(b"".join(map(encoded, messages)))

    def until(self, name: str, awaited: Sequence[str], ignored: tuple[str, ...] = ()) -> list[Message]:
        """What comes up to the last of the awaited messages, or the end of the connection."""
        client = self._clients[name]
        waiting = list(awaited)
        answer = []
        while waiting:
            message = shown(client.receive())
            if not message.type.startswith(ignored):
                answer.append(message)
            if message.type == waiting[0]:
                waiting.pop(0)
            elif message.type == "Closed":
                break
        return answer

    def left_over(self) -> list[Message]:
        """What the first connection has still to read."""
        self.send("", [Message("Close", {"portal": "the end"}), Message("Sync", {})])
        *before, _ = self.until("", ["CloseComplete"])
        return before


def lines(messages: Sequence[Message]) -> list[str]:
    """As they stand in the file."""
    return [str(message) for message in messages]


def told(answer: Sequence[Message], expected: Sequence[Message]) -> list[str]:
    """
    The lines of an answer, each with the fields that the expected line in its place has.
    """
    told = []
    for number, message in enumerate(answer):
        like = expected[number] if number < len(expected) else None
        names = like.fields if like is not None and like.type == message.type else message.fields
        told.append(str(Message(message.type, {name: message.fields.get(name) for name in names})))
    return told
