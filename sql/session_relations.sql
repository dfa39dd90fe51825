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
where s.database = "~pg"."~mirror".this_database()
union all
select
  s.oid,
  s.name,
  10::uinteger as owner,
  null as comment
from "~pg"."~mirror".system_schemas s;

-- The composite types of DuckDB's STRUCTs, which this session was told of.
create view "~pg"."~mirror".session_structs as
select
  s.struct.oid,
  s.struct.array_oid,
  s.struct.name,
  s.struct.names,
  s.struct.types,
  s.struct.typmods
from (select unnest("~pg"."~mirror".these_structs()) as struct) s;

create view "~pg"."~mirror".session_relations as
select
  r.oid,
  r.schema_oid,
  r.name,
  r.kind,
  r.attributes,
  r.owner,
  r.comment,
  r.definition
from "~pg"."~mirror".relations r
where r.database = "~pg"."~mirror".this_database()
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
where d.database = "~pg"."~mirror".this_database()
union all
select
  t.oid,
  11::uinteger as schema_oid,
  t.name,
  'c' as kind,
  len(t.names)::smallint as attributes,
  10::uinteger as owner,
  null as comment,
  null as definition
from "~pg"."~mirror".session_structs t;

-- PostgreSQL's types and the database's own.
create view "~pg"."~mirror".session_types as
select
  t.*,
  11::uinteger as typnamespace,
  0::uinteger as typrelid
from "~pg"."~mirror".types t
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
  o.typrelid
from "~pg"."~mirror".own_types o
where o.database = "~pg"."~mirror".this_database()
union all
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
  (case when s.is_array then 0 else s.struct.oid end)::uinteger as typrelid
from (
  select
    d.struct,
    unnest([false, true]) as is_array
  from (select unnest("~pg"."~mirror".these_structs()) as struct) d
) s;

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
  c.identity
from "~pg"."~mirror".columns c
where c.database = "~pg"."~mirror".this_database()
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
  '' as identity
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
  '' as identity
from "~pg"."~mirror".derived_columns d
where d.database = "~pg"."~mirror".this_database()
union all
select
  f.oid as relation,
  f.attnum::smallint as attnum,
  f.name,
  f.type,
  f.typmod,
  false as not_null,
  null as "default",
  null as comment,
  '' as identity
from (
  select
    t.oid,
    unnest(range(1, len(t.names) + 1)) as attnum,
    unnest(t.names) as name,
    unnest(t.types) as type,
    unnest(t.typmods) as typmod
  from "~pg"."~mirror".session_structs t
) f;

-- Whether a relation is found by its bare name: its schema stands on the search path, pg_catalog before all, and
-- no earlier schema of the path has a relation of that name (PostgreSQL 15, 5.9.3).
create view "~pg"."~mirror".named_relations as
select
  p.oid,
  p.name,
  p.schema,
  p.visible,
  case when p.visible then '' else "~pg"."~catalog".quote_ident(p.schema) || '.' end
    || "~pg"."~catalog".quote_ident(p.name) as shown -- as regclass prints it
from (
  select
    r.oid,
    r.name,
    s.name as schema,
    coalesce(
      list_position(['pg_catalog'] || "~pg"."~mirror".these_schemas(), s.name)
        = min(list_position(['pg_catalog'] || "~pg"."~mirror".these_schemas(), s.name))
          over (partition by r.name),
      false
    ) as visible
  from "~pg"."~mirror".session_relations r
  join "~pg"."~mirror".session_schemas s on s.oid = r.schema_oid
) p;
