"""
IS NULL and IS NOT NULL of whole rows (PostgreSQL 15, 9.2): they are asked of every field.

    SELECT x IS NULL FROM (SELECT 1 AS a, 2 AS b) x
    SELECT x.a IS NOT DISTINCT FROM NULL AND x.b IS NOT DISTINCT FROM NULL FROM …

so that a field that is a row itself is not asked for its own fields (results/row_nulls.py).
A table's are asked before the text is parsed (row_uses.py); here those of queries, VALUES and WITH.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.rows import row_scopes
from pggate.translate.rows.whole_rows import mentioned
from pggate.translate.syntax.looking import word_at
from pggate.translate.trees import nodes

if TYPE_CHECKING:
    from pggate.translate.rows.row_scopes import ColumnsOf
    from pggate.translate.syntax.looking import Tokens
    from pggate.translate.trees.nodes import Node, Tree

_TESTS: Final = {
    "OPERATOR_IS_NULL": "COMPARE_NOT_DISTINCT_FROM",
    "OPERATOR_IS_NOT_NULL": "COMPARE_DISTINCT_FROM",
}


def stands_free(tokens: Tokens) -> bool:
    """
    Is a name that may be a whole row asked for NULL?
    """
    asked = {token.name for i, token in enumerate(tokens) if token.is_name and word_at(tokens, i + 1) == "is"}
    return bool(asked) and not asked.isdisjoint(mentioned(tokens).rows)


def edit(tree: Tree, known: ColumnsOf) -> None:
    """
    Ask the fields in place of the rows.
    """
    for query, common in row_scopes.queries(tree):
        for place in row_scopes.places(query):
            if row_scopes.is_row(place, query, common, known):
                columns = row_scopes.columns(place.node, common, known)
                if columns:
                    _ask(query, place.alias, columns)


def _ask(query: Node, alias: str, columns: tuple[str, ...]) -> None:
    rows = {id(node) for node in row_scopes.uses(query, alias)}
    for test in list(nodes.walk(query)):
        if test.get("class") == "OPERATOR" and test["type"] in _TESTS and id(test["children"][0]) in rows:
            asked = [_test(test["type"], [alias, name]) for name in columns]
            made = asked[0] if len(asked) == 1 else nodes.conjunction("AND", asked)
            kept = {"alias": test["alias"], "query_location": test["query_location"]}
            test.clear()
            test.update({**made, **kept})


def _test(kind: str, names: list[str]) -> Node:
    return {
        "class": "COMPARISON",
        "type": _TESTS[kind],
        "alias": "",
        "query_location": nodes.NOWHERE,
        "left": {**nodes.column(names[-1]), "column_names": names},
        "right": nodes.constant(None),
    }
