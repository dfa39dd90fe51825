-- pg_language (PostgreSQL 15, 53.29): what functions are written in.  Read by psql (\df+), pgcli, DBeaver.
create view "~pg"."~catalog".pg_language as
select
  oid::uinteger as oid, -- oid
  lanname, -- name
  10::uinteger as lanowner, -- oid
  false as lanispl, -- boolean
  lanpltrusted, -- boolean
  0::uinteger as lanplcallfoid, -- oid
  0::uinteger as laninline, -- oid
  0::uinteger as lanvalidator, -- oid
  null::varchar[] as lanacl -- aclitem[]
from (values (12, 'internal', false), (14, 'sql', true)) as l (oid, lanname, lanpltrusted);
