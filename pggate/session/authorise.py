"""
May this role run this statement?  Decided on what the binder found, never on the text.

Two kinds of role: a superuser may everything; another role may compute and read the catalog.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.catalog.emulation import DATABASE
from pggate.errors import InsufficientPrivilege

if TYPE_CHECKING:
    from pggate.engine.plan import Bound
    from pggate.session.cursors import Identity


def authorise(identity: Identity, bound: Bound | None) -> None:
    """
    Args:
        bound: None where the binder could not tell what the statement does.

    Raises:
        InsufficientPrivilege: The role may not.

    """
    if bound is not None:
        _refuse_catalog_changes(bound)
    if identity.superuser:
        return
    if bound is None or bound.unknown or bound.table_functions:
        raise InsufficientPrivilege(
            "permission denied for this statement",
            detail="What it does cannot be told before it runs.",
            hint="Only a superuser can run it.",
        )
    denied = sorted(relation for relation in bound.relations if relation.catalog != DATABASE)
    denied += sorted(target.relation for target in bound.targets)
    if denied:
        raise InsufficientPrivilege(f"permission denied for relation {denied[0].name or denied[0].schema}")


def _refuse_catalog_changes(bound: Bound) -> None:
    for target in bound.targets:
        if target.relation.catalog == DATABASE:
            raise InsufficientPrivilege(
                f'permission denied: "{target.relation.name}" is a system catalog',
                hint="Tables are created in a schema of the database.",
            )
