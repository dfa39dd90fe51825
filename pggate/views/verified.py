"""
A live view's query, compiled and held against what the binder makes of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.engine.names import qualified, quote_identifier
from pggate.views.compiled import SEQ
from pggate.views.compiling import compile_view
from pggate.views.sources import Common
from pggate.views.veto import verify_kept, verify_query

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.engine.binding import BinderCursor
    from pggate.lake.live_views import InlinedView
    from pggate.translate.trees.nodes import Node
    from pggate.views.compiled import Compiled


def verified(cursor: BinderCursor, lake: str, text: str, views: Sequence[InlinedView] = ()) -> Compiled:
    """
    Args:
        cursor: Of the binder; on its search_path is what the text names without a schema.
        lake: What the lake is attached as.
        text: In the engine's words, every topic with its schema.
        views: Those that it reads, and those that they do.

    Raises:
        FeatureNotSupported: 0A000, it cannot be kept up to date; with the position in the text.

    """

    def place(table: Node) -> str:
        return qualified(lake, table["schema_name"], table["table_name"])

    def columns_of(table: Node) -> list[str]:
        return [column.name for column in cursor.columns(f"SELECT * FROM {place(table)}")]

    inlined = {
        (view.catalog.lower(), view.schema.lower(), view.name.lower()): Common(
            cursor.tree(view.query)["node"], view.columns, {}
        )
        for view in views
    }

    def view_of(table: Node) -> Common | None:
        place = table["catalog_name"], table["schema_name"], table["table_name"]
        catalog, schema, name = map(str.lower, place)
        return inlined.get((catalog, schema, name))

    compiled = compile_view(cursor.tree(text), _is_topic, cursor.text, columns_of, text, view_of)
    for each in (text, *(view.query for view in views)):
        verify_query(compiled, cursor.plans(each))
    for name, number in compiled.relations.items():
        topic = compiled.source[number]
        rows = qualified(lake, topic.schema, topic.name)
        _stand_in(cursor, name, f"SELECT *, 0::BIGINT AS {quote_identifier(SEQ)} FROM {rows}")
    partials, read = compiled.planned
    _stand_in(cursor, "~merged", f"SELECT * EXCLUDE ({quote_identifier(SEQ)}) FROM ({partials})")
    verify_kept(cursor.plans(partials), cursor.plans(read), cursor.stability)
    return compiled


def _is_topic(table: Node) -> bool:
    """Every topic has its schema there, and nothing else has one."""
    return bool(table["schema_name"])


def _stand_in(cursor: BinderCursor, name: str, query: str) -> None:
    cursor.execute(f"CREATE OR REPLACE TEMP TABLE {quote_identifier(name)} AS {query}")
