"""
psql 15: commands and scripts, what it shows of the catalog, errors, completion by tabulator, control and C.
"""

from __future__ import annotations

import csv
import os
import re
import shutil
import signal
import subprocess
from io import StringIO
from typing import TYPE_CHECKING

import pytest

from tests.clients import values
from tests.clients.conftest import LONG_QUERY, WAIT_SECONDS
from tests.clients.terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

    from tests.clients.conftest import Server

PSQL = shutil.which("psql")
NULL = "~"

pytestmark = [
    pytest.mark.server,
    pytest.mark.skipif(PSQL is None, reason="psql, the client program of PostgreSQL, is not installed"),
]


def environ(server: Server, **more: str) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TZ": "UTC", **server.environ, **more}


def run(
    server: Server, *arguments: str, script: str | None = None, **variables: str
) -> subprocess.CompletedProcess[str]:
    """psql without a start-up file; `script` is its standard input."""
    return subprocess.run(
        ["psql", "-X", *arguments],
        input=script,
        env=environ(server, **variables),
        capture_output=True,
        text=True,
        check=False,
        timeout=WAIT_SECONDS,
    )


def shown(server: Server, *commands: str, **variables: str) -> str:
    """What the commands print, unaligned; they must not fail."""
    done = run(server, "-A", "-v", "ON_ERROR_STOP=1", script="\n".join(commands), **variables)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


# -- connecting


def test_connect_with_scram_and_tls(pggate: Server) -> None:
    done = run(pggate, "-c", r"\conninfo", PGSSLMODE="require")
    assert 'as user "pggate" on host "127.0.0.1"' in done.stdout
    assert "SSL connection (protocol: TLSv1.3" in done.stdout
    done = run(pggate, "-c", "select 1", PGPASSWORD="wrong")
    assert done.returncode == 2
    assert 'FATAL:  password authentication failed for user "pggate"' in done.stderr


def test_no_such_database(server: Server) -> None:
    done = run(server, "-d", "nowhere", "-c", "select 1")
    assert done.returncode == 2
    assert 'FATAL:  database "nowhere" does not exist' in done.stderr


def test_start_up_options(server: Server) -> None:
    show = ("show search_path;", "show timezone;", "show application_name;", "show statement_timeout;")
    found = shown(
        server,
        r"\t",
        *show,
        PGOPTIONS="-c search_path=s,public -c statement_timeout=5s",
        PGTZ="Asia/Tokyo",
        PGAPPNAME="mine",
    )
    assert found.splitlines() == ["Tuples only is on.", "s,public", "Asia/Tokyo", "mine", "5s"]


def test_search_path_by_options_finds_tables(server: Server) -> None:
    shown(server, "create schema s;", "create table s.t (a int);", "insert into s.t values (7);")
    assert shown(server, "select a from t;", PGOPTIONS="-c search_path=s") == "a\n7\n(1 row)\n"


# -- commands and scripts


def test_every_type(server: Server) -> None:
    """Written as literals without casts, read as PostgreSQL prints them."""
    literals = [
        "("
        + ", ".join("null" if text is None else "'" + str(text).replace("'", "''") + "'" for text in row)
        + ")"
        for row in values.TEXTS
    ]
    script = f"{values.CREATE};\n" + "".join(
        f"insert into samples values {literal};\n" for literal in literals
    )
    done = run(
        server, "--csv", "-P", f"null={NULL}", "-v", "ON_ERROR_STOP=1", script=f"{script}{values.SELECT};"
    )
    assert done.stderr == ""
    header, *rows = csv.reader(StringIO(done.stdout.split("INSERT 0 1\n")[-1], newline=""))
    assert tuple(header) == values.NAMES
    assert rows == [[NULL if text is None else str(text) for text in row] for row in values.TEXTS]


