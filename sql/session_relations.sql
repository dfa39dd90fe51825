-- What the current session's database holds, the emulation's own relations included: the ground of pg_class,
-- pg_attribute and information_schema.
-- Columns are qualified throughout these files: duckdb 1.5.5 lets a macro's parameter clash with the unqualified
-- columns of a view that the macro's body reads.

create view "~pg"."~mirror".session_schemas as
select
  s.oid,
  s.name,
  s.owner,
  s.comment
from "~pg"."~mirror".schemas s
where s.database = "~pg"."~mirror".this_catalog()
union all
select
  s.oid,
  s.name,
  10::uinteger as owner,
  null as comment
from "~pg"."~mirror".system_schemas s;

-- The composite types of DuckDB's STRUCTs, which this session was told of.  What the views that begin with struct_ make
-- of them is kept in variables, or every query would have to be planned with it (session/execution.py).
create view "~pg"."~mirror".session_structs as
select
  s.struct.oid,
  s.struct.array_oid,
  s.struct.name,
  s.struct.names,
  s.struct.types,
  s.struct.typmods
from (select unnest("~pg"."~mirror".these_structs()) as struct) s;

-- What follows, as "made_…", is computed whenever something is defined, and kept in tables (catalog/kept_rows.py): a
-- view that computed it would be bound and planned with every query.
create view "~pg"."~mirror".made_relations as
select
  r.*,
  s.name as schema,
  "~pg"."~catalog".quote_ident(s.name) as quoted_schema,
  "~pg"."~catalog".quote_ident(r.name) as quoted,
  list(s.name) over (partition by r.name) as same_name, -- the schemas that have a relation of that name
  coalesce(k.has_index, false) as has_index,
  coalesce(k.has_triggers, false) as has_triggers,
  coalesce(c.checks, 0)::smallint as checks
from (
  select
    t.oid,
    t.schema_oid,
    t.name,
    t.kind,
    t.attributes,
    t.owner,
    t.comment,
    t.definition
  from "~pg"."~mirror".relations t
  where t.database = "~pg"."~mirror".this_catalog()
  union all
  select
    s.oid,
    s.schema_oid,
    s.name,
    s.kind,
    s.attributes,
    10::uinteger as owner,
    null as comment,
    null as definition
  from "~pg"."~mirror".system_relations s
  union all
  select
    d.oid,
    d.schema_oid,
    d.name,
    d.kind,
    d.attributes,
    10::uinteger as owner,
    null as comment,
    null as definition
  from "~pg"."~mirror".derived_relations d
  where d.database = "~pg"."~mirror".this_catalog()
) r
join "~pg"."~mirror".session_schemas s on s.oid = r.schema_oid
left join "~pg"."~mirror".keyed_relations k
  on k.database = "~pg"."~mirror".this_catalog() and k.relation = r.oid
left join (
  select
    h.relation,
    count(*) as checks
  from "~pg"."~mirror".keys h
  where h.kind = 'c' and h.database = "~pg"."~mirror".this_catalog()
  group by h.relation
) c on c.relation = r.oid;

create table "~pg"."~mirror".kept_relations as
select
  ''::varchar as database,
  m.*
from "~pg"."~mirror".made_relations m
limit 0;

create view "~pg"."~mirror".struct_relations as
select
  t.oid,
  11::uinteger as schema_oid,
  t.name,
  'c' as kind,
  len(t.names)::smallint as attributes,
  10::uinteger as owner,
  null as comment,
  null as definition,
  'pg_catalog' as schema,
  'pg_catalog' as quoted_schema,
  t.name as quoted,
  ['pg_catalog'] as same_name,
  false as has_index,
  false as has_triggers,
  0::smallint as checks
from "~pg"."~mirror".session_structs t;

create macro "~pg"."~mirror".these_struct_relations() as cast(
  getvariable('pggate_struct_relations') as struct(
    oid uinteger, schema_oid uinteger, name varchar, kind varchar, attributes smallint, owner uinteger,
    comment varchar, definition varchar, schema varchar, quoted_schema varchar, quoted varchar, same_name
    varchar[], has_index boolean, has_triggers boolean, checks smallint
  )[]
);

create view "~pg"."~mirror".session_relations as
select
  r.oid,
  r.schema_oid,
  r.name,
  r.kind,
  r.attributes,
  r.owner,
  r.comment,
  r.definition,
  r.schema,
  r.quoted_schema,
  r.quoted,
  r.same_name,
  r.has_index,
  r.has_triggers,
  r.checks
from "~pg"."~mirror".kept_relations r
where r.database = "~pg"."~mirror".this_catalog()
union all
select unnest("~pg"."~mirror".these_struct_relations(), max_depth := 2);

