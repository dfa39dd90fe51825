"""
ALTER ... RENAME: what is called so from here on, when it cannot be, and the views that read it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pggate.errors import DuplicateTable, FeatureNotSupported
from pggate.session.columns.column_notes import place
from pggate.session.definitions.view_changes import with_column_renamed, with_relation_renamed
from pggate.session.queries.declared_objects import table_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from pggate.engine.definitions import Altered, Relation
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.definitions.dependents import View

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
        DuplicateTable: It is called so already.

    """
    if altered.action in RENAMES and new_name(altered) == altered.relation:
        raise DuplicateTable(f'relation "{altered.relation.name}" already exists')
    if altered.action in RENAMES and altered.relation in before:
        raise FeatureNotSupported(
            f'"{altered.relation.name}" was altered in this transaction, and cannot be renamed in it',
            hint="Commit first, or rename it before anything else is altered.",
        )


def read_otherwise(cursors: Cursors, views: Iterable[View], altered: Altered) -> None:
    """
    Views go on reading what was renamed, and what they show is called as it was.

    Args:
        views: Those that read it themselves.

    """
    for view in views:
        query = _query(cursors, view, altered)
        cursors.lake.run(f"CREATE OR REPLACE VIEW {table_of(view.relation)} AS {query}")
        cursors.declaring.views[place(view.relation)] = query


def _query(cursors: Cursors, view: View, altered: Altered) -> str:
    binder, details = cursors.binder, altered.details
    if altered.action != "rename_column":
        return with_relation_renamed(binder, view.query, altered.relation, new_name(altered).name)
    old, new = str(details["old_name"]), str(details["new_name"])
    return with_column_renamed(binder, view.query, altered.relation, old, new)


def note_renamed_view(cursors: Cursors, altered: Altered, view: View | None) -> None:
    """A view itself has another name."""
    if view is not None:
        old, new = place(altered.relation), place(new_name(altered))
        cursors.declaring.views |= {old: None, new: view.query}
        cursors.declaring.rename_view(old, new)
