-- The gateway's own metadata: pggate.topics, topic_schemas, tokens, in every database about all of
-- them; boilstream.topics … are other spellings of the same relations.

-- One of a topic's options, null where nothing was said of it.
create macro "~pg"."~mirror".option_of(said, named) as
  list_filter(said, lambda x: starts_with(x, named || '='))[1][length(named) + 2:];

-- Every topic, with what it held at the last measuring; how much that was, and where it lies, is for superusers.
create view "~pg"."~gate".topics as
select
  r.oid::bigint - 16384 as topic_id, -- DuckLake's table id, the first that it had
  r.database as catalog,
  s.name as schema,
  r.name,
  r.created_at,
  case when "~pg"."~mirror".is_superuser("~pg"."~mirror".this_user()) then r.storage_uri end as storage_uri,
  "~pg"."~mirror".option_of(r.options, 'partition_by') as partition_by,
  case when "~pg"."~mirror".is_superuser("~pg"."~mirror".this_user()) then coalesce(t.rows, 0) end as row_count,
  case when "~pg"."~mirror".is_superuser("~pg"."~mirror".this_user()) then coalesce(t.bytes, 0) end as byte_count,
  case when "~pg"."~mirror".is_superuser("~pg"."~mirror".this_user()) then t.committed_at end as last_commit_at,
  "~pg"."~mirror".option_of(r.options, 'sort_by') as sort_by,
  "~pg"."~mirror".option_of(r.options, 'retention') as retention,
  "~pg"."~mirror".option_of(r.options, 'retention_column') as retention_column,
  coalesce("~pg"."~mirror".option_of(r.options, 'evolve'), 'none') as evolve,
  coalesce("~pg"."~mirror".option_of(r.options, 'on_error'), 'reject') as on_error,
  coalesce(lower("~pg"."~mirror".option_of(r.options, 'ingested_at')) in ('true', 'on', 'yes', '1'), false)
    as ingested_at
from "~pg"."~mirror".relations r
join "~pg"."~mirror".databases d on d.name = r.database -- and not what an open transaction sees
join "~pg"."~mirror".schemas s on s.database = r.database and s.oid = r.schema_oid
left join "~pg"."~mirror".statistics t on t.database = r.database and t.relation = r.oid
where r.kind = 'r' and r.oid >= 16384;

-- The columns of every topic: as DuckDB declares them and as PostgreSQL's clients see them; since when, and by which
-- of the lake's schema versions.
create view "~pg"."~gate".topic_schemas as
select
  r.oid::bigint - 16384 as topic_id,
  r.database as catalog,
  s.name as schema,
  r.name,
  r.version,
  'CREATE TABLE ' || "~pg"."~catalog".quote_ident(s.name) || '.' || "~pg"."~catalog".quote_ident(r.name) || ' ('
    || string_agg(
      '"' || replace(c.name, '"', '""') || '" ' || c.duckdb_type || case when c.not_null then ' NOT NULL' else '' end
        || coalesce(' DEFAULT ' || c."default", ''),
      ', ' order by c.attnum
    ) || ')' as sql_ddl,
  list({
    'name': c.name,
    'type': n.before || "~pg"."~mirror".type_modifier(n.base, c.typmod) || n.after || n.brackets,
    'oid': c.type,
    'typmod': c.typmod,
    'not_null': c.not_null
  } order by c.attnum) as pg_columns,
  r.valid_from
from "~pg"."~mirror".relations r
join "~pg"."~mirror".databases d on d.name = r.database -- as above
join "~pg"."~mirror".schemas s on s.database = r.database and s.oid = r.schema_oid
join "~pg"."~mirror".columns c on c.database = r.database and c.relation = r.oid and c.attnum > 0
left join "~pg"."~mirror".type_names n on n.oid = c.type
where r.kind = 'r' and r.oid >= 16384
group by r.oid, r.database, s.name, r.name, r.version, r.valid_from;

-- Ingest credentials by id and topic; what was handed out is kept nowhere.
create view "~pg"."~gate".tokens as
select
  t.id as token_id,
  t.prefix,
  t.database as catalog,
  s.name as schema,
  r.name,
  t.created_at,
  t.revoked_at,
  t.requests as requests_per_second, -- of this token's own; null: as is configured
  t.rows as rows_per_second,
  t.bytes as bytes_per_second
from "~pg"."~mirror".tokens t
left join "~pg"."~mirror".relations r on r.database = t.database and r.oid = t.relation
left join "~pg"."~mirror".schemas s on s.database = r.database and s.oid = r.schema_oid;

-- Every type of DuckDB's, what its columns are to a client, and whether a topic keeps it; filled by type_matrix.sql.
create table "~pg"."~gate".type_matrix (
  duckdb_type varchar,
  pg_type varchar, -- null: the array type of its elements
  oid bigint,
  array_oid bigint,
  stored boolean, -- a topic keeps every value of it
  hint varchar, -- what to use instead where it does not
  note varchar
);
