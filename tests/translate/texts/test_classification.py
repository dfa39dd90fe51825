"""
What kind a statement is.
"""

from __future__ import annotations

import pytest

from pggate.translate.texts.kinds import Kind, defines
from pggate.translate.texts.statements import split

KINDS = (
    # text                                              kind
    ("SELECT 1", Kind.SELECT),
    ("select", Kind.SELECT),
    ("((select 1))", Kind.SELECT),
    ("(select 1) union (select 2)", Kind.SELECT),
    ("values (1)", Kind.SELECT),
    ("(values (1)) order by 1", Kind.SELECT),
    ("table t", Kind.SELECT),
    ("from t", Kind.SELECT),
    ("with x as (select 1) select * from x", Kind.SELECT),
    ("with x as (select 1) (select * from x)", Kind.SELECT),
    ("(with x as (select 1) select * from x)", Kind.SELECT),
    ("with recursive x(n) as (select 1) table x", Kind.SELECT),
    ("with update as (select 1) select * from update", Kind.SELECT),
    ("with x as (select 1) insert into t select * from x", Kind.INSERT),
    ("with x as (select 1), insert as (select 2) update t set a = 1", Kind.UPDATE),
    ("with x as (insert into t values (1) returning a) delete from t", Kind.DELETE),
    ("with x as (select 1) merge into t using x on true when matched then delete", Kind.MERGE),
    ("select 1 into t", Kind.CREATE_TABLE_AS),
    ("with x as (select 1) select 1 into t from x", Kind.CREATE_TABLE_AS),
    ("select a from t where b in (select c into d from e)", Kind.SELECT),
    ("create table t (a text default ' as ')", Kind.CREATE_TABLE),
    ("create table t (a int generated always as (1) stored)", Kind.CREATE_TABLE),
    ("create table t as select 1", Kind.CREATE_TABLE_AS),
    ("create table if not exists t(a) as select 1", Kind.CREATE_TABLE_AS),
    ("create or replace temp view v as select 1", Kind.CREATE_VIEW),
    ("create recursive view v(a) as select 1", Kind.CREATE_VIEW),
    ("create materialized view v as select 1", Kind.CREATE_MATERIALIZED_VIEW),
    ("create local temporary table t (a int)", Kind.CREATE_TABLE),
    ("create unlogged table t (a int)", Kind.CREATE_TABLE),
    ("create unique index concurrently i on t (a)", Kind.CREATE_INDEX),
    ("create constraint trigger x after insert on t execute function f()", Kind.CREATE_TRIGGER),
    ("create default conversion c for 'a' to 'b' from f", Kind.CREATE_CONVERSION),
    ("create or replace trusted procedural language l", Kind.CREATE_LANGUAGE),
    ("create text search configuration c (copy = x)", Kind.CREATE_TEXT_SEARCH_CONFIGURATION),
    ("create operator family f using btree", Kind.CREATE_OPERATOR_FAMILY),
    ("create operator === (leftarg = int)", Kind.CREATE_OPERATOR),
    ("create user mapping for u server s", Kind.CREATE_USER_MAPPING),
    ("create user u", Kind.CREATE_ROLE),
    ("create group g", Kind.CREATE_ROLE),
    ("alter user u password 'x'", Kind.ALTER_ROLE),
    ("drop group g", Kind.DROP_ROLE),
    ("create or replace macro f(a) as a", Kind.CREATE_MACRO),
    ("drop macro table f", Kind.DROP_MACRO),
    ("create persistent secret s (type s3)", Kind.CREATE_SECRET),
    ("alter default privileges grant select on tables to u", Kind.ALTER_DEFAULT_PRIVILEGES),
    ("grant select on t to u", Kind.GRANT),
    ("grant a to b", Kind.GRANT_ROLE),
    ("revoke all on schema s from u", Kind.REVOKE),
    ("revoke admin option for a from b", Kind.REVOKE_ROLE),
    ("truncate t", Kind.TRUNCATE),
    ("begin isolation level serializable", Kind.BEGIN),
    ("start transaction read only", Kind.START_TRANSACTION),
    ("end", Kind.COMMIT),
    ("commit prepared 'x'", Kind.COMMIT_PREPARED),
    ("abort", Kind.ROLLBACK),
    ("rollback work", Kind.ROLLBACK),
    ("rollback to s", Kind.ROLLBACK_TO),
    ("rollback transaction to savepoint s", Kind.ROLLBACK_TO),
    ("release s", Kind.RELEASE),
    ("prepare transaction 'x'", Kind.PREPARE_TRANSACTION),
    ("prepare p as select 1", Kind.PREPARE),
    ("set transaction read only", Kind.SET_TRANSACTION),
    ("set session characteristics as transaction read only", Kind.SET_TRANSACTION),
    ("set session authorization u", Kind.SET_SESSION_AUTHORIZATION),
    ("set local role u", Kind.SET_ROLE),
    ("set constraints all deferred", Kind.SET_CONSTRAINTS),
    ("set local x = 1", Kind.SET),
    ("set variable x = 1", Kind.SET_VARIABLE),
    ("reset all", Kind.RESET),
    ("close c", Kind.CLOSE),
    ("analyse t", Kind.ANALYZE),
    ("lock t", Kind.LOCK),
    ("import foreign schema s from server x into y", Kind.IMPORT_FOREIGN_SCHEMA),
    ("import database 'x'", Kind.IMPORT_DATABASE),
    ("desc t", Kind.DESCRIBE),
    ("summarize t", Kind.SUMMARIZE),
    ("pivot t on a", Kind.PIVOT),
    ("attach 'x' as y", Kind.ATTACH),
    ("force install x", Kind.INSTALL),
    ("use x", Kind.USE),
    ("call f()", Kind.CALL),
    ("pragma version", Kind.PRAGMA),
    ("selct 1", Kind.UNKNOWN),
    ("create", Kind.UNKNOWN),
    ("1", Kind.UNKNOWN),
    ("'x'", Kind.UNKNOWN),
)


