-- pg_locks (PostgreSQL 15, 54.12): of each session in a transaction the virtual transaction and the relations that it
-- has used, which nobody waits for by these rows (topics have gates), and advisory locks, which are as in PostgreSQL.
-- Read by DBeaver.
create view "~pg"."~catalog".pg_locks as
select
  l.locktype, -- text
  coalesce(l.database, r.database) as database, -- oid
  r.oid as relation, -- oid
  null::integer as page, -- integer
  null::smallint as tuple, -- smallint
  case when l.locktype = 'virtualxid' then l."virtual" end as virtualxid, -- text
  null::uinteger as transactionid, -- xid
  l.classid, -- oid
  l.objid, -- oid
  l.objsubid, -- smallint
  l."virtual" as virtualtransaction, -- text
  l.pid, -- integer
  l."mode", -- text
  l.granted, -- boolean
  l.locktype <> 'advisory' as fastpath, -- boolean
  system.main.make_timestamptz(l.waits_since) as waitstart -- timestamp with time zone
from (select unnest("~pg"."~mirror".backend_locks(), recursive := true)) l
left join (
  select
    'lake:' || n.database as "catalog",
    n.name as "schema",
    t.name as relation,
    d.oid as database,
    t.oid
  from "~pg"."~mirror".relations t
  join "~pg"."~mirror".schemas n on n.database = t.database and n.oid = t.schema_oid
  join "~pg"."~mirror".databases d on d.name = t.database
  where t.oid >= 16384
  union all
  select
    '~pg' as "catalog",
    case n.name when 'pg_catalog' then '~catalog' when 'information_schema' then '~info' else '~gate' end as "schema",
    t.name as relation,
    d.oid as database,
    t.oid
  from "~pg"."~mirror".system_relations t
  join "~pg"."~mirror".system_schemas n on n.oid = t.schema_oid
  join "~pg"."~mirror".databases d on d.name = "~pg"."~mirror".this_database()
) r on r."catalog" = l."catalog" and r."schema" = l."schema" and r.relation = l.relation
where l.locktype <> 'relation' or r.oid is not null;
