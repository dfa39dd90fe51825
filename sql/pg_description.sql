-- pg_description, pg_shdescription (PostgreSQL 15, 53.19, 53.49): what COMMENT ON stored, for relations, their
-- columns, schemas, constraints; and for databases; and what PostgreSQL says of its own objects.
-- Read by psql (\d+, \l+), JDBC, SQLAlchemy, DBeaver, Metabase, pgcli, ADBC, DuckDB.
create view "~pg"."~catalog".pg_description as
select
  k.objoid, -- oid
  k.classoid, -- oid
  k.objsubid, -- integer
  k.description -- text
from "~pg"."~mirror".descriptions k
where "~pg"."~mirror".shown(k.database, k.objoid);

create view "~pg"."~catalog".pg_shdescription as
select
  oid as objoid, -- oid
  1262::uinteger as classoid, -- oid: pg_database
  comment as description -- text
from "~pg"."~mirror".databases
where comment is not null;
