"""
Which columns that a statement may name are of char(n) (translate/characters/trailing_spaces.py), where it has
no tree that tells what is compared with them (padded_values.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.session.columns.declared_columns import declared_types
from pggate.session.cursors.places import LAKE_PREFIX
from pggate.translate.characters.trailing_spaces import trimmed
from pggate.types.table import BPCHAR

if TYPE_CHECKING:
    from pggate.engine.bound import Bound
    from pggate.session.cursors.cursors import Cursors

MARK: Final = " '"
"""Without it no literal of a text ends with a space."""


def compared_as_declared(cursors: Cursors, text: str, bound: Bound | None) -> str:
    """
    The text whose literals beside columns of char(n) are without trailing spaces.
    """
    if bound is None or MARK not in text:
        return text
    columns: set[str] = set()
    others: set[str] = set()
    for relation in bound.relations:
        fixed = {name for name, (oid, _) in declared_types(cursors, relation).items() if oid == BPCHAR.oid}
        found = cursors.catalog.find(
            relation.catalog.removeprefix(LAKE_PREFIX), relation.schema, relation.name
        )
        columns |= fixed
        others |= {column.name for column in found.columns} - fixed if found is not None else set()
    return trimmed(text, columns - others).text if columns - others else text
