-- pg_description, pg_shdescription (PostgreSQL 15, 53.19, 53.49): what COMMENT ON stored, for relations, their
-- columns, schemas; and for databases; and what PostgreSQL says of its own objects.
-- Read by psql (\d+, \l+), JDBC, SQLAlchemy, DBeaver, Metabase, pgcli, ADBC, DuckDB.
create view "~pg"."~catalog".pg_description as
select
  r.oid as objoid, -- oid
  1259::uinteger as classoid, -- oid: pg_class
  0::integer as objsubid, -- integer
  r.comment as description -- text
from "~pg"."~mirror".session_relations r
where r.comment is not null
union all
select
  c.relation,
  1259::uinteger,
  c.attnum,
  c.comment
from "~pg"."~mirror".session_columns c
where c.comment is not null
union all
select
  s.oid,
  2615::uinteger, -- pg_namespace
  0,
  s.comment
from "~pg"."~mirror".session_schemas s
where s.comment is not null
union all
select
  d.objoid,
  d.classoid,
  d.objsubid,
  d.description
from "~pg"."~mirror".postgres_descriptions d;

create view "~pg"."~catalog".pg_shdescription as
select
  oid as objoid, -- oid
  1262::uinteger as classoid, -- oid: pg_database
  comment as description -- text
from "~pg"."~mirror".databases
where comment is not null;
