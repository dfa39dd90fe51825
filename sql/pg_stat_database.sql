-- pg_stat_database (PostgreSQL 15, 28.2.17): sessions and transactions since the gateway began; blocks and tuples are
-- not counted.  A transaction that the client itself rolls back counts as one that was committed.
create view "~pg"."~catalog".pg_stat_database as
select
  d.oid as datid, -- oid
  d.name as datname, -- name
  coalesce(c.live, 0)::integer as numbackends, -- integer
  coalesce(c.commits, 0)::bigint as xact_commit, -- bigint
  coalesce(c.rollbacks, 0)::bigint as xact_rollback, -- bigint
  0::bigint as blks_read, -- bigint
  0::bigint as blks_hit, -- bigint
  0::bigint as tup_returned, -- bigint
  0::bigint as tup_fetched, -- bigint
  0::bigint as tup_inserted, -- bigint
  0::bigint as tup_updated, -- bigint
  0::bigint as tup_deleted, -- bigint
  0::bigint as conflicts, -- bigint
  0::bigint as temp_files, -- bigint
  0::bigint as temp_bytes, -- bigint
  0::bigint as deadlocks, -- bigint
  null::bigint as checksum_failures, -- bigint
  null::timestamptz as checksum_last_failure, -- timestamp with time zone
  0::double as blk_read_time, -- double precision
  0::double as blk_write_time, -- double precision
  coalesce(c.milliseconds, 0)::double as session_time, -- double precision
  0::double as active_time, -- double precision
  0::double as idle_in_transaction_time, -- double precision
  coalesce(c.sessions, 0)::bigint as sessions, -- bigint
  0::bigint as sessions_abandoned, -- bigint
  0::bigint as sessions_fatal, -- bigint
  coalesce(c.killed, 0)::bigint as sessions_killed, -- bigint
  null::timestamptz as stats_reset -- timestamp with time zone
from (
  select
    0::uinteger as oid,
    null::varchar as name -- what belongs to no database
  union all
  select
    b.oid,
    b.name
  from "~pg"."~mirror".databases b
) d
left join (select unnest("~pg"."~mirror".backend_databases(), recursive := true)) c on c.name = d.name;
