-- Live views: how far each is and what it holds, for superusers; and all of them under the name that others have for
-- such a list.  The macro is empty until the gateway has defined its function (pggate/session/live/view_functions.py).
create macro "~pg"."~mirror".view_status() as cast(null as struct(
  lake varchar, oid bigint, kind varchar, topics varchar[], applied bigint, newest bigint, behind double, base bigint,
  deltas bigint, rows_in bigint, rows_out bigint, late bigint, failed bigint, error varchar, note varchar, form varchar,
  window_type varchar, window_size bigint, slide bigint, time_column varchar
)[]);

create view "~pg"."~gate".view_status as
with views as (select unnest("~pg"."~mirror".view_status()) as v)
select
  v.lake as catalog,
  s.name as schema,
  r.name,
  v.kind, -- groups: partial aggregates; rows: what it filters and computes
  v.topics,
  v.applied as applied_snapshot, -- it has everything up to this one
  v.newest as newest_snapshot, -- of its lake
  v.newest - v.applied as lag_snapshots,
  v.behind as lag_seconds, -- since when there has been a snapshot that it does not have
  v.rows_in, -- of its topics, that came and went since the gateway was started
  v.rows_out, -- of partials, that were appended for them
  v.late as late_rows, -- that came for a group older than the newest; NULL where no moment is among the keys
  v.base as state_rows, -- merged, as of some snapshot
  v.deltas as pending_rows, -- what came and went since
  v.failed as failed_snapshot, -- whose rows it could not take
  v.error as last_error,
  v.note -- why there is nothing in it
from views
join "~pg"."~mirror".relations r on r.database = v.lake and r.oid = v.oid
join "~pg"."~mirror".schemas s on s.database = r.database and s.oid = r.schema_oid
where "~pg"."~mirror".is_superuser("~pg"."~mirror".this_user());

create view "~pg"."~gate".derived_views as
with views as (select unnest("~pg"."~mirror".view_status()) as v)
select
  v.oid as view_id,
  v.lake as catalog,
  s.name as schema,
  r.name,
  v.form as kind, -- materialized, windowed, streaming
  cast(t.oid - 16384 as bigint) as source_topic_id, -- as in pggate.topics
  null::bigint as target_topic_id,
  r.definition as sql,
  v.window_type,
  to_microseconds(v.window_size) as window_size,
  to_microseconds(v.slide) as slide_interval,
  v.time_column as timestamp_column,
  null::interval as allowed_lateness,
  null::timestamptz as watermark,
  null::timestamptz as last_closed_window_end,
  v.rows_in,
  v.rows_out,
  v.late as rows_late,
  case when v.failed is not null then 'error' when v.applied is null then 'building' else 'active' end as status,
  v.error as last_error,
  v.note -- why there is nothing in it
from views
join "~pg"."~mirror".relations r on r.database = v.lake and r.oid = v.oid
join "~pg"."~mirror".schemas s on s.database = r.database and s.oid = r.schema_oid
left join "~pg"."~mirror".relations t on t.database = v.lake and t.kind = 'r' and t.schema || '.' || t.name = v.topics[1]
where "~pg"."~mirror".is_superuser("~pg"."~mirror".this_user());
