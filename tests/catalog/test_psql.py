"""
psql 15's own statements, as it sends them, on the emulation.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pggate.errors import PgError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.catalog.conftest import Client, World

RECORDED = Path(__file__).parents[2] / "pggate" / "doctor" / "tools" / "psql.sql"

# What psql sends that does not run, by a piece of its text, and why.
UNANSWERED = {
    "'upper'::pg_catalog.regproc::pg_catalog.oid": "there are several, and PostgreSQL says so, too",
}

# The rows that matter, by the beginning of what they are compared with: as psql 15 prints them on PostgreSQL 15,
# but for the owner and what a lake does not have.
ANSWERS = [
    (r"\l", 0, ("pggate", "pggate", "UTF8", "C", "C", None, "libc", None)),
    (r"\dn", 0, ("public", "pggate")),
    (r"\dn", 0, ("sales", "pggate")),
    (r"\dt", 0, ("public", "t", "table", "pggate")),
    (r"\dt sales.*", 0, ("sales", "orders", "table", "pggate")),
    (r"\dv", 0, ("public", "v", "view", "pggate")),
    (r"\du", 0, ("pggate", True, True, True, True, True, -1, None, [], True, True)),
    (r"\du", 0, ("bob", False, True, False, False, True, -1, None, [], False, False)),
    (r"\df pg_catalog.upper", 0, ("pg_catalog", "upper", "text", "text", "func")),
    (r"\sv v", 1, ("public", "v", "v", ' SELECT id, "name" FROM public.t;', None, None)),
    (r"completion of select * from", 0, ("t", None)),
    (r"completion of select * from", 0, (None, "sales")),
    (r"completion of select * from public.", 0, ("t", "public")),
    (r"completion of select * from sales.o", 0, ("orders", "sales")),
    (r"completion of insert into t (", 0, ("amount", None)),
    (r"completion of \l", 0, ("pggate",)),
]


def recorded_statements() -> Iterator[tuple[str, str]]:
    for section in RECORDED.read_text().split("\n--> ")[1:]:
        command, _, text = section.partition("\n")
        for statement in text.split(";\n"):
            if statement.strip():
                yield command, statement


STATEMENTS = list(recorded_statements())


def with_oids(statement: str, world: World) -> str:
    catalog = world.mirror.catalog
    for name, schema in (("t", "public"), ("v", "public"), ("orders", "sales")):
        oid = catalog.relation("pggate", schema, name).oid
        statement = statement.replace(f"OID_OF_{name.upper()}", str(oid))
    return statement


@pytest.mark.slow  # more than a hundred of them; those whose answers matter are quick, below
@pytest.mark.parametrize(("command", "statement"), STATEMENTS, ids=[command for command, _ in STATEMENTS])
def test_every_statement_runs(client: Client, recorded: World, command: str, statement: str) -> None:
    if any(piece in statement for piece in UNANSWERED):
        with pytest.raises(PgError):
            client.rows(with_oids(statement, recorded))
    else:
        client.rows(with_oids(statement, recorded))


def nth(command: str, number: int) -> str:
    return [statement for of, statement in STATEMENTS if of == command][number]


@pytest.mark.parametrize(("command", "number", "row"), ANSWERS)
def test_answers(
    client: Client, recorded: World, command: str, number: int, row: tuple[object, ...] | None
) -> None:
    rows = client.rows(with_oids(nth(command, number), recorded))
    if row is None:
        assert rows == []
    else:
        assert row in rows


def test_d_of_a_topic(client: Client, recorded: World) -> None:
    found, relation, columns = [with_oids(nth(r"\d t", number), recorded) for number in range(3)]
    assert [row[1:] for row in client.rows(found)] == [("public", "t")]
    assert [row[1] for row in client.rows(relation)] == ["r"]
    assert client.rows(columns) == [
        ("id", "bigint", None, True, None, "", ""),
        ("name", "text", "'x'::text", False, None, "", ""),
        ("amount", "numeric(10,2)", None, False, None, "", ""),
        ("at", "timestamp with time zone", None, False, None, "", ""),
        ("tags", "text[]", None, False, None, "", ""),
    ]


def test_system_relations_are_listed_only_if_they_are_there(client: Client) -> None:
    listed = {name for schema, name, *_ in client.rows(nth(r"\dS", 0)) if schema == "pg_catalog"}
    assert {"pg_class", "pg_publication_rel", "pg_stat_activity"} <= listed
    for name in listed:
        client.rows(f"select * from pg_catalog.{name} limit 0")


def test_completion_leaves_pg_catalog_out(client: Client) -> None:
    names = {name for name, _ in client.rows(nth("completion of select * from", 0))}
    assert {"t", "v"} <= names
    assert "pg_class" not in names
