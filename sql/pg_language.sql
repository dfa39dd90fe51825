-- pg_language (PostgreSQL 15, 53.29): what functions are written in.  Read by psql (\df+), pgcli, DBeaver.
create view "~pg"."~catalog".pg_language as
select
  oid::oid as oid, -- oid
  lanname, -- name
  10::oid as lanowner, -- oid
  false as lanispl, -- boolean
  lanpltrusted, -- boolean
  0::oid as lanplcallfoid, -- oid
  0::oid as laninline, -- oid
  0::oid as lanvalidator, -- oid
  null::varchar[] as lanacl -- aclitem[]
from (values (12, 'internal', false), (14, 'sql', true)) as l (oid, lanname, lanpltrusted);
