"""
Rows of the mirror's table of keys: constraints and indexes, with the texts of their definitions
(src/backend/utils/adt/ruleutils.c) in parts, between which the name of a relation goes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pggate.catalog.given import TypeFacts
from pggate.catalog.relation_rows import INDEXED, PG_CLASS
from pggate.functions.identifiers import quote_ident
from pggate.types.table import TEXT, VARCHAR

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pggate.catalog.given import Given
    from pggate.catalog.model import Column, Database, Key, Relation
    from pggate.catalog.type_rows import Types

    Row = tuple[object, ...]

PG_CONSTRAINT: Final = 2606
"""Its OID."""

UNIQUE: Final = frozenset({"p", "u"})
"""Kinds of keys that foreign keys rely on."""

ACTIONS: Final = {"r": "RESTRICT", "c": "CASCADE", "n": "SET NULL", "d": "SET DEFAULT"}
"""confupdtype and confdeltype, but for NO ACTION, which is not said."""

ORDERS: Final = {0: "", 1: " DESC NULLS LAST", 2: " NULLS FIRST", 3: " DESC"}
"""What pg_index.indoption says behind a column."""

ANY_ENUM: Final = 3500
RECORD: Final = 2249
ANY_ARRAY: Final = 2277
NO_FACTS: Final = TypeFacts(0, False, "", "", "", "", 0)


class Pointed(NamedTuple):
    """
    What a foreign key points to.

    Args:
        attnums: In its order.
        key: The OID of a key of these columns, 0 if there is none.
        places: Where that has each of them.

    """

    attnums: list[int]
    key: int
    places: list[int]


def key_rows(given: Given, database: Database, relation: Relation, types: Types) -> Iterator[Row]:
    """
    The keys of a topic.
    """
    columns = {column.name: column for column in relation.columns}
    schema = database.schemas[relation.schema].oid
    for key in relation.keys:
        attnums = [columns[name].attnum for name in key.columns]
        pointed = _pointed(database, key)
        terms = key.terms
        yield (
            *(database.key, key.oid, schema, relation.schema, relation.oid, relation.name),
            *(key.name, key.kind, attnums, key.references, *(pointed or (None, None, None))),
            *(key.shown or None, list(key.options), terms.on_update, terms.on_delete, terms.match),
            *(list(terms.set_places), terms.deferrable, terms.deferred),
            *_compared(given, key, [columns[name] for name in _ordered(key)], types),
            *_definition(key),
            *_index_definition(relation, key),
        )


def key_descriptions(key: str, relation: Relation) -> Iterator[Row]:
    """
    What comments say of the keys of a topic.
    """
    for one in relation.keys:
        if one.comment is not None:
            of = PG_CLASS if one.kind in ("index", "unique index") else PG_CONSTRAINT
            yield (key, one.oid, of, 0, one.comment)


def _pointed(database: Database, key: Key) -> Pointed | None:
    other = database.by_oid.get(key.references) if key.references is not None else None
    if other is None:
        return None
    attnums = {column.name: column.attnum for column in other.columns}
    wanted = [attnums[name] for name in key.referenced]
    keys = [
        (one.oid, [attnums[name] for name in one.columns])
        for one in other.keys
        if one.kind in UNIQUE and sorted(one.columns) == sorted(key.referenced)
    ]
    if not keys:
        return Pointed(wanted, 0, list(range(1, len(wanted) + 1)))
    first = min(columns for _, columns in keys)
    return Pointed(wanted, min(oid for oid, _ in keys), [first.index(attnum) + 1 for attnum in wanted])


def _ordered(key: Key) -> Sequence[str]:
    """The columns by which an index orders; the others it includes."""
    if key.kind not in INDEXED:
        return ()
    return key.columns[: len(key.options)] if key.options else key.columns


def _compared(
    given: Given, key: Key, columns: Sequence[Column], types: Types
) -> tuple[list[int], list[int], list[int]] | tuple[None, None, None]:
    """
    Collations, and the default operator classes of btree, of which enumerated types, arrays and rows have one
    each, and varchar has text's (src/backend/commands/indexcmds.c); and pg_index.indoption.
    """
    if key.kind not in INDEXED:
        return None, None, None
    facts = [types.facts(column.type_oid) or NO_FACTS for column in columns]
    classes = [_class(given.classes, of, column.type_oid) for of, column in zip(facts, columns, strict=True)]
    return [one.collation for one in facts], classes, list(key.options) or [0] * len(key.columns)


def _class(classes: Mapping[int, int], facts: TypeFacts, of_type: int) -> int:
    if facts.typtype == "e":
        of_type = ANY_ENUM
    elif facts.typtype == "c":
        of_type = RECORD
    elif facts.category == "A":
        of_type = ANY_ARRAY
    elif of_type == VARCHAR.oid:
        of_type = TEXT.oid
    return classes.get(of_type, 0)


def _definition(key: Key) -> tuple[str | None, str | None]:
    """Of a constraint: up to the name of the relation that it points to, and after it."""
    timing = " DEFERRABLE" * key.terms.deferrable + " INITIALLY DEFERRED" * key.terms.deferred
    match key.kind:
        case "c":
            return f"CHECK ({key.shown}){timing}" if key.shown else None, None
        case "p":
            return f"PRIMARY KEY ({_listed(key.columns)}){timing}", None
        case "u":
            return f"UNIQUE ({_listed(key.columns)}){timing}", None
        case "f":
            before = f"FOREIGN KEY ({_listed(key.columns)}) REFERENCES "
            return before, f"({_listed(key.referenced)}){_actions(key)}{timing}"
        case _:
            return None, None


def _actions(key: Key) -> str:
    terms = key.terms
    said = " MATCH FULL" if terms.match == "f" else ""
    if terms.on_update in ACTIONS:
        said += f" ON UPDATE {ACTIONS[terms.on_update]}"
    if terms.on_delete in ACTIONS:
        said += f" ON DELETE {ACTIONS[terms.on_delete]}"
    if terms.set_places:
        said += f" ({_listed(key.columns[place - 1] for place in terms.set_places)})"
    return said


def _index_definition(
    relation: Relation, key: Key
) -> tuple[list[str], str, str, str] | tuple[None, None, None, None]:
    """Of an index: its columns; its definition up to the name of its relation, that, and what is after."""
    if key.kind not in INDEXED:
        return None, None, None, None
    unique = "" if key.kind == "index" else "UNIQUE "
    ordered = (
        f"{quote_ident(name)}{ORDERS.get(option, '')}"
        for name, option in zip(_ordered(key), key.options or (0,) * len(key.columns), strict=True)
    )
    included = key.columns[len(key.options) :] if key.options else ()
    return (
        [quote_ident(name) for name in key.columns],
        f"CREATE {unique}INDEX {quote_ident(key.name)} ON ",
        f"{quote_ident(relation.schema)}.{quote_ident(relation.name)}",
        f" USING btree ({', '.join(ordered)})" + (f" INCLUDE ({_listed(included)})" if included else ""),
    )


def _listed(names: Iterable[str]) -> str:
    return ", ".join(map(quote_ident, names))
