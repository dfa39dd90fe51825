"""
Which of PostgreSQL's functions a gateway answers: it is asked to prepare a call of each.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import psycopg
from psycopg.pq import ExecStatus

from tests.fix_gateway import Gateway

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# What is called by name in a query: not what implements types and languages.
CANDIDATES: Final = """
select p.oid::int8, quote_ident(p.proname), p.prokind::text, p.proretset, coalesce(a.aggkind::text, ''),
       coalesce(a.aggnumdirectargs, 0)::int4,
       array(select format_type(one, null) from unnest(p.proargtypes) with ordinality as t(one, place) order by place)
  from pg_proc p
  left join pg_aggregate a on a.aggfnoid = p.oid
 where p.pronamespace in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
   and p.prokind <> 'p'
   and p.prorettype not in (select oid from pg_type where typtype = 'p' and typname in ('internal', 'cstring', 'trigger',
                            'event_trigger', 'language_handler', 'fdw_handler', 'index_am_handler',
                            'table_am_handler', 'tsm_handler'))
 order by p.oid
"""

# A value of what may be several types; of the others none is at hand.
SAMPLES: Final = {
    **dict.fromkeys(
        ("anyelement", "anynonarray", "anycompatible", "anycompatiblenonarray", '"any"'), "integer"
    ),
    **dict.fromkeys(("anyarray", "anycompatiblearray"), "integer[]"),
    **dict.fromkeys(
        (
            *("internal", "cstring", "record", "anyenum", "anyrange", "anymultirange"),
            *("anycompatiblerange", "anycompatiblemultirange"),
        )
    ),
}


class Candidate(NamedTuple):
    oid: int
    name: str
    kind: str
    returns_set: bool
    aggregate_kind: str
    direct: int
    arguments: list[str]


def answered(postgres: psycopg.Connection) -> set[int]:
    """
    The OIDs of those that a gateway of this tree prepares.
    """
    candidates = [Candidate(*row) for row in postgres.execute(CANDIDATES)]
    with tempfile.TemporaryDirectory() as directory:
        gateway = Gateway(Path(directory), "--https", "off", "--http", "off", "--metrics", "off")
        gateway.start()
        try:
            with psycopg.connect(gateway.dsn(), autocommit=True) as connection:
                return {one.oid for one in candidates if _prepares(connection, one)}
        finally:
            gateway.stop()


def _prepares(connection: psycopg.Connection, candidate: Candidate) -> bool:
    return any(
        connection.pgconn.prepare(b"", query.encode(), []).status == ExecStatus.COMMAND_OK
        for query in _calls(candidate)
    )


def _calls(candidate: Candidate) -> Iterator[str]:
    """
    How it is called; in no way if there is no value for an argument.
    """
    types = [SAMPLES.get(of_type, of_type) for of_type in candidate.arguments]
    if None in types:
        return
    values = [f"null::{of_type}" for of_type in types]
    call = f"{candidate.name}({', '.join(values)})"
    if candidate.aggregate_kind in {"o", "h"}:
        yield _within_group(candidate, values)
    elif candidate.kind == "w":
        yield f"select {call} over ()"
    elif candidate.kind == "a" and not values:
        yield f"select {candidate.name}(*)"
    else:
        yield f"select {call}"
    if candidate.returns_set:
        yield f"select * from {call}"


def _within_group(candidate: Candidate, values: Sequence[str]) -> str:
    direct, ordered = values[: candidate.direct], values[candidate.direct :] or values[:1]
    return f"select {candidate.name}({', '.join(direct)}) within group (order by {', '.join(ordered)})"
