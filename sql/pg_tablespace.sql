-- pg_tablespace (PostgreSQL 15, 53.56).  Read by psql (\l+, \db), SQLAlchemy, DBeaver.
create view "~pg"."~catalog".pg_tablespace as
select
  oid::uinteger as oid, -- oid
  spcname, -- name
  10::uinteger as spcowner, -- oid
  null::varchar[] as spcacl, -- aclitem[]
  null::varchar[] as spcoptions -- text[]
from (values (1663, 'pg_default'), (1664, 'pg_global')) as s (oid, spcname);
