"""
What a transaction is like (isolation level, read only, deferrable), as the settings transaction_….
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.session.settings.gucs import ISOLATION_LEVELS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pggate.translate.commands.transactions import Modes

_TOO_LATE: Final = "SET TRANSACTION ISOLATION LEVEL must be called before any query"

LATE: Final[Mapping[tuple[str, str], str]] = {
    ("transaction_read_only", "off"): "transaction read-write mode must be set before any query",
    **{("transaction_isolation", level): _TOO_LATE for level in ISOLATION_LEVELS},
}
"""What cannot be asked for any more once a query has run, and how that is said."""


def characteristics_of(modes: Modes) -> dict[str, str]:
    """
    As settings.  At every isolation level a transaction reads one snapshot of each lake; only what becomes of
    one that is too old for a change is another matter (work.py).
    """
    wanted = {
        "transaction_isolation": modes.isolation,
        "transaction_read_only": _switch(modes.read_only),
        "transaction_deferrable": _switch(modes.deferrable),
    }
    return {name: value for name, value in wanted.items() if value is not None}


def _switch(value: bool | None) -> str | None:
    return None if value is None else "on" if value else "off"
