"""
The idempotency keys of a session's statements: the setting pggate.idempotency_key is the next append's alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.errors import FeatureNotSupported

if TYPE_CHECKING:
    from collections.abc import Collection

    from pggate.session.settings.settings import Settings

SETTING: Final = "pggate.idempotency_key"


class StatementKeys:
    """
    Of one session; `used` are those of its open transaction.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.used: set[str] = set()

    @property
    def next(self) -> str | None:
        """That of the statement that runs, until it is used."""
        return self._settings.show(SETTING) or None

    def use(self) -> None:
        """The statement's rows are appended, or were before."""
        if self.next is not None:
            self.used.add(self.next)
            self._settings.set(SETTING, "")

    def use_again(self, used: Collection[str]) -> None:
        """What a rollback has brought back would go to another statement's rows."""
        if self.next in used:
            self.use()

    def refuse(self) -> None:
        """
        Raises:
            FeatureNotSupported: There is one, and the statement does not append, or tells of its rows, which
                a repeat does not make.

        """
        if self.next is not None:
            raise FeatureNotSupported(
                "an idempotency key is for an INSERT that appends to a topic and returns nothing",
                hint="No ON CONFLICT, RETURNING or WITH, and no definitions before it in its transaction.",
            )
