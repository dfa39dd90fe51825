"""
The SQL that appends, takes back and merges what is kept.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pggate.engine.names import quote_identifier
from pggate.translate.trees import nodes
from pggate.views.expressions import all_of, sql

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pggate.translate.trees.nodes import Tree
    from pggate.views.select import Select
    from pggate.views.states import States


def partial_rows(columns: Sequence[str], select: Select, text_of: Callable[[Tree], str]) -> str:
    """
    Of each row what is kept of it.
    """
    listed = [_seq(select), *_named("c", columns), '1::BIGINT AS "~n"']
    return f"SELECT {', '.join(listed)} {_from(select, text_of)}"


def partial_groups(
    keys: Sequence[str], states: States, select: Select, text_of: Callable[[Tree], str]
) -> str:
    """
    Of each snapshot and group what is kept of its rows.
    """
    return _of_groups(keys, states, select, _from(select, text_of))


def _of_groups(keys: Sequence[str], states: States, select: Select, rows: str) -> str:
    listed = [_seq(select), *_named("k", keys), 'count(*) AS "~n"', *_named("s", states.partials)]
    numbers = ", ".join(str(number) for number in range(1, len(keys) + 2))
    return f"SELECT {', '.join(listed)} {rows} GROUP BY {numbers}"


def partials_of_affected(
    keys: Sequence[str], states: States, select: Select, text_of: Callable[[Tree], str]
) -> str:
    """
    The same of the groups alone whose keys are in "~affected".
    """
    everything = _from(replace(select, where=[]), text_of)
    named = [f'"~affected".k{number} IS NOT DISTINCT FROM ({key})' for number, key in enumerate(keys)]
    where = all_of(select.where)
    condition = f" WHERE {sql(where, text_of)}" if where is not None else ""
    rows = f'{everything} SEMI JOIN "~affected" ON ({" AND ".join(named)}){condition}'
    return _of_groups(keys, states, select, rows)


def negated(keys: Sequence[str], states: Sequence[str]) -> str:
    """
    The same of rows that are no more.

    Args:
        keys: The names of the columns that stay.
        states: What takes back each state.

    """
    listed = ['"~seq"', *keys, '-"~n" AS "~n"', *_named("s", states)]
    return f'SELECT {", ".join(listed)} FROM "~partials"'


def merged_rows(columns: Sequence[str]) -> str:
    """
    Equal rows as one.  What DuckDB takes for equal and is not the same, as a month and 30 days, is told apart
    by its text; but not 0.0 and -0.0, of which its files keep either (duckdb 1.5.5).
    """
    listed = ", ".join([*columns, 'CAST(sum("~n") AS BIGINT) AS "~n"'])
    texts = [f"replace(CAST({name} AS VARCHAR), '-0.0', '0.0')" for name in columns]
    groups = f" GROUP BY {', '.join([*columns, *texts])}" if columns else ""
    return f'SELECT {listed} FROM "~state"{groups} HAVING sum("~n") <> 0'


def merged_groups(keys: Sequence[str], states: States) -> str:
    """
    The states of each group as one; without keys there is one group, though nothing be in it.
    """
    count = 'CAST(coalesce(sum("~n"), 0) AS BIGINT) AS "~n"'
    listed = ", ".join([*keys, count, *_named("s", states.merges)])
    groups = f' GROUP BY {", ".join(keys)} HAVING sum("~n") <> 0' if keys else ""
    return f'SELECT {listed} FROM "~state"{groups}'


def _seq(select: Select) -> str:
    """Each relation of a join has it, and the same."""
    scope = select.source.scope
    return f'{quote_identifier(scope.relation)}."~seq"' if scope.named else '"~seq"'


def _named(letter: str, expressions: Sequence[str]) -> list[str]:
    return [f"{expression} AS {letter}{number}" for number, expression in enumerate(expressions)]


def _from(select: Select, text_of: Callable[[Tree], str]) -> str:
    everything = {
        **nodes.select(nodes.star())["node"],
        "from_table": select.source.node,
        "where_clause": all_of(select.where),
    }
    return text_of({"node": everything, "named_param_map": []}).removeprefix("SELECT * ")
