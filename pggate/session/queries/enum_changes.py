"""
UPDATE, DELETE and MERGE that compare labels by their order: the lake keeps them as texts, which have another
one.

The target of such a statement cannot be read through a query (reads.py), so each of its columns of an
enumerated type is cast where it stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.engine.names import quote_identifier
from pggate.errors import FeatureNotSupported
from pggate.session.queries import change_queries
from pggate.session.queries.enum_reads import enum_columns
from pggate.translate.syntax import lexer
from pggate.translate.texts.kinds import Kind
from pggate.translate.writing import merges
from pggate.types.enums import cast_column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.catalog.model import Catalog
    from pggate.engine.binding import BinderCursor
    from pggate.engine.bound import Bound
    from pggate.session.cursors.cursors import Cursors
    from pggate.translate.trees.nodes import Node, Tree
    from pggate.translate.writing.changes import Change
    from pggate.translate.writing.merges import Merge

ORDERING: Final = frozenset(
    {"<", ">", "<=", ">=", "between", "order", "min", "max", "greatest", "least", "over"}
)
"""Words that may compare values by their order."""


def compares(text: str) -> bool:
    """May the order of values matter to it?"""
    return not ORDERING.isdisjoint(token.word for token in lexer.tokens(text))


def parts_of(text: str, kind: Kind) -> Change | Merge:
    """
    The parts of an UPDATE, DELETE or MERGE.

    Raises:
        FeatureNotSupported: It has an expression that cannot be an item of a query.

    """
    found = merges.parse(text) if kind is Kind.MERGE else change_queries.editable(text, kind)
    if found is None:
        raise FeatureNotSupported(
            f"the order of labels cannot be used in {kind.value} of this form",
            hint="Set each column by an expression of its own.",
        )
    return found


def cast_target(
    binder: BinderCursor, catalog: Catalog, cursors: Cursors, alias: str, tree: Tree, bound: Bound
) -> None:
    """
    Cast the target's columns of enumerated types in the expressions of its query.

    Args:
        alias: What its columns are qualified with.

    """
    (target,) = bound.targets
    enums = enum_columns(catalog, cursors, target.relation)
    casts = {name: cast_column(quote_identifier(name), of_type) for name, of_type in enums.items()}
    for reference, is_nested in list(_references(tree["node"]["select_list"])):
        *before, name = reference["column_names"]
        if name not in casts or (before and before[-1] != alias) or (not before and is_nested):
            continue
        cast = binder.tree(f"SELECT {casts[name]}")["node"]["select_list"][0]
        for own, _ in list(_references([cast])):
            own["column_names"] = [*before, name]
        reference.clear()
        reference.update(cast)


def _references(node: object, *, is_nested: bool = False) -> Iterator[tuple[Node, bool]]:
    """The names of columns, and whether each stands in a query of its own, where it may mean that one's."""
    if isinstance(node, list):
        for child in node:
            yield from _references(child, is_nested=is_nested)
    elif isinstance(node, dict):
        if node.get("class") == "COLUMN_REF":
            yield node, is_nested
            return
        for child in node.values():
            yield from _references(child, is_nested=is_nested or node.get("class") == "SUBQUERY")
