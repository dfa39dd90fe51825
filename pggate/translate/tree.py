"""
The second layer of translation: edits on DuckDB's own syntax tree, and when one is needed.

A tree costs a round trip through the engine's parser (0.8 ms), so needs() looks at the tokens first and
an ordinary text never pays.  Only queries have trees: of an INSERT, a view or a CREATE TABLE AS the query
inside (see `queries`).
"""

from __future__ import annotations

from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from pggate.translate.arrays import joined_arrays, joined_queries, null_arrays, vectors
from pggate.translate.characters import catalog_texts, character_calls, character_types
from pggate.translate.columns import (
    names,
    nulls,
    set_operations,
    system_columns,
    unnamed_items,
    value_lists,
)
from pggate.translate.json import jsonb_casts
from pggate.translate.rows import (
    grouped_rows,
    joined_columns,
    missing_rows,
    recursive_sources,
    row_fields,
    row_tests,
    row_values,
)
from pggate.translate.syntax import lexer
from pggate.translate.syntax.lexer import Kind
from pggate.translate.syntax.looking import word_at
from pggate.translate.types import regtype_calls, regtypes

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from pggate.translate.rows.row_scopes import ColumnsOf
    from pggate.translate.syntax.lexer import Token
    from pggate.translate.syntax.looking import Tokens
    from pggate.translate.trees.nodes import Tree


class Need(Enum):
    REGTYPES = "casts to regclass and its kin"
    SHOWN_REGTYPES = "the same, as a client sees them"
    JSONB = "casts to jsonb"
    ARRAYS = "NULLs beside arrays"
    ROWS = "rows that are compared, or of which a field is taken"
    CHARACTERS = "casts to character types with a length"
    SHOWN_CHARACTERS = "casts to character types, as a client sees them"
    VECTORS = "subscripts and text of int2vector and oidvector"
    NAMES = "PostgreSQL's names for columns of nested queries"
    OUTERMOST_NAMES = "PostgreSQL's names for the columns of the query itself"
    SMALL_VALUES = "columns of smallints and integers in VALUES"
    SET_OPERATIONS = "string literals beside numbers, in UNION and the like"
    UNTYPED_VALUES = "string literals beside numbers, and NULLs alone, in VALUES"
    NULLS = "the type of NULLs that nothing gives one"
    GROUPED_ROWS = "functions that return rows, in GROUP BY"
    CATALOG_TEXTS = "casts to text of names"
    SYSTEM_COLUMNS = "the system columns tableoid and xmin"
    JOINED_QUERIES = "the texts of a query's rows, joined"
    JOINED_ARRAYS = "what is compared with arrays in the condition of an outer join"
    ROW_FIELDS = "rows of relations' columns"
    ROW_TESTS = "whole rows that are asked for NULL"
    MISSING_ROWS = "whole rows on the null side of an outer join"
    RECURSIVE_SOURCES = "queries that a recursive one would ask in every round"
    JOINED_COLUMNS = "what * stands for over columns that are joined by"


def needs(sql: str, *, defines: bool = False, assigns: bool = False) -> frozenset[Need]:
    """
    The edits that a query's text calls for.

    Args:
        sql: The text after the token rules.
        defines: True for the query of a view or CREATE TABLE AS, whose columns' names stay.
        assigns: True for the query of an INSERT, whose NULLs are of the columns' types.

    """
    tokens = lexer.tokens(sql)
    words = {token.word for token in tokens}
    found = {need for need, (stands_free, _) in _BY_TOKENS.items() if stands_free(tokens)}
    found |= {need for need, (stands_free, _) in _BY_COLUMNS.items() if stands_free(tokens)}
    found -= {Need.RECURSIVE_SOURCES} if defines else set()  # a definition stays as it was written
    if _has_regtypes(words, tokens):
        found |= {Need.REGTYPES} if defines or assigns else {Need.REGTYPES, Need.SHOWN_REGTYPES}
    if jsonb_casts.TYPE in words and _casts_to({jsonb_casts.TYPE}, tokens):
        found.add(Need.JSONB)
    if character_types.MARK in sql:
        found |= {Need.CHARACTERS} if defines or assigns else {Need.CHARACTERS, Need.SHOWN_CHARACTERS}
    if catalog_texts.reads_catalog(words) and not (
        words.isdisjoint(vectors.COLUMNS) or words.isdisjoint(_VECTOR_USES)
    ):
        found.add(Need.VECTORS)
    if defines and unnamed_items.has_unnamed_item(tokens, outermost=True):
        found.add(Need.OUTERMOST_NAMES)
    if unnamed_items.orders_by_name(tokens):
        found.add(Need.OUTERMOST_NAMES)
    if unnamed_items.has_unnamed_item(tokens, outermost=False):
        found.add(Need.NAMES)
    if assigns and tokens[0].word == "values":
        found.discard(Need.UNTYPED_VALUES)
    if not assigns and nulls.stands_free(tokens):
        found.add(Need.NULLS)
    return frozenset(found)


