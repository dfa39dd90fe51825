-- pg_constraint, pg_index, pg_indexes (PostgreSQL 15, 53.13, 53.26, 54.12): the keys that topics declare.
-- Read by psql (\d), JDBC, SQLAlchemy, DBeaver, Npgsql, Power BI.  No row is held to them.
-- A key's index has the key's own OID.
create view "~pg"."~catalog".pg_constraint as
select
  k.oid, -- oid
  k.name as conname, -- name
  k.schema_oid as connamespace, -- oid
  k.kind as contype, -- "char"
  false as condeferrable, -- boolean
  false as condeferred, -- boolean
  false as convalidated, -- boolean
  k.relation as conrelid, -- oid
  0::uinteger as contypid, -- oid
  (case when k.kind = 'f' then coalesce((
    select min(o.oid)
    from "~pg"."~mirror".keys o
    where o.relation = k.other and o.kind in ('p', 'u') and list_sort(o.attnums) = list_sort(k.other_attnums)
      and o.database = "~pg"."~mirror".this_database()
  ), 0) else k.oid end)::uinteger as conindid, -- oid
  0::uinteger as conparentid, -- oid
  coalesce(k.other, 0)::uinteger as confrelid, -- oid
  case when k.kind = 'f' then 'a' else ' ' end as confupdtype, -- "char"
  case when k.kind = 'f' then 'a' else ' ' end as confdeltype, -- "char"
  case when k.kind = 'f' then 's' else ' ' end as confmatchtype, -- "char"
  true as conislocal, -- boolean
  0::integer as coninhcount, -- integer
  true as connoinherit, -- boolean
  k.attnums as conkey, -- smallint[]
  case when k.kind = 'f' then k.other_attnums end as confkey, -- smallint[]
  null::uinteger[] as conpfeqop, -- oid[]
  null::uinteger[] as conppeqop, -- oid[]
  null::uinteger[] as conffeqop, -- oid[]
  null::smallint[] as confdelsetcols, -- smallint[]
  null::uinteger[] as conexclop, -- oid[]
  null::varchar as conbin -- pg_node_tree
from "~pg"."~mirror".keys k
where k.database = "~pg"."~mirror".this_database();

create view "~pg"."~catalog".pg_index as
select
  k.oid as indexrelid, -- oid
  k.relation as indrelid, -- oid
  len(k.attnums)::smallint as indnatts, -- smallint
  len(k.attnums)::smallint as indnkeyatts, -- smallint
  true as indisunique, -- boolean
  false as indnullsnotdistinct, -- boolean
  k.kind = 'p' as indisprimary, -- boolean
  false as indisexclusion, -- boolean
  true as indimmediate, -- boolean
  false as indisclustered, -- boolean
  true as indisvalid, -- boolean
  false as indcheckxmin, -- boolean
  true as indisready, -- boolean
  true as indislive, -- boolean
  false as indisreplident, -- boolean
  k.attnums as indkey, -- int2vector
  list_transform(k.attnums, lambda n: 0)::uinteger[] as indcollation, -- oidvector
  list_transform(k.attnums, lambda n: 0)::uinteger[] as indclass, -- oidvector
  list_transform(k.attnums, lambda n: 0)::smallint[] as indoption, -- int2vector
  null::varchar as indexprs, -- pg_node_tree
  null::varchar as indpred -- pg_node_tree
from "~pg"."~mirror".keys k
where k.database = "~pg"."~mirror".this_database() and k.kind in ('p', 'u');

-- The names of the columns, in a list of text.
create view "~pg"."~mirror".key_columns as
select
  p.oid,
  string_agg("~pg"."~catalog".quote_ident(c.name), ', ' order by p.place) as names
from (
  select
    k.oid,
    k.relation,
    unnest(k.attnums) as attnum,
    generate_subscripts(k.attnums, 1) as place
  from "~pg"."~mirror".keys k
  where k.database = "~pg"."~mirror".this_database()
) p
join "~pg"."~mirror".session_columns c on c.relation = p.relation and c.attnum = p.attnum
group by p.oid;
create view "~pg"."~mirror".referenced_columns as
select
  p.oid,
  string_agg("~pg"."~catalog".quote_ident(c.name), ', ' order by p.place) as names
from (
  select
    k.oid,
    k.other,
    unnest(k.other_attnums) as attnum,
    generate_subscripts(k.other_attnums, 1) as place
  from "~pg"."~mirror".keys k
  where k.database = "~pg"."~mirror".this_database() and k.kind = 'f'
) p
join "~pg"."~mirror".session_columns c on c.relation = p.other and c.attnum = p.attnum
group by p.oid;

create view "~pg"."~mirror".key_definitions as
select
  k.oid,
  case k.kind when 'p' then 'PRIMARY KEY' when 'u' then 'UNIQUE' else 'FOREIGN KEY' end || ' (' || n.names || ')'
    || case when k.kind = 'f' then ' REFERENCES ' || o.shown || '(' || f.names || ')' else '' end as definition,
  'CREATE UNIQUE INDEX ' || "~pg"."~catalog".quote_ident(k.name) || ' ON '
    || "~pg"."~catalog".quote_ident(s.name) || '.' || "~pg"."~catalog".quote_ident(r.name)
    || ' USING btree (' || n.names || ')' as index_definition
from "~pg"."~mirror".keys k
join "~pg"."~mirror".key_columns n on n.oid = k.oid
join "~pg"."~mirror".session_relations r on r.oid = k.relation
join "~pg"."~mirror".session_schemas s on s.oid = k.schema_oid
left join "~pg"."~mirror".referenced_columns f on f.oid = k.oid
left join "~pg"."~mirror".named_relations o on o.oid = k.other
where k.database = "~pg"."~mirror".this_database();

create view "~pg"."~catalog".pg_indexes as
select
  s.name as schemaname, -- name
  r.name as tablename, -- name
  k.name as indexname, -- name
  null::varchar as tablespace, -- name
  d.index_definition as indexdef -- text
from "~pg"."~mirror".keys k
join "~pg"."~mirror".key_definitions d on d.oid = k.oid
join "~pg"."~mirror".session_relations r on r.oid = k.relation
join "~pg"."~mirror".session_schemas s on s.oid = k.schema_oid
where k.database = "~pg"."~mirror".this_database() and k.kind in ('p', 'u');
