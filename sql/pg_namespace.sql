-- pg_namespace (PostgreSQL 15, 53.32): the schemas of the current database.
-- Read by every client that browses: psql, JDBC, ODBC, Npgsql, SQLAlchemy, DBeaver, Metabase, DuckDB, ADBC.
create view "~pg"."~catalog".pg_namespace as
select
  oid, -- oid
  name as nspname, -- name
  owner as nspowner, -- oid
  null::varchar[] as nspacl -- aclitem[]
from "~pg"."~mirror".session_schemas;
