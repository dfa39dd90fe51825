-- pg_timezone_names (PostgreSQL 15, 54.33): what SET TimeZone takes.  Read by psql's completion, Grafana.
create view "~pg"."~catalog".pg_timezone_names as
select
  name, -- text
  abbrev, -- text
  utc_offset, -- interval
  is_dst -- boolean
from pg_timezone_names();
