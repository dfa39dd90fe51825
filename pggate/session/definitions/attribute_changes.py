"""
ALTER TYPE … ADD, DROP, RENAME and ALTER ATTRIBUTE: the type, the types that have it within, and every column
of them.  The lake changes the fields of a column without touching its rows.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pggate.engine.names import quote_identifier
from pggate.errors import (
    DuplicateColumn,
    FeatureNotSupported,
    InvalidTableDefinition,
    Notice,
    UndefinedColumn,
)
from pggate.session.cursors.places import topic_ids
from pggate.session.definitions.type_readers import TypeReaders
from pggate.session.queries.declared_objects import columns_of, still_there, table_of
from pggate.translate.commands.attribute_commands import (
    AddAttribute,
    DropAttribute,
    RenameAttribute,
    RetypeAttribute,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pggate.engine.definitions import Relation
    from pggate.lake.declared_composites import Attribute, CompositeType
    from pggate.lake.lake import Lake
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway
    from pggate.session.statement.identity import Identity
    from pggate.session.statement.notices import Notices
    from pggate.session.transactions.transaction import Transaction
    from pggate.translate.commands.attribute_commands import AttributeAction


class AttributeChanges:
    """
    Changes the attributes of a database's composite types for one session.

    Args:
        attributes: Names and texts of types to attributes.

    """

    def __init__(
        self,
        gateway: Gateway,
        identity: Identity,
        cursors: Cursors,
        transaction: Transaction,
        notices: Notices,
        attributes: Callable[[tuple[tuple[str, str], ...]], tuple[Attribute, ...]],
    ) -> None:
        self._gateway = gateway
        self._identity = identity
        self._cursors = cursors
        self._transaction = transaction
        self._notices = notices
        self._attributes = attributes
        self._readers = TypeReaders(gateway, cursors)

    def change(self, lake: Lake, composite: CompositeType, action: AttributeAction) -> list[CompositeType]:
        """
        Do one action on the columns.

        Returns:
            The type as it is then, and those that have it within.

        Raises:
            UndefinedColumn: 42703, there is no such attribute.
            DuplicateColumn: 42701, there is one of that name.
            InvalidTableDefinition: 42P16, the type would have itself within.
            DependentObjectsStillExist: 2BP01, a CHECK or a view reads what is dropped or renamed.
            FeatureNotSupported: An attribute that is stored gets another type, or none would be left.

        """
        match action:
            case AddAttribute():
                return self._add(lake, composite, action)
            case DropAttribute():
                return self._drop(lake, composite, action)
            case RenameAttribute():
                return self._rename(lake, composite, action)
            case RetypeAttribute():
                return self._retype(composite, action)

    def _add(self, lake: Lake, composite: CompositeType, action: AddAttribute) -> list[CompositeType]:
        _refuse_known(composite, action.name)
        attribute = self._attribute(composite, action)
        said = f"{quote_identifier(attribute.name)} {attribute.duckdb}"
        self._alter_columns(lake, composite, lambda path: f"ADD COLUMN {path}.{said}")
        return self._changed(replace(composite, attributes=(*composite.attributes, attribute)))

    def _drop(self, lake: Lake, composite: CompositeType, action: DropAttribute) -> list[CompositeType]:
        rest = tuple(one for one in composite.attributes if one.name != action.name)
        if len(rest) == len(composite.attributes):
            said = f'column "{action.name}" of relation "{composite.name}" does not exist'
            if not action.if_exists:
                raise UndefinedColumn(said)
            self._notices.add(Notice(f"{said}, skipping"))
            return [composite]
        if not rest:
            raise FeatureNotSupported("a composite type needs an attribute", hint="Add another one first.")
        self._refuse_readers(composite, action.name)
        name = quote_identifier(action.name)
        self._alter_columns(lake, composite, lambda path: f"DROP COLUMN {path}.{name}")
        return self._changed(replace(composite, attributes=rest))

    def _rename(self, lake: Lake, composite: CompositeType, action: RenameAttribute) -> list[CompositeType]:
        if all(one.name != action.name for one in composite.attributes):
            raise UndefinedColumn(f'column "{action.name}" does not exist')
        _refuse_known(composite, action.new)
        self._refuse_readers(composite, action.name)
        old, new = quote_identifier(action.name), quote_identifier(action.new)
        self._alter_columns(lake, composite, lambda path: f"RENAME COLUMN {path}.{old} TO {new}")
        attributes = tuple(
            replace(one, name=action.new) if one.name == action.name else one for one in composite.attributes
        )
        return self._changed(replace(composite, attributes=attributes))

    def _retype(self, composite: CompositeType, action: RetypeAttribute) -> list[CompositeType]:
        if all(one.name != action.name for one in composite.attributes):
            raise UndefinedColumn(f'column "{action.name}" of relation "{composite.name}" does not exist')
        attribute = self._attribute(composite, action)
        for relation, column, _ in self._paths(composite):
            raise FeatureNotSupported(
                f'cannot alter type "{composite.name}" because column "{relation.name}.{column}" uses it'
            )
        attributes = tuple(attribute if one.name == action.name else one for one in composite.attributes)
        return self._changed(replace(composite, attributes=attributes))

    def _attribute(self, composite: CompositeType, action: AddAttribute | RetypeAttribute) -> Attribute:
        """One of the type that is written, which has not this one within."""
        (attribute,) = self._attributes(((action.name, action.type),))
        known = {one.oid: one for one in self._cursors.composites().all_declared}
        if any(_within(known, attribute.type, quote_identifier(attribute.name), composite)):
            raise InvalidTableDefinition(f"composite type {composite.name} cannot be made a member of itself")
        return attribute

    def _refuse_readers(self, composite: CompositeType, attribute: str) -> None:
        """Raises DependentObjectsStillExist 2BP01: a CHECK or a view reads a column that has it within."""
        what = f"column {attribute} of composite type {composite.name}"
        for relation, column, _ in list(self._paths(composite)):
            self._readers.refuse(what, relation, column)

    # -- what has the type within

    def _changed(self, composite: CompositeType) -> list[CompositeType]:
        """The type, and the others as they are with it."""
        known = {one.oid: one for one in self._cursors.composites().all_declared} | {composite.oid: composite}
        changed, pending = {composite.oid: composite}, [composite]
        while pending:
            inner = pending.pop()
            for outer in _having(known, inner):
                made = _with_inner(outer, inner)
                known[made.oid] = changed[made.oid] = made
                pending.append(made)
        return list(changed.values())

    def _alter_columns(self, lake: Lake, composite: CompositeType, said: Callable[[str], str]) -> None:
        for relation, _, path in list(self._paths(composite)):
            self._transaction.will_change(lake, relation, topic_ids(self._gateway, relation))
            sql = f"ALTER TABLE {table_of(relation)} {said(path)}"
            self._cursors.lake.run(sql)
            self._cursors.define(sql)
            self._transaction.altered.add(relation)

    def _paths(self, composite: CompositeType) -> Iterator[tuple[Relation, str, str]]:
        """Each column that has the type within, and where: c, c.element."b" in the lake's words."""
        known = {one.oid: one for one in self._cursors.composites().all_declared}
        for relation, column, declared in columns_of(self._gateway, self._cursors, self._identity.database):
            if still_there(self._cursors, relation, column):
                for path in _within(known, declared.type, quote_identifier(column), composite):
                    yield relation, column, path


