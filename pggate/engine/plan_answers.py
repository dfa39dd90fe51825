"""
The binder's answer of a statement's plans (json_serialize_plan), read by all that read plans.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from pggate.engine.assignments import read_assignments
from pggate.engine.bit_columns import bit_columns
from pggate.engine.character_columns import character_columns
from pggate.engine.enum_label_uses import misused_label
from pggate.engine.enum_literals import MARK, read_enum_literals
from pggate.engine.enum_uses import misused
from pggate.engine.field_origins import FIELD, field_origins
from pggate.engine.json_lineage import json_sources
from pggate.engine.moment_columns import TYPES as MOMENT_TYPES
from pggate.engine.moment_columns import moment_columns
from pggate.engine.origins import origins
from pggate.engine.outputs import declared
from pggate.engine.plan import read_plan
from pggate.engine.recursive_queries import without_modifier
from pggate.engine.tokens import called_names
from pggate.engine.unbindable import refusal
from pggate.translate.columns import recursive_terms
from pggate.translate.types import bare_numerics

if TYPE_CHECKING:
    from pggate.engine.bound import Findings

ASKING_TYPES: Final = frozenset({"pg_typeof", "~pg_typeof", "sign", "grouping"})
"""Evaluated while it binds, or no function there, so that the plan does not tell; as is a cast of NULL."""


def read(written: str, sql: str, findings: Findings, *, has_parameters: bool) -> None:
    """
    Add what the answer tells of the text that was bound.

    Raises:
        PgError: The answer is an error.

    """
    answer: dict[str, Any] = json.loads(written)
    if answer["error"]:
        raise refusal(answer, sql, has_parameters=has_parameters)
    for plan in answer["plans"]:
        read_plan(plan, findings)
        findings.assignments += read_assignments(plan, sql)
        findings.declared = declared(plan, sql)
        findings.json_sources = json_sources(plan)
        findings.origins = origins(plan)
        if FIELD in written:
            findings.fields = field_origins(plan)
        findings.characters = character_columns(plan)
        findings.bits = bit_columns(plan)
        if any(of_type in written for of_type in MOMENT_TYPES):
            findings.moments = moment_columns(plan)
        if MARK in written:
            findings.enum_literals += read_enum_literals(plan, sql)
            findings.mismatch = findings.mismatch or misused(plan, sql) or misused_label(plan, sql)
        if recursive_terms.OPERATOR in written:
            findings.mismatch = findings.mismatch or without_modifier(plan, sql)


@dataclass(frozen=True, slots=True)
class FunctionNames:
    """
    Args:
        scalar: The names of all functions that are not for FROM, lower case.
        table: Those of the ones for FROM.

    """

    scalar: frozenset[str]
    table: frozenset[str]

    def add_called(self, sql: str, findings: Findings) -> None:
        """
        Functions that DuckDB evaluates while it binds, getvariable() and query() among them, are not in the
        plan: whatever stands before a parenthesis and is a function's name counts as used.
        """
        called = called_names(sql)
        findings.asks_types |= not called.isdisjoint(ASKING_TYPES) or bare_numerics.is_spelled(sql)
        findings.functions |= (called & self.scalar) - findings.table_functions
        findings.table_functions |= (called & self.table) - findings.functions
