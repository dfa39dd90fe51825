-- pg_cursors (PostgreSQL 15, 54.6): the session's open cursors, and its portals of the protocol.
-- Read by psycopg 3 when it closes a named cursor after an error.
create view "~pg"."~catalog".pg_cursors as
select
  c.name, -- text
  c.statement, -- text
  c.is_holdable, -- boolean
  c.is_binary, -- boolean
  c.is_scrollable, -- boolean
  system.main.make_timestamptz(c.created_at) as creation_time -- timestamp with time zone
from (select unnest("~pg"."~mirror".cursors(), recursive := true)) c;
