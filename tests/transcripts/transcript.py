"""
A transcript: a file in the pgtest format of CockroachDB and Materialize, as far as it is needed here.

    # A comment.
    send                                     messages to send, a line each
    Query {"query": "select 1"}
    ----

    until                                    read up to the last of these, in this order
    ReadyForQuery                            (`ReadyForQuery * 3`: the third of them)
    ----
    RowDescription {"fields": ["?column? int4"]}
    DataRow {"values": ["1"]}                what PostgreSQL 15 answers, down to an empty line;
    CommandComplete {"tag": "SELECT 1"}      a field that is not written is not compared
    ReadyForQuery {"status": "I"}
    # differs: why pggate's answer is another one, which follows

`until ignore=DataRow,Authentication` leaves out the messages whose types begin so.  All commands take the name of a connection; without one it
is the one that every transcript begins with.  More of them:

    connect NAME {"user": "…", …}            StartupMessage with these parameters, on top of user and database;
                                             "protocol" and "password" are taken for what they are
    open NAME                                a socket, and nothing said on it
    cancel NAME                              a CancelRequest for what that connection runs

`%user%` and `%database%` are those of the server that is asked.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.transcripts.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HEAD = re.compile(
    r"(?P<verb>send|until|connect|open|cancel)\b(?: (?P<name>\w+)\b(?!=))?(?: ignore=(?P<ignored>\S+))?(?: (?P<options>\{.*\}))?"
)
END = "----"
DIFFERS = "# differs: "


@dataclass(slots=True)
class Command:
    """
    One command of a transcript.

    Args:
        verb: send, until, connect, open or cancel.
        line: Its line's number in the file, from 1.
        connection: The name of the connection.
        options: Of connect.
        messages: To send.
        awaited: Types of messages to wait for.
        ignored: What the types of messages begin with that are not looked at.
        expected: PostgreSQL's answer.
        reason: Why pggate's answer is another one, if it is.
        different: That other answer.

    """

    verb: str
    line: int
    connection: str = ""
    options: dict[str, Any] = field(default_factory=dict)
    messages: list[Message] = field(default_factory=list)
    awaited: list[str] = field(default_factory=list)
    ignored: tuple[str, ...] = ()
    expected: list[Message] = field(default_factory=list)
    reason: str | None = None
    different: list[Message] = field(default_factory=list)


def read(file: Path, values: dict[str, str]) -> list[Command]:
    """The commands of a file, with `%name%` replaced by its value."""
    text = file.read_text()
    for name, value in values.items():
        text = text.replace(f"%{name}%", value)
    lines = enumerate(text.splitlines(), start=1)
    return [_command(line, number, lines) for number, line in lines if line and not line.startswith("#")]


def _command(head: str, number: int, lines: Iterator[tuple[int, str]]) -> Command:
    found = HEAD.fullmatch(head)
    assert found, f"line {number}: not a command: {head!r}"
    command = Command(found["verb"], number, found["name"] or "", json.loads(found["options"] or "{}"))
    command.ignored = tuple(found["ignored"].split(",")) if found["ignored"] else ()
    if command.verb == "send":
        command.messages = [Message.parse(line) for line in _up_to(END, lines)]
    if command.verb == "until":
        command.awaited = [kind for line in _up_to(END, lines) for kind in _repeated(line)]
        answer = command.expected
        for line in _up_to("", lines):
            if line.startswith(DIFFERS):
                command.reason, answer = line.removeprefix(DIFFERS), command.different
            elif not line.startswith("#"):
                answer.append(Message.parse(line))
    return command


def _up_to(end: str, lines: Iterator[tuple[int, str]]) -> Iterator[str]:
    for _, line in lines:
        if line == end:
            return
        yield line


def _repeated(line: str) -> list[str]:
    kind, _, count = line.partition(" * ")
    return [kind] * int(count or 1)
