-- What the gateway knows of live sessions, as lists of rows.  Empty until the gateway has defined its functions, which
-- these macros call from then on (pggate/session/live/backend_functions.py).  Times are microseconds since 1970.
create macro "~pg"."~mirror".backends() as cast(null as struct(
  pid integer, database varchar, role varchar, application_name varchar, client_addr varchar, client_port integer,
  began bigint, transaction_began bigint, query_began bigint, state_changed bigint, wait_event_type varchar,
  wait_event varchar, state varchar, query varchar, backend_type varchar
)[]);
create macro "~pg"."~mirror".backend_databases() as cast(null as struct(
  name varchar, live integer, sessions bigint, killed bigint, commits bigint, rollbacks bigint, milliseconds double
)[]);
create macro "~pg"."~mirror".backend_locks() as cast(null as struct(
  locktype varchar, pid integer, "virtual" varchar, "mode" varchar, granted boolean, waits_since bigint,
  "catalog" varchar, "schema" varchar, relation varchar, database uinteger, classid uinteger, objid uinteger,
  objsubid smallint
)[]);
create macro "~pg"."~mirror".prepared_statements() as cast(null as struct(
  name varchar, statement varchar, prepared_at bigint, parameter_types uinteger[], from_sql boolean,
  generic_plans bigint, custom_plans bigint
)[]);
create macro "~pg"."~mirror".cursors() as cast(null as struct(
  name varchar, statement varchar, is_holdable boolean, is_binary boolean, is_scrollable boolean, created_at bigint
)[]);
