-- pg_class (PostgreSQL 15, 53.11): topics 'r', views 'v', live views 'm', composite types 'c', and the emulation's own
-- relations.
-- Read by every client.  relpages is 0 so that DuckDB's postgres extension does not split a scan by ctid.
create view "~pg"."~catalog".pg_class as
select
  r.oid, -- oid
  r.name as relname, -- name
  r.schema_oid as relnamespace, -- oid
  coalesce(t.oid, 0)::uinteger as reltype, -- oid
  0::uinteger as reloftype, -- oid
  r.owner as relowner, -- oid
  (case r.kind when 'r' then 2 when 'm' then 2 when 'i' then 403 else 0 end)::uinteger as relam, -- oid: heap, btree
  r.oid as relfilenode, -- oid
  0::uinteger as reltablespace, -- oid
  0::integer as relpages, -- integer
  coalesce(s.rows, -1)::float as reltuples, -- real
  0::integer as relallvisible, -- integer
  0::uinteger as reltoastrelid, -- oid
  exists (
    from "~pg"."~mirror".keys k
    where k.relation = r.oid and k.kind in ('p', 'u') and k.database = "~pg"."~mirror".this_database()
  ) as relhasindex, -- boolean
  false as relisshared, -- boolean
  'p' as relpersistence, -- "char"
  r.kind as relkind, -- "char"
  r.attributes as relnatts, -- smallint
  0::smallint as relchecks, -- smallint
  r.kind = 'v' as relhasrules, -- boolean
  exists (
    from "~pg"."~mirror".keys f
    where f.kind = 'f' and r.oid in (f.relation, f.other) and f.database = "~pg"."~mirror".this_database()
  ) as relhastriggers, -- boolean: as PostgreSQL has it of foreign keys
  false as relhassubclass, -- boolean
  false as relrowsecurity, -- boolean
  false as relforcerowsecurity, -- boolean
  true as relispopulated, -- boolean
  case when r.kind = 'r' and r.oid >= 16384 then 'd' else 'n' end as relreplident, -- "char"
  false as relispartition, -- boolean
  0::uinteger as relrewrite, -- oid
  0::bigint as relfrozenxid, -- xid
  0::bigint as relminmxid, -- xid
  null::varchar[] as relacl, -- aclitem[]
  null::varchar[] as reloptions, -- text[]
  null::varchar as relpartbound -- pg_node_tree
from "~pg"."~mirror".session_relations r
left join "~pg"."~mirror".session_composites t on t.relation = r.oid
left join "~pg"."~mirror".statistics s on s.database = "~pg"."~mirror".this_database() and s.relation = r.oid;
