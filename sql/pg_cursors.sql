-- pg_cursors (PostgreSQL 15, 54.6): the session's open cursors, and its portals of the protocol.
create view "~pg"."~catalog".pg_cursors as
select
  c.name, -- text
  c.statement, -- text
  c.is_holdable, -- boolean
  c.is_binary, -- boolean
  c.is_scrollable, -- boolean
  c.creation_time -- timestamp with time zone
from (select unnest("~pg"."~mirror".these_cursors(), recursive := true)) c;
