-- pg_rewrite (PostgreSQL 15, 53.45): every view is a rule called _RETURN.
-- Read by psql (\d VIEW), SQLAlchemy, DBeaver, pgcli.
create view "~pg"."~catalog".pg_rewrite as
select
  (1900000000 + oid - 16384)::uinteger as oid, -- oid
  '_RETURN' as rulename, -- name
  oid as ev_class, -- oid
  '1' as ev_type, -- "char"
  'O' as ev_enabled, -- "char"
  true as is_instead, -- boolean
  '<>' as ev_qual, -- pg_node_tree
  definition as ev_action -- pg_node_tree
from "~pg"."~mirror".session_relations
where kind in ('v', 'm') and definition is not null;
