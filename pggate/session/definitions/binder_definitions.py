"""
A definition as the binder takes it, where every relation is a table without rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.engine.names import qualified, quote_identifier
from pggate.translate.definitions.views import as_table
from pggate.translate.texts.kinds import Kind

if TYPE_CHECKING:
    from pggate.engine.bound import Bound
    from pggate.session.statement.analysed import Analysed


def on_the_binder(analysed: Analysed, bound: Bound) -> str:
    """
    The definition as the binder takes it: a view is an empty table there, and so is what CREATE TABLE AS
    makes, whose query would find nothing there to be computed from.
    """
    created = bound.created
    if created is None or not (created.kind == "view" or analysed.statement.kind is Kind.CREATE_TABLE_AS):
        return as_table(analysed.text, analysed.statement.kind)
    relation = created.relation
    name = qualified(relation.catalog, relation.schema, relation.name)
    columns = ", ".join(f"{quote_identifier(c.name)} {c.duckdb_type}" for c in created.columns)
    return f"CREATE OR REPLACE {'TEMP ' if created.temporary else ''}TABLE {name} ({columns})"
