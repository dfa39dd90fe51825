"""
What a live view cannot hold: each construct's name, and what can be done instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.errors import FeatureNotSupported
from pggate.translate.trees.nodes import NOWHERE, walk

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pggate.translate.trees.nodes import Node

_EACH: Final = "create a live view of each, and a plain view with UNION ALL over them"
INNER: Final = "create the inner query as a live view of its own and query that"
INLINED: Final = "create this as a plain view, which is computed when it is read"
"""Where that is one already, or a view."""
_OVER: Final = (
    "create the live view without it, and a plain view over that, which is evaluated when it is read"
)
_VALUES: Final = "group by the value with count(*), and compute it in a plain view over that"

# fmt: off
HINTS: Final[Mapping[str, str]] = {
    # queries
    "a query without a topic":        "select from a table of the lake",
    "a relation that is no topic":    "select from a table of the lake",
    "a join":                         "create a live view of each table, and a plain view that joins them",
    "a join of more than four tables": "join the others in a plain view over that of the first ones",
    "NATURAL JOIN in a view":         "write USING with the columns in that",
    "tables of one name":             "give each an alias of its own",
    "a function in FROM":             "call unnest() in the select list of a sub-query",
    "VALUES":                         "select from a table of the lake",
    "TABLESAMPLE":                    "filter by a hash of a column",
    "a relation in FROM":             "select from a table of the lake, or from a sub-query on one",
    "UNION":                          "use UNION ALL, and SELECT DISTINCT around it",
    "INTERSECT":                      _OVER,
    "EXCEPT":                         _OVER,
    "UNION ALL BY NAME":              "list the columns of both sides in the same order",
    "WITH RECURSIVE":                 _OVER,
    "a query used twice":             "write what is read from it as one query",
    "GROUP BY in a sub-query":        INNER,
    "DISTINCT in a sub-query":        INNER,
    "LIMIT in a sub-query":           INNER,
    # clauses
    "GROUPING SETS":                  _EACH,
    "QUALIFY":                        "use arg_max(value, order) with GROUP BY",
    "DISTINCT ON":                    "use arg_max(value, order) with GROUP BY",
    "LIMIT in percent":               "give a number of rows",
    "LIMIT that is no number":        "give a number of rows",
    "a column that is not grouped":   "add it to GROUP BY, or aggregate it",
    # expressions
    "a window function":              _OVER,
    "a sub-query in an expression":   _OVER,
    "a parameter":                    "write the value itself",
    "COLUMNS()":                      "list the columns",
    "a whole row":                    "list the columns",
    "columns of one name":            "give each column a name of its own",
    "an unknown column":              "use the columns of the topic",
    "GROUPING()":                     "leave it out: there is one grouping",
    "an expression":                  _OVER,
    "unnest() with GROUP BY":         "call unnest() in the select list of a sub-query",
    "the current time here":          "filter by it in WHERE or HAVING, over columns that the view has",
    "the current time in a lambda":   "filter by it in WHERE or HAVING, over columns that the view has",
    "a function of the session":      _OVER,
    "a volatile function":            "compute the value when the row is written",
    "a function nobody knows":        _OVER,
    # aggregates
    "an aggregate below an aggregate": INNER,
    "an aggregate here":              "aggregates belong into the select list, HAVING and ORDER BY",
    "an ordered aggregate":           "use arg_max(value, order) or arg_min(value, order)",
    "DISTINCT in an aggregate":       _VALUES,
    "an aggregate that needs every value": _VALUES,
    "an aggregate that depends on order":  "use arg_max(value, order) or arg_min(value, order)",
    "an aggregate of an unknown kind":     _OVER,
    "an aggregate of such values":         "cast the values to numeric, or to text",
    "an aggregate with such arguments":    "use the aggregate of one value",
    # what the plan tells
    "what the plan does":             _OVER,
}
# fmt: on


def refusal(construct: str, node: object = None, named: str = "") -> FeatureNotSupported:
    """
    The error that names a construct, points at it, and says what to do.

    Args:
        construct: A key of HINTS.
        node: Where it stands: where the first of its parts does, as operators stand behind their operands.
        named: What it is called in the text.

    """
    what = f"{construct} ({named})" if named else construct
    return FeatureNotSupported(
        f"a live view cannot be kept up to date with {what}", hint=HINTS[construct], position=place(node)
    )


def place(node: object) -> int | None:
    """
    Where a node begins in the text, in bytes from 1.
    """
    places = (each.get("query_location", NOWHERE) for each in walk(node))
    first = min(places, default=NOWHERE)
    return first + 1 if first < NOWHERE else None


def in_characters(position: int | None, text: str) -> int | None:
    """
    A place in bytes from 1, in characters from 1.
    """
    if position is None:
        return None
    return len(text.encode()[: position - 1].decode(errors="ignore")) + 1


def at_function(node: Node) -> str:
    """What a refusal calls a function."""
    return f"{node['function_name']}()"
