-- pg_stat_activity (PostgreSQL 15, 28.2.3): the live sessions of the gateway, as of now.  Of sessions of other roles
-- only a superuser sees what they do.  Read by DBeaver, Superset.
create macro "~pg"."~catalog"."~netmask"(address) as
  case when system.main.contains(address, ':') then '/128' when address is not null then '/32' end;
create view "~pg"."~catalog".pg_stat_activity as
select
  d.oid as datid, -- oid
  b.database as datname, -- name
  b.pid, -- integer
  null::integer as leader_pid, -- integer
  u.oid as usesysid, -- oid
  b.role as usename, -- name
  b.application_name, -- text
  b.client_addr, -- inet
  null::varchar as client_hostname, -- text
  b.client_port, -- integer
  system.main.make_timestamptz(b.began) as backend_start, -- timestamp with time zone
  system.main.make_timestamptz(b.transaction_began) as xact_start, -- timestamp with time zone
  system.main.make_timestamptz(b.query_began) as query_start, -- timestamp with time zone
  system.main.make_timestamptz(b.state_changed) as state_change, -- timestamp with time zone
  b.wait_event_type, -- text
  b.wait_event, -- text
  b.state, -- text
  null::uinteger as backend_xid, -- xid
  null::uinteger as backend_xmin, -- xid
  null::bigint as query_id, -- bigint
  b.query, -- text
  b.backend_type -- text
from (select unnest("~pg"."~mirror".backends(), recursive := true)) b
left join "~pg"."~mirror".databases d on d.name = b.database
left join "~pg"."~mirror".roles u on u.name = b.role;
