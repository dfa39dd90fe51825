"""
CREATE TABLE, ALTER TABLE, COMMENT ON CONSTRAINT and CREATE INDEX as they are written, as far as a lake has no
place for what they say: types and keys (PostgreSQL 15, CREATE TABLE, ALTER TABLE).

DuckDB gets the rest: a table with the columns and their NOT NULLs.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from pggate.translate.definitions.column_changes import change_at
from pggate.translate.definitions.column_definitions import (
    WrittenColumn,
    column,
    moment_edits,
    type_edits,
)
from pggate.translate.definitions.constraint_comments import constraint_comment
from pggate.translate.definitions.indexes import create_index
from pggate.translate.definitions.key_terms import USUAL, timing, wrong
from pggate.translate.definitions.like_items import like_places
from pggate.translate.definitions.written_keys import WrittenKey, table_key
from pggate.translate.definitions.written_options import only_storage, read_options
from pggate.translate.definitions.written_types import type_at
from pggate.translate.syntax import lexer
from pggate.translate.syntax.edits import Edit
from pggate.translate.syntax.looking import closing, commas, name_at, unnested, word_at, words_at
from pggate.translate.syntax.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.definitions.column_changes import ColumnChange
    from pggate.translate.definitions.constraint_comments import ConstraintComment
    from pggate.translate.definitions.indexes import CreateIndex
    from pggate.translate.definitions.key_terms import KeyTerms
    from pggate.translate.definitions.written_options import WrittenOptions
    from pggate.translate.syntax.looking import Tokens

OF_TABLE: Final = frozenset({"constraint", "primary", "unique", "foreign", "check", "exclude", "like"})
"""What an item of CREATE TABLE begins with that is no column."""

PLACEHOLDER: Final = "~declared"
"""The column that the binder is asked about in the place of a key."""


@dataclass(frozen=True, slots=True)
class TableDefinition:
    """
    What is written of a table.

    Args:
        columns: Those that are made; of ALTER COLUMN … TYPE the one that changes.
        keys: Of the whole table, in ADD CONSTRAINT too.
        change: Of ALTER COLUMN, what it says of defaults and identities.
        dropped: The name in DROP CONSTRAINT, "" for none; `if_exists` says whether it must be there.
        renamed: Of RENAME CONSTRAINT the name before and after.
        retimed: Of ALTER CONSTRAINT the name, and when rows are to be held to it.
        commented, index: Of COMMENT ON CONSTRAINT and CREATE INDEX, which `alter` a table, too.
        options: Of SET (…) and RESET (…).
        using: Of ALTER COLUMN … TYPE where the expression of USING stands.
        alters: Is it ALTER TABLE?
        edits: What makes it DuckDB's, types apart.

    """

    columns: tuple[WrittenColumn, ...] = ()
    keys: tuple[WrittenKey, ...] = ()
    change: ColumnChange | None = None
    dropped: str = ""
    renamed: tuple[str, str] | None = None
    retimed: tuple[str, KeyTerms] | None = None
    commented: ConstraintComment | None = None
    index: CreateIndex | None = None
    options: WrittenOptions | None = None
    using: Span | None = None
    if_exists: bool = False
    alters: bool = False
    temporary: bool = False
    edits: tuple[Edit, ...] = ()

    @property
    def of_keys_alone(self) -> bool:
        """Does it change nothing that the lake keeps?"""
        changed = self.dropped or self.renamed or self.retimed
        about_keys = self.keys or changed or self.commented or self.index
        return self.alters and bool(about_keys) and not self.columns

    @property
    def is_numbered(self) -> bool:
        """Does it number the rows of a column that is there, or is added?"""
        return self.alters and (
            any(column.is_numbered for column in self.columns)
            or (self.change is not None and (self.change.next_of != "" or "identity" in self.change.action))
        )

    @property
    def of_numbers_alone(self) -> bool:
        """The same, about an identity's sequence?"""
        return self.change is not None and self.change.for_duckdb == ""

    @property
    def all_keys(self) -> tuple[WrittenKey, ...]:
        return tuple(key for one in self.columns for key in one.keys) + self.keys


NOTHING: Final = TableDefinition()


