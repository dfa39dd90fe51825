-- pg_proc (PostgreSQL 15, 53.39), pg_get_function_arguments … (9.26, table 9.69): the functions that there are.
-- Read by psql (\df, completion), JDBC, ODBC, Npgsql, DBeaver, pgcli, Superset.
create view "~pg"."~catalog".pg_proc as
select
  oid, -- oid
  proname, -- name
  pronamespace, -- oid
  proowner, -- oid
  prolang, -- oid
  procost, -- real
  prorows, -- real
  provariadic, -- oid
  prosupport, -- regproc
  prokind, -- "char"
  prosecdef, -- boolean
  proleakproof, -- boolean
  proisstrict, -- boolean
  proretset, -- boolean
  provolatile, -- "char"
  proparallel, -- "char"
  pronargs, -- smallint
  pronargdefaults, -- smallint
  prorettype, -- oid
  proargtypes, -- oidvector
  proallargtypes, -- oid[]
  proargmodes, -- "char"[]
  proargnames, -- text[]
  null::varchar as proargdefaults, -- pg_node_tree
  null::uinteger[] as protrftypes, -- oid[]
  prosrc, -- text
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

-- In the order of src/backend/utils/adt/ruleutils.c, without what no function here has: SECURITY DEFINER, SET.
create view "~pg"."~mirror".function_definitions as
select
  f.oid,
  f.prokind,
  f.proname,
  'CREATE OR REPLACE FUNCTION ' || n.name || '.' || "~pg"."~catalog".quote_ident(f.proname)
    || '(' || f.arguments || ')' || chr(10)
    || ' RETURNS ' || f.result || chr(10)
    || ' LANGUAGE ' || l.lanname || chr(10)
    || case f.prokind when 'w' then ' WINDOW' else '' end
    || case f.provolatile when 'i' then ' IMMUTABLE' when 's' then ' STABLE' else '' end
    || case f.proparallel when 's' then ' PARALLEL SAFE' when 'r' then ' PARALLEL RESTRICTED' else '' end
    || case when f.proisstrict then ' STRICT' else '' end
    || case when f.proleakproof then ' LEAKPROOF' else '' end
    || case when f.procost <> case when f.prolang in (12, 13) then 1 else 100 end
         then ' COST ' || system.main.rtrim(system.main.rtrim(f.procost::varchar, '0'), '.') else '' end
    || case when f.prorows not in (0, 1000)
         then ' ROWS ' || system.main.rtrim(system.main.rtrim(f.prorows::varchar, '0'), '.') else '' end
    || case when f.prosupport <> 0 then ' SUPPORT ' || s.proname else '' end
    || chr(10) || 'AS $function$' || f.prosrc || '$function$' || chr(10) as definition
from "~pg"."~mirror".postgres_functions f
join "~pg"."~mirror".system_schemas n on n.oid = f.pronamespace
join "~pg"."~catalog".pg_language l on l.oid = f.prolang
left join "~pg"."~mirror".postgres_functions s on s.oid = f.prosupport;
create macro "~pg"."~catalog".pg_get_functiondef(function_oid) as (
  select case "~f".prokind
    when 'a' then "~pg"."~mirror".raise('42809', '"' || "~f".proname || '" is an aggregate function')::varchar
    else "~f".definition
  end
  from "~pg"."~mirror".function_definitions "~f"
  where "~f".oid = function_oid
);
