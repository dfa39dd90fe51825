-- pg_constraint, pg_index, pg_indexes (PostgreSQL 15, 53.13, 53.26, 54.12): the keys that topics declare.
-- Read by psql (\d), JDBC, SQLAlchemy, DBeaver, Npgsql, Power BI.  No row is held to them, but to a CHECK.
-- A key's index has the key's own OID.
create view "~pg"."~catalog".pg_constraint as
select
  k.oid, -- oid
  k.name as conname, -- name
  k.schema_oid as connamespace, -- oid
  k.kind as contype, -- "char"
  false as condeferrable, -- boolean
  false as condeferred, -- boolean
  k.kind = 'c' as convalidated, -- boolean
  k.relation as conrelid, -- oid
  0::uinteger as contypid, -- oid
  (case when k.kind = 'f' then coalesce((
    select min(o.oid)
    from "~pg"."~mirror".keys o
    where o.relation = k.other and o.kind in ('p', 'u') and list_sort(o.attnums) = list_sort(k.other_attnums)
      and o.database = "~pg"."~mirror".this_database()
  ), 0) when k.kind = 'c' then 0 else k.oid end)::uinteger as conindid, -- oid
  0::uinteger as conparentid, -- oid
  coalesce(k.other, 0)::uinteger as confrelid, -- oid
  case when k.kind = 'f' then 'a' else ' ' end as confupdtype, -- "char"
  case when k.kind = 'f' then 'a' else ' ' end as confdeltype, -- "char"
  case when k.kind = 'f' then 's' else ' ' end as confmatchtype, -- "char"
  true as conislocal, -- boolean
  0::integer as coninhcount, -- integer
  k.kind <> 'c' as connoinherit, -- boolean
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

-- How the columns of a key compare: the default operator classes of btree for their types, of which enumerated types,
-- arrays and rows have one each, and varchar has text's (src/backend/commands/indexcmds.c).
create view "~pg"."~mirror".key_classes as
select
  p.oid,
  list(coalesce(t.typcollation, 0)::uinteger order by p.place) as collations,
  list(coalesce(o.oid, 0)::uinteger order by p.place) as classes
from (
  select
    k.oid,
    k.relation,
    unnest(k.attnums) as attnum,
    generate_subscripts(k.attnums, 1) as place
  from "~pg"."~mirror".keys k
  where k.database = "~pg"."~mirror".this_database() and k.kind in ('p', 'u')
) p
join "~pg"."~mirror".columns c
  on c.database = "~pg"."~mirror".this_database() and c.relation = p.relation and c.attnum = p.attnum
left join "~pg"."~mirror".session_types t on t.oid = c.type
left join "~pg"."~catalog".pg_opclass o
  on o.opcmethod = 403
  and o.opcdefault
  and o.opcintype = case
    when t.typtype = 'e' then 3500
    when t.typtype = 'c' then 2249
    when t.typcategory = 'A' then 2277
    when c.type = 1043 then 25
    else c.type
  end
group by p.oid;

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
  o.collations as indcollation, -- oidvector
  o.classes as indclass, -- oidvector
  list_transform(k.attnums, lambda n: 0)::smallint[] as indoption, -- int2vector
  null::varchar as indexprs, -- pg_node_tree
  null::varchar as indpred -- pg_node_tree
from "~pg"."~mirror".keys k
left join "~pg"."~mirror".key_classes o on o.oid = k.oid
where k.database = "~pg"."~mirror".this_database() and k.kind in ('p', 'u');

create macro "~pg"."~mirror".ident_list(names) as
  array_to_string(list_transform(names, lambda "~n": "~pg"."~catalog".quote_ident("~n")), ', ');

create view "~pg"."~mirror".key_definitions as
select
  k.oid,
  case k.kind
    when 'c' then 'CHECK (' || k.shown || ')'
    when 'p' then 'PRIMARY KEY (' || "~pg"."~mirror".ident_list(k.columns) || ')'
    when 'u' then 'UNIQUE (' || "~pg"."~mirror".ident_list(k.columns) || ')'
    else 'FOREIGN KEY (' || "~pg"."~mirror".ident_list(k.columns) || ') REFERENCES ' || o.shown
      || '(' || "~pg"."~mirror".ident_list(k.other_columns) || ')'
  end as definition
from "~pg"."~mirror".key_names k
left join "~pg"."~mirror".named_relations o on o.oid = k.other
where k.database = "~pg"."~mirror".this_database();

create macro "~pg"."~mirror".index_definition(index_name, relation, names) as
  'CREATE UNIQUE INDEX ' || "~pg"."~catalog".quote_ident(index_name) || ' ON ' || relation
  || ' USING btree (' || "~pg"."~mirror".ident_list(names) || ')';

create view "~pg"."~mirror".index_definitions as
select
  k.oid,
  k.schema,
  k.relation,
  k.name,
  k.columns,
  k.on_relation,
  "~pg"."~mirror".index_definition(
    k.name,
    "~pg"."~catalog".quote_ident(k.schema) || '.' || "~pg"."~catalog".quote_ident(k.relation),
    k.columns
  ) as definition
from "~pg"."~mirror".key_names k
where k.database = "~pg"."~mirror".this_database() and k.kind in ('p', 'u');

create view "~pg"."~catalog".pg_indexes as
select
  d.schema as schemaname, -- name
  d.relation as tablename, -- name
  d.name as indexname, -- name
  null::varchar as tablespace, -- name
  d.definition as indexdef -- text
from "~pg"."~mirror".index_definitions d;
