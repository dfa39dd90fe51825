-- Statements about pg_catalog and information_schema that failed for want of something, the latest first.
-- The macro is empty until the gateway has defined its function, which it calls from then on
-- (pggate/session/live/unsupported_functions.py).  Times are microseconds since 1970.
create macro "~pg"."~mirror".unsupported() as cast(null as struct(
  role varchar, database varchar, application_name varchar, statement varchar, sqlstate varchar, message varchar,
  "count" bigint, "first" bigint, "last" bigint
)[]);

create view "~pg"."~gate".unsupported as
select
  u.application_name,
  u.role,
  u.database as catalog,
  u.sqlstate,
  u.message,
  u.statement,
  u."count",
  system.main.make_timestamptz(u."first") as first_failed_at,
  system.main.make_timestamptz(u."last") as last_failed_at
from (select unnest("~pg"."~mirror".unsupported(), recursive := true)) u
order by u."last" desc;
