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

-- The composite types: those that were declared, the row type of every relation (types/composites.py has the rule),
-- and those of STRUCTs.
create view "~pg"."~mirror".session_composites as
select
  (1342177280 + 2 * (r.oid - 16384))::uinteger as oid,
  (1342177280 + 2 * (r.oid - 16384) + 1)::uinteger as array_oid,
  r.schema_oid,
  r.name,
  r.oid as relation,
  null::varchar[] as names, -- the columns are the relation's
  null::uinteger[] as types,
  null::integer[] as typmods
from "~pg"."~mirror".relations r
where r.database = "~pg"."~mirror".this_database() and r.kind <> 'S'
union all
select
  s.struct.oid,
  s.struct.array_oid,
  11::uinteger as schema_oid,
  s.struct.name,
  s.struct.oid as relation,
  s.struct.names,
  s.struct.types,
  s.struct.typmods
from (select unnest("~pg"."~mirror".these_structs()) as struct) s
union all
select
  c.oid,
  c.array_oid,
  c.schema_oid,
  c.name,
  c.oid as relation,
  c.names,
  c.types,
  c.typmods
from "~pg"."~mirror".composites c
where c.database = "~pg"."~mirror".this_database();

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
select -- the index of a key
  k.oid,
  k.schema_oid,
  k.name,
  'i' as kind,
  len(k.attnums)::smallint as attributes,
  10::uinteger as owner,
  null as comment,
  null as definition
from "~pg"."~mirror".keys k
where k.database = "~pg"."~mirror".this_database() and k.kind in ('p', 'u')
union all
select -- that of a composite type
  c.oid,
  c.schema_oid,
  c.name,
  'c' as kind,
  len(c.names)::smallint as attributes,
  10::uinteger as owner,
  null as comment,
  null as definition
from "~pg"."~mirror".session_composites c
where c.relation = c.oid;

-- PostgreSQL's types and the database's own.
create view "~pg"."~mirror".session_types as
select
  t.*,
  11::uinteger as typnamespace,
  0::uinteger as typrelid
from "~pg"."~mirror".types t
union all
select
  e.oid,
  e.name as typname,
  4::smallint as typlen,
  true as typbyval,
  'e' as typtype,
  'E' as typcategory,
  false as typispreferred,
  ',' as typdelim,
  '-' as typsubscript,
  0::uinteger as typelem,
  e.array_oid as typarray,
  'enum_in' as typinput,
  'enum_out' as typoutput,
  'enum_recv' as typreceive,
  'enum_send' as typsend,
  '-' as typmodin,
  '-' as typmodout,
  '-' as typanalyze,
  'i' as typalign,
  'p' as typstorage,
  0::uinteger as typcollation,
  e.schema_oid as typnamespace,
  0::uinteger as typrelid
from "~pg"."~mirror".enums e
where e.database = "~pg"."~mirror".this_database()
union all
select
  e.array_oid as oid,
  '_' || e.name as typname,
  (-1)::smallint as typlen,
  false as typbyval,
  'b' as typtype,
  'A' as typcategory,
  false as typispreferred,
  ',' as typdelim,
  'array_subscript_handler' as typsubscript,
  e.oid as typelem,
  0::uinteger as typarray,
  'array_in' as typinput,
  'array_out' as typoutput,
  'array_recv' as typreceive,
  'array_send' as typsend,
  '-' as typmodin,
  '-' as typmodout,
  'array_typanalyze' as typanalyze,
  'i' as typalign,
  'x' as typstorage,
  0::uinteger as typcollation,
  e.schema_oid as typnamespace,
  0::uinteger as typrelid
from "~pg"."~mirror".enums e
where e.database = "~pg"."~mirror".this_database()
union all
select
  c.oid as oid,
  c.name as typname,
  (-1)::smallint as typlen,
  false as typbyval,
  'c' as typtype,
  'C' as typcategory,
  false as typispreferred,
  ',' as typdelim,
  '-' as typsubscript,
  0::uinteger as typelem,
  c.array_oid as typarray,
  'record_in' as typinput,
  'record_out' as typoutput,
  'record_recv' as typreceive,
  'record_send' as typsend,
  '-' as typmodin,
  '-' as typmodout,
  '-' as typanalyze,
  'd' as typalign,
  'x' as typstorage,
  0::uinteger as typcollation,
  c.schema_oid as typnamespace,
  c.relation as typrelid
from "~pg"."~mirror".session_composites c
union all
select
  c.array_oid as oid,
  '_' || c.name as typname,
  (-1)::smallint as typlen,
  false as typbyval,
  'b' as typtype,
  'A' as typcategory,
  false as typispreferred,
  ',' as typdelim,
  'array_subscript_handler' as typsubscript,
  c.oid as typelem,
  0::uinteger as typarray,
  'array_in' as typinput,
  'array_out' as typoutput,
  'array_recv' as typreceive,
  'array_send' as typsend,
  '-' as typmodin,
  '-' as typmodout,
  'array_typanalyze' as typanalyze,
  'd' as typalign,
  'x' as typstorage,
  0::uinteger as typcollation,
  c.schema_oid as typnamespace,
  0::uinteger as typrelid
from "~pg"."~mirror".session_composites c;

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
select -- the fields of a composite type
  f.relation,
  f.attnum::smallint as attnum,
  c.names[f.attnum] as name,
  c.types[f.attnum] as type,
  c.typmods[f.attnum] as typmod,
  false as not_null,
  null as "default",
  null as comment,
  '' as identity
from (
  select
    n.relation,
    unnest(range(1, len(n.names) + 1)) as attnum
  from "~pg"."~mirror".session_composites n
  where n.names is not null
) f
join "~pg"."~mirror".session_composites c on c.relation = f.relation;

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