-- PostgreSQL's types and the database's own, each with its SQL name in two parts, between which its modifier goes
-- (src/backend/utils/adt/format_type.c).
create view "~pg"."~mirror".made_types as
select
  t.*,
  11::uinteger as typnamespace,
  0::uinteger as typrelid,
  null::uinteger as relation, -- whose row type it is
  n.base, -- an array's element; else the type itself
  n.before,
  n.after,
  n.brackets
from "~pg"."~mirror".types t
join "~pg"."~mirror".postgres_type_names n on n.oid = t.oid
union all
select
  o.oid,
  o.typname,
  o.typlen,
  o.typbyval,
  o.typtype,
  o.typcategory,
  false as typispreferred,
  ',' as typdelim,
  o.typsubscript,
  o.typelem,
  o.typarray,
  o.typinput,
  o.typoutput,
  o.typreceive,
  o.typsend,
  0::uinteger as typmodin,
  0::uinteger as typmodout,
  o.typanalyze,
  o.typalign,
  o.typstorage,
  0::uinteger as typcollation,
  o.typnamespace,
  o.typrelid,
  o.relation,
  o.base,
  "~pg"."~catalog".quote_ident(o.spelled) as before,
  '' as after,
  o.brackets
from "~pg"."~mirror".own_types o
where o.database = "~pg"."~mirror".this_catalog();

create table "~pg"."~mirror".kept_types as
select
  ''::varchar as database,
  m.*
from "~pg"."~mirror".made_types m
limit 0;

create view "~pg"."~mirror".struct_types as
select
  (case when s.is_array then s.struct.array_oid else s.struct.oid end)::uinteger as oid,
  case when s.is_array then '_' else '' end || s.struct.name as typname,
  (-1)::smallint as typlen,
  false as typbyval,
  case when s.is_array then 'b' else 'c' end as typtype,
  case when s.is_array then 'A' else 'C' end as typcategory,
  false as typispreferred,
  ',' as typdelim,
  (case when s.is_array then 6179 else 0 end)::uinteger as typsubscript, -- array_subscript_handler
  (case when s.is_array then s.struct.oid else 0 end)::uinteger as typelem,
  (case when s.is_array then 0 else s.struct.array_oid end)::uinteger as typarray,
  (case when s.is_array then 750 else 2290 end)::uinteger as typinput, -- array_in, record_in
  (case when s.is_array then 751 else 2291 end)::uinteger as typoutput, -- array_out, record_out
  (case when s.is_array then 2400 else 2402 end)::uinteger as typreceive, -- array_recv, record_recv
  (case when s.is_array then 2401 else 2403 end)::uinteger as typsend, -- array_send, record_send
  0::uinteger as typmodin,
  0::uinteger as typmodout,
  (case when s.is_array then 3816 else 0 end)::uinteger as typanalyze, -- array_typanalyze
  'd' as typalign,
  'x' as typstorage,
  0::uinteger as typcollation,
  11::uinteger as typnamespace,
  (case when s.is_array then 0 else s.struct.oid end)::uinteger as typrelid,
  s.struct.oid as base,
  s.struct.name as before,
  '' as after,
  case when s.is_array then '[]' else '' end as brackets
from (
  select
    d.struct,
    unnest([false, true]) as is_array
  from (select unnest("~pg"."~mirror".these_structs()) as struct) d
) s;

create macro "~pg"."~mirror".these_struct_types() as cast(
  getvariable('pggate_struct_types') as struct(
    oid uinteger, typname varchar, typlen smallint, typbyval boolean, typtype varchar, typcategory varchar,
    typispreferred boolean, typdelim varchar, typsubscript uinteger, typelem uinteger, typarray uinteger,
    typinput uinteger, typoutput uinteger, typreceive uinteger, typsend uinteger, typmodin uinteger,
    typmodout uinteger, typanalyze uinteger, typalign varchar, typstorage varchar, typcollation uinteger,
    typnamespace uinteger, typrelid uinteger, base uinteger, before varchar, after varchar, brackets varchar
  )[]
);

create view "~pg"."~mirror".session_types as
select
  t.oid,
  t.typname,
  t.typlen,
  t.typbyval,
  t.typtype,
  t.typcategory,
  t.typispreferred,
  t.typdelim,
  t.typsubscript,
  t.typelem,
  t.typarray,
  t.typinput,
  t.typoutput,
  t.typreceive,
  t.typsend,
  t.typmodin,
  t.typmodout,
  t.typanalyze,
  t.typalign,
  t.typstorage,
  t.typcollation,
  t.typnamespace,
  t.typrelid,
  t.base,
  t.before,
  t.after,
  t.brackets
from "~pg"."~mirror".kept_types t
where t.database = "~pg"."~mirror".this_catalog()
union all
select unnest("~pg"."~mirror".these_struct_types(), max_depth := 2);

create view "~pg"."~mirror".made_columns as
select
  c.* exclude (duckdb_type),
  t.typlen,
  t.typbyval,
  t.typcategory,
  t.typalign,
  t.typstorage,
  t.typcollation,
  (case when t.typcategory = 'A' then greatest(
    len(regexp_extract_all(regexp_extract(c.duckdb_type, '(\[\d*\])+$'), '\[')), 1
  ) else 0 end)::integer as ndims
