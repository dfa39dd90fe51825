-- pg_constraint, pg_index, pg_indexes (PostgreSQL 15, 53.13, 53.26, 54.12): the keys and indexes that topics declare.
-- Read by psql (\d), JDBC, SQLAlchemy, DBeaver, Npgsql, Power BI.  No row is held to them, but to a CHECK.
-- A key's index has the key's own OID.  Computed whenever something is defined, see session_relations.sql.
create view "~pg"."~mirror".made_constraints as
select
  k.oid,
  k.name as conname,
  k.schema_oid as connamespace,
  k.kind as contype,
  k.is_deferrable as condeferrable,
  k.is_deferred as condeferred,
  true as convalidated,
  k.relation as conrelid,
  0::uinteger as contypid,
  (case when k.kind = 'f' then coalesce((
    select min(o.oid)
    from "~pg"."~mirror".keys o
    where o.relation = k.other and o.kind in ('p', 'u') and list_sort(o.attnums) = list_sort(k.other_attnums)
      and o.database = "~pg"."~mirror".this_catalog()
  ), 0) when k.kind = 'c' then 0 else k.oid end)::uinteger as conindid,
  0::uinteger as conparentid,
  coalesce(k.other, 0)::uinteger as confrelid,
  case when k.kind = 'f' then k.on_update else ' ' end as confupdtype,
  case when k.kind = 'f' then k.on_delete else ' ' end as confdeltype,
  case when k.kind = 'f' then k.match else ' ' end as confmatchtype,
  true as conislocal,
  0::integer as coninhcount,
  k.kind <> 'c' as connoinherit,
  k.attnums as conkey,
  case when k.kind = 'f' then k.other_attnums end as confkey,
  null::uinteger[] as conpfeqop,
  null::uinteger[] as conppeqop,
  null::uinteger[] as conffeqop,
  case when len(k.set_places) > 0 then list_transform(k.set_places, lambda "~p": k.attnums["~p"]) end as confdelsetcols,
  null::uinteger[] as conexclop,
  null::varchar as conbin
from "~pg"."~mirror".keys k
where k.database = "~pg"."~mirror".this_catalog() and k.kind in ('p', 'u', 'f', 'c');

create table "~pg"."~mirror".kept_constraints as
select
  ''::varchar as database,
  m.*
from "~pg"."~mirror".made_constraints m
limit 0;

create view "~pg"."~catalog".pg_constraint as
select
  k.oid, -- oid
  k.conname, -- name
  k.connamespace, -- oid
  k.contype, -- "char"
  k.condeferrable, -- boolean
  k.condeferred, -- boolean
  k.convalidated, -- boolean
  k.conrelid, -- oid
  k.contypid, -- oid
  k.conindid, -- oid
  k.conparentid, -- oid
  k.confrelid, -- oid
  k.confupdtype, -- "char"
  k.confdeltype, -- "char"
  k.confmatchtype, -- "char"
  k.conislocal, -- boolean
  k.coninhcount, -- integer
  k.connoinherit, -- boolean
  k.conkey, -- smallint[]
  k.confkey, -- smallint[]
  k.conpfeqop, -- oid[]
  k.conppeqop, -- oid[]
  k.conffeqop, -- oid[]
  k.confdelsetcols, -- smallint[]
  k.conexclop, -- oid[]
  k.conbin -- pg_node_tree
from "~pg"."~mirror".kept_constraints k
where k.database = "~pg"."~mirror".this_catalog();

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
    case when len(k.options) > 0 then len(k.options) else len(k.attnums) end as ordered,
    unnest(k.attnums) as attnum,
    generate_subscripts(k.attnums, 1) as place
  from "~pg"."~mirror".keys k
  where k.database = "~pg"."~mirror".this_catalog() and k.kind in ('p', 'u', 'index', 'unique index')
) p
join "~pg"."~mirror".columns c
  on c.database = "~pg"."~mirror".this_catalog() and c.relation = p.relation and c.attnum = p.attnum
    and p.place <= p.ordered
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

