"""
What DEFAULT stands for in an UPDATE or MERGE (translate/writing/default_values.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.session.columns.column_notes import numbered_by
from pggate.session.queries.own_relations import relation_now
from pggate.translate.texts.kinds import Kind
from pggate.translate.writing.default_values import with_defaults

if TYPE_CHECKING:
    from pggate.engine.bound import Bound
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway


def defaults_written(gateway: Gateway, cursors: Cursors, text: str, kind: Kind, bound: Bound | None) -> str:
    """
    The text with an expression in the place of each DEFAULT, and with the numbers that a MERGE inserts.
    """
    if bound is None or len(bound.targets) != 1 or kind not in (Kind.UPDATE, Kind.MERGE):
        return text
    (target,) = bound.targets
    numbered = numbered_by(gateway, cursors, target.relation)
    if not ("default" in text.lower() or (numbered and kind is Kind.MERGE)):
        return text
    found = relation_now(gateway, cursors, target.relation)
    if found is None or found.topic is None:
        return text
    columns = [column.name for column in found.topic.columns]
    expressions = {column.name: column.default for column in found.topic.columns} | numbered
    defaults = {
        column.name: f"CAST(({expressions[column.name]}) AS {column.duckdb_type})"
        for column in found.topic.columns
        if expressions[column.name] is not None
    }
    return with_defaults(
        text, kind, columns, defaults, {name: defaults[name] for name in numbered if name in defaults}
    ).text