def test_several_rows_of_literals(server: Server) -> None:
    """The column's type reads each literal, whatever stands in the other rows."""
    found = shown(
        server,
        "create table t (a int[], b bytea, c date, d boolean);",
        r"insert into t values ('{1,NULL}', '\x00ff', '0044-03-15 BC', 'yes'), (array[2], null, '2024-02-29', false),",
        r" ('{}', 'abc', null, 'off');",
        r"\t",
        "select * from t order by a;",
        r"update t set a = '{7}', b = '\xAA' where c is null;",
        "select a, b from t where c is null;",
    )
    assert found.splitlines()[3:] == [
        r"{}|\x616263||f",
        r"{1,NULL}|\x00ff|0044-03-15 BC|t",
        "{2}||2024-02-29|f",
        "UPDATE 1",
        r"{7}|\xaa",
    ]


def test_several_statements_in_one_command(server: Server) -> None:
    done = run(
        server,
        "-c",
        "create table t (a int); insert into t values (1), (2); select a from t; select 'x' as y",
    )
    assert done.stdout == "CREATE TABLE\nINSERT 0 2\n a \n---\n 1\n 2\n(2 rows)\n\n y \n---\n x\n(1 row)\n\n"
    done = run(server, "-c", "insert into t values (3); select * from nowhere; insert into t values (4)")
    assert done.returncode == 1
    assert run(server, "-Atc", "select count(*) from t").stdout == "2\n"


def test_a_script(server: Server, tmp_path: Path) -> None:
    script = tmp_path / "script.sql"
    script.write_text(
        "begin;\ncreate table t (a int, b text);\n-- a comment; with a semicolon\n"
        "insert into t values (1, 'semi;colon'), (2, $$dollar; 'quoted'$$);\ncommit;\n"
        "select /* inside */ *\nfrom t\norder by a;\nselect * from nowhere;\nselect 'after';\n"
    )
    done = run(server, "-A", "-f", str(script))
    assert done.returncode == 0
    assert done.stdout == (
        "BEGIN\nCREATE TABLE\nINSERT 0 2\nCOMMIT\na|b\n1|semi;colon\n2|dollar; 'quoted'\n(2 rows)\n"
        "?column?\nafter\n(1 row)\n"
    )
    assert f'{script}:9: ERROR:  relation "nowhere" does not exist' in done.stderr
    assert run(server, "-v", "ON_ERROR_STOP=1", "-f", str(script)).returncode == 3


def test_a_script_as_one_transaction(server: Server) -> None:
    done = run(
        server, "-1", "-v", "ON_ERROR_STOP=1", script="create table t (a int);\nselect * from nowhere;\n"
    )
    assert done.returncode == 3
    assert run(server, "-c", r"\dt").stderr == "Did not find any relations.\n"


def test_variables(server: Server) -> None:
    found = shown(
        server,
        r"\t",
        r"\set number 5",
        r"\set name 'it''s'",
        'select :number + 1, :\'name\', :"name" from (select 2 as "it\'s") t;',
        "select 7 as seven, null as nothing, 'x y' as words \\gset",
        r"\echo :seven [:nothing] :words",
        "select 'create table made_' || n || ' (a int)' from generate_series(1, 2) n \\gexec",
        r"\if :{?seven}",
        "select 'defined';",
        r"\else",
        "select 'undefined';",
        r"\endif",
        r"\echo :ROW_COUNT :SQLSTATE :SERVER_VERSION_NUM :ENCODING",
    )
    version = "1500[0-9][0-9]" if server.is_postgres else "150000"
    *lines, last = found.splitlines()
    assert lines == [
        "Tuples only is on.",
        "6|it's|2",
        "7 [:nothing] x y",
        "CREATE TABLE",
        "CREATE TABLE",
        "defined",
    ]
    assert re.fullmatch(f"1 00000 {version} UTF8", last)


def test_expanded_display(server: Server) -> None:
    done = run(
        server, script="\\x\nselect 1 as a, 'text' as longer;\n\\x\nselect 2 as b \\gx\nselect 3 as c;\n"
    )
    assert done.stdout == (
        "Expanded display is on.\n-[ RECORD 1 ]\na      | 1\nlonger | text\n\n"
        "Expanded display is off.\n-[ RECORD 1 ]\nb | 2\n\n c \n---\n 3\n(1 row)\n\n"
    )


