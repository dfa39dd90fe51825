-- pg_stat_all_tables and its two halves (PostgreSQL 15, 28.2.18).
-- Read by Metabase (n_live_tup).
create view "~pg"."~catalog".pg_stat_all_tables as
select
  r.oid as relid, -- oid
  n.name as schemaname, -- name
  r.name as relname, -- name
  0::bigint as seq_scan, -- bigint
  0::bigint as seq_tup_read, -- bigint
  null::bigint as idx_scan, -- bigint
  null::bigint as idx_tup_fetch, -- bigint
  0::bigint as n_tup_ins, -- bigint
  0::bigint as n_tup_upd, -- bigint
  0::bigint as n_tup_del, -- bigint
  0::bigint as n_tup_hot_upd, -- bigint
  coalesce(s.rows, 0)::bigint as n_live_tup, -- bigint
  0::bigint as n_dead_tup, -- bigint
  0::bigint as n_mod_since_analyze, -- bigint
  0::bigint as n_ins_since_vacuum, -- bigint
  null::timestamptz as last_vacuum, -- timestamp with time zone
  null::timestamptz as last_autovacuum, -- timestamp with time zone
  null::timestamptz as last_analyze, -- timestamp with time zone
  null::timestamptz as last_autoanalyze, -- timestamp with time zone
  0::bigint as vacuum_count, -- bigint
  0::bigint as autovacuum_count, -- bigint
  0::bigint as analyze_count, -- bigint
  0::bigint as autoanalyze_count -- bigint
from "~pg"."~mirror".session_relations r
join "~pg"."~mirror".session_schemas n on n.oid = r.schema_oid
left join "~pg"."~mirror".statistics s on s.database = "~pg"."~mirror".this_database() and s.relation = r.oid
where r.kind in ('r', 'm');

create view "~pg"."~catalog".pg_stat_user_tables as
from "~pg"."~catalog".pg_stat_all_tables
where schemaname not in ('pg_catalog', 'information_schema');

create view "~pg"."~catalog".pg_stat_sys_tables as
from "~pg"."~catalog".pg_stat_all_tables
where schemaname in ('pg_catalog', 'information_schema');
