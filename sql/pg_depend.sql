-- pg_depend (PostgreSQL 15, 53.18), as far as clients read it: which column owns a sequence ('a', or 'i' of its
-- identity), which default takes numbers from one ('n'),
-- which index is a key's ('i').  Read by psql (\d), SQLAlchemy, Django, DBeaver.
create view "~pg"."~catalog".pg_depend as
select
  1259::uinteger as classid, -- oid: pg_class
  q.oid as objid, -- oid
  0::integer as objsubid, -- integer
  1259::uinteger as refclassid, -- oid
  q.relation as refobjid, -- oid
  q.attnum::integer as refobjsubid, -- integer
  case when q.is_identity then 'i' else 'a' end as deptype -- "char"
from "~pg"."~mirror".session_sequences q
where q.relation is not null
union all
select
  2604::uinteger, -- pg_attrdef
  (2000000000 + (c.relation - 16384) * 1600 + c.attnum)::uinteger, -- as pg_attrdef has it
  0,
  1259::uinteger,
  c.sequence,
  0,
  'n'
from "~pg"."~mirror".session_columns c
where c.sequence is not null and c.identity = ''
union all
select
  1259::uinteger,
  k.oid, -- the index of a key
  0,
  2606::uinteger, -- pg_constraint
  k.oid,
  0,
  'i'
from "~pg"."~mirror".session_keys k
where k.kind in ('p', 'u');
