-- pg_attrdef (PostgreSQL 15, 53.6): the columns' default values; adbin is the expression itself.
-- Read by psql, JDBC, ODBC, Npgsql, SQLAlchemy, DBeaver, pgcli.
create view "~pg"."~catalog".pg_attrdef as
select
  (2000000000 + (c.relation - 16384) * 1600 + c.attnum)::uinteger as oid, -- oid: 1600 columns are PostgreSQL's limit
  c.relation as adrelid, -- oid
  c.attnum as adnum, -- smallint
  c."default" as adbin -- pg_node_tree
from "~pg"."~mirror".session_columns c
where c."default" is not null;
