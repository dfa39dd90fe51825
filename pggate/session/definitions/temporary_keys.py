"""
The keys and constraints of temporary tables, which DuckDB holds rows to and does not call by their names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.lake.declared import NamedKey
from pggate.session.definitions.declared_keys import free_name
from pggate.session.writing.check_constraints import CheckConstraints
from pggate.translate.definitions.written_keys import WrittenKey

if TYPE_CHECKING:
    from pggate.engine.definitions import Relation
    from pggate.session.analysis.analysis import Analyst
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.cursors.temporary_tables import Known
    from pggate.translate.definitions.table_definitions import TableDefinition


class TemporaryKeys:
    """
    Of one session.
    """

    def __init__(self, cursors: Cursors, analyst: Analyst) -> None:
        self._checks = CheckConstraints(cursors, analyst)

    def note(self, known: Known, relation: Relation, definition: TableDefinition) -> None:
        """
        Of a table that was made.

        Args:
            known: What is known of temporary tables.
            relation: Which one, on both cursors.
            definition: What is written of it.

        """
        named: dict[str, NamedKey] = {}
        for key in definition.all_keys:
            kinds = {name: one.kind for name, one in named.items()}
            found = self._named(known, relation, key, dict(kinds))
            named[found.name] = found
        if named:
            known.keys[relation.name] = tuple(named.values())

    def _named(self, known: Known, relation: Relation, key: WrittenKey, others: dict[str, str]) -> NamedKey:
        if key.kind == "c":
            columns, condition, shown = self._checks.read(relation, key.condition)
            about = columns if len(columns) == 1 else ()
            name = key.name or free_name(relation.name, WrittenKey("c", about), others)
            return NamedKey(0, name, "c", columns, condition=condition, shown=shown)
        name = key.name or free_name(relation.name, key, others)
        if key.kind != "f":
            return NamedKey(0, name, key.kind, key.columns, terms=key.terms)
        other = key.references[-1]
        primary = next((one for one in known.keys.get(other, ()) if one.kind == "p"), None)
        referenced = key.referenced or (primary.columns if primary is not None else ())
        return NamedKey(0, name, "f", key.columns, (relation.schema, other), referenced, terms=key.terms)
