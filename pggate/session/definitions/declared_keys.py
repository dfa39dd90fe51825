"""
Keys and constraints that a definition declares: recorded and shown.  Rows are held to a CHECK alone (decision
11).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pggate.engine.names import qualified
from pggate.errors import (
    DuplicateObject,
    DuplicateTable,
    InvalidTableDefinition,
    Notice,
    UndefinedColumn,
    UndefinedObject,
    WrongObjectType,
)
from pggate.lake.declared import NamedKey
from pggate.session.columns.column_notes import place
from pggate.session.cursors.places import LAKE_PREFIX
from pggate.session.definitions.known_sequences import object_name
from pggate.session.definitions.references import References, set_places
from pggate.session.definitions.required_columns import RequiredColumns
from pggate.session.queries.declared_objects import table_of
from pggate.session.queries.known_keys import KnownKeys
from pggate.session.writing.check_constraints import CheckConstraints
from pggate.translate.definitions.written_keys import WrittenKey

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.engine.definitions import Relation
    from pggate.session.analysis.analysis import Analyst
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway
    from pggate.session.statement.notices import Notices
    from pggate.translate.definitions.constraint_comments import ConstraintComment
    from pggate.translate.definitions.indexes import CreateIndex
    from pggate.translate.definitions.key_terms import KeyTerms
    from pggate.translate.definitions.table_definitions import TableDefinition

KEYS: Final = {"p": "PRIMARY KEY", "u": "UNIQUE", "f": "FOREIGN KEY"}
UNENFORCED: Final = "Rows are not held to it; it tells clients and tools what to expect."


class DeclaredKeys(KnownKeys):
    """
    Notes the keys of one session's definitions.
    """

    def __init__(self, gateway: Gateway, cursors: Cursors, notices: Notices, analyst: Analyst) -> None:
        super().__init__(gateway, cursors)
        self._checks = CheckConstraints(cursors, analyst)
        self._references = References(cursors, self)
        self._notices = notices
        self._required = RequiredColumns(gateway, cursors)

    def change(self, relation: Relation, definition: TableDefinition) -> None:
        """
        ALTER TABLE … ADD or DROP CONSTRAINT, COMMENT ON CONSTRAINT: the lake itself knows nothing of them.

        Raises:
            UndefinedObject: There is no such constraint.

        """
        if definition.dropped:
            if definition.dropped not in self.keys(relation):
                self._refuse_undefined(relation, definition)
                return
            self._cursors.declaring.keys.setdefault(place(relation), {})[definition.dropped] = None
        if definition.renamed is not None:
            self._rename(relation, *definition.renamed)
        if definition.retimed is not None:
            self._retime(relation, *definition.retimed)
        if definition.commented is not None:
            self._comment(relation, definition.commented)
        if definition.index is not None:
            self._index(relation, definition.index)
        self.add(relation, definition)
        self.touch(relation)

    def _rename(self, relation: Relation, old: str, new: str) -> None:
        known = self.keys(relation)
        if old not in known:
            raise UndefinedObject(f'constraint "{old}" for table "{relation.name}" does not exist')
        if new in known:
            raise DuplicateObject(f'constraint "{new}" for relation "{relation.name}" already exists')
        own = self._cursors.declaring.keys.setdefault(place(relation), {})
        own |= {new: replace(self.named(relation, old), name=new), old: None}

    def _retime(self, relation: Relation, name: str, terms: KeyTerms) -> None:
        """
        ALTER CONSTRAINT.

        Args:
            terms: As far as they say when.

        """
        kind = self.keys(relation).get(name, "index")
        if kind.endswith("index"):
            raise UndefinedObject(f'constraint "{name}" of relation "{relation.name}" does not exist')
        if kind != "f":
            raise WrongObjectType(
                f'constraint "{name}" of relation "{relation.name}" is not a foreign key constraint'
            )
        known = self.named(relation, name)
        now = replace(known.terms, deferrable=terms.deferrable, deferred=terms.deferred)
        self._cursors.declaring.keys.setdefault(place(relation), {})[name] = replace(known, terms=now)

    def _comment(self, relation: Relation, comment: ConstraintComment) -> None:
        name = comment.constraint
        if self.keys(relation).get(name, "index").endswith("index"):
            raise UndefinedObject(f'constraint "{name}" for table "{relation.name}" does not exist')
        own = self._cursors.declaring.keys.setdefault(place(relation), {})
        own[name] = replace(self.named(relation, name), comment=comment.text)

    def _index(self, relation: Relation, index: CreateIndex) -> None:
        """
        CREATE INDEX over columns; those that a unique one includes are left out.

        Raises:
            DuplicateTable: The name is another key's.

        """
        known = self.keys(relation) | self._relations(relation)
        written = WrittenKey("u", index.columns + index.included)
        name = index.name or free_name(relation.name, written, known, "idx")
        if name in known:
            raise DuplicateTable(f'relation "{name}" already exists')
        columns = index.columns + (() if index.unique else index.included)
        own = self._cursors.declaring.keys.setdefault(place(relation), {})
        named = NamedKey(self._oid(), name, "index", columns, options=index.options)
        own[name] = replace(named, kind="unique index") if index.unique else named
        if index.unique:
            message = f'UNIQUE "{name}" is recorded and not enforced'
            self._notices.add(Notice(message, sqlstate="01000", detail=UNENFORCED))

    def _relations(self, relation: Relation) -> dict[str, str]:
        """The kinds of the relations of its schema by name: no index is called as one of them."""
        database = relation.catalog.removeprefix(LAKE_PREFIX)
        catalog = self._gateway.mirror.catalog
        return {one.name: one.kind for one in catalog.relations(database) if one.schema == relation.schema}

    def _refuse_undefined(self, relation: Relation, definition: TableDefinition) -> None:
        message = f'constraint "{definition.dropped}" of relation "{relation.name}" does not exist'
        if not definition.if_exists:
            raise UndefinedObject(message)
        self._notices.add(Notice(f"{message}, skipping"))

    def touch(self, relation: Relation) -> None:
        """What the lake keeps none of makes no snapshot: a view in DuckLake's hidden schema does."""
        name = qualified(relation.catalog, "main", f"~keys:{relation.schema}.{relation.name}")
        self._cursors.lake.run(f"CREATE OR REPLACE VIEW {name} AS SELECT {self._oid()} AS declared")

    def take_over(self, relation: Relation) -> None:
        """Note all keys: the topic is about to have another name."""
        for name in self.keys(relation):
            named = self.named(relation, name)
            self._cursors.declaring.keys.setdefault(place(relation), {})[name] = named

    def _oid(self, count: int = 1) -> int:
        return self._gateway.registry.take_oid(count)

    def add(self, relation: Relation, definition: TableDefinition) -> None:
        if not definition.all_keys:
            return
        known = self.keys(relation)
        for key in definition.all_keys:
            named = self._named(relation, key, known)
            if named.name in known:
                raise DuplicateObject(
                    f'constraint "{named.name}" for relation "{relation.name}" already exists'
                )
            if key.kind == "p" and "p" in known.values():
                raise InvalidTableDefinition(
                    f'multiple primary keys for table "{relation.name}" are not allowed'
                )
            if key.kind == "p" and definition.alters:
                self._require(relation, key)
            known[named.name] = key.kind
            self._cursors.declaring.keys.setdefault(place(relation), {})[named.name] = named
            if key.kind != "c":
                self._notices.add(
                    Notice(
                        f'{KEYS[key.kind]} "{named.name}" is recorded and not enforced',
                        sqlstate="01000",
                        detail=UNENFORCED,
                    )
                )
            elif definition.alters:
                self._checks.verify(relation, named)

    def _require(self, relation: Relation, key: WrittenKey) -> None:
        """The columns of a primary key that is added are NOT NULL."""
        for name in key.columns:
            self._required.require(relation, name)

    def _named(self, relation: Relation, key: WrittenKey, known: dict[str, str]) -> NamedKey:
        columns = {c.name for c in self._cursors.binder.columns(f"SELECT * FROM {table_of(relation)}")}
        for name in key.columns:
            if name not in columns:
                raise UndefinedColumn(
                    f'column "{name}" referenced in foreign key constraint does not exist'
                    if key.kind == "f"
                    else f'column "{name}" named in key does not exist'
                )
        if key.kind == "c":
            return self._check(relation, key, known)
        name = key.name or free_name(relation.name, key, known)
        if key.kind != "f":
            return NamedKey(self._oid(), name, key.kind, key.columns, terms=key.terms)
        other, referenced = self._references.of(key, relation)
        named = NamedKey(self._oid(), name, key.kind, key.columns, place(other), referenced)
        return replace(named, terms=replace(key.terms, set_places=set_places(key, columns)))

    def _check(self, relation: Relation, key: WrittenKey, known: dict[str, str]) -> NamedKey:
        columns, condition, shown = self._checks.read(relation, key.condition)
        about = columns if len(columns) == 1 else ()
        name = key.name or free_name(relation.name, WrittenKey("c", about), known)
        return NamedKey(self._oid(), name, "c", columns, condition=condition, shown=shown)

    def retyped(self, relation: Relation, column: str, of_type: str) -> list[NamedKey]:
        """
        The CHECKs over a column that is about to have another type.

        Args:
            of_type: As it is written.

        Raises:
            PgError: One does not bind then.

        """
        checks = self.checks_of(relation, column)
        return [self._checks.with_column_retyped(relation, check, column, of_type) for check in checks]

    def verify(self, relation: Relation, column: str) -> None:
        """Raises CheckViolation 23514: a row breaks a CHECK over the column."""
        for check in self.checks_of(relation, column):
            self._checks.verify(relation, check)

    def rename_column(self, relation: Relation, old: str, new: str) -> None:
        """The constraints that are about a column which is about to be renamed."""
        self._change_checks(relation, old, lambda key: self._checks.with_column_renamed(key, old, new))

    def drop_column(self, relation: Relation, name: str) -> None:
        """Those that are about a column which is gone go with it."""
        self._change(relation, name, tuple(self.keys(relation)), lambda _: None)

    def _change_checks(
        self, relation: Relation, column: str, change: Callable[[NamedKey], NamedKey | None]
    ) -> None:
        checks = tuple(name for name, kind in self.keys(relation).items() if kind == "c")
        self._change(relation, column, checks, change)

    def _change(
        self,
        relation: Relation,
        column: str,
        names: tuple[str, ...],
        change: Callable[[NamedKey], NamedKey | None],
    ) -> None:
        """
        Args:
            names: Of the keys that may be about the column.

        """
        for name in names:
            key = self.named(relation, name)
            if column in key.columns:
                self._cursors.declaring.keys.setdefault(place(relation), {})[name] = change(key)


def free_name(table: str, key: WrittenKey, known: dict[str, str], label: str = "") -> str:
    """
    What PostgreSQL calls a key without a name.
    """
    label = label or {"p": "pkey", "u": "key", "f": "fkey", "c": "check"}[key.kind]
    parts = [table, "_".join(key.columns)] if key.columns and key.kind != "p" else [table]
    number = 0
    while (name := object_name(*parts, f"{label}{number or ''}")) in known:
        number += 1
    return name