@pytest.mark.parametrize(("sql", "kind"), KINDS)
def test_kinds(sql: str, kind: Kind) -> None:
    assert split(sql)[0].kind is kind


# PostgreSQL 15, part VI: every command of the reference is a Kind, by its own words.
COMMANDS = """
abort|alter aggregate|alter collation|alter conversion|alter database|alter default privileges|alter domain
alter event trigger|alter extension|alter foreign data wrapper|alter foreign table|alter function|alter group
alter index|alter language|alter large object|alter materialized view|alter operator|alter operator class
alter operator family|alter policy|alter procedure|alter publication|alter role|alter routine|alter rule
alter schema|alter sequence|alter server|alter statistics|alter subscription|alter system|alter table
alter tablespace|alter text search configuration|alter text search dictionary|alter text search parser
alter text search template|alter trigger|alter type|alter user|alter user mapping|alter view|analyze|begin|call
checkpoint|close|cluster|comment|commit|commit prepared|copy|create access method|create aggregate|create cast
create collation|create conversion|create database|create domain|create event trigger|create extension
create foreign data wrapper|create foreign table|create function|create group|create index|create language
create materialized view|create operator|create operator class|create operator family|create policy
create procedure|create publication|create role|create rule|create schema|create sequence|create server
create statistics|create subscription|create table|create tablespace|create text search configuration
create text search dictionary|create text search parser|create text search template|create transform
create trigger|create type|create user|create user mapping|create view|deallocate|declare|delete|discard|do
drop access method|drop aggregate|drop cast|drop collation|drop conversion|drop database|drop domain
drop event trigger|drop extension|drop foreign data wrapper|drop foreign table|drop function|drop group
drop index|drop language|drop materialized view|drop operator|drop operator class|drop operator family
drop owned|drop policy|drop procedure|drop publication|drop role|drop routine|drop rule|drop schema
drop sequence|drop server|drop statistics|drop subscription|drop table|drop tablespace
drop text search configuration|drop text search dictionary|drop text search parser|drop text search template
drop transform|drop trigger|drop type|drop user|drop user mapping|drop view|end|execute|explain|fetch|grant
import foreign schema|insert|listen|load|lock|merge|move|notify|prepare|prepare transaction|reassign owned
refresh materialized view|reindex|release savepoint|reset|revoke|rollback|rollback prepared
rollback to savepoint|savepoint|security label|select|set|set constraints|set role|set session authorization
set transaction|show|start transaction|truncate|unlisten|update|vacuum|values
"""


def test_every_command_of_postgresql_has_a_kind() -> None:
    for command in COMMANDS.replace("\n", "|").strip("|").split("|"):
        kind = split(f"{command} x")[0].kind
        assert kind is not Kind.UNKNOWN, command
        if command.startswith(("create", "alter", "drop")):
            assert defines(kind), command
