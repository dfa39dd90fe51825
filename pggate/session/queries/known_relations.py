"""
What is known of relations by the names that a text has for them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pggate.errors import PgError
from pggate.session.columns.column_notes import place
from pggate.session.cursors.places import find
from pggate.translate.syntax.quoting import quote

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pggate.catalog.model import Key
    from pggate.engine.binding import BinderCursor
    from pggate.engine.definitions import Relation
    from pggate.lake.declared import NamedKey
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway

_PRIMARY: Final = "p"


def columns(binder: BinderCursor, names: tuple[str, ...]) -> tuple[str, ...] | None:
    """
    The names of a relation's columns; None where there is none of that name.

    Args:
        names: Of the relation, outermost part first.

    """
    try:
        found = binder.columns(_read(names))
    except PgError:
        return None
    return tuple(one.name for one in found)


def primary_key(gateway: Gateway, cursors: Cursors, names: tuple[str, ...]) -> tuple[str, ...]:
    """
    The columns of a topic's primary key, as the open transaction has it; () without one, and where rows may
    break it until COMMIT.
    """
    try:
        relations = cursors.binder.bind(_read(names)).relations
    except PgError:
        return ()
    keys = [key for relation in relations for key in _keys(gateway, cursors, relation).values()]
    found = next((key for key in keys if key is not None and key.kind == _PRIMARY), None)
    return () if found is None or found.terms.deferrable else found.columns


def _keys(gateway: Gateway, cursors: Cursors, relation: Relation) -> Mapping[str, Key | NamedKey | None]:
    """By name; None is one that is dropped."""
    is_committed = place(relation) not in cursors.declaring.replaced
    found = find(gateway, relation) if is_committed else None
    now = cursors.declaring.columns_now
    known = {
        key.name: replace(key, columns=now(place(relation), key.columns))
        for key in (found.keys if found is not None else ())
    }
    return {**known, **cursors.declaring.keys.get(place(relation), {})}


def _read(names: tuple[str, ...]) -> str:
    return f"SELECT * FROM {'.'.join(map(quote, names))}"