create view "~pg"."~mirror".made_indexes as
select
  k.oid as indexrelid,
  k.relation as indrelid,
  len(k.attnums)::smallint as indnatts,
  (case when len(k.options) > 0 then len(k.options) else len(k.attnums) end)::smallint as indnkeyatts,
  k.kind <> 'index' as indisunique,
  false as indnullsnotdistinct,
  k.kind = 'p' as indisprimary,
  false as indisexclusion,
  not k.is_deferrable as indimmediate,
  false as indisclustered,
  true as indisvalid,
  false as indcheckxmin,
  true as indisready,
  true as indislive,
  false as indisreplident,
  k.attnums as indkey,
  o.collations as indcollation,
  o.classes as indclass,
  case when len(k.options) > 0 then k.options else list_transform(k.attnums, lambda n: 0)::smallint[] end as indoption,
  null::varchar as indexprs,
  null::varchar as indpred
from "~pg"."~mirror".keys k
left join "~pg"."~mirror".key_classes o on o.oid = k.oid
where k.database = "~pg"."~mirror".this_catalog() and k.kind in ('p', 'u', 'index', 'unique index');

create table "~pg"."~mirror".kept_indexes as
select
  ''::varchar as database,
  m.*
from "~pg"."~mirror".made_indexes m
limit 0;

create view "~pg"."~catalog".pg_index as
select
  k.indexrelid, -- oid
  k.indrelid, -- oid
  k.indnatts, -- smallint
  k.indnkeyatts, -- smallint
  k.indisunique, -- boolean
  k.indnullsnotdistinct, -- boolean
  k.indisprimary, -- boolean
  k.indisexclusion, -- boolean
  k.indimmediate, -- boolean
  k.indisclustered, -- boolean
  k.indisvalid, -- boolean
  k.indcheckxmin, -- boolean
  k.indisready, -- boolean
  k.indislive, -- boolean
  k.indisreplident, -- boolean
  k.indkey, -- int2vector
  k.indcollation, -- oidvector
  k.indclass, -- oidvector
  k.indoption, -- int2vector
  k.indexprs, -- pg_node_tree
  k.indpred -- pg_node_tree
from "~pg"."~mirror".kept_indexes k
where k.database = "~pg"."~mirror".this_catalog();

create macro "~pg"."~mirror".ident_list(names) as
  array_to_string(list_transform(names, lambda "~n": "~pg"."~catalog".quote_ident("~n")), ', ');

-- What stands behind a key about how and when rows are held to it: of a foreign key, and of every key.
create macro "~pg"."~mirror".key_action(kind) as
  case kind when 'a' then 'NO ACTION' when 'r' then 'RESTRICT' when 'c' then 'CASCADE' when 'n' then 'SET NULL'
    else 'SET DEFAULT' end;

create macro "~pg"."~mirror".key_actions(match, on_update, on_delete, set_columns) as
  case when match = 'f' then ' MATCH FULL' else '' end
  || case when on_update <> 'a' then ' ON UPDATE ' || "~pg"."~mirror".key_action(on_update) else '' end
  || case when on_delete <> 'a' then ' ON DELETE ' || "~pg"."~mirror".key_action(on_delete) else '' end
  || case when len(set_columns) > 0 then ' (' || "~pg"."~mirror".ident_list(set_columns) || ')' else '' end;

create macro "~pg"."~mirror".key_timing(is_deferrable, is_deferred) as
  case when is_deferrable then ' DEFERRABLE' else '' end || case when is_deferred then ' INITIALLY DEFERRED' else '' end;

