"""
Names of relations by their case, and of columns that are there twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.server


@pytest.fixture
def client(session: Client) -> Client:
    session.run("create table plain (x int)", 'create table "Quoted" (x int)')
    return session


@pytest.mark.parametrize(
    ("sql", "name"),
    [
        ("select * from quoted", "quoted"),
        ("select * from Public.QUOTED", "quoted"),
        ('select * from "Plain"', "Plain"),
        ('insert into "PLAIN" values (1)', "PLAIN"),
        ("delete from quoted", "quoted"),
    ],
)
def test_another_case_is_another_name(client: Client, sql: str, name: str) -> None:
    error = client.error(sql)
    assert (error.code, error.message) == ("42P01", f'relation "{name}" does not exist')


@pytest.mark.parametrize(
    "sql",
    [
        'select * from "Quoted" as "Q", PLAIN',
        'insert into "Quoted" select * from "plain"',
        'with "PLAIN" as (select 1) select * from "PLAIN"',
        'select "C".relname from pg_class as "C"',
    ],
)
def test_the_same_name_is_found(client: Client, sql: str) -> None:
    client.run(sql)


@pytest.mark.parametrize(
    ("sql", "name"),
    [
        ("create table d as select 1 as a, 2 as a", "a"),
        ("create table d as select 1, 2", "?column?"),
        ("create view d as select x, x from plain", "x"),
    ],
)
def test_two_columns_of_one_name_are_refused(client: Client, sql: str, name: str) -> None:
    error = client.error(sql)
    assert (error.code, error.message) == ("42701", f'column "{name}" specified more than once')


@pytest.mark.parametrize(
    ("sql", "name"),
    [
        ("create table d (xmin int)", "xmin"),
        ('create table d (a int, "ctid" int)', "ctid"),
        ("create table if not exists d (cmax int)", "cmax"),
        ("create temp table d (tableoid int)", "tableoid"),
        ("create table d as select 1 as a, 2 as xmax", "xmax"),
        ("create table d (cmin) as select 1", "cmin"),
        ("alter table plain add column xmin int", "xmin"),
        ("alter table plain rename column x to ctid", "ctid"),
    ],
)
def test_no_column_is_called_as_a_system_column(client: Client, sql: str, name: str) -> None:
    error = client.error(sql)
    message = f'column name "{name}" conflicts with a system column name'
    assert (error.code, error.message) == ("42701", message)


def test_what_may_be_called_as_a_system_column(client: Client) -> None:
    client.run(
        'create table d (oid int, "Xmin" int)',
        "create view seen as select 1 as xmin, 2 as ctid",
        "create table if not exists plain (ctid int)",
        "alter table d rename column oid to a",
    )


def test_a_list_of_names_tells_them_apart(client: Client) -> None:
    client.run("create table d (a, b) as select x, x from plain")
    assert client.columns("select * from d") == ["a", "b"]


def test_the_tag_of_a_table_that_is_there(client: Client) -> None:
    assert client.tag("create table if not exists plain as select 1 as x") == "CREATE TABLE AS"
