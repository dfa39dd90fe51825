"""
What a connection needs of whoever answers it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pggate.errors import PgError
    from pggate.wire.connection import Replies
    from pggate.wire.frontend import Frontend


class Conversation(Protocol):
    """
    Whoever answers the messages of one connection.
    """

    def handle(self, message: Frontend) -> Replies:
        """Answer one message; runs in a worker thread."""

    def malformed(self, error: PgError, *, ready: bool) -> Replies:
        """
        Answer a message that could not be read, `ready`: with ReadyForQuery in the end; in a worker thread.
        """

    @property
    def is_let_in(self) -> bool:
        """Has the client logged in?  From any thread."""

    def lose(self, error: PgError) -> None:
        """
        The connection ends for this: what the client says cannot be followed any more, or it says nothing.
        From any thread.
        """

    def interrupt(self, reason: PgError) -> None:
        """Stop what runs now; from any thread, at any time."""

    def deadline(self) -> float | None:
        """When (the loop's clock, time.monotonic) patience with the idle client ends, if it does."""

    def expire(self) -> None:
        """
        The deadline has passed; what is left of a reply is short from here on.  Runs in a worker thread.
        """

    def close(self) -> None:
        """The connection is gone; runs in a worker thread."""
