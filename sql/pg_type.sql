-- pg_type (PostgreSQL 15, 53.64): PostgreSQL's own base, array, range and pseudo types under its own OIDs, and the
-- database's enumerated and composite types.
-- Read by every driver that looks types up: psycopg, asyncpg, Npgsql, JDBC, SQLAlchemy, ADBC, DuckDB.
create view "~pg"."~catalog".pg_type as
select
  oid, -- oid
  typname, -- name
  typnamespace, -- oid
  10::uinteger as typowner, -- oid
  typlen, -- smallint
  typbyval, -- boolean
  typtype, -- "char"
  typcategory, -- "char"
  typispreferred, -- boolean
  true as typisdefined, -- boolean
  typdelim, -- "char"
  typrelid, -- oid
  typsubscript, -- regproc
  typelem, -- oid
  typarray, -- oid
  typinput, -- regproc
  typoutput, -- regproc
  typreceive, -- regproc
  typsend, -- regproc
  typmodin, -- regproc
  typmodout, -- regproc
  typanalyze, -- regproc
  typalign, -- "char"
  typstorage, -- "char"
  false as typnotnull, -- boolean
  0::uinteger as typbasetype, -- oid
  -1::integer as typtypmod, -- integer
  0::integer as typndims, -- integer
  typcollation, -- oid
  null::varchar as typdefaultbin, -- pg_node_tree
  null::varchar as typdefault, -- text
  null::varchar[] as typacl -- aclitem[]
from "~pg"."~mirror".session_types;
