-- Session information functions (PostgreSQL 15, 9.26, table 9.66), and who and where one is.
-- Called by every client at its start.
create macro "~pg"."~catalog".current_database() as "~pg"."~mirror".this_database();
create macro "~pg"."~catalog".current_catalog() as "~pg"."~mirror".this_database();
create macro "~pg"."~catalog".current_schema() as "~pg"."~mirror".these_schemas()[1];
create macro "~pg"."~catalog".current_schemas(include_implicit) as
  case when include_implicit then ['pg_catalog'] else [] end || "~pg"."~mirror".these_schemas();
create macro "~pg"."~catalog"."current_user"() as "~pg"."~mirror".this_user();
create macro "~pg"."~catalog"."current_role"() as "~pg"."~mirror".this_user();
create macro "~pg"."~catalog"."user"() as "~pg"."~mirror".this_user();
create macro "~pg"."~catalog"."session_user"() as "~pg"."~mirror".this_session_user();
create macro "~pg"."~catalog".pg_backend_pid() as "~pg"."~mirror".this_pid();
create macro "~pg"."~catalog".inet_client_addr() as null::varchar;
create macro "~pg"."~catalog".inet_client_port() as null::integer;
create macro "~pg"."~catalog".inet_server_addr() as null::varchar;
create macro "~pg"."~catalog".inet_server_port() as null::integer;
create macro "~pg"."~catalog".pg_is_in_recovery() as false;
-- DuckDB's postgres extension asks for it before it reads a table by ranges of pages on several connections.  None
-- is exported; and all rows of a topic are in the first page, which one of the connections reads.
create macro "~pg"."~catalog".pg_export_snapshot() as '';
create macro "~pg"."~catalog".pg_my_temp_schema() as 0::oid;
create macro "~pg"."~catalog".pg_is_other_temp_schema(schema_oid) as false;
create macro "~pg"."~catalog".pg_advisory_unlock_all() as null::varchar;

-- server_version is "15.0 (pggate …, DuckDB …)": clients read the number after "PostgreSQL".
create macro "~pg"."~catalog".version() as
  'PostgreSQL ' || "~pg"."~mirror".setting('server_version') || ' on Arrow and Parquet, 64-bit';

-- A number that a transaction keeps and later ones exceed: when it began (PostgreSQL 15, 9.26, table 9.79).
create macro "~pg"."~catalog".txid_current() as epoch_us(now());
create macro "~pg"."~catalog".pg_current_xact_id() as epoch_us(now());
