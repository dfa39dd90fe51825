"""
No array in what the engine itself writes whose parts differ in length, or are NULL where they should be
arrays: PostgreSQL has none such (8.15.2), and none could be read again.

DuckDB's lists of lists may be of any lengths.  Rows that come from outside, and those of a plain INSERT, are
looked at in batches (lake/conform.py); what UPDATE, MERGE and CREATE TABLE AS compute, and what is written to
temporary tables, is looked at here, after the statement, in its transaction.  Tables without arrays of
several dimensions pay nothing, nor do sessions to whom such lists are json (pggate.nested_lists).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.engine.names import qualified, quote_identifier, quote_literal
from pggate.engine.nested_columns import NESTED
from pggate.session.columns.declared_columns import declared_types
from pggate.session.cursors.places import is_temporary
from pggate.session.writing.declared_checks import OWN_ROWS
from pggate.translate.syntax import lexer
from pggate.translate.texts.kinds import Kind
from pggate.types.arrays import unstorable
from pggate.types.ducktype import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pggate.engine.cursor import Cursor
    from pggate.engine.definitions import Relation
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.statement.analysed import Analysed
    from pggate.types.ducktype import DuckType

_ROW: Final = "STRUCT"


def may_be_ragged(cursors: Cursors, analysed: Analysed) -> bool:
    """
    Does a statement write to columns that are to be looked at?
    """
    return bool(_written(analysed)) and not cursors.shown_types().nested_as_json


def refuse_ragged(cursors: Cursors, relation: Relation, analysed: Analysed) -> None:
    """
    Look at what a statement has written.

    Raises:
        ArraySubscriptError: 2202E.

    """
    hold_shapes(cursors, relation, _written(analysed))


def hold_shapes(cursors: Cursors, relation: Relation, types: Mapping[str, str]) -> None:
    """
    Look at the rows that the transaction has written; at all rows of a temporary table.

    Args:
        types: DuckDB's, by the names of the columns.

    Raises:
        ArraySubscriptError: 2202E.

    """
    nested = {column: of_type for column, of_type in types.items() if NESTED in of_type}
    if not nested or cursors.shown_types().nested_as_json:
        return
    declared = declared_types(cursors, relation)
    # a STRUCT without a type of its own is json, whose lists may be of any lengths
    arrays = {
        column: parsed
        for column, of_type in nested.items()
        if (parsed := parse(of_type)).innermost.name != _ROW or column in declared
    }
    name = qualified(relation.catalog, relation.schema, relation.name)
    check_shapes(cursors.lake, name, arrays, "true" if is_temporary(relation) else OWN_ROWS)


def check_shapes(cursor: Cursor, table: str, columns: Mapping[str, DuckType], whose: str = "true") -> None:
    """
    Args:
        table: Qualified and quoted.
        columns: Their types, by their names.
        whose: A condition: which rows.

    Raises:
        ArraySubscriptError: 2202E.

    """
    found = [
        condition
        for column, of_type in columns.items()
        for condition in _conditions(of_type, quote_identifier(column))
    ]
    if found and cursor.rows(f"SELECT 1 FROM {table} WHERE {whose} AND ({' OR '.join(found)}) LIMIT 1"):
        raise unstorable()


def _written(analysed: Analysed) -> Mapping[str, str]:
    """Of an UPDATE the columns that it names, of CREATE TABLE AS all."""
    bound = analysed.bound
    if bound is None:
        return {}
    if bound.created is not None:
        types = {column.name: column.duckdb_type for column in bound.created.columns}
        return {name: of_type for name, of_type in types.items() if NESTED in of_type}
    if not bound.nested or analysed.statement.kind is not Kind.UPDATE:
        return bound.nested
    named = {token.name for token in lexer.tokens(analysed.text) if token.is_name}
    return {name: of_type for name, of_type in bound.nested.items() if name in named}


def _conditions(of_type: DuckType, value: str, depth: int = 0) -> Iterator[str]:
    """
    That a value has lists which are no array's.

    Args:
        depth: Of lambdas around it.

    """
    lists, item = value, f"x{depth}"
    for _ in range(1, of_type.dimensions):
        lengths = f"list_transform({lists}, lambda {item}: coalesce(len({item}), -1))"
        least, most = (f"list_aggregate({lengths}, '{extreme}')" for extreme in ("min", "max"))
        yield f"coalesce({least} < 0 OR {least} <> {most}, false)"
        lists = f"flatten({lists})"
    row = of_type.innermost
    for name, field in row.children if row.name == _ROW else ():
        holder = item if of_type.dimensions else value
        for condition in _conditions(field, f"struct_extract({holder}, {quote_literal(name)})", depth + 1):
            is_any = f"len(list_filter({lists}, lambda {item}: {condition})) > 0"
            yield f"coalesce({is_any}, false)" if of_type.dimensions else condition
