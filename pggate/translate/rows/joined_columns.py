"""
What * stands for over JOIN ... USING and NATURAL JOIN (PostgreSQL 15, 7.2.1.1, 7.3.1): the columns that are
joined by, each once, then the others of the left side, then of the right one.

    SELECT * FROM a NATURAL JOIN b
    SELECT id, a.x, b.y FROM a JOIN b USING (id)

duckdb 1.5.5 leaves a joined column at its place in the left relation, and refuses a NATURAL JOIN of relations
that have no column in common.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pggate.errors import AmbiguousColumn, DuplicateColumn
from pggate.translate.rows import row_scopes
from pggate.translate.syntax.looking import word_at
from pggate.translate.trees import nodes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pggate.translate.rows.row_scopes import ColumnsOf
    from pggate.translate.syntax.looking import Tokens
    from pggate.translate.trees.nodes import Node, Tree

_BEFORE_STAR: Final = frozenset({"select", "distinct", "all", ",", ")"})
_JOINS: Final = frozenset({"INNER", "LEFT", "RIGHT", "FULL"})
_KINDS: Final = frozenset({"REGULAR", "NATURAL", "CROSS"})
_OF_DUCKDB: Final = ("exclude_list", "replace_list", "qualified_exclude_list", "rename_list")
"""Parts of a * that PostgreSQL does not have."""


class _Column(NamedTuple):
    """
    One column of a relation of FROM, or all those of a relation whose columns are not known.

    Args:
        name: "" for all of them.
        value: What it is: a column with its relation's name, t.*, or one of two.
        is_joined: Is it one that USING names, which stands for itself without a relation's name?

    """

    name: str
    value: Node
    is_joined: bool = False


class _UnknownColumnsError(Exception):
    """
    There is a relation in FROM whose columns cannot be told, and have to be.
    """


def stands_free(tokens: Tokens) -> bool:
    """
    Is there a NATURAL JOIN, or a * and a join with USING?
    """
    words = {token.word for token in tokens}
    if "natural" in words:
        return True
    return {"join", "using", "*"} <= words and any(
        token.word == "*" and word_at(tokens, i - 1) in _BEFORE_STAR for i, token in enumerate(tokens)
    )


def edit(tree: Tree, known: ColumnsOf) -> None:
    """
    Write out the columns of every such *, and those that NATURAL joins by.

    Args:
        known: The columns of a table by its name; None where they are not known.

    Raises:
        AmbiguousColumn: A side of a join has a column of that name twice.
        DuplicateColumn: USING has it twice.

    """
    for query, common in row_scopes.queries(tree, inner_first=True):
        source = query["from_table"]
        if any(join["using_columns"] or join["ref_type"] == "NATURAL" for join in _joins(source)):
            try:
                found = _columns(source, common, known)
            except _UnknownColumnsError:
                continue
            _write_out(query, found)


def _joins(source: Node) -> Sequence[Node]:
    if source["type"] != "JOIN":
        return ()
    return (source, *_joins(source["left"]), *_joins(source["right"]))


def _write_out(query: Node, columns: Sequence[_Column]) -> None:
    names = [column.name.lower() for column in columns]
    items: list[Node] = []
    for item in query["select_list"]:
        is_star = item["class"] == "STAR" and not item["relation_name"] and not item["columns"]
        if is_star and not any(item[part] for part in _OF_DUCKDB):
            items += [_item(column, is_lone=names.count(column.name.lower()) == 1) for column in columns]
        else:
            items.append(item)
    query["select_list"] = items


def _item(column: _Column, *, is_lone: bool) -> Node:
    if column.is_joined and is_lone:
        return nodes.column(column.name)
    return {**column.value, "alias": "" if column.value["class"] != "OPERATOR" else column.name}


def _columns(source: Node, common: Mapping[str, Node], known: ColumnsOf) -> list[_Column]:
    if source["type"] != "JOIN":
        return _of_relation(source, common, known)
    if source["join_type"] not in _JOINS or source["ref_type"] not in _KINDS:
        raise _UnknownColumnsError
    left = _columns(source["left"], common, known)
    right = _columns(source["right"], common, known)
    if source["ref_type"] == "NATURAL":
        _join_by(source, _shared(left, right))
    names = [str(name) for name in source["using_columns"]]
    lowered = [name.lower() for name in names]
    for name in lowered:
        if lowered.count(name) > 1:
            raise DuplicateColumn(f'column name "{name}" appears more than once in USING clause')
    merged = [_merged(name, left, right, source["join_type"]) for name in names]
    return merged + [column for column in (*left, *right) if column.name.lower() not in lowered]


def _of_relation(source: Node, common: Mapping[str, Node], known: ColumnsOf) -> list[_Column]:
    of = str(source["alias"] or source.get("table_name", ""))
    if not of or source["type"] not in {"BASE_TABLE", "SUBQUERY", "TABLE_FUNCTION"}:
        raise _UnknownColumnsError
    names = None if source["type"] == "TABLE_FUNCTION" else row_scopes.columns(source, common, known)
    if names is None:
        return [_Column("", {**nodes.star(), "relation_name": of})]
    return [_Column(name, {**nodes.column(name), "column_names": [of, name]}) for name in names]


def _shared(left: Sequence[_Column], right: Sequence[_Column]) -> list[str]:
    """
    The names that both sides have, as the left one has them.
    """
    if not all(column.name for column in (*left, *right)):
        raise _UnknownColumnsError
    others = {column.name.lower() for column in right}
    return list(dict.fromkeys(column.name for column in left if column.name.lower() in others))


def _join_by(join: Node, names: list[str]) -> None:
    """
    Without any name every row of one side is joined to every one of the other.
    """
    join["using_columns"] = names
    join["ref_type"] = "REGULAR"
    if not names and join["join_type"] == "INNER":
        join["ref_type"] = "CROSS"
    elif not names:
        join["condition"] = nodes.cast(nodes.constant("t"), "BOOLEAN")


def _merged(name: str, left: Sequence[_Column], right: Sequence[_Column], join_type: str) -> _Column:
    """
    A joined column is the left one, but in a RIGHT JOIN; in a FULL JOIN that of both which is there.
    """
    one, other = _find(name, left, "left"), _find(name, right, "right")
    if join_type == "FULL":
        return _Column(one.name, _coalesced(one.value, other.value), is_joined=True)
    return _Column(one.name, (other if join_type == "RIGHT" else one).value, is_joined=True)


def _find(name: str, side: Sequence[_Column], which: str) -> _Column:
    found = [column for column in side if column.name.lower() == name.lower()]
    if len(found) > 1:
        raise AmbiguousColumn(f'common column name "{name}" appears more than once in {which} table')
    if found:
        return found[0]
    unknown = [column for column in side if not column.name]
    if len(unknown) != 1:
        raise _UnknownColumnsError
    star = unknown[0].value
    star["exclude_list"] = [*star["exclude_list"], name]
    return _Column(name, {**nodes.column(name), "column_names": [star["relation_name"], name]})


def _coalesced(one: Node, other: Node) -> Node:
    return {
        "class": "OPERATOR",
        "type": "OPERATOR_COALESCE",
        "alias": "",
        "query_location": nodes.NOWHERE,
        "children": [one, other],
    }
