"""
What the binder says of a statement: the relations, targets, functions and parameters that it uses.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pggate.engine.assignments import Assignment
    from pggate.engine.definitions import Altered, Created, Dropped, Relation, Target
    from pggate.engine.enum_literals import EnumLiteral
    from pggate.engine.json_lineage import Sources
    from pggate.engine.moment_literals import MomentLiteral
    from pggate.engine.origins import Origins


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
        asks_types: May a function or cast have another type than in PostgreSQL (translate/result_types.py)?
        declared: Of a query, which columns keep a declared modifier (outputs.py).
        json_sources: Of a query, what its JSON columns are made of (json_lineage.py).
        origins: Of each column of a query the relation's column that it plainly is, as far as that is known.
        enum_literals: Literals that are meant as labels of an enumerated type.
        moment_literals: Literals that become dates or times, and that DuckDB may read otherwise.
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
    asks_types: bool = False
    declared: tuple[bool, ...] = ()
    json_sources: Mapping[int, Sources] = field(default_factory=dict)
    origins: Origins = ()
    enum_literals: tuple[EnumLiteral, ...] = ()
    moment_literals: frozenset[MomentLiteral] = frozenset()
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
    asks_types: bool = False
    declared: tuple[bool, ...] = ()
    json_sources: Mapping[int, Sources] = field(default_factory=dict)
    origins: Origins = ()
    enum_literals: tuple[EnumLiteral, ...] = ()
    moment_literals: set[MomentLiteral] = field(default_factory=set)
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
            asks_types=self.asks_types,
            declared=self.declared,
            json_sources=self.json_sources,
            origins=self.origins,
            enum_literals=self.enum_literals,
            moment_literals=frozenset(self.moment_literals),
            created=self.created,
            altered=self.altered,
            dropped=self.dropped,
        )