def test_gdesc(server: Server) -> None:
    """The types of a result without running it; psql prepares, describes, and asks format_type."""
    found = shown(
        server,
        "create table t (id bigint not null, name text, amount numeric(10,2), seen timestamptz, tags text[]);",
        r"select *, count(*), 1.5::numeric(4,1) as n, 'x' as x from t group by 1,2,3,4,5 \gdesc",
        r"insert into t (id) values (1) \gdesc",
    )
    assert found.splitlines()[1:] == [
        "Column|Type",
        "id|bigint",
        "name|text",
        "amount|numeric(10,2)",
        "seen|timestamp with time zone",
        "tags|text[]",
        "count|bigint",
        "n|numeric(4,1)",
        "x|text",
        "(8 rows)",
        "The command has no result, or the result has no columns.",
    ]
    assert shown(server, "select count(*) from t;") == "count\n0\n(1 row)\n"


def test_transactions(server: Server) -> None:
    script = "create table t (a int);\nbegin;\ninsert into t values (1);\nselect * from nowhere;\nselect 1;\ncommit;\nselect count(*) from t;\n"
    done = run(server, "-At", script=script)
    assert done.stdout == "CREATE TABLE\nBEGIN\nINSERT 0 1\nROLLBACK\n0\n"
    assert "current transaction is aborted, commands ignored until end of transaction block" in done.stderr
    done = run(server, script="commit;\nbegin;\nbegin;\n")
    assert done.stderr == (
        "WARNING:  there is no transaction in progress\nWARNING:  there is already a transaction in progress\n"
    )


def test_on_error_rollback(server: Server) -> None:
    """psql's own savepoints around every statement of a block."""
    script = "create table t (a int);\nbegin;\nselect * from nowhere;\ninsert into t values (1);\ncommit;\nselect * from t;\n"
    done = run(server, "-At", "-v", "ON_ERROR_ROLLBACK=on", script=script)
    assert done.stdout == "CREATE TABLE\nBEGIN\nINSERT 0 1\nCOMMIT\n1\n"


# -- errors


ERRORS = [
    ("select * from nowhere;", 'ERROR:  relation "nowhere" does not exist\nLINE 1: select * from nowhere;\n                      ^'),
    ("select 1,\n  nothing,\n  2 from t;", 'ERROR:  column "nothing" does not exist\nLINE 2:   nothing,\n          ^'),
    ("select 'häßlich €', nothing from t;", "ERROR:  column \"nothing\" does not exist\nLINE 1: select 'häßlich €', nothing from t;\n                            ^"),
    ("selec 1;", 'ERROR:  syntax error at or near "selec"\nLINE 1: selec 1;\n        ^'),
    ("select (1;", None),
    ("select 'x'::int;", "ERROR:  invalid input syntax for type integer: \"x\"\nLINE 1: select 'x'::int;\n               ^"),
    ("insert into t values ('x');", "ERROR:  invalid input syntax for type integer: \"x\"\nLINE 1: insert into t values ('x');\n                              ^"),
    ("insert into t (a, z) values (1, 2);", 'ERROR:  column "z" of relation "t" does not exist\nLINE 1: insert into t (a, z) values (1, 2);\n                          ^'),
    ("drop table nowhere;", 'ERROR:  table "nowhere" does not exist'),
]  # fmt: skip


def test_errors_point_at_the_place(server: Server) -> None:
    shown(server, "create table t (a int not null);")
    for statement, message in ERRORS:
        done = run(server, "-c", statement)
        assert done.returncode == 1
        if message is None:
            assert done.stderr.startswith("ERROR:  syntax error at")
        else:
            hint = "HINT:"
            assert done.stderr.partition(hint)[0].rstrip("\n") == message, statement
    done = run(server, "-v", "VERBOSITY=verbose", "-c", "insert into t values (null)")
    assert (
        'ERROR:  23502: null value in column "a" of relation "t" violates not-null constraint' in done.stderr
    )


def test_errors_of_scripts_name_the_line(server: Server) -> None:
    done = run(server, script="select 1;\n\nselect *\nfrom nowhere\nwhere true;\n")
    assert 'ERROR:  relation "nowhere" does not exist\nLINE 2: from nowhere\n             ^\n' in done.stderr


# -- what is there