create view "~pg"."~mirror".made_key_definitions as
select
  k.oid,
  case k.kind
    when 'c' then 'CHECK (' || k.shown || ')'
    when 'p' then 'PRIMARY KEY (' || "~pg"."~mirror".ident_list(k.columns) || ')'
    when 'u' then 'UNIQUE (' || "~pg"."~mirror".ident_list(k.columns) || ')'
    else 'FOREIGN KEY (' || "~pg"."~mirror".ident_list(k.columns) || ') REFERENCES '
  end as definition,
  k.other,
  '(' || "~pg"."~mirror".ident_list(k.other_columns) || ')'
    || "~pg"."~mirror".key_actions(
      h.match, h.on_update, h.on_delete, list_transform(h.set_places, lambda "~p": k.columns["~p"])
    ) as other_columns,
  "~pg"."~mirror".key_timing(h.is_deferrable, h.is_deferred) as timing
from "~pg"."~mirror".key_names k
join "~pg"."~mirror".keys h on h.database = k.database and h.oid = k.oid
where k.database = "~pg"."~mirror".this_catalog() and k.kind in ('p', 'u', 'f', 'c');

create table "~pg"."~mirror".kept_key_definitions as
select
  ''::varchar as database,
  m.*
from "~pg"."~mirror".made_key_definitions m
limit 0;

create view "~pg"."~mirror".key_definitions as
select
  k.oid,
  case when k.other is null then k.definition else k.definition || o.shown || k.other_columns end
    || k.timing as definition
from "~pg"."~mirror".kept_key_definitions k
left join "~pg"."~mirror".named_relations o on o.oid = k.other
where k.database = "~pg"."~mirror".this_catalog();

-- What pg_index.indoption says behind a column: 1 is DESC, which has NULLs first, 2 is NULLS FIRST.
create macro "~pg"."~mirror".index_order(option) as
  case option when 1 then ' DESC NULLS LAST' when 2 then ' NULLS FIRST' when 3 then ' DESC' else '' end;

-- What stands behind the relation in the definition of an index.
create macro "~pg"."~mirror".indexed(names, options) as
  ' USING btree ('
  || case when len(options) = 0 then "~pg"."~mirror".ident_list(names)
    else array_to_string(
      list_transform(
        list_zip(names[:len(options)], options),
        lambda "~n": "~pg"."~catalog".quote_ident("~n"[1]) || "~pg"."~mirror".index_order("~n"[2])
      ),
      ', '
    ) end
  || ')'
  || case when len(options) between 1 and len(names) - 1
    then ' INCLUDE (' || "~pg"."~mirror".ident_list(names[len(options) + 1:]) || ')' else '' end;

create view "~pg"."~mirror".made_index_definitions as
select
  k.oid,
  k.schema,
  k.relation,
  k.name,
  list_transform(k.columns, lambda "~n": "~pg"."~catalog".quote_ident("~n")) as columns,
  k.on_relation,
  case k.kind when 'index' then 'CREATE INDEX ' else 'CREATE UNIQUE INDEX ' end
    || "~pg"."~catalog".quote_ident(k.name) || ' ON ' as before,
  "~pg"."~catalog".quote_ident(k.schema) || '.' || "~pg"."~catalog".quote_ident(k.relation) as shown,
  "~pg"."~mirror".indexed(k.columns, k.options) as after
from "~pg"."~mirror".key_names k
where k.database = "~pg"."~mirror".this_catalog() and k.kind in ('p', 'u', 'index', 'unique index');

create table "~pg"."~mirror".kept_index_definitions as
select
  ''::varchar as database,
  m.*
from "~pg"."~mirror".made_index_definitions m
limit 0;

create view "~pg"."~mirror".index_definitions as
select
  k.oid,
  k.schema,
  k.relation,
  k.name,
  k.columns,
  k.on_relation,
  k.before,
  k.after,
  k.before || k.shown || k.after as definition
from "~pg"."~mirror".kept_index_definitions k
where k.database = "~pg"."~mirror".this_catalog();

create view "~pg"."~catalog".pg_indexes as
select
  d.schema as schemaname, -- name
  d.relation as tablename, -- name
  d.name as indexname, -- name
  null::varchar as tablespace, -- name
  d.definition as indexdef -- text
from "~pg"."~mirror".index_definitions d;
