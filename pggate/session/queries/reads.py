"""
Relations that are read through a query of their own: topics with columns of enumerated types, which the lake
keeps as text, and sequences and live views, which it knows nothing of; and topics as of an older snapshot.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.errors import WrongObjectType
from pggate.session.cursors.places import LAKE_PREFIX, is_temporary
from pggate.session.live.sequence_functions import reading
from pggate.session.queries import change_queries, merge_queries
from pggate.session.queries.enum_changes import cast_target, compares, parts_of
from pggate.session.queries.enum_reads import read_as_labels
from pggate.translate.dialect.travel import travels
from pggate.translate.texts.kinds import Kind
from pggate.translate.writing import queries
from pggate.translate.writing.merges import Merge
from pggate.views import state_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pggate.catalog.model import Catalog
    from pggate.engine.binding import BinderCursor
    from pggate.engine.bound import Bound
    from pggate.engine.definitions import Relation
    from pggate.lake.live_views import LiveView
    from pggate.session.cursors.cursors import Cursors
    from pggate.translate.trees.nodes import Node, Tree

Wanted = dict[str, list[tuple["Relation", str]]]
"""By the folded name of a relation: which one it is, and the query that reads it, from `t`."""

ITSELF: Final = "SELECT * FROM t"
UNPLANNED: Final = r"SELECT TRY(COLUMNS('(.*)')) AS '\1' FROM t"
"""
Every column as it is, and nothing known of its values.  ducklake 1.5.5 plans reads of an older snapshot
with the minima and maxima of the newest, which a rewrite of files makes narrower: filters, groups and sorts
go wrong.
"""


def read_through_queries(
    binder: BinderCursor, catalog: Catalog, cursors: Cursors, text: str, kind: Kind, bound: Bound | None
) -> str:
    """
    The text that reads each relation as what it is to a client.
    """
    wanted = wanted_queries(catalog, cursors, bound, is_travelling=travels(text))
    if kind in (Kind.UPDATE, Kind.DELETE, Kind.MERGE):
        return _change(binder, catalog, cursors, text, kind, bound, wanted) if wanted else text
    inner = queries.inner(text, kind) if wanted else None
    if inner is None:
        return text
    tree = binder.tree(inner.query)
    replace_tables(tree["node"], wanted, binder)
    return inner.replaced(binder.text(tree))


def _change(
    binder: BinderCursor,
    catalog: Catalog,
    cursors: Cursors,
    text: str,
    kind: Kind,
    bound: Bound | None,
    wanted: Wanted,
) -> str:
    """
    An UPDATE, DELETE or MERGE to which the order of labels may matter, or that reads what no lake has; any
    other compares the labels as the texts that they are.
    """
    is_read = any(
        sequence_oid(catalog, cursors, r) is not None or live_view(catalog, cursors, r) is not None
        for each in wanted.values()
        for r, _ in each
    )
    if bound is None or not (is_read or travels(text) or compares(text)):
        return text
    parts = parts_of(text, kind)
    tree = binder.tree(
        merge_queries.query(parts) if isinstance(parts, Merge) else change_queries.query(parts)
    )
    target = tree["node"]["from_table"]
    target = target["right"] if target["type"] == "JOIN" else target
    kept = dict(target)
    replace_tables(tree["node"], wanted, binder)
    target.clear()
    target.update(kept)
    cast_target(binder, catalog, cursors, parts.alias, tree, bound)
    if isinstance(parts, Merge):
        return merge_queries.written(binder, parts, tree)
    return change_queries.written(binder, parts, tree)


def wanted_queries(
    catalog: Catalog, cursors: Cursors, bound: Bound | None, *, is_travelling: bool = False
) -> Wanted:
    """The relations of a statement that are read through a query, which may have some as of a snapshot."""
    wanted: Wanted = {}
    for relation in bound.relations if bound is not None else ():
        query = ""
        oid = sequence_oid(catalog, cursors, relation)
        if oid is not None:
            query = reading(oid)
        elif (live := live_view(catalog, cursors, relation)) is not None:
            database = catalog.database(relation.catalog.removeprefix(LAKE_PREFIX))
            query = f"SELECT * FROM {state_file.relation(database.oid, live.oid)}"
        elif relation.catalog.startswith(LAKE_PREFIX):
            query = read_as_labels(catalog, cursors, relation) or (ITSELF if is_travelling else "")
        if query:
            wanted.setdefault(relation.name.lower(), []).append((relation, query))
    return wanted


def sequence_oid(catalog: Catalog, cursors: Cursors, relation: Relation) -> int | None:
    """Of a sequence, as the open transaction has it."""
    if is_temporary(relation):
        temporary = cursors.temporary.sequences.values()
        return next((one.oid for one in temporary if one.name == relation.name), None)
    for oid, (lake, sequence) in cursors.numbers.own.items():
        if sequence is not None and (LAKE_PREFIX + lake.name, sequence.schema, sequence.name) == (
            relation.catalog,
            relation.schema,
            relation.name,
        ):
            return oid
    found = catalog.find(relation.catalog.removeprefix(LAKE_PREFIX), relation.schema, relation.name)
    return found.oid if found is not None and found.kind == "S" else None


def live_view(catalog: Catalog, cursors: Cursors, relation: Relation) -> LiveView | None:
    """The live view of that name, as the open transaction has it."""
    if not relation.catalog.startswith(LAKE_PREFIX):
        return None
    for live in cursors.declaring.live_views.values():
        if live is not None and (live.schema, live.name) == (relation.schema, relation.name):
            return live
    found = catalog.find(relation.catalog.removeprefix(LAKE_PREFIX), relation.schema, relation.name)
    is_gone = found is not None and cursors.declaring.live_views.get(found.oid, found.live) is None
    return found.live if found is not None and not is_gone else None


def refuse_changing_sequence(catalog: Catalog, cursors: Cursors, kind: Kind, bound: Bound | None) -> None:
    """Raises WrongObjectType 42809 where rows of a sequence or of a live view would be changed."""
    for target in bound.targets if bound is not None and kind in CHANGES else ():
        relation = target.relation
        if live_view(catalog, cursors, relation) is not None:
            raise WrongObjectType(f'cannot change materialized view "{relation.name}"')
        if sequence_oid(catalog, cursors, relation) is not None:
            is_truncated = kind is Kind.TRUNCATE
            raise WrongObjectType(
                f'"{relation.name}" is not a table'
                if is_truncated
                else f'cannot change sequence "{relation.name}"'
            )


CHANGES = frozenset({Kind.INSERT, Kind.UPDATE, Kind.DELETE, Kind.MERGE, Kind.TRUNCATE})


def replace_tables(
    node: object,
    wanted: Mapping[str, list[tuple[Relation, str]]],
    binder: BinderCursor,
    common: frozenset[str] = frozenset(),
) -> None:
    """
    Put the queries in the places of the tables that they read.

    Args:
        common: Names that WITH has given to something else (see table_places for what a name means where).

    """
    if isinstance(node, list):
        for child in node:
            replace_tables(child, wanted, binder, common)
        return
    if not isinstance(node, dict):
        return
    for entry in node["cte_map"]["map"] if "cte_map" in node else ():
        query = entry["value"]["query"]
        itself = {entry["key"].lower()} if query["node"]["type"] == "RECURSIVE_CTE_NODE" else set()
        replace_tables(query, wanted, binder, common | itself)
        common |= {entry["key"].lower()}
    for key, child in node.items():
        if key != "cte_map":
            replace_tables(child, wanted, binder, common)
    if node.get("type") == "BASE_TABLE" and (node["schema_name"] or node["table_name"].lower() not in common):
        _replace_table(node, wanted, binder)
    elif node.get("class") == "COLUMN_REF":
        _leave_schema_out(node, wanted)


def _replace_table(
    table: Node, wanted: Mapping[str, list[tuple[Relation, str]]], binder: BinderCursor
) -> None:
    """The relation in place becomes the query under its name."""
    schema = table["schema_name"].lower()
    schema = "public" if schema == "main" else schema
    for relation, text in wanted.get(table["table_name"].lower(), ()):
        if schema and schema != relation.schema.lower():
            continue
        query: Tree = binder.tree(text)
        source = query["node"]["from_table"]
        if source["type"] == "BASE_TABLE" and not source["schema_name"]:  # the `t` of its words
            query["node"]["from_table"] = _itself(table, binder)
        place = _in_place(table, query)
        table.clear()
        table.update(place)
        return


def _itself(table: Node, binder: BinderCursor) -> Node:
    itself = {**table, "alias": "", "column_name_alias": [], "sample": None}
    if table["at_clause"] is None:
        return itself
    query = binder.tree(UNPLANNED)
    query["node"]["from_table"] = itself
    return _in_place(itself, query)


def _in_place(table: Node, query: Tree) -> Node:
    return {
        "type": "SUBQUERY",
        "alias": table["alias"] or table["table_name"],
        "sample": table["sample"],
        "query_location": table["query_location"],
        "subquery": query,
        "column_name_alias": table["column_name_alias"],
    }


def _leave_schema_out(column: Node, wanted: Mapping[str, list[tuple[Relation, str]]]) -> None:
    """`sales.t.a` is `t.a`: a query's name has no schema."""
    names = [name.lower() for name in column["column_names"]]
    if len(names) < 3:
        return
    schema = "public" if names[0] == "main" else names[0]
    if any(schema == relation.schema.lower() for relation, _ in wanted.get(names[1], ())):
        del column["column_names"][0]
