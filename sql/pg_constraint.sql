-- pg_constraint, pg_index, pg_indexes (PostgreSQL 15, 53.13, 53.26, 54.12): the keys and indexes that topics declare.
-- Read by psql (\d), JDBC, SQLAlchemy, DBeaver, Npgsql, Power BI.  No row is held to them, but to a CHECK.
-- A key's index has the key's own OID.
create view "~pg"."~catalog".pg_constraint as
select
  k.oid, -- oid
  k.name as conname, -- name
  k.schema_oid as connamespace, -- oid
  k.kind as contype, -- "char"
  k.is_deferrable as condeferrable, -- boolean
  k.is_deferred as condeferred, -- boolean
  true as convalidated, -- boolean
  k.relation as conrelid, -- oid
  0::uinteger as contypid, -- oid
  (case k.kind when 'f' then coalesce(k.other_key, 0) when 'c' then 0 else k.oid end)::uinteger as conindid, -- oid
  0::uinteger as conparentid, -- oid
  coalesce(k.other, 0)::uinteger as confrelid, -- oid
  case when k.kind = 'f' then k.on_update else ' ' end as confupdtype, -- "char"
  case when k.kind = 'f' then k.on_delete else ' ' end as confdeltype, -- "char"
  case when k.kind = 'f' then k.match else ' ' end as confmatchtype, -- "char"
  true as conislocal, -- boolean
  0::integer as coninhcount, -- integer
  k.kind <> 'c' as connoinherit, -- boolean
  k.attnums as conkey, -- smallint[]
  case when k.kind = 'f' then k.other_attnums end as confkey, -- smallint[]
  null::uinteger[] as conpfeqop, -- oid[]
  null::uinteger[] as conppeqop, -- oid[]
  null::uinteger[] as conffeqop, -- oid[]
  case when len(k.set_places) > 0 then list_transform(k.set_places, lambda "~p": k.attnums["~p"]) end
    as confdelsetcols, -- smallint[]
  null::uinteger[] as conexclop, -- oid[]
  null::varchar as conbin -- pg_node_tree
from "~pg"."~mirror".session_keys k
where k.kind in ('p', 'u', 'f', 'c');

create view "~pg"."~catalog".pg_index as
select
  k.oid as indexrelid, -- oid
  k.relation as indrelid, -- oid
  len(k.attnums)::smallint as indnatts, -- smallint
  len(k.classes)::smallint as indnkeyatts, -- smallint
  k.kind <> 'index' as indisunique, -- boolean
  false as indnullsnotdistinct, -- boolean
  k.kind = 'p' as indisprimary, -- boolean
  false as indisexclusion, -- boolean
  not k.is_deferrable as indimmediate, -- boolean
  false as indisclustered, -- boolean
  true as indisvalid, -- boolean
  false as indcheckxmin, -- boolean
  true as indisready, -- boolean
  true as indislive, -- boolean
  false as indisreplident, -- boolean
  k.attnums as indkey, -- int2vector
  k.collations as indcollation, -- oidvector
  k.classes as indclass, -- oidvector
  k.orders as indoption, -- int2vector
  null::varchar as indexprs, -- pg_node_tree
  null::varchar as indpred -- pg_node_tree
from "~pg"."~mirror".session_keys k
where k.classes is not null;

-- What foreign keys do where what they point to changes.
create macro "~pg"."~mirror".key_action(kind) as
  case kind when 'a' then 'NO ACTION' when 'r' then 'RESTRICT' when 'c' then 'CASCADE' when 'n' then 'SET NULL'
    else 'SET DEFAULT' end;

create view "~pg"."~mirror".key_definitions as
select
  k.oid,
  case when k.other is null then k.definition else k.definition || o.shown || k.after_other end as definition
from "~pg"."~mirror".session_keys k
left join "~pg"."~mirror".named_relations o on o.oid = k.other
where k.kind in ('p', 'u', 'f', 'c');

create view "~pg"."~mirror".index_definitions as
select
  k.oid,
  k.schema,
  k.relation_name as relation,
  k.name,
  k.quoted_columns as columns,
  k.relation as on_relation,
  k.index_before as before,
  k.index_after as after,
  k.index_before || k.index_on || k.index_after as definition
from "~pg"."~mirror".session_keys k
where k.classes is not null;

create view "~pg"."~catalog".pg_indexes as
select
  d.schema as schemaname, -- name
  d.relation as tablename, -- name
  d.name as indexname, -- name
  null::varchar as tablespace, -- name
  d.definition as indexdef -- text
from "~pg"."~mirror".index_definitions d;
