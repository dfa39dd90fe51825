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
where "~pg"."~mirror".shown(s.database, s.oid);

-- What the session wants to see live views as: there are tools that list tables and views alone.
create macro "~pg"."~mirror".shows_live_views_as_tables() as
  coalesce(map_extract_value("~pg"."~mirror".these_settings(), 'pggate.show_live_views_as') = 'table', false);

create view "~pg"."~mirror".session_relations as
select
  r.oid,
  r.schema_oid,
  r.name,
  r.kind,
  case when "~pg"."~mirror".shows_live_views_as_tables() and r.kind = 'm' then 'r' else r.kind end as shown_kind,
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
  r.checks,
  r.rows,
  r.options
from "~pg"."~mirror".relations r
where "~pg"."~mirror".shown_relation(r.database, r.oid);

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
  t.brackets,
  t.schema,
  t.spellings
from "~pg"."~mirror".types t
where "~pg"."~mirror".shown(t.database, t.oid);

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
  c.sequence,
  c.typlen,
  c.typbyval,
  c.typcategory,
  c.typalign,
  c.typstorage,
  c.typcollation,
  c.ndims
from "~pg"."~mirror".columns c
where "~pg"."~mirror".shown(c.database, c.relation);

create view "~pg"."~mirror".session_keys as
select
  k.* exclude (database)
from "~pg"."~mirror".keys k
where "~pg"."~mirror".shown(k.database, k.oid);

create view "~pg"."~mirror".session_sequences as
select
  q.* exclude (database)
from "~pg"."~mirror".sequences q
where "~pg"."~mirror".shown(q.database, q.oid);

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
    case
      when len(r.same_name) = 1 then list_contains("~pg"."~mirror".these_searched(), r.schema)
      else coalesce(
        list_position("~pg"."~mirror".these_searched(), r.schema) = list_min(list_transform(
          r.same_name,
          lambda "~s": list_position("~pg"."~mirror".these_searched(), "~s")
        )),
        false
      )
    end as visible
  from "~pg"."~mirror".session_relations r
) p;

-- What every database has, as rows of those tables.
create view "~pg"."~mirror".given_schemas as
select
  s.oid,
  s.name,
  10::uinteger as owner,
  null::varchar as comment
from "~pg"."~mirror".system_schemas s;

create view "~pg"."~mirror".given_relations as
select
  r.oid,
  r.schema_oid,
  r.name,
  r.kind,
  r.attributes,
  10::uinteger as owner,
  null::varchar as comment,
  null::varchar as definition,
  s.name as schema,
  "~pg"."~catalog".quote_ident(s.name) as quoted_schema,
  "~pg"."~catalog".quote_ident(r.name) as quoted,
  list(s.name) over (partition by r.name) as same_name,
  false as has_index,
  false as has_triggers,
  0::smallint as checks,
  (case r.kind when 'v' then 0 else -1 end)::float as rows,
  null::varchar as storage_uri,
  null::timestamptz as created_at,
  null::bigint as version,
  null::timestamptz as valid_from,
  null::varchar[] as options
from "~pg"."~mirror".system_relations r
join "~pg"."~mirror".system_schemas s on s.oid = r.schema_oid;

create view "~pg"."~mirror".given_columns as
select
  c.relation,
  c.attnum,
  c.name,
  ''::varchar as duckdb_type,
  c.type,
  (-1)::integer as typmod,
  c.not_null,
  null::varchar as "default",
  null::varchar as comment,
  '' as identity,
  null::uinteger as sequence,
  t.typlen,
  t.typbyval,
  t.typcategory,
  t.typalign,
  t.typstorage,
  t.typcollation,
  (case when t.typcategory = 'A' then 1 else 0 end)::integer as ndims
from "~pg"."~mirror".system_columns c
left join "~pg"."~mirror".postgres_types t on t.oid = c.type;

create view "~pg"."~mirror".given_types as
select
  t.*,
  11::uinteger as typnamespace,
  0::uinteger as typrelid,
  n.base,
  n.before,
  n.after,
  n.brackets,
  'pg_catalog' as schema,
  coalesce(s.spellings, []) as spellings
from "~pg"."~mirror".postgres_types t
join "~pg"."~mirror".postgres_type_names n on n.oid = t.oid
left join (
  select
    p.oid,
    list(p.spelling) as spellings
  from "~pg"."~mirror".postgres_type_spellings p
  group by p.oid
) s on s.oid = t.oid;

create view "~pg"."~mirror".given_descriptions as
select
  d.objoid,
  d.classoid,
  d.objsubid,
  d.description
from "~pg"."~mirror".postgres_descriptions d;
