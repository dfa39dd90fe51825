-- pg_class (PostgreSQL 15, 53.11): topics 'r', views 'v', live views 'm', composite types 'c', and the emulation's own
-- relations.
-- Read by every client.  relpages is 0 so that DuckDB's postgres extension does not split a scan by ctid.
create view "~pg"."~catalog".pg_class as
select
  r.oid, -- oid
  r.name as relname, -- name
  r.schema_oid as relnamespace, -- oid
  (case
    when r.kind = 'c' then r.oid
    when r.kind = 'm' then r.oid + 1
    when r.kind in ('r', 'v') and r.oid >= 16384 then 1342177280 + 2 * (r.oid - 16384) -- types/composites.py
    else 0
  end)::uinteger as reltype, -- oid
  0::uinteger as reloftype, -- oid
  r.owner as relowner, -- oid
  (case r.kind when 'r' then 2 when 'm' then 2 when 'i' then 403 else 0 end)::uinteger as relam, -- oid: heap, btree
  r.oid as relfilenode, -- oid
  0::uinteger as reltablespace, -- oid
  (case when r.kind = 'i' then 1 else 0 end)::integer as relpages, -- integer
  r.rows as reltuples, -- real
  0::integer as relallvisible, -- integer
  0::uinteger as reltoastrelid, -- oid
  r.has_index as relhasindex, -- boolean
  false as relisshared, -- boolean
  case r.schema when 'pg_temp_1' then 't' else 'p' end as relpersistence, -- "char"
  r.shown_kind as relkind, -- "char"
  r.attributes as relnatts, -- smallint
  r.checks as relchecks, -- smallint
  r.kind = 'v' as relhasrules, -- boolean
  r.has_triggers as relhastriggers, -- boolean
  false as relhassubclass, -- boolean
  false as relrowsecurity, -- boolean
  false as relforcerowsecurity, -- boolean
  true as relispopulated, -- boolean
  case when r.kind = 'r' and r.oid >= 16384 then 'd' else 'n' end as relreplident, -- "char"
  false as relispartition, -- boolean
  0::uinteger as relrewrite, -- oid
  0::uinteger as relfrozenxid, -- xid
  0::uinteger as relminmxid, -- xid
  null::varchar[] as relacl, -- aclitem[]
  r.options as reloptions, -- text[]
  null::varchar as relpartbound -- pg_node_tree
from "~pg"."~mirror".session_relations r;
