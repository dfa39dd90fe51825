"""
Columns beside a primary key in GROUP BY, each of whose groups has one value of them (PostgreSQL 15, 7.2.3):

    SELECT c.name, count(*) FROM c JOIN o ON o.cid = c.id GROUP BY c.id
    SELECT c.name, count(*) FROM c JOIN o ON o.cid = c.id GROUP BY c.id, c.name

Asked for a query that DuckDB has refused: it has groups of nothing but what is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pggate.translate.rows import row_scopes
from pggate.translate.trees import nodes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from pggate.translate.rows.row_scopes import ColumnsOf, Place
    from pggate.translate.trees.nodes import Node, Tree

    KeyOf = Callable[[tuple[str, ...]], tuple[str, ...]]

# Where a query has what is made of its groups
_MADE_OF_GROUPS: Final = ("select_list", "having", "qualify", "modifiers")


class _Relation(NamedTuple):
    """
    One of FROM, its names in lower case.

    Args:
        alias: What its columns are qualified with.
        columns: None where they are not known.
        key: The columns of its primary key, none without one.

    """

    alias: str
    columns: tuple[str, ...]
    key: frozenset[str]


def edit(tree: Tree, known: ColumnsOf, key_of: KeyOf) -> bool:
    """
    Group by those columns, too, that the query has elsewhere, in place; were there any?

    Args:
        known: The columns of a table by its name; None where they are not known.
        key_of: The columns of its primary key; none without one.

    """
    edited = False
    for query, common in row_scopes.queries(tree):
        if query["group_expressions"]:
            found = [_relation(place, common, known, key_of) for place in row_scopes.places(query)]
            relations = {relation.alias: relation for relation in found}
            for relation in found:
                edited |= bool(relation.key) and _group_by_others(query, relation, relations)
    return edited


def _relation(place: Place, common: Mapping[str, Node], known: ColumnsOf, key_of: KeyOf) -> _Relation:
    node = place.node
    columns = tuple(map(str.lower, row_scopes.columns(node, common, known) or ()))
    names: tuple[str, ...] = ()
    if node["type"] == "BASE_TABLE" and not node["column_name_alias"]:
        names = tuple(filter(None, (node["catalog_name"], node["schema_name"], node["table_name"])))
    is_common = len(names) == 1 and names[0].lower() in common
    key = key_of(names) if names and not is_common else ()
    return _Relation(place.alias, columns, frozenset(map(str.lower, key)))


def _group_by_others(query: Node, relation: _Relation, relations: Mapping[str, _Relation]) -> bool:
    grouped: dict[int, str] = {}
    for place, expression in enumerate(query["group_expressions"]):
        owner, name = _column(_meant(expression, query, relations), query, relations)
        if owner == relation.alias:
            grouped[place] = name
    if not all(
        relation.key <= {grouped[at] for at in places if at in grouped} for places in query["group_sets"]
    ):
        return False
    others = [name for name in _read(query, relation, relations) if name not in grouped.values()]
    for name in others:
        for places in query["group_sets"]:
            places.append(len(query["group_expressions"]))
        query["group_expressions"].append({**nodes.column(name), "column_names": [relation.alias, name]})
    return bool(others)


def _meant(expression: Node, query: Node, relations: Mapping[str, _Relation]) -> Node:
    """
    The item of SELECT that a number stands for, or a name that no column has; else the expression itself.
    """
    items = query["select_list"]
    if nodes.is_constant(expression, "INTEGER"):
        before = items[: expression["value"]["value"]]
        return expression if any(item["class"] == "STAR" for item in before) or not before else before[-1]
    owner, name = _column(expression, query, relations)
    if owner or not name:
        return expression
    return next((item for item in items if item["alias"].lower() == name), expression)


def _column(node: Node, query: Node, relations: Mapping[str, _Relation]) -> tuple[str, str]:
    """
    The relation's alias and the column's name of a reference; "" for what is not known.
    """
    if node["class"] != "COLUMN_REF":
        return "", ""
    *qualifiers, name = map(str.lower, node["column_names"])
    if not qualifiers:
        return _owner(name, query["from_table"], relations), name
    return (qualifiers[-1] if qualifiers[-1] in relations else ""), name


def _owner(name: str, source: Node, relations: Mapping[str, _Relation]) -> str:
    """
    Whose column a name without a relation's is: of one that USING names, the side's that it is taken from.
    """
    if source["type"] != "JOIN":
        alias = str(source["alias"] or source.get("table_name", "")).lower()
        return alias if alias in relations and name in relations[alias].columns else ""
    sides = [_owner(name, source[side], relations) for side in ("left", "right")]
    if all(sides):
        is_joined = name in map(str.lower, source["using_columns"])
        taken = {"INNER": sides[0], "LEFT": sides[0], "RIGHT": sides[1]}
        return taken.get(source["join_type"], "") if is_joined else ""
    return sides[0] or sides[1]


def _read(query: Node, relation: _Relation, relations: Mapping[str, _Relation]) -> list[str]:
    """
    The relation's columns that the query has beside its groups.  That a query inside may mean another one
    does no harm: the relation's has one value as well.
    """
    clauses = [query[clause] for clause in _MADE_OF_GROUPS]
    if any(_is_all(node, relation) for node in nodes.walk(clauses)):
        return list(relation.columns)
    read = dict.fromkeys(
        name for owner, name in _references(clauses, query, relations) if owner == relation.alias
    )
    return [name for name in read if name in relation.columns]


def _is_all(node: Node, relation: _Relation) -> bool:
    """
    Is it * or t.*, or t for its row?
    """
    if node.get("class") == "STAR":
        return str(node["relation_name"]).lower() in {"", relation.alias}
    is_name = node.get("class") == "COLUMN_REF" and len(node["column_names"]) == 1
    return is_name and node["column_names"][0].lower() == relation.alias


def _references(
    clauses: Sequence[object], query: Node, relations: Mapping[str, _Relation]
) -> Iterator[tuple[str, str]]:
    for node in nodes.walk(clauses):
        if node.get("class") == "COLUMN_REF":
            yield _column(node, query, relations)
