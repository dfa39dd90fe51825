-- pg_collation (PostgreSQL 15, 53.12): text compares by code point, whatever the collation is called.
-- Read by psql, SQLAlchemy, Superset, pgcli, DBeaver.
create view "~pg"."~catalog".pg_collation as
select
  oid::uinteger as oid, -- oid
  collname, -- name
  11::uinteger as collnamespace, -- oid
  10::uinteger as collowner, -- oid
  collprovider, -- "char"
  true as collisdeterministic, -- boolean
  -1::integer as collencoding, -- integer
  collcollate, -- text
  collcollate as collctype, -- text
  null::varchar as colliculocale, -- text
  null::varchar as collversion -- text
from (
  values
    (100, 'default', 'd', null),
    (950, 'C', 'c', 'C'),
    (951, 'POSIX', 'c', 'POSIX')
) as c (oid, collname, collprovider, collcollate);
