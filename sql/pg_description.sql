-- pg_description, pg_shdescription (PostgreSQL 15, 53.19, 53.49): what COMMENT ON stored, for relations, their
-- columns, schemas, constraints; and for databases; and what PostgreSQL says of its own objects.
-- Read by psql (\d+, \l+), JDBC, SQLAlchemy, DBeaver, Metabase, pgcli, ADBC, DuckDB.
-- Computed whenever something is defined, see session_relations.sql.
create view "~pg"."~mirror".made_descriptions as
select
  r.oid as objoid,
  1259::uinteger as classoid, -- pg_class
  0::integer as objsubid,
  r.comment as description
from "~pg"."~mirror".relations r
where r.database = "~pg"."~mirror".this_catalog() and r.comment is not null
union all
select
  c.relation,
  1259::uinteger,
  c.attnum,
  c.comment
from "~pg"."~mirror".columns c
where c.database = "~pg"."~mirror".this_catalog() and c.comment is not null
union all
select
  s.oid,
  2615::uinteger, -- pg_namespace
  0,
  s.comment
from "~pg"."~mirror".schemas s
where s.database = "~pg"."~mirror".this_catalog() and s.comment is not null
union all
select
  k.oid,
  (case when k.kind in ('index', 'unique index') then 1259 else 2606 end)::uinteger, -- pg_class, pg_constraint
  0,
  k.comment
from "~pg"."~mirror".keys k
where k.database = "~pg"."~mirror".this_catalog() and k.comment is not null;

create table "~pg"."~mirror".kept_descriptions as
select
  ''::varchar as database,
  m.*
from "~pg"."~mirror".made_descriptions m
limit 0;

create view "~pg"."~catalog".pg_description as
select
  k.objoid, -- oid
  k.classoid, -- oid
  k.objsubid, -- integer
  k.description -- text
from "~pg"."~mirror".kept_descriptions k
where k.database = "~pg"."~mirror".this_catalog()
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
