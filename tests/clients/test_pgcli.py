"""
pgcli: psycopg 3 underneath, its own backslash commands, and a completer that reads the catalogs in the background.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pgcli.pgexecute import PGExecute
from psycopg import errors

from tests.clients.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.clients.conftest import Server

pytestmark = [pytest.mark.server, pytest.mark.slow]

PROGRAM = Path(sys.executable).with_name("pgcli")
SECONDS = 40.0
SCHEMA = """
    create schema sales;
    create table orders (id bigint not null primary key, note varchar(20) default 'x', price numeric(10,2));
    create table sales.parts (part integer not null primary key, order_id bigint references orders (id));
    create view seen as select id, note from orders;
    create type mood as enum ('sad', 'ok');
    comment on table orders is 'what was ordered';
    insert into orders values (1, 'it''s ä', 1.50), (2, null, null);
"""


@pytest.fixture
def environ(server: Server, tmp_path: Path) -> dict[str, str]:
    """A user's who starts it for the first time."""
    home = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), "LANG": "C.UTF-8", "PAGER": "cat"}
    return home | {"PATH": os.environ["PATH"], "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1"} | server.environ


@pytest.fixture
def executor(server: Server) -> Iterator[PGExecute]:
    login = server.login
    executor = PGExecute(
        login["database"], login["user"], login["password"] or "", login["host"], str(login["port"]), None
    )
    list(executor.run(SCHEMA))
    yield executor
    executor.conn.close()


def shown(environ: dict[str, str], *commands: str) -> str:
    """What the program prints for commands on its command line."""
    flags = [flag for command in commands for flag in ("-c", command)]
    done = subprocess.run(
        [PROGRAM, "--less-chatty", *flags],
        env=environ,
        cwd=environ["HOME"],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    return done.stdout + done.stderr


def test_queries_and_backslash_commands(environ: dict[str, str], executor: PGExecute) -> None:
    text = shown(
        environ, "select * from orders order by id", r"\d", r"\d orders", r"\dt sales.*", r"\dn", r"\dT"
    )
    lines = [re.sub(r"\s+", " ", line) for line in text.splitlines()]
    assert "| 1 | it's ä | 1.50 |" in lines, text
    assert "| 2 | <null> | <null> |" in lines, text
    for pattern in (
        r"\| public \| orders \| table \| \w+ \|",
        r"\| public \| seen \| view \| \w+ \|",
        r"\| id \| bigint \| not null \|",
        r"\| price \| numeric\(10,2\) \| +\|",
        r"\| sales \| parts \| table \| \w+ \|",
        r'"orders_pkey" PRIMARY KEY, btree \(id\)',
        r'TABLE "sales.parts" CONSTRAINT "parts_order_id_fkey" FOREIGN KEY \(order_id\) REFERENCES orders\(id\)',
    ):
        assert any(re.search(pattern, line) for line in lines), f"no {pattern}\n{text}"


def test_what_completion_is_made_of(executor: PGExecute) -> None:
    assert "public" in executor.search_path()
    assert {"public", "sales", "pg_catalog"} <= set(executor.schemata())
    assert {("public", "orders"), ("sales", "parts")} <= set(executor.tables())
    assert ("public", "seen") in set(executor.views())
    columns = {column for column in executor.table_columns() if column[:2] == ("public", "orders")}
    assert columns == {
        ("public", "orders", "id", "bigint", False, None),
        ("public", "orders", "note", "character varying", True, "'x'::character varying"),
        ("public", "orders", "price", "numeric", False, None),
    }
    assert {column[2:4] for column in executor.view_columns() if column[1] == "seen"} == {
        ("id", "bigint"),
        ("note", "character varying"),
    }
    keys = [tuple(key) for key in executor.foreignkeys()]
    assert keys == [("public", "orders", "id", "sales", "parts", "order_id")]
    assert ("public", "mood") in {tuple(one) for one in executor.datatypes()}
    assert {"lower", "generate_series", "count"} <= {function.func_name for function in executor.functions()}
    assert executor.dbname in executor.databases()


def test_completion_in_a_terminal(environ: dict[str, str], executor: PGExecute, tmp_path: Path) -> None:
    """The catalogs are read in the background: what is not offered yet is asked for again."""
    with Terminal(
        [str(PROGRAM), "--less-chatty", "--prompt", "ready> "], env=environ, cwd=tmp_path
    ) as terminal:
        terminal.wait_for("ready>")
        for _ in range(20):
            terminal.type("\x15select * from sales.par")
            try:
                terminal.wait_for("parts", 1.0)
                break
            except AssertionError:
                continue
        terminal.type("\x15select 6 * 7 as answer;\r")
        terminal.wait_for(r"\| *42 *\|")
        terminal.type("select nothing;\r")
        terminal.wait_for('column "nothing" does not exist')


def test_errors_and_transactions(environ: dict[str, str], executor: PGExecute) -> None:
    for statement, error in (
        ("begin", None),
        ("create table t (a int)", None),
        ("select * from nowhere", errors.UndefinedTable),
        ("select 1", errors.InFailedSqlTransaction),
        ("rollback", None),
        ("select * from t", errors.UndefinedTable),
    ):
        if error is None:
            list(executor.run(statement, on_error_resume=False))
        else:
            with pytest.raises(error):
                list(executor.run(statement))
    text = shown(environ, "select * from nowhere", "select 1")
    assert 'relation "nowhere" does not exist' in text


def test_list_of_databases(environ: dict[str, str], server: Server) -> None:
    done = subprocess.run(
        [PROGRAM, "--list"], env=environ, capture_output=True, text=True, timeout=SECONDS, check=True
    )
    assert server.login["database"] in done.stdout