# What tells that there is something to edit, and what edits it
_BY_TOKENS: Final[Mapping[Need, tuple[Callable[[Tokens], bool], Callable[[Tree], None]]]] = {
    Need.SYSTEM_COLUMNS: (system_columns.stands_free, system_columns.edit),
    Need.JOINED_QUERIES: (joined_queries.stands_free, joined_queries.edit),
    Need.JOINED_ARRAYS: (joined_arrays.stands_free, joined_arrays.edit),
    Need.ARRAYS: (null_arrays.stands_free, null_arrays.edit),
    Need.ROWS: (row_values.stands_free, row_values.edit),
    Need.SMALL_VALUES: (value_lists.have_smallints, value_lists.widen),
    Need.SET_OPERATIONS: (set_operations.stands_free, set_operations.give_types),
    Need.UNTYPED_VALUES: (value_lists.are_untyped, value_lists.give_types),
    Need.GROUPED_ROWS: (grouped_rows.stands_free, grouped_rows.edit),
    Need.CATALOG_TEXTS: (catalog_texts.stands_free, catalog_texts.edit),
    Need.RECURSIVE_SOURCES: (recursive_sources.stands_free, recursive_sources.edit),
}
# The same of what has to know the columns of relations, before the others: what a * stands for is what a
# query has, rows of columns are compared field by field, and rows are asked for NULL before they are brought
# along as columns
_BY_COLUMNS: Final[Mapping[Need, tuple[Callable[[Tokens], bool], Callable[[Tree, ColumnsOf], None]]]] = {
    Need.JOINED_COLUMNS: (joined_columns.stands_free, joined_columns.edit),
    Need.ROW_FIELDS: (row_fields.stands_free, row_fields.edit),
    Need.ROW_TESTS: (row_tests.stands_free, row_tests.edit),
    Need.MISSING_ROWS: (missing_rows.stands_free, missing_rows.edit),
}
_VECTOR_USES: Final = frozenset({"[", "generate_subscripts", "text", "varchar"})
_TEXT_USES: Final = frozenset({"text", "varchar", "||", "concat", "like", "ilike", "~", "!~"})
"""What regproc becomes a text for."""


def _has_regtypes(words: Collection[str], tokens: Sequence[Token]) -> bool:
    """
    True for casts to them, and for calls that give them.
    """
    if any(word in regtype_calls.TYPES for word in words) and _casts_to(regtype_calls.TYPES, tokens):
        return True
    if catalog_texts.reads_catalog(words) and not (
        regtype_calls.FUNCTION_COLUMNS.isdisjoint(words) or _TEXT_USES.isdisjoint(words)
    ):
        return True
    is_named = any(word in regtype_calls.FUNCTIONS for word in words)
    return is_named and any(
        first.word in regtype_calls.FUNCTIONS and second.word == "(" for first, second in pairwise(tokens)
    )


def _casts_to(types: Collection[str], tokens: Sequence[Token]) -> bool:
    """
    True for ::regclass, AS regclass) and regclass 'x'.
    """
    for i, token in enumerate(tokens):
        if token.word in types:
            literal = i + 1 < len(tokens) and tokens[i + 1].kind is Kind.STRING
            in_cast = word_at(tokens, i - 1) == "as" and word_at(tokens, i + 1) in {")", "["}
            if literal or in_cast or word_at(tokens, i - 1) == "::":
                return True
    return False


def apply(tree: Tree, wanted: frozenset[Need], sql: str, columns_of: ColumnsOf = lambda _: None) -> None:
    """
    Do the edits on the tree, in place.

    Args:
        columns_of: The columns of a relation by its name, outermost part first; None where it is not known.

    Column names come first, being those of the query as it was written, and are given to the outermost
    columns by every edit: what stands in a replaced item's place would have another.
    """
    if wanted:
        names.name_columns(tree, sql, outermost=wanted != {Need.NAMES})
    if Need.REGTYPES in wanted:
        regtypes.edit(tree, sql, is_result=Need.SHOWN_REGTYPES in wanted)
    if Need.JSONB in wanted:
        jsonb_casts.edit(tree)
    for edit_by in (edit for need, (_, edit) in _BY_COLUMNS.items() if need in wanted):
        edit_by(tree, columns_of)
    for edit in (edit for need, (_, edit) in _BY_TOKENS.items() if need in wanted):
        edit(tree)
    if Need.CHARACTERS in wanted:
        character_calls.edit(tree, is_shown=Need.SHOWN_CHARACTERS in wanted)
    if Need.VECTORS in wanted:
        vectors.edit(tree)
    if Need.NULLS in wanted:
        nulls.edit(tree)