def read(sql: str) -> TableDefinition:
    """
    What the text defines of a table; nothing where it is about anything else.
    """
    tokens = lexer.tokens(sql)
    if words_at(tokens, 0, 2) in {("create", "index"), ("create", "unique")}:
        return TableDefinition(index=create_index(sql), alters=True)
    return read_tokens(tokens)


def read_tokens(tokens: Tokens) -> TableDefinition:
    comment = constraint_comment(tokens)
    if comment is not None:
        change = f'ALTER TABLE {comment.table} ADD COLUMN "{PLACEHOLDER}" INTEGER'
        edit = Edit(tokens[0].start, tokens[-1].stop, change)
        return TableDefinition(commented=comment, alters=True, edits=(edit,))
    at = next((i for i in range(1, min(5, len(tokens))) if tokens[i].word == "table"), None)
    if at is None or tokens[0].word not in {"create", "alter"}:
        return NOTHING
    temporary = any(tokens[i].word in {"temp", "temporary"} for i in range(at))
    for words in (("if", "not", "exists"), ("if", "exists"), ("only",)):
        if words_at(tokens, at + 1, len(words)) == words:
            at += len(words)
    at += 1
    while word_at(tokens, at + 1) == ".":
        at += 2
    at += 1
    if tokens[0].word == "alter":
        return _altered(tokens, at)
    return _created(tokens, at, temporary=temporary) if word_at(tokens, at) == "(" else NOTHING


def edits(tokens: Tokens) -> Iterator[Edit]:
    """
    The clauses of CREATE TABLE and ALTER TABLE that are kept apart from the lake: left out for DuckDB.  Of a
    temporary table DuckDB has the keys and defaults itself.
    """
    for first, stop in like_places(tokens):  # written out before, but for who asks whether it parses
        yield Edit(tokens[first].start, tokens[stop - 1].stop, f'"{PLACEHOLDER}{first}" INTEGER')
    found = read_tokens(tokens)
    if not found.temporary:
        yield from found.edits
        for one in found.columns:
            yield from type_edits(one, added=found.alters)
    else:
        for one in found.columns:
            yield from one.number_edits
            yield from type_edits(one) if one.serial else moment_edits(one)


# ---- CREATE TABLE -------------------------------------------------------------------------------------


def _created(tokens: Tokens, opening: int, *, temporary: bool) -> TableDefinition:
    close = closing(tokens, opening)
    borders = [opening, *commas(tokens, opening, close), close]
    columns: list[WrittenColumn] = []
    keys: list[WrittenKey] = []
    kept: list[tuple[int, int]] = []
    found: list[Edit] = []
    for before, after in pairwise(borders):
        key = table_key(tokens, before + 1, after)
        if key is not None:
            keys.append(key)
            found.append(_left_out(tokens, before, after, close, is_first=not kept))
            continue
        kept.append((before, after))
        if before + 1 < after and tokens[before + 1].word not in OF_TABLE:
            columns.append(column(tokens, before + 1, after))
    found += [edit for one in columns for edit in one.edits]
    found += _required(tokens, kept, keys)
    return TableDefinition(tuple(columns), tuple(keys), temporary=temporary, edits=tuple(found))


def _left_out(tokens: Tokens, before: int, after: int, close: int, *, is_first: bool) -> Edit:
    """An item goes with the comma before it, the first of all with that behind it."""
    if is_first:
        return Edit(tokens[before + 1].start, tokens[after if after == close else after + 1].start, "")
    return Edit(tokens[before].start, tokens[after - 1].stop, "")


def _required(tokens: Tokens, kept: list[tuple[int, int]], keys: list[WrittenKey]) -> Iterator[Edit]:
    """The columns of PRIMARY KEY (a, b) are NOT NULL."""
    primary = {name for key in keys if key.kind == "p" for name in key.columns}
    for before, after in kept:
        if name_at(tokens, before + 1) in primary:
            yield Edit(tokens[after - 1].stop, tokens[after - 1].stop, " NOT NULL")


# ---- ALTER TABLE --------------------------------------------------------------------------------------


def _altered(tokens: Tokens, at: int) -> TableDefinition:
    """One action; a statement with several comes here one by one."""
    word, stop = word_at(tokens, at), len(tokens)
    if stop and tokens[stop - 1].word == ";":
        stop -= 1
    if word == "add" and word_at(tokens, at + 1) in OF_TABLE:
        return _key_added(tokens, at, stop)
    if word_at(tokens, at + 1) == "constraint" and word in {"drop", "rename", "alter"}:
        return _constraint_changed(tokens, at, stop)
    if word == "add":
        return _added(tokens, at, stop)
    if word in {"set", "reset"} and word_at(tokens, at + 1) == "(":
        return _options_changed(tokens, at, stop)
    if word == "alter":
        return _retyped(tokens, at, stop)
    return NOTHING