@pytest.fixture
def shop(server: Server) -> Server:
    shown(
        server,
        "create table people (id bigint not null, name text, amount numeric(10,2), seen timestamptz, tags text[]);",
        "create schema sales;",
        "create table sales.orders (id integer, note text default 'none');",
        "create table with_underscore (a integer);",
        "create view rich as select id, name from people where amount > 1000;",
    )
    return server


def owner(server: Server) -> str:
    return server.login["user"]


def test_lists(shop: Server) -> None:
    me = owner(shop)
    assert (
        shown(shop, r"\dt peo*")
        == f"List of relations\nSchema|Name|Type|Owner\npublic|people|table|{me}\n(1 row)\n"
    )
    assert (
        shown(shop, r"\dv") == f"List of relations\nSchema|Name|Type|Owner\npublic|rich|view|{me}\n(1 row)\n"
    )
    assert shown(shop, r"\d").splitlines()[2:] == [
        f"public|people|table|{me}",
        f"public|rich|view|{me}",
        f"public|with_underscore|table|{me}",
        "(3 rows)",
    ]
    assert shown(shop, r"\dt sales.*").splitlines()[2:] == [f"sales|orders|table|{me}", "(1 row)"]
    assert shown(shop, r"\dt *.ord*").splitlines()[2:] == [f"sales|orders|table|{me}", "(1 row)"]
    assert shown(shop, r"\dtv people").splitlines()[2:] == [f"public|people|table|{me}", "(1 row)"]
    schemas = {line.partition("|")[0] for line in shown(shop, r"\dn").splitlines()[2:-1]}
    assert schemas == {"public", "sales"} | (set() if shop.is_postgres else {"pggate"})
    databases = [line.split("|")[0] for line in shown(shop, r"\l").splitlines()[2:-1]]
    assert shop.login["database"] in databases
    assert re.search(rf"^{me}\|Superuser, Create role, Create DB, ", shown(shop, r"\du"), re.MULTILINE)


def test_an_empty_list(server: Server) -> None:
    for command, kind in (
        (r"\dt", "relations"),
        (r"\dv", "relations"),
        (r"\di", "relations"),
        (r"\ds", "relations"),
    ):
        done = run(server, "-c", command)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", f"Did not find any {kind}.\n")
    done = run(server, "-c", r"\d nowhere")
    assert (done.returncode, done.stderr) == (1, 'Did not find any relation named "nowhere".\n')


def test_d_of_a_table(shop: Server) -> None:
    assert shown(shop, r"\d people").splitlines() == [
        'Table "public.people"',
        "Column|Type|Collation|Nullable|Default",
        "id|bigint||not null|",
        "name|text|||",
        "amount|numeric(10,2)|||",
        "seen|timestamp with time zone|||",
        "tags|text[]|||",
    ]
    assert shown(shop, r"\d sales.orders").splitlines()[2:] == ["id|integer|||", "note|text|||'none'::text"]
    assert shown(shop, r"\d+ people").splitlines()[1:3] == [
        "Column|Type|Collation|Nullable|Default|Storage|Compression|Stats target|Description",
        "id|bigint||not null||plain|||",
    ]


def test_d_of_a_view(shop: Server) -> None:
    assert shown(shop, r"\d rich").splitlines() == [
        'View "public.rich"',
        "Column|Type|Collation|Nullable|Default",
        "id|bigint|||",
        "name|text|||",
    ]
    assert "View definition:" in shown(shop, r"\d+ rich")
    assert "CREATE OR REPLACE VIEW public.rich AS" in shown(shop, r"\sv rich")


def test_comments(shop: Server) -> None:
    shown(shop, "comment on table people is 'all of them';", "comment on column people.id is 'its number';")
    assert "people|table|" in (listed := shown(shop, r"\dt+"))
    assert "|all of them" in listed
    assert "id|bigint||not null||plain|||its number" in shown(shop, r"\d+ people")


def test_other_backslash_commands_answer(shop: Server) -> None:
    """Nothing to list is an answer too; none of them may fail."""
    for command in (r"\dp", r"\ddp", r"\dT", r"\db", r"\dx", r"\dD", r"\dm", r"\do", r"\dC", r"\dF", r"\dconfig", r"\z", r"\dn+", r"\l+", r"\du+", r"\dS pg_class", r"\d pg_class", r"\encoding", r"\df upper", r"\dRp", r"\dX", r"\des", r"\dy"):  # fmt: skip
        done = run(shop, "-c", command)
        assert (command, done.returncode) == (command, 0), done.stderr
        assert "ERROR" not in done.stderr


