-- pg_database (PostgreSQL 15, 53.15): one per lake.
-- Read by psql (\l, completion), pgcli, DBeaver, Npgsql, Superset, ADBC.
create view "~pg"."~catalog".pg_database as
select
  oid, -- oid
  name as datname, -- name
  owner as datdba, -- oid
  6::integer as encoding, -- integer: UTF8
  'c' as datlocprovider, -- "char"
  false as datistemplate, -- boolean
  true as datallowconn, -- boolean
  -1::integer as datconnlimit, -- integer
  716::uinteger as datfrozenxid, -- xid: as initdb leaves it
  1::uinteger as datminmxid, -- xid
  1663::uinteger as dattablespace, -- oid: pg_default
  'C' as datcollate, -- text
  'C' as datctype, -- text
  null::varchar as daticulocale, -- text
  null::varchar as datcollversion, -- text
  null::varchar[] as datacl -- aclitem[]
from "~pg"."~mirror".databases;