def _key_added(tokens: Tokens, at: int, stop: int) -> TableDefinition:
    key = table_key(tokens, at + 1, stop)
    if key is None:
        return NOTHING
    return TableDefinition(keys=(key,), alters=True, edits=(_in_place(tokens, at, stop),))


def _constraint_changed(tokens: Tokens, at: int, stop: int) -> TableDefinition:
    edit = _in_place(tokens, at, stop)
    if tokens[at].word == "alter":
        end, terms = timing(tokens, at + 3, stop, USUAL, "conflicting constraint properties")
        if end < stop:
            raise wrong(tokens, end)
        return TableDefinition(retimed=(name_at(tokens, at + 2), terms), alters=True, edits=(edit,))
    if tokens[at].word == "rename":
        renamed = name_at(tokens, at + 2), name_at(tokens, at + 4)
        return TableDefinition(renamed=renamed, alters=True, edits=(edit,))
    if_exists = words_at(tokens, at + 2, 2) == ("if", "exists")
    name = name_at(tokens, at + (4 if if_exists else 2))
    return TableDefinition(dropped=name, if_exists=if_exists, alters=True, edits=(edit,))


def _options_changed(tokens: Tokens, at: int, stop: int) -> TableDefinition:
    if only_storage(tokens[at + 2 : closing(tokens, at + 1)]):
        return NOTHING
    options = read_options(tokens, at + 1, resets=tokens[at].word == "reset")
    return TableDefinition(options=options, alters=True, edits=(_in_place(tokens, at, stop),))


def _in_place(tokens: Tokens, at: int, stop: int) -> Edit:
    return Edit(tokens[at].start, tokens[stop - 1].stop, f'ADD COLUMN "{PLACEHOLDER}" INTEGER')


def _added(tokens: Tokens, at: int, stop: int) -> TableDefinition:
    at += 1
    if word_at(tokens, at) == "column":
        at += 1
    if words_at(tokens, at, 3) == ("if", "not", "exists"):
        at += 3
    found = column(tokens, at, stop, added=True)
    return TableDefinition((found,), alters=True, edits=tuple(_without_constraints(tokens, found, at, stop)))


def _without_constraints(tokens: Tokens, found: WrittenColumn, at: int, stop: int) -> Iterator[Edit]:
    """
    A column is added without constraints, which its rows are held to when they have their values.
    """
    for edit in found.edits:
        yield Edit(edit.start, edit.stop, "")
    for i, _ in unnested(tokens, at):
        if i < stop and words_at(tokens, i, 2) == ("not", "null"):
            yield Edit(tokens[i].start, tokens[i + 1].stop, "")


def _retyped(tokens: Tokens, at: int, stop: int) -> TableDefinition:
    at += 2 if word_at(tokens, at + 1) == "column" else 1
    name = name_at(tokens, at)
    change = change_at(tokens, name, at + 1, stop)
    if change is not None:
        edit = _change_edit(tokens, at, stop, change)
        return TableDefinition(change=change, alters=True, edits=() if edit is None else (edit,))
    of_type = next((i for i, token in unnested(tokens, at + 1) if token.word == "type"), None)
    if of_type is None or of_type > at + 3:
        return NOTHING
    written = type_at(tokens, of_type + 1, stop)
    using = next((i for i, token in unnested(tokens, of_type) if token.word == "using"), None)
    span = None if using is None else Span(tokens[using + 1].start, tokens[stop - 1].stop)
    return TableDefinition((WrittenColumn(name, written),), alters=True, using=span)


def _change_edit(tokens: Tokens, at: int, stop: int, change: ColumnChange) -> Edit | None:
    if change.for_duckdb is None:
        return None
    if not change.for_duckdb:
        first = next(i for i in range(at, 0, -1) if tokens[i].word == "alter")
        return _in_place(tokens, first, stop)
    return Edit(tokens[at + 1].start, tokens[stop - 1].stop, change.for_duckdb)
