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
select
  q.oid,
  q.schema_oid,
  q.name,
  'S' as kind,
  3::smallint as attributes,
  10::uinteger as owner,
  null as comment,
  null as definition
from "~pg"."~mirror".sequences q
where q.database = "~pg"."~mirror".this_database();

-- PostgreSQL's types and the database's own.
create view "~pg"."~mirror".session_types as
select
  t.*,
  11::uinteger as typnamespace
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
  e.schema_oid as typnamespace
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
  e.schema_oid as typnamespace
from "~pg"."~mirror".enums e
where e.database = "~pg"."~mirror".this_database();

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
from "~pg"."~mirror".system_columns c;

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
