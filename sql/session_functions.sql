-- Session information functions (PostgreSQL 15, 9.26, table 9.66), and who and where one is.
-- Called by every client at its start.
create macro "~pg"."~catalog".current_database() as "~pg"."~mirror".this_database();
create macro "~pg"."~catalog".current_catalog() as "~pg"."~mirror".this_database();
create macro "~pg"."~catalog".current_schema() as "~pg"."~mirror".these_schemas()[1];
create macro "~pg"."~catalog".current_schemas(include_implicit) as case
  when include_implicit then ['pg_catalog'] || "~pg"."~mirror".these_schemas()
  when not include_implicit then "~pg"."~mirror".these_schemas()
end;
create macro "~pg"."~catalog"."current_user"() as "~pg"."~mirror".this_user();
create macro "~pg"."~catalog"."current_role"() as "~pg"."~mirror".this_user();
create macro "~pg"."~catalog"."user"() as "~pg"."~mirror".this_user();
create macro "~pg"."~catalog"."session_user"() as "~pg"."~mirror".this_session_user();
create macro "~pg"."~catalog".pg_backend_pid() as "~pg"."~mirror".this_pid();
create macro "~pg"."~catalog".inet_client_addr() as (
  select "~b".client_addr
  from (select unnest("~pg"."~mirror".backends(), recursive := true)) "~b"
  where "~b".pid = "~pg"."~mirror".this_pid()
);
create macro "~pg"."~catalog".inet_client_port() as (
  select "~b".client_port
  from (select unnest("~pg"."~mirror".backends(), recursive := true)) "~b"
  where "~b".pid = "~pg"."~mirror".this_pid()
);
create macro "~pg"."~catalog".inet_server_addr() as null::varchar;
create macro "~pg"."~catalog".inet_server_port() as null::integer;
create macro "~pg"."~catalog".pg_is_in_recovery() as false;
-- DuckDB's postgres extension asks for it before it reads a table by ranges of pages on several connections.  None
-- is exported; and all rows of a topic are in the first page, which one of the connections reads.
create macro "~pg"."~catalog".pg_export_snapshot() as '';
-- A query of a relation, since its oid is one then.
create macro "~pg"."~catalog".pg_my_temp_schema() as (
  select coalesce(max("~s".oid), 0)::uinteger
  from "~pg"."~mirror".session_schemas "~s"
  where "~s".name = 'pg_temp_1'
);
create macro "~pg"."~catalog".pg_is_other_temp_schema(schema_oid) as case when schema_oid is not null then false end;

-- What there is not: triggers, a compiler of expressions, a file of messages, statistics that are kept for a
-- transaction or could be set back.
create macro "~pg"."~catalog".pg_trigger_depth() as 0;
create macro "~pg"."~catalog".pg_jit_available() as false;
create macro "~pg"."~catalog".pg_current_logfile() as null::varchar;
create macro "~pg"."~catalog".pg_stat_clear_snapshot() as ''::"~pg"."~catalog".void;
create macro "~pg"."~catalog".pg_stat_reset() as ''::"~pg"."~catalog".void;

-- Delaying execution (PostgreSQL 15, 9.9.6).  DuckDB's sleep_ms() gives a null, which nothing looks at.
create macro "~pg"."~mirror".slept(seconds) as case
  when seconds is not null
    then ('' || coalesce(system.main.sleep_ms((greatest(seconds, 0) * 1000)::bigint)::varchar, ''))::"~pg"."~catalog".void
end;
create macro "~pg"."~catalog".pg_sleep(seconds) as "~pg"."~mirror".slept(seconds::double);
create macro "~pg"."~catalog".pg_sleep_for(duration) as "~pg"."~mirror".slept(epoch(duration::interval));
create macro "~pg"."~catalog".pg_sleep_until(moment) as
  "~pg"."~mirror".slept(epoch(moment::timestamptz) - epoch(system.main.get_current_timestamp()));

-- server_version is "15.0 (pggate …, DuckDB …)": clients read the number after "PostgreSQL".
create macro "~pg"."~catalog".version() as
  'PostgreSQL ' || "~pg"."~mirror".setting('server_version') || ' on Arrow and Parquet, 64-bit';

-- A number that a transaction keeps and later ones exceed: when it began (PostgreSQL 15, 9.26, table 9.79).
create macro "~pg"."~catalog".txid_current() as epoch_us(now());
create macro "~pg"."~catalog".pg_current_xact_id() as epoch_us(now());
