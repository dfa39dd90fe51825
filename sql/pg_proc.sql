-- pg_proc (PostgreSQL 15, 53.39), pg_get_function_arguments … (9.26, table 9.69): the functions that these files
-- define.  Read by psql (\df, completion), JDBC, ODBC, Npgsql, DBeaver, pgcli, Superset.
create view "~pg"."~catalog".pg_proc as
select
  oid, -- oid
  name as proname, -- name
  11::uinteger as pronamespace, -- oid
  10::uinteger as proowner, -- oid
  12::uinteger as prolang, -- oid: internal
  1::float as procost, -- real
  (case when returns_set then 1000 else 0 end)::float as prorows, -- real
  variadic_type as provariadic, -- oid
  '-' as prosupport, -- regproc
  kind as prokind, -- "char"
  false as prosecdef, -- boolean
  false as proleakproof, -- boolean
  is_strict as proisstrict, -- boolean
  returns_set as proretset, -- boolean
  volatility as provolatile, -- "char"
  's' as proparallel, -- "char"
  argument_count as pronargs, -- smallint
  default_count as pronargdefaults, -- smallint
  result_type as prorettype, -- oid
  argument_types as proargtypes, -- oidvector
  null::uinteger[] as proallargtypes, -- oid[]
  null::varchar[] as proargmodes, -- "char"[]
  null::varchar[] as proargnames, -- text[]
  null::varchar as proargdefaults, -- pg_node_tree
  null::uinteger[] as protrftypes, -- oid[]
  source as prosrc, -- text
  null::varchar as probin, -- text
  null::varchar as prosqlbody, -- pg_node_tree
  null::varchar[] as proconfig, -- text[]
  null::varchar[] as proacl -- aclitem[]
from "~pg"."~mirror".postgres_functions;

create macro "~pg"."~catalog".pg_get_function_arguments(function_oid) as (
  select "~f".arguments from "~pg"."~mirror".postgres_functions "~f" where "~f".oid = function_oid
);
create macro "~pg"."~catalog".pg_get_function_identity_arguments(function_oid) as (
  select "~f".identity_arguments from "~pg"."~mirror".postgres_functions "~f" where "~f".oid = function_oid
);
create macro "~pg"."~catalog".pg_get_function_result(function_oid) as (
  select "~f".result from "~pg"."~mirror".postgres_functions "~f" where "~f".oid = function_oid
);
create macro "~pg"."~catalog".pg_get_function_sqlbody(function_oid) as null::varchar;
create macro "~pg"."~catalog".pg_get_functiondef(function_oid) as null::varchar;
