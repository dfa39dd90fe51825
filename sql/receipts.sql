-- What every append was answered, as long as it is kept, for superusers: a row for each batch.  The macro is empty until the gateway
-- has a registry to read (pggate/lake/receipt_book.py), where a row is a commit and tells of all its appends.
create macro "~pg"."~mirror".kept_receipts() as table
select null::bigint as lake, null::bigint as snapshot, null::timestamptz as committed_at, null::varchar as message
where false;

create view "~pg"."~gate".receipts as
with messages as (
  select
    r.lake, r.snapshot, r.committed_at,
    from_json(r.message, '{"lots": [{
      "table": "BIGINT",
      "segments": [{"path": "VARCHAR", "bytes": "BIGINT", "sha256": "VARCHAR"}],
      "rows": [["BIGINT"]],
      "keys": [{"place": "BIGINT", "key": "VARCHAR"}]
    }]}').lots as lots
  from "~pg"."~mirror".kept_receipts() r
),
lots as (select lake, snapshot, committed_at, unnest(lots) as lot from messages),
runs as ( -- so many appends of so many rows each
  select lake, snapshot, committed_at, lot, unnest(lot."rows") as run, generate_subscripts(lot."rows", 1) as number
  from lots
),
appends as (
  select
    lake, snapshot, committed_at, lot, run[2] as "rows",
    coalesce(list_sum(list_transform(lot."rows"[:number - 1], before -> before[1])), 0)::bigint
      + unnest(range(run[1])) as place
  from runs
)
select
  system.main.parse_filename(a.lot.segments[1].path, true) || '.' || a.place as batch_id,
  d.name as catalog,
  s.name as schema,
  r.name,
  a.lot."table" as topic_id,
  a."rows",
  a.snapshot,
  a.committed_at,
  list_filter(a.lot.keys, given -> given.place = a.place)[1]."key" as idempotency_key,
  to_json(a.lot.segments) as segments
from appends a
join "~pg"."~mirror".databases d on d.oid = a.lake
left join "~pg"."~mirror".relations r on r.database = d.name and r.oid = a.lot."table" + 16384
left join "~pg"."~mirror".schemas s on s.database = r.database and s.oid = r.schema_oid
where "~pg"."~mirror".is_superuser("~pg"."~mirror".this_user());
