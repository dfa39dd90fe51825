-- pg_authid, pg_roles, pg_user, pg_shadow (PostgreSQL 15, 53.8, 54.21, 54.34, 54.27): who may log in.
-- Read by psql (\du), pgcli, DBeaver, Npgsql, JDBC.  A verifier never leaves the registry.
create view "~pg"."~catalog".pg_authid as
select
  r.oid, -- oid
  r.name as rolname, -- name
  r.superuser as rolsuper, -- boolean
  true as rolinherit, -- boolean
  r.superuser as rolcreaterole, -- boolean
  r.superuser as rolcreatedb, -- boolean
  true as rolcanlogin, -- boolean
  r.superuser as rolreplication, -- boolean
  r.superuser as rolbypassrls, -- boolean
  -1::integer as rolconnlimit, -- integer
  null::varchar as rolpassword, -- text
  null::timestamptz as rolvaliduntil -- timestamp with time zone
from "~pg"."~mirror".roles r;

create view "~pg"."~catalog".pg_roles as
select
  rolname, -- name
  rolsuper, -- boolean
  rolinherit, -- boolean
  rolcreaterole, -- boolean
  rolcreatedb, -- boolean
  rolcanlogin, -- boolean
  rolreplication, -- boolean
  rolconnlimit, -- integer
  '********' as rolpassword, -- text
  rolvaliduntil, -- timestamp with time zone
  rolbypassrls, -- boolean
  null::varchar[] as rolconfig, -- text[]
  oid -- oid
from "~pg"."~catalog".pg_authid;

create view "~pg"."~catalog".pg_shadow as
select
  rolname as usename, -- name
  oid as usesysid, -- oid
  rolcreatedb as usecreatedb, -- boolean
  rolsuper as usesuper, -- boolean
  rolreplication as userepl, -- boolean
  rolbypassrls as usebypassrls, -- boolean
  rolpassword as passwd, -- text
  rolvaliduntil as valuntil, -- timestamp with time zone
  null::varchar[] as useconfig -- text[]
from "~pg"."~catalog".pg_authid
where rolcanlogin;

create view "~pg"."~catalog".pg_user as
select
  usename, -- name
  usesysid, -- oid
  usecreatedb, -- boolean
  usesuper, -- boolean
  userepl, -- boolean
  usebypassrls, -- boolean
  '********' as passwd, -- text
  valuntil, -- timestamp with time zone
  useconfig -- text[]
from "~pg"."~catalog".pg_shadow;
