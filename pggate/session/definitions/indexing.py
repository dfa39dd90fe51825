"""
CREATE, DROP and ALTER INDEX.  Nothing is built: an index over columns is declared, as a key is, any other is
taken and leaves nothing behind.  What PostgreSQL would refuse is refused all the same.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pggate.engine.definitions import Relation
from pggate.engine.names import qualified, quote_identifier
from pggate.errors import DependentObjectsStillExist, DuplicateTable, Notice, PgError, WrongObjectType
from pggate.lake.catalogs import alias
from pggate.session.cursors.places import find, is_temporary
from pggate.session.queries.known_keys import KnownKeys
from pggate.session.statement.outcome import Done
from pggate.session.statement.utilities import ACCEPTED
from pggate.translate.definitions.indexes import create_index, drop_index, renamed_index
from pggate.translate.definitions.table_definitions import PLACEHOLDER
from pggate.translate.texts.statements import split

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pggate.session.analysis.analysis import Analyst
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway
    from pggate.session.statement.analysed import Analysed
    from pggate.session.statement.identity import Identity
    from pggate.session.statement.notices import Notices
    from pggate.session.statement.outcome import Outcome
    from pggate.session.transactions.transaction import Transaction
    from pggate.translate.definitions.indexes import CreateIndex
    from pggate.translate.texts.statements import Statement

    Run = Callable[[Analysed, Sequence[object]], Outcome]

UNENFORCED: Final = "Rows are not kept from being alike."


class Indexing:
    """
    Of one session.
    """

    def __init__(
        self,
        gateway: Gateway,
        identity: Identity,
        cursors: Cursors,
        transaction: Transaction,
        analyst: Analyst,
        notices: Notices,
        define: Run,
    ) -> None:
        """
        Args:
            define: Runs ALTER TABLE.

        """
        self._gateway = gateway
        self._identity = identity
        self._cursors = cursors
        self._transaction = transaction
        self._analyst = analyst
        self._notices = notices
        self._define = define
        self._keys = KnownKeys(gateway, cursors)

    def create(self, analysed: Analysed, _parameters: Sequence[object]) -> Done:
        """
        CREATE INDEX.

        Raises:
            WrongObjectType: It is on a view.
            DuplicateTable: There is a key of that name.
            PgError: The relation or a column is not there, or not for this role.

        """
        self._transaction.will_define()
        index = create_index(analysed.statement.text)
        relation = self._check(index)
        is_kept = index.columns and index.method == "btree"
        if is_kept and relation is not None and not is_temporary(relation):
            self._declare(index, analysed.statement)
            if not index.unique:
                self._accept(analysed.statement)
        elif index.unique:
            self._notices.add(Notice("a unique index is not kept", sqlstate="01000", detail=UNENFORCED))
        else:
            self._accept(analysed.statement)
        return Done(analysed.statement.tag())

    def drop(self, analysed: Analysed, _parameters: Sequence[object]) -> Done:
        """DROP INDEX: of those that are keys, as DROP CONSTRAINT."""
        command = drop_index(analysed.statement.text)
        for names in command.names:
            self._alter_key(names, "DROP CONSTRAINT", analysed.statement)
        return Done(analysed.statement.tag())

    def alter(self, analysed: Analysed, _parameters: Sequence[object]) -> Done:
        """ALTER INDEX: of those that are keys, RENAME."""
        renamed = renamed_index(analysed.statement.text)
        if renamed is None:
            self._accept(analysed.statement)
        else:
            names, new = renamed
            self._alter_key(names, "RENAME CONSTRAINT", analysed.statement, f" TO {quote_identifier(new)}")
        return Done(analysed.statement.tag())

    def _accept(self, statement: Statement) -> None:
        self._notices.add(Notice(ACCEPTED[statement.kind], sqlstate="01000"))

    def _check(self, index: CreateIndex) -> Relation | None:
        """What it is on."""
        (query,) = split(index.query)
        try:
            bound = self._analyst.analyse(query, describe=False).bound
        except PgError as error:
            error.position = None  # as PostgreSQL, which looks the names up without a text
            error.hint = None
            raise
        relations = bound.relations if bound is not None else frozenset()
        for relation in relations:
            found = find(self._gateway, relation)
            is_own_view = self._cursors.declaring.views.get((relation.schema, relation.name)) is not None
            if is_own_view or (found is not None and found.definition is not None):
                raise WrongObjectType(
                    f'cannot create index on relation "{relation.name}"',
                    detail="This operation is not supported for views.",
                )
        return next(iter(relations)) if len(relations) == 1 else None

    def _declare(self, index: CreateIndex, statement: Statement) -> None:
        """To the analysis it is an ALTER TABLE, whose text then is what was written."""
        (altering,) = split(f'ALTER TABLE {index.relation} ADD COLUMN "{PLACEHOLDER}" INTEGER')
        analysed = self._analyst.analyse(altering, describe=False)
        written = replace(analysed.statement, text=statement.text)
        try:
            self._define(replace(analysed, statement=written), ())
        except DuplicateTable as error:
            if not index.if_not_exists:
                raise
            self._notices.add(Notice(f"{error.message}, skipping", sqlstate="42P07"))

    def _alter_key(self, names: tuple[str, ...], action: str, statement: Statement, rest: str = "") -> None:
        """What becomes of the key of that name; where there is none, nothing."""
        name = names[-1]
        for table, kind in self._tables(names):
            if action == "DROP CONSTRAINT" and not kind.endswith("index"):
                raise DependentObjectsStillExist(
                    f"cannot drop index {name} because constraint {name} on table {table.name} requires it",
                    hint=f"You can drop constraint {name} on table {table.name} instead.",
                )
            self._alter(table, f"{action} {quote_identifier(name)}{rest}")
            return
        self._accept(statement)

    def _tables(self, names: tuple[str, ...]) -> Iterator[tuple[Relation, str]]:
        """The table with the key of that name, and the key's kind."""
        catalog = alias(self._identity.database)
        known = self._gateway.mirror.catalog.relations(self._identity.database)
        own = self._cursors.declaring.keys
        for schema in names[-2:-1] or self._cursors.schemas():
            tables = [each.name for each in known if each.schema == schema]
            tables += [table for of_schema, table in own if of_schema == schema]
            for table in dict.fromkeys(tables):
                relation = Relation(catalog, schema, table)
                kind = self._keys.keys(relation).get(names[-1])
                if kind is not None:
                    yield relation, kind

    def _alter(self, table: Relation, action: str) -> None:
        (statement,) = split(f"ALTER TABLE {qualified(table.schema, table.name)} {action}")
        self._define(self._analyst.analyse(statement, describe=False), ())
