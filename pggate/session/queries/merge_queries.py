"""
The expressions of a MERGE as the items of a query over its source and its target, whose tree can be edited,
and the statement with them put back.

    MERGE INTO t USING s ON c WHEN MATCHED THEN UPDATE SET a = e   as   SELECT c, e FROM s, t
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.session.queries import change_queries
from pggate.translate.syntax.edits import Edit, rewrite

if TYPE_CHECKING:
    from pggate.engine.binding import BinderCursor
    from pggate.translate.trees.nodes import Tree
    from pggate.translate.writing.merges import Merge


def query(merge: Merge) -> str:
    """
    The query of its expressions, in their order.  Its last table is the target.
    """
    expressions = ", ".join(merge.text(each) for each in merge.expressions)
    tables = f"{merge.text(merge.source)}, {merge.text(merge.target)}"
    return f"{merge.text(merge.common)} SELECT {expressions} FROM {tables}"


def written(binder: BinderCursor, merge: Merge, tree: Tree) -> str:
    """
    The statement with what stands in the tree of its query, edited, in the places of its own parts.
    """
    node = tree["node"]
    edits = [
        Edit(span.start, span.stop, binder.expression_text({**item, "alias": ""}))
        for span, item in zip(merge.expressions, node["select_list"], strict=True)
    ]
    edits.append(Edit(merge.source.start, merge.source.stop, change_queries.sources_text(binder, node)))
    if merge.text(merge.common):
        edits.append(Edit(merge.common.start, merge.common.stop, change_queries.common_text(binder, node)))
    return rewrite(merge.sql, edits).text
