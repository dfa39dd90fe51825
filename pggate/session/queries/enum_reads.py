"""
Columns of enumerated types in queries: the lake keeps their labels as text, and a query sees values that are
ordered as the type says.

A relation with such columns is read through a query that casts them (reads.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.engine.names import quote_identifier
from pggate.session.cursors.places import LAKE_PREFIX
from pggate.translate.syntax import lexer
from pggate.translate.syntax.edits import Edit, Rewritten, rewrite
from pggate.translate.texts.kinds import Kind
from pggate.translate.types.enum_names import check_label
from pggate.translate.writing import queries
from pggate.types.ducktype import parse
from pggate.types.enums import MARK, cast_column

if TYPE_CHECKING:
    from pggate.catalog.model import Catalog
    from pggate.engine.bound import Bound
    from pggate.engine.definitions import Relation
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.statement.analysed import Analysed
    from pggate.translate.types.enum_names import EnumNames
    from pggate.types.enums import EnumType


def stored_query(analysed: Analysed, bound: Bound) -> tuple[str, dict[str, str]]:
    """
    The text as the lake takes it, and which of the columns that CREATE TABLE AS makes are of an enum.
    """
    if bound.created is None or analysed.statement.kind is not Kind.CREATE_TABLE_AS:
        return analysed.text, {}
    enums = {c.name: c.duckdb_type for c in bound.created.columns if MARK in c.duckdb_type}
    inner = queries.inner(analysed.text, analysed.statement.kind) if enums else None
    if inner is None:
        return analysed.text, {}
    casts = ", ".join(
        f"CAST({quote_identifier(name)} AS VARCHAR{'[]' if of_type.endswith('[]') else ''})"
        f" AS {quote_identifier(name)}"
        for name, of_type in enums.items()
    )
    return inner.replaced(f"SELECT * REPLACE ({casts}) FROM ({inner.query})"), enums


CHANGES: Final = frozenset({Kind.UPDATE, Kind.DELETE, Kind.MERGE})


def shown_name(mark: str, enums: EnumNames[EnumType]) -> str:
    """
    What messages call the type of this mark.
    """
    _, oid, _, name = mark.split(":", 3)
    found = next((enum for enum in enums.by_name.values() if enum.oid == int(oid)), None)
    return name if found is None else enums.shown(found)


def labelled(text: str, kind: Kind, bound: Bound, enums: EnumNames[EnumType]) -> Rewritten:
    """
    The text with every literal that is meant as a label cast to its type.

    Raises:
        InvalidTextRepresentation: 22P02, it is no label.

    """
    edits: list[Edit] = []
    for literal in bound.enum_literals:
        start = len(text.encode()[: literal.location].decode(errors="ignore"))
        *labels, mark = [str(label) for label in parse(literal.duckdb_type).args]
        name = shown_name(mark, enums)
        check_label(literal.value, name, labels, start + 1)
        if literal.assigned or (kind in CHANGES and not literal.orders):
            continue
        token = next((token for token in lexer.tokens(text) if token.start == start), None)
        if token is not None and token.kind is lexer.Kind.STRING:
            edits.append(Edit(token.start, token.stop, f"CAST({token.text} AS {literal.duckdb_type})"))
    return rewrite(text, edits)


def read_as_labels(catalog: Catalog, cursors: Cursors, relation: Relation) -> str:
    """
    The query that reads a topic's columns of enumerated types as such, from `t`; "" where it has none.
    """
    enums = enum_columns(catalog, cursors, relation)
    casts = ", ".join(
        f"{cast_column(quote_identifier(column), of_type)} AS {quote_identifier(column)}"
        for column, of_type in enums.items()
    )
    return f"SELECT * REPLACE ({casts}) FROM t" if enums else ""


def enum_columns(catalog: Catalog, cursors: Cursors, relation: Relation) -> dict[str, str]:
    """
    The columns of a topic that are of an enumerated type, and DuckDB's type of each.
    """
    if not relation.catalog.startswith(LAKE_PREFIX):
        return {}
    found = catalog.find(relation.catalog.removeprefix(LAKE_PREFIX), relation.schema, relation.name)
    is_own = (relation.schema, relation.name) in cursors.declaring.own
    columns = found.columns if found is not None and found.topic is not None and not is_own else ()
    known = {column.name: column.read_as for column in columns if column.read_as is not None}
    return with_own(known, cursors, relation) if cursors.declaring else known


def with_own(known: dict[str, str], cursors: Cursors, relation: Relation) -> dict[str, str]:
    """
    The same with what the session's transaction has declared meanwhile.
    """
    enums = {oid: enum for enum in cursors.enums().by_name.values() for oid in (enum.oid, enum.array_oid)}
    for name, declared in cursors.declaring.columns.get((relation.schema, relation.name), {}).items():
        known.pop(name, None)
        if declared is not None and (enum := enums.get(declared.type)) is not None:
            known[name] = enum.duckdb + ("[]" if declared.type == enum.array_oid else "")
    for enum in filter(None, cursors.declaring.enums.values()):
        for name, of_type in known.items():
            if f"'{MARK}{enum.oid}:" in of_type:
                known[name] = enum.duckdb + ("[]" if of_type.endswith("[]") else "")
    return known
