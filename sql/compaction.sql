-- How many files each topic has and what compaction has done with them since the start, for superusers.  The macro is
-- empty until the gateway has defined its function (pggate/session/live/compaction_functions.py).
create macro "~pg"."~mirror".compaction() as cast(null as struct(
  lake varchar, table_id bigint, files bigint, small_files bigint, bytes bigint, steps bigint, merged_files bigint,
  made_files bigint, "rows" bigint, last_at bigint, milliseconds bigint, last_error varchar
)[]);

create view "~pg"."~gate".compaction as
with topics as (select unnest("~pg"."~mirror".compaction()) as t)
select
  t.table_id as topic_id, -- as in pggate.topics
  t.lake as catalog,
  s.name as schema,
  r.name,
  t.files as live_files,
  t.small_files, -- of the smallest tier: compaction.small_files of them are merged
  t.bytes as byte_count,
  t.steps as merges, -- since the start, as all that follows
  t.merged_files,
  t.made_files,
  t."rows" as merged_rows,
  make_timestamptz(t.last_at) as last_merge_at,
  t.milliseconds as last_merge_ms,
  t.last_error -- of the last merge, if it has failed
from topics
join "~pg"."~mirror".relations r on r.database = t.lake and r.oid = t.table_id + 16384
join "~pg"."~mirror".schemas s on s.database = r.database and s.oid = r.schema_oid
where "~pg"."~mirror".is_superuser("~pg"."~mirror".this_user());