# -- at the keyboard


def keyboard(server: Server, tmp_path: Path) -> Terminal:
    variables = {"TERM": "dumb", "INPUTRC": "/dev/null", "HISTFILE": "/dev/null", "PSQL_HISTORY": "/dev/null"}
    command = ["psql", "-X", "-P", "pager=off", "-v", "PROMPT1=ready> ", "-v", "PROMPT2=more> "]
    terminal = Terminal(command, env=environ(server, HOME=str(tmp_path), **variables), cwd=tmp_path)
    terminal.wait_for("ready> ")
    return terminal


COMPLETIONS = [
    ("select * from peo", "select * from people "),
    ("select * from sales.or", "select * from sales.orders "),
    ("select * from sal", r"select * from sales\."),
    ("insert into peo", "insert into people "),
    ("update people set na", "update people set name "),
    (r"\d ri", r"\\d rich "),
    (r"\dt sal", r"\\dt sales\."),
    ("drop view r", "drop view rich "),
    ("alter table peo", "alter table people "),
    ("set search_pa", "set search_path "),
    ("select * from with_under", "select * from with_underscore "),
    ("select * from people where na", "select * from people where name "),
]


def test_completion(shop: Server, tmp_path: Path) -> None:
    with keyboard(shop, tmp_path) as terminal:
        for typed, completed in COMPLETIONS:
            terminal.type(f"{typed}\t")
            pattern = completed.replace("select *", r"select \*")
            terminal.wait_for(f"{pattern}$")
            terminal.type("\x15\n")  # kill the line
            terminal.wait_for("ready> $")


def test_a_session_at_the_keyboard(server: Server, tmp_path: Path) -> None:
    with keyboard(server, tmp_path) as terminal:
        terminal.type("select 6\n")
        terminal.wait_for("more> ")
        terminal.type("* 7 as answer;\n")
        assert "    42" in terminal.wait_for("ready> $")
        terminal.type("\\q\n")


def test_an_interrupt_cancels(server: Server, tmp_path: Path) -> None:
    with keyboard(server, tmp_path) as terminal:
        terminal.type(f"\\set endless '{LONG_QUERY}'\n")
        terminal.wait_for("ready> $")
        shown = ""
        while "ERROR:" not in shown:  # psql may drop what it has not sent yet
            terminal.type("select 'be' || 'gun'; :endless;\n")
            terminal.wait_for("begun")
            shown = terminal.interrupt_until("ready> $")
        assert "ERROR:  canceling statement due to user request" in shown
        terminal.type("\nselect 6 * 7 as answer;\n")
        terminal.wait_for("    42")


def test_an_interrupt_ends_a_command(server: Server) -> None:
    command = ["psql", "-X", "-At", "-c", "select 'started'", "-c", LONG_QUERY]
    with subprocess.Popen(
        command, env=environ(server), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "started\n"
        for _ in range(int(WAIT_SECONDS / 0.1)):
            process.send_signal(signal.SIGINT)
            try:
                _, errors = process.communicate(timeout=0.1)
                break
            except subprocess.TimeoutExpired:
                continue
        else:
            process.kill()
            raise AssertionError("it was not cancelled")
    assert process.returncode == 1
    assert "ERROR:  canceling statement due to user request" in errors


def test_fetch_count(server: Server) -> None:
    """psql declares a cursor around the query and fetches so many rows at a time."""
    answer = shown(server, r"\set FETCH_COUNT 7", r"\t on", "select n from generate_series(1, 1000) as s(n);")
    assert answer.splitlines()[-1000:] == [str(n) for n in range(1, 1001)]
    done = run(
        server, "-At", script="\\set FETCH_COUNT 2\nbegin;\nvalues (1), (2), (3);\nselect nope;\ncommit;\n"
    )
    assert done.stdout.splitlines()[-4:] == ["1", "2", "3", "ROLLBACK"]
    assert 'column "nope" does not exist' in done.stderr
