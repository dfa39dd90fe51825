"""
Blocks of statements, and how ReadyForQuery reports them.

    I --begin--> T --error--> E --rollback--> I        T --commit--> I
"""

from __future__ import annotations

import enum
from typing import Final, Literal

from pggate.errors import InFailedSqlTransaction
from pggate.translate.texts.kinds import Kind

Status = Literal["I", "T", "E"]


class Block(enum.Enum):
    """
    What holds statements together: nothing, the messages up to the next Sync, or the user's BEGIN.
    """

    NONE = enum.auto()
    IMPLICIT = enum.auto()
    EXPLICIT = enum.auto()

    def status(self, *, failed: bool) -> Status:
        """As ReadyForQuery reports it: of an implicit block nothing is seen."""
        if self is not Block.EXPLICIT:
            return "I"
        return "E" if failed else "T"


ENDING: Final = frozenset({Kind.COMMIT, Kind.ROLLBACK, Kind.ROLLBACK_TO, Kind.PREPARE_TRANSACTION})
"""What a block that has failed still takes."""

ABORTED: Final = InFailedSqlTransaction(
    "current transaction is aborted, commands ignored until end of transaction block", hint="Send ROLLBACK."
)
"""What it answers to everything else."""
