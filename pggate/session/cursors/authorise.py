"""
May this role run this statement?  Decided on what the binder found, never on the text.

Two kinds of role: a superuser may everything; another role may compute, read the catalog, and have temporary
tables.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from pggate.catalog.emulation import DATABASE
from pggate.engine.names import qualified
from pggate.errors import InsufficientPrivilege, PgError
from pggate.session.cursors.places import TEMPORARY
from pggate.translate.syntax import lexer
from pggate.translate.trees.unread import tables_in_with

if TYPE_CHECKING:
    from pggate.engine.binding import BinderCursor
    from pggate.engine.bound import Bound
    from pggate.session.statement.identity import Identity


OWN: Final = "~"
"""What the names of the gateway's own functions, schemas and relations begin with."""


def authorise_names(identity: Identity, query: str) -> None:
    """
    The gateway's own functions are told by the macros that call them who asks; nobody else is to tell them.

    Args:
        query: As the client has sent it.

    Raises:
        InsufficientPrivilege: The role is no superuser, and calls one or names what is beside it.

    """
    if identity.superuser or f'"{OWN}' not in query:
        return
    for token, following in pairwise(lexer.tokens(query)):
        if token.is_name and token.name.startswith(OWN) and following.text in ("(", "."):
            what = "function" if following.text == "(" else "schema"
            raise InsufficientPrivilege(f"permission denied for {what} {token.name}")


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
    open_to_all = (DATABASE, TEMPORARY)
    denied = sorted(relation for relation in bound.relations if relation.catalog not in open_to_all)
    if bound.created is None or not bound.created.temporary:
        changed = (target.relation for target in bound.targets)
        denied += sorted(relation for relation in changed if relation.catalog != TEMPORARY)
    if denied:
        raise InsufficientPrivilege(f"permission denied for relation {denied[0].name or denied[0].schema}")


def authorise_unread(identity: Identity, binder: BinderCursor, query: str) -> None:
    """
    The same for the tables of WITH clauses, which the binder leaves out where nothing reads them.

    Raises:
        InsufficientPrivilege: The role may not.

    """
    if identity.superuser or not any(token.word == "with" for token in lexer.tokens(query)):
        return
    for parts in sorted(tables_in_with(binder.tree(query))):
        try:
            bound = binder.bind(f"SELECT * FROM {qualified(*parts)}")
        except PgError:
            continue  # there is no such thing
        authorise(identity, bound)


def _refuse_catalog_changes(bound: Bound) -> None:
    for target in bound.targets:
        if target.relation.catalog == DATABASE:
            raise InsufficientPrivilege(
                f'permission denied: "{target.relation.name}" is a system catalog',
                hint="Tables are created in a schema of the database.",
            )