def _refuse_known(composite: CompositeType, name: str) -> None:
    if any(one.name == name for one in composite.attributes):
        raise DuplicateColumn(f'column "{name}" of relation "{composite.name}" already exists')


def _having(known: Mapping[int, CompositeType], inner: CompositeType) -> list[CompositeType]:
    oids = (inner.oid, inner.array_oid)
    return [one for one in known.values() if any(attribute.type in oids for attribute in one.attributes)]


def _with_inner(outer: CompositeType, inner: CompositeType) -> CompositeType:
    """A type whose attributes of another type are as that is now."""
    fields = ", ".join(f"{quote_identifier(one.name)} {one.duckdb}" for one in inner.attributes)
    texts = {inner.oid: f"STRUCT({fields})", inner.array_oid: f"STRUCT({fields})[]"}
    attributes = tuple(replace(one, duckdb=texts.get(one.type, one.duckdb)) for one in outer.attributes)
    return replace(outer, attributes=attributes)


def _within(
    known: Mapping[int, CompositeType], oid: int, path: str, composite: CompositeType
) -> Iterator[str]:
    if oid == composite.oid:
        yield path
    elif oid == composite.array_oid:
        yield f"{path}.element"
    for one in known.values():
        if oid in (one.oid, one.array_oid) and one.oid != composite.oid:
            inner = path if oid == one.oid else f"{path}.element"
            for attribute in one.attributes:
                yield from _within(
                    known, attribute.type, f"{inner}.{quote_identifier(attribute.name)}", composite
                )
