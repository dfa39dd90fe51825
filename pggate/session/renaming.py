"""
ALTER ... RENAME TO: what is called so from here on, and when it cannot be.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pggate.errors import FeatureNotSupported

if TYPE_CHECKING:
    from collections.abc import Collection

    from pggate.engine.definitions import Altered, Relation

RENAMES: Final = {"rename_table": "new_table_name", "rename_view": "new_view_name"}
"""DuckDB's names of such actions, and where each has the new name."""


def new_name(altered: Altered) -> Relation:
    """What is called so from here on; the same where nothing is renamed."""
    named = altered.details.get(RENAMES.get(altered.action, ""), altered.relation.name)
    return replace(altered.relation, name=str(named))


def refuse_late_rename(altered: Altered, before: Collection[Relation]) -> None:
    """
    ducklake 1.5.5: what was altered or commented on, and is then renamed in the same transaction, leaves a
    catalog that cannot be read any more, or loses the change.

    Args:
        before: What the transaction has altered.

    Raises:
        FeatureNotSupported: This would be such a case.

    """
    if altered.action in RENAMES and altered.relation in before:
        raise FeatureNotSupported(
            f'"{altered.relation.name}" was altered in this transaction, and cannot be renamed in it',
            hint="Commit first, or rename it before anything else is altered.",
        )
