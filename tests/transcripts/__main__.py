"""
Fills in what PostgreSQL 15 answers wherever a transcript has an `until` without an answer yet.

    python -m tests.transcripts tests/transcripts/NAME.pt …
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.transcripts.messages import Message
from tests.transcripts.player import play
from tests.transcripts.test_transcripts import fresh_database, login, postgresql
from tests.transcripts.transcript import END, read

if TYPE_CHECKING:
    from tests.transcripts.player import Server

QUIET = {"severity": "ERROR", "detail": None, "hint": None, "position": None, "context": None}
"""Fields that say nothing with these values; `detail` and `hint` are left to the author altogether."""


def fill(file: Path, server: Server) -> None:
    """Write the missing answers into the file."""
    text = file.read_text().splitlines()
    played = list(play(read(file, server.values), server))
    for command, answer in reversed(played):
        if not command.expected:
            end = text.index(END, command.line)
            text[end + 1 : end + 1] = [str(brief(message)) for message in answer]
    file.write_text("\n".join(text) + "\n")


def brief(message: Message) -> Message:
    """The message without what need not be written."""
    fields = {
        name: value
        for name, value in message.fields.items()
        if name not in ("detail", "hint") and (name not in QUIET or value != QUIET[name])
    }
    return Message(message.type, fields)


if __name__ == "__main__":
    with postgresql() as server:
        for name in sys.argv[1:]:
            with fresh_database(server.dsn()) as database:
                fill(Path(name), login(server, database))
