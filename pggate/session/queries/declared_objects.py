"""
What CREATE, ALTER and DROP of objects have in common that no lake keeps: enumerated types and sequences.

What such a statement declares goes into the message of its commit; a view in DuckLake's hidden schema makes
the commit a snapshot, and two that define one name conflict.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.engine.definitions import Relation
from pggate.engine.names import qualified, quote_identifier
from pggate.errors import (
    DependentObjectsStillExist,
    InsufficientPrivilege,
    InvalidSchemaName,
    Notice,
    PgError,
)
from pggate.lake.catalogs import alias

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pggate.lake.declared import DeclaredColumn
    from pggate.lake.lake import Lake
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway
    from pggate.session.statement.analysed import Analysed
    from pggate.session.statement.identity import Identity
    from pggate.session.transactions.transaction import Transaction

    Name = tuple[str, ...]


class DeclaredObjects:
    """
    The steps of one session's statements.
    """

    def __init__(
        self, gateway: Gateway, identity: Identity, cursors: Cursors, transaction: Transaction
    ) -> None:
        self._gateway = gateway
        self._identity = identity
        self._cursors = cursors
        self._transaction = transaction

    def begin(self, analysed: Analysed) -> Lake:
        """
        The lake that the statement is about, whose transaction has begun.

        Raises:
            InsufficientPrivilege: The role is no superuser.

        """
        if not self._identity.superuser:
            raise InsufficientPrivilege(
                f"permission denied for {analysed.statement.kind.value}", hint="Only a superuser can run it."
            )
        lake = self._gateway.databases.find(self._identity.database).lake
        self._transaction.will_define()
        self._transaction.will_write(lake)
        self._transaction.enter(changes=True)
        self._transaction.will_redefine()
        return lake

    def place(self, name: Name) -> tuple[str, str]:
        """
        Schema and name of what is to be created.

        Raises:
            InvalidSchemaName: There is no such schema.

        """
        if len(name) > 1:
            schema = "public" if name[-2] == "main" else name[-2]
            self.check_schema(schema)
            return schema, name[-1]
        schemas = self._cursors.schemas()
        if not schemas:
            raise InvalidSchemaName("no schema has been selected to create in")
        return schemas[0], name[0]

    def check_schema(self, schema: str) -> None:
        """Raises InvalidSchemaName 3F000."""
        database = self._gateway.mirror.catalog.database(self._identity.database)
        if schema not in database.schemas.keys() | self._cursors.own_schemas:
            raise InvalidSchemaName(f'schema "{schema}" does not exist')

    def mark(self, lake: Lake, name: str, oid: int) -> None:
        """Make the commit a snapshot."""
        mark(self._cursors, lake, name, oid)

    def unmark(self, lake: Lake, name: str) -> None:
        """The same of what is dropped."""
        self._cursors.lake.run(f"DROP VIEW IF EXISTS {_mark(lake, name)}")


def mark(cursors: Cursors, lake: Lake, name: str, oid: int) -> None:
    """
    Make the commit a snapshot, which conflicts with others of that name.
    """
    cursors.lake.run(f"CREATE OR REPLACE VIEW {_mark(lake, name)} AS SELECT {oid} AS oid")


def _mark(lake: Lake, name: str) -> str:
    return qualified(lake.alias, "main", f"~{name}")


def columns_of(
    gateway: Gateway, cursors: Cursors, database: str
) -> Iterator[tuple[Relation, str, DeclaredColumn]]:
    """
    What the columns of a database declare, as the open transaction has it: topic, name, declaration.
    """
    catalog, own = alias(database), cursors.declaring.columns
    for relation in gateway.mirror.catalog.relations(database):
        if relation.topic is None or (relation.schema, relation.name) in cursors.declaring.own:
            continue
        said = own.get((relation.schema, relation.name), {})
        for column in relation.topic.columns:
            if column.declared is not None and column.name not in said:
                yield Relation(catalog, relation.schema, relation.name), column.name, column.declared
    for (schema, table), columns in own.items():
        for name, declared in columns.items():
            if declared is not None:
                yield Relation(catalog, schema, table), name, declared


def still_there(cursors: Cursors, relation: Relation, column: str) -> bool:
    """Has the open transaction dropped neither the topic nor its column?"""
    try:
        cursors.binder.columns(f"SELECT {quote_identifier(column)} FROM {table_of(relation)}")
    except PgError:
        return False
    return True


def table_of(relation: Relation) -> str:
    """The qualified, quoted name."""
    return qualified(relation.catalog, relation.schema, relation.name)


def dependents_remain(what: str, dependents: Sequence[str], of: str = "") -> DependentObjectsStillExist:
    """
    The error of a DROP without CASCADE.

    Args:
        what: "type mood".
        dependents: "column m of table t".
        of: What they depend on, where it only goes with what is dropped.

    """
    return DependentObjectsStillExist(
        f"cannot drop {what} because other objects depend on it",
        detail="\n".join(f"{dependent} depends on {of or what}" for dependent in dependents),
        hint="Use DROP ... CASCADE to drop the dependent objects too.",
    )


def cascade_notice(dependents: Sequence[str]) -> Notice:
    """
    What DROP … CASCADE tells of what goes along (PostgreSQL 15, reportDependentObjects).
    """
    gone = [f"drop cascades to {dependent}" for dependent in dependents]
    if len(gone) == 1:
        return Notice(gone[0])
    return Notice(f"drop cascades to {len(gone)} other objects", detail="\n".join(gone))
