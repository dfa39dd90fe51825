"""
What the binder says of a statement: the relations, targets, functions and parameters that it uses.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pggate.engine.assignments import Assignment
    from pggate.engine.bit_columns import Bits
    from pggate.engine.character_sources import Made
    from pggate.engine.definitions import Altered, Created, Dropped, Relation, Target
    from pggate.engine.enum_literals import EnumLiteral
    from pggate.engine.field_origins import FieldOrigin
    from pggate.engine.json_lineage import Sources
    from pggate.engine.mismatch import Mismatch
    from pggate.engine.moment_columns import Modifiers
    from pggate.engine.origins import Origins
    from pggate.engine.untyped_literals import UntypedLiteral
    from pggate.types.table import PgType


@dataclass(frozen=True, slots=True)
class Bound:
    """
    What a statement is about.

    Args:
        kind: DuckDB's statement type: SELECT, INSERT, UPDATE, DELETE (TRUNCATE too), MERGE_INTO, CREATE,
            ALTER (COMMENT ON too), DROP, COPY, CALL.
        relations: What it reads: scans of tables, a DML's own target where its rows are read.
        targets: What it changes.
        functions: Scalar, aggregate and window functions by DuckDB's names, operators (`+`) and what they are
            spelled as in the text, lower case.
        table_functions: The same for functions in FROM.
        operators: Plan operators, LOGICAL_….
        parameters: $n → DuckDB's text of its type; a number is missing where DuckDB left its type open.
        unknown: What the plan has and the walk does not know.  Not empty = refuse.
        assignments: Values that an INSERT or UPDATE makes into what the columns are.
        nested: The columns with arrays of several dimensions of what it writes to (nested_columns.py).
        asks_types: May a function or cast have another type than in PostgreSQL
        (translate/results/result_types.py)? declared: Of a query, which columns keep a declared modifier
        (outputs.py). json_sources: Of a query, what its JSON columns are made of (json_lineage.py).
        origins: Of each column of a query the relation's column that it plainly is, as far as that is known.
        fields: The same of columns that are fields of a relation's columns (field_origins.py).
        characters: Of each column what tells which character type a text is (character_sources.py).
        moments: Of each column what its modifier has to be, if it is a date, time or interval
            (moment_columns.py).
        mismatch: What stands together and is of types that PostgreSQL has nothing for.
        composites: The composite types that the client's text casts to.
        bits: Of each column which bit string it is, if it is one (bit_columns.py).
        enum_literals: Literals that are meant as labels of an enumerated type.
        untyped_literals: Literals that become dates, numbers, byte strings or arrays, as DuckDB may read them
            otherwise.
        created: Of CREATE.  A view's query is bound too: what it reads is in `relations`.

    """

    kind: str
    relations: frozenset[Relation] = frozenset()
    targets: frozenset[Target] = frozenset()
    functions: frozenset[str] = frozenset()
    table_functions: frozenset[str] = frozenset()
    operators: frozenset[str] = frozenset()
    parameters: Mapping[int, str] = field(default_factory=dict)
    unknown: frozenset[str] = frozenset()
    assignments: tuple[Assignment, ...] = ()
    nested: Mapping[str, str] = field(default_factory=dict)
    asks_types: bool = False
    declared: tuple[bool, ...] = ()
    json_sources: Mapping[int, Sources] = field(default_factory=dict)
    origins: Origins = ()
    fields: tuple[FieldOrigin | None, ...] = ()
    characters: tuple[Made, ...] = ()
    moments: tuple[Modifiers, ...] = ()
    mismatch: Mismatch | None = None
    bits: tuple[Bits, ...] = ()
    composites: tuple[PgType, ...] = ()
    enum_literals: tuple[EnumLiteral, ...] = ()
    untyped_literals: frozenset[UntypedLiteral] = frozenset()
    created: Created | None = None
    altered: Altered | None = None
    dropped: Dropped | None = None


@dataclass(slots=True)
class Findings:
    """
    What the walk over a plan (`plan.read_plan`) has met so far.
    """

    default_catalog: str
    relations: set[Relation] = field(default_factory=set)
    targets: set[Target] = field(default_factory=set)
    functions: set[str] = field(default_factory=set)
    table_functions: set[str] = field(default_factory=set)
    operators: set[str] = field(default_factory=set)
    unknown: set[str] = field(default_factory=set)
    parameters: dict[int, str] = field(default_factory=dict)
    assignments: tuple[Assignment, ...] = ()
    nested: dict[str, str] = field(default_factory=dict)
    asks_types: bool = False
    declared: tuple[bool, ...] = ()
    json_sources: Mapping[int, Sources] = field(default_factory=dict)
    origins: Origins = ()
    fields: tuple[FieldOrigin | None, ...] = ()
    characters: tuple[Made, ...] = ()
    moments: tuple[Modifiers, ...] = ()
    mismatch: Mismatch | None = None
    bits: tuple[Bits, ...] = ()
    enum_literals: tuple[EnumLiteral, ...] = ()
    untyped_literals: set[UntypedLiteral] = field(default_factory=set)
    created: Created | None = None
    altered: Altered | None = None
    dropped: Dropped | None = None

    def bound(self, kind: str) -> Bound:
        return Bound(
            kind=kind,
            relations=frozenset(self.relations),
            targets=frozenset(self.targets),
            functions=frozenset(self.functions),
            table_functions=frozenset(self.table_functions),
            operators=frozenset(self.operators),
            parameters=self.parameters,
            unknown=frozenset(self.unknown),
            assignments=self.assignments,
            nested=self.nested,
            asks_types=self.asks_types,
            declared=self.declared,
            json_sources=self.json_sources,
            origins=self.origins,
            fields=self.fields,
            characters=self.characters,
            moments=self.moments,
            mismatch=self.mismatch,
            bits=self.bits,
            enum_literals=self.enum_literals,
            untyped_literals=frozenset(self.untyped_literals),
            created=self.created,
            altered=self.altered,
            dropped=self.dropped,
        )