from (
  select
    c.relation,
    c.attnum,
    c.name,
    c.type,
    c.typmod,
    c.not_null,
    c."default",
    c.comment,
    c.identity,
    c.duckdb_type
  from "~pg"."~mirror".columns c
  where c.database = "~pg"."~mirror".this_catalog()
  union all
  select
    c.relation,
    c.attnum,
    c.name,
    c.type,
    -1 as typmod,
    c.not_null,
    null as "default",
    null as comment,
    '' as identity,
    '' as duckdb_type
  from "~pg"."~mirror".system_columns c
  union all
  select
    d.relation,
    d.attnum,
    d.name,
    d.type,
    d.typmod,
    false as not_null,
    null as "default",
    null as comment,
    '' as identity,
    '' as duckdb_type
  from "~pg"."~mirror".derived_columns d
  where d.database = "~pg"."~mirror".this_catalog()
  union all
  select
    r.oid as relation,
    s.attnum::smallint as attnum,
    s.name,
    s.type::uinteger as type,
    -1 as typmod,
    true as not_null,
    null as "default",
    null as comment,
    '' as identity,
    '' as duckdb_type
  from (
    select t.oid from "~pg"."~mirror".relations t
    where t.database = "~pg"."~mirror".this_catalog() and t.kind in ('r', 'm', 'S')
    union all
    select t.oid from "~pg"."~mirror".system_relations t where t.kind = 'r'
  ) r
  cross join (
    values -- the system columns (PostgreSQL 15, 5.5)
      (-1, 'ctid', 27),
      (-2, 'xmin', 28),
      (-3, 'cmin', 29),
      (-4, 'xmax', 28),
      (-5, 'cmax', 29),
      (-6, 'tableoid', 26)
  ) s (attnum, name, type)
) c
left join "~pg"."~mirror".session_types t on t.oid = c.type;

create table "~pg"."~mirror".kept_columns as
select
  ''::varchar as database,
  m.*
from "~pg"."~mirror".made_columns m
limit 0;

create view "~pg"."~mirror".struct_columns as
select
  f.oid as relation,
  f.attnum::smallint as attnum,
  f.name,
  f.type,
  f.typmod,
  false as not_null,
  null as "default",
  null as comment,
  '' as identity,
  y.typlen,
  y.typbyval,
  y.typcategory,
  y.typalign,
  y.typstorage,
  y.typcollation,
  (case when y.typcategory = 'A' then 1 else 0 end)::integer as ndims
from (
  select
    t.oid,
    unnest(range(1, len(t.names) + 1)) as attnum,
    unnest(t.names) as name,
    unnest(t.types) as type,
    unnest(t.typmods) as typmod
  from "~pg"."~mirror".session_structs t
) f
left join "~pg"."~mirror".kept_types y on y.database = "~pg"."~mirror".this_catalog() and y.oid = f.type;

create macro "~pg"."~mirror".these_struct_columns() as cast(
  getvariable('pggate_struct_columns') as struct(
    relation uinteger, attnum smallint, name varchar, type uinteger, typmod integer, not_null boolean,
    "default" varchar, comment varchar, identity varchar, typlen smallint, typbyval boolean, typcategory
    varchar, typalign varchar, typstorage varchar, typcollation uinteger,
    ndims integer
  )[]
);

create view "~pg"."~mirror".session_columns as
select
  c.relation,
  c.attnum,
  c.name,
  c.type,
  c.typmod,
  c.not_null,
  c."default",
  c.comment,
  c.identity,
  c.typlen,
  c.typbyval,
  c.typcategory,
  c.typalign,
  c.typstorage,
  c.typcollation,
  c.ndims
from "~pg"."~mirror".kept_columns c
where c.database = "~pg"."~mirror".this_catalog()
union all
select unnest("~pg"."~mirror".these_struct_columns(), max_depth := 2);

-- Whether a relation is found by its bare name: its schema stands on the search path, that of temporary relations and
-- pg_catalog before all, and no earlier schema of the path has a relation of that name (PostgreSQL 15, 5.9.3).
create view "~pg"."~mirror".named_relations as
select
  p.oid,
  p.name,
  p.schema,
  p.visible,
  case when p.visible then p.quoted else p.quoted_schema || '.' || p.quoted end as shown -- as regclass prints it
from (
  select
    r.oid,
    r.name,
    r.schema,
    r.quoted_schema,
    r.quoted,
    coalesce(
      list_position("~pg"."~mirror".these_searched(), r.schema) = list_min(list_transform(
        r.same_name,
        lambda "~s": list_position("~pg"."~mirror".these_searched(), "~s")
      )),
      false
    ) as visible
  from "~pg"."~mirror".session_relations r
) p;
