-- pg_class (PostgreSQL 15, 53.11): topics 'r', views 'v', live views 'm', and the emulation's own relations.
-- Read by every client.  relpages is 0 so that DuckDB's postgres extension does not split a scan by ctid.
create view "~pg"."~catalog".pg_class as
select
  r.oid, -- oid
  r.name as relname, -- name
  r.schema_oid as relnamespace, -- oid
  0::uinteger as reltype, -- oid
  0::uinteger as reloftype, -- oid
  r.owner as relowner, -- oid
  (case when r.kind in ('r', 'm') then 2 else 0 end)::uinteger as relam, -- oid: heap
  r.oid as relfilenode, -- oid
  0::uinteger as reltablespace, -- oid
  0::integer as relpages, -- integer
  coalesce(s.rows, -1)::float as reltuples, -- real
  0::integer as relallvisible, -- integer
  0::uinteger as reltoastrelid, -- oid
  false as relhasindex, -- boolean
  false as relisshared, -- boolean
  'p' as relpersistence, -- "char"
  r.kind as relkind, -- "char"
  r.attributes as relnatts, -- smallint
  0::smallint as relchecks, -- smallint
  r.kind = 'v' as relhasrules, -- boolean
  false as relhastriggers, -- boolean
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
left join "~pg"."~mirror".statistics s on s.database = "~pg"."~mirror".this_database() and s.relation = r.oid;
